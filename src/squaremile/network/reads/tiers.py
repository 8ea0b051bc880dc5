"""Tiers of membership, as everyone in the cluster reads them."""

from dataclasses import dataclass

from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.network.models import Tier
from squaremile.network.models.tier import ENTITLEMENTS
from squaremile.network.reads.members import text
from squaremile.network.words import liaison as words


@dataclass(frozen=True, slots=True)
class TierRow:
    """What it costs a year and what it gives."""

    code: str
    name: Text
    name_ko: str
    name_en: str
    dues: Money
    active: bool
    gives: tuple[tuple[str, Text, int], ...]
    """(kind, label, how many a year)."""


def tiers() -> list[TierRow]:
    """All, dearest first within a currency."""
    return [_row(one) for one in Tier.objects.prefetch_related("entitlements").order_by("-active", "currency", "-dues", "code")]


def tier(code: str) -> TierRow:
    """One tier. Raises `network.tier_unknown`."""
    found = Tier.objects.prefetch_related("entitlements").filter(code=code).first()
    if found is None:
        raise Missing(words.TIER_UNKNOWN)
    return _row(found)


def _row(one: Tier) -> TierRow:
    yearly = {each.kind: each.yearly for each in one.entitlements.all()}
    return TierRow(
        one.code, text(one.name_ko, one.name_en), one.name_ko, one.name_en, one.price, one.active,
        tuple((kind, words.ENTITLEMENTS[kind], yearly.get(kind, 0)) for kind in ENTITLEMENTS),
    )
