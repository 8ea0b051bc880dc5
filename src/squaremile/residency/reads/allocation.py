"""What an allocation is drawn from: the places of a site on a day, what companies need, and what must not be."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from squaremile.residency.models import AreaLimit, Company, CompetitionFinding, LicencePlace, Move, Neighbour, SpaceNeed
from squaremile.residency.policies.space import Need, Problem, Spot
from squaremile.residency.policies.space_terms import BIOSAFETY
from squaremile.residency.reads.days import begin_of, today
from squaremile.spaces.reads import places
from squaremile.spaces.reads.inside import Spot as Standing
from squaremile.spaces.reads.inside import inside

HERE = ("admitted", "resident")
URGENT = 9
"""Who is in residence comes first."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The problem, in codes, with the keys behind them; `digest` changes with anything that the plan depends on."""

    problem: Problem
    digest: str
    companies: Mapping[str, UUID]
    places: Mapping[str, UUID]
    licences: Mapping[str, UUID]
    """Place → the licence in force that it is under: only such a place can be moved from."""
    rivals: Sequence[tuple[str, str]]
    """All who are to be kept apart, those too who share a room already, whom the problem leaves together."""


def ground(
    site: str, day: date, pins: Sequence[tuple[str, str]] = (), newcomer: str = "", whole: Collection[str] = ()
) -> Ground:
    """As it stands for a day; pins are (company, place). A company without a stated need needs what it has. `whole`: places that
    somebody would take as they are, whatever lies in them."""
    spots = inside(site, None if day <= today() else begin_of(day) + timedelta(hours=12))
    limits = {(limit.place.code, limit.hazard): limit.most for limit in AreaLimit.objects.select_related("place")}
    made, holders = _spots(spots, {code: most for (code, hazard), most in limits.items() if hazard == BIOSAFETY}, whole)
    companies = {c.id: c for c in Company.objects.filter(state__in=HERE).order_by("code")}
    if newcomer:
        asked = Company.objects.get(code=newcomer)
        companies[asked.id] = asked
    under = _licences(day)
    needs = _needs(companies, made, holders, under, pins)
    known = {need.name for need in needs}
    codes = {c.id: c.code for c in companies.values() if c.code in known}
    kept = [spot for spot in made if holders.get(spot.name) is None or holders[spot.name] in codes]
    rivals = _rivals(codes)
    problem = Problem(
        kept, needs, {key: most for key, most in limits.items() if key[1] != BIOSAFETY},
        _apart(rivals, needs, kept), _pairs("beside", codes),
    )
    return Ground(
        problem, _digest(problem, day), {code: key for key, code in codes.items()}, places.keys(s.name for s in kept), under, rivals
    )


def _spots(
    spots: Sequence[Standing], levels: Mapping[str, int], whole: Collection[str] = ()
) -> tuple[list[Spot], dict[str, UUID | None]]:
    """Places that can be let one by one: a suite or bay whose benches are let singly counts as its benches, unless it is
    held as a whole."""
    by_code = {spot.code: spot for spot in spots}
    lettable = {spot.code for spot in spots if spot.rentable}
    inner = {code: [a.code for a in _around(by_code[code], by_code) if a.code in lettable] for code in lettable}
    held = {code for code in lettable if by_code[code].standing.stay is not None or code in whole}
    gone = {code for code, around in inner.items() if any(a in held for a in around)}
    gone |= {a for code, around in inner.items() if code not in gone for a in around if a not in held}
    made: list[Spot] = []
    holders: dict[str, UUID | None] = {}
    for position, spot in enumerate(spots):
        if spot.code not in lettable or spot.code in gone:
            continue
        around = [spot, *_around(spot, by_code)]
        room = next((a.code for a in around if a.kind in ("room", "suite")), spot.parent)
        area = next((a.code for a in around if a.kind == "control_area"), spot.floor)
        level = next((levels[a.code] for a in around if a.code in levels), 1)
        made.append(Spot(spot.code, spot.kind, room, spot.floor, area, level, position))
        if spot.standing.stay is not None:
            # Somebody without a name the asker may know holds it all the same: nobody's code is a key that never was.
            holders[spot.code] = spot.standing.stay.whose or UUID(int=0)
    return made, holders


def _around(spot: Standing, by_code: Mapping[str, Standing]) -> list[Standing]:
    found = []
    while spot.parent in by_code:
        spot = by_code[spot.parent]
        found.append(spot)
    return found


def _licences(day: date) -> dict[str, UUID]:
    at = begin_of(max(day, today()))
    return {
        mine.place.code: mine.licence_id
        for mine in LicencePlace.objects.select_related("place", "licence").filter(
            live=True, licence__state="in_force", period__endswith__gt=at, period__startswith__lte=at + timedelta(days=1)
        )
    }


def _needs(
    companies: Mapping[UUID, Company], spots: Sequence[Spot], holders: Mapping[str, UUID | None],
    under: Mapping[str, UUID], pins: Sequence[tuple[str, str]],
) -> list[Need]:
    said = {need.company_id: need for need in SpaceNeed.objects.filter(company__in=companies)}
    # Who has a move ahead is placed by it: a plan does not move her twice.
    moving = set(Move.objects.filter(state="planned").values_list("company_id", flat=True))
    needs = []
    for key, company in companies.items():
        has = frozenset(spot.name for spot in spots if holders.get(spot.name) == key)
        fast = {name for name in has if name not in under or key in moving} | {place for code, place in pins if code == company.code}
        need = said.get(key)
        kinds = Counter(spot.kind for spot in spots if spot.name in has)
        counts = dict(need.counts) if need and need.counts and key not in moving else dict(kinds)
        for kind, count in Counter(spot.kind for spot in spots if spot.name in fast).items():
            counts[kind] = max(counts.get(kind, 0), count)
        if counts:
            needs.append(Need(
                company.code, dict(sorted(counts.items())), dict(sorted(need.growth.items())) if need else {},
                need.biosafety if need else 1, dict(sorted(need.hazards.items())) if need else {},
                URGENT if has else min(need.urgency if need else 5, URGENT), has, frozenset(fast),
            ))  # fmt: skip
    return needs


def _pairs(wish: str, codes: Mapping[UUID, str]) -> list[tuple[str, str]]:
    found = Neighbour.objects.filter(wish=wish, company__in=codes, other__in=codes).values_list("company_id", "other_id")
    return sorted((codes[a], codes[b]) for a, b in found)


def _rivals(codes: Mapping[UUID, str]) -> list[tuple[str, str]]:
    """Who is kept apart by the staff, or has an unsettled or refused finding of competition."""
    found = CompetitionFinding.objects.filter(outcome__in=("open", "refused"), company__in=codes, resident__in=codes)
    pairs = {*_pairs("apart", codes), *((codes[f.company_id], codes[f.resident_id]) for f in found)}
    return sorted({(min(p), max(p)) for p in pairs})


def _apart(rivals: Sequence[tuple[str, str]], needs: Sequence[Need], spots: Sequence[Spot]) -> list[tuple[str, str]]:
    """Who shares a room already goes on sharing it: a plan cannot be asked to undo that against everything else."""
    rooms = {spot.name: spot.room for spot in spots}
    today_in = {need.name: {rooms[name] for name in need.has if name in rooms} for need in needs}
    return [pair for pair in rivals if not today_in[pair[0]] & today_in[pair[1]]]


def _digest(problem: Problem, day: date) -> str:
    said: dict[str, Any] = asdict(replace(problem, limits={}))
    said["limits"] = sorted([*key, most] for key, most in problem.limits.items())
    said["day"] = day.isoformat()
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=sorted).encode()).hexdigest()
