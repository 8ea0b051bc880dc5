"""The allocation desk: who needs what and has what, whom to keep apart, what areas take, and the plans that were drawn."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both
from squaremile.residency.models import (
    AreaLimit,
    Company,
    LicencePlace,
    Move,
    MovePlace,
    Neighbour,
    SpaceNeed,
    SpacePlan,
    SpacePlanLine,
    SpaceRequest,
)
from squaremile.residency.policies.space_terms import HAZARDS, LIMITS
from squaremile.residency.reads.allocation import HERE
from squaremile.residency.reads.days import today
from squaremile.residency.words import licences
from squaremile.residency.words import space as words
from squaremile.spaces.words import KINDS

PLANS = 30
"""The newest plans that the desk lists."""


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One company: what it says it needs, and how many places it has. `said` is False where it has said nothing."""

    company: str
    name: Text
    counts: Text
    growth: Text
    biosafety: int
    hazards: Text
    urgency: int
    has: int
    said: bool


@dataclass(frozen=True, slots=True)
class SeatingRow:
    """Two companies, and what is wished of them."""

    company: str
    names: tuple[Text, Text]
    other: str
    wish: Text
    reason: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the list."""

    code: str
    day: date
    newcomer: Text | None
    state: str
    said: Text
    asked_at: datetime
    gap: float | None
    """Percent of the bound that might still be won; 0 where the plan is proved best."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One company in a plan: what it keeps, takes, gives up, is kept for it; or why it has nothing."""

    company: str
    name: Text
    stays: tuple[str, ...]
    comes: tuple[str, ...]
    leaves: tuple[str, ...]
    kept: tuple[str, ...]
    pinned: tuple[str, ...]
    why: Text | None


@dataclass(frozen=True, slots=True)
class PlanShown:
    """A plan as it was drawn."""

    row: PlanRow
    lines: tuple[LineRow, ...]
    worth: int | None
    bound: int | None
    proved: bool
    rent: Money | None
    """A month, by the newest list of prices."""
    without_moves: bool | None
    head_room: tuple[tuple[str, Text, int], ...]
    failed: Text | None

    @property
    def moves(self) -> int:
        return sum(len(line.leaves) for line in self.lines)

    @property
    def placed(self) -> int:
        return sum(1 for line in self.lines if line.stays or line.comes)

    @property
    def unplaced(self) -> int:
        return sum(1 for line in self.lines if line.why)


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request for space."""

    code: str
    company: str
    name: Text
    wish: Text
    counts: Text
    by_day: date
    says: str
    state: str
    said: Text
    answer: str


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move."""

    code: str
    company: str
    name: Text
    day: date
    state: str
    said: Text
    leaves: tuple[str, ...]
    takes: tuple[str, ...]
    licence: str
    terms: Text | None
    """How far its amendment is; empty where the licence has none."""


def needs() -> list[NeedRow]:
    """Companies admitted or in residence, by name. Three statements, whatever the size."""
    said = {need.company_id: need for need in SpaceNeed.objects.all()}
    has: Counter[UUID] = Counter(
        LicencePlace.objects.filter(live=True, licence__state="in_force").values_list("licence__company", flat=True)
    )
    found = Company.objects.filter(state__in=HERE).select_related("organisation").order_by("organisation__name_ko", "code")
    return [_need(company, said.get(company.id), has[company.id]) for company in found]


def need_of(company: UUID) -> SpaceNeed | None:
    """As a form begins with it."""
    return SpaceNeed.objects.filter(company=company).first()


def seating() -> list[SeatingRow]:
    """Whom the staff keep apart or wish together."""
    return [
        SeatingRow(each.company.code, (_name(each.company), _name(each.other)), each.other.code, words.WISHES[each.wish], each.reason)
        for each in Neighbour.objects.select_related("company__organisation", "other__organisation").order_by("said_at", "id")
    ]


def limits() -> list[tuple[str, Text, Text, int]]:
    """Place, its name, the class, the most."""
    return [
        (each.place.code, both(each.place.name_ko or each.place.name_en, each.place.name_en or each.place.name_ko),
         LIMITS[each.hazard], each.most)
        for each in AreaLimit.objects.select_related("place").order_by("place__code", "hazard")
    ]  # fmt: skip


def plans() -> list[PlanRow]:
    """The newest first."""
    found = SpacePlan.objects.select_related("newcomer__organisation").order_by("-asked_at", "-id")[:PLANS]
    return [_plan(each) for each in found]


