"""The Korean tax invoice: kinds, dates, corrections, the bulk form, numbers that are none."""

from dataclasses import replace
from datetime import date

import pytest

from squaremile.billing.policies.corrections import REASONS
from squaremile.billing.policies.exports.etax import (
    HEAD,
    NotForTheTaxOffice,
    days_left,
    issue_by,
    out_by,
    registered,
    sheet,
    tax_invoices,
)
from tests.billing.exports.documents import PAYER, credit_note, invoice, line, whole


def test_one_for_each_kind_of_supply_that_add_up_to_the_document():
    made = tax_invoices(whole())
    assert [(one.kind, one.supply, one.tax) for one in made] == [("01", 1460777, 146078), ("05", 50000, 0)]
    assert sum(one.supply + one.tax for one in made) == whole().gross
    assert all(sum(i.supply for i in one.items) == one.supply and sum(i.tax for i in one.items) == one.tax for one in made)
    assert {one.management_key for one in made} == {"OPEN-LAB-2026-0007-01", "OPEN-LAB-2026-0007-05"}
    assert made[0].items[3].name == "벤치 임대 외 2건" and "RS-2026-0001" in made[0].remark
    assert [one.kind for one in tax_invoices(invoice([line(1, "use", 5, 0, ("zero", 0))]))] == ["02"]


def test_a_month_that_others_paid_whole_is_no_tax_invoice():
    """All of it by golden ticket; what is exempt beside it is told."""
    paid = [line(1, "use", 500, 50), line(2, "voucher", -500, -50)]
    assert tax_invoices(invoice(paid)) == []
    assert [one.kind for one in tax_invoices(invoice([*paid, line(3, "use", 5, 0, ("exempt", 0))]))] == ["05"]


@pytest.mark.parametrize(("written", "by"), [
    (date(2026, 11, 30), date(2026, 12, 10)), (date(2027, 1, 31), date(2027, 2, 10)),
    (date(2026, 12, 1), date(2027, 1, 11)),  # the tenth is a Sunday
    (date(2022, 9, 30), date(2022, 10, 11)),  # the tenth stands in for a holiday that fell on a Sunday
])  # fmt: skip
def test_the_tenth_of_the_next_month_or_the_next_working_day(written, by):
    assert issue_by(written) == by and days_left(written, by) == 0


@pytest.mark.parametrize("reason", REASONS)
def test_a_correction_carries_its_reason_and_its_day(reason):
    """Clerical errors and double issue keep the first document's date; changes have the day on which they came about."""
    happened = date(2027, 1, 5)
    (made, *_) = tax_invoices(credit_note(reason), occurred_on=happened)
    assert made.modification == REASONS[reason].tax_code and made.original_approval and made.supply < 0
    assert made.written_on == (date(2026, 12, 3) if REASONS[reason].dated == "original" else happened)
    assert sheet([made]) == []


def test_a_correction_of_the_originals_date_is_not_late_before_it_is_found():
    found = date(2027, 3, 2)
    assert out_by(date(2026, 12, 31), found, "clerical") == out_by(date(2026, 12, 31), found, "duplicate") == date(2027, 4, 12)
    assert out_by(date(2026, 12, 31), found, "value_change") == date(2027, 1, 11)


@pytest.mark.parametrize("reason", ["clerical", "local_lc"])
def test_what_is_issued_anew_is_corrective_too(reason):
    (made, *_) = tax_invoices(replace(whole(), replaces="OPEN-LAB-2026-0001", replaced_for=reason))
    assert made.modification == REASONS[reason].tax_code and made.supply > 0 and sheet([made]) == []


def test_a_month_that_a_voucher_pays_whole_has_none():
    assert tax_invoices(invoice([line(1, "use", 100, 10), line(2, "voucher", -100, -10)])) == []


def test_rows_of_the_bulk_form_have_its_columns():
    for row in sheet(tax_invoices(whole())):
        cells = dict(zip(HEAD, row, strict=True))
        assert len(cells) == len(HEAD) and cells["공급받는자 등록번호"] == "2208162517" and cells["영수/청구"] == "02"
        assert cells["작성일자"] == "20261130"
    paid = replace(invoice([line(1, "use", 10, 1)]), payable=0, rounding=-11)
    assert sheet(tax_invoices(paid))[0][-1] == "01"


def test_what_cannot_become_one_is_refused_with_its_reason():
    for wrong in (
        replace(whole(), settlement="recharge"), replace(whole(), currency="USD"),
        replace(whole(), payer=replace(PAYER, registration="220-81-62518")),
        replace(whole(), payer=replace(PAYER, registration="")),
    ):
        with pytest.raises(NotForTheTaxOffice) as refused:
            tax_invoices(wrong)
        assert refused.value.says.ko and refused.value.says.en


def test_a_registration_number_checks_itself():
    assert registered("124-81-00998") and registered("220-81-62517")
    assert not any(registered(said) for said in ("124-81-00999", "2208162518", "123", ""))
    for place in range(10):  # any one digit changed is noticed
        digits = list("2208162517")
        digits[place] = str((int(digits[place]) + 1) % 10)
        assert not registered("".join(digits))
