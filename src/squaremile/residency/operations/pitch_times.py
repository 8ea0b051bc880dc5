"""When an applicant cannot pitch: said by its writers, by a key or with an account, and kept by the planner as a rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.residency import rules
from squaremile.residency.models import Application, PitchAway
from squaremile.residency.operations.answers import own_application
from squaremile.residency.words import applications as applying
from squaremile.residency.words import pitch_times as words

MOST, LONGEST, FAR = 10, timedelta(days=14), timedelta(days=366)
OPEN = ("submitted", "returned", "screening", "review")


@dataclass(frozen=True, slots=True)
class Away:
    """From when until when nobody of the company can pitch."""

    start: datetime
    end: datetime


@operation(
    "residency.say_pitch_times", ko="발표할 수 없는 시간 알리기", en="Say when you cannot pitch", may=rules.apply,
    refuses=(applying.APPLICATION_UNKNOWN, words.TIMES_UNSOUND, words.TIMES_SHUT),
)
def say_pitch_times(*, application: str, away: Sequence[Away] = ()) -> Application:
    """All the times at which the company cannot pitch, in place of what it said before; none: any time suits. From then on the
    planner gives it no time that overlaps one. A time that it has already stays, until staff empty it: they see that it clashes.
    """
    found, now = own_application(application), clock.now()
    if found.state not in OPEN:
        raise Refused(words.TIMES_SHUT)
    if len(away) > MOST or not all(_sound(each, now) for each in away):
        raise Invalid(words.TIMES_UNSOUND, {"most": MOST, "days": LONGEST.days})
    PitchAway.objects.filter(application=found, active=True).update(active=False)
    PitchAway.objects.bulk_create([
        PitchAway(application=found, company_id=found.company_id, period=Period(each.start, each.end), said_at=now) for each in away
    ])
    note(subject=found, organisation=found.company_id, times=len(away))
    return found


def _sound(said: Away, now: datetime) -> bool:
    """It has a zone, a length, and lies ahead within a year."""
    if said.start.tzinfo is None or said.end.tzinfo is None:
        return False
    return said.start < said.end <= said.start + LONGEST and now < said.end <= now + FAR
