"""The centre as an issuer, an account for each company, what contracts ask of them a month, and what others pay of it."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from squaremile.billing import operations as billing
from squaremile.billing.handlers.head_counts import heads_changed
from squaremile.billing.handlers.licences import rent_agreed
from squaremile.billing.reads import preview
from squaremile.cli.demo.money import cards
from squaremile.cli.demo.money.setting import Setting
from squaremile.core import outbox
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.residency.reads import head_count

CENTRE = "SQ"
SUBSIDISED, TICKETED, SPONSOR, PREPAID = "MOAK", "NEOUL", "DEULLYEOK", "BYEOTNWI"
"""Whose instrument time a public fund pays in part; whose an institute of the house sponsors; and who paid before."""


def opened(setting: Setting) -> dict[str, str]:
    """All accounts, as the first month began; their codes by the organisation's."""
    with clock.as_of(setting.at(setting.first)):
        billing.add_issuer(
            code=CENTRE, name_ko="바이오 클러스터 운영센터", name_en="Cluster operations centre", registration="402-82-00008",
            representative="운영센터장", postal_address="전북특별자치도 전주시", contact="billing@squaremile.example",
            pay_to="전북은행 000-00-000000",
        )
        billing.identify_issuer(
            issuer=CENTRE, business_type="서비스", business_item="연구시설 이용", address_scheme="0088", electronic_address="8800000000015"
        )
        billing.publish_rate_card(card_body=cards.centre(setting.first))
        found = {
            company: billing.open_account(organisation=whose, issuer=CENTRE, rate_card=cards.CARD).code
            for company, whose in setting.organisations.items()
        }
        billing.identify_account(
            account=found[next(iter(found))], registration="124-81-00998", representative="김대표", business_type="제조",
            business_item="의약품", address_scheme="0088", electronic_address="8800000000022",
        )
    _credits(setting, found)
    with clock.as_of(setting.at(setting.first)):
        _contracts(setting, found, _told())
    return found


def _told() -> set[UUID]:
    """What residency told of rents and head counts, before the worker runs: it tells the same once more, and nothing comes of it.
    Gives back whose people are counted."""
    told = list(head_count.told())
    with scope(system("worker")):
        for rent in outbox.waiting("RentAgreed"):
            rent_agreed(rent)
        for fact in told:
            heads_changed(fact)
    return {fact.company for fact in told}


def _contracts(setting: Setting, accounts: Mapping[str, str], counted: set[UUID]) -> None:
    """Fees by the head where people are counted, and a flat one of some others."""
    for count, (company, account) in enumerate(accounts.items(), 1):
        if setting.organisations[company] in counted:
            billing.add_contract(
                account=account, kind="per_head", title_ko="회원 회비", title_en="Membership", month_amount=100_000,
                first_day=setting.first.replace(day=11),
            )
        elif count % 3 == 1:
            billing.add_contract(
                account=account, kind="membership", title_ko="회원 회비", title_en="Membership", month_amount=300_000,
                first_day=setting.first.replace(day=11),
            )


def _credits(setting: Setting, accounts: Mapping[str, str]) -> None:
    """A public subsidy whose yearly limit is nearly used up, a golden ticket of an institute of the house, and a wallet for instrument
    time that ends in half a year."""
    whose, begins = setting.organisations, setting.first.replace(month=1)
    used = _used(setting, accounts[SUBSIDISED])
    with clock.as_of(setting.at(setting.first, 10)):
        billing.grant_voucher(
            organisation=whose[SUBSIDISED], granted_as="subsidy", title_ko="연구장비 활용 지원", title_en="Equipment subsidy",
            percent=Decimal(60), limit=used * 6 // 10 * 108 // 100 // 10_000 * 10_000 + 10_000, first_day=begins,
            card_items=[cards.INSTRUMENTS], paid_by="전북특별자치도",
        )
        if {TICKETED, SPONSOR} <= set(whose):
            billing.grant_voucher(
                organisation=whose[TICKETED], granted_as="golden_ticket", title_ko="들녘 골든티켓", title_en="Deullyeok golden ticket",
                percent=Decimal(100), limit=5_000_000, per="total", first_day=setting.first,
                last_day=setting.first + timedelta(days=364), card_items=[cards.INSTRUMENTS], order_of_use=50, sponsor=SPONSOR,
            )
        wallet = billing.open_wallet(
            organisation=whose[PREPAID], issuer=CENTRE, title_ko="장비 이용 선불", title_en="Prepaid instrument time", first_day=setting.first,
            last_day=setting.current + timedelta(days=180), card_items=[cards.INSTRUMENTS],
        ).code
        billing.top_up_wallet(wallet=wallet, amount=3_000_000, paid_on=setting.first, bank_reference="PREPAID-1")


def _used(setting: Setting, account: str) -> int:
    """What an account's uses come to so far, in won and before tax, while it has no contract yet."""
    with clock.as_of(setting.now):
        months = [preview.of(CENTRE, month) for month in (setting.first, setting.last, setting.current)]
    return sum(bill.net.minor for month in months for bill in month.bills if bill.account == account)
