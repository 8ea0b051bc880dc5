"""Who issuers and payers are to tax offices and to Peppol."""

from typing import TypeVar

from squaremile.billing import rules
from squaremile.billing.models import Account, Issuer
from squaremile.billing.operations.accounts import account_of
from squaremile.billing.operations.issuers import issuer_of
from squaremile.billing.policies.identities import faults
from squaremile.billing.words import accounts, papers
from squaremile.kernel.errors import Invalid
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text

T = TypeVar("T", Account, Issuer)
UNSOUND = {
    f"billing_{of}_{what}": papers.IDENTITY_REFUSED for of in ("account", "issuer") for what in ("country", "endpoint", "registered")
}


@operation(
    "billing.identify_account", ko="청구 계정의 세금 정보 저장", en="Say who a payer is to the tax office", may=rules.keep_money,
    refuses=(accounts.ACCOUNT_UNKNOWN, papers.IDENTITY_UNSOUND), constraints=UNSOUND,
)
def identify_account(
    *, account: str, country: str | None = None, registration: str | None = None, legal_id: str | None = None, vat_id: str | None = None,
    address_scheme: str | None = None, electronic_address: str | None = None, representative: str | None = None,
    postal_address: str | None = None, business_type: str | None = None, business_item: str | None = None, contact: str | None = None,
) -> Account:
    """Registration numbers, trade and Peppol address, as they stand on documents from now on. What is left out stays."""
    found = account_of(account, write=True)
    _identify(found, {
        "country": country, "registration": registration, "legal_id": legal_id, "vat_id": vat_id, "endpoint_scheme": address_scheme,
        "endpoint": electronic_address, "representative": representative, "address": postal_address, "business_type": business_type,
        "business_item": business_item, "contact": contact,
    })
    return found


@operation(
    "billing.identify_issuer", ko="발행자의 세금 정보 저장", en="Say who an issuer is to the tax office", may=rules.keep_money,
    refuses=(accounts.ISSUER_UNKNOWN, papers.IDENTITY_UNSOUND), constraints=UNSOUND,
)
def identify_issuer(
    *, issuer: str, country: str | None = None, registration: str | None = None, legal_id: str | None = None, vat_id: str | None = None,
    address_scheme: str | None = None, electronic_address: str | None = None, representative: str | None = None,
    postal_address: str | None = None, business_type: str | None = None, business_item: str | None = None, contact: str | None = None,
) -> Issuer:
    """Registration numbers, trade and Peppol address, as they stand on documents from now on. What is left out stays."""
    found = issuer_of(issuer)
    _identify(found, {
        "country": country, "registration": registration, "legal_id": legal_id, "vat_id": vat_id, "endpoint_scheme": address_scheme,
        "endpoint": electronic_address, "representative": representative, "address": postal_address, "business_type": business_type,
        "business_item": business_item, "contact": contact,
    })
    return found


def _identify(of: T, said: dict[str, str | None]) -> None:
    """Saved whole or not at all; every field that is wrong is named."""
    changed = {name: value.strip() for name, value in said.items() if value is not None}
    for name, value in changed.items():
        setattr(of, name, value.upper() if name in ("country", "vat_id") else value)
    wrong = faults(
        country=of.country, registration=of.registration, vat_id=of.vat_id, legal_id=of.legal_id, scheme=of.endpoint_scheme,
        address=of.endpoint,
    )
    if wrong:
        why = Text(ko=" ".join(f.says.ko for f in wrong), en=" ".join(f.says.en for f in wrong))
        raise Invalid(papers.IDENTITY_UNSOUND, {"why": why}, fields={f.field: f.says for f in wrong})
    if changed:
        of.save(update_fields=list(changed))
    note(subject=of, organisation=getattr(of, "organisation_id", None), **changed)
