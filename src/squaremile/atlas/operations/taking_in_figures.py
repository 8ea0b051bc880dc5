"""Taking in regions, figures and ties by the thousand. Said again by the same source, they are replaced, never added up."""

from typing import Any

from squaremile.atlas import rules
from squaremile.atlas.models import Fact, Identifier, Region, Source, Tie
from squaremile.atlas.operations import entries, placards, placing, regions, taking_in_parts
from squaremile.atlas.operations.facts import record_fact, record_tie
from squaremile.atlas.policies.polygons import MOST_POINTS
from squaremile.atlas.policies.records import Area, Bond, Figure, Taken
from squaremile.atlas.words import regions as region_words
from squaremile.atlas.words import registry as words
from squaremile.core.words import BAD_INPUT, CODE_UNFIT
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation

BATCH = 2000
_FACT_SAID = dict(record_fact.operation.constraints)  # type: ignore[attr-defined]
_TIE_SAID = dict(record_tie.operation.constraints)  # type: ignore[attr-defined]


@operation(
    "atlas.import_regions", ko="지역 한꺼번에 들이기", en="Take in regions", may=rules.take_in,
    refuses=(words.SOURCE_UNKNOWN, region_words.SCHEME_UNKNOWN, region_words.OUTLINE_UNSOUND),
    constraints={
        "atlas_region_once_a_scheme": region_words.REGION_TAKEN, "atlas_region_code_fits": CODE_UNFIT,
        "atlas_site_region_once": BAD_INPUT, **regions.SAID_BY_TABLE,
    },
)
def import_regions(*, source: str, region_scheme: str, rows: list[Area], published: bool = False) -> Taken:
    """Bring in the regions of a scheme: those that are there are given the outline, names and people that the file has."""
    placing.alone()
    origin, scheme, taken = entries.source(source), entries.scheme(region_scheme), Taken()
    here = {one.code: one for one in Region.objects.filter(scheme=scheme)}
    for row in rows:
        shape = regions.read_outline(dict(row.outline) if row.outline is not None else None, most=MOST_POINTS)
        one = here.get(row.code)
        said = {"name_ko": row.name_ko, "name_en": row.name_en, "population": row.population}
        if one is None:
            one = here[row.code] = Region.objects.create(
                scheme=scheme, code=row.code, published=published, created_at=clock.now(), **said, **regions.outlined(shape, None)
            )
            names = regions.said_of(one)
            taken.made.add(row.code)
        else:
            names = _renewed(one, said, regions.outlined(shape, None) if shape else {})
            (taken.filled if names else taken.same).add(row.code)
        if row.code in taken.made or "outline" in names:
            placing.fill_region(one, shape)
        entries.tell("region", one.id, names, origin)
        placards.region(one)
        taken.codes[row.code] = one.code
    note(subject=scheme, made=len(taken.made), filled=len(taken.filled), same=len(taken.same))
    return taken


def _renewed(one: Region, said: dict[str, Any], shape: dict[str, Any]) -> list[str]:
    names = [name for name, value in said.items() if value not in ("", None) and getattr(one, name) != value]
    for name in names:
        setattr(one, name, said[name])
    if shape and shape["outline"] != one.outline:
        for name, value in shape.items():
            setattr(one, name, value)
        names += ["outline", "area_km2"]
    if names:
        one.save()
    return names


@operation(
    "atlas.import_facts", ko="지역의 수치 한꺼번에 들이기", en="Take in figures of regions", may=rules.take_in,
    refuses=(words.SOURCE_UNKNOWN, region_words.SCHEME_UNKNOWN), constraints=_FACT_SAID,
)
def import_facts(*, source: str, region_scheme: str, rows: list[Figure]) -> Taken:
    """Bring in figures of the regions of a scheme. Figures of regions that are not here are left out and counted."""
    origin, scheme, taken = entries.source(source), entries.scheme(region_scheme), Taken()
    here = {one.code: one for one in Region.objects.filter(scheme=scheme)}
    codes = taking_in_parts.codes_of([row.activity for row in rows if row.activity is not None])
    known = {
        (f.region_id, f.activity_id, f.period, f.measure): (f.value, f.suppressed)
        for f in Fact.objects.filter(source=origin, region__scheme=scheme).iterator(BATCH)
    }
    facts: dict[Any, Fact] = {}
    for n, row in enumerate(rows):
        key, one = str(n), here.get(row.region)
        if one is None:
            taken.more["unknown_region"] = taken.more.get("unknown_region", 0) + 1
            continue
        what = codes[row.activity.scheme, row.activity.code] if row.activity else None
        place = (one.id, what.id if what else None, row.period, row.measure)
        if place in known and known[place] == (row.value, row.value is None):
            taken.same.add(key)
            continue
        (taken.filled if place in known else taken.made).add(key)
        facts[place] = Fact(
            region=one, activity=what, period=row.period, measure=row.measure, value=row.value, suppressed=row.value is None,
            source=origin,
        )  # fmt: skip
    Fact.objects.bulk_create(
        facts.values(), BATCH, update_conflicts=True, unique_fields=["region", "activity", "period", "measure", "source"],
        update_fields=["value", "suppressed"],
    )
    note(subject=scheme, made=len(taken.made), filled=len(taken.filled), same=len(taken.same), more=taken.more)
    return taken


@operation(
    "atlas.import_ties", ko="기관 사이의 관계 한꺼번에 들이기", en="Take in ties", may=rules.take_in,
    refuses=(words.SOURCE_UNKNOWN,), constraints=_TIE_SAID,
)
def import_ties(*, source: str, rows: list[Bond]) -> Taken:
    """Bring in ties between organisations that the source has named before. Those between others are left out and counted."""
    origin, taken = entries.source(source), Taken()
    here = _called(origin)
    known = {(t.one_id, t.other_id, t.kind, t.period): t.weight for t in Tie.objects.filter(source=origin).iterator(BATCH)}
    ties: dict[Any, Tie] = {}
    for n, row in enumerate(rows):
        one, other = here.get(row.one), here.get(row.other)
        if one is None or other is None or one == other:
            taken.more["unknown_end"] = taken.more.get("unknown_end", 0) + 1
            continue
        place = (one, other, row.kind, row.period)
        if known.get(place) == row.weight:
            taken.same.add(str(n))
            continue
        (taken.filled if place in known or place in ties else taken.made).add(str(n))
        ties[place] = Tie(
            one_id=one, other_id=other, kind=row.kind, period=row.period, weight=row.weight, evidence=list(row.evidence), source=origin
        )
    Tie.objects.bulk_create(
        ties.values(), BATCH, update_conflicts=True, unique_fields=["one", "other", "kind", "period", "source"],
        update_fields=["weight", "evidence"],
    )
    note(subject=origin, made=len(taken.made), filled=len(taken.filled), same=len(taken.same), more=taken.more)
    return taken


def _called(origin: Source) -> dict[str, Any]:
    rows = Identifier.objects.filter(source=origin)
    return {value: merged or key for value, key, merged in rows.values_list("value", "organisation", "organisation__merged_into").iterator(BATCH)}


