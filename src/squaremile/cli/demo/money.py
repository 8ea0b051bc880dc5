"""Money of the demonstration: a rate card, an account for each company, a subsidy, and last month with its payers."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from squaremile.billing import operations as billing
from squaremile.billing.handlers.head_counts import heads_changed
from squaremile.billing.reads import closes
from squaremile.cli.demo.stores import services
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from squaremile.residency.reads import head_count

LABEL = Text(ko="청구", en="bills")


def make(organisations: Mapping[str, UUID], companies: Iterable[str], now: datetime, today: date) -> Iterable[int]:
    """By operations, a moment after everything else was recorded: what was used last month is in the close."""
    last = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    now = max(now, clock.now())  # what was used is recorded while the demonstration is built
    with clock.as_of(now + timedelta(seconds=1)):
        billing.add_issuer(
            code="SQ", name_ko="바이오 클러스터 운영센터", name_en="Cluster operations centre", registration="402-82-00008",
            representative="운영센터장", postal_address="전북특별자치도 전주시", contact="billing@squaremile.example",
            pay_to="전북은행 000-00-000000",
        )
        billing.identify_issuer(
            issuer="SQ", business_type="서비스", business_item="연구시설 이용", address_scheme="0088", electronic_address="8800000000015"
        )
        billing.publish_rate_card(card_body=_card(last))
        counted = _heads()
        first = ""
        for count, company in enumerate(companies, 1):
            account = billing.open_account(organisation=organisations[company], issuer="SQ", rate_card="OPEN-LAB")
            if not first:
                first = company
                billing.identify_account(
                    account=account.code, registration="124-81-00998", representative="김대표", business_type="제조", business_item="의약품",
                    address_scheme="0088", electronic_address="8800000000022",
                )
            if organisations[company] in counted:
                billing.add_contract(
                    account=account.code, kind="per_head", title_ko="회원 회비", title_en="Membership", month_amount=100_000,
                    first_day=last.replace(day=11),
                )
            elif count % 3 == 1:
                billing.add_contract(
                    account=account.code, kind="membership", title_ko="회원 회비", title_en="Membership", month_amount=300_000,
                    first_day=last.replace(day=11),
                )
        billing.grant_voucher(
            organisation=organisations[first], granted_as="subsidy", title_ko="연구장비 활용 지원", title_en="Equipment subsidy",
            percent=Decimal(60), limit=2_000_000, first_day=last.replace(month=1), card_items=["EQUIPMENT"], paid_by="전북특별자치도",
        )
    with clock.as_of(now + timedelta(seconds=2)):
        close = billing.confirm_usage(issuer="SQ", month=last).code
        for count, row in enumerate(closes.close(close).bills, 1):
            billing.rate_bill(bill=row.code)
            billing.draft_bill(bill=row.code)
            yield count


def _heads() -> set[UUID]:
    """What residency told of head counts, before the worker runs: it tells the same once more, and nothing comes of it. Gives
    back whose people are counted."""
    told = list(head_count.told())
    with scope(system("worker")):
        for fact in told:
            heads_changed(fact)
    return {fact.company for fact in told}


def _card(month: date) -> dict[str, Any]:
    """One price for every instrument, dearer in the afternoon, with a cap for each person and project."""
    return {
        "card": "OPEN-LAB", "title": {"ko": "공동장비 이용 요금표", "en": "Shared instruments"}, "currency": "KRW",
        "document": {"step": 10, "how": "down"},
        "versions": [{
            "version": 1, "from": f"{month.year - 1}-01-01", "taxes": {"vat": {"category": "taxable", "percent": 10}},
            "items": [{
                "code": "EQUIPMENT", "label": {"ko": "장비 이용", "en": "Instrument time"}, "meter": "equipment_minutes",
                "counted_in": "minute", "unit": "hour", "rounding": {"step": 15, "how": "up"},
                "price": {"kind": "flat", "rate": 30000}, "classes": {"startup": {"kind": "flat", "rate": 18000}},
                "peak": [{
                    "code": "AFTERNOON", "label": {"ko": "평일 오후", "en": "Weekday afternoons"},
                    "days": ["mon", "tue", "wed", "thu", "fri"], "from": "13:00", "to": "18:00", "factor": "1.2",
                }],
                "assisted": {"rate": 20000}, "tax": "vat",
            }, *services.PRICES],
            "caps": [{"code": "PERSON", "label": {"ko": "1인 과제 상한", "en": "Person and project"}, "per": "person_project", "amount": 900000}],
        }],
    }  # fmt: skip
