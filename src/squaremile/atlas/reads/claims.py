"""Claims: the list, and one claim with every member, its evidence, and its figures over time."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from squaremile.atlas.models import Claim, ClaimMember, Organisation, Snapshot
from squaremile.atlas.policies.questions import Unclear, question
from squaremile.atlas.reads import counting
from squaremile.atlas.words import claims as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both

MOST_COUNTED = 500


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim of the list, with its newest figure; None where none was kept yet."""

    code: str
    text: Text
    value: int | None
    base: int | None
    unknown: int
    taken_at: datetime | None
    published: bool


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One of the N."""

    position: int
    name: Text
    organisation: str
    judgement: str
    label: Text
    says: Text
    evidence: str
    as_of: date | None


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """One kept answer. `same`: asked today it would be the same, organisation for organisation."""

    code: str
    value: int
    base: int
    unknown: int
    digest: str
    taken_at: datetime
    query: dict[str, Any] | None
    same: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """One organisation behind the number."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim as it stands now: `value` of `base`, `unknown` not known."""

    code: str
    text: Text
    said: Text
    """The sentence with its numbers filled in."""
    definition: Text
    refuted: Text
    query: dict[str, Any] | None
    value: int
    base: int
    unknown: int
    no: int
    members: tuple[MemberRow, ...]
    counted: tuple[Counted, ...]
    snapshots: tuple[SnapshotRow, ...]
    published: bool


def claims() -> list[ClaimLine]:
    """All that the asker sees, the newest first. Two statements."""
    newest: dict[Any, Snapshot] = {}
    for shot in Snapshot.objects.order_by("claim", "-taken_at").distinct("claim"):
        newest[shot.claim_id] = shot
    return [_line(row, newest.get(row.id)) for row in Claim.objects.order_by("-created_at", "code")]


def _line(row: Claim, shot: Snapshot | None) -> ClaimLine:
    text = both(row.text_ko, row.text_en)
    if shot is None:
        return ClaimLine(row.code, text, None, None, 0, None, row.published)
    return ClaimLine(row.code, said(text, shot.value, shot.base), shot.value, shot.base, shot.unknown, shot.taken_at, row.published)


def said(text: Text, value: int, base: int) -> Text:
    """The sentence with its numbers; other braces stay as they were written."""
    return Text(*(s.replace("{k}", f"{value:,}").replace("{n}", f"{base:,}") for s in (text.ko, text.en)))


def claim(code: str) -> ClaimPage:
    """One claim. Raises Missing for one that the asker may not see."""
    row = Claim.objects.filter(code=code).first()
    if row is None:
        raise Missing(words.CLAIM_UNKNOWN)
    members = tuple(_member(one) for one in ClaimMember.objects.filter(claim=row).select_related("organisation").order_by("position"))
    found = _answer(row)
    named = {o.code: both(o.name_ko, o.name_en) for o in Organisation.objects.filter(code__in=found.codes[:MOST_COUNTED])}
    text = both(row.text_ko, row.text_en)
    return ClaimPage(
        row.code, text, said(text, found.value, found.base), both(row.definition_ko, row.definition_en), both(row.refuted_ko, row.refuted_en),
        row.query, found.value, found.base, found.unknown, sum(one.judgement == "no" for one in members), members,
        tuple(Counted(code, named[code]) for code in found.codes if code in named), _snapshots(row, found), row.published,
    )


def _answer(row: Claim) -> counting.Answer:
    if row.query is None:
        return counting.judged(row.id)
    try:
        return counting.answer(question(row.query))
    except Unclear:  # kept by an older version that knew other words
        return counting.Answer(0, 0, 0, ())


def _member(one: ClaimMember) -> MemberRow:
    return MemberRow(
        one.position, both(one.name_ko, one.name_en), one.organisation.code if one.organisation else "", one.judgement,
        words.JUDGEMENTS[one.judgement], both(one.says_ko, one.says_en), one.evidence, one.as_of,
    )


def _snapshots(row: Claim, now: counting.Answer) -> tuple[SnapshotRow, ...]:
    return tuple(
        SnapshotRow(
            s.code, s.value, s.base, s.unknown, s.digest, s.taken_at, s.query, (s.value, s.base, tuple(s.codes)) == (now.value, now.base, now.codes),
        )
        for s in Snapshot.objects.filter(claim=row).order_by("-taken_at")[:50]
    )
