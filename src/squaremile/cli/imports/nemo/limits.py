"""NEMO's limits as rules of use: what carries over, what becomes a share, and what is only told. Pure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from math import gcd
from typing import Any

from squaremile.cli.imports.nemo.apply_words import LIMIT_NAMES
from squaremile.cli.imports.nemo.rules import BookingRules
from squaremile.kernel.words import Text

STEP, LEAST, FARTHEST = 15, 15, 3650
"""The usual step and shortest booking in minutes; the horizon in days where NEMO has none."""
DAY = 24 * 60
_TOLD = ("per_day", "future_count", "future_minutes", "gap_minutes", "missed_after_minutes", "off_weekends")


@dataclass(frozen=True, slots=True)
class Carried:
    """What `booking.add_rules` is given, the minutes of a daily share if one was made, and the limits left behind."""

    numbers: dict[str, Any]
    share: int | None
    left: tuple[Text, ...]

    @property
    def quotas(self) -> list[dict[str, Any]]:
        return [{"per": "person", "span": "day", "minutes": self.share}] if self.share else []


def digest(rules: BookingRules) -> str:
    """Names what is carried over: tools with the same limits here share one rule set, in every import."""
    carries = carried(rules)
    return hashlib.sha256(repr((sorted(carries.numbers.items()), carries.share)).encode()).hexdigest()[:16]


def _step(*minutes: int | None) -> int:
    """The usual step, or a finer one where a limit does not lie on it."""
    return gcd(STEP, *(each for each in minutes if each))


def carried(rules: BookingRules) -> Carried:
    """The rules of use.

    A count per day is no share of time. Where a longest booking is set it bounds the day's minutes, and that bound
    becomes a share; so nobody who kept NEMO's limit is refused. All other limits have no like here and are told.
    """
    most = rules.maximum_minutes or 0
    least = rules.minimum_minutes or (min(LEAST, most) if most else LEAST)
    share = rules.per_day * most if rules.per_day and most and rules.per_day * most < DAY else None
    horizon = FARTHEST if rules.horizon_days is None else min(max(rules.horizon_days, 1), FARTHEST)
    left = [
        LIMIT_NAMES[name].fill({"value": value})
        for name in _TOLD
        if (value := getattr(rules, name)) and not (name == "per_day" and share)
    ]
    if rules.horizon_days == 0:
        left.append(LIMIT_NAMES["horizon_days"].fill({"value": 0}))
    if rules.off_between:
        start, end = rules.off_between
        left.append(LIMIT_NAMES["off_between"].fill({"value": f"{start:%H:%M}–{end:%H:%M}"}))
    numbers = {
        "step_minutes": _step(rules.minimum_minutes, rules.maximum_minutes), "min_minutes": least,
        "max_minutes": most, "horizon_days": horizon,
    }  # fmt: skip
    return Carried(numbers, share, tuple(left))
