"""What a person does with her own profile: correct it, consent, take consent back."""

from django.db import connection

from squaremile.core.words import BAD_INPUT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Contact, Person
from squaremile.network.operations import entries, placards
from squaremile.network.operations.people import cared_for
from squaremile.network.words import directory as words
from squaremile.network.words import profiles

_OWN = {"person_changes_her_own": profiles.NOT_YOURS, "person_claim_proven": profiles.NOT_PROVEN}


def _own(code: str) -> Person:
    return entries.changeable(entries.found(Person, code, words.PERSON_UNKNOWN), words.PERSON_UNKNOWN)


@operation(
    "network.correct_profile", ko="내 항목 바로잡기", en="Correct one's profile", may=rules.be_listed,
    refuses=(words.PERSON_UNKNOWN,),
    constraints={"person_named": NAME_NEEDED, "person_contact_known": BAD_INPUT, **_OWN},
)
def correct_profile(
    *, expert: str, name_ko: str | None = None, name_en: str | None = None, also: str | None = None,
    role_ko: str | None = None, role_en: str | None = None, bio_ko: str | None = None, bio_en: str | None = None,
    website: str | None = None, speaks: str | None = None, contact_way: str | None = None, email: str | None = None,
    phone: str | None = None, needs_ko: str | None = None, needs_en: str | None = None,
) -> Person:
    """Change what one's own profile says, how one may be reached, and what a host must know; what is left out stays."""
    row = _own(expert)
    changed = entries.write(row, {
        "name_ko": name_ko, "name_en": name_en, "also": also, "role_ko": role_ko, "role_en": role_en,
        "bio_ko": bio_ko, "bio_en": bio_en, "website": website, "speaks": speaks, "contact_way": contact_way,
    })  # fmt: skip
    changed += entries.write(Contact.objects.get(person=row), {"email": email, "phone": phone})
    changed += cared_for(row, needs_ko, needs_en)
    placards.person(row)
    note(subject=row, changed=changed)
    return row


@operation(
    "network.give_consent", ko="명부 등재에 동의하기", en="Consent to be listed", may=rules.be_listed,
    refuses=(words.PERSON_UNKNOWN,), constraints=_OWN,
)
def give_consent(*, expert: str) -> Person:
    """Record that the person agrees to be listed: she herself, or liaison staff who have it in writing. She is shown."""
    row = _own(expert)
    row.consented_at = clock.now()
    if row.consent_withdrawn_at is not None:
        # Shown again where withdrawing it had hidden her; what staff hid stays hidden.
        row.hidden, row.consent_withdrawn_at = False, None
    row.save(update_fields=["consented_at", "hidden", "consent_withdrawn_at"])
    placards.person(row)
    note(subject=row)
    return row


@operation(
    "network.withdraw_consent", ko="동의 거두기", en="Withdraw consent", may=rules.be_listed,
    refuses=(words.PERSON_UNKNOWN,), constraints=_OWN,
)
def withdraw_consent(*, expert: str) -> Person:
    """Take the consent back: the profile is hidden at once, and address, telephone and personal needs are deleted.

    Copies of them in letters that are not sent yet go too. Where both sides had agreed before, the other has them.
    """
    row = _own(expert)
    contact = Contact.objects.get(person=row)
    _forget_copies(row)
    entries.write(contact, {"email": "", "phone": ""})
    cared_for(row, "", "")
    row.consented_at, row.consent_withdrawn_at, row.hidden, row.contact_way = None, clock.now(), True, "none"
    row.save(update_fields=["consented_at", "consent_withdrawn_at", "hidden", "contact_way"])
    placards.person(row)
    note(subject=row)
    return row


def _forget_copies(row: Person) -> None:
    """Blank how she is reached in everything that waits for her answer, and letters to her that are not sent."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT network_forget_copies(%s, %s)", [row.id, clock.now()])
