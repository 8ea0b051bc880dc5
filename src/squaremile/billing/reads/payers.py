"""Accounts and issuers as their editors show them: tax identity, and the payments of an account with their receipts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from squaremile.billing.models import Account, Issuer, Payment
from squaremile.billing.policies.identities import faults
from squaremile.billing.words import accounts as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both

FIELDS = {
    "registration": "registration", "representative": "representative", "business_type": "business_type", "business_item": "business_item",
    "postal_address": "address", "contact": "contact", "country": "country", "legal_id": "legal_id", "vat_id": "vat_id",
    "address_scheme": "endpoint_scheme", "electronic_address": "endpoint",
}
"""Field of the editor → column."""
MOST_PAYMENTS = 60


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment with what is left of it."""

    code: str
    paid_on: date
    amount: Money
    reference: str


@dataclass(frozen=True, slots=True)
class PayerSeen:
    """An account: who pays, and as whom."""

    code: str
    company: Text
    issuer: Text
    settlement: Text
    fields: dict[str, str]
    lacks: tuple[str, ...]
    faults: tuple[Text, ...]
    payments: tuple[Paid, ...]


@dataclass(frozen=True, slots=True)
class IssuerSeen:
    """An issuer: who bills, and as whom."""

    code: str
    name: Text
    currency: str
    pay_days: int
    silence_days: int
    fields: dict[str, str]
    lacks: tuple[str, ...]
    faults: tuple[Text, ...]


def accounts() -> list[tuple[str, Text, Text]]:
    """Code, company and issuer of every account that the asker sees."""
    rows = Account.objects.select_related("organisation", "issuer").order_by("organisation__name_ko", "code")
    return [(a.code, both(a.organisation.name_ko, a.organisation.name_en), both(a.issuer.name_ko, a.issuer.name_en)) for a in rows]


def account(code: str) -> PayerSeen:
    """One account. Raises Missing."""
    found = Account.objects.select_related("organisation", "issuer").filter(code=code).first()
    if found is None:
        raise Missing(words.ACCOUNT_UNKNOWN)
    payments = Payment.objects.filter(account=found).order_by("-paid_on", "-recorded_at")[:MOST_PAYMENTS]
    return PayerSeen(
        found.code, both(found.organisation.name_ko, found.organisation.name_en), both(found.issuer.name_ko, found.issuer.name_en),
        words.SETTLEMENTS[found.settlement], _fields(found), _lacks(found), _faults(found),
        tuple(Paid(p.code, p.paid_on, Money(p.amount, found.issuer.currency), p.reference) for p in payments),
    )


def issuers() -> list[IssuerSeen]:
    """Everybody who bills, by name."""
    return [_issuer(one) for one in Issuer.objects.order_by("name_ko", "code")]


def issuer(code: str) -> IssuerSeen:
    """One issuer. Raises Missing."""
    found = Issuer.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.ISSUER_UNKNOWN)
    return _issuer(found)


def _issuer(one: Issuer) -> IssuerSeen:
    return IssuerSeen(
        one.code, both(one.name_ko, one.name_en), one.currency, one.pay_days, one.silence_days, _fields(one), _lacks(one), _faults(one),
    )


def _fields(of: Any) -> dict[str, str]:
    return {field: getattr(of, column) for field, column in FIELDS.items()}


def _lacks(of: Account | Issuer) -> tuple[str, ...]:
    """Fields of the Korean tax invoice that are empty, and the Peppol address."""
    korean = ("registration", "representative", "business_type", "business_item", "contact") if of.country == "KR" else ("vat_id",)
    return tuple(field for field in (*korean, "electronic_address") if not getattr(of, FIELDS[field]))


def _faults(of: Account | Issuer) -> tuple[Text, ...]:
    """What was written before its form was looked at, and is no number."""
    found = faults(
        country=of.country, registration=of.registration, vat_id=of.vat_id, legal_id=of.legal_id, scheme=of.endpoint_scheme, address=of.endpoint,
    )
    return tuple(fault.says for fault in found)
