"""People of the directory."""

from squaremile.core import cards
from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Contact, Lab, Partner, Person
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
        partner=_partner(partner), lab=_lab(lab), role_ko=role_ko.strip(), role_en=role_en.strip(), rank=rank,
        bio_ko=bio_ko.strip(), bio_en=bio_en.strip(), orcid=sound_orcid(orcid), website=website, speaks=speaks,
        contact_way=contact_way, source=source, created_at=clock.now(),
    )
    Contact.objects.create(person=made, email=email.strip(), phone=phone.strip())
    card(made)
    note(subject=made)
    return made


def _partner(code: str) -> Partner | None:
    if not code:
        return None
    found = Partner.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.PARTNER_UNKNOWN)
    return found


def _lab(code: str) -> Lab | None:
    if not code:
        return None
    found = Lab.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.LAB_UNKNOWN)
    return found


def sound_orcid(text: str) -> str | None:
    """The ORCID iD that was typed, None for none; a refusal for what cannot be one."""
    if not text.strip():
        return None
    found = identifiers.orcid(text)
    if found is None:
        raise Invalid(words.ORCID_UNSOUND)
    return found


def card(person: Person) -> None:
    """How she is found, by everyone; hidden and merged people are not."""
    if person.hidden or person.merged_into_id:
        cards.remove(kind="expert", subject=person.id)
        return
    home = person.partner
    cards.put(
        kind="expert", subject=person.id, title_ko=person.name_ko, title_en=person.name_en,
        says_ko=" · ".join(x for x in (person.role_ko, home and (home.name_ko or home.name_en)) if x),
        says_en=" · ".join(x for x in (person.role_en, home and (home.name_en or home.name_ko)) if x),
        also=f"{person.also} {person.code} {person.orcid or ''}", url=f"/network/people/{person.code}/",
    )
