"""Organisations of the directory."""

from uuid import UUID

from squaremile.core import cards
from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Partner
from squaremile.network.policies import identifiers
from squaremile.network.words import directory as words

SAID_BY_TABLE = {
    "partner_named": NAME_NEEDED, "partner_kind_known": BAD_INPUT, "partner_place_paired": BAD_INPUT,
    "network_partner_ror_key": words.ROR_TAKEN, "network_partner_organisation_id_key": words.TENANT_TAKEN,
}  # fmt: skip


@operation(
    "network.add_partner", ko="기관 올리기", en="Enter an organisation into the directory", may=rules.keep_directory,
    refuses=(words.ROR_UNSOUND,),
    constraints={
        "network_partner_code_key": CODE_TAKEN, "partner_code_fits": CODE_UNFIT, **SAID_BY_TABLE,
    },
)
def add_partner(
    *, kind: str, name_ko: str = "", name_en: str = "", code: str = "", also: str = "", says_ko: str = "",
    says_en: str = "", country: str = "", city_ko: str = "", city_en: str = "", website: str = "", ror: str = "",
    business_number: str = "", organisation: UUID | None = None, source: str = "",
) -> Partner:
    """Enter a company, university, institute, investor or public body; `organisation` where it lives in the cluster."""
    made = Partner.objects.create(
        code=code or short_code("PN"), kind=kind, name_ko=name_ko.strip(), name_en=name_en.strip(), also=also.strip(),
        says_ko=says_ko.strip(), says_en=says_en.strip(), country=country.upper(), city_ko=city_ko.strip(),
        city_en=city_en.strip(), website=website, ror=sound_ror(ror), business_number=business_number.strip(),
        organisation_id=organisation, source=source, created_at=clock.now(),
    )
    card(made)
    note(subject=made, organisation=organisation)
    return made


def sound_ror(text: str) -> str | None:
    """The ROR id that was typed, None for none; a refusal for what cannot be one."""
    if not text.strip():
        return None
    found = identifiers.ror(text)
    if found is None:
        raise Invalid(words.ROR_UNSOUND)
    return found


def card(partner: Partner) -> None:
    """How it is found, by everyone; hidden and merged ones are not."""
    if partner.hidden or partner.merged_into_id:
        cards.remove(kind="partner", subject=partner.id)
        return
    kind = words.PARTNER_KINDS[partner.kind]
    cards.put(
        kind="partner", subject=partner.id, title_ko=partner.name_ko, title_en=partner.name_en, says_ko=kind.ko,
        says_en=kind.en, also=f"{partner.also} {partner.code} {partner.ror or ''}",
        url=f"/network/organisations/{partner.code}/",
    )
