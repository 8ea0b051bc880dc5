"""Accounts of payers."""

from datetime import date
from uuid import UUID

from squaremile.billing import rules
from squaremile.billing.models import Account, AccountTerm, Bill, Issuer, RateCard
from squaremile.billing.models.account import SETTLEMENTS
from squaremile.billing.models.close import SHOWN
from squaremile.billing.operations.contracts import take_up_all
from squaremile.billing.operations.issuers import issuer_of
from squaremile.billing.operations.settlements import SET_OFF
from squaremile.billing.reads import months, terms
from squaremile.billing.reads.unbilled import unbilled
from squaremile.billing.words import accounts as words
from squaremile.billing.words import papers
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation


@operation(
    "billing.open_account", ko="청구 계정 열기", en="Open a billing account", may=rules.keep_money,
    refuses=(words.ISSUER_UNKNOWN, words.CARD_UNKNOWN, words.ACCOUNT_UNSOUND, words.CARD_OF_ANOTHER),
    constraints={
        **SET_OFF, "account_card_its_own": words.CARD_OF_ANOTHER, "billing_account_once": words.ACCOUNT_EXISTS,
        "billing_account_registered": papers.IDENTITY_REFUSED,
    },
)
def open_account(
    *, organisation: UUID, issuer: str, rate_card: str, payer_class: str = "", settles_by: str = "invoice", registration: str = "",
    representative: str = "", postal_address: str = "", business_type: str = "", business_item: str = "", contact: str = "",
    purchase_order: str = "",
) -> Account:
    """From now on the organisation is billed by this issuer, by this card. Rent under its licences comes to its first account."""
    of, card = issuer_of(issuer), _card(rate_card, organisation)
    _sound(of, card, settles_by)
    made = Account.objects.create(
        code=short_code("AC"), organisation_id=organisation, issuer=of, card=card, payer_class=payer_class, settlement=settles_by,
        registration=registration, representative=representative, address=postal_address, business_type=business_type,
        business_item=business_item, contact=contact, purchase_order=purchase_order, opened_at=clock.now(),
    )
    _term(made, months.today(), card, payer_class)
    take_up_all(made)
    note(subject=made, organisation=organisation, issuer=issuer, card=rate_card)
    return made


@operation(
    "billing.edit_account", ko="청구 계정 변경", en="Change a billing account", may=rules.keep_money,
    refuses=(words.ACCOUNT_UNKNOWN, words.CARD_UNKNOWN, words.ACCOUNT_UNSOUND, words.ACCOUNT_MONTH_SHOWN, words.ACCOUNT_OWES,
             words.CARD_OF_ANOTHER),
    constraints={
        "billing_account_registered": papers.IDENTITY_REFUSED, "account_term_open": words.ACCOUNT_MONTH_SHOWN,
        "account_term_says_something": words.ACCOUNT_UNSOUND, "account_card_its_own": words.CARD_OF_ANOTHER,
    },
)
def edit_account(
    *, account: str, rate_card: str | None = None, payer_class: str | None = None, effective_on: date | None = None, settles_by: str | None = None,
    registration: str | None = None, representative: str | None = None, postal_address: str | None = None, contact: str | None = None,
    purchase_order: str | None = None, active: bool | None = None,
) -> Account:
    """What is billed from now on; issued documents stay as they are. Another card or class prices use from `effective_on` on, or
    from today, never of a month that the payer has seen the bill of. It stays active while a month of it is not billed, and
    prices nothing of the days on which it is not active."""
    found = account_of(account, write=True)
    card, since = None if rate_card is None else _card(rate_card, found.organisation_id), effective_on or months.today()
    if effective_on is None:
        # What holds today is not said again, so that a form that names it brings nothing forward that holds later.
        held = terms.of_one(found).on(since)
        card = None if card is not None and card.code == held.card.code else card
        payer_class = None if payer_class == held.payer_class else payer_class
    if card is not None or payer_class is not None:
        if Bill.objects.filter(account=found, state__in=SHOWN, close__month__gte=months.first_of(since)).exists():
            raise Refused(words.ACCOUNT_MONTH_SHOWN)
        found.card = card or found.card
        _term(found, since, card, payer_class)
    if active is False and found.active and (owed := unbilled(found)) is not None:
        raise Refused(words.ACCOUNT_OWES, {"month": f"{owed:%Y-%m}"})
    said = {
        "payer_class": payer_class, "settlement": settles_by, "registration": registration, "representative": representative,
        "address": postal_address, "contact": contact, "purchase_order": purchase_order, "active": active,
    }
    if active is not None and active is not found.active:
        _term(found, months.today(), None, None, active)
    changed = {name: value for name, value in said.items() if value is not None}
    for name, value in changed.items():
        setattr(found, name, value)
    _sound(found.issuer, found.card, found.settlement)
    found.save(update_fields=["card", *changed])
    note(subject=found, organisation=found.organisation_id, card=found.card.code, **changed)
    return found


def _term(account: Account, since: date, card: RateCard | None, payer_class: str | None, active: bool | None = None) -> None:
    AccountTerm.objects.create(
        account=account, organisation_id=account.organisation_id, since=since, card=card, payer_class=payer_class, active=active,
        recorded_at=clock.now(),
    )


def _sound(issuer: Issuer, card: RateCard, settlement: str) -> None:
    if settlement not in SETTLEMENTS or card.head["currency"] != issuer.currency:
        raise Invalid(words.ACCOUNT_UNSOUND)


def _card(code: str, payer: UUID) -> RateCard:
    found = RateCard.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.CARD_UNKNOWN)
    if found.organisation_id not in (None, payer):
        raise Refused(words.CARD_OF_ANOTHER)
    return found


def account_of(code: str, *, write: bool = False) -> Account:
    """An account by its code, locked where it is written. Raises Missing."""
    rows = Account.objects.select_for_update(of=("self",)) if write else Account.objects.all()
    found = rows.select_related("issuer", "card").filter(code=code).first()
    if found is None:
        raise Missing(words.ACCOUNT_UNKNOWN)
    return found
