"""How good the data are: a score for each source, and what somebody should look at."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from squaremile.atlas.models import Duplicate, Organisation, Site
from squaremile.atlas.policies.geocode import PILE
from squaremile.kernel.words import Text, both

PARTS: dict[str, Text] = {
    "numbered": Text(ko="공인 번호(ROR, OpenAlex, LEI)가 있음", en="has a register's number (ROR, OpenAlex, LEI)"),
    "placed": Text(ko="우편번호보다 정밀한 위치", en="a point known by postcode or better"),
    "classified": Text(ko="활동 분류가 있음", en="has an activity code"),
    "dated": Text(ko="설립 연도가 있음", en="has its year of foundation"),
    "reachable": Text(ko="누리집이 있음", en="has a website"),
}
"""What a score is made of: the share of a source's organisations for which it holds; the score is their mean."""


@dataclass(frozen=True, slots=True)
class Part:
    label: Text
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class SourceScore:
    """One source: how many organisations it named, and how much is known of them. `score` is 0 to 100."""

    code: str
    name: Text
    licence: str
    attribution: str
    as_of: date | None
    organisations: int
    score: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Pile:
    """More than five organisations on one point. `precision` tells whether that is a city's middle or a building."""

    latitude: Any
    longitude: Any
    organisations: int
    precision: str
    example: str


@dataclass(frozen=True, slots=True)
class Quality:
    """The page: scores by source, and the flags with their counts."""

    sources: tuple[SourceScore, ...]
    piles: tuple[Pile, ...]
    piled: int
    """Organisations on such points."""
    unplaced: int
    without_site: int
    outside: int
    """Sites with a point in none of the regions that are drawn; only where some are."""
    open_pairs: int
    drafts: int
    organisations: int


_SCORES = """
SELECT s.code, s.name_ko, s.name_en, s.licence, s.attribution, s.as_of, count(DISTINCT o.id),
  count(DISTINCT o.id) FILTER (WHERE o.ror IS NOT NULL OR o.openalex IS NOT NULL OR o.lei IS NOT NULL),
  count(DISTINCT o.id) FILTER (WHERE t.id IS NOT NULL), count(DISTINCT o.id) FILTER (WHERE a.id IS NOT NULL),
  count(DISTINCT o.id) FILTER (WHERE o.founded IS NOT NULL), count(DISTINCT o.id) FILTER (WHERE o.website <> '')
 FROM atlas_source s LEFT JOIN atlas_identifier i ON i.source_id = s.id
  LEFT JOIN atlas_organisation o ON o.id = i.organisation_id AND o.merged_into_id IS NULL
  LEFT JOIN atlas_site t ON t.organisation_id = o.id AND t.precision IN ('roof', 'street', 'postcode') AND t.closed IS NULL
  LEFT JOIN atlas_activity a ON a.organisation_id = o.id
 GROUP BY s.id ORDER BY s.code
"""
_PILES = """
SELECT t.latitude, t.longitude, count(DISTINCT t.organisation_id) AS n, min(t.precision), min(coalesce(nullif(t.address_en, ''), t.address_ko))
 FROM atlas_site t JOIN atlas_organisation o ON o.id = t.organisation_id AND o.merged_into_id IS NULL
 WHERE t.latitude IS NOT NULL AND t.closed IS NULL
 GROUP BY t.latitude, t.longitude HAVING count(DISTINCT t.organisation_id) > %s ORDER BY n DESC, 1, 2
"""
_OUTSIDE = """
SELECT count(*) FROM atlas_site t WHERE t.latitude IS NOT NULL AND EXISTS (SELECT 1 FROM atlas_region WHERE outline IS NOT NULL)
 AND NOT EXISTS (SELECT 1 FROM atlas_site_region r WHERE r.site_id = t.id)
"""


def quality(most_piles: int = 100) -> Quality:
    """The figures as they are now, of what the asker sees."""
    with connection.cursor() as cursor:
        cursor.execute(_SCORES)
        sources = tuple(_score(*row) for row in cursor.fetchall())
        cursor.execute(_PILES, [PILE])
        piles = [Pile(*row) for row in cursor.fetchall()]
        cursor.execute(_OUTSIDE)
        outside = cursor.fetchone()[0]
    live = Organisation.objects.filter(merged_into=None)
    return Quality(
        sources, tuple(piles[:most_piles]), sum(pile.organisations for pile in piles), Site.objects.filter(latitude=None).count(),
        live.exclude(id__in=Site.objects.values("organisation")).count(), outside, Duplicate.objects.filter(state="open").count(),
        live.filter(published=False).count(), live.count(),
    )


def _score(code: str, ko: str, en: str, licence: str, attribution: str, as_of: date | None, total: int, *counts: int) -> SourceScore:
    parts = tuple(Part(label, n, round(100 * n / total) if total else 0) for label, n in zip(PARTS.values(), counts, strict=True))
    score = round(100 * sum(counts) / (len(counts) * total)) if total else 0
    return SourceScore(code, both(ko, en), licence, attribution, as_of, total, score, parts)
