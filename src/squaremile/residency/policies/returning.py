"""Which stay of a company something belongs to: it may leave and come again."""

from collections.abc import Iterable
from datetime import date


def stays_before(day: date, left: Iterable[date]) -> int:
    """How many stays were over before what began on a day. `left`: the days on which it gave notice of exits that were cleared.

    What was offered once it had given notice is no part of the stay that it gave notice of.
    """
    return sum(noticed < day for noticed in left)
