"""NEMO's policy fields, the same on tools and areas, as booking rules with their units in their names.

Source of meanings: the help texts of NEMO's ``Tool`` model (horizon in days, blocks and gaps in minutes). A horizon of
0 is one: NEMO asks ``is not None`` there, so nobody but staff can book ahead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.fields import Fields


@dataclass(frozen=True, slots=True)
class BookingRules:
    """``None`` means no limit. Rules are off between the two times of ``off_between`` (it may cross midnight)."""

    horizon_days: int | None = None
    minimum_minutes: int | None = None
    maximum_minutes: int | None = None
    per_day: int | None = None
    future_count: int | None = None
    future_minutes: int | None = None
    gap_minutes: int | None = None
    missed_after_minutes: int | None = None
    off_between: tuple[time, time] | None = None
    off_weekends: bool = False


def _limit(fields: Fields, name: str) -> int | None:
    """A limit; NEMO asks ``if limit:``, so its 0 means none, which is worth a look."""
    value = fields.whole(name)
    if value == 0:
        said = words.ZERO_LIMIT.fill({"name": fields.text("name"), "field": name})
        fields.report.find("zero_limit", fields.id, said)
        return None
    return value


def _off_between(fields: Fields) -> tuple[time, time] | None:
    if not fields.flag("policy_off_between_times"):
        return None
    start, end = fields.clock("policy_off_start_time"), fields.clock("policy_off_end_time")
    if start is None or end is None:
        return None
    if start < end:
        values = {"name": fields.text("name"), "start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
        fields.report.find("daytime_off", fields.id, words.DAYTIME_OFF.fill(values))
    return start, end


def booking_rules(fields: Fields) -> BookingRules:
    """The rules of one tool or area; a maximum below the minimum is reported and dropped."""
    low, high = _limit(fields, "minimum_usage_block_time"), _limit(fields, "maximum_usage_block_time")
    if low is not None and high is not None and low > high:
        values = {"name": fields.text("name"), "low": low, "high": high}
        fields.report.find("short_above_long", fields.id, words.SHORT_ABOVE_LONG.fill(values))
        high = None
    return BookingRules(
        horizon_days=fields.whole("reservation_horizon"),
        minimum_minutes=low,
        maximum_minutes=high,
        per_day=_limit(fields, "maximum_reservations_per_day"),
        future_count=_limit(fields, "maximum_future_reservations"),
        future_minutes=_limit(fields, "maximum_future_reservation_time"),
        gap_minutes=_limit(fields, "minimum_time_between_reservations"),
        missed_after_minutes=_limit(fields, "missed_reservation_threshold"),
        off_between=_off_between(fields),
        off_weekends=fields.flag("policy_off_weekend"),
    )
