"""What the page of one delegation shows to those who keep it: members and checks, money, approvals, wishes, places."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, pick
from squaremile.network.models import (
    Approval,
    BudgetLine,
    Delegation,
    DelegationMember,
    HostWindow,
    MemberCare,
    Partner,
    PartyDay,
    Person,
    Screening,
    VisitParty,
    VisitPlace,
    VisitPromise,
    VisitStop,
    VisitWish,
)
from squaremile.network.policies.sketch_map import drawn
from squaremile.network.policies.travel import Spot
from squaremile.network.policies.two_clocks import there
from squaremile.network.reads.visit_plan import days_of
from squaremile.network.words import visits as words


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check of a member; without a result it is open."""

    label: Text
    result: str
    result_name: Text | None
    at: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member with her checks; `needs` is empty for those who may not see it."""

    code: str
    name: str
    role: str
    rank: int
    needs: str
    checks: tuple[CheckRow, ...]

    @property
    def cleared(self) -> bool:
        return all(check.result == "clear" for check in self.checks)


@dataclass(frozen=True, slots=True)
class LineRow:
    """A budget line."""

    line: int
    name: str
    planned: Money
    spent: Money | None


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """A step of approval."""

    position: int
    name: str
    state: str
    state_name: Text
    reason: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class WishRow:
    """A wish, with the spans its host is free and whether it stands in the itinerary."""

    code: str
    title: str
    host: str
    organisation: str
    place: str
    party: str
    minutes: int
    priority: int
    equal_rank: bool
    windows: tuple[str, ...]
    """On the visit's clock."""
    planned: bool


