"""Suspension: notice, time to put things right, and what follows. Exit and safety are never barred by it."""

from datetime import date

from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.published.residency import StandingChanged
from squaremile.residency import rules
from squaremile.residency.models import Suspension
from squaremile.residency.operations.companies import seen
from squaremile.residency.policies.notice import GROUNDS, cure_until, may_suspend
from squaremile.residency.reads.days import today
from squaremile.residency.words import life as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN

STEP = {"suspension_step_allowed": words.SUSPENSION_STEP, "suspension_one_at_a_time": words.SUSPENSION_RUNS}


@operation(
    "residency.give_notice", ko="시정 통지하기", en="Give notice to put something right", may=rules.give_notice,
    refuses=(COMPANY_UNKNOWN, words.NOT_RESIDENT, words.GROUND_UNKNOWN, words.CURE_TOO_SHORT, words.SAYS_NEEDED),
    constraints=STEP,
)
def give_notice(
    *, company: str, ground: str, says_ko: str = "", says_en: str = "", cure_on: date | None = None
) -> Suspension:
    """Tell a company what is wrong and until when it is to be put right; the ground says the least time it has."""
    whose, day = seen(company), today()
    if whose.state != "resident":
        raise Refused(words.NOT_RESIDENT)
    if ground not in GROUNDS:
        raise Invalid(words.GROUND_UNKNOWN)
    if not (says_ko.strip() or says_en.strip()):
        raise Invalid(words.SAYS_NEEDED)
    try:
        cure = cure_until(ground, day, asked=cure_on)
    except ValueError as short:
        raise Invalid(words.CURE_TOO_SHORT, {"until": f"{cure_until(ground, day)}"}) from short
    made = Suspension.objects.create(
        code=short_code("SN"), company=whose, ground=ground, says_ko=says_ko.strip(), says_en=says_en.strip(),
        state="noticed", noticed_on=day, cure_on=cure,
    )
    _noted(made)
    publish(StandingChanged(company=made.company_id, suspension=made.id, state=made.state))
    return made


@operation(
    "residency.settle_notice", ko="시정 통지 정리하기", en="Settle a notice", may=rules.give_notice,
    refuses=(words.SUSPENSION_UNKNOWN, words.SUSPENSION_STEP, words.CURE_RUNS), constraints=STEP,
)
def settle_notice(*, suspension: str, state: str) -> Suspension:
    """It was put right (cured), or was not (suspended); a suspension is lifted, or ends the licence (terminated)."""
    found = Suspension.objects.select_for_update().filter(code=suspension).first()
    if found is None:
        raise Missing(words.SUSPENSION_UNKNOWN)
    if state not in ("cured", "suspended", "lifted", "terminated") or found.state == "terminated":
        raise Refused(words.SUSPENSION_STEP)
    if state == "suspended" and found.state == "noticed" and not may_suspend(found.ground, found.cure_on, today()):
        raise Refused(words.CURE_RUNS, {"until": f"{found.cure_on}"})
    move(found, state)
    _noted(found)
    return found


def move(found: Suspension, state: str) -> None:
    """Its next state, inside another operation."""
    found.state = state
    found.ended_on = None if state == "suspended" else today()
    found.save(update_fields=["state", "ended_on"])
    publish(StandingChanged(company=found.company_id, suspension=found.id, state=found.state))


def _noted(found: Suspension) -> None:
    note(subject=found, organisation=found.company_id, ground=found.ground, state=found.state)
