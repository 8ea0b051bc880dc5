"""Decisions with their reasons, and the letters that tell them: once each, in the reader's language."""

from uuid import UUID

from django.utils import timezone

from squaremile.core import door_keys, notices
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import Application, Call, Company, Decision, DecisionBasis, Sheet
from squaremile.residency.models.decision import OUTCOMES
from squaremile.residency.operations.companies import STEP as COMPANY_STEP
from squaremile.residency.operations.companies import admit, decline
from squaremile.residency.operations.excepting import STOPPED, unstopped
from squaremile.residency.operations.handing_in import STEP, moved
from squaremile.residency.operations.writers import write_admins
from squaremile.residency.reads.basis import basis
from squaremile.residency.reads.letters import letter, subject, untold
from squaremile.residency.reads.stops import stops, unexcepted
from squaremile.residency.reads.wait_list import turn
from squaremile.residency.words import applications as applying
from squaremile.residency.words import review as words

BASED = {
    "decision_numbered": words.DECISION_RACED, "decision_exception_needed": words.EXCEPTION_NEEDED,
    "decision_has_basis": words.DECISION_RACED,
}
MOVED = {"accept": "accepted", "wait_list": "wait_listed", "decline": "declined"}


@operation(
    "residency.decide_application", ko="신청서 결정하기", en="Decide on an application", may=rules.hold_reviews,
    refuses=(
        applying.APPLICATION_UNKNOWN, words.OUTCOME_UNKNOWN, words.DECISION_REASON, words.NOT_DECIDABLE,
        words.EXCEPTION_NEEDED, words.EXCEPTION_BY_DIRECTOR, applying.STOPPED, applying.STILL_WRITING,
    ),
    constraints={**BASED, **STOPPED},
)
def decide_application(
    *, application: str, outcome: str, reasons: str, conditions: str = "", exception: str = ""
) -> Decision:
    """Accept, wait-list or decline. Nobody outside learns of it before `residency.send_letters`; a later one replaces it.
    What was handed in is declined before its review, too; one that was returned, once its date has passed.

    To accept one that lacks the quorum or misses the pass mark of the last stage that was judged, or against which something
    stands (safety's verdict, a rule of the call, a conflict), the site director gives the reason of the exception. It is for
    staff; the letter does not say it.
    """
    found = Application.objects.select_for_update().filter(code=application, submitted_at__isnull=False).first()
    if found is None:
        raise Missing(applying.APPLICATION_UNKNOWN)
    if outcome not in OUTCOMES:
        raise Invalid(words.OUTCOME_UNKNOWN)
    if not reasons.strip():
        raise Invalid(words.DECISION_REASON)
    _decidable(found, outcome)
    key = uuid7()
    excepted = ""
    if outcome == "accept":
        stopped = unstopped(found, exception)
        excepted = _based(key, found, exception.strip()[:2000]) or stopped
    made = Decision.objects.create(
        id=key, code=short_code("DC"), application=found, company_id=found.company_id,
        number=Decision.objects.filter(application=found).count() + 1, outcome=outcome, reasons=reasons.strip()[:4000],
        conditions=conditions.strip()[:2000], decided_at=clock.now(), decided_by_id=require().actor,  # type: ignore[misc]
    )
    note(subject=made, outcome=outcome, exception=excepted)
    return made


@operation(
    "residency.tell_decision", ko="결과 알리기", en="Tell a decision", may=rules.hold_reviews,
    refuses=(applying.APPLICATION_UNKNOWN, words.NOTHING_TO_TELL, applying.APPLICATION_STEP, applying.STOPPED),
    constraints={**STEP, **COMPANY_STEP, "decision_stands": words.DECISION_RACED, "application_stop_excepted": applying.STOPPED},
)
def tell_decision(*, application: str) -> Application:
    """Write to the company, in its own language and never twice. At the same moment the application takes its step, and
    with it the company: accepted, it is admitted and its writers are invited to accounts; declined, an applicant is
    declined unless another application of it is on its way. On the wait-list it stays an applicant. What has come to stand
    against it since it was accepted stops the letter.
    """
    found = Application.objects.select_for_update().filter(code=application, submitted_at__isnull=False).first()
    if found is None:
        raise Missing(applying.APPLICATION_UNKNOWN)
    newest = (
        Decision.objects.select_for_update(of=("self",)).filter(application=found)
        .select_related("application__call", "company__organisation").order_by("number").last()
    )
    if newest is None or newest.told_at is not None:
        raise Refused(words.NOTHING_TO_TELL)
    if newest.outcome == "accept":
        unstopped(found, "")
    newest.told_at = clock.now()
    newest.save(update_fields=["told_at"])
    _tell(newest)
    moved(found, MOVED[newest.outcome], reasons=newest.reasons)
    company = Company.objects.select_for_update().get(id=found.company_id)
    if newest.outcome == "accept":
        admit(company)
    elif newest.outcome == "decline":
        decline(company)
    return found


