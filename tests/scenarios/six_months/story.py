"""Six months of Hanbit: what its people, the staff and the worker do, day by day. What happened is read from the sheet."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from squaremile.billing import operations as billing
from squaremile.billing.models import Bill, BillLine, Invoice, Payment
from squaremile.billing.reads.deposits import left_of_payment
from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.scope import Scope, scope, system
from squaremile.metering import operations as metering
from squaremile.residency import operations as residency
from squaremile.residency.models import ChecklistEntry, Company
from squaremile.residency.policies.clearance import KINDS, SIGNERS
from squaremile.stores import operations as stores
from tests.billing.making import worked
from tests.scenarios.six_months import sheet
from tests.stores.making import stocked
from tests.world import MONDAY, World, setup_scope

EQUIPMENT = {"CONFOCAL": "CONFOCAL", "CYTO": "CYTO-1"}
SIGNS = {"safety": "safety", "operations": "operator", "finance": "finance"}
CONFOCAL: dict[str, Any] = {
    "code": "CONFOCAL", "label": {"ko": "공초점 현미경", "en": "Confocal microscope"}, "meter": "equipment_minutes", "subjects": ["CONFOCAL"],
    "counted_in": "minute", "unit": "hour", "rounding": {"step": 15, "how": "up"}, "minimum": 30, "tax": "vat",
}  # fmt: skip
OTHERS: list[dict[str, Any]] = [
    {"code": "CYTO", "label": {"ko": "유세포분석기", "en": "Cytometer"}, "meter": "equipment_minutes", "subjects": ["CYTO-1"],
     "counted_in": "minute", "unit": "hour", "price": {"kind": "graduated", "tiers": [{"up_to": 2, "rate": 60000}, {"rate": 30000}]}, "tax": "vat"},
    {"code": "TIPS", "label": {"ko": "소모품", "en": "Consumables"}, "meter": "stores_sales", "subjects": ["TIPS"], "counted_in": "money",
     "unit": "money", "price": {"kind": "percentage", "percent": 100}, "tax": "vat"},
]  # fmt: skip
Body = dict[str, Any]


def version(number: int, since: str, hour: int) -> Body:
    cap = {"code": "PERSON", "label": {"ko": "1인 상한", "en": "A person's cap"}, "per": "person", "amount": 400000, "items": ["CONFOCAL"]}
    item = CONFOCAL | {"price": {"kind": "flat", "rate": hour}}
    return {"version": number, "from": since, "taxes": {"vat": {"category": "taxable", "percent": 10}}, "items": [item, *OTHERS], "caps": [cap]}


def card(*versions: Body) -> Body:
    return {
        "card": "OPEN-LAB", "title": {"ko": "공동 장비 요금표", "en": "Shared instruments"}, "currency": "KRW",
        "document": {"step": 10, "how": "down"}, "versions": list(versions),
    }  # fmt: skip


def moment(day: str, at: str = "10:00") -> datetime:
    """By the wall clock of Seoul."""
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(at), UTC) - timedelta(hours=9)


@dataclass
class SixMonths:
    """What was made so far, by its code."""

    world: World
    company: str = ""
    licence: str = ""
    account: str = ""
    golden: str = ""
    subsidy: str = ""
    wallet: str = ""
    departure: str = ""
    final: str = ""
    """The line of the final bill."""
    invoices: dict[str, str] = field(default_factory=dict)
    """Month → number."""
    credit: str = ""
    guest: str = ""
    members: list[str] = field(default_factory=list)

    @contextmanager
    def by(self, who: str, day: str, at: str = "10:00") -> Iterator[Scope]:
        with clock.as_of(moment(day, at)), (self.world.as_(who) if who in self.world.people else scope(system(who))) as entered:
            yield entered

    def works(self, day: str, at: str = "10:30") -> None:
        with self.by("worker", day, at):
            worked()

    def invoice(self, month: str) -> Invoice:
        return Invoice.objects.get(code=self.invoices[month])


def day_of(month: str, day: int) -> str:
    """A day of the month after."""
    return f"{month[:5]}{int(month[5:]) + 1:02d}-{day:02d}"


def moves_in(s: SixMonths) -> None:
    """The first bench, its deposit, a golden ticket from a sponsor and a public subsidy."""
    hanbit = s.world.organisations["HANBIT"]
    with s.by("finance", "2027-03-02"):
        billing.add_issuer(code="JB", name_ko="전북 센터", name_en="Jeonbuk centre", registration="124-81-00998")
        billing.publish_rate_card(card_body=card(version(1, "2026-01-01", 45_000)))
        s.account = billing.open_account(organisation=hanbit, issuer="JB", rate_card="OPEN-LAB", contact="hajin@example.org").code
        prices = residency.publish_prices(name_ko="2027 가격표", name_en="", valid_from=date(2027, 3, 1), bench=500_000).code
        s.golden = billing.grant_voucher(
            organisation=hanbit, granted_as="golden_ticket", title_ko="골든티켓", title_en="Golden ticket", percent=Decimal(100), limit=1_500_000,
            per="total", card_items=["rent"], paid_by="Pharma", order_of_use=10, first_day=date(2027, 3, 8), last_day=date(2027, 7, 31),
        ).code
        s.subsidy = billing.grant_voucher(
            organisation=hanbit, granted_as="subsidy", title_ko="장비 이용 지원", title_en="Subsidy", percent=Decimal(80), limit=2_000_000,
            card_items=["CONFOCAL", "CYTO"], paid_by="전북", order_of_use=20, first_day=date(2027, 1, 1),
        ).code
    with s.by("programme", "2027-03-02"):
        s.company = residency.open_record(organisation="HANBIT").code
        s.licence = residency.make_offer(
            company=s.company, spots=["R201-B1"], start=moment("2027-03-08", "00:00"), end=moment("2028-03-08", "00:00"),
            until=moment("2027-03-06"), price_version=prices, deposit=1_000_000, permitted_use="세포 배양", most_people=4, notice_months=1,
        ).code
    with s.by("hajin", "2027-03-03"):
        residency.answer_offer(licence=s.licence, accept=True)
        residency.sign_licence(licence=s.licence, signed_name="최하진")
    with s.by("director", "2027-03-04"):
        residency.sign_licence(licence=s.licence, signed_name="오세훈규")
    with s.by("programme", "2027-03-04"):
        residency.record_insurance(licence=s.licence, insurer="한국보험", policy_number="B-77", expires_on=date(2031, 1, 1))
    with s.by("finance", "2027-03-05"):
        residency.record_deposit(licence=s.licence, amount=1_000_000, paid_on=date(2027, 3, 5))
    with s.by("programme", "2027-03-08", "00:30"):
        residency.start_licence(licence=s.licence)
    with s.by("finance", "2027-03-08"):
        billing.add_contract(
            account=s.account, kind="per_head", title_ko="회원권", title_en="Membership", month_amount=100_000, first_day=date(2027, 3, 8),
        )
    with s.by("hajin", "2027-03-08"):
        for who in ("hana", "haeun"):
            s.members.append(residency.join(company=s.company, person=s.world.people[who], kind="office").code)
    with s.by("safety", "2027-03-08"):
        for entry in ChecklistEntry.objects.filter(member__code__in=s.members, item="orientation"):
            residency.sign_off(checklist_entry=entry.code)
    with s.by("operator", "2027-03-08"):
        stocked(s.world, pieces=9)
    s.works("2027-03-08")


def heads(s: SixMonths, count: int, day: str) -> None:
    """Somebody joins or leaves: the membership follows by itself from that day on, whoever types nothing."""
    if count == 3:
        with clock.as_of(moment(day)), scope(setup_scope()):
            person = core.add_person(email="cho@example.org", name_ko="조연구", name_en="Cho", password="a-long-test-password").id
            core.grant_role(person=person, role="scientist", organisation=s.world.organisations["HANBIT"], start=MONDAY, end=moment("2028-01-01"))
        with s.by("hajin", day):
            s.guest = residency.join(company=s.company, person=person, kind="technician").code
    else:
        with s.by("hajin", day):
            residency.leave(company_member=s.guest, last_day=date.fromisoformat(day) - timedelta(days=1))
    s.works(day, "11:00")


def second_bench(s: SixMonths) -> None:
    """Signed by both before it holds: 16 June."""
    with s.by("programme", "2027-06-09"):
        residency.propose_amendment(licence=s.licence, reason="인원 증가", effective_on=date(2027, 6, 16), adds=["R201-B2"])
    for who in ("hajin", "director"):
        with s.by(who, "2027-06-11"):
            residency.sign_licence(licence=s.licence, signed_name=who)
    with s.by("worker", "2027-06-16", "00:30"):
        residency.run_licences()
    s.works("2027-06-16", "00:40")


def uses(s: SixMonths, month: str) -> None:
    """Booked, checked in and out; what was forgotten is recorded by hand when somebody remembers."""
    for day, who, what, begins, ends, *late in sheet.USES:
        recorded = late[0] if late else day
        if recorded[:7] != month:
            continue
        start, end = moment(day, begins), moment(day, ends)
        if late:
            with s.by("operator", recorded):
                metering.record_usage(
                    meter="equipment_minutes", organisation=s.world.organisations["HANBIT"], subject=EQUIPMENT[what], person=s.world.people[who],
                    period=Period(start, end), quantity=Decimal((end - start) // timedelta(minutes=1)), origin=f"sheet:{day}",
                )
            continue
        half = timedelta(minutes=30)
        booked = start + -(-(end - start) // half) * half
        with clock.as_of(start - timedelta(hours=20)), s.world.as_(who):
            made = booking.reserve(equipment=EQUIPMENT[what], start=start, end=booked).code
        with clock.as_of(start), s.world.as_(who):
            session = booking.start_session(reservation=made).code
        with clock.as_of(end), s.world.as_(who):
            booking.end_session(session=session)
    for day, who, pieces in sheet.BOXES:
        if day[:7] == month:
            with s.by(who, day):
                opening = stores.open_door(stock_point="BAR").code
                stores.list_taking(door_opening=opening, item="TIPS", pieces=pieces)
                stores.close_door(door_opening=opening)


def closes(s: SixMonths, month: str) -> None:
    """The first day after it: confirmed, rated, drafted, shown; answered on the third; issued on the fourth."""
    with s.by("finance", day_of(month, 1)):
        close = billing.confirm_usage(issuer="JB", month=date.fromisoformat(f"{month}-01")).code
    s.works(day_of(month, 1))
    with s.by("finance", day_of(month, 2)):
        billing.show_bills(close=close)
        bill = Bill.objects.get(close__code=close).code
    s.works(day_of(month, 2))
    if month == "2027-04":
        disputed(s, bill)
    with s.by("hajin", day_of(month, 3), "18:00"):
        billing.accept_bill(bill=bill)
    with s.by("finance", day_of(month, 4)):
        billing.release_close(close=close)
    s.works(day_of(month, 4))
    with s.by("finance", day_of(month, 4), "12:00"):
        s.invoices[month] = Invoice.objects.get(bill__code=bill).code


def disputed(s: SixMonths, bill: str) -> None:
    with s.by("hajin", "2027-05-03"):
        number = BillLine.objects.get(bill__code=bill, item="CONFOCAL").number
        dispute = billing.dispute_line(bill=bill, bill_line=number, reason="레이저가 40분 동안 꺼져 있었습니다").code
    with s.by("finance", "2027-05-03", "15:00"):
        billing.settle_dispute(dispute=dispute, taken_off=30_000, reply="멈춘 시간만큼 뺐습니다")
    s.works("2027-05-03", "16:00")


def credited(s: SixMonths) -> None:
    """An hour of May's microscope, and with it the subsidy's share."""
    with s.by("finance", "2027-06-10"):
        may = s.invoice("2027-05")
        use = may.lines.get(kind="use", item="CONFOCAL", card="OPEN-LAB v2").number
        given = may.lines.get(kind="voucher", item=s.subsidy).number
        s.credit = billing.correct_invoice(
            invoice=may.code, correction="value_change", explanation="교육 시간을 잘못 청구함", amounts={str(use): 50_000, str(given): -40_000}
        ).code
    s.works("2027-06-10")


def pays(s: SixMonths, day: str, amount: int) -> None:
    with s.by("finance", day):
        billing.record_payment(account=s.account, amount=amount, paid_on=date.fromisoformat(day), bank_reference=f"한빛 {day}")


def fills_wallet(s: SixMonths) -> None:
    with s.by("finance", "2027-07-01", "15:00"):
        s.wallet = billing.open_wallet(
            organisation=s.world.organisations["HANBIT"], issuer="JB", title_ko="선불", title_en="Prepaid", first_day=date(2027, 7, 1)
        ).code
        billing.top_up_wallet(wallet=s.wallet, amount=200_000, paid_on=date(2027, 7, 1), bank_reference="선불 1")


def reminded(s: SixMonths, day: str) -> int:
    with s.by("worker", day):
        return billing.run_dunning()


def gives_notice(s: SixMonths) -> None:
    with s.by("programme", "2027-07-12"):
        residency.set_people_terms(company=s.company, seats=4, notice_months=1, deposit_minor=1_000_000, since=date(2027, 7, 12))
    with s.by("hajin", "2027-07-15"):
        s.departure = residency.notify_exit(company=s.company, last_day=date(2027, 8, 20), destination="오송").code


def leaves(s: SixMonths) -> None:
    """Everything counted and cleared, and signed but for the final bill; its people leave, and the membership ends with them; the
    licence ends."""
    with s.by("hajin", "2027-08-18"):
        lines = {
            kind: residency.count_line(departure=s.departure, kind=kind, what=kind, unit="piece", opening=Decimal(1)).code for kind in KINDS
        }
        for line in lines.values():
            residency.clear_line(clearance_line=line, amount=Decimal(1))
    s.final = lines.pop("final_bill")
    for kind, line in lines.items():
        with s.by(SIGNS[SIGNERS[kind]], "2027-08-19"):
            residency.sign_line(clearance_line=line)
    with s.by("hajin", "2027-08-20"):
        for member in s.members:
            residency.leave(company_member=member)
    with s.by("programme", "2027-08-20", "17:00"):
        residency.end_licence(licence=s.licence, reason="졸업")
    s.works("2027-08-20", "18:00")


def graduates(s: SixMonths) -> None:
    """The last month is closed and paid, with what was paid above July's bill: finance signs the final bill, and that it has left
    is confirmed."""
    with s.by("finance", "2027-09-12"):
        paid = next(one for one in Payment.objects.filter(account__code=s.account) if left_of_payment(one))
        billing.match_payment(payment=paid.code, invoice=s.invoice("2027-08").code, amount=100_000)
        residency.sign_line(clearance_line=s.final)
    with s.by("programme", "2027-09-12"):
        residency.graduate(departure=s.departure)
        assert Company.objects.get(code=s.company).state == "alumni"
    s.works("2027-09-12")


def deposit_back(s: SixMonths) -> None:
    """Settled, which sets it free; and paid back by bank the day after."""
    with s.by("finance", "2027-09-13"):
        residency.settle_deposit(departure=s.departure)
    s.works("2027-09-13")
    with s.by("finance", "2027-09-14"):
        billing.refund(account=s.account, amount=1_000_000, paid_on=date(2027, 9, 14), bank_reference="한빛 보증금")
