"""Rate cards as they stand: the JSON put together from its versions, and the card that is read from it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from squaremile.billing.models import RateCard, RateCardVersion
from squaremile.billing.policies import reading
from squaremile.billing.policies.card import Card
from squaremile.billing.words import accounts as words
from squaremile.kernel import rows
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card of the list. `number` is the version that holds today; 0 where none does yet."""

    code: str
    title: Text
    currency: str
    number: int
    since: date | None
    versions: int
    whose: Text | None = None
    """The payer with whom it was agreed. None: everybody's."""
    organisation: UUID | None = None


def body(card: RateCard, versions: Iterable[RateCardVersion]) -> dict[str, Any]:
    """The JSON of docs/billing/rate-cards.md."""
    return {
        "card": card.code, "title": {"ko": card.title_ko, "en": card.title_en}, **card.head,
        "versions": [v.body for v in sorted(versions, key=lambda v: v.since)],
    }


_CARD = """
SELECT v.since, v.body::text, c.code, c.title_ko, c.title_en, c.head::text
  FROM billing_rate_card_version v JOIN billing_rate_card c ON c.id = v.card_id WHERE v.card_id = %s ORDER BY v.since
"""


def read(card: UUID) -> Card:
    """A card with all its versions. One statement. What was published after a month was over never prices that month:
    a new version begins after the day on which it is published."""
    versions = rows.ask(_CARD, [card])
    if not versions:
        return _understood(json.dumps(body(RateCard.objects.get(id=card), ())))
    return _as_kept(versions[0][2:], tuple(said for _, said, *_ in versions))


@lru_cache(64)
def _as_kept(card: tuple[str, str, str, str], bodies: tuple[str, ...]) -> Card:
    """By the very text of its versions, which is quicker asked than read."""
    code, ko, en, head = card
    versions = [json.loads(said) for said in bodies]
    return _understood(json.dumps({"card": code, "title": {"ko": ko, "en": en}, **json.loads(head), "versions": versions}))


@lru_cache(64)
def _understood(said: str) -> Card:
    """A close reads the same card for every account."""
    return reading.read(json.loads(said))


def of_name(code: str) -> Card:
    """A card by its code, with all its versions. Raises Missing."""
    return _understood(json.dumps(of_code(code)[1]))


def of_code(code: str) -> tuple[RateCard, dict[str, Any]]:
    """A card by its code, with its whole JSON. Raises Missing."""
    found = RateCard.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.CARD_UNKNOWN)
    return found, body(found, found.versions.all())


def cards(today: date) -> list[CardRow]:
    """Every card that the asker sees. Two statements."""
    found = []
    for card in RateCard.objects.select_related("organisation").prefetch_related("versions").order_by("code"):
        begun = [v for v in sorted(card.versions.all(), key=lambda v: v.since) if v.since <= today]
        now = begun[-1] if begun else None
        found.append(CardRow(
            card.code, both(card.title_ko, card.title_en), card.head["currency"], now.number if now else 0, now.since if now else None,
            len(card.versions.all()), both(card.organisation.name_ko, card.organisation.name_en) if card.organisation else None,
            card.organisation_id,
        ))
    return found
