"""Bills on paper and as rows."""

import csv
import io
from decimal import Decimal

import pytest

from squaremile.billing.policies.exports.paper import printed
from squaremile.billing.policies.exports.rows import HEAD, rows
from squaremile.billing.reads import invoice_pdf
from tests.billing.exports.documents import credit_note, invoice, line, whole


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_figure_and_every_reason_is_printed(language):
    found = printed(whole(), language)
    assert found["payable"][1] == "₩1,556,850" and found["sums"][-1][1] == "-₩5"
    assert [one["net"] for one in found["lines"]] == [f"{'-' if n.net < 0 else ''}₩{abs(n.net):,}" for n in whole().lines]
    assert all(one["reasons"] for one in found["lines"])
    assert ("2시간" in found["lines"][0]["reasons"][0]) == (language == "ko")


def test_a_correction_says_what_it_corrects_and_why():
    assert printed(credit_note("clerical"), "ko")["corrects"] == "OPEN-LAB-2026-0007(2026-12-03 발행)을 정정합니다. 사유: 기재사항의 착오·정정"
    assert "Clerical error" in printed(credit_note("clerical"), "en")["corrects"] and printed(whole(), "en")["corrects"] == ""


def test_the_same_bill_gives_the_same_bytes():
    made = invoice_pdf.pdf(whole(), "ko")
    assert made == invoice_pdf.pdf(whole(), "ko") and made.startswith(b"%PDF")


def test_markup_that_people_wrote_stays_text():
    assert invoice_pdf.pdf(invoice([line(1, "use", 5, 1, subject="#panic() $ \\ ]")], note="#eval(\"1\")"), "en").startswith(b"%PDF")


def test_rows_add_up_to_the_bill_and_survive_a_csv():
    file = io.StringIO()
    csv.writer(file).writerows([HEAD, *rows([whole(), credit_note()])])
    read = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert sum(Decimal(row["gross"]) for row in read) == 0 and len(read) == 14
    assert read[0]["reasons_en"] == "2 h × ₩45,000 = ₩90,000" and read[7]["corrects"] == "OPEN-LAB-2026-0007"
    dollars = next(rows([invoice([line(1, "use", 12345, 0)], currency="USD")]))
    assert dict(zip(HEAD, dollars, strict=True))["net"] == Decimal("123.45")
