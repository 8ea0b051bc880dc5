"""Six months of a company from its first bench to its graduation, to the won against the spreadsheet beside this test."""

from collections import defaultdict
from fractions import Fraction
from typing import Any

import pytest
from django.db.models import Sum
from openpyxl import load_workbook

from squaremile.billing.models import Bill, BillException, DunningStep, Invoice, Match, Payment, Posting, Stop
from squaremile.billing.reads import documents, money
from squaremile.kernel.errors import Refused
from squaremile.residency import operations as residency
from tests.scenarios.six_months import formulas, sheet, story
from tests.scenarios.six_months.story import SixMonths
from tests.world import World

pytestmark = pytest.mark.django_db
Rows = list[dict[str, Any]]


def page(name: str) -> Rows:
    """A sheet of the committed spreadsheet, by the heads of its columns, as it is read without a spreadsheet program."""
    head, *rows = load_workbook(sheet.XLSX, data_only=True)[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_the_spreadsheet_is_what_its_formulas_come_to():
    """What stands in the cells, what the formulas beside them come to, and what is read in a review are one."""
    values, typed = (load_workbook(sheet.XLSX, data_only=only) for only in (True, False))
    book = {s.title: {c.coordinate: c.value for row in s.iter_rows() for c in row if c.value is not None} for s in typed}
    worked, checked = formulas.Formulas(book), 0
    for name, cells in book.items():
        for cell, said in cells.items():
            stands, comes_to = values[name][cell].value, worked.value(name, cell)
            same = stands == comes_to if isinstance(comes_to, str) else abs(Fraction(stands) - comes_to) < Fraction(1, 10**8)
            assert same, f"{name}!{cell}: {stands} stands there, {said} is {comes_to}"
            checked += isinstance(said, str) and said.startswith("=")
    assert checked > 500
    assert sheet.CSV.read_text(encoding="utf-8") == sheet.as_csv(sheet.book())
    assert book == {name: {k: (float(v) if not isinstance(v, str | int) else v) for k, v in cells.items()} for name, cells in sheet.book().items()}


def played(world: World) -> SixMonths:
    """Month by month, with what happened between."""
    s, owed = SixMonths(world), {row["Of"]: row for row in page("Statement") if row["What"] == "payment"}

    def pays(month: str) -> None:
        story.pays(s, owed[month]["Day"], owed[month]["Paid"])

    story.moves_in(s)
    story.uses(s, "2027-03")
    story.closes(s, "2027-03")
    pays("2027-03")
    with s.by("finance", "2027-04-12", "11:00"):
        story.billing.publish_rate_card(
            card_body=story.card(story.version(1, "2026-01-01", 45_000), story.version(2, "2027-05-17", 50_000))
        )
    story.heads(s, 3, "2027-04-19")
    story.uses(s, "2027-04")
    story.closes(s, "2027-04")
    assert story.reminded(s, "2027-05-20") == 0, "two days late is no matter"
    assert (story.reminded(s, "2027-05-27"), story.reminded(s, "2027-05-28")) == (1, 0)
    story.uses(s, "2027-05")
    story.closes(s, "2027-05")
    return s


def goes_on(s: SixMonths) -> None:
    owed = {row["Of"]: row for row in page("Statement") if row["What"] == "payment"}

    def pays(month: str) -> None:
        story.pays(s, owed[month]["Day"], owed[month]["Paid"])

    for month in ("2027-04", "2027-05"):
        pays(month)
    story.credited(s)
    story.second_bench(s)
    story.uses(s, "2027-06")
    story.closes(s, "2027-06")
    story.fills_wallet(s)
    pays("2027-06")
    story.heads(s, 2, "2027-07-12")
    story.gives_notice(s)
    story.uses(s, "2027-07")
    story.closes(s, "2027-07")
    pays("2027-07")
    story.uses(s, "2027-08")
    story.leaves(s)
    story.closes(s, "2027-08")
    pays("2027-08")
    story.graduates(s)
    story.deposit_back(s)
    # What was paid above July's bill is hers: it pays what August is short of, and nobody is reminded.
    assert story.reminded(s, "2027-09-27") == 0


def named(s: SixMonths, item: str, kind: str) -> str:
    return "dispute" if kind == "adjustment" else {s.golden: "golden ticket", s.subsidy: "subsidy"}.get(item, item)


def lines_of(s: SixMonths, document: Invoice) -> list[tuple[Any, ...]]:
    found = []
    for line in document.lines.all():
        version = int(line.card.rpartition(" v")[2]) if " v" in line.card else 0
        found.append((line.kind, named(s, line.item, line.kind), version, f"{line.first:%Y-%m}", line.net, line.tax, line.gross))
    return sorted(found)


LINES = ("use", "late", "membership", "rent", "adjustment", "voucher")
TOTALS = ("net", "tax", "gross", "rounding", "payable")


def test_six_months_to_the_won(world: World):
    s = played(world)
    goes_on(s)
    every = page("Bills")
    with s.by("finance", "2027-09-28"):
        for month in sheet.MONTHS:
            of = [row for row in every if row["Month"] == month]
            lines = sorted(
                (r["Kind"], r["Item"], r["Version"], r["Of"], r["Net"], r["Tax"], r["Gross"]) for r in of if r["Kind"] in LINES
            )
            totals = {row["Kind"]: row["Net"] for row in of if row["Kind"] not in LINES}
            paper = s.invoice(month)
            assert lines_of(s, paper) == lines, month
            assert {name: getattr(paper, name) for name in TOTALS} | {"prepaid": paper.prepaid_total} == totals, month
            assert documents.document(paper.code).payable == totals["payable"]
        _credit_note(s)
        _statement(s)
        _books()
        assert [*Invoice.objects.filter(kind="invoice").order_by("sequence").values_list("code", flat=True)] == [
            f"JB-2027-{n:06d}" for n in range(1, 7)]
        # The subsidy gave what it may in a year, what was given back being given anew; the ticket all that it holds.
        given = {s.subsidy: 0, s.golden: 0}
        for item, net in [x for i in Invoice.objects.all() for x in i.lines.filter(kind="voucher").values_list("item", "net")]:
            given[item] -= net
        assert given == {s.subsidy: 2_000_000, s.golden: 1_500_000}
        assert [*DunningStep.objects.values_list("level", flat=True)] == ["remind"]
        assert (Stop.objects.count(), set(BillException.objects.filter(blocks=True).values_list("kind", flat=True))) == (0, set())
        assert set(Bill.objects.values_list("state", flat=True)) == {"issued"}
    with s.by("finance", "2027-09-28"), pytest.raises(Refused):
        residency.settle_deposit(departure=s.departure)
    for rival in ("sujin", "sora"):
        with s.by(rival, "2027-09-28"):
            assert (Invoice.objects.count(), Bill.objects.count(), Payment.objects.count(), Posting.objects.count()) == (0, 0, 0, 0)


def _credit_note(s: SixMonths) -> None:
    *rows, total = page("Credit")
    note = Invoice.objects.get(code=s.credit)
    assert lines_of(s, note) == sorted(
        (r["Kind"], r["Item"], r["Version"], r["Of"], r["Net"], r["Tax"], r["Gross"]) for r in rows
    )
    assert (note.net, note.tax, note.gross, note.payable) == (total["Net"], total["Tax"], total["Gross"], total["Gross"])


def _statement(s: SixMonths) -> None:
    """Documents and payments in their order, the balance after each; at the end nothing is open, and nothing stands to her credit."""
    papers = [(str(i.issued_on), i.kind.replace("_", " "), f"{i.first:%Y-%m}", i.payable) for i in Invoice.objects.all()]
    paid = [(str(p.paid_on), "payment", p.amount) for p in Payment.objects.all()]
    rows = page("Statement")
    assert sorted(papers) == sorted((r["Day"], r["What"], r["Of"], r["Owed"]) for r in rows if r["What"] != "payment")
    assert sorted(paid) == sorted((r["Day"], r["What"], r["Paid"]) for r in rows if r["What"] == "payment")
    balance, after = 0, []
    for _, amount in sorted([(r[0], r[-1]) for r in papers] + [(p[0], -p[-1]) for p in paid]):
        balance += amount
        after.append(balance)
    assert after == [r["Balance"] for r in rows]
    assert after[-1] == 0
    assert [row.open.minor for row in money.invoices()] == [0] * 7
    assert Match.objects.aggregate(all=Sum("amount"))["all"] == sum(r[-1] for r in papers if r[1] == "invoice")
    (account,) = money.accounts()
    assert (account.open.minor, account.overdue.minor, account.stopped) == (0, 0, False)


def _books() -> None:
    """As the sheet has them; and the deposit, which went in and out, stands nowhere."""
    stands: defaultdict[str, int] = defaultdict(int)
    for book, amount in Posting.objects.values_list("book", "amount"):
        stands[book] += amount
    rows = {row["Book"]: row["Stands at"] for row in page("Books")}
    assert rows.pop("all") == sum(stands.values()) == 0
    assert {book: amount for book, amount in stands.items() if book != "deposit"} == rows
    assert stands["deposit"] == 0
    assert Posting.objects.filter(book="deposit").count() == 2
