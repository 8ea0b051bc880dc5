"""The Korean electronic tax invoice (전자세금계산서): what is written on it, and by when it has to be out.

Law: VAT Act (부가가치세법) art. 32 and 34, Enforcement Decree art. 67, 68 and 70. An invoice of several kinds of tax becomes
one tax invoice each for taxable and zero-rated supply, and one invoice without tax (계산서) for exempt supply.
The message of the tax office's own network has no public schema that we know of: `sheet` makes the columns of the bulk
upload of Hometax, and `Provider` is what a connected service has to offer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Protocol

import holidays

from squaremile.billing.policies.corrections import REASONS
from squaremile.billing.policies.document import Document, DocumentLine, Party
from squaremile.kernel.words import Text

KINDS = {"taxable": "01", "zero": "02", "exempt": "05"}
"""01 tax invoice, 02 zero-rated tax invoice, 05 invoice without tax."""
MODES = {"self": "자체이용", "requested": "의뢰분석"}
"""How an instrument was used, as the item's remark says it."""
NOTHING = Text(ko="", en="")
MOST_ITEMS = 4
"""Items on one tax invoice in the bulk form; more are told as `first and n more`."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: supply value and tax in won."""

    day: date
    name: str
    specification: str
    supply: int
    tax: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class TaxInvoice:
    """One tax invoice. `written_on` is its date (작성일자); `due_on` the last day on which it may be issued without a penalty."""

    management_key: str
    kind: str
    modification: str
    written_on: date
    due_on: date
    supplier: Party
    buyer: Party
    items: tuple[Item, ...]
    supply: int
    tax: int
    received: bool
    """영수 (paid already) rather than 청구 (to be paid)."""
    remark: str
    original_approval: str = ""


class NotForTheTaxOffice(ValueError):
    """The document cannot become a tax invoice. `says` tells why."""

    def __init__(self, says: Text) -> None:
        self.says = says
        super().__init__(says.en)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the tax office's network says: an approval number of 24 signs, or why not."""

    approval: str = ""
    says: Text = NOTHING


class Provider(Protocol):
    """A service that signs and sends: the operator's contract with it lies outside the product."""

    def issue(self, key: str, message: Mapping[str, Any]) -> Answer:
        """Send once (`key` is the key of repetition: the same key gets the same answer). `message` is `told`'s."""


def told(invoice: TaxInvoice) -> dict[str, Any]:
    """The message as plain JSON, with its row of the bulk form."""

    def party(of: Party) -> dict[str, str]:
        return {
            "registration": "".join(c for c in of.registration if c.isdigit()), "name": of.name.ko, "representative": of.representative,
            "address": of.address, "business_type": of.business_type, "business_item": of.business_item, "email": of.email,
        }

    return {
        "kind": invoice.kind, "modification": invoice.modification, "original_approval": invoice.original_approval,
        "written_on": invoice.written_on.isoformat(), "supplier": party(invoice.supplier), "buyer": party(invoice.buyer),
        "supply": invoice.supply, "tax": invoice.tax, "received": invoice.received, "remark": invoice.remark,
        "items": [
            {"day": i.day.isoformat(), "name": i.name, "specification": i.specification, "supply": i.supply, "tax": i.tax, "remark": i.remark}
            for i in invoice.items
        ],
        "row": list(_row(invoice)),
    }


def issue_by(written_on: date) -> date:
    """The tenth of the month after the supply, or the next working day where that is a Saturday or a public holiday (VAT Act
    art. 34 (3)); later issue costs 1 % of the supply value (art. 60 (2))."""
    year, month = divmod(written_on.year * 12 + written_on.month, 12)
    day = date(year, month + 1, 10)
    while day.weekday() >= 5 or day in _holidays(day.year):
        day += timedelta(days=1)
    return day


@lru_cache(maxsize=8)
def _holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("KR", years=year))


def out_by(written_on: date, issued_on: date, reason: str) -> date:
    """As `issue_by`; a correction that bears the date of its original (01, 05, 06) is due by the day on which the error was found."""
    original = reason in REASONS and REASONS[reason].dated == "original"
    return issue_by(max(written_on, issued_on) if original else written_on)


def days_left(written_on: date, today: date) -> int:
    """Days until the last one on which it may be issued; below nought once it is late."""
    return (issue_by(written_on) - today).days


def tax_invoices(document: Document, *, occurred_on: date | None = None) -> list[TaxInvoice]:
    """The tax invoices of a document. `occurred_on`: when what a correction is for came about (a return, a cancellation).

    Raises:
        NotForTheTaxOffice: another currency than the won, an internal recharge, or a registration number that is none.
    """
    _sound(document)
    written, modification, approval, why = document.tax_dated or document.last, "", "", ""
    if document.corrects:
        why, approval = document.corrects.reason, document.corrects.approval
        modification = REASONS[why].tax_code
        dated = document.corrects.issued_on if REASONS[why].dated == "original" else occurred_on or document.issued_on
        written = document.tax_dated or dated
    elif document.replaces:
        # Decree art. 70 (1): where a document is issued anew both it and the one that takes the first back are corrective.
        why = document.replaced_for
        modification = REASONS[why].tax_code
    made = list[TaxInvoice]()
    for category, kind in KINDS.items():
        lines = [line for line in document.lines if line.tax_category == category and line.net]
        if not lines:
            continue
        supply, tax = sum(line.net for line in lines), sum(line.tax for line in lines)
        if not supply and not tax:  # others paid all of it: there is nothing to tell the tax office
            continue
        made.append(TaxInvoice(
            f"{document.number}-{kind}", kind, modification, written, out_by(written, document.issued_on, why), document.issuer, document.payer,
            _items(lines), supply, tax, document.payable == 0 and document.gross > 0, _remark(document, lines), approval,
        ))
    return made


