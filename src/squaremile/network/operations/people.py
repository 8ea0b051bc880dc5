"""People of the directory."""

from typing import Any

from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Contact, Person, PersonCare
from squaremile.network.operations import entries, placards
from squaremile.network.policies import identifiers
from squaremile.network.words import directory as words

SAID_BY_TABLE = {
    "person_named": NAME_NEEDED, "person_kind_known": BAD_INPUT, "person_contact_known": BAD_INPUT,
    "person_rank_known": BAD_INPUT, "network_person_orcid_key": words.ORCID_TAKEN,
}


@operation(
    "network.add_person", ko="사람 올리기", en="Enter a person into the directory", may=rules.keep_directory,
    refuses=(words.PARTNER_UNKNOWN, words.LAB_UNKNOWN, words.ORCID_UNSOUND),
    constraints={"network_person_code_key": CODE_TAKEN, "person_code_fits": CODE_UNFIT, **SAID_BY_TABLE},
)
def add_person(
    *, kind: str, name_ko: str = "", name_en: str = "", code: str = "", also: str = "", partner: str = "",
    lab: str = "", role_ko: str = "", role_en: str = "", rank: int = 0, bio_ko: str = "", bio_en: str = "",
    orcid: str = "", website: str = "", speaks: str = "", contact_way: str = "liaison", email: str = "",
    phone: str = "", source: str = "",
) -> Person:
    """Enter a researcher, founder, investor or official, with how she may be reached."""
    made = Person.objects.create(
        code=code or short_code("PE"), kind=kind, name_ko=name_ko.strip(), name_en=name_en.strip(), also=also.strip(),
        partner=entries.partner(partner), lab=entries.lab(lab), role_ko=role_ko.strip(), role_en=role_en.strip(), rank=rank,
        bio_ko=bio_ko.strip(), bio_en=bio_en.strip(), orcid=sound_orcid(orcid), website=website, speaks=speaks,
        contact_way=contact_way, source=source, created_at=clock.now(),
    )
    Contact.objects.create(person=made, email=email.strip(), phone=phone.strip())
    placards.person(made)
    note(subject=made)
    return made


def sound_orcid(text: str) -> str | None:
    """The ORCID iD that was typed, None for none; a refusal for what cannot be one."""
    if not text.strip():
        return None
    found = identifiers.orcid(text)
    if found is None:
        raise Invalid(words.ORCID_UNSOUND)
    return found



@operation(
    "network.edit_person", ko="사람 고치기", en="Edit a person", may=rules.keep_directory,
    refuses=(words.PERSON_UNKNOWN, words.PARTNER_UNKNOWN, words.LAB_UNKNOWN, words.ORCID_UNSOUND), constraints=SAID_BY_TABLE,
)
def edit_person(
    *, expert: str, kind: str | None = None, name_ko: str | None = None, name_en: str | None = None,
    also: str | None = None, partner: str | None = None, lab: str | None = None, role_ko: str | None = None,
    role_en: str | None = None, rank: int | None = None, bio_ko: str | None = None, bio_en: str | None = None,
    orcid: str | None = None, website: str | None = None, speaks: str | None = None, contact_way: str | None = None,
    email: str | None = None, phone: str | None = None, needs_ko: str | None = None, needs_en: str | None = None,
) -> Person:
    """Change what is said of a person, and where she belongs; what is left out stays, an empty code takes a link away."""
    row = entries.found(Person, expert, words.PERSON_UNKNOWN)
    changed = entries.write(row, {
        "kind": kind, "name_ko": name_ko, "name_en": name_en, "also": also, "role_ko": role_ko, "role_en": role_en,
        "rank": rank, "bio_ko": bio_ko, "bio_en": bio_en, "website": website, "speaks": speaks,
        "contact_way": contact_way,
    })  # fmt: skip
    links: dict[str, Any] = {}
    if partner is not None:
        links["partner"] = entries.partner(partner)
    if lab is not None:
        links["lab"] = entries.lab(lab)
    if orcid is not None:
        links["orcid"] = sound_orcid(orcid)
    for name, value in links.items():
        setattr(row, name, value)
    row.save(update_fields=list(links) or ["code"])
    changed += entries.write(Contact.objects.get(person=row), {"email": email, "phone": phone})
    changed += cared_for(row, needs_ko, needs_en)
    placards.person(row)
    note(subject=row, changed=[*changed, *links])
    return row


def cared_for(person: Person, needs_ko: str | None, needs_en: str | None) -> list[str]:
    """Write what a host must know of her; the names of what changed."""
    if needs_ko is None and needs_en is None:
        return []
    kept, _ = PersonCare.objects.get_or_create(person=person)
    return entries.write(kept, {"needs_ko": needs_ko, "needs_en": needs_en})
