"""A receipt for a payment as a PDF: the same payment gives the same bytes, until it is matched further."""

from datetime import UTC, datetime, time
from typing import Any

from squaremile.billing.models import Payment
from squaremile.billing.reads.rating import said
from squaremile.billing.words import money as words
from squaremile.core import documents
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both

TEMPLATE = documents.PACKAGE / "billing" / "documents" / "receipt.typ"


def pdf(code: str, language: str) -> bytes:
    """In Korean or English. Raises Missing for what one may not see."""
    found = Payment.objects.select_related("account__issuer", "organisation").filter(code=code).first()
    if found is None:
        raise Missing(words.PAYMENT_UNKNOWN)
    made_at = datetime.combine(found.paid_on, time(), UTC)
    return documents.pdf(TEMPLATE, _printed(found, language), language=language, made_at=made_at)


def _printed(found: Payment, language: str) -> dict[str, Any]:
    def say(ko: str, en: str) -> str:
        return Text(ko=ko, en=en).say(language)

    account, issuer = found.account, found.account.issuer
    matches = list(found.matches.select_related("invoice").order_by("at", "invoice__code"))
    rest = found.amount - sum(m.amount for m in matches)
    registered = account.registration and f"{say('등록번호', 'Reg. no.')} {account.registration}"
    return {
        "title": say("영수증", "Receipt"), "number": found.code,
        "issuer": {"name": both(issuer.name_ko, issuer.name_en).say(language), "lines": _lines(
            issuer.registration and f"{say('등록번호', 'Reg. no.')} {issuer.registration}", issuer.representative, issuer.address, issuer.contact,
        )},
        "payer": {"name": both(found.organisation.name_ko, found.organisation.name_en).say(language), "lines": _lines(
            registered, account.representative, account.address,
        )},
        "facts": [
            [say("입금일", "Paid on"), str(found.paid_on)], [say("은행 적요", "Reference"), found.reference or "–"],
            [say("청구 계정", "Account"), account.code],
        ],
        "lines": [
            *([m.invoice.code, str(m.invoice.issued_on), said(m.amount, issuer.currency)] for m in matches),
            *([[say("맞출 청구서가 없어 계정에 남음", "Left to the payer's credit"), "", said(rest, issuer.currency)]] if rest else []),
        ],
        "amount": said(found.amount, issuer.currency),
        "says": say("위 금액을 영수합니다.", "Received with thanks."),
    }


def _lines(*said_: str) -> list[str]:
    return [one for one in said_ if one]
