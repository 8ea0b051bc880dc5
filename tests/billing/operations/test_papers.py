"""What leaves the house on paper and as files: tax identities, electronic invoices, Korean tax invoices, statements, receipts,
the journal."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import Account, DocumentFile, Invoice, JournalExport, Posting, TaxFiling
from squaremile.billing.policies.exports.etax_sandbox import CLOSED, SYSTEM
from squaremile.billing.reads import account_statement, filings, journals, papers, payers, receipts
from squaremile.billing.tasks import look_at_tax_invoices
from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from tests.billing.making import MARCH, at, issued, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
PAYER = "220-81-62517"
SOUND = {
    "registration": PAYER, "representative": "이대표", "business_type": "제조", "business_item": "의약품", "address_scheme": "0088",
    "electronic_address": "8800000000022",
}
ISSUER = {"representative": "김센터", "address_scheme": "0088", "electronic_address": "8800000000015"}


@pytest.fixture
def accounts(world: World) -> dict[str, str]:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        used(world, "u:1", 97, at(3), evidence={"nfec": "NFEC-2027-01-270001"})
        used(world, "u:3", 60, at(9), whose="SAEBOM")
    return codes


@pytest.fixture
def mine(world: World, accounts: dict[str, str]) -> Invoice:
    """February of a payer whose identity is whole before it is issued: 78,750 + 7,875 = 86,620 rounded down."""
    with world.as_("finance"):
        billing.identify_issuer(issuer="JB", **ISSUER)
        billing.identify_account(account=accounts["HANBIT"], **SOUND)
        billing.edit_account(account=accounts["HANBIT"], purchase_order="PO-1")
    with clock.as_of(MONDAY):
        issued(world)
    with world.as_("finance"):
        return Invoice.objects.get(organisation_id=world.organisations["HANBIT"])


def filing_of(world: World, invoice: Invoice) -> TaxFiling:
    with world.as_("finance"):
        return TaxFiling.objects.get(invoice=invoice)


class TestIdentity:
    @pytest.mark.parametrize(("said", "field"), [
        ({"registration": "220-81-62518"}, "registration"), ({"country": "Korea"}, "country"), ({"vat_id": "KR123"}, ""),
        ({"vat_id": "DE123456789"}, "vat_id"), ({"address_scheme": "0088"}, "electronic_address"),
        ({"address_scheme": "0088", "electronic_address": "8800000000023"}, "electronic_address"),
        ({"address_scheme": "EM", "electronic_address": "a@example.org"}, "address_scheme"), ({"legal_id": "없음"}, "legal_id"),
        ({"country": "de", "vat_id": "de123456789", "registration": "HRB 1"}, ""),
    ])  # fmt: skip
    def test_each_field_is_looked_at(self, world: World, accounts: dict[str, str], said: dict[str, str], field: str):
        with world.as_("finance"):
            if not field:
                assert billing.identify_account(account=accounts["HANBIT"], **said).country in ("KR", "DE")
                return
            with pytest.raises(Invalid, match="identity_unsound") as refused:
                billing.identify_account(account=accounts["HANBIT"], **said)
            assert field in refused.value.fields
            assert refused.value.text.ko and refused.value.fields[field].ko in refused.value.text.ko

    def test_the_database_has_the_last_word(self, world: World, accounts: dict[str, str]):
        for changed in ({"registration": "123-45-67890"}, {"country": "kr"}, {"endpoint": "88"}):
            with world.as_("finance"), pytest.raises(IntegrityError), transaction.atomic():
                Account.objects.filter(code=accounts["HANBIT"]).update(**changed)
        with world.as_("finance"), pytest.raises(Refused, match="identity_refused"):
            billing.edit_account(account=accounts["HANBIT"], registration="123-45-67890")

    def test_whose_it_is_not(self, world: World, accounts: dict[str, str]):
        with world.as_("hajin"), pytest.raises(Forbidden):
            billing.identify_account(account=accounts["SAEBOM"], country="DE")
        with world.as_("sujin"), pytest.raises(Missing):
            payers.account(accounts["HANBIT"])
        with world.as_("finance"), pytest.raises(Missing, match="account_unknown"):
            billing.identify_account(account="AC-NONE", country="DE")
        with world.as_("finance"), pytest.raises(Missing, match="issuer_unknown"):
            billing.identify_issuer(issuer="NONE", country="DE")


class TestElectronic:
    def test_what_lacks_is_named_with_its_field_and_then_it_is_made_once(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY):
            issued(world)
        with world.as_("finance"):
            code = Invoice.objects.get(organisation_id=world.organisations["HANBIT"]).code
            with pytest.raises(Invalid, match="not_for_peppol") as refused:
                billing.make_ubl(invoice=code)
            assert sorted(refused.value.fields) == ["BT-10", "BT-34", "BT-49"]
            lacks = papers.electronic(code, keeps=True).lacks
            assert [(one.term, one.account, one.issuer) for one in lacks] == [
                ("BT-34", "", "JB"), ("BT-49", accounts["HANBIT"], ""), ("BT-10", accounts["HANBIT"], ""),
            ]
            billing.identify_issuer(issuer="JB", **ISSUER)
            billing.identify_account(account=accounts["HANBIT"], **SOUND)
            billing.edit_account(account=accounts["HANBIT"], purchase_order="PO-9")
            made = billing.make_ubl(invoice=code, language="ko")
            with pytest.raises(Refused, match="file_made"):
                billing.make_ubl(invoice=code)
            billing.identify_account(account=accounts["HANBIT"], electronic_address="8800000000015")
            assert papers.ubl(code).content == made.content
        root = ElementTree.fromstring(made.content)
        said = {e.text for e in root.iter() if e.text}
        assert {"8800000000022", "8800000000015", "PO-9", "NFEC-2027-01-270001", "self", "380"} <= said
        with world.as_("finance"), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            DocumentFile.objects.filter(id=made.id).update(content="x")

    def test_of_a_credit_note_too_and_for_its_payer_alone(self, world: World, mine: Invoice):
        with clock.as_of(MONDAY + timedelta(days=8)), world.as_("finance"):
            credit = billing.correct_invoice(invoice=mine.code, correction="duplicate", explanation="두 번")
            made = billing.make_ubl(invoice=credit.code)
            assert made.content.count("<CreditNote ") == 1 and mine.code in made.content
        with world.as_("hajin"):
            assert papers.ubl(credit.code).sha256 == made.sha256
            with pytest.raises(Forbidden):
                billing.make_ubl(invoice=mine.code)
        for who in ("sujin", "hana"):
            with world.as_(who), pytest.raises(Missing):
                papers.ubl(credit.code)
        with world.as_("finance"), pytest.raises(Missing, match="invoice_unknown"):
            billing.make_ubl(invoice="JB-NONE")


class TestTaxInvoice:
    def test_prepared_at_issue_sent_once_and_accepted(self, world: World, mine: Invoice, settings):
        settings.ETAX_PROVIDER = "sandbox"
        found = filing_of(world, mine)
        assert (found.state, found.kind, found.supply, found.tax) == ("prepared", "01", 78_750, 7_875)
        assert (found.written_on, found.due_on) == (date(2027, 2, 28), date(2027, 3, 10))
        assert found.message["items"][0]["remark"] == "NFEC-2027-01-270001 자체이용"
        with world.as_("finance"):
            with pytest.raises(Refused, match="filing_known"):
                billing.prepare_tax_invoices(invoice=mine.code)
            billing.send_tax_invoice(filing=found.code)
            with pytest.raises(Refused, match="filing_step"):
                billing.send_tax_invoice(filing=found.code)
        worked()
        found = filing_of(world, mine)
        assert found.state == "accepted" and found.approval.startswith(f"20270228{SYSTEM}") and len(found.approval) == 24
        with scope(system("worker")):
            assert billing.hear_tax_office(filing=found.code, approval="x" * 24).approval == found.approval
        with world.as_("finance"), pytest.raises(IntegrityError, match="what went out"), transaction.atomic():
            TaxFiling.objects.filter(id=found.id).update(supply=1)
        with world.as_("sujin"):
            assert TaxFiling.objects.filter(invoice=mine).count() == 0

    def test_refused_it_is_mended_and_prepared_anew(self, world: World, accounts: dict[str, str], settings):
        settings.ETAX_PROVIDER = "sandbox"
        with world.as_("finance"):
            billing.identify_issuer(issuer="JB", **ISSUER)
            billing.identify_account(account=accounts["HANBIT"], **{**SOUND, "registration": CLOSED, "representative": ""})
        with clock.as_of(MONDAY):
            issued(world)
        with world.as_("finance"):
            invoice = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
            billing.send_tax_invoice(filing=TaxFiling.objects.get(invoice=invoice).code)
        worked()
        found = filing_of(world, invoice)
        assert (found.state, found.answer_ko) == ("refused", "공급받는 자가 휴·폐업 사업자입니다.")
        with world.as_("finance"):
            assert Notice.objects.filter(kind="billing.tax_invoice", recipient=world.people["finance"]).count() == 1
            billing.prepare_tax_invoices(invoice=invoice.code)
            assert filing_of(world, invoice).state == "prepared"

    def test_without_a_provider_the_number_is_entered_by_hand(self, world: World, mine: Invoice):
        found = filing_of(world, mine)
        with world.as_("finance"):
            with pytest.raises(Refused, match="no_tax_provider"):
                billing.send_tax_invoice(filing=found.code)
            head, rows = filings.sheet()
            assert [dict(zip(head, row, strict=True))["공급받는자 등록번호"] for row in rows] == ["2208162517"]
            for wrong in ("", "2027", "99999999" + "0" * 16):
                with pytest.raises(Invalid, match="approval_unsound"):
                    billing.enter_tax_approval(filing=found.code, approval=wrong)
            billing.enter_tax_approval(filing=found.code, approval="20270228-41000000-0000abcd")
            with pytest.raises(Refused, match="filing_step"):
                billing.enter_tax_approval(filing=found.code, approval="20270228410000000000abcd")
            with pytest.raises(Missing, match="filing_unknown"):
                billing.enter_tax_approval(filing="TX-NONE", approval="20270228410000000000abcd")
            assert filings.sheet()[1] == []

    def test_a_correction_waits_for_its_original(self, world: World, mine: Invoice):
        with clock.as_of(MONDAY + timedelta(days=8)), world.as_("finance"):
            credit = billing.correct_invoice(invoice=mine.code, correction="duplicate", explanation="두 번")
        worked()
        with world.as_("finance"):
            with pytest.raises(Refused, match="original_not_filed"):
                billing.prepare_tax_invoices(invoice=credit.code)
            billing.enter_tax_approval(filing=filing_of(world, mine).code, approval="20270228410000000000abcd")
            (made,) = billing.prepare_tax_invoices(invoice=credit.code)
            assert (made.message["modification"], made.message["original_approval"], made.supply) == ("06", "20270228410000000000abcd", -78_750)

    def test_issued_anew_it_names_the_first_and_stays_off_the_sheet(self, world: World, mine: Invoice):
        with clock.as_of(MONDAY + timedelta(days=8)), world.as_("finance"):
            billing.enter_tax_approval(filing=filing_of(world, mine).code, approval="20270228410000000000abcd")
            billing.correct_invoice(invoice=mine.code, correction="clerical", explanation="상호")
        worked()
        with world.as_("finance"):
            made = TaxFiling.objects.exclude(invoice=mine).order_by("supply")
            assert [(one.message["modification"], one.message["original_approval"], one.supply, one.written_on) for one in made] == [
                ("01", "20270228410000000000abcd", supply, date(2027, 2, 28)) for supply in (-78_750, 78_750)
            ]
            assert filings.sheet()[1] == [] and {one.due_on for one in made} == {date(2027, 4, 12)}
            # What waits is told whatever else was issued since; only what is accepted is cut off.
            assert [row.state for row in filings.listed(most=0)] == ["none", "prepared", "prepared"]
            assert [row.state for row in filings.listed()] == ["none", "prepared", "prepared", "accepted"]

    def test_what_lacks_is_said_and_deadlines_are_told_once(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY):
            issued(world)
        with world.as_("finance"):
            code = Invoice.objects.get(organisation_id=world.organisations["HANBIT"]).code
            with pytest.raises(Invalid, match="not_for_tax"):
                billing.prepare_tax_invoices(invoice=code)
        for day, told in ((5, 0), (8, 1), (9, 1), (11, 2), (12, 2)):
            with clock.as_of(at(day, month=3)), scope(system("worker")):
                look_at_tax_invoices()
                assert Notice.objects.filter(kind="billing.tax_invoice", recipient=world.people["finance"]).count() == told
        with clock.as_of(at(11, month=3)), world.as_("finance"):
            assert [(row.state, row.late, row.days_left) for row in filings.waiting()] == [("none", True, -1)] * 2


class TestStatement:
    def test_it_says_what_the_ledger_says(self, world: World, mine: Invoice, accounts: dict[str, str]):
        with clock.as_of(MONDAY + timedelta(days=8)), world.as_("finance"):
            billing.record_payment(account=accounts["HANBIT"], amount=50_000, paid_on=date(2027, 3, 8), bank_reference="1차")
            billing.correct_invoice(invoice=mine.code, correction="value_change", explanation="감액", amounts={"1": 1_000})
        for who in ("finance", "hajin"):
            with clock.as_of(MONDAY + timedelta(days=8)), world.as_(who):
                seen = account_statement.statement(accounts["HANBIT"], MARCH, date(2027, 3, 31))
                assert [(r.kind, r.charged.minor, r.paid.minor, r.balance.minor) for r in seen.rows] == [
                    ("invoice", 86_620, 0, 86_620), ("payment", 0, 50_000, 36_620), ("credit_note", -1_100, 0, 35_520),
                ]
                assert (seen.opening.minor, seen.invoiced.minor, seen.paid.minor, seen.credited.minor) == (0, 86_620, 50_000, -1_100)
                later = account_statement.statement(accounts["HANBIT"], date(2027, 4, 1), date(2027, 4, 30))
                assert (later.opening, later.closing, later.rows) == (seen.closing, seen.closing, ())
                assert account_statement.table(seen, "ko")[-1][6] == seen.closing.amount
        with world.as_("finance"):
            owed = Posting.objects.filter(book="receivable", organisation_id=mine.organisation_id).values_list("amount", flat=True)
            assert sum(owed) == seen.closing.minor
        with world.as_("sujin"), pytest.raises(Missing, match="account_unknown"):
            account_statement.statement(accounts["HANBIT"], MARCH, MARCH)

    def test_a_receipt_in_both_languages(self, world: World, mine: Invoice, accounts: dict[str, str]):
        with clock.as_of(MONDAY + timedelta(days=8)), world.as_("finance"):
            code = billing.record_payment(account=accounts["HANBIT"], amount=90_000, paid_on=date(2027, 3, 8), bank_reference="x").code
        with world.as_("hajin"):
            ko, en = receipts.pdf(code, "ko"), receipts.pdf(code, "en")
            assert ko.startswith(b"%PDF") and ko != en and receipts.pdf(code, "ko") == ko
        with world.as_("sujin"), pytest.raises(Missing, match="payment_unknown"):
            receipts.pdf(code, "ko")


class TestJournal:
    def test_a_month_goes_out_once_and_again_only_as_a_copy(self, world: World, mine: Invoice, accounts: dict[str, str]):
        with clock.as_of(MONDAY + timedelta(days=8)), world.as_("finance"):
            billing.name_book(issuer="JB", book="receivable", account_number="10800", account_name="매출채권")
            first = billing.export_journal(issuer="JB", month=date(2027, 3, 9))
            assert (first.copy, first.entries, first.fresh, first.debit) == (1, 2, 2, 86_625 + 49_500)
            with pytest.raises(Refused, match="journal_exported"):
                billing.export_journal(issuer="JB", month=MARCH)
            billing.record_payment(account=accounts["HANBIT"], amount=500, paid_on=MARCH, bank_reference="늦게 적음")
            assert [(row.entries, row.waiting) for row in journals.listed()] == [(3, 1)]
            again = billing.export_journal(issuer="JB", month=MARCH, explanation="회계사 요청")
            assert (again.copy, again.entries, again.fresh) == (2, 3, 1)
        before = [(row[13], row[14]) for row in again.content]
        assert set(before) == {(2, ""), (2, first.code)}
        by_entry: dict[int, int] = {}
        for row in again.content:
            by_entry[row[1]] = by_entry.get(row[1], 0) + int(row[5] or 0) - int(row[6] or 0)
        assert set(by_entry.values()) == {0}
        assert ("10800", "매출채권") in {(row[3], row[4]) for row in first.content}
        with world.as_("finance"):
            assert journals.content(first.code)[1] == first.content
            with pytest.raises(Invalid, match="journal_empty"):
                billing.export_journal(issuer="JB", month=date(2026, 1, 1))
            with pytest.raises(Invalid, match="book_unsound"):
                billing.name_book(issuer="JB", book="slush", account_number="1", account_name="x")
            with pytest.raises(Missing, match="issuer_unknown"):
                billing.export_journal(issuer="NONE", month=MARCH)
        with world.as_("hajin"):
            assert JournalExport.objects.count() == 0
            with pytest.raises(Missing, match="journal_unknown"):
                journals.content(first.code)