@operation(
    "residency.promote_application", ko="대기 명단에서 올리기", en="Promote from the wait-list", may=rules.hold_reviews,
    refuses=(
        applying.APPLICATION_UNKNOWN, words.NOT_WAITING, words.DECISION_REASON, words.NOT_DECIDABLE, words.NOTHING_TO_TELL,
        applying.APPLICATION_STEP, words.OUTCOME_UNKNOWN, words.EXCEPTION_NEEDED, words.EXCEPTION_BY_DIRECTOR,
        applying.STOPPED, applying.STILL_WRITING,
    ),
    constraints={**STEP, **COMPANY_STEP, **BASED, **STOPPED, "decision_stands": words.DECISION_RACED},
)
def promote_application(
    *, application: str, reasons: str, conditions: str = "", exception: str = ""
) -> Application:
    """A place has come free: accept one that waits and write to it at once. The company is admitted, so that a licence can
    be offered. Which turn it had is in the audit, with the reasons. One that does not pass needs the `exception`, too.
    """
    found = Application.objects.select_for_update().filter(code=application, submitted_at__isnull=False).first()
    if found is None:
        raise Missing(applying.APPLICATION_UNKNOWN)
    if found.state != "wait_listed":
        raise Refused(words.NOT_WAITING)
    place = turn(found)
    decide_application(application=application, outcome="accept", reasons=reasons, conditions=conditions, exception=exception)
    told = tell_decision(application=application)
    note(subject=told, organisation=told.company_id, turn=place)
    return told


@operation(
    "residency.send_letters", ko="결과 편지 보내기", en="Send the letters", may=rules.hold_reviews,
    refuses=(applying.CALL_UNKNOWN,),
)
def send_letters(*, call: str) -> Call:
    """`residency.tell_decision` for every application of a call whose newest decision was not told yet, and which nothing stops."""
    found = Call.objects.select_for_update().filter(code=call).first()
    if found is None:
        raise Missing(applying.CALL_UNKNOWN)
    waiting = [each for each in untold(call) if each.outcome != "accept" or not unexcepted(each.application, stops(each.application))]
    for each in waiting:
        tell_decision(application=each.application.code)
    note(subject=found, told=len(waiting))
    return found


def _decidable(found: Application, outcome: str) -> None:
    """Any without an outcome may be declined; the rest is for what is in review or waits in its turn."""
    if outcome == "decline" and found.state == "returned":
        until = Sheet.objects.get(application=found).returned_until
        if until is not None and until > clock.now():
            raise Refused(applying.STILL_WRITING, {"until": f"{timezone.localtime(until):%Y-%m-%d %H:%M}"})
    elif not (outcome == "decline" and found.state in ("submitted", "screening")) and (
        found.state not in ("review", "wait_listed") or (found.state == "wait_listed" and outcome == "wait_list")
    ):
        raise Refused(words.NOT_DECIDABLE)


def _based(decision: UUID, found: Application, exception: str) -> str:
    """Keep where the application stands. Returns the exception that was needed, if one was."""
    stands = basis(found)
    if stands is None:
        return ""
    if not stands.passes and not exception:
        raise Refused(words.EXCEPTION_NEEDED, {
            "reviews": stands.reviews, "quorum": stands.quorum, "mark": f"{float(stands.pass_mark):g}",
            "score": "—" if stands.score is None else f"{float(stands.score):g}",
        })
    if not stands.passes and not rules.make_exceptions(require()):
        raise Refused(words.EXCEPTION_BY_DIRECTOR)
    needed = "" if stands.passes else exception
    DecisionBasis.objects.create(
        decision_id=decision, round_id=stands.round, reviews=stands.reviews, score=stands.score, quorum=stands.quorum,
        pass_mark=stands.pass_mark, exception=needed,
    )
    return needed


def _tell(decision: Decision) -> None:
    # A key that has run out still says whom to write to, unless the company has people with accounts.
    keys = door_keys.addressees(kind="applicant", holder=decision.company_id, though_ended=not people.admins(decision.company_id))
    for key in keys:
        notices.post(
            to=key.email, subject=subject(decision).say(key.language), body=letter(decision).say(key.language),
        )
    if not keys:
        write_admins(decision.company_id, subject(decision), letter(decision), f"decision:{decision.id}")
