"""Over the API: agreements, commitments and KPIs."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from squaremile.api.answers import Answer, Coded
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.network import operations as network

Quantity = Annotated[
    Decimal,
    BeforeValidator(lambda v: str(v) if isinstance(v, int | str | Decimal) and not isinstance(v, bool) else "not one"),
    Field(max_digits=20, decimal_places=2, ge=0),
]
"""Promised amounts are larger than those of usage: ₩10 trillion has fourteen digits."""


class AgreementKept(Coded):
    """An agreement as it was written."""

    code: str = Field(examples=["AG-7K3M9QXA"])
    type: str
    title_ko: str
    title_en: str
    state: str
    signed_on: date | None
    effective_on: date | None
    ends_on: date | None


class AgreementPartyKept(Coded):
    """A party of an agreement."""

    name_ko: str
    name_en: str
    role: str


class SignatoryKept(Answer):
    """Somebody who signs."""

    name_ko: str
    name_en: str
    signed_on: date | None


class PaperKept(Coded):
    """A file, known by its SHA-256."""

    name: str
    language: str
    prevails: bool
    sha256: str


class AgreementCheckKept(Answer):
    """What was found."""

    item: str
    result: str
    checked_on: date


class SummaryKept(Coded):
    """What everybody may read now."""

    title_ko: str
    title_en: str
    says_ko: str
    says_en: str


class CommitmentKept(Coded):
    """A measurable clause."""

    kind: str
    amount: Decimal
    unit: str
    due_on: date


class AgreementEntryKept(Coded):
    """A dated entry."""

    state: str
    amount: Decimal
    happened_on: date
    recorded_at: datetime


class DueAnswered(Answer):
    """That something due was answered."""

    clock: str
    anchor: date
    number: int
    answered_on: date


class ClockKept(Answer):
    """How many days a clock counts."""

    clock: str
    days: int


class Published(Answer):
    """That the figures are public."""

    as_of: date | None
    published_at: datetime | None

    @classmethod
    def of(cls, found: Any, asked: Any) -> "Published":
        """Nothing to publish leaves both empty."""
        return cls(as_of=getattr(found, "as_of", None), published_at=getattr(found, "published_at", None))


_ONE = "/network/agreements/{code}"
ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/network/agreements", network.draft_agreement, AgreementKept, status=201),
    Endpoint(PATCH, _ONE, network.edit_agreement, AgreementKept, code="agreement"),
    Endpoint(POST, f"{_ONE}/parties", network.add_party, AgreementPartyKept, code="agreement", status=201),
    Endpoint(POST, f"{_ONE}/parties/{{party}}/remove", network.remove_party, AgreementKept, code="agreement"),
    Endpoint(
        POST, f"{_ONE}/parties/{{party}}/signatories", network.add_signatory, SignatoryKept, code="agreement", status=201
    ),
    Endpoint(POST, f"{_ONE}/papers", network.add_paper, PaperKept, code="agreement", status=201),
    Endpoint(POST, f"{_ONE}/checks", network.record_check, AgreementCheckKept, code="agreement", status=201),
    Endpoint(POST, f"{_ONE}/steps", network.advance_agreement, AgreementKept, code="agreement"),
    Endpoint(POST, f"{_ONE}/renew", network.renew_agreement, AgreementKept, code="agreement"),
    Endpoint(POST, f"{_ONE}/notice", network.give_notice, AgreementKept, code="agreement"),
    Endpoint(POST, f"{_ONE}/end", network.end_agreement, AgreementKept, code="agreement"),
    Endpoint(POST, f"{_ONE}/publish", network.publish_agreement, SummaryKept, code="agreement"),
    Endpoint(POST, f"{_ONE}/unpublish", network.unpublish_agreement, AgreementKept, code="agreement"),
    Endpoint(POST, f"{_ONE}/answers", network.answer_clock, DueAnswered, code="agreement", status=201),
    Endpoint(
        POST, f"{_ONE}/commitments", network.add_commitment, CommitmentKept, code="agreement", status=201,
        fields={"amount": Quantity},
    ),
    Endpoint(
        POST, "/network/commitments/{commitment}/entries", network.record_commitment, AgreementEntryKept, status=201,
        fields={"amount": Quantity},
    ),
    Endpoint(POST, "/network/clocks/{code}", network.set_clock, ClockKept, code="clock_name"),
    Endpoint(POST, "/network/figures", network.publish_figures, Published, status=201),
)
