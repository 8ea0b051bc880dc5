"""Terms of an agreement: the first, one for each renewal, and renewal by its own clause unless notice was given."""

from datetime import date, timedelta

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Agreement, AgreementParty, AgreementTerm, AgreementTransition
from squaremile.network.operations.agreements import kept
from squaremile.network.policies.agreements import LIVE, notice_on, renews_to
from squaremile.network.reads.days import today
from squaremile.network.words import agreements as words


def move(found: Agreement, state: str, day: date, reason: str) -> None:
    """One step: the database checks it and writes its row."""
    found.state, found.moved_on, found.moved_at, found.moved_why = state, day, clock.now(), reason.strip()
    found.save()


def begin_term(found: Agreement) -> None:
    """The first term, once it is signed and has an end."""
    starts = found.effective_on or found.signed_on
    if starts and found.ends_on and starts <= found.ends_on and not AgreementTerm.objects.filter(agreement=found).exists():
        AgreementTerm.objects.create(
            agreement=found, number=1, starts_on=starts, ends_on=found.ends_on, recorded_at=clock.now()
        )


def renew(found: Agreement, ends_on: date, day: date, reason: str, *, by_clause: bool = False) -> None:
    """A later end: a new term after the one before it, and a step of its life. Notice was for the term that is over."""
    begin_term(found)
    last = AgreementTerm.objects.filter(agreement=found).order_by("-number").first()
    starts = last.ends_on + timedelta(days=1) if last else found.effective_on or found.signed_on or day
    AgreementTerm.objects.create(
        agreement=found, number=last.number + 1 if last else 1, starts_on=starts, ends_on=ends_on,
        by_clause=by_clause, recorded_at=clock.now(),
    )
    again = found.state == "renewed"
    found.ends_on, found.notice_given_on, found.notice_given_by = ends_on, None, ""
    move(found, "renewed", day, reason)
    if again:
        # No change of state, and yet a step: the database writes only changes by itself.
        AgreementTransition.objects.create(
            agreement=found, before="renewed", after="renewed", at=clock.now(), happened_on=day,
            actor=require().actor, operator=require().operator or require().actor,
        )


@operation(
    "network.give_notice", ko="협약 종료 통지 적기", en="Record notice to end an agreement", may=rules.liaise,
    refuses=(
        words.AGREEMENT_UNKNOWN, words.AGREEMENT_STEP, words.NOT_A_PARTY, words.NOTICE_LATE, words.NOTICE_GIVEN,
        words.DAY_TOO_LATE,
    ),
)
def give_notice(*, agreement: str, party: str, given_on: date | None = None) -> Agreement:
    """One party told the others that the agreement ends with its term: it does not renew itself then."""
    found, day = kept(agreement), given_on or today()
    whose = AgreementParty.objects.filter(agreement=found, code=party).first()
    if whose is None:
        raise Missing(words.NOT_A_PARTY)
    if found.state not in LIVE or found.ends_on is None:
        raise Refused(words.AGREEMENT_STEP)
    if day > today():
        raise Invalid(words.DAY_TOO_LATE)
    if found.notice_given_on is not None:
        raise Refused(words.NOTICE_GIVEN)
    if day > (notice_on(found.ends_on, found.notice_days) or found.ends_on):
        raise Refused(words.NOTICE_LATE)
    found.notice_given_on, found.notice_given_by = day, whose.name_ko or whose.name_en
    found.save(update_fields=["notice_given_on", "notice_given_by"])
    note(subject=found, party=whose.code, on=day)
    return found


@operation(
    "network.renew_by_clause", ko="조항에 따라 갱신하기", en="Renew by the clause", may=rules.watch,
    refuses=(words.AGREEMENT_UNKNOWN,), constraints={
        "agreement_term_once": words.AGREEMENT_STEP, "agreement_term_numbered": words.AGREEMENT_STEP,
    },
)
def renew_by_clause(*, agreement: str) -> list[date]:
    """The worker's: once its last day is over, an agreement that renews itself gets its next term, as often as it takes
    to reach today. Nothing where notice was given, where the clause's months are not recorded, or where it was done
    already. The new last days."""
    found, made = kept(agreement), list[date]()
    while (
        found.auto_renews and found.state in ("effective", "renewed") and found.notice_given_on is None
        and found.ends_on is not None and found.ends_on < today() and found.renews_months is not None
    ):
        over = found.ends_on
        renew(found, renews_to(over, found.renews_months), over + timedelta(days=1), words.BY_CLAUSE.ko, by_clause=True)
        made.append(found.ends_on)
    note(subject=found, until=made)
    return made
