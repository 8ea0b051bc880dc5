"""Named conflicts between an applicant and companies in residence, for staff to settle before a place is offered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from squaremile.kernel.korean import search_key
from squaremile.kernel.words import Text

SHARED = 2
"""Fields two companies share before they are named: one word ("antibodies") is shared by half a cluster."""
HANGUL = re.compile(r"[\uac00-\ud7a3]")
LEGAL = re.compile(
    r"주식회사|유한회사|\(주\)|㈜|\b(?:inc|ltd|llc|corp|corporation|gmbh|co|plc|ag)\b\.?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Party:
    """A company as the check sees it: its names, its fields, and whom it declares as competitors."""

    id: UUID
    names: tuple[str, ...]
    fields: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A resident that the applicant may compete with, and why."""

    resident: UUID
    grounds: tuple[str, ...]
    """`declared`: the applicant names it; `fields`: they work on the same."""
    why: Text
    shared: tuple[str, ...] = ()


def plain(name: str) -> str:
    """A name to compare by: without legal form, spaces and signs, in one spelling."""
    return "".join(c for c in search_key(LEGAL.sub(" ", name)) if c.isalnum())


def conflicts(applicant: Party, residents: Sequence[Party]) -> list[Conflict]:
    """Those among `residents` that must be asked about, declared ones first, then by shared fields."""
    found = [conflict for each in residents if each.id != applicant.id and (conflict := _between(applicant, each))]
    return sorted(found, key=lambda c: ("declared" not in c.grounds, -len(c.shared)))


def _between(applicant: Party, resident: Party) -> Conflict | None:
    rivals = {plain(name) for name in applicant.competitors} - {""}
    named = bool(rivals & {plain(name) for name in resident.names})
    theirs = {plain(field): field for field in resident.fields if plain(field)}
    shared = tuple(theirs[key] for key in dict.fromkeys(map(plain, applicant.fields)) if key in theirs)
    if not named and len(shared) < SHARED:
        return None
    grounds = (*(("declared",) if named else ()), *(("fields",) if shared else ()))
    return Conflict(resident.id, grounds, _why(named, shared), shared)


def _why(named: bool, shared: tuple[str, ...]) -> Text:
    ko, en = [], []
    if named:
        ko.append("신청 기업이 경쟁사로 밝혔습니다")
        en.append("the applicant names it as a competitor")
    if shared:
        ko.append("같은 분야: " + ", ".join(shared))
        en.append("same fields: " + ", ".join(shared))
    return Text(ko=" · ".join(ko), en=" · ".join(en))
