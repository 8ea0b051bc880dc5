"""The steps of an agreement's life, from review to its end."""

from datetime import date

from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import Agreement, AgreementCheck, CommitmentEntry
from squaremile.network.operations.agreement_terms import begin_term, move, renew
from squaremile.network.operations.agreements import kept
from squaremile.network.policies.agreements import ENDED, UNSIGNED, open_checks
from squaremile.network.policies.promises import ARRIVED, GONE
from squaremile.network.reads.days import today
from squaremile.network.words import agreements as words

STEPS = {"agreement_step_allowed": words.AGREEMENT_STEP, "agreement_signed_dated": words.AGREEMENT_STEP,
         "agreement_term_sound": words.TERM_UNSOUND, "agreement_state_known": BAD_INPUT}  # fmt: skip
DAYS = (words.DAY_TOO_LATE, words.DAY_TOO_EARLY)


@operation(
    "network.advance_agreement", ko="협약 다음 단계로", en="Take an agreement a step on", may=rules.liaise,
    refuses=(
        words.AGREEMENT_UNKNOWN, words.CHECKS_OPEN, words.PARTIES_MISSING, words.AGREEMENT_STEP, *DAYS,
    ),
    constraints=STEPS,
)
def advance_agreement(*, agreement: str, step: str, happened_on: date | None = None, reason: str = "") -> Agreement:
    """To review, approved, signed or effective (or back to draft or review), on the day its papers say."""
    found = kept(agreement)
    if step not in ("draft", "review", "approved", "signed", "effective"):
        raise Refused(words.AGREEMENT_STEP)
    if step == "approved":
        _checked(found)
    if step in ("approved", "signed") and found.parties.count() < 2:
        raise Refused(words.PARTIES_MISSING)
    day = _day(found, happened_on)
    if step == "signed":
        found.signed_on = day
    if step == "effective":
        found.effective_on = day
    move(found, step, day, reason)
    if step in ("signed", "effective"):
        begin_term(found)
    note(subject=found, step=step, on=day)
    return found


@operation(
    "network.renew_agreement", ko="협약 갱신하기", en="Renew an agreement", may=rules.liaise,
    refuses=(words.AGREEMENT_UNKNOWN, words.AGREEMENT_STEP, words.RENEWAL_NOT_LATER, *DAYS), constraints=STEPS,
)
def renew_agreement(*, agreement: str, ends_on: date, happened_on: date | None = None, reason: str = "") -> Agreement:
    """Give an agreement in force a later end; its reminders count from that one."""
    found = kept(agreement)
    if found.state not in ("effective", "renewed"):
        raise Refused(words.AGREEMENT_STEP)
    if found.ends_on is not None and ends_on <= found.ends_on:
        raise Invalid(words.RENEWAL_NOT_LATER, {"now": found.ends_on.isoformat()})
    renew(found, ends_on, _day(found, happened_on), reason)
    note(subject=found, ends_on=ends_on)
    return found


@operation(
    "network.end_agreement", ko="협약 끝내기", en="End an agreement", may=rules.liaise,
    refuses=(words.AGREEMENT_UNKNOWN, words.AGREEMENT_STEP, words.REASON_NEEDED, *DAYS),
    constraints={**STEPS, "agreement_end_explained": words.REASON_NEEDED},
)
def end_agreement(
    *, agreement: str, ending: str, reason: str = "", lesson_ko: str = "", lesson_en: str = "",
    happened_on: date | None = None,
) -> Agreement:
    """Completed, lapsed, terminated or withdrawn, with the reason and what was learnt.

    What was promised and is not fulfilled lapses with it (withdrawn: is withdrawn), as dated entries of the same reason.
    """
    found = kept(agreement)
    if ending not in ENDED:
        raise Refused(words.AGREEMENT_STEP)
    if ending != "completed" and not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    day = _day(found, happened_on)
    found.lesson_ko, found.lesson_en = lesson_ko.strip(), lesson_en.strip()
    move(found, ending, day, reason)
    if ending != "completed" and found.signed_on is not None:
        _close_promises(found, "withdrawn" if ending == "withdrawn" else "lapsed", day)
    note(subject=found, ending=ending, reason=reason)
    return found


def _day(found: Agreement, given: date | None) -> date:
    day = given or today()
    if day > today():
        raise Invalid(words.DAY_TOO_LATE)
    # A draft is opened here when somebody gets to it: its day says nothing about the papers.
    if found.state not in UNSIGNED and day < found.moved_on:
        raise Invalid(words.DAY_TOO_EARLY, {"before": found.moved_on.isoformat()})
    return day


def _checked(found: Agreement) -> None:
    latest = dict(AgreementCheck.objects.filter(agreement=found).order_by("at").values_list("item", "result"))
    still = [words.CHECKS[item] for item in open_checks(latest)]
    if still:
        said = Text(ko=", ".join(item.ko for item in still), en=", ".join(item.en for item in still))
        raise Refused(words.CHECKS_OPEN, {"items": said})


def _close_promises(found: Agreement, state: str, day: date) -> None:
    """Entries for what was still open, each with the amount that had come by then."""
    entries = CommitmentEntry.objects.filter(commitment__agreement=found).order_by("happened_on", "recorded_at")
    corrected = {entry.supersedes_id for entry in entries}
    latest = {e.commitment_id: e for e in entries if e.id not in corrected}
    arrived = {e.commitment_id: e for e in entries if e.id not in corrected and e.state in ARRIVED}
    rows = []
    for promise in found.commitments.all():
        last, came = latest.get(promise.id), arrived.get(promise.id)
        if last is None or last.state not in ("completed", *GONE):
            rows.append(CommitmentEntry(
                code=short_code("EN"), commitment=promise, state=state, happened_on=day,
                amount=came.amount if came else 0, reason=found.moved_why, recorded_at=clock.now(),
                recorded_by_id=require().actor,
            ))
    CommitmentEntry.objects.bulk_create(rows)
