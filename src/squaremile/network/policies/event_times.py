"""Times of events in words, and the slots of a partnering day."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from squaremile.kernel.period import Period
from squaremile.kernel.words import Text
from squaremile.network.policies.two_clocks import zone_name

_DAYS = ("월", "화", "수", "목", "금", "토", "일")


def said(period: Period, zone: ZoneInfo) -> Text:
    """`3월 2일(화) 14:00 KST` and `Tue 2 March 14:00 KST`, on the clock of the place."""
    at = period.start.astimezone(zone)
    clock = zone_name(at)
    return Text(ko=f"{at.month}월 {at.day}일({_DAYS[at.weekday()]}) {at:%H:%M} {clock}", en=f"{at:%a} {at.day} {at:%B %H:%M} {clock}")


def slots(period: Period, zone: ZoneInfo, *, first: time, last: time, minutes: int, pause: int = 0) -> list[Period]:
    """Meetings of `minutes` from `first` to `last` on every civil day that the event touches, `pause` minutes between.

    Only those that lie inside the event. Civil times are the place's: a change of clocks moves no meeting.
    """
    found, day = [], period.start.astimezone(zone).date()
    while day <= period.end.astimezone(zone).date():
        begin, end = datetime.combine(day, first, zone), datetime.combine(day, last, zone)
        while begin + timedelta(minutes=minutes) <= end:
            slot = Period(begin, begin + timedelta(minutes=minutes))
            if period.covers(slot):
                found.append(slot)
            begin += timedelta(minutes=minutes + pause)
        day += timedelta(days=1)
    return found
