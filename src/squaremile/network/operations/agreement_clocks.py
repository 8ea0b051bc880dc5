"""Answers to what is due, and the days that the house has set."""

from datetime import date, timedelta

from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import ClockAnswer, ClockSetting
from squaremile.network.operations.agreements import asker, kept
from squaremile.network.policies import clocks
from squaremile.network.reads.agreement_dues import facts, settings
from squaremile.network.reads.days import today
from squaremile.network.words import agreements as words

AHEAD = timedelta(days=366)
"""Some reports are made long before anybody reminds of them: a year ahead may be answered."""


@operation(
    "network.answer_clock", ko="기한에 답하기", en="Answer what is due", may=rules.liaise,
    refuses=(words.AGREEMENT_UNKNOWN, words.CLOCK_NOT_DUE, words.DAY_TOO_LATE, words.REASON_NEEDED),
    constraints={"clock_answered_once": words.CLOCK_ANSWERED, "clock_answer_known": BAD_INPUT},
)
def answer_clock(
    *, agreement: str, clock_name: str, anchor: date, number: int = 1, says: str = "", answered_on: date | None = None,
) -> ClockAnswer:
    """Say what was done about a report, plan, review or renewal; its reminders and escalation stop."""
    found, day = kept(agreement), answered_on or today()
    if day > today():
        raise Invalid(words.DAY_TOO_LATE)
    if not says.strip():
        raise Invalid(words.REASON_NEEDED)
    known = clocks.due(facts(found), settings(), today() + AHEAD)
    if (clock_name, anchor, number) not in {each.key for each in known}:
        raise Missing(words.CLOCK_NOT_DUE)
    made = ClockAnswer.objects.create(
        agreement=found, clock=clock_name, anchor=anchor, number=number, says=says.strip(), answered_on=day,
        answered_at=clock.now(), answered_by_id=asker(),
    )
    note(subject=found, clock=clock_name, anchor=anchor, number=number)
    return made


@operation(
    "network.set_clock", ko="기한 일수 정하기", en="Set the days of a clock", may=rules.liaise,
    refuses=(words.CLOCK_NOT_DUE, words.CLOCK_UNSOUND),
    constraints={"clock_days_sound": words.CLOCK_UNSOUND, "clock_set_once": words.CLOCK_UNSOUND},
)
def set_clock(*, clock_name: str, days: int) -> ClockSetting:
    """Set how many days a clock counts here, from now on and for every agreement."""
    if clock_name not in clocks.CLOCKS:
        raise Missing(words.CLOCK_NOT_DUE)
    if not 1 <= days <= 1095:
        raise Invalid(words.CLOCK_UNSOUND)
    made, _ = ClockSetting.objects.update_or_create(clock=clock_name, defaults={
        "days": days, "changed_at": clock.now(), "changed_by_id": asker(),
    })
    note(subject=made, clock=clock_name, days=days)
    return made