def plan(code: str) -> PlanShown:
    """One, with what it gives to whom. Raises Missing."""
    found = SpacePlan.objects.select_related("newcomer__organisation").filter(code=code).first()
    if found is None:
        raise Missing(words.PLAN_UNKNOWN)
    by: dict[UUID, dict[str, list[str]]] = {}
    company: dict[UUID, Company] = {}
    for line in SpacePlanLine.objects.select_related("company__organisation", "place").filter(plan=found).order_by("place__code"):
        company[line.company_id] = line.company
        by.setdefault(line.company_id, {}).setdefault(line.part, []).append(line.place.code if line.place else line.why)
    rows = [_line(company[key], parts) for key, parts in by.items()]
    rows.sort(key=lambda row: (not row.why, not (row.comes or row.leaves), row.name.ko))
    return PlanShown(
        _plan(found), tuple(rows), found.worth, found.bound, found.proved,
        None if found.rent is None else Money(found.rent, found.currency), found.without_moves,
        tuple((area, HAZARDS[hazard], left) for area, hazard, left in found.head_room),
        words.FAILURES[found.failed] if found.failed else None,
    )


def requests(*, company: UUID | None = None, waiting: bool = False) -> list[RequestRow]:
    """Those the asker may see, the newest first."""
    found = SpaceRequest.objects.select_related("company__organisation").order_by("-asked_at", "-id")
    found = found.filter(company=company) if company else found
    return [
        RequestRow(each.code, each.company.code, _name(each.company), words.REQUESTS[each.wish], counted(each.counts),
                   each.by_day, each.says, each.state, words.REQUEST_STATES[each.state], each.answer)
        for each in (found.filter(state="asked") if waiting else found)
    ]  # fmt: skip


def any_unsigned() -> bool:
    """Does a move of the coming week wait for a signature? For the worker."""
    soon = Move.objects.filter(state="planned", amendment__isnull=False, day__lte=today() + timedelta(days=7))
    return soon.exclude(amendment__state__in=("signed", "in_effect")).exists()


def moves(*, company: UUID | None = None, ahead: bool = False) -> list[MoveRow]:
    """Those the asker may see, by day. Two statements."""
    found = Move.objects.select_related("company__organisation", "licence", "amendment").order_by("day", "code")
    found = found.filter(company=company) if company else found
    rows = list(found.filter(state="planned") if ahead else found)
    by: dict[tuple[UUID, bool], list[str]] = {}
    for line in MovePlace.objects.select_related("place").filter(move__in=rows).order_by("place__code"):
        by.setdefault((line.move_id, line.taken), []).append(line.place.code)
    return [
        MoveRow(each.code, each.company.code, _name(each.company), each.day, each.state, words.MOVES[each.state],
                tuple(by.get((each.id, False), ())), tuple(by.get((each.id, True), ())), each.licence.code,
                licences.AMENDMENT_STATES[each.amendment.state] if each.amendment else None)
        for each in rows
    ]  # fmt: skip


def counted(counts: Mapping[str, int]) -> Text:
    """벤치 2 · 책상 1."""
    return both(*(" · ".join(f"{getattr(KINDS[k], tongue)} {n}" for k, n in counts.items()) for tongue in ("ko", "en")))


def _need(company: Company, need: SpaceNeed | None, has: int) -> NeedRow:
    hazards = need.hazards if need else {}
    return NeedRow(
        company.code, _name(company), counted(need.counts if need else {}), counted(need.growth if need else {}),
        need.biosafety if need else 1,
        both(*(" · ".join(f"{getattr(HAZARDS[h], t)} {n}" for h, n in hazards.items()) for t in ("ko", "en"))),
        need.urgency if need else 5, has, need is not None,
    )


def _plan(found: SpacePlan) -> PlanRow:
    gap = None
    if found.worth is not None and found.bound is not None and found.newcomer is None:
        gap = 100 * (found.bound - found.worth) / max(1, abs(found.bound))
    return PlanRow(
        found.code, found.day, _name(found.newcomer) if found.newcomer else None, found.state, words.KINDS_OF_PLAN[found.state],
        found.asked_at, gap,
    )


def _line(company: Company, parts: Mapping[str, list[str]]) -> LineRow:
    stays, comes, leaves, kept, pin = (tuple(parts.get(part, ())) for part in ("stays", "comes", "leaves", "kept", "pin"))
    why = parts.get("unplaced")
    return LineRow(company.code, _name(company), stays, comes, leaves, kept, pin, words.WHY[why[0]] if why else None)


def _name(company: Company) -> Text:
    whose = company.organisation
    return both(whose.name_ko or whose.name_en, whose.name_en or whose.name_ko)
