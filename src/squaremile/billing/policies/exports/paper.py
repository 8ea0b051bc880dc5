"""A bill on paper: what is printed, as plain strings of one language."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from squaremile.billing.policies.corrections import REASONS
from squaremile.billing.policies.document import Document, DocumentLine, Party
from squaremile.billing.policies.reasons import Reason, money, unit
from squaremile.kernel.words import Text

TITLES = {"invoice": Text(ko="청구서", en="Invoice"), "credit_note": Text(ko="정정 청구서(감액)", en="Credit note")}
RECHARGE = Text(ko="내부 정산서", en="Internal recharge")
RULE = Text(
    ko="각 금액은 아래 순서대로 계산했습니다. 요금표의 판과 사용 기록은 정산 화면에서 한 건씩 열어 볼 수 있습니다.",
    en="Each amount was worked out in the order below. The rate card's version and every use can be opened one by one on the statement.",
)
MODES = {"self": Text(ko="자체 이용", en="own use"), "requested": Text(ko="의뢰 분석", en="on request")}
CATEGORIES = {"taxable": Text(ko="과세", en="taxable"), "zero": Text(ko="영세율", en="zero-rated"), "exempt": Text(ko="면세", en="exempt")}


def printed(document: Document, language: str) -> dict[str, Any]:
    """What the template prints. `language` is ko or en."""

    def say(ko: str, en: str) -> str:
        return Text(ko=ko, en=en).say(language)

    title = RECHARGE if document.settlement == "recharge" and document.kind == "invoice" else TITLES[document.kind]
    facts = [
        [say("이용 기간", "Period"), f"{document.first} – {document.last}"], [say("지급 기한", "Due"), str(document.due_on)],
        *([[say("발주번호", "Purchase order"), document.purchase_order]] if document.purchase_order else []),
        *([[say("구매자 참조", "Buyer reference"), document.buyer_reference]] if document.buyer_reference else []),
    ]
    account = document.issuer.account_number
    return {
        "title": title.say(language), "number": document.number, "issued": f"{say('발행일', 'Issued')} {document.issued_on}",
        "issuer": _party(document.issuer, language), "payer": _party(document.payer, language), "facts": facts,
        "corrects": _corrects(document).say(language), "lines": [_line(document, line, language) for line in document.lines],
        "sums": _sums(document, language), "payable": [_payable(document).say(language), amount(document, abs(document.payable))],
        "pay": say(f"입금 계좌 {account}", f"Pay to {account}") if account and document.payable > 0 else "",
        "note": document.note, "rule": RULE.say(language),
        "taxes": _said([
            *document.tax_reasons, *(r for paid in document.prepaid for r in paid.reasons),
            *((document.rounding_reason,) if document.rounding_reason else ()),
        ], language),
    }


def _payable(document: Document) -> Text:
    return Text(ko="돌려드릴 금액", en="Credited to you") if document.payable < 0 else Text(ko="내실 금액", en="To pay")


def amount(document: Document, minor: int) -> str:
    return money(Fraction(minor, 10**document.digits), document.currency)


def _party(party: Party, language: str) -> dict[str, Any]:
    trade = " / ".join(filter(None, (party.business_type, party.business_item)))
    numbers = (
        (Text(ko="등록번호", en="Reg. no."), party.registration), (Text(ko="법인등록번호", en="Company no."), party.legal_id),
        (Text(ko="부가세 번호", en="VAT no."), party.vat_id), (Text(ko="대표자", en="Represented by"), party.representative),
    )
    said = (*(f"{label.say(language)} {value}" for label, value in numbers if value), party.address, trade, party.email)
    return {"name": party.name.say(language), "lines": [one for one in said if one]}


def _corrects(document: Document) -> Text:
    if document.corrects:
        return Text(ko="{number}({day} 발행)을 정정합니다. 사유: {why}", en="Corrects {number} of {day}: {why}.").fill({
            "number": document.corrects.number, "day": str(document.corrects.issued_on), "why": REASONS[document.corrects.reason].label,
        })
    if document.replaces:
        return Text(ko="{number:을를} 대신합니다.", en="In place of {number}.").fill({"number": document.replaces})
    return Text(ko="", en="")


def _line(document: Document, line: DocumentLine, language: str) -> dict[str, Any]:
    whole = (line.first, line.last) == (document.first, document.last)
    more = (
        "" if whole else f"{line.first} – {line.last}" if line.first != line.last else str(line.first), line.subject,
        line.project.name.say(language) if line.project else "", f"NFEC {line.nfec}" if line.nfec else "",
        MODES[line.use_mode].say(language) if line.nfec and line.use_mode in MODES else "", CATEGORIES[line.tax_category].say(language),
    )
    return {
        "number": str(line.number), "label": line.label.say(language), "more": " · ".join(one for one in more if one),
        "quantity": f"{_plain(line.quantity)} {unit(line.unit).say(language)}".strip(), "net": amount(document, line.net),
        "tax": amount(document, line.tax), "gross": amount(document, line.gross), "card": line.card,
        "reasons": _said(line.reasons, language),
    }


def _sums(document: Document, language: str) -> list[list[str]]:
    def row(ko: str, en: str, minor: int) -> list[str]:
        return [Text(ko=ko, en=en).say(language), amount(document, minor)]

    taxes = [
        row(f"{CATEGORIES[t.category].ko} {_plain(t.percent)} %", f"{CATEGORIES[t.category].en} {_plain(t.percent)} %", t.amount)
        for t in document.taxes
    ]
    paid = [[p.label.say(language), amount(document, -p.amount)] for p in document.prepaid]
    rounding = [row("단수 조정", "Rounding", document.rounding)] if document.rounding else []
    return [row("공급가액", "Net", document.net), *taxes, row("합계", "Total", document.gross), *paid, *rounding]


def _said(reasons: Sequence[Reason], language: str) -> list[str]:
    return [reason.text.say(language) for reason in reasons]


def _plain(number: Decimal) -> str:
    return f"{number.normalize():,f}"
