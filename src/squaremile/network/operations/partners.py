"""Organisations of the directory."""

from decimal import Decimal
from uuid import UUID

from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Partner
from squaremile.network.operations import entries, placards
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
    business_number: str = "", organisation: UUID | None = None, latitude: Decimal | None = None,
    longitude: Decimal | None = None, source: str = "",
) -> Partner:
    """Enter a company, university, institute, investor or public body; `organisation` where it lives in the cluster."""
    made = Partner.objects.create(
        code=code or short_code("PN"), kind=kind, name_ko=name_ko.strip(), name_en=name_en.strip(), also=also.strip(),
        says_ko=says_ko.strip(), says_en=says_en.strip(), country=country.upper(), city_ko=city_ko.strip(),
        city_en=city_en.strip(), website=website, ror=sound_ror(ror), business_number=business_number.strip(),
        organisation_id=organisation, latitude=latitude, longitude=longitude, source=source, created_at=clock.now(),
    )
    placards.partner(made)
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



@operation(
    "network.edit_partner", ko="기관 고치기", en="Edit an organisation", may=rules.keep_directory,
    refuses=(words.PARTNER_UNKNOWN, words.ROR_UNSOUND), constraints=SAID_BY_TABLE,
)
def edit_partner(
    *, partner: str, kind: str | None = None, name_ko: str | None = None, name_en: str | None = None,
    also: str | None = None, says_ko: str | None = None, says_en: str | None = None, country: str | None = None,
    city_ko: str | None = None, city_en: str | None = None, website: str | None = None, ror: str | None = None,
    business_number: str | None = None, organisation: UUID | None = None, latitude: Decimal | None = None,
    longitude: Decimal | None = None,
) -> Partner:
    """Change what is said of an organisation; what is left out stays. An empty ROR id takes it away."""
    row = entries.found(Partner, partner, words.PARTNER_UNKNOWN)
    changed = entries.write(row, {
        "kind": kind, "name_ko": name_ko, "name_en": name_en, "also": also, "says_ko": says_ko, "says_en": says_en,
        "country": country and country.upper(), "city_ko": city_ko, "city_en": city_en, "website": website,
        "business_number": business_number, "organisation_id": organisation,
        "latitude": latitude, "longitude": longitude,
    })  # fmt: skip
    if ror is not None and row.ror != (sound := sound_ror(ror)):
        row.ror = sound
        row.save(update_fields=["ror"])
        changed.append("ror")
    placards.partner(row)
    note(subject=row, organisation=row.organisation_id, changed=changed)
    return row
