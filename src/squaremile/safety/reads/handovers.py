"""Handovers: what the giver sees of its own, and what a key tells whoever holds it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from squaremile.kernel import clock
from squaremile.kernel.scope import require, scope
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Handover
from squaremile.safety.policies.labels import key_on
from squaremile.safety.policies.quantity import Amount, said
from squaremile.safety.words import handovers as words
from squaremile.safety.words import stock as stock_words


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody who holds the key may know. Whose it is, and where it stood, is not among it."""

    key: str
    name: Text
    cas: str
    phase: Text
    amount: str
    lot: str
    good_until: date | None
    opened_on: date | None
    flash: str
    boil: str
    until: datetime
    state: str

    @property
    def state_said(self) -> Text:
        return words.STATES[self.state]


def by_key(text: str) -> Offer | None:
    """What is offered by a key; None for one that opens nothing."""
    key = key_on(text)
    if not key:
        return None
    with scope(replace(require(), system="handing_over")):
        found = Handover.objects.filter(key=key, state="offered", until__gt=clock.now()).first()
        return _offer(found) if found is not None else None


def of_container(code: str) -> Offer | None:
    """The offer of one's own container that is open."""
    found = Handover.objects.filter(container__code=code, state="offered", until__gt=clock.now()).first()
    return _offer(found) if found is not None else None


def taken_over(code: str) -> date | None:
    """When a container was taken over from another company; its own side's history says no more."""
    return Handover.objects.filter(received__code=code, state="taken").values_list("ended_on", flat=True).first()


def _offer(found: Handover) -> Offer:
    told: dict[str, Any] = found.told
    amount = f"{said(Amount(found.amount, found.dimension).to(found.unit))} {found.unit}"
    return Offer(
        found.key, both(told["name_ko"], told["name_en"]), told["cas"], stock_words.PHASES[told["phase"]], amount, told["lot"],
        _day(told["good_until"]), _day(told["opened_on"]), _figure(told, "flash"), _figure(told, "boil"), found.until, found.state,
    )


def _figure(told: dict[str, Any], which: str) -> str:
    value = told.get(f"{which}_c")
    return f"{value} °C ({told[f'{which}_by']})" if value is not None else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
