"""Over the API: issuers, accounts, rate cards, contracts, vouchers and wallets."""

from datetime import date
from decimal import Decimal

from squaremile.api.answers import Coded
from squaremile.api.endpoint import DELETE, PATCH, POST, Endpoint
from squaremile.billing import operations as billing


class IssuerKept(Coded):
    """Who bills."""

    name_ko: str
    name_en: str
    registration: str
    currency: str
    pay_days: int
    silence_days: int


class AccountKept(Coded):
    """A payer's account."""

    payer_class: str
    settlement: str
    registration: str
    active: bool


class CardKept(Coded):
    """A rate card."""

    title_ko: str
    title_en: str


class CardDraftKept(Coded):
    """A rate card that is being written."""


class BillingContractKept(Coded):
    """So much a month."""

    kind: str
    title_ko: str
    title_en: str
    day_count: str


class VoucherKept(Coded):
    """A voucher or subsidy; the limit in minor units."""

    source: str
    title_ko: str
    title_en: str
    percent: Decimal
    limit: int | None
    per: str
    since: date
    until: date | None


class WalletKept(Coded):
    """A prepaid wallet."""

    title_ko: str
    title_en: str
    since: date
    until: date | None


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/billing/issuers", billing.add_issuer, IssuerKept, status=201),
    Endpoint(PATCH, "/billing/issuers/{code}", billing.edit_issuer, IssuerKept, code="issuer"),
    Endpoint(POST, "/billing/accounts", billing.open_account, AccountKept, status=201),
    Endpoint(PATCH, "/billing/accounts/{code}", billing.edit_account, AccountKept, code="account"),
    Endpoint(POST, "/billing/rate-cards", billing.publish_rate_card, CardKept, status=201),
    Endpoint(POST, "/billing/rate-card-drafts", billing.save_card_draft, CardDraftKept, status=201),
    Endpoint(POST, "/billing/rate-card-drafts/{code}/publish", billing.publish_card_draft, CardKept, code="card_draft"),
    Endpoint(DELETE, "/billing/rate-card-drafts/{code}", billing.discard_card_draft, CardDraftKept, code="card_draft"),
    Endpoint(POST, "/billing/contracts", billing.add_contract, BillingContractKept, status=201),
    Endpoint(POST, "/billing/contracts/{code}/change", billing.change_contract, BillingContractKept, code="contract"),
    Endpoint(POST, "/billing/vouchers", billing.grant_voucher, VoucherKept, status=201),
    Endpoint(POST, "/billing/vouchers/{code}/end", billing.end_voucher, VoucherKept, code="voucher"),
    Endpoint(POST, "/billing/wallets", billing.open_wallet, WalletKept, status=201),
    Endpoint(POST, "/billing/wallets/{code}/top-up", billing.top_up_wallet, WalletKept, code="wallet"),
)
