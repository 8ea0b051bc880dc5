"""Enquiries: made by anybody, answered and followed up by programme staff."""

from datetime import date
from uuid import UUID

from squaremile.core.reads.grants import rights
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import note, operation, publish
from squaremile.published.residency import LeadCame
from squaremile.residency import rules
from squaremile.residency.models import Company, Lead
from squaremile.residency.models.lead import WANTED
from squaremile.residency.operations import companies
from squaremile.residency.operations.tours import book
from squaremile.residency.reads.days import today
from squaremile.residency.words import public as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN

OFTEN = {"lead_not_too_often": words.ENQUIRED_OFTEN, "lead_named": words.LEAD_INCOMPLETE}
TOURS = {
    "tour_slot_not_overfull": words.SLOT_FULL, "tour_once_a_lead": words.TOUR_TWICE, "tour_party_sound": words.SLOT_FULL,
}  # fmt: skip
STEP = {"lead_step_allowed": words.LEAD_STEP}


@operation(
    "residency.enquire", ko="문의하기", en="Enquire", may=rules.enquire,
    refuses=(words.LEAD_INCOMPLETE, words.CONSENT_NEEDED, words.SLOT_UNKNOWN, words.AGREEMENT_NEEDED),
    constraints={**OFTEN, **TOURS},
)
def enquire(
    *, name: str, email: str, consent: bool, company_name: str = "", phone: str = "", language: str = "ko",
    source: str = "", wanted: str = "unsure", wanted_from: date | None = None, message: str = "", tour_slot: str = "",
    heads: int = 1, signed_name: str = "",
) -> Lead:
    """Somebody asks, and may book a tour at once by the code of a slot; then she signs the visitor agreement."""
    address = email.strip().lower()
    if not name.strip() or "@" not in address or wanted not in WANTED or language not in ("ko", "en"):
        raise Invalid(words.LEAD_INCOMPLETE)
    if not consent:
        raise Invalid(words.CONSENT_NEEDED)
    now = clock.now()
    made = Lead(
        id=uuid7(), code=short_code("LD"), state="touring" if tour_slot else "new", name=name.strip()[:80], contact=address, phone=phone.strip()[:40],
        company_name=company_name.strip()[:120], language=language, source=source.strip()[:40], wanted=wanted,
        wanted_from=wanted_from, message=message.strip()[:4000], consent_at=now, created_at=now,
    )
    Lead.objects.bulk_create([made])
    if tour_slot:
        book(made, tour_slot, heads, signed_name)
    note(subject=made, tour_slot=tour_slot)
    publish(LeadCame(lead=made.id, code=made.code))
    return made


@operation(
    "residency.follow_up_lead", ko="문의 이어 가기", en="Follow an enquiry up", may=rules.keep_companies,
    refuses=(words.LEAD_UNKNOWN, words.LEAD_STEP, words.FOLLOW_UP_PAST, words.SLOT_ROUTE), constraints=STEP,
)
def follow_up_lead(
    *, lead: str, state: str | None = None, person: UUID | None = None, follow_up_on: date | None = None,
    remark: str | None = None,
) -> Lead:
    """Where the talk stands now, who looks after it, when to write next. What is left out stays, but the next contact."""
    found = locked(lead)
    if follow_up_on is not None and follow_up_on < today():
        raise Invalid(words.FOLLOW_UP_PAST)
    if person is not None:
        if not rights(person).staff_roles:
            raise Invalid(words.SLOT_ROUTE)
        found.host_id = person
    found.follow_up_on = follow_up_on
    if remark is not None:
        found.remark = remark.strip()[:4000]
    if state is not None and state != found.state:
        if state in ("new", "applied", "touring"):
            raise Refused(words.LEAD_STEP)
        found.state = state
    found.save()
    note(subject=found, organisation=found.company_id, state=found.state, follow_up_on=follow_up_on)
    return found


@operation(
    "residency.record_lead", ko="문의를 기업 기록으로", en="Turn an enquiry into a company record", may=rules.keep_companies,
    refuses=(words.LEAD_UNKNOWN, words.LEAD_STEP, words.LEAD_INCOMPLETE, COMPANY_UNKNOWN), constraints=STEP,
)
def record_lead(*, lead: str, company: str = "") -> Lead:
    """Begin the record of the company that asks, or join the enquiry to one that is there already (by code)."""
    found = locked(lead)
    if found.company_id is not None:
        raise Refused(words.LEAD_STEP)
    if company:
        whose: Company = companies.locked(company)
    elif found.company_name:
        whose = companies.begin(name_ko=found.company_name, name_en="", state="lead")
    else:
        raise Invalid(words.LEAD_INCOMPLETE)
    found.company = whose
    found.save(update_fields=["company"])
    note(subject=found, organisation=whose.id, company=whose.code)
    return found


def locked(code: str) -> Lead:
    """An enquiry by its code, locked. What one may not see is Missing."""
    found = Lead.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.LEAD_UNKNOWN)
    return found
