"""Reading dates and times as people type them; a time without an offset is civil time of the site."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from squaremile.core.sheets import row_words as words
from squaremile.core.sheets.cells import Trouble, plain
from squaremile.core.sheets.table import Cell
from squaremile.kernel.words import Text

_DAY = re.compile(r"(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[일.]?")
_UNCLEAR = re.compile(r"\d{1,2}\s*[-./]\s*\d{1,2}\s*[-./]\s*(\d{4}|\d{2})\b")
_WEEKDAY = re.compile(r"\(\s*(?:[월화수목금토일](?:요일)?|[A-Za-z]{3,9})\s*\)")
_CLOCK = re.compile(
    r"(?P<half>오전|오후|am|pm)?\s*(?P<hour>\d{1,2})"
    r"(?::(?P<minute>\d{2})(?::(?P<second>[0-5]\d)(?:\.\d+)?)?|\s*시(?:\s*(?P<korean>\d{1,2})\s*분)?)"
    r"\s*(?P<after>am|pm)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})$", re.IGNORECASE)


def _day_and_rest(value: str) -> tuple[date, str]:
    value = _WEEKDAY.sub(" ", value).strip()
    found = _DAY.match(value)
    if found is None:
        raise Trouble(words.UNCLEAR_DAY if _UNCLEAR.match(value) else words.NOT_DAY, words.NOT_DAY_DO)
    try:
        return date(*(int(part) for part in found.groups())), value[found.end() :].strip(" T")
    except ValueError as error:
        raise Trouble(words.NOT_DAY, words.NOT_DAY_DO) from error


def _clock(value: str) -> timedelta | None:
    """Hours and minutes since midnight; ``24:00`` is the next midnight; nothing when it is not a time of day."""
    found = _CLOCK.fullmatch(value.strip())
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["korean"] or 0)
    half = (found["half"] or found["after"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in ("오후", "pm") else 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    return timedelta(hours=hour, minutes=minute, seconds=int(found["second"] or 0))


def _civil(naive: datetime, zone: ZoneInfo) -> datetime:
    """The one moment this wall-clock time means; a time that clocks skip or repeat is refused, never guessed."""
    first, second = (naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != naive:
        raise Trouble(words.SKIPPED_HOUR.fill({"zone": zone.key}), words.OFFSET_DO)
    if first.utcoffset() != second.utcoffset():
        raise Trouble(words.DOUBLE_HOUR.fill({"zone": zone.key}), words.OFFSET_DO)
    return first.astimezone(UTC)


def day(cell: Cell, zone: ZoneInfo) -> date | None:
    """A civil date. ``03/04/2026`` is refused: it is March to some and April to others."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    value = plain(cell)
    if not value:
        return None
    found, rest = _day_and_rest(value)
    clock = _clock(rest) if rest else timedelta()
    if clock is None:
        raise Trouble(words.NOT_DAY, words.NOT_DAY_DO)
    return found


def clock_or_moment(cell: Cell, zone: ZoneInfo) -> datetime | timedelta | None:
    """A moment in UTC, or only a time of day (as time since midnight) that a date column completes."""
    if isinstance(cell, datetime):
        return cell.astimezone(UTC) if cell.tzinfo else _civil(cell.replace(microsecond=0), zone)
    if isinstance(cell, date):
        return _civil(datetime.combine(cell, time.min), zone)
    if isinstance(cell, time):
        return timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    value = plain(cell)
    if not value:
        return None
    if (alone := _clock(value)) is not None:
        return alone
    try:
        if _OFFSET.search(value):
            return datetime.fromisoformat(re.sub(r"\s+(?=Z|[+-]\d{2}:?\d{2}$)", "", value)).astimezone(UTC)
        found, rest = _day_and_rest(value)
    except (ValueError, Trouble) as error:
        what: Text = error.what if isinstance(error, Trouble) and error.what is words.UNCLEAR_DAY else words.NOT_MOMENT
        raise Trouble(what, words.NOT_MOMENT_DO) from error
    clock = _clock(rest) if rest else None
    if clock is None:
        raise Trouble(words.NOT_MOMENT, words.NOT_MOMENT_DO)
    return _civil(datetime.combine(found, time.min) + clock, zone)


def completed(value: datetime | timedelta, on: date | None, zone: ZoneInfo) -> datetime:
    """The moment that a time of day means on ``on``; a moment is itself.

    Raises:
        Trouble: there is no date to complete it with, or clocks skip or repeat that time.
    """
    if isinstance(value, datetime):
        return value
    if on is None:
        raise Trouble(words.NO_DATE, words.NO_DATE_DO)
    return _civil(datetime.combine(on, time.min) + value, zone)
