"""The itinerary by machine, and the day as it happens: plan all wishes, and shift what follows a delay."""

from dataclasses import dataclass
from datetime import datetime

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.period import Period
from squaremile.network import rules
from squaremile.network.models import Delegation, VisitParty, VisitStop, VisitWish
from squaremile.network.operations.delegations import open_delegation
from squaremile.network.operations.visit_stops import discard, expect, language_of
from squaremile.network.operations.visit_wishes import party_of
from squaremile.network.policies.itinerary import DAY, LUNCH, Plan, Terms, Wish
from squaremile.network.policies.itinerary_solver import plan
from squaremile.network.policies.lateness import Due, Moved, late
from squaremile.network.reads.visit_plan import minute_of, moment_of, party_days, stops_of, terms, wishes, zone_of
from squaremile.network.words import visits as words
from squaremile.published.visits import DayRanLate

_OPEN = (words.DELEGATION_UNKNOWN, words.DELEGATION_OVER)
KEPT_WORTH = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """What planning gave: codes of wishes honoured and not, why, the fewest to give up, and how good the plan is."""

    honoured: tuple[str, ...]
    dropped: tuple[str, ...]
    impossible: tuple[tuple[str, str], ...]
    smallest_drop: tuple[str, ...]
    travel_minutes: int
    gap: float
    status: str


@dataclass(frozen=True, slots=True)
class RanLate:
    """What a delay did: stops that moved, fixed ones that are reached too late, minutes after the day's end."""

    moved: tuple[tuple[str, int], ...]
    broken: tuple[tuple[str, int], ...]
    over: int


@operation(
    "network.plan_itinerary", ko="일정 짜기", en="Plan the itinerary", may=rules.liaise, refuses=(*_OPEN, words.NOTHING_WISHED),
)
def plan_itinerary(*, delegation: str) -> Planned:
    """Fit as many wishes as possible into the days, the most wanted first, with little travel, rests and meals.

    Fixed stops and stops with minutes stay where they are; everything else that is planned is planned anew. Parties go
    their own ways, and meet where a wish is everybody's.
    """
    found = open_delegation(delegation)
    stops = stops_of(found)
    kept = [s for s in stops if s.fixed or s.minuted_at]
    kept_wishes = {s.wish.code for s in kept if s.wish}
    wanted = [w for w in wishes(found) if w.code not in kept_wishes]
    if not wanted:
        raise Refused(words.NOTHING_WISHED)
    asked = terms(found)
    made = plan([*_held(found, kept, wanted), *wanted], asked)
    for stop in stops:
        if stop not in kept:
            discard(stop)
    _write(found, made, {s.code for s in kept})
    note(subject=found, honoured=len(made.honoured), dropped=list(made.dropped), gap=round(made.gap, 4))
    held = {s.code for s in kept}
    return Planned(
        tuple(c for c in made.honoured if c not in held), tuple(c for c in made.dropped if c not in held),
        tuple(w for w in made.impossible if w[0] not in held),
        tuple(c for c in made.smallest_drop if c not in held), made.travel_minutes, made.gap, made.status,
    )


def _held(found: Delegation, kept: list[VisitStop], wanted: list[Wish]) -> list[Wish]:
    """Stops that stay, as wishes that are worth more than all others and have one time only."""
    worth = KEPT_WORTH * (len(wanted) + 1)
    held = []
    for stop in kept:
        start, end = minute_of(stop.period.start, found), minute_of(stop.period.end, found)
        if stop.kind != "travel":
            held.append(Wish(
                stop.code, end - start, ((start, end),), worth, stop.place.code if stop.place else "",
                party=stop.party.code if stop.party else "",
            ))
    return held


