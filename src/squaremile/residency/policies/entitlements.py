"""Years of a sponsor's contract: entitlements are counted from the day it began, not by the calendar."""

from datetime import datetime

from dateutil.relativedelta import relativedelta


def contract_year(start: datetime, now: datetime) -> int:
    """1 within the first twelve months, 2 within the next, and so on. A contract of 29 February turns on the 28th.

    Raises:
        ValueError: the contract has not begun.
    """
    if now < start:
        raise ValueError("the contract has not begun")
    return relativedelta(now, start).years + 1