@dataclass(frozen=True, slots=True)
class PartyDayRow:
    """Who goes with a party on one day."""

    day: date
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party, day by day."""

    code: str
    name: str
    days: tuple[PartyDayRow, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place; `number` is its dot on the map, 0 without one."""

    code: str
    name: str
    address: str
    base: bool
    number: int


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise made at a meeting."""

    code: str
    says: str
    promiser: str
    due_on: object
    stop: str
    kept: bool


def members(found: Delegation) -> list[MemberRow]:
    """Three statements."""
    care = {c.member_id: pick(c.needs_ko, c.needs_en) for c in MemberCare.objects.filter(member__delegation=found)}
    checks: dict[object, dict[str, Screening]] = {}
    for one in Screening.objects.filter(member__delegation=found):
        checks.setdefault(one.member_id, {})[one.check_kind] = one
    return [
        MemberRow(m.code, m.name, m.role, m.rank, care.get(m.id, ""), tuple(
            _check(label, checks.get(m.id, {}).get(kind)) for kind, label in words.CHECKS.items()
        ))
        for m in DelegationMember.objects.filter(delegation=found).order_by("-rank", "id")
    ]


def _check(label: Text, made: Screening | None) -> CheckRow:
    if made is None:
        return CheckRow(label, "", None, None, "")
    return CheckRow(label, made.result, words.RESULTS[made.result], made.checked_at, made.note)


def budget(found: Delegation) -> tuple[list[LineRow], Money, Money | None]:
    """Lines, and the sums of what is planned and spent so far; None while nothing is known. One statement."""
    lines = [
        LineRow(b.line, b.name, Money(b.planned, found.currency), None if b.spent is None else Money(b.spent, found.currency))
        for b in BudgetLine.objects.filter(delegation=found).order_by("line")
    ]
    nothing = Money(0, found.currency)
    spent = [b.spent for b in lines if b.spent is not None]
    return lines, sum((b.planned for b in lines), nothing), sum(spent, nothing) if spent else None


def approvals(found: Delegation) -> list[ApprovalRow]:
    """One statement."""
    return [
        ApprovalRow(
            a.position, pick(a.approver.name_ko, a.approver.name_en), a.state, words.DECISIONS[a.state], a.reason, a.decided_at,
        )
        for a in Approval.objects.filter(delegation=found).select_related("approver").order_by("position")
    ]


def wishes(found: Delegation) -> list[WishRow]:
    """The most wanted first. Three statements."""
    zone = ZoneInfo(found.time_zone)
    windows: dict[object, list[str]] = {}
    for one in HostWindow.objects.filter(wish__delegation=found).order_by("period"):
        start, end = one.period.start.astimezone(zone), one.period.end.astimezone(zone)
        windows.setdefault(one.wish_id, []).append(f"{start:%m-%d} {there(start, end, zone)}")
    planned = set(VisitStop.objects.filter(delegation=found, wish__isnull=False).values_list("wish_id", flat=True))
    return [
        WishRow(
            w.code, w.title, w.host.name if w.host else "", w.partner.name if w.partner else "", w.place.name if w.place else "",
            w.party.name if w.party else "", w.minutes, w.priority, w.equal_rank, tuple(windows.get(w.id, ())), w.id in planned,
        )
        for w in VisitWish.objects.filter(delegation=found).select_related("host", "partner", "place", "party").order_by("-priority", "id")
    ]


def places(found: Delegation) -> tuple[list[PlaceRow], str]:
    """Places and a map of those with coordinates. One statement."""
    rows, spots = [], []
    for place in VisitPlace.objects.filter(delegation=found).order_by("-base", "id"):
        if place.latitude is not None and place.longitude is not None:
            spots.append(Spot(float(place.latitude), float(place.longitude)))
        rows.append(PlaceRow(
            place.code, place.name, place.address, place.base, len(spots) if place.latitude is not None else 0
        ))
    return rows, drawn(spots)


def promises(found: Delegation) -> list[PromiseRow]:
    """Those that wait first. One statement."""
    rows = VisitPromise.objects.filter(stop__delegation=found).select_related("stop").order_by("due_on", "id")
    made = [PromiseRow(p.code, str(p), p.promiser, p.due_on, p.stop.title, p.kept_at is not None) for p in rows]
    return sorted(made, key=lambda row: row.kept)


Choices = list[tuple[str, str]]


def choices(found: Delegation) -> tuple[Choices, Choices, Choices, Choices]:
    """Places, wishes that stand in no itinerary yet, parties and members, as forms offer them. Four statements."""
    free = VisitWish.objects.filter(delegation=found, stop=None).order_by("id")
    return (
        [(p.code, p.name) for p in VisitPlace.objects.filter(delegation=found).order_by("id")], [(w.code, w.title) for w in free],
        [(p.code, p.name) for p in VisitParty.objects.filter(delegation=found).order_by("id")],
        [(m.code, m.name) for m in DelegationMember.objects.filter(delegation=found).order_by("-rank", "id")],
    )


def parties(found: Delegation) -> list[PartyRow]:
    """Its parties, and who goes with each on which day. Two statements."""
    with_whom: dict[object, dict[date, list[str]]] = {}
    for one in PartyDay.objects.filter(party__delegation=found).select_related("member").order_by("member__rank", "member__id"):
        with_whom.setdefault(one.party_id, {}).setdefault(one.day, []).append(one.member.name)
    days = days_of(found)
    return [
        PartyRow(p.code, p.name, tuple(PartyDayRow(day, tuple(with_whom.get(p.id, {}).get(day, ()))) for day in days))
        for p in VisitParty.objects.filter(delegation=found).order_by("id")
    ]


def chosen(stop: VisitStop) -> list[str]:
    """Members at a stop who were chosen one by one; none where they come because it is theirs. One statement."""
    return [m for m in stop.people.values_list("member__code", flat=True) if m] if stop.picked else []


def known(codes: Iterable[str]) -> frozenset[str]:
    """Which of these codes are people or organisations of the directory. Two statements."""
    asked = list(codes)
    people = Person.objects.filter(code__in=asked).values_list("code", flat=True)
    return frozenset(people) | frozenset(Partner.objects.filter(code__in=asked).values_list("code", flat=True))
