"""Deciding about a pair: merge it, say that they are not the same, and take a merge back exactly."""

from typing import Any
from uuid import UUID

from squaremile.core import merging
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Duplicate, Merge, Partner, Person
from squaremile.network.operations import entries, placards, weighing
from squaremile.network.words import profiles

Entry = Person | Partner
MODELS: dict[str, type[Entry]] = {"person": Person, "partner": Partner}
STAYS = {
    ("Contact", "person"), ("PersonCare", "person"), ("Claim", "person"), ("PersonConcept", "person"),
    ("Person", "merged_into"), ("Partner", "merged_into"),
}
"""References that stay with the entry that goes: they are about it, or are counted again."""


@operation(
    "network.merge_duplicate", ko="두 항목 합치기", en="Merge a pair", may=rules.liaise,
    refuses=(profiles.PAIR_UNKNOWN, profiles.PAIR_DECIDED, profiles.MERGED_SINCE),
)
def merge_duplicate(*, pair: str, keep: str = "") -> Duplicate:
    """Say that two entries are one: everything that names the one names the other from now on. Both rows stay.

    `keep` is the code of the one that stays; left out, the one that was claimed, else the older.
    """
    row = _open(pair)
    left, right = _sides(row)
    if left.merged_into_id or right.merged_into_id:
        raise Refused(profiles.MERGED_SINCE)
    kept, gone = _chosen(left, right, keep)
    moved = [list(each) for each in merging.move("network", gone, kept, stays=STAYS)]
    gone.merged_into_id = kept.id
    gone.save(update_fields=["merged_into"])
    Merge.objects.create(
        duplicate=row, kept=kept.id, gone=gone.id, moved=moved, merged_at=clock.now(), merged_by_id=_who()
    )
    _renew(kept, gone)
    return _decided(row, "merged", kept=kept.code, gone=gone.code, moved=len(moved))


@operation(
    "network.keep_apart", ko="서로 다름으로 두기", en="Keep a pair apart", may=rules.liaise,
    refuses=(profiles.PAIR_UNKNOWN, profiles.PAIR_DECIDED),
)
def keep_apart(*, pair: str) -> Duplicate:
    """Say that two entries are not the same: they are not shown as a pair again."""
    return _decided(_open(pair), "different")


@operation(
    "network.undo_merge", ko="합치기 되돌리기", en="Take back a merge", may=rules.liaise,
    refuses=(profiles.PAIR_UNKNOWN, profiles.NOT_MERGED, profiles.MERGED_SINCE),
)
def undo_merge(*, pair: str) -> Duplicate:
    """Take a merge back: every row that was moved points again where it did, and both entries are found again."""
    row = entries.found(Duplicate, pair, profiles.PAIR_UNKNOWN)
    merge = row.merges.filter(undone_at=None).first()
    if merge is None:
        raise Refused(profiles.NOT_MERGED)
    by_key = {each.id: each for each in _sides(row)}
    kept, gone = by_key[merge.kept], by_key[merge.gone]
    if kept.merged_into_id:
        raise Refused(profiles.MERGED_SINCE)
    merging.put_back("network", merge.moved, gone, kept)
    gone.merged_into_id = None
    gone.save(update_fields=["merged_into"])
    merge.undone_at, merge.undone_by_id = clock.now(), require().actor
    merge.save(update_fields=["undone_at", "undone_by"])
    _renew(kept, gone)
    row.state, row.decided_at, row.decided_by = "open", None, None
    row.save(update_fields=["state", "decided_at", "decided_by"])
    note(subject=row, kept=kept.code, gone=gone.code)
    return row


def _who() -> UUID:
    """Whoever decides is a person: the rule lets in no system."""
    actor = require().actor
    if actor is None:
        raise Refused(profiles.PAIR_UNKNOWN)
    return actor


def _open(code: str) -> Duplicate:
    row = entries.found(Duplicate, code, profiles.PAIR_UNKNOWN)
    if row.state != "open":
        raise Refused(profiles.PAIR_DECIDED)
    return row


def _decided(row: Duplicate, state: str, **said: Any) -> Duplicate:
    row.state, row.decided_at, row.decided_by_id = state, clock.now(), require().actor
    row.save(update_fields=["state", "decided_at", "decided_by"])
    note(subject=row, state=state, **said)
    return row


def _sides(row: Duplicate) -> tuple[Any, Any]:
    """Both entries, locked in the order of their keys."""
    model = MODELS[row.kind]
    found = {each.id: each for each in model.objects.select_for_update().filter(id__in=(row.left, row.right)).order_by("id")}
    return found[row.left], found[row.right]


def _chosen(left: Any, right: Any, keep: str) -> tuple[Any, Any]:
    if keep and keep in (left.code, right.code):
        return (left, right) if keep == left.code else (right, left)
    return (right, left) if getattr(right, "user_id", None) and not getattr(left, "user_id", None) else (left, right)


def _renew(kept: Any, gone: Any) -> None:
    """What is counted, and what is found."""
    if isinstance(kept, Person):
        weighing.people([kept.id])
        placards.person(kept)
        placards.person(gone)
        return
    placards.partner(kept)
    placards.partner(gone)
    for person in Person.objects.filter(partner__in=(kept.id, gone.id)).select_related("partner"):
        placards.person(person)

