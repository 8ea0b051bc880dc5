"""A licence is proven by insurance and deposit, begins, and ends."""

from datetime import date

from django.db.models import Sum

from squaremile.core import gates
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.money import Money
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import DepositPayment, Insurance, Licence, LicencePlace, Offer
from squaremile.residency.operations import seats
from squaremile.residency.operations.companies import step
from squaremile.residency.operations.leaving import RUNS, exit_begins, nothing_follows, stays_after_all
from squaremile.residency.operations.licence_moved import tell_of
from squaremile.residency.operations.offers import let_go
from squaremile.residency.operations.rent import tell_deposit, tell_rent
from squaremile.residency.operations.staying import REFUSES as STAY
from squaremile.residency.operations.staying import settled_in, within_stay
from squaremile.residency.operations.uncleaned import kept_for
from squaremile.residency.reads.asked_of_gates import Moving
from squaremile.residency.reads.checklists import shut_for_company
from squaremile.residency.reads.days import day_of, today
from squaremile.residency.reads.licence_terms import last_day
from squaremile.residency.words import companies, people
from squaremile.residency.words import licences as words
from squaremile.spaces import operations as spaces
from squaremile.spaces import words as space
from squaremile.spaces.operations.occupancies import TAKEN
from squaremile.spaces.reads import held

STEP = {"licence_step_allowed": words.LICENCE_STEP}
PROOFS = {
    "licence_signed_by_both": words.NOT_SIGNED, "licence_insured": words.NOT_INSURED,
    "licence_deposit_paid": words.LICENCE_STEP,
}


@operation(
    "residency.record_insurance", ko="보험 증서 기록하기", en="Record a certificate of insurance", may=rules.record_proofs,
    refuses=(words.LICENCE_UNKNOWN, words.INSURANCE_UNFIT), constraints={"insurance_named": words.INSURANCE_UNFIT},
)
def record_insurance(*, licence: str, insurer: str, policy_number: str, expires_on: date) -> Insurance:
    """As it was shown. A renewed certificate is a new record."""
    found, now = locked_licence(licence, write=False), clock.now()
    if expires_on <= today() or not insurer.strip() or not policy_number.strip():
        raise Invalid(words.INSURANCE_UNFIT)
    made = Insurance.objects.create(
        licence=found, insurer=insurer.strip(), policy_number=policy_number.strip(), expires_on=expires_on, recorded_at=now
    )
    note(subject=found, organisation=found.company_id, insurer=made.insurer, expires_on=expires_on)
    return made


@operation(
    "residency.record_deposit", ko="보증금 입금 기록하기", en="Record a deposit", may=rules.record_money,
    refuses=(words.LICENCE_UNKNOWN, words.LICENCE_STEP, words.MONEY_UNFIT), constraints={"deposit_payment_positive": words.MONEY_UNFIT},
)
def record_deposit(*, licence: str, amount: int, paid_on: date) -> DepositPayment:
    """Money that came in towards the deposit, in minor units; what comes in parts is recorded in parts."""
    found, now = locked_licence(licence, write=False), clock.now()
    if found.state == "lapsed":
        raise Refused(words.LICENCE_STEP)
    if amount <= 0 or paid_on > today():
        raise Invalid(words.MONEY_UNFIT)
    made = DepositPayment.objects.create(licence=found, amount=amount, paid_on=paid_on, recorded_at=now)
    note(subject=found, organisation=found.company_id, amount=amount, paid_on=paid_on)
    tell_deposit(made)
    return made