def _sound(document: Document) -> None:
    if document.settlement != "invoice":
        raise NotForTheTaxOffice(Text(ko="내부 정산에는 세금계산서를 발급하지 않습니다.", en="An internal recharge has no tax invoice."))
    if document.currency != "KRW":
        raise NotForTheTaxOffice(Text(
            ko="원화가 아닌 청구서는 원화로 환산해 따로 발급해야 합니다.", en="A bill in another currency has to be converted and issued apart.",
        ))
    for party, whose in ((document.issuer, Text(ko="공급자", en="issuer")), (document.payer, Text(ko="공급받는 자", en="payer"))):
        if not registered(party.registration):
            raise NotForTheTaxOffice(Text(
                ko="{whose}의 사업자등록번호 {said:이가} 올바르지 않습니다. 열 자리와 검증 숫자를 확인하십시오.",
                en="The {whose}'s registration number {said} is not one: check its ten digits.",
            ).fill({"whose": whose, "said": party.registration or "–"}))


def registered(said: str) -> bool:
    """Whether ten digits are a Korean business registration number: the last digit checks the nine before it."""
    digits = [int(c) for c in said if c.isdigit()]
    if len(digits) != 10:
        return False
    weighed = sum(d * w for d, w in zip(digits, (1, 3, 7, 1, 3, 7, 1, 3, 5), strict=False)) + digits[8] * 5 // 10
    return (10 - weighed % 10) % 10 == digits[9]


def _items(lines: Sequence[DocumentLine]) -> tuple[Item, ...]:
    """Every line, or the first three and the rest added up."""
    shown = lines if len(lines) <= MOST_ITEMS else lines[: MOST_ITEMS - 1]
    made = [
        Item(line.last, line.label.ko, f"{line.quantity.normalize():f} {line.unit}", line.net, line.tax, _equipment(line))
        for line in shown
    ]
    if rest := lines[len(shown) :]:
        name = f"{rest[0].label.ko} 외 {len(rest) - 1}건" if len(rest) > 1 else rest[0].label.ko
        made.append(Item(max(line.last for line in rest), name, "", sum(line.net for line in rest), sum(line.tax for line in rest)))
    return tuple(made)


def _equipment(line: DocumentLine) -> str:
    """The national equipment centre's number and the use mode, which research funds ask for on every item."""
    return " ".join(filter(None, (line.nfec, MODES.get(line.use_mode, line.use_mode) if line.nfec else "")))


def _remark(document: Document, lines: Sequence[DocumentLine]) -> str:
    """The bill's number, and the grants whose money it is."""
    grants = sorted({line.project.reference for line in lines if line.project and line.project.reference})
    return " ".join((document.number, document.purchase_order, *grants)).replace("  ", " ").strip()[:150]


HEAD = (
    "종류", "작성일자", "공급자 등록번호", "공급자 종사업장번호", "공급자 상호", "공급자 성명", "공급자 사업장주소", "공급자 업태", "공급자 종목",
    "공급자 이메일", "공급받는자 등록번호", "공급받는자 종사업장번호", "공급받는자 상호", "공급받는자 성명", "공급받는자 사업장주소",
    "공급받는자 업태", "공급받는자 종목", "공급받는자 이메일1", "공급받는자 이메일2", "공급가액", "세액", "비고",
    *(f"{name}{n}" for n in range(1, MOST_ITEMS + 1) for name in ("일자", "품목", "규격", "수량", "단가", "공급가액", "세액", "품목비고")),
    "현금", "수표", "어음", "외상미수금", "영수/청구",
)  # fmt: skip
"""Columns of the bulk upload as we know them. The form changes now and then: compare it before the first upload."""


def sheet(invoices: Sequence[TaxInvoice]) -> list[tuple[str | int, ...]]:
    """Rows under `HEAD`, for the bulk upload. Corrections are not uploaded in bulk: they are entered with their original."""
    return [_row(one) for one in invoices if not one.modification]


def _row(one: TaxInvoice) -> tuple[str | int, ...]:
    items = list[str | int]()
    for item in one.items:
        items += [f"{item.day:%d}", item.name, item.specification, "", "", item.supply, item.tax, item.remark]
    items += [""] * (8 * MOST_ITEMS - len(items))
    total = one.supply + one.tax
    paid: tuple[str | int, ...] = (total, "", "", "", "01") if one.received else ("", "", "", total, "02")
    return (
        one.kind, f"{one.written_on:%Y%m%d}", *_party(one.supplier), one.supplier.email, *_party(one.buyer), one.buyer.email, "",
        one.supply, one.tax, one.remark, *items, *paid,
    )


def _party(party: Party) -> tuple[str, ...]:
    digits = "".join(c for c in party.registration if c.isdigit())
    return digits, "", party.name.ko, party.representative, party.address, party.business_type, party.business_item
