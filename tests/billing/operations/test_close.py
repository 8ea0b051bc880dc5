"""A month of two rivals, from confirmed usage to issued invoices."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import (
    Bill,
    BillException,
    BillLine,
    Charge,
    ChargeSheet,
    Close,
    Entry,
    Invoice,
    InvoiceLine,
    Posting,
)
from squaremile.billing.reads import closes, documents, evidence, so_far, statement
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.metering.models import UsageEvent
from tests.billing.making import FEBRUARY, MARCH, at, bill_of, closed, issued, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
APRIL_DAY = MONDAY + timedelta(days=32)


@pytest.fixture
def accounts(world: World) -> dict[str, str]:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        used(world, "u:1", 97, at(3))
        used(world, "u:2", 180, at(5), subject="CYTO-1")
        used(world, "u:3", 60, at(9), whose="SAEBOM")
    return codes


def stored(bill: Bill) -> list[tuple[object, ...]]:
    return sorted(((row.origin, row.key, row.net.minor, row.reasons) for row in evidence.of_bill(bill.id, "KRW")), key=lambda row: row[0])


class TestClose:
    def test_a_month_to_the_won(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY):
            made = issued(world)
            with world.as_("finance"):
                assert Close.objects.get(id=made.id).state == "issued"
                mine = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
                # 97 min → 105 min × 45,000 = 78,750; 2 h × 60,000 + 1 h × 30,000 = 150,000.
                assert (mine.net, mine.tax, mine.gross, mine.rounding, mine.payable) == (228_750, 22_875, 251_625, -5, 251_620)
                assert sorted(i.code for i in Invoice.objects.all()) == ["JB-2027-000001", "JB-2027-000002"]
                assert sum(Posting.objects.values_list("amount", flat=True)) == 0
                assert {(p.book, p.amount) for p in Posting.objects.filter(entry__says=mine.code)} == {
                    ("receivable", 251_620), ("revenue:use", -228_750), ("tax", -22_875), ("rounding", 5),
                }
                whole = documents.document(mine.code)
                assert (whole.payable, [line.net for line in whole.lines], whole.payer.code) == (251_620, [78_750, 150_000], "HANBIT")

    def test_whoever_does_a_step_again_changes_nothing(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY):
            closed(world)
            bill = bill_of(world)
            with world.as_("finance"):
                before = stored(bill), list(BillLine.objects.values_list("number", "net", "tax"))
                billing.rate_bill(bill=bill.code)
                billing.draft_bill(bill=bill.code)
                assert (stored(bill), list(BillLine.objects.values_list("number", "net", "tax"))) == before
                billing.rate_again(bill=bill.code)
            worked()
            with world.as_("finance"):
                assert stored(bill) == before[0]

    def test_the_order_of_arrival_does_not_matter(self, world: World):
        """The same events the other way round: the same charges, by the canonical order, with the same reasons."""
        uses = [("u:a", 100, at(3)), ("u:b", 60, at(2)), ("u:c", 90, at(2, 14))]
        found = []
        for turn in (uses, uses[::-1]):
            with transaction.atomic():
                with clock.as_of(MONDAY - timedelta(hours=1)):
                    opened(world)
                    for origin, minutes, start in turn:
                        used(world, origin, minutes, start, subject="CYTO-1")
                with clock.as_of(MONDAY):
                    closed(world)
                    with world.as_("finance"):
                        found.append(stored(bill_of(world)))
                transaction.set_rollback(True)
        assert found[0] == found[1]
        assert [net for _, _, net, _ in found[0]] == [50_000, 60_000, 75_000]

    def test_what_costs_so_far_is_what_is_billed(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY + timedelta(hours=1)):
            used(world, "u:march", 97, at(1, 9, month=3))
        with clock.as_of(MONDAY + timedelta(days=30)), world.as_("hajin"):
            (mine,) = so_far.so_far()
        with clock.as_of(MONDAY):
            issued(world)
        with clock.as_of(APRIL_DAY):
            closed(world, MARCH)
        bill = bill_of(world, month=MARCH)
        assert (mine.net.minor, mine.gross.minor, mine.payable.minor) == (bill.net, bill.gross, bill.payable) == (78_750, 86_625, 86_620)

    def test_late_usage_goes_to_the_next_bill_with_its_own_month(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY):
            issued(world)
        with clock.as_of(MONDAY + timedelta(days=3)):
            used(world, "u:late", 60, at(4), subject="CYTO-1")
        with clock.as_of(APRIL_DAY):
            closed(world, MARCH)
            with world.as_("finance"):
                charges = evidence.of_bill(bill_of(world, month=MARCH).id, "KRW")
                # The late hour stands first in February: two hours at 60,000 with it; u:2 is worth 60,000 + 2 × 30,000 then.
                assert sorted((c.origin, c.kind, c.month, c.net.minor) for c in charges) == [
                    ("rerated:2027-02:OPEN-LAB:CYTO:1:2027-03", "late", FEBRUARY, -30_000), ("u:late", "late", FEBRUARY, 60_000),
                ]
                assert bill_of(world, month=MARCH).net == 30_000
                assert "late" in set(BillException.objects.filter(close__month=MARCH).values_list("kind", flat=True))

    def test_what_is_not_rated_any_more_is_given_back(self, world: World, accounts: dict[str, str]):
        """A correction leaves less than nothing of a use: what was billed of it comes off, and staff look at it."""
        with clock.as_of(MONDAY):
            issued(world)
        with clock.as_of(MONDAY + timedelta(days=3)), world.as_("operator"):
            wrong = UsageEvent.objects.get(origin="u:1")
            UsageEvent.objects.create(
                meter=wrong.meter, organisation_id=wrong.organisation_id, subject=wrong.subject, period=wrong.period, quantity=Decimal(-200),
                origin="u:1:less", corrects=wrong, recorded_at=clock.now(),
            )
        with clock.as_of(APRIL_DAY):
            closed(world, MARCH)
            with world.as_("finance"):
                bill = bill_of(world, month=MARCH)
                assert [(c.label_en, c.net, c.month) for c in Charge.objects.filter(bill=bill)] == [("Confocal microscope", -78_750, FEBRUARY)]
                assert "unpriced" in set(BillException.objects.filter(bill=bill).values_list("kind", flat=True))

    @pytest.mark.parametrize("month", [date(2027, 3, 1), date(2027, 4, 1)])
    def test_a_month_that_is_not_over_is_not_closed(self, world: World, accounts: dict[str, str], month: date):
        with clock.as_of(MONDAY), world.as_("finance"), pytest.raises(Invalid, match="close_order"):
            billing.confirm_usage(issuer="JB", month=month)

    def test_one_close_at_a_time(self, world: World, accounts: dict[str, str]):
        with clock.as_of(APRIL_DAY), world.as_("finance"):
            made = billing.confirm_usage(issuer="JB", month=FEBRUARY)
            with pytest.raises(Refused, match="close_already"):
                billing.confirm_usage(issuer="JB", month=FEBRUARY)
            with pytest.raises(Refused, match="close_open"):
                billing.confirm_usage(issuer="JB", month=MARCH)
            for act in (billing.show_bills, billing.release_close):
                with pytest.raises(Refused, match="close_step"):
                    act(close=made.code)

    def test_what_has_no_price_blocks_until_somebody_says_why(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY - timedelta(hours=1)):
            used(world, "u:chiller", 30, at(6), subject="CHILLER")
        with clock.as_of(MONDAY):
            made = closed(world)
            with world.as_("finance"):
                odd = BillException.objects.get(kind="unpriced")
                with pytest.raises(Refused, match="exceptions_open"):
                    billing.approve_bill(bill=bill_of(world).code)
                with pytest.raises(Refused, match="exceptions_open"):
                    billing.show_bills(close=made.code)
                with pytest.raises(Invalid, match="reason_needed"):
                    billing.clear_exception(bill_exception=odd.code, remark=" ")
                billing.clear_exception(bill_exception=odd.code, remark="무상 장비")
                with pytest.raises(Missing, match="exception_unknown"):
                    billing.clear_exception(bill_exception=odd.code, remark="또")
                billing.approve_bill(bill=bill_of(world).code)
                assert [row.blocks for row in closes.close(made.code).exceptions] == [True]


class TestPayer:
    @pytest.fixture
    def shown(self, world: World, accounts: dict[str, str]) -> Bill:
        with clock.as_of(MONDAY):
            made = closed(world)
            with world.as_("finance"):
                billing.show_bills(close=made.code)
            return bill_of(world)

    def test_a_rival_finds_nothing(self, world: World, shown: Bill):
        with clock.as_of(MONDAY), world.as_("sujin"):
            for act in (lambda: billing.accept_bill(bill=shown.code), lambda: billing.dispute_line(bill=shown.code, bill_line=1, reason="아님")):
                with pytest.raises(Missing, match="bill_unknown"):
                    act()
            assert ChargeSheet.objects.filter(bill=shown).count() == BillLine.objects.filter(bill=shown).count() == 0
        with world.as_("hana"):
            assert Bill.objects.count() == 0

    def test_a_draft_is_not_seen_by_its_payer(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY):
            closed(world)
            with world.as_("hajin"):
                assert (Bill.objects.count(), Charge.objects.count(), ChargeSheet.objects.count(), BillLine.objects.count()) == (0, 0, 0, 0)

    def test_a_disputed_line_is_taken_off_as_a_line_of_its_own(self, world: World, shown: Bill):
        with clock.as_of(MONDAY):
            with world.as_("hajin"):
                with pytest.raises(Missing, match="line_unknown"):
                    billing.dispute_line(bill=shown.code, bill_line=9, reason="장비가 멈췄습니다")
                with pytest.raises(Invalid, match="reason_needed"):
                    billing.dispute_line(bill=shown.code, bill_line=1, reason="")
                code = billing.dispute_line(bill=shown.code, bill_line=1, reason="장비가 멈췄습니다").code
                with pytest.raises(Refused, match="disputed_already"):
                    billing.dispute_line(bill=shown.code, bill_line=1, reason="장비가 멈췄습니다")
                with pytest.raises(Refused, match="disputes_open"):
                    billing.accept_bill(bill=shown.code)
            with world.as_("finance"):
                with pytest.raises(Invalid, match="dispute_amount"):
                    billing.settle_dispute(dispute=code, taken_off=78_751, reply="일부 인정")
                billing.settle_dispute(dispute=code, taken_off=45_000, reply="한 시간 멈춤")
                with pytest.raises(Missing, match="dispute_unknown"):
                    billing.settle_dispute(dispute=code, taken_off=1, reply="또 인정")
            with world.as_("hajin"):
                seen = statement.bill(shown.code)
                assert [(line.kind, line.net.minor) for line in seen.lines] == [("use", 78_750), ("use", 150_000), ("adjustment", -45_000)]
                assert (seen.net.minor, seen.tax.minor) == (183_750, 18_375)
                assert [reason.rule for reason in evidence.of_line(shown.code, 1)[1][0].reasons] == ["quantity", "rounding", "rate", "cap"]
                billing.accept_bill(bill=shown.code)
                with pytest.raises(Refused, match="bill_step"):
                    billing.accept_bill(bill=shown.code)

    def test_an_open_dispute_outlasts_silence(self, world: World, shown: Bill):
        with clock.as_of(MONDAY), world.as_("hajin"):
            billing.dispute_line(bill=shown.code, bill_line=2, reason="교육이었습니다")
        with clock.as_of(MONDAY + timedelta(days=6)):
            with scope(system("worker")):
                assert billing.accept_silent() == 1
            with world.as_("hajin"), pytest.raises(Refused, match="dispute_late"):
                billing.dispute_line(bill=shown.code, bill_line=1, reason="너무 늦음")
            with world.as_("finance"), pytest.raises(Refused, match="bill_step"):
                billing.issue_bill(bill=shown.code)

    def test_a_payer_changes_nothing_but_the_step(self, world: World, shown: Bill):
        with world.as_("hajin"), pytest.raises(IntegrityError, match="accepts or disputes"):
            Bill.objects.filter(id=shown.id).update(gross=0, net=0, tax=0)


class TestIssued:
    @pytest.fixture
    def mine(self, world: World, accounts: dict[str, str]) -> Invoice:
        with clock.as_of(MONDAY):
            issued(world)
            with world.as_("finance"):
                return Invoice.objects.get(organisation_id=world.organisations["HANBIT"])

    def test_it_stays(self, world: World, mine: Invoice):
        for sql in ("UPDATE billing_invoice SET note = 'x'", "DELETE FROM billing_posting"):
            with world.as_("finance"), pytest.raises(Exception, match="permission denied"), transaction.atomic(), connection.cursor() as c:
                c.execute(sql)
        with world.as_("finance"), pytest.raises(IntegrityError, match="issued"):
            copy = {f.attname: getattr(BillLine.objects.first(), f.attname) for f in BillLine._meta.fields}
            BillLine.objects.create(**copy | {"id": mine.id, "number": 99})

    def test_numbers_have_no_gaps_and_lines_add_up(self, world: World, mine: Invoice):
        copy = {f.attname: getattr(mine, f.attname) for f in Invoice._meta.fields} | {"bill_id": None, "code": "X-1"}
        with world.as_("finance"):
            for change, said in (({"sequence": 4}, "no gaps"), ({"sequence": 3}, "add up"), ({"sequence": 3, "net": 0, "gross": 0}, "adds_up")):
                with pytest.raises(IntegrityError, match=said), transaction.atomic():
                    Invoice.objects.create(**copy | {"id": Entry().id} | change)
                    connection.check_constraints()

    def test_an_entry_that_does_not_balance_is_none(self, world: World, mine: Invoice):
        said = "does not balance"
        with clock.as_of(MONDAY), world.as_("finance"), pytest.raises(IntegrityError, match=said), transaction.atomic():
            entry = Entry.objects.create(
                issuer=mine.issuer, organisation_id=mine.organisation_id, currency="KRW", day=FEBRUARY, origin="x", says="x", at=clock.now()
            )
            Posting.objects.create(entry=entry, organisation_id=mine.organisation_id, book="bank", amount=1)
            connection.check_constraints()

    def test_corrections(self, world: World, mine: Invoice):
        with clock.as_of(MONDAY + timedelta(days=7)), world.as_("finance"):
            for said, code in (
                ({"correction": "x"}, "correction_reason"), ({"amounts": {"1": 78_751}}, "correction_amount"),
                ({"amounts": None}, "correction_amount"),
                ({"invoice": "X"}, "invoice_unknown"),
            ):
                with pytest.raises((Invalid, Missing), match=code):
                    billing.correct_invoice(**{"invoice": mine.code, "correction": "value_change", "explanation": "왜"} | said)
            part = billing.correct_invoice(invoice=mine.code, correction="value_change", explanation="장비 정지", amounts={"1": 45_000})
            assert (part.code, part.net, part.tax, part.payable) == ("JB-C2027-000001", -45_000, -4_500, -49_500)
            (why,) = part.lines.get().reasons
            assert why["en"] == f"Taken back from line 1 of invoice {mine.code}. Change in value: 장비 정지"
            assert why["ko"] == f"청구서 {mine.code}의 1번 줄을 되돌립니다. 공급가액 변동: 장비 정지"
            with pytest.raises(Refused, match="not_an_invoice"):
                billing.correct_invoice(invoice=part.code, correction="duplicate", explanation="왜")
            rest = billing.correct_invoice(invoice=mine.code, correction="clerical", explanation="등록번호 오류")
            assert (rest.net + part.net, rest.tax + part.tax, rest.dated) == (-mine.net, -mine.tax, mine.dated)
            anew = Invoice.objects.get(replaces=mine)
            assert (anew.net, anew.code) == (183_750, "JB-2027-000003")
            with pytest.raises(Refused, match="corrected_already"):
                billing.correct_invoice(invoice=mine.code, correction="duplicate", explanation="왜")
            assert sum(Posting.objects.values_list("amount", flat=True)) == 0
            assert documents.document(rest.code).corrects.number == mine.code
            assert {one.code for one in statement.invoice(mine.code).chain} == {part.code, rest.code, anew.code}
        with world.as_("sujin"):
            assert InvoiceLine.objects.filter(invoice=mine).count() == 0
            with pytest.raises(Missing):
                statement.invoice(mine.code)

    def test_payments_are_matched_and_counted_once(self, world: World, mine: Invoice, accounts: dict[str, str]):
        said = {"account": accounts["HANBIT"], "paid_on": date(2027, 3, 10), "bank_reference": "한빛 0310"}
        with clock.as_of(MONDAY + timedelta(days=10)), world.as_("finance"):
            with pytest.raises(Invalid, match="payment_unsound"):
                billing.record_payment(**said, amount=0)
            paid = billing.record_payment(**said, amount=300_000)
            assert statement.invoice(mine.code).open.minor == 0
            with pytest.raises(Invalid, match="match_amount"):
                billing.match_payment(payment=paid.code, invoice=mine.code, amount=1)
            with pytest.raises(Refused, match="payment_known"), transaction.atomic():
                billing.record_payment(**said, amount=300_000)
            assert sum(Posting.objects.filter(book="receivable", organisation_id=mine.organisation_id).values_list("amount", flat=True)) == -48_380

    def test_dunning_stops_new_bookings_last_of_all_and_payment_lifts_it(self, world: World, mine: Invoice, accounts: dict[str, str]):
        from squaremile.billing.reads.stops import stopped

        levels = []
        for days in (10, 25, 50, 120, 250):
            with clock.as_of(MONDAY + timedelta(days=days)), scope(system("worker")):
                billing.run_dunning()
                billing.run_dunning()
                levels.append(sorted(mine.dunning.values_list("level", flat=True)))
        assert levels == [[], ["remind"], ["notice", "remind"], ["notice", "remind", "warn"], ["notice", "remind", "stop", "warn"]]
        with world.as_("hana"):
            assert stopped(mine.organisation_id)
        with clock.as_of(MONDAY + timedelta(days=250)), world.as_("finance"):
            billing.record_payment(account=accounts["HANBIT"], amount=251_620, paid_on=date(2027, 11, 5), bank_reference="x")
        with world.as_("hana"):
            assert not stopped(mine.organisation_id)


class TestCreditsAndContracts:
    def test_rent_a_subsidy_that_runs_into_its_cap_and_a_wallet(self, world: World, accounts: dict[str, str]):
        hanbit = world.organisations["HANBIT"]
        with clock.as_of(MONDAY - timedelta(hours=1)), world.as_("finance"):
            # From 15 February, 14 of 28 days of 1,000,000.
            billing.add_contract(
                account=accounts["HANBIT"], kind="rent", title_ko="벤치", title_en="Bench", month_amount=1_000_000, first_day=date(2027, 2, 15),
            )
            billing.grant_voucher(
                organisation=hanbit, granted_as="subsidy", title_ko="장비 지원", title_en="Subsidy", percent=Decimal(80), limit=100_000,
                first_day=date(2027, 1, 1), card_items=["CONFOCAL", "CYTO"],
            )
            wallet = billing.open_wallet(organisation=hanbit, issuer="JB", title_ko="선불", title_en="Prepaid", first_day=date(2027, 1, 1))
            billing.top_up_wallet(wallet=wallet.code, amount=200_000, paid_on=date(2027, 2, 1), bank_reference="w1")
        with clock.as_of(MONDAY):
            issued(world)
            with world.as_("finance"):
                mine = Invoice.objects.get(organisation_id=hanbit)
                assert [(line.kind, line.net) for line in mine.lines.order_by("number")] == [
                    ("use", 78_750), ("use", 150_000), ("rent", 500_000), ("voucher", -100_000),
                ]
                # (228,750 + 500,000 − 100,000) = 628,750; tax 62,875; less 200,000 of the wallet.
                assert (mine.gross, mine.prepaid_total, mine.payable) == (691_625, 200_000, 491_620)
                assert sum(Posting.objects.filter(wallet=wallet).values_list("amount", flat=True)) == 0
                with pytest.raises(IntegrityError, match="short"), transaction.atomic():
                    entry = Entry.objects.create(
                        issuer=mine.issuer, organisation_id=hanbit, currency="KRW", day=FEBRUARY, origin="y", says="y", at=clock.now()
                    )
                    Posting.objects.create(entry=entry, organisation_id=hanbit, book="wallet", amount=1, wallet=wallet)
        with clock.as_of(APRIL_DAY):
            with clock.as_of(APRIL_DAY - timedelta(hours=1)), world.as_("finance"):
                contract = mine.account.contracts.get()
                billing.change_contract(contract=contract.code, month_amount=800_000, effective_on=date(2027, 2, 22))
            closed(world, MARCH)
            with world.as_("finance"):
                charges = evidence.of_bill(bill_of(world, month=MARCH).id, "KRW")
                # The last week of February was a quarter of 800,000 and not of 1,000,000.
                assert sorted((c.kind, c.month, c.net.minor) for c in charges) == [("late", FEBRUARY, -50_000), ("rent", MARCH, 800_000)]

    @pytest.mark.parametrize("said", [
        {"percent": Decimal(0)}, {"percent": Decimal(101)}, {"granted_as": "x"}, {"limit": -1}, {"last_day": date(2026, 1, 1)}, {"per": "day"},
    ])  # fmt: skip
    def test_an_unsound_voucher(self, world: World, said: dict[str, object]):
        sound = {"organisation": world.organisations["HANBIT"], "granted_as": "subsidy", "title_ko": "가", "title_en": "A", "percent": Decimal(50)}
        with world.as_("finance"), pytest.raises(Invalid, match="voucher_unsound"):
            billing.grant_voucher(**sound | {"first_day": date(2027, 1, 1)} | said)

