"""What comes with organisations that are taken in: their sites and what they do."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from squaremile.atlas.models import Activity, ActivityCode, Organisation, Provenance, Site, Source
from squaremile.atlas.operations import entries, placing, sites
from squaremile.atlas.policies.records import Doing, Entrant, Spot
from squaremile.kernel import clock
from squaremile.kernel.ids import MANY, short_code

BATCH = 2000
Pairs = Sequence[tuple[Organisation, Entrant]]
_EXACT = Decimal("0.0000001")
_FINER = {"": 0, "city": 1, "postcode": 2, "street": 3, "roof": 4}


@dataclass(slots=True)
class Beside:
    """Keys of organisations that were told more, and how much."""

    changed: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)


def take(origin: Source, pairs: Pairs, *, fresh: Collection[str]) -> Beside:
    """Sites and activities of these; `fresh` are keys of organisations that have none yet."""
    done = Beside()
    _sites(origin, pairs, fresh, done)
    _activities(origin, pairs, done)
    return done


def _sites(origin: Source, pairs: Pairs, fresh: Collection[str], done: Beside) -> None:
    older = {one.id for one, row in pairs if row.key not in fresh}
    here: defaultdict[UUID, list[Site]] = defaultdict(list)
    for site in Site.objects.filter(organisation__in=older):
        here[site.organisation_id].append(site)
    made: list[Site] = []
    moved: list[Site] = []
    told: list[tuple[UUID, str]] = []
    for one, row in pairs:
        for spot in row.sites:
            same = next((site for site in here[one.id] if _same(site, spot)), None)
            if same is None:
                site = _made(one, spot)
                made.append(site)
                here[one.id].append(site)
                told += [(site.id, name) for name in sites.said_of(site)]
                done.changed.add(row.key)
            elif names := _filled(same, spot):
                moved.append(same)
                told += [(same.id, name) for name in names]
                done.changed.add(row.key)
    Site.objects.bulk_create(made, BATCH)
    columns = [*sites.FIELDS, "latitude", "longitude", "precision", "cell_4km", "cell_1km", "cell_250m"]
    if moved:
        Site.objects.bulk_update(moved, columns, BATCH)
    placing.place_sites([*made, *moved])
    day = entries.day_of(origin)
    Provenance.objects.bulk_create(
        [Provenance(kind="site", subject=key, field=name, source=origin, as_of=day) for key, name in told], BATCH * 4,
        update_conflicts=True, unique_fields=["subject", "field"], update_fields=["source", "as_of"],
    )
    done.counts["sites"] = len(made)


def _same(site: Site, spot: Spot) -> bool:
    """The same place: the same address, or the same point with no address that differs."""
    there, said = _folded(site.address_en or site.address_ko), _folded(spot.address_en or spot.address_ko)
    if there and said:
        return there == said
    if spot.latitude is None or spot.longitude is None or site.latitude is None or site.longitude is None:
        return not said and spot.latitude is None
    return (
        site.latitude.quantize(_EXACT) == spot.latitude.quantize(_EXACT)
        and site.longitude.quantize(_EXACT) == spot.longitude.quantize(_EXACT)
    )


def _folded(address: str) -> str:
    return " ".join(address.casefold().replace(",", " ").replace(".", " ").split())


def _made(one: Organisation, spot: Spot) -> Site:
    return Site(
        code=short_code("AS", MANY), organisation=one, address_ko=spot.address_ko, address_en=spot.address_en, opened=spot.opened,
        closed=spot.closed, jobs=spot.jobs, created_at=clock.now(),
        **sites.pointed(spot.latitude, spot.longitude, spot.precision),
    )


def _filled(site: Site, spot: Spot) -> list[str]:
    """Fill what is empty; a point known more exactly takes the place of a rougher one."""
    names = [
        name for name in ("address_ko", "address_en", "opened", "closed", "jobs")
        if getattr(site, name) in ("", None) and getattr(spot, name) not in ("", None)
    ]  # fmt: skip
    for name in names:
        setattr(site, name, getattr(spot, name))
    if spot.latitude is not None and _FINER[spot.precision] > _FINER[site.precision]:
        for name, value in sites.pointed(spot.latitude, spot.longitude, spot.precision).items():
            setattr(site, name, value)
        names.append("point")
    return names


def codes_of(doings: Collection[Doing]) -> dict[tuple[str, str], ActivityCode]:
    """The codes of these activities; those that are new are entered with the names they came with."""
    wanted = {(each.scheme, each.code): each for each in doings}
    if not wanted:
        return {}
    new = [
        ActivityCode(
            scheme=each.scheme, code=each.code, name_ko=each.name_ko[:200], name_en=each.name_en[:200] or ("" if each.name_ko else each.code),
            parent=each.parent,
        )
        for each in wanted.values()
    ]  # fmt: skip
    ActivityCode.objects.bulk_create(new, BATCH, ignore_conflicts=True)
    found = ActivityCode.objects.filter(scheme__in={s for s, _ in wanted}, code__in={c for _, c in wanted})
    return {(one.scheme, one.code): one for one in found}


def _activities(origin: Source, pairs: Pairs, done: Beside) -> None:
    codes = codes_of([doing for _, row in pairs for doing in row.activities])
    if not codes:
        return
    there = Activity.objects.filter(source=origin, organisation__in={one.id for one, _ in pairs})
    known: dict[Any, Decimal] = {(a.organisation_id, a.activity_id): a.weight for a in there}
    rows: dict[Any, Activity] = {}
    for one, row in pairs:
        for doing in row.activities:
            what = codes[doing.scheme, doing.code]
            if known.get((one.id, what.id)) != doing.weight:
                rows[one.id, what.id] = Activity(organisation=one, activity=what, weight=doing.weight, source=origin)
                done.changed.add(row.key)
    Activity.objects.bulk_create(
        rows.values(), BATCH, update_conflicts=True, unique_fields=["organisation", "activity", "source"], update_fields=["weight"]
    )
    done.counts["activities"] = len(rows)
