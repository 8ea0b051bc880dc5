"""The allocation desk: a plan is asked for, drawn by the worker, and accepted while nothing has changed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.residency import SpacePlanAsked
from squaremile.residency import rules
from squaremile.residency.models import Move, Price, PriceVersion, SpacePlan, SpacePlanLine
from squaremile.residency.operations import moves, offers
from squaremile.residency.operations.companies import seen
from squaremile.residency.operations.fitting import REFUSES as FIT
from squaremile.residency.operations.staying import REFUSES as STAY
from squaremile.residency.policies.allocation import Allocation, Contradicted, allocate, what_if
from squaremile.residency.policies.space import Need, Plan, Problem, head_room
from squaremile.residency.reads.allocation import Ground, ground
from squaremile.residency.reads.days import begin_of, today
from squaremile.residency.words import companies
from squaremile.residency.words import licences as licence_words
from squaremile.residency.words import space as words
from squaremile.spaces.reads import places

STEP = {"plan_step_allowed": words.PLAN_STEP, "space_plan_question_stays": words.PLAN_STEP}
SECONDS = 8


@operation(
    "residency.ask_space_plan", ko="자리 배치 맡기기", en="Have space allocated", may=rules.allocate,
    refuses=(words.PLAN_DAY, words.PIN_UNFIT, companies.COMPANY_UNKNOWN, NOT_FOUND),
    constraints={"space_plan_seconds_few": words.PLAN_DAY},
)
def ask_space_plan(*, site: str, on_day: date, pins: Sequence[str] = (), newcomer: str = "", seconds: int = SECONDS) -> SpacePlan:
    """The worker draws who gets which place from a day on; pins are "place=company". With a newcomer (a company's code)
    it answers what admitting that company would mean, and changes nothing.
    """
    where, fixed = places.find(site), _pins(pins)
    if where.kind != "site":
        raise Missing(NOT_FOUND)
    if on_day < today():
        raise Invalid(words.PLAN_DAY)
    made = SpacePlan.objects.create(
        code=short_code("SP"), site_id=where.id, day=on_day, newcomer=seen(newcomer) if newcomer else None, state="asked",
        seconds=min(max(1, seconds), 60), asked_at=clock.now(), asked_by=require().actor,
    )
    SpacePlanLine.objects.bulk_create(
        [SpacePlanLine(plan=made, company_id=whose, place_id=place, part="pin") for place, whose in fixed.items()]
    )
    publish(SpacePlanAsked(plan=made.code))
    note(subject=made, day=on_day, pins=len(fixed), newcomer=newcomer)
    return made


def _pins(pins: Sequence[str]) -> dict[UUID, UUID]:
    said = [tuple(part.strip() for part in pin.partition("=")[::2]) for pin in pins if pin.strip()]
    keys = places.keys(place for place, _ in said)
    if len(keys) != len(said):
        raise Invalid(words.PIN_UNFIT)
    return {keys[place]: seen(company).id for place, company in said}


@operation(
    "residency.draw_space_plan", ko="자리 배치 짜기", en="Draw a plan of space", may=rules.draw_plans,
    refuses=(words.PLAN_UNKNOWN,), constraints=STEP,
)
def draw_space_plan(*, space_plan: str) -> SpacePlan:
    """The worker's part: once; a plan that is drawn already stays as it is."""
    found = _locked(space_plan)
    if found.state != "asked":
        return found
    base = _ground(found)
    found.basis = base.digest
    try:
        if found.newcomer is not None:
            _answer(found, base)
        elif base.problem.needs:
            _draw(found, base)
        else:
            found.state, found.failed = "failed", "nobody"
    except Contradicted:
        found.state, found.failed = "failed", "contradicted"
    found.save()
    note(subject=found, state=found.state, worth=found.worth, bound=found.bound)
    return found


def _ground(plan: SpacePlan) -> Ground:
    pins = [
        (line.company.code, line.place.code)
        for line in SpacePlanLine.objects.select_related("company", "place").filter(plan=plan, part="pin").order_by("id")
        if line.place is not None
    ]
    return ground(plan.site.code, plan.day, pins, plan.newcomer.code if plan.newcomer else "")


def _draw(plan: SpacePlan, base: Ground) -> None:
    """Who is in residence and cannot get what it would like keeps what it has: nobody is put out by a plan."""
    problem, found = base.problem, allocate(base.problem, seconds=plan.seconds)
    out = [need.name for need in problem.needs if need.has and need.name in found.unplaced]
    if out:
        problem = replace(problem, needs=[_as_it_is(problem, n) if n.name in out else n for n in problem.needs])
        found = allocate(problem, seconds=plan.seconds)
        if any(need.has and need.name in found.unplaced for need in problem.needs):
            raise Contradicted("somebody in residence would lose every place")
    plan.state, plan.worth, plan.bound, plan.proved = "drawn", found.worth, found.bound, found.proved
    _write(plan, base, found.plan, found)


def _as_it_is(problem: Problem, need: Need) -> Need:
    counts: dict[str, int] = defaultdict(int)
    for spot in problem.spots:
        if spot.name in need.has:
            counts[spot.kind] += 1
    return replace(need, counts=dict(counts), pinned=need.has)


def _answer(plan: SpacePlan, base: Ground) -> None:
    """What if the newcomer were admitted: with everybody where they are, then with moves."""
    assert plan.newcomer is not None
    code, listed = plan.newcomer.code, PriceVersion.objects.filter(valid_from__lte=plan.day).order_by("-valid_from", "-created_at").first()
    prices = {p.kind: p.amount for p in Price.objects.filter(version=listed)} if listed else {}
    newcomer = next((need for need in base.problem.needs if need.name == code), None)
    if newcomer is None:
        plan.state, plan.failed = "failed", "nobody"
        return
    here = [_free_to_move(base, n) for n in base.problem.needs if n.name != code and n.has]
    problem = replace(base.problem, needs=here)
    told = what_if(problem, replace(newcomer, has=frozenset()), prices, seconds=plan.seconds)
    plan.state, plan.rent, plan.without_moves = "drawn", told.rent if told.fits else None, told.without_moves
    plan.currency = listed.currency if listed and plan.rent is not None else ""
    plan.worth = plan.bound = len(told.places)
    _write(plan, replace(base, problem=replace(problem, needs=[*here, newcomer])), told.plan, None, {} if told.fits else {code: told.why})


def _free_to_move(base: Ground, need: Need) -> Need:
    """With what it has and no more; only what is under a licence in force may be moved."""
    return replace(_as_it_is(base.problem, need), pinned=need.pinned & need.has)


def _write(
    plan: SpacePlan, base: Ground, made: Plan, found: Allocation | None, unplaced: dict[str, str] | None = None
) -> None:
    lines = []
    for need in base.problem.needs:
        given = set(made.of(need.name))
        for part, names in (("stays", given & need.has), ("comes", given - need.has), ("leaves", need.has - given)):
            lines += [(need.name, name, part, "") for name in sorted(names)]
    lines += [(whose, name, "kept", "") for name, whose in sorted(made.kept.items())]
    why = found.unplaced if found is not None else unplaced or {}
    lines += [(name, "", "unplaced", reason) for name, reason in sorted(why.items())]
    SpacePlanLine.objects.bulk_create([
        SpacePlanLine(plan=plan, company_id=base.companies[whose], place_id=base.places.get(name), part=part, why=reason)
        for whose, name, part, reason in lines
    ])  # fmt: skip
    plan.head_room = [[area, hazard, left] for (area, hazard), left in sorted(head_room(base.problem, made).items())]


@dataclass(frozen=True, slots=True)
class Terms:
    """What every offer of a plan says alike."""

    price_version: str
    until: datetime
    end: datetime
    permitted_use: str
    people_a_place: int


@operation(
    "residency.accept_space_plan", ko="배치안 확정하기", en="Accept a plan of space", may=rules.allocate,
    refuses=(
        words.PLAN_UNKNOWN, words.PLAN_STEP, words.PLAN_OUTDATED, words.PLAN_DAY, companies.COMPANY_UNKNOWN,
        licence_words.OFFER_DATES, licence_words.OFFER_TERMS, licence_words.NOT_ADMITTED, licence_words.PRICE_UNKNOWN,
        licence_words.PRICE_MISSING, *STAY, *moves.REFUSES, *FIT,
    ),
    constraints={**STEP, **moves.HELD, "licence_place_no_overlap": licence_words.PLACE_LICENSED},
)
def accept_space_plan(
    *, space_plan: str, price_version: str, until: datetime, end: datetime, permitted_use: str, people_a_place: int = 2,
) -> SpacePlan:
    """All of it or nothing: companies that have a licence in force get a move on the plan's day, others an offer that
    stands until `until` for a licence to `end`. Refused where anything that the plan rests on has changed.
    """
    found = _locked(space_plan)
    if found.state != "drawn" or found.newcomer is not None:
        raise Refused(words.PLAN_STEP)
    if found.day < today():
        raise Refused(words.PLAN_DAY)
    # Two plans rest on the same ground: the second is held against what the first has made of it.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 62))", (str(found.site_id),))
    base = _ground(found)
    if base.digest != found.basis:
        raise Refused(words.PLAN_OUTDATED)
    terms = Terms(price_version, until, end, permitted_use, people_a_place)
    made = _carry(found, base, terms)
    found.state = "accepted"
    found.save(update_fields=["state"])
    note(subject=found, **made)
    return found


def _carry(plan: SpacePlan, base: Ground, terms: Terms) -> dict[str, Any]:
    """First everybody gives up, then everybody takes: two that change places do not stand in each other's way."""
    leaves: dict[str, list[str]] = defaultdict(list)
    comes: dict[str, list[str]] = defaultdict(list)
    stays = {need.name for need in base.problem.needs if set(need.has) & set(base.licences)}
    for line in SpacePlanLine.objects.select_related("company", "place").filter(plan=plan, part__in=("comes", "leaves")):
        assert line.place is not None
        (comes if line.part == "comes" else leaves)[line.company.code].append(line.place.code)
    moving: list[Move] = [moves.begin(code, plan.day, leaves[code]) for code in sorted({*leaves, *comes} & stays)]
    for move in moving:
        moves.take(move, comes[move.company.code])
    offered = sorted(set(comes) - stays)
    start = max(begin_of(plan.day), clock.now() + timedelta(minutes=1))
    for code in offered:
        offers.make_offer(
            company=code, spots=comes[code], start=start, end=terms.end, until=terms.until, price_version=terms.price_version,
            permitted_use=terms.permitted_use, most_people=min(1000, terms.people_a_place * len(comes[code])),
        )
    return {"moves": len(moving), "offers": len(offered)}


def _locked(code: str) -> SpacePlan:
    found = (
        SpacePlan.objects.select_for_update(of=("self",)).select_related("site", "newcomer").filter(code=code).first()
    )
    if found is None:
        raise Missing(words.PLAN_UNKNOWN)
    return found
