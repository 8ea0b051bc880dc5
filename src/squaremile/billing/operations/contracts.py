"""Contracts by the month: those made here, and the rent of licences as residency tells of it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from squaremile.billing import rules
from squaremile.billing.models import Account, Contract, ContractTerm, LicenceFact
from squaremile.billing.models.contract import KINDS
from squaremile.billing.operations.books import enter
from squaremile.billing.operations.settlements import set_off
from squaremile.billing.policies import contracts as by_month
from squaremile.billing.policies.card import CATEGORIES, DAY_COUNTS
from squaremile.billing.reads import terms
from squaremile.billing.words import accounts as words
from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import both

UNSOUND = {"contract_terms_sound": words.CONTRACT_UNSOUND, "contract_term_not_negative": words.CONTRACT_UNSOUND}


@operation(
    "billing.add_contract", ko="월 계약 추가", en="Add a monthly contract", may=rules.keep_money,
    refuses=(words.ACCOUNT_UNKNOWN, words.CONTRACT_UNSOUND, words.CONTRACT_NOT_ACTIVE), constraints=UNSOUND,
)
def add_contract(
    *, account: str, kind: str, title_ko: str, title_en: str, month_amount: int, first_day: date, last_day: date | None = None,
    day_count: str = "calendar", tax_category: str = "taxable", tax_percent: Decimal = Decimal(10),
) -> Contract:
    """So much a month from a day on, in minor units; part of a month by the day-count rule. `per_head`: so much a seat and month,
    for as many people as residency counts in the company on each day. On each of its days the account is active: of a time before it
    ended, a contract has to end by then."""
    # Whoever makes the account inactive holds its row: one of the two sees what the other said.
    found = Account.objects.select_for_update(of=("self",), no_key=True).filter(code=account).first()
    if found is None:
        raise Missing(words.ACCOUNT_UNKNOWN)
    if kind not in KINDS or day_count not in DAY_COUNTS or tax_category not in CATEGORIES or month_amount < 0 or not title_ko or not title_en:
        raise Invalid(words.CONTRACT_UNSOUND)
    if last_day is not None and last_day < first_day:
        raise Invalid(words.CONTRACT_UNSOUND)
    _active(found, first_day, last_day)
    code, percent = short_code("CN"), tax_percent if tax_category == "taxable" else Decimal(0)
    made = _made(found, code, f"own:{code}", kind, title_ko, title_en, day_count, tax_category, percent)
    _term(made, first_day, month_amount, f"{made.origin}:1")
    if last_day is not None:
        _term(made, _day_after(last_day), 0, f"{made.origin}:2")
    note(subject=made, organisation=made.organisation_id, monthly=month_amount, first_day=first_day)
    return made


@operation(
    "billing.change_contract", ko="월 계약 변경", en="Change a monthly contract", may=rules.keep_money,
    refuses=(words.CONTRACT_UNKNOWN, words.CONTRACT_UNSOUND, words.CONTRACT_OF_LICENCE, words.CONTRACT_NOT_ACTIVE), constraints=UNSOUND,
)
def change_contract(*, contract: str, month_amount: int, effective_on: date, last_day: date | None = None) -> Contract:
    """Another amount from a day on; 0 ends it. What was agreed for later days stands, its end above all, unless `last_day` says
    another end. Of a month that is closed already, the next bill has the difference. It goes on to no day on which the account is not
    active."""
    found = Contract.objects.filter(code=contract).first()
    if found is None:
        raise Missing(words.CONTRACT_UNKNOWN)
    if not found.origin.startswith("own:"):
        raise Refused(words.CONTRACT_OF_LICENCE)
    if month_amount < 0 or (last_day is not None and (last_day < effective_on or not month_amount)):
        raise Invalid(words.CONTRACT_UNSOUND)
    # Changes of one account's contracts queue at its row: what was agreed for later days is read once and said once.
    account = Account.objects.select_for_update(of=("self",)).get(id=found.account_id)
    agreed = [by_month.Term(t.since, t.amount, t.recorded_at) for t in found.terms.all()]
    said = by_month.changed(agreed, effective_on, month_amount, None if last_day is None else _day_after(last_day))
    now, n = clock.now(), len(agreed)
    for first, last in by_month.added(agreed, [*agreed, *(by_month.Term(since, amount, now) for since, amount in said)]):
        _active(account, first, last)
    for place, (since, amount) in enumerate(said, 1):
        _term(found, since, amount, f"{found.origin}:{n + place}:{short_code('T')}", now)
    note(subject=found, organisation=found.organisation_id, monthly=month_amount, effective_on=effective_on, last_day=last_day)
    return found


@operation("billing.hear_of_licence", ko="입주계약의 금액 듣기", en="Hear of a licence's money", may=rules.by_the_clock)
def hear_of_licence(*, origin: str, organisation: UUID, payload: dict[str, Any]) -> bool:
    """What residency says a licence costs, or that a deposit was paid: kept once, and taken up where there is an account in
    its currency. Where the company's accounts are all in others it is held aside, and finance is told. Gives back whether it
    was taken up."""
    kept, new = LicenceFact.objects.get_or_create(
        origin=origin, defaults={"organisation_id": organisation, "payload": payload, "heard_at": clock.now()}
    )
    accounts = list(Account.objects.select_related("issuer", "organisation").filter(
        organisation_id=organisation, active=True).order_by("opened_at", "code"))
    account = next((each for each in accounts if fits(each, kept)), None)
    if account is not None and kept.account_id is None:
        take_up(account, kept)
    if accounts and account is None:
        _tell_finance(accounts[0], kept)
    note(organisation=organisation, origin=origin, new=new)
    return account is not None


def take_up_all(account: Account) -> None:
    """What was said of the company's licences before it had an account, inside another operation."""
    for kept in LicenceFact.objects.filter(organisation_id=account.organisation_id, account=None).order_by("heard_at", "id"):
        if fits(account, kept):
            take_up(account, kept)


