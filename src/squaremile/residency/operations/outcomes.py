"""Outcomes: entered, corrected, withdrawn. Nothing is ever changed: a later entry takes an earlier one's place."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import MINOR_DIGITS, Money
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import OutcomeEntry
from squaremile.residency.operations.companies import owned
from squaremile.residency.policies.outcomes import KINDS, OF_NOBODY, lacking
from squaremile.residency.reads.days import today
from squaremile.residency.words import companies as company_words
from squaremile.residency.words import outcomes as words

SOUND = (
    words.KIND_UNKNOWN, words.OUTCOME_UNFIT, words.OUTCOME_LATER, words.VERIFIED_BY_STAFF, company_words.COMPANY_UNKNOWN,
)  # fmt: skip
KEPT = {
    "outcome_verified_by_evidence": words.VERIFIED_NEEDS_EVIDENCE, "outcome_evidence_fits": words.EVIDENCE_UNFIT,
    "outcome_evidence_its_own": words.EVIDENCE_NOT_ITS_OWN,
}  # fmt: skip
CORRECTED = {"residency_outcome_entry_corrects_id_key": words.OUTCOME_CORRECTED}
FIELDS = {
    "amount": Text(ko="금액", en="an amount"), "currency": Text(ko="통화", en="a currency"),
    "source": Text(ko="자금원", en="a source"), "count": Text(ko="알맞은 수", en="a fitting count"),
    "of": Text(ko="전체 수", en="the whole it is out of"), "date": Text(ko="날짜만", en="a date and no more"),
    "round": Text(ko="라운드", en="a round of the list"), "company": Text(ko="기업", en="a company"),
    "no_company": Text(ko="기업 없이 적은 지역 값", en="the region's value, without a company"),
}  # fmt: skip


@operation(
    "residency.record_outcome", ko="성과 적기", en="Record an outcome", may=rules.tell_outcomes, refuses=SOUND,
    constraints=KEPT,
)
def record_outcome(
    *, kind: str, happened_on: date, company: str = "", money: Decimal | None = None, currency: str = "",
    counted: int | None = None, out_of: int | None = None, funding_round: str = "", funding_source: str = "",
    evidence_url: str = "", file: UUID | None = None, note_text: str = "", verified: bool = False, may_publish: bool = False,
) -> OutcomeEntry:
    """What happened to a company, on which day, and where it is known from; without a company, what its region raised."""
    asking = require()
    _staff_alone(verified)
    if kind in OF_NOBODY and not rules.keep_outcomes(asking):
        raise Missing(company_words.COMPANY_UNKNOWN)
    whose = owned(company).id if company else None
    said = _said(
        kind, happened_on, whose, money, currency, counted, out_of, funding_round, funding_source, evidence_url,
        file, note_text, verified, may_publish,
    )
    return kept(origin="import" if asking.system == "import" else "entered", **said)


@operation(
    "residency.correct_outcome", ko="성과 고쳐 적기", en="Correct an outcome", may=rules.tell_outcomes,
    refuses=(*SOUND, words.OUTCOME_UNKNOWN), constraints={**KEPT, **CORRECTED},
)
def correct_outcome(
    *, outcome_entry: str, happened_on: date, money: Decimal | None = None, currency: str = "", counted: int | None = None,
    out_of: int | None = None, funding_round: str = "", funding_source: str = "", evidence_url: str = "",
    file: UUID | None = None, note_text: str = "", verified: bool = False, may_publish: bool = False,
) -> OutcomeEntry:
    """A new entry takes the place of one; both stay readable. Staff verify by correcting, when they have seen the evidence."""
    _staff_alone(verified)
    before = _standing(outcome_entry)
    said = _said(
        before.kind, happened_on, before.company_id, money, currency, counted, out_of, funding_round, funding_source,
        evidence_url, file, note_text, verified, may_publish,
    )
    return kept(origin="entered", corrects=before, survey_id=before.survey_id, **said)


@operation(
    "residency.withdraw_outcome", ko="성과 거두기", en="Withdraw an outcome", may=rules.tell_outcomes,
    refuses=(words.OUTCOME_UNKNOWN,), constraints=CORRECTED,
)
def withdraw_outcome(*, outcome_entry: str, reason: str) -> OutcomeEntry:
    """Say that it did not happen. The entry and its withdrawal stay readable; figures leave both out."""
    before = _standing(outcome_entry)
    return kept(
        origin="entered", corrects=before, withdrawn=True, survey_id=before.survey_id, kind=before.kind, happened_on=before.happened_on,
        company_id=before.company_id, note=reason.strip()[:300], confidence="self_reported",
    )


def kept(*, origin: str, **said: Any) -> OutcomeEntry:
    """The entry, inside another operation. What it says must be sound already."""
    made = OutcomeEntry(
        code=short_code("OE"), origin=origin, definition=KINDS[said["kind"]].version, entered_at=clock.now(),
        entered_by=require().actor, **said,
    )
    OutcomeEntry.objects.bulk_create([made])
    note(subject=made, organisation=made.company_id, kind=made.kind, on=made.happened_on.isoformat())
    return made


def _said(
    kind: str, on: date, company: UUID | None, amount: Decimal | None, currency: str, count: int | None, of: int | None,
    round_: str, source: str, url: str, file: UUID | None, text: str, verified: bool, may_publish: bool,
) -> dict[str, Any]:
    if kind not in KINDS:
        raise Invalid(words.KIND_UNKNOWN)
    if on > today():
        raise Invalid(words.OUTCOME_LATER)
    money = currency.strip().upper()
    minor = Money.rounded(amount, money).minor if amount is not None and money in MINOR_DIGITS else None
    lacks = lacking(kind, amount=minor, currency=money, count=count, of=of, source=source)
    if (money or amount is not None) and money not in MINOR_DIGITS:
        lacks = "currency"
    if source not in ("", *words.SOURCES):
        lacks = "source"
    if round_ not in ("", *words.ROUNDS):
        lacks = "round"
    if (company is None) != (kind in OF_NOBODY):
        lacks = "no_company" if kind in OF_NOBODY else "company"
    if lacks:
        raise Invalid(words.OUTCOME_UNFIT, {"kind": words.KINDS[kind], "wanted": FIELDS[lacks]})
    return {
        "kind": kind, "happened_on": on, "company_id": company, "amount_minor": minor, "currency": money, "count": count,
        "of": of, "round": round_, "source": source, "evidence_url": url.strip(), "evidence_file_id": file,
        "note": text.strip()[:300], "confidence": "verified" if verified else "self_reported", "may_publish": may_publish,
    }


def _staff_alone(verified: bool) -> None:
    if verified and not rules.keep_outcomes(require()):
        raise Refused(words.VERIFIED_BY_STAFF)


def _standing(code: str) -> OutcomeEntry:
    """An entry the asker keeps, her own or any for staff. What one may not see is Missing."""
    asking, found = require(), OutcomeEntry.objects.filter(code=code).first()
    if found is None or not (rules.keep_outcomes(asking) or found.company_id in asking.organisations):
        raise Missing(words.OUTCOME_UNKNOWN)
    return found
