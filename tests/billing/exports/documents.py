"""Bills to export: one with everything in it, and what corrects it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from squaremile.billing.policies.document import (
    Correction,
    Document,
    DocumentLine,
    Party,
    Prepaid,
    Project,
    TaxTotal,
)
from squaremile.billing.policies.reasons import Reason
from squaremile.kernel.words import Text

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
WHY = (Reason("rate", "lab v2", Text(ko="2시간 × 45,000원 = 90,000원", en="2 h × ₩45,000 = ₩90,000")),)


def both(ko, en):
    return Text(ko=ko, en=en)


ISSUER = Party(
    "OPEN-LAB", both("전북 오픈랩", "Jeonbuk Open Lab"), "124-81-00998", "김운영", "전주시 덕진구 반룡로 1", "서비스", "연구시설 대여",
    "billing@lab.example", endpoint="8800000000015", endpoint_scheme="0088", account_number="301-0000-0000-01",
)
PAYER = Party("ORG-A", both("새싹 바이오", "Saessak Bio"), "220-81-62517", "이대표", "전주시 완산구 1", "제조", "의약품", "ap@saessak.example",
              endpoint="8800000000022", endpoint_scheme="0088")
GRANT = Project("P-1", both("이중항체 과제", "Bispecifics"), "RS-2026-0001")
TAXED, FREE = ("taxable", Decimal(10)), ("exempt", Decimal(0))


def line(number, kind, net, tax=0, kind_of_tax=TAXED, **more):
    category, percent = kind_of_tax
    usual = {
        "code": kind, "label": both("세포분석기", "Cell analyser"), "first": FIRST, "last": LAST, "quantity": Decimal("3"), "unit": "hour",
        "reasons": WHY, "card": "lab v2",
    }
    return DocumentLine(
        number=number, kind=kind, net=net, tax=tax, gross=net + tax, tax_category=category, tax_percent=percent, **{**usual, **more},
    )


def invoice(lines=None, *, currency="KRW", rounding=0, **more):
    """An invoice over the lines: taxes are added up from them."""
    lines = lines or usual_lines()
    kinds = {}
    for one in lines:
        base, amount = kinds.get((one.tax_category, one.tax_percent), (0, 0))
        kinds[one.tax_category, one.tax_percent] = base + one.net, amount + one.tax
    net, tax = sum(one.net for one in lines), sum(one.tax for one in lines)
    prepaid = more.get("prepaid", ())
    return Document(**{
        "number": "OPEN-LAB-2026-0007", "kind": "invoice", "settlement": "invoice", "currency": currency, "issuer": ISSUER, "payer": PAYER,
        "issued_on": date(2026, 12, 3), "due_on": date(2026, 12, 31), "first": FIRST, "last": LAST, "lines": tuple(lines),
        "taxes": tuple(TaxTotal(*kind, *sums) for kind, sums in kinds.items()), "net": net, "tax": tax, "gross": net + tax,
        "rounding": rounding, "payable": net + tax - sum(p.amount for p in prepaid) + rounding, "buyer_reference": "ORG-A", **more,
    })  # fmt: skip


def usual_lines():
    return [
        line(1, "use", 135000, 13500, unit_price=Decimal(45000), nfec="NFEC-2020-01-261234", use_mode="self", project=GRANT, subject="CYTO"),
        line(2, "use", 77777, 7778, quantity=Decimal("97.25"), unit="minute"),
        line(3, "late", 1000, 100, first=date(2026, 10, 3), last=date(2026, 10, 3), quantity=Decimal(1), unit="run"),
        line(4, "rent", 1750000, 175000, unit="bench_day", quantity=Decimal(30), label=both("벤치 임대", "Bench")),
        line(5, "membership", 50000, 0, FREE, label=both("교육", "Training"), quantity=Decimal(1), unit="piece"),
        line(6, "voucher", -500000, -50000, label=both("전북 테크노파크 지원", "Technopark subsidy"), quantity=Decimal(1), unit="piece"),
        line(7, "adjustment", -3000, -300, label=both("정전 보상", "Outage credit"), quantity=Decimal(1), unit="piece"),
    ]


def whole():
    """An invoice with everything: allowance, exempt and late lines, a wallet, rounding."""
    return invoice(prepaid=(Prepaid("W", both("선불", "Prepaid"), 100000),), rounding=-5, note="11월 이용분", purchase_order="PO-77")


def credit_note(reason="value_change", of=None):
    """What takes back the whole of an invoice."""
    of = of or whole()
    return replace(
        of, number="OPEN-LAB-2026-0008", kind="credit_note", prepaid=(), rounding=0, net=-of.net, tax=-of.tax, gross=-of.gross,
        payable=-of.gross, taxes=tuple(replace(t, base=-t.base, amount=-t.amount) for t in of.taxes),
        lines=tuple(replace(x, net=-x.net, tax=-x.tax, gross=-x.gross) for x in of.lines),
        corrects=Correction(of.number, of.issued_on, reason, "정전", "2026120341000000abcdefgh"),
    )
