"""What sponsors' vouchers paid, for finance's programs. Amounts are minor units, before tax."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import BaseModel, Field

from squaremile.api import pages
from squaremile.api.answers import Page, Sentence, answered
from squaremile.api.v1.door import router
from squaremile.billing import rules
from squaremile.billing.reads import claims, months, sponsored
from squaremile.core.asked.types import Day, text
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require

if TYPE_CHECKING:
    Sponsor = str
else:
    Sponsor = Annotated[text(120), Query("", description="As the vouchers name who pays; empty: everybody")]


class ClaimRow(BaseModel):
    """A voucher on a document; below nought where a credit note gave it back."""

    sponsor: str
    organisation: str = Field(examples=["HANBIT"])
    voucher: str
    month: date
    document: str = Field(examples=["JB-2026-000184"])
    issued_on: date
    currency: str
    amount: int
    rest: int | None = Field(description="Left of the voucher's limit after this document; null without a limit")


@router.get("/billing/sponsor-claims", response=Page[ClaimRow], summary="What sponsors pay · 후원자별 지급 내역", tags=["billing"],
            operation_id="billing_sponsor_claims")
def list_claims(
    request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor, first: Day, last: Day, sponsor: Sponsor,
    by: Literal["billed", "issued"] = "billed",
) -> HttpResponse:
    """From the month of `first` to that of `last`, by the month `billed` or the day on which the document was `issued`."""
    if not rules.see_money(require()):
        raise Forbidden(NOT_ALLOWED)
    after = pages.given(cursor, str, str)
    rows = sorted(
        claims.claims(months.first_of(first), months.first_of(last), sponsor=sponsor, by=by), key=lambda one: (one.document, one.voucher)
    )
    found = [one for one in rows if after is None or (one.document, one.voucher) > after][: limit + 1]
    return answered(pages.page(found, limit, _row, lambda one: pages.kept(one.document, one.voucher)).model_dump_json())


def _row(one: claims.Claim) -> ClaimRow:
    return ClaimRow(
        sponsor=one.sponsor, organisation=one.company_code, voucher=one.voucher, month=one.month, document=one.document,
        issued_on=one.issued_on, currency=one.amount.currency, amount=one.amount.minor, rest=one.rest.minor if one.rest else None,
    )


class SponsoredRow(BaseModel):
    """What a voucher took in a month, corrections taken off."""

    sponsor: Sentence
    voucher: str
    company: Sentence
    month: date
    currency: str
    amount: int


@router.get("/billing/sponsored", response=Page[SponsoredRow], summary="What our vouchers took · 우리가 후원한 바우처의 지급 내역", tags=["billing"],
            operation_id="billing_sponsored")
def list_sponsored(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Of the vouchers that the asker's own organisation pays for, by voucher and month; before tax. What it was for is not told."""
    if not rules.see_sponsored(require()):
        raise Forbidden(NOT_ALLOWED)
    after = pages.given(cursor, str, str)
    rows = sorted(sponsored.taken(), key=_place)
    found = [one for one in rows if after is None or _place(one) > after][: limit + 1]
    return answered(pages.page(found, limit, _taken, lambda one: pages.kept(*_place(one))).model_dump_json())


def _place(one: sponsored.Taken) -> tuple[str, str]:
    return one.voucher, one.month.isoformat()


def _taken(one: sponsored.Taken) -> SponsoredRow:
    return SponsoredRow(
        sponsor=Sentence(ko=one.sponsor.ko, en=one.sponsor.en), voucher=one.voucher, company=Sentence(ko=one.company.ko, en=one.company.en),
        month=one.month, currency=one.amount.currency, amount=one.amount.minor,
    )
