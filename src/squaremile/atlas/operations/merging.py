"""Deciding about a pair of organisations: merge it, say that they are two, and take a merge back exactly."""

from typing import Any
from uuid import UUID

from squaremile.atlas import rules
from squaremile.atlas.models import Duplicate, Merge, Organisation
from squaremile.atlas.operations import entries, placards, placing
from squaremile.atlas.reads import digest
from squaremile.atlas.words import claims as words
from squaremile.core import merging
from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require

STAYS = {
    ("Organisation", "merged_into"), ("Duplicate", "left"), ("Duplicate", "right"), ("Merge", "kept"), ("Merge", "gone"),
}  # fmt: skip
"""References that are about the one that goes."""


@operation(
    "atlas.pair_organisations", ko="중복 후보로 올리기", en="Say that two may be one", may=rules.decide,
    refuses=(BAD_INPUT, words.PAIR_UNKNOWN), constraints={"atlas_duplicate_pair_once": words.PAIR_DECIDED},
)
def pair_organisations(*, institution: str, other_institution: str) -> Duplicate:
    """Put two organisations side by side that no search has found, to be decided like any other pair."""
    found = sorted(Organisation.objects.filter(code__in=(institution, other_institution), merged_into=None), key=lambda o: o.id)
    if len(found) != 2:
        raise Refused(words.PAIR_UNKNOWN)
    left, right = found
    made = Duplicate.objects.create(
        code=short_code("AD"), left=left, right=right, probability=0, state="open", found_at=clock.now()
    )
    note(subject=made, left=left.code, right=right.code)
    return made


@operation(
    "atlas.merge_organisations", ko="두 기관 합치기", en="Merge two organisations", may=rules.decide,
    refuses=(words.PAIR_UNKNOWN, words.PAIR_DECIDED, words.MERGED_SINCE),
)
def merge_organisations(*, pair: str, keep: str = "") -> Duplicate:
    """Say that two are one: sites, activities, ties and numbers of the one are the other's from now on. Both rows stay.

    `keep` is the code of the one that stays; left out, the one that is active, else the older.
    """
    placing.alone()
    row = _open(pair)
    left, right = _sides(row)
    if left.merged_into_id or right.merged_into_id:
        raise Refused(words.MERGED_SINCE)
    kept, gone = _chosen(left, right, keep)
    before = digest.registry()
    moved = [list(each) for each in merging.move("atlas", gone, kept, stays=STAYS)]
    gone.merged_into_id = kept.id
    gone.save(update_fields=["merged_into"])
    Merge.objects.create(
        duplicate=row, kept=kept, gone=gone, moved=moved, before=before, merged_at=clock.now(), merged_by_id=_who()
    )
    placards.organisations([kept, gone])
    return _decided(row, "merged", kept=kept.code, gone=gone.code, moved=len(moved))


@operation(
    "atlas.keep_organisations_apart", ko="서로 다른 기관으로 두기", en="Keep two organisations apart", may=rules.decide,
    refuses=(words.PAIR_UNKNOWN, words.PAIR_DECIDED),
)
def keep_organisations_apart(*, pair: str) -> Duplicate:
    """Say that two are not the same: they are not shown as a pair again."""
    return _decided(_open(pair), "different")


@operation(
    "atlas.undo_merge", ko="기관 합치기 되돌리기", en="Take back a merge of organisations", may=rules.decide,
    refuses=(words.PAIR_UNKNOWN, words.NOT_MERGED, words.MERGED_SINCE),
)
def undo_merge(*, pair: str) -> Duplicate:
    """Take a merge back: every row that was moved is the other's again; the registry is, row for row, what it was."""
    placing.alone()
    row = entries.found(Duplicate, pair, words.PAIR_UNKNOWN)
    merge = row.merges.filter(undone_at=None).first()
    if merge is None:
        raise Refused(words.NOT_MERGED)
    by_key = {each.id: each for each in _sides(row)}
    kept, gone = by_key[merge.kept_id], by_key[merge.gone_id]
    if kept.merged_into_id:
        raise Refused(words.MERGED_SINCE)
    merging.put_back("atlas", merge.moved, gone, kept)
    gone.merged_into_id = None
    gone.save(update_fields=["merged_into"])
    merge.undone_at, merge.undone_by_id = clock.now(), _who()
    merge.save(update_fields=["undone_at", "undone_by"])
    placards.organisations(by_key.values())
    row.state, row.decided_at, row.decided_by = "open", None, None
    row.save(update_fields=["state", "decided_at", "decided_by"])
    note(subject=row, kept=kept.code, gone=gone.code, exact=digest.registry() == merge.before)
    return row


def _who() -> UUID:
    """Whoever decides is a person: the rule lets in no system."""
    actor = require().actor
    if actor is None:
        raise Refused(words.PAIR_UNKNOWN)
    return actor


def _open(code: str) -> Duplicate:
    row = entries.found(Duplicate, code, words.PAIR_UNKNOWN)
    if row.state != "open":
        raise Refused(words.PAIR_DECIDED)
    return row


def _decided(row: Duplicate, state: str, **said: Any) -> Duplicate:
    row.state, row.decided_at, row.decided_by_id = state, clock.now(), _who()
    row.save(update_fields=["state", "decided_at", "decided_by"])
    note(subject=row, state=state, **said)
    return row


def _sides(row: Duplicate) -> tuple[Organisation, Organisation]:
    """Both, locked in the order of their keys."""
    rows = Organisation.objects.select_for_update(of=("self",)).filter(id__in=(row.left_id, row.right_id)).order_by("id")
    found = {each.id: each for each in rows}
    return found[row.left_id], found[row.right_id]


def _chosen(left: Organisation, right: Organisation, keep: str) -> tuple[Organisation, Organisation]:
    if keep and keep in (left.code, right.code):
        return (left, right) if keep == left.code else (right, left)
    return (right, left) if right.status == "active" != left.status else (left, right)
