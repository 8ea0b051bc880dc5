"""Fair shares: how many minutes a person or a company may hold in a day or a week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from squaremile.kernel.period import Period, civil
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Share:
    """At most `minutes` per `per` (person, company) and `span` (day, week); prime time is a part of each civil day."""

    per: str
    span: str
    minutes: int
    prime_only: bool = False
    prime_from: int = 540
    prime_to: int = 1080


@dataclass(frozen=True, slots=True)
class Verdict:
    """Held already, asked for now, and allowed, in minutes: the arithmetic of a refusal."""

    share: Share
    held: int
    asked: int

    @property
    def fits(self) -> bool:
        return self.held + self.asked <= self.share.minutes


def window(share: Share, moment: datetime, zone: ZoneInfo) -> Period:
    """The civil day, or the civil week from Monday, around a moment."""
    day = moment.astimezone(zone).date()
    if share.span == "day":
        return Period(civil(day, time.min, zone), civil(day, time.max, zone))
    monday = day - timedelta(days=day.weekday())
    return Period(civil(monday, time.min, zone), civil(monday + timedelta(days=6), time.max, zone))


def counted(share: Share, period: Period, zone: ZoneInfo) -> int:
    """Minutes of `period` that count against the share."""
    if not share.prime_only:
        return period.minutes
    day: date = period.start.astimezone(zone).date()
    total = 0
    while day <= period.end.astimezone(zone).date():
        start = civil(day, time(share.prime_from // 60, share.prime_from % 60), zone)
        end = civil(day, time.max if share.prime_to >= 1440 else time(share.prime_to // 60, share.prime_to % 60), zone)
        part = period.clipped(Period(start, end)) if start < end else None
        total += part.minutes if part else 0
        day += timedelta(days=1)
    return total


def judge(share: Share, asked: Period, held: Iterable[Period], zone: ZoneInfo) -> list[Verdict]:
    """One verdict for every day or week that the new booking touches."""
    held = list(held)
    verdicts, moment = [], asked.start
    while moment < asked.end:
        frame = window(share, moment, zone)
        now = asked.clipped(frame)
        before = sum(counted(share, part, zone) for h in held if (part := h.clipped(frame)))
        verdicts.append(Verdict(share, before, counted(share, now, zone) if now else 0))
        moment = frame.end
    return verdicts


def arithmetic(verdict: Verdict) -> Text:
    """The sum behind a refusal, in minutes."""
    share = verdict.share
    span_ko, span_en = ("하루", "a day") if share.span == "day" else ("한 주", "a week")
    prime_ko, prime_en = (" 주요 시간", " in prime time") if share.prime_only else ("", "")
    total = verdict.held + verdict.asked
    return Text(
        ko=f"{span_ko}{prime_ko} {verdict.held}분 예약 + 지금 {verdict.asked}분 = {total}분 > {share.minutes}분",
        en=f"{verdict.held} min held + {verdict.asked} min now = {total} min > {share.minutes} min {span_en}{prime_en}",
    )
