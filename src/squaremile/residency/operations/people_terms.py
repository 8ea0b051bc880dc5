"""What a licence says about people, and whom to call when something happens to one of them."""

from datetime import date

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import ChecklistEntry, Member, MemberContact, PeopleTerms
from squaremile.residency.operations.checklists import sign_off
from squaremile.residency.operations.companies import seen
from squaremile.residency.reads.days import today
from squaremile.residency.reads.licensed_people import licensed_people
from squaremile.residency.words import people as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN


@operation(
    "residency.set_people_terms", ko="인원 조건 정하기", en="Set the terms about people", may=rules.keep_companies,
    refuses=(COMPANY_UNKNOWN, words.TERMS_UNSOUND, words.SEATS_OF_LICENCE),
    constraints={"people_terms_one_a_day": words.TERMS_TWICE, "people_terms_as_licensed": words.TERMS_UNSOUND},
)
def set_people_terms(
    *, company: str, seats: int, notice_months: int = 3, deposit_minor: int = 0, currency: str = "KRW",
    since: date | None = None,
) -> PeopleTerms:
    """Seats, notice and deposit as the licence has them, from a day on. Earlier terms stay as they were. Where a licence in
    force says how many people, only an amendment of it says another number.
    """
    found = seen(company)
    bounds = ((seats, 10_000), (notice_months, 24), (deposit_minor, 10**15))
    if currency not in MINOR_DIGITS or any(not 0 <= value <= most for value, most in bounds):
        raise Invalid(words.TERMS_UNSOUND)
    cap = licensed_people(found.id)
    if cap is not None and seats != cap:
        raise Refused(words.SEATS_OF_LICENCE, {"cap": cap})
    made = PeopleTerms.objects.create(
        code=short_code("PT"), company=found, since=since or today(), seats=seats, notice_months=notice_months,
        deposit_minor=deposit_minor, currency=currency, made_at=clock.now(),
    )
    note(subject=made, organisation=found.id, seats=seats, notice_months=notice_months, since=made.since)
    return made


@operation(
    "residency.set_emergency_contact", ko="비상 연락처 적기", en="Enter an emergency contact", may=rules.work_here,
    refuses=(words.MEMBER_UNKNOWN, words.NOT_HERSELF, words.CONTACT_NEEDED),
)
def set_emergency_contact(*, company_member: str, name: str, phone: str, contact_relation: str = "") -> MemberContact:
    """Whom to call. Read by safety staff and herself alone; her checklist notes that it is there."""
    found = Member.objects.filter(code=company_member).first()
    if found is None:
        raise Missing(words.MEMBER_UNKNOWN)
    if found.person_id != require().actor:
        raise Forbidden(words.NOT_HERSELF)
    if not name.strip() or not phone.strip():
        raise Invalid(words.CONTACT_NEEDED)
    kept, _made = MemberContact.objects.update_or_create(
        member=found,
        defaults={"person_id": found.person_id, "name": name.strip()[:80], "phone": phone.strip()[:40],
                  "relation": contact_relation.strip()[:40]},
    )  # fmt: skip
    waiting = ChecklistEntry.objects.filter(member=found, item="emergency_contact", state="open").first()
    if waiting is not None:
        sign_off(checklist_entry=waiting.code)
    note(subject=found, organisation=found.company_id)
    return kept
