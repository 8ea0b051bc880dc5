"""A licence is signed by both sides, proven by insurance and deposit, begins, and ends."""

from datetime import date

from django.db.models import Sum

from squaremile.core import whence
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import DepositPayment, Insurance, Licence, LicencePlace, Offer, Signature
from squaremile.residency.operations.companies import step
from squaremile.residency.operations.offers import let_go
from squaremile.residency.policies.signatures import Signed, digest
from squaremile.residency.words import companies
from squaremile.residency.words import licences as words
from squaremile.spaces import operations as spaces
from squaremile.spaces import words as space
from squaremile.spaces.operations.occupancies import TAKEN

STEP = {"licence_step_allowed": words.LICENCE_STEP}
PROOFS = {
    "licence_signed_by_both": words.NOT_SIGNED, "licence_insured": words.NOT_INSURED,
    "licence_deposit_paid": words.LICENCE_STEP,
}


@operation(
    "residency.sign_licence", ko="계약에 서명하기", en="Sign a licence", may=rules.sign,
    refuses=(words.LICENCE_UNKNOWN, words.LICENCE_STEP, words.NOT_ACCEPTED, words.NAME_MISSING, words.SIGNED_ALREADY),
    constraints={
        **STEP, "signature_once_a_party": words.SIGNED_ALREADY, "signature_numbered": words.LICENCE_STEP,
        "licence_signed_by_both": words.NOT_SIGNED,
    },
)
def sign_licence(*, licence: str, signed_name: str) -> Signature:
    """Sign its newest document for one's side: staff for the cluster, the company's admin for the company.

    The record holds who, when, from which address, the document's digest and that of the record before it.
    """
    found, asking = _locked(licence), require()
    offer = Offer.objects.filter(licence=found).first()
    if offer is None or found.state not in ("offered", "in_force"):
        raise Refused(words.LICENCE_STEP)
    if offer.state != "accepted":
        raise Refused(words.NOT_ACCEPTED)
    name = signed_name.strip()[:80]
    if not name:
        raise Invalid(words.NAME_MISSING)
    party = "company" if found.company_id in asking.organisations else "cluster"
    document = found.documents.order_by("-number")[0]
    chain = list(Signature.objects.filter(licence=found).order_by("number"))
    if any(one.document_id == document.id and one.party == party for one in chain):
        raise Refused(words.SIGNED_ALREADY)
    now, signer = clock.now(), asking.actor
    assert signer is not None
    record = Signed(
        len(chain) + 1, party, str(signer), name, now.isoformat(), whence.address(), document.sha256,
        chain[-1].digest if chain else "",
    )
    made = Signature.objects.create(
        licence=found, document=document, number=record.number, party=party, signer=signer, name=name, at=now,
        address=record.address, previous=record.previous, digest=digest(record),
    )
    if found.state == "offered" and {one.party for one in chain if one.document_id == document.id} | {party} == {"cluster", "company"}:
        found.state = "signed"
        found.save(update_fields=["state"])
    note(subject=found, organisation=found.company_id, document=document.number, party=party, digest=made.digest)
    return made


@operation(
    "residency.record_insurance", ko="보험 증서 기록하기", en="Record a certificate of insurance", may=rules.record_proofs,
    refuses=(words.LICENCE_UNKNOWN, words.INSURANCE_UNFIT), constraints={"insurance_named": words.INSURANCE_UNFIT},
)
def record_insurance(*, licence: str, insurer: str, policy_number: str, expires_on: date) -> Insurance:
    """As it was shown. A renewed certificate is a new record."""
    found, now = _locked(licence, write=False), clock.now()
    if expires_on <= now.date() or not insurer.strip() or not policy_number.strip():
        raise Invalid(words.INSURANCE_UNFIT)
    made = Insurance.objects.create(
        licence=found, insurer=insurer.strip(), policy_number=policy_number.strip(), expires_on=expires_on, recorded_at=now
    )
    note(subject=found, organisation=found.company_id, insurer=made.insurer, expires_on=expires_on)
    return made


@operation(
    "residency.record_deposit", ko="보증금 입금 기록하기", en="Record a deposit", may=rules.record_money,
    refuses=(words.LICENCE_UNKNOWN, words.MONEY_UNFIT), constraints={"deposit_payment_positive": words.MONEY_UNFIT},
)
def record_deposit(*, licence: str, amount: int, paid_on: date) -> DepositPayment:
    """Money that came in towards the deposit, in minor units; what comes in parts is recorded in parts."""
    found, now = _locked(licence, write=False), clock.now()
    if amount <= 0 or paid_on > now.date():
        raise Invalid(words.MONEY_UNFIT)
    made = DepositPayment.objects.create(licence=found, amount=amount, paid_on=paid_on, recorded_at=now)
    note(subject=found, organisation=found.company_id, amount=amount, paid_on=paid_on)
    return made


@operation(
    "residency.start_licence", ko="입주 시작하기", en="Begin a licence", may=rules.keep_licences,
    refuses=(
        words.LICENCE_UNKNOWN, words.LICENCE_STEP, words.NOT_SIGNED, words.NOT_INSURED, words.DEPOSIT_UNPAID, space.OVER,
        space.MOVED_IN, *TAKEN.values(),
    ),
    constraints={**STEP, **PROOFS, "company_step_allowed": companies.COMPANY_STEP},
)
def start_licence(*, licence: str) -> Licence:
    """The company moves in now: both have signed, the insurance is valid, the deposit paid."""
    found, now = _locked(licence), clock.now()
    if found.state == "offered":
        raise Refused(words.NOT_SIGNED)
    if found.state != "signed":
        raise Refused(words.LICENCE_STEP)
    if not Insurance.objects.filter(licence=found, expires_on__gte=max(now, found.period.start).date()).exists():
        raise Refused(words.NOT_INSURED)
    due = Offer.objects.get(licence=found).deposit
    paid = DepositPayment.objects.filter(licence=found).aggregate(all=Sum("amount"))["all"] or 0
    if paid < due:
        raise Refused(words.DEPOSIT_UNPAID, {"due": f"{due:,}", "paid": f"{paid:,}"})
    for mine in LicencePlace.objects.select_related("occupancy").filter(licence=found, live=True):
        spaces.occupy(occupancy=mine.occupancy.code)
    found.state = "in_force"
    found.save(update_fields=["state"])
    if found.company.state == "admitted":
        step(found.company, "resident")
    note(subject=found, organisation=found.company_id)
    return found


@operation(
    "residency.end_licence", ko="계약 끝내기", en="End a licence", may=rules.keep_licences,
    refuses=(words.LICENCE_UNKNOWN, words.LICENCE_STEP, space.OVER), constraints=STEP,
)
def end_licence(*, licence: str, reason: str) -> Licence:
    """It ends now, at its term or before; its places are free."""
    found = _locked(licence)
    if found.state != "in_force":
        raise Refused(words.LICENCE_STEP)
    found.state = "ended"
    found.save(update_fields=["state"])
    let_go(found)
    note(subject=found, organisation=found.company_id, reason=reason.strip())
    return found


def _locked(code: str, *, write: bool = True) -> Licence:
    """A licence by its code, locked where it is written. What one may not see is Missing."""
    rows = Licence.objects.select_for_update(of=("self",)) if write else Licence.objects.all()
    found = rows.select_related("company").filter(code=code).first()
    if found is None:
        raise Missing(words.LICENCE_UNKNOWN)
    return found
