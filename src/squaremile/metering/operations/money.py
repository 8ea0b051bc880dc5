"""Meters of money count bare amounts: a bill takes them for its own currency. So none is counted in another one."""

from dataclasses import dataclass

from squaremile.core import gates

COUNTING = "metering.count_money"


@dataclass(frozen=True, slots=True)
class Counted:
    """Money that is to be counted, or priced to be counted later: this is what gates of `metering.count_money` are asked about."""

    currency: str


def in_currency(currency: str) -> None:
    """Raises Refused where nobody here bills in it."""
    gates.check(COUNTING, Counted(currency))


def billed_in(currency: str) -> bool:
    """Whether somebody does: for what has happened already and cannot be refused any more."""
    return all(gate.open for gate in gates.checklist(COUNTING, Counted(currency)))
