"""Who stands behind an agreement, and who signs."""

from datetime import date
from uuid import UUID

from squaremile.core.reads import organisations
from squaremile.core.words import BAD_INPUT, NOT_FOUND
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Agreement, AgreementParty, Partner, Signatory
from squaremile.network.operations.agreements import editable, kept
from squaremile.network.reads.days import today
from squaremile.network.words import agreements as words
from squaremile.network.words.directory import PARTNER_UNKNOWN


@operation(
    "network.add_party", ko="협약 당사자 더하기", en="Add a party to an agreement", may=rules.liaise,
    refuses=(
        words.AGREEMENT_UNKNOWN, words.AGREEMENT_FIXED, words.PARTY_NEEDED, PARTNER_UNKNOWN, NOT_FOUND,
    ),
    constraints={
        "party_once_as_partner": words.PARTY_TAKEN, "party_once_as_organisation": words.PARTY_TAKEN,
        "party_role_known": BAD_INPUT, "party_is_somebody": words.PARTY_NEEDED,
    },
)
def add_party(
    *, agreement: str, party_role: str = "partner", partner: str = "", organisation: UUID | None = None,
) -> AgreementParty:
    """Name a body of the directory or a company of the cluster. From now on its own people see the agreement."""
    found = kept(agreement)
    editable(found)
    home = Partner.objects.filter(code=partner).first() if partner else None
    if partner and home is None:
        raise Missing(PARTNER_UNKNOWN)
    if home is None and organisation is not None:
        home = Partner.objects.filter(organisation_id=organisation).first()
    tenant = organisation or (home.organisation_id if home else None)
    if home is None and tenant is None:
        raise Invalid(words.PARTY_NEEDED)
    name_ko, name_en = (home.name_ko, home.name_en) if home else _names(tenant)
    made = AgreementParty.objects.create(
        code=short_code("PT"), agreement=found, partner=home, organisation_id=tenant, name_ko=name_ko, name_en=name_en,
        role=party_role,
    )
    note(subject=made, organisation=tenant, agreement=found.code)
    return made


def _names(organisation: UUID | None) -> tuple[str, str]:
    row = next((o for o in organisations.organisations() if o.id == organisation), None)
    if row is None:
        raise Missing(NOT_FOUND)
    return row.name.ko, row.name.en


@operation(
    "network.remove_party", ko="협약 당사자 빼기", en="Remove a party from an agreement", may=rules.liaise,
    refuses=(
        words.AGREEMENT_UNKNOWN, words.AGREEMENT_FIXED, words.PARTY_UNKNOWN, words.PARTY_PROMISED,
    ),
)
def remove_party(*, agreement: str, party: str) -> Agreement:
    """Take a party out before the signature, with those who would have signed; its people see the agreement no longer."""
    found = kept(agreement)
    editable(found)
    gone = party_of(found, party)
    if gone.commitments.exists():
        raise Refused(words.PARTY_PROMISED)
    Signatory.objects.filter(party=gone).delete()
    gone.delete()
    note(subject=found, party=party)
    return found


@operation(
    "network.add_signatory", ko="서명자 더하기", en="Add a signatory", may=rules.liaise,
    refuses=(words.AGREEMENT_UNKNOWN, words.PARTY_UNKNOWN, words.DAY_TOO_LATE),
    constraints={"signatory_named": words.TITLE_NEEDED},
)
def add_signatory(
    *, agreement: str, party: str, name_ko: str = "", name_en: str = "", role_ko: str = "", role_en: str = "",
    signed_on: date | None = None,
) -> Signatory:
    """Write down who signs for a party and as what; `signed_on` once she has."""
    found = party_of(kept(agreement), party)
    if signed_on is not None and signed_on > today():
        raise Invalid(words.DAY_TOO_LATE)
    made = Signatory.objects.create(
        party=found, name_ko=name_ko.strip(), name_en=name_en.strip(), role_ko=role_ko.strip(),
        role_en=role_en.strip(), signed_on=signed_on,
    )
    note(subject=made, agreement=agreement)
    return made


def party_of(agreement: Agreement, code: str) -> AgreementParty:
    """A party of this agreement. Raises Missing."""
    found = AgreementParty.objects.filter(agreement=agreement, code=code).first()
    if found is None:
        raise Missing(words.PARTY_UNKNOWN)
    return found