@operation(
    "residency.start_licence", ko="입주 시작하기", en="Begin a licence", may=rules.keep_licences,
    refuses=(
        words.LICENCE_UNKNOWN, words.LICENCE_STEP, words.NOT_SIGNED, words.NOT_INSURED, words.DEPOSIT_UNPAID, people.PERMITS_MISSING,
        space.OVER, space.MOVED_IN, *STAY, *TAKEN.values(),
    ),
    constraints={**STEP, **PROOFS, "company_step_allowed": companies.COMPANY_STEP},
)
def start_licence(*, licence: str) -> Licence:
    """The company moves in now: both have signed, the insurance is valid, the deposit paid, and no permit of its checklist
    that must be there before is missing or out of date. Its seats are what the licence allows from now on. A licence on paper
    ends with it, unless the company still sits in places that no licence made here is for. An exit that began by itself is over.
    """
    found, now = locked_licence(licence), clock.now()
    if found.state == "offered":
        raise Refused(words.NOT_SIGNED)
    if found.state != "signed":
        raise Refused(words.LICENCE_STEP)
    if not Insurance.objects.filter(licence=found, expires_on__gte=day_of(max(now, found.period.start))).exists():
        raise Refused(words.NOT_INSURED)
    offer = Offer.objects.select_related("price_version").get(licence=found)
    paid = DepositPayment.objects.filter(licence=found).aggregate(all=Sum("amount"))["all"] or 0
    if paid < offer.deposit:
        due, came = (Money(amount, offer.price_version.currency).said for amount in (offer.deposit, paid))
        raise Refused(words.DEPOSIT_UNPAID, {"due": due, "paid": came})
    within_stay(found.company, last_day(found.period.end), max(today(), day_of(found.period.start)))
    left = shut_for_company(found.company_id, "licence")
    if left:
        items = Text(ko=", ".join(row.ko for row in left), en=", ".join(row.en for row in left))
        raise Refused(people.PERMITS_MISSING, {"items": items})
    mine_now = list(LicencePlace.objects.select_related("occupancy").filter(licence=found, live=True))
    gates.check(
        "residency.start_licence", Moving("licence", found.company_id, tuple(mine.occupancy.place_id for mine in mine_now))
    )
    for mine in mine_now:
        spaces.occupy(occupancy=mine.occupancy.code)
    found.state = "in_force"
    found.save(update_fields=["state"])
    stays = stays_after_all(found.company_id)
    replaces_paper(found)
    seats.follow(found.company_id)
    comes = found.company.state == "admitted"
    if comes:
        step(found.company, "resident")
    settled_in(found.company, comes=comes)
    note(subject=found, organisation=found.company_id, exit_withdrawn=stays)
    tell_rent(found)
    return found


@operation(
    "residency.end_licence", ko="계약 끝내기", en="End a licence", may=rules.keep_licences,
    refuses=(words.LICENCE_UNKNOWN, words.LICENCE_STEP, space.OVER), constraints={**STEP, **RUNS},
)
def end_licence(*, licence: str, reason: str) -> Licence:
    """It ends now, at its term or before; its places are free. With its last licence the company's exit begins, and its places are
    kept from everybody until safety has signed that they are clean."""
    found = locked_licence(licence)
    if found.state != "in_force":
        raise Refused(words.LICENCE_STEP)
    end_now(found, reason.strip())
    return found


def end_now(found: Licence, reason: str) -> None:
    """A licence in force is over, inside another operation. An open amendment comes to nothing; its places are free, but for
    those that are not signed as clean by a company that leaves, or that has to now, or whose next licence has not begun."""
    found.amendments.filter(state="proposed").update(state="withdrawn")
    found.state = "ended"
    found.save(update_fields=["state"])
    if nothing_follows(found.company_id) and LicencePlace.objects.filter(licence=found, live=True).exists():
        exit_begins(found.company, last_day(found.period.end))
    if found.company_id not in kept_for():
        let_go(found)
    seats.follow(found.company_id)
    note(subject=found, organisation=found.company_id, reason=reason)
    tell_of(found, "ended")
    tell_rent(found)


def replaces_paper(found: Licence) -> int:
    """Inside another operation. Licences without terms here are over with the first that has them. Places that were let by hand
    keep them in force. Returns how many ended."""
    paper = Licence.objects.select_for_update(of=("self",)).select_related("company__organisation").filter(
        company=found.company_id, state="in_force", offer=None
    )
    licensed = set(LicencePlace.objects.filter(licence__company=found.company_id, live=True).values_list("occupancy", flat=True))
    now = clock.now()
    sits = (each for each in held.places().held if each.holder == found.company_id and each.start <= now)
    if any(each.occupancy not in licensed for each in sits):
        return 0
    for old in paper:
        if old.period.start < now < old.period.end:
            old.period = Period(old.period.start, now)
            old.save(update_fields=["period"])
        end_now(old, f"replaced by {found.code}")
    return len(paper)


def locked_licence(code: str, *, write: bool = True) -> Licence:
    """A licence by its code, locked where it is written. What one may not see is Missing."""
    rows = Licence.objects.select_for_update(of=("self",)) if write else Licence.objects.all()
    found = rows.select_related("company__organisation").filter(code=code).first()
    if found is None:
        raise Missing(words.LICENCE_UNKNOWN)
    return found
