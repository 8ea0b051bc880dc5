"""Figures of regions and ties between organisations, recorded by hand."""

from decimal import Decimal

from squaremile.atlas import rules
from squaremile.atlas.models import Fact, Tie
from squaremile.atlas.operations import entries
from squaremile.atlas.words import regions
from squaremile.atlas.words import registry as words
from squaremile.core.words import BAD_INPUT
from squaremile.kernel.errors import Missing
from squaremile.kernel.operation import note, operation


@operation(
    "atlas.record_fact", ko="지역의 수치 적기", en="Record a figure of a region", may=rules.keep,
    refuses=(regions.REGION_UNKNOWN, words.ACTIVITY_UNKNOWN, words.SOURCE_UNKNOWN),
    constraints={
        "atlas_fact_once": BAD_INPUT, "atlas_fact_measure_known": BAD_INPUT, "atlas_fact_period_sound": words.PERIOD_UNSOUND,
        "atlas_fact_suppressed_or_said": words.FIGURE_UNSOUND, "atlas_fact_own_of_five": words.TOO_FEW,
    },
)
def record_fact(
    *, region_scheme: str, region: str, measure: str, during: str, figure: Decimal | None = None, suppressed: bool = False,
    activity_scheme: str = "", activity_code: str = "", source: str = "", own: bool = False, behind: int | None = None,
) -> Fact:
    """Record how much of something a region had during a year, quarter or month, by a source; said again, it is replaced.

    `own` marks a figure made of what companies do in the cluster: it needs the number of organisations behind it, and
    five of them at least.
    """
    home, origin = entries.region(region_scheme, region), entries.source(source)
    what = entries.activity(activity_scheme, activity_code) if activity_scheme or activity_code else None
    made, _ = Fact.objects.update_or_create(
        region=home, activity=what, period=during, measure=measure, source=origin,
        defaults={"value": figure, "suppressed": suppressed, "own": own, "base": behind},
    )
    note(subject=made, region=f"{region_scheme}:{region}", measure=measure, period=during)
    return made


@operation(
    "atlas.record_tie", ko="기관 사이의 관계 적기", en="Record a tie between organisations", may=rules.keep,
    refuses=(words.ORGANISATION_UNKNOWN, words.SOURCE_UNKNOWN),
    constraints={
        "atlas_tie_once": BAD_INPUT, "atlas_tie_of_two": words.TIE_OF_TWO, "atlas_tie_kind_known": BAD_INPUT,
        "atlas_tie_weighs": words.WEIGHT_UNSOUND, "atlas_tie_period_sound": words.PERIOD_UNSOUND,
    },
)
def record_tie(
    *, institution: str, other_institution: str, tie_kind: str, during: str = "", weight: Decimal = Decimal(1),
    evidence_numbers: list[str] | None = None, source: str = "",
) -> Tie:
    """Record that two organisations wrote, tried, paid or owned together, how much, and by which evidence."""
    (one, other), origin = entries.institutions(institution, other_institution), entries.source(source)
    if one is None or other is None:
        raise Missing(words.ORGANISATION_UNKNOWN)
    made, _ = Tie.objects.update_or_create(
        one=one, other=other, kind=tie_kind, period=during, source=origin,
        defaults={"weight": weight, "evidence": evidence_numbers or []},
    )
    note(subject=made, one=one.code, other=other.code, kind=tie_kind)
    return made
