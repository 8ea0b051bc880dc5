"""What is promised in an agreement, and dated entries of what came of it."""

from datetime import date
from decimal import Decimal

from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import AgreementPaper, Commitment, CommitmentEntry
from squaremile.network.operations.agreement_parties import party_of
from squaremile.network.operations.agreements import OFFICERS, kept, officer_of
from squaremile.network.policies.agreements import ENDED
from squaremile.network.policies.promises import WITH_EVIDENCE
from squaremile.network.reads.days import today
from squaremile.network.words import agreements as words

BY_PARTIES = ("started", "reported")


@operation(
    "network.add_commitment", ko="약속 적기", en="Add a commitment", may=rules.liaise,
    refuses=(
        words.AGREEMENT_UNKNOWN, words.AGREEMENT_OVER, words.PARTY_UNKNOWN, words.AMOUNT_UNSOUND, *OFFICERS,
    ),
    constraints={
        "commitment_said": words.TITLE_NEEDED, "commitment_amount_sound": words.AMOUNT_UNSOUND,
        "commitment_kind_known": BAD_INPUT, "commitment_unit_known": BAD_INPUT,
    },
)
def add_commitment(
    *, agreement: str, party: str, commitment_kind: str, amount: Decimal, amount_unit: str, due_on: date,
    what_ko: str = "", what_en: str = "", officer: str = "",
) -> Commitment:
    """Write a measurable clause: how much of what, by when, who owes it. It stays as it was written."""
    found = kept(agreement)
    if found.state in ENDED:
        raise Refused(words.AGREEMENT_OVER)
    owner = party_of(found, party)
    _sound(amount, least=Decimal(1))
    made = Commitment.objects.create(
        code=short_code("CM"), agreement=found, party=owner, kind=commitment_kind, what_ko=what_ko.strip(),
        what_en=what_en.strip(), amount=amount, unit=amount_unit, due_on=due_on, recorded_at=clock.now(),
        officer_id=officer_of(officer) if officer else found.officer_id,
    )
    note(subject=made, agreement=found.code)
    return made


@operation(
    "network.record_commitment", ko="약속 이행 적기", en="Record what came of a commitment", may=rules.report_promise,
    refuses=(
        words.COMMITMENT_UNKNOWN, words.NOT_SIGNED, words.CONFIRMED_BY_STAFF, words.AMOUNT_UNSOUND, words.DAY_TOO_LATE,
        words.DAY_TOO_EARLY, words.EVIDENCE_NEEDED, words.REASON_NEEDED, words.PAPER_UNKNOWN, words.ENTRY_UNKNOWN,
    ),
    constraints={
        "entry_state_known": BAD_INPUT, "entry_evidenced": words.EVIDENCE_NEEDED, "entry_explained": words.REASON_NEEDED,
        "entry_superseded_once": words.ENTRY_CORRECTED, "entry_amount_sound": words.AMOUNT_UNSOUND,
    },
)
def record_commitment(
    *, commitment: str, entry_state: str, happened_on: date, amount: Decimal, evidence_url: str = "",
    paper: str = "", confirmed_by: str = "", reason: str = "", supersedes: str = "",
) -> CommitmentEntry:
    """Add a dated entry with the amount so far. Entries stay: a correction names the entry that it `supersedes`.

    A party's own admin records starts and reports; what arrived or ended is confirmed by liaison staff, with evidence.
    """
    found = Commitment.objects.select_related("agreement", "party").filter(code=commitment).first()
    if found is None:
        raise Missing(words.COMMITMENT_UNKNOWN)
    asking = require()
    own = found.party.organisation_id in asking.organisations
    if not rules.liaise(asking) and (entry_state not in BY_PARTIES or supersedes or not own):
        raise Refused(words.CONFIRMED_BY_STAFF)
    _at_a_time(found, happened_on)
    _sound(amount, least=Decimal(0))
    evidence = _paper(found, paper)
    if entry_state in WITH_EVIDENCE and not (confirmed_by.strip() and (evidence_url or evidence)):
        raise Invalid(words.EVIDENCE_NEEDED)
    if (entry_state in ("lapsed", "withdrawn") or supersedes) and not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    made = CommitmentEntry.objects.create(
        code=short_code("EN"), commitment=found, state=entry_state, happened_on=happened_on, amount=amount,
        evidence_url=evidence_url, paper=evidence, confirmed_by=confirmed_by.strip(), reason=reason.strip(),
        supersedes=_corrected(found, supersedes), recorded_at=clock.now(), recorded_by_id=asking.actor,
    )
    note(subject=made, commitment=found.code, state=entry_state)
    return made


def _sound(amount: Decimal, *, least: Decimal) -> None:
    if not least <= amount < Decimal(10) ** 18 or amount != amount.to_integral_value():
        raise Invalid(words.AMOUNT_UNSOUND)


def _at_a_time(found: Commitment, day: date) -> None:
    signed = found.agreement.signed_on
    if signed is None:
        raise Refused(words.NOT_SIGNED)
    if day > today():
        raise Invalid(words.DAY_TOO_LATE)
    if day < signed:
        raise Invalid(words.DAY_TOO_EARLY, {"before": signed.isoformat()})


def _paper(found: Commitment, code: str) -> AgreementPaper | None:
    if not code:
        return None
    paper = AgreementPaper.objects.filter(agreement=found.agreement, code=code).first()
    if paper is None:
        raise Missing(words.PAPER_UNKNOWN)
    return paper


def _corrected(found: Commitment, code: str) -> CommitmentEntry | None:
    if not code:
        return None
    entry = CommitmentEntry.objects.filter(commitment=found, code=code).first()
    if entry is None:
        raise Missing(words.ENTRY_UNKNOWN)
    return entry
