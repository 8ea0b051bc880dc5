"""The exit planner: what to do when, counted back from the last day, from a company's first day on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Ahead:
    """One thing to do `months` and `days` before the last day. `notice`: at the notice period of the licence."""

    code: str
    says: Text
    doer: str
    months: int = 0
    days: int = 0
    notice: bool = False


AHEAD = (
    Ahead("look_ahead", Text(ko="다음 자리 찾기: 면적, 시기, 예산 정하기", en="Look for the next home: size, time, budget"),
          "company", months=9),
    Ahead("tell_programme", Text(ko="프로그램팀과 졸업 계획 상의", en="Talk the plan through with the programme team"),
          "company", months=6),
    Ahead("give_notice", Text(ko="퇴거 통지", en="Give notice"), "company", notice=True),
    Ahead("permits", Text(ko="허가·신고 이전 또는 폐지 준비", en="Prepare to move or close permits and notices"),
          "company", months=3),
    Ahead("inventory", Text(ko="시약·시료·장비 재고 조사", en="Count chemicals, samples and equipment"), "company", months=2),
    Ahead("transfer_agreements", Text(ko="물질이전계약(MTA) 확인", en="Check material transfer agreements"),
          "company", months=2),
    Ahead("book_decontamination", Text(ko="장비·벤치 제염 예약", en="Book decontamination of equipment and benches"),
          "company", months=1),
    Ahead("waste_pickup", Text(ko="마지막 폐기물 수거", en="Last pickup of waste"), "company", days=14),
    Ahead("empty_freezers", Text(ko="냉동고 비우기", en="Empty the freezers"), "company", days=7),
    Ahead("walk_through", Text(ko="함께 둘러보고 사진 남기기", en="Walk through together, with photographs"),
          "operations", days=1),
    Ahead("keys_and_badges", Text(ko="열쇠와 출입증 반납", en="Return keys and badges"), "company"),
)  # fmt: skip


USUAL_NOTICE = 3
"""Months, where a licence on paper is known and nobody has said what notice it has."""


def notice_months(licences: Iterable[int | None], agreed: int | None) -> int | None:
    """The notice of a company in months: the longest of its licences in force.

    A licence on paper (None) has the one that was agreed in the terms about people, or the usual one. Without a licence it is
    what was agreed; None where nothing is known.
    """
    on_paper = USUAL_NOTICE if agreed is None else agreed
    return max((on_paper if months is None else months for months in licences), default=agreed)


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing with its day. `late`: the day has passed and it is not done."""

    code: str
    says: Text
    doer: str
    on: date
    late: bool
    done: bool = False


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of the month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def notice_by(last_day: date, notice_months: int) -> date:
    """The last day on which notice is in time for leaving on `last_day`."""
    return months_before(last_day, notice_months)


def earliest_last_day(given_on: date, notice_months: int) -> date:
    """The first day for which notice given on a day is in time: the smallest `d` with `notice_by(d) >= given_on`."""
    day = given_on + timedelta(days=28 * notice_months)
    while notice_by(day, notice_months) < given_on:
        day += timedelta(days=1)
    return day


def plan(
    last_day: date, *, notice_months: int, today: date, noticed_on: date | None = None, done: frozenset[str] = frozenset()
) -> list[Planned]:
    """Everything with its day, in the order of days. Notice that was given is done."""
    finished = done | ({"give_notice"} if noticed_on else set())
    made = []
    for step in AHEAD:
        back = notice_months if step.notice else step.months
        on = months_before(last_day, back) - timedelta(days=step.days)
        over = step.code in finished
        made.append(Planned(step.code, step.says, step.doer, on, on < today and not over, over))
    return sorted(made, key=lambda p: p.on)
