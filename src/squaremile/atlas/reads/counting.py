"""The answers to questions (policies/questions.py): how many, of how many, and which."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, When

from squaremile.atlas.models import Activity, ClaimMember, Identifier, Organisation, Site, SiteRegion
from squaremile.atlas.policies.questions import Question


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` of `base`, `unknown` of them not known; `codes` of what was counted, in order."""

    value: int
    base: int
    unknown: int
    codes: tuple[str, ...]


def answer(asked: Question) -> Answer:
    """Count what is published, whoever asks: the number is the same for staff, who see drafts, and for everybody else.

    The base is all of the same kind wherever they are; unknown are those without a site whose point is known as exactly
    as asked.
    """
    every = Organisation.objects.filter(merged_into=None, published=True, **_plain(asked))
    if asked.activity:
        done = Activity.objects.filter(organisation=OuterRef("pk"), activity__scheme=asked.scheme, activity__code=asked.activity)
        every = every.filter(Exists(done))
    if asked.source:
        every = every.filter(Exists(Identifier.objects.filter(organisation=OuterRef("pk"), source__code=asked.source)))
    placed = Site.objects.filter(closed=None, latitude__isnull=False)
    if asked.precisions:
        placed = placed.filter(precision__in=asked.precisions)
    here = _within(placed, asked)
    somewhere = bool(asked.precisions or asked.region or asked.region_scheme or asked.box)
    if asked.count == "sites":
        rows = (here if somewhere else Site.objects.filter(closed=None)).filter(organisation__in=every)
        codes = tuple(rows.order_by("code").values_list("code", flat=True))
        base = Site.objects.filter(closed=None, organisation__in=every)
        return Answer(len(codes), base.count(), base.filter(latitude=None).count(), codes)
    counted = every.filter(Exists(here.filter(organisation=OuterRef("pk")))) if somewhere else every
    codes = tuple(counted.order_by("code").values_list("code", flat=True))
    unknown = every.exclude(Exists(placed.filter(organisation=OuterRef("pk")))).count() if somewhere else 0
    return Answer(len(codes), every.count(), unknown, codes)


def judged(claim: UUID) -> Answer:
    """k of N of a list that is judged one by one. One whose organisation is a draft is told by its position."""
    shown = Case(When(organisation__published=True, then="organisation__code"))
    rows = list(ClaimMember.objects.filter(claim=claim).order_by("position").values_list("judgement", shown, "position"))
    yes = [code or f"#{position}" for judgement, code, position in rows if judgement == "yes"]
    return Answer(len(yes), len(rows), sum(judgement == "unknown" for judgement, *_ in rows), tuple(yes))


def _plain(asked: Question) -> dict[str, str]:
    return {name: value for name, value in (("kind", asked.kind), ("status", asked.status)) if value}


def _within(sites: Any, asked: Question) -> Any:
    if asked.region_scheme:
        inside = SiteRegion.objects.filter(site=OuterRef("pk"), region__published=True, region__scheme__code=asked.region_scheme)
        if asked.region:
            inside = inside.filter(region__code=asked.region)
        sites = sites.filter(Exists(inside))
    if asked.box is not None:
        west, south, east, north = asked.box
        sites = sites.filter(Q(longitude__range=(west, east), latitude__range=(south, north)))
    return sites
