"""A document exists only where its figures add up."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from squaremile.billing.policies.corrections import REASONS
from squaremile.billing.policies.document import Correction, Document, DocumentLine, NotWhole, Party, Prepaid, TaxTotal
from squaremile.kernel.words import Text

DAY = date(2027, 3, 31)
LABEL = Text(ko="공초점 현미경", en="Confocal")
LINE = DocumentLine(1, "use", "CONFOCAL", LABEL, date(2027, 3, 1), DAY, Decimal(2), "hour", 90_000, 9_000, 99_000, "taxable", Decimal(10))
WHOLE = Document(
    "JB-2027-000001", "invoice", "invoice", "KRW", Party("JB", LABEL), Party("HANBIT", LABEL), DAY, DAY, date(2027, 3, 1), DAY, (LINE,),
    (TaxTotal("taxable", Decimal(10), 90_000, 9_000),), 90_000, 9_000, 99_000, -9, 78_991, (Prepaid("W", LABEL, 20_000),),
)


@pytest.mark.parametrize("change", [
    {"net": 1}, {"tax": 1}, {"gross": 1}, {"payable": 1}, {"rounding": 0}, {"lines": ()}, {"taxes": ()}, {"kind": "credit_note"},
    {"lines": (replace(LINE, tax=8_999),)}, {"corrects": Correction("JB-1", DAY, "duplicate")},
])  # fmt: skip
def test_a_document_that_does_not_add_up_is_none(change: dict[str, object]) -> None:
    with pytest.raises(NotWhole):
        replace(WHOLE, **change)  # type: ignore[arg-type]


def test_the_reasons_are_those_of_the_tax_office() -> None:
    assert [r.tax_code for r in REASONS.values()] == ["01", "02", "03", "04", "05", "06"]
    assert {r.code for r in REASONS.values() if r.ubl_types == ("381", "380")} == {"clerical", "local_lc"}