def _write(found: Delegation, made: Plan, held: set[str]) -> None:
    by_code = {w.code: w for w in VisitWish.objects.filter(delegation=found).select_related("host", "place", "party")}
    parties, apart = {p.code: p for p in VisitParty.objects.filter(delegation=found)}, party_days(found)
    fed: set[int] = set()
    for stop in made.stops:
        if stop.code in held:
            continue
        period = Period(moment_of(stop.start, found), moment_of(stop.end, found))
        if stop.code == LUNCH:
            day = stop.start // DAY
            alone = any(day in days for days in apart.values())
            # A party that nobody goes with on a day eats nothing; where nobody goes apart, all eat together.
            if stop.party and (day not in apart.get(stop.party, ()) if alone else day in fed):
                continue
            fed.add(day)
            written = VisitStop.objects.create(
                code=short_code("VS"), delegation=found, kind="meal", title_ko="점심", title_en="Lunch", period=period, planned=period,
                party=parties.get(stop.party) if alone else None,
            )
            expect(written, None)
            continue
        wish = by_code[stop.code]
        written = VisitStop.objects.create(
            code=short_code("VS"), delegation=found, kind="meeting", title_ko=wish.title_ko, title_en=wish.title_en,
            period=period, planned=period, place=wish.place, wish=wish, language=language_of(wish), party=wish.party,
        )
        expect(written, wish)


@operation(
    "network.run_late", ko="늦어짐 알리기", en="Say that the day runs late", may=rules.liaise,
    refuses=(*_OPEN, words.LATE_UNSOUND, words.NOTHING_LEFT, words.PARTY_UNKNOWN),
)
def run_late(*, delegation: str, minutes: int, party: str = "") -> RanLate:
    """The group (or one `party`) is so many minutes late: the rest of its day moves, eating breaks first; fixed stops stay.

    The hosts of stops that moved are told.
    """
    found = open_delegation(delegation)
    if not 1 <= minutes <= 480:
        raise Invalid(words.LATE_UNSOUND)
    party_of(found, party)
    now, zone = clock.now(), zone_of(found)
    today = now.astimezone(zone).date()
    left = [s for s in stops_of(found) if s.period.end > now and s.period.start.astimezone(zone).date() == today]
    if not left:
        raise Refused(words.NOTHING_LEFT)
    day_end = datetime.combine(today, found.day_end, zone)
    moved, over = late(_due(left, terms(found)), minutes, day_end, party=party)
    by_code = {s.code: s for s in left}
    changed = [m for m in moved if _lies_elsewhere(m, by_code[m.code])]
    for move in changed:
        stop = by_code[move.code]
        # What has begun keeps its beginning: it only ends later.
        stop.period = Period(stop.period.start if stop.period.start <= now else move.start, move.end)
        stop.save(update_fields=["period"])
    if changed:
        publish(DayRanLate(
            delegation=found.id, code=found.code, minutes=minutes, stops=tuple(by_code[m.code].id for m in changed), told=short_code("T"),
        ))
    note(subject=found, minutes=minutes, moved=len(changed), over=over)
    return RanLate(
        tuple((m.code, m.shift) for m in changed), tuple((m.code, m.missing) for m in moved if m.missing), over,
    )


def _due(left: list[VisitStop], asked: Terms) -> list[Due]:
    """Each stop with the way to it: from the last place of whoever comes, the longest where several come together."""
    due: list[Due] = []
    before = dict.fromkeys(asked.tracks, "")
    for stop in left:
        own = stop.party.code if stop.party else ""
        coming = [track for track in before if not own or track == own]
        ways = [asked.travel.minutes(before[track], stop.place.code if stop.place else before[track]) for track in coming]
        due.append(Due(stop.code, stop.period.start, stop.period.end, max(ways, default=0), stop.fixed, stop.kind == "rest", own))
        if stop.place:
            before |= dict.fromkeys(coming, stop.place.code)
    return due


def _lies_elsewhere(move: Moved, stop: VisitStop) -> bool:
    return (move.start, move.end) != (stop.period.start, stop.period.end) and not stop.fixed