def fits(account: Account, kept: LicenceFact) -> bool:
    """Is it in the account's currency? Facts from before it was said are in the account's own."""
    return kept.payload.get("currency") in (None, "", account.issuer.currency)


def _tell_finance(account: Account, kept: LicenceFact) -> None:
    """Cents are not won: nothing is billed before there is an account that bills in the licence's currency."""
    whose = account.organisation
    text = words.CURRENCY_ASIDE.fill({
        "company": both(whose.name_ko, whose.name_en), "code": kept.payload["code"], "currency": kept.payload["currency"],
    })
    tell(people.staff("finance"), "billing.currency_aside", text, "/money/accounts/", f"currency-aside:{kept.origin}")


def take_up(account: Account, kept: LicenceFact) -> None:
    """A rent becomes a contract's terms; a deposit an entry in the books; its settlement is set off against open invoices."""
    said, code = kept.payload, kept.payload["code"]
    if "taken" in said:
        set_off(account, kept)
    elif "amount" in said:
        enter(
            account.issuer, account.organisation_id, date.fromisoformat(said["paid_on"]), kept.origin, code,
            [("bank", int(said["amount"]), None), ("deposit", -int(said["amount"]), None)],
        )
    else:
        origin, title = f"licence:{said['licence']}", words.LICENCE_RENT.fill({"code": code})
        found = Contract.objects.filter(origin=origin).first() or _made(
            account, code, origin, "rent", title.ko, title.en, "calendar", "taxable", Decimal(10)
        )
        for n, (since, amount) in enumerate(said["terms"]):
            _term(found, date.fromisoformat(since), int(amount), f"{kept.origin}:{n}", kept.heard_at)
    kept.account = account
    kept.save(update_fields=["account"])


def _made(
    account: Account, code: str, origin: str, kind: str, title_ko: str, title_en: str, day_count: str, category: str, percent: Decimal
) -> Contract:
    return Contract.objects.create(
        code=code, account=account, organisation_id=account.organisation_id, kind=kind, title_ko=title_ko[:120], title_en=title_en[:120],
        day_count=day_count, tax_category=category, tax_percent=percent, origin=origin, made_at=clock.now(),
    )


def _active(account: Account, first: date, last: date | None) -> None:
    """Raises Refused for a contract of days on which the account is not active: nobody would look for its bill."""
    if (run := terms.of_one(account).idle(first, last)) is not None:
        raise Refused(words.CONTRACT_NOT_ACTIVE, {"account": account.code, "since": run.since})


def _term(contract: Contract, since: date, amount: int, origin: str, heard_at: datetime | None = None) -> ContractTerm:
    """Recorded when it was heard, so that what was said first stands under what was said later."""
    return ContractTerm.objects.create(
        contract=contract, organisation_id=contract.organisation_id, since=since, amount=amount, origin=origin,
        recorded_at=heard_at or clock.now(),
    )


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
