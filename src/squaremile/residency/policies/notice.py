"""Suspension: on which grounds, with how much notice, and what is restricted. Exit and safety are never barred."""

from dataclasses import dataclass
from datetime import date, timedelta

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a company may be suspended. `cure_days`: how long it has to put things right first; 0: at once."""

    code: str
    label: Text
    cure_days: int


GROUNDS = {
    each.code: each
    for each in (
        Ground("unpaid", Text(ko="미납", en="Unpaid bills"), 14),
        Ground("insurance", Text(ko="보험 만료", en="Insurance has expired"), 7),
        Ground("conduct", Text(ko="이용 규칙 위반", en="Breach of the rules of the house"), 14),
        Ground("reporting", Text(ko="보고 의무 불이행", en="Reports are overdue"), 30),
        Ground("danger", Text(ko="급박한 위험", en="Immediate danger"), 0),
    )
}


def cure_until(ground: str, noticed: date, *, asked: date | None = None) -> date:
    """The last day to put things right. A longer time may be given than the ground's own, never a shorter one.

    Raises:
        KeyError: no such ground.
        ValueError: less time was asked for than the ground gives.
    """
    least = noticed + timedelta(days=GROUNDS[ground].cure_days)
    if asked is not None and asked < least:
        raise ValueError(f"the ground gives time until {least}")
    return asked or least


def may_suspend(ground: str, cure: date, today: date) -> bool:
    """From the day after the last day to put things right; at once where the ground gives no time.

    Raises:
        KeyError: no such ground.
    """
    return today > cure or (GROUNDS[ground].cure_days == 0 and today >= cure)
