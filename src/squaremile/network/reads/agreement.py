"""One agreement: parties, papers, checks, commitments with evidence, clocks, family and history."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from squaremile.core import shelf
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.network.models import (
    Agreement,
    AgreementCheck,
    AgreementPaper,
    AgreementParty,
    AgreementSummary,
    AgreementTransition,
    Commitment,
    CommitmentEntry,
    Signatory,
)
from squaremile.network.policies import agreements as rules
from squaremile.network.policies.promises import Definition, Entry, Promise, share
from squaremile.network.reads.agreement_dues import DueRow, dues
from squaremile.network.reads.agreement_renewals import TermRow, terms
from squaremile.network.reads.days import today
from squaremile.network.words import agreements as words


@dataclass(frozen=True, slots=True)
class SignatoryRow:
    name: Text
    role: Text
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class PartyRow:
    code: str
    name: Text
    role: Text
    partner: str
    organisation: UUID | None
    signatories: tuple[SignatoryRow, ...]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """`language` is empty for evidence."""

    code: str
    language: str
    prevails: bool
    name: str
    size: int
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CheckRow:
    """`result` is None where nobody has looked yet."""

    item: str
    label: Text
    result: str | None
    result_label: Text | None
    says: str
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """`corrected`: a newer entry stands in its place."""

    code: str
    state: str
    label: Text
    look: str
    happened_on: date
    amount: Decimal
    evidence_url: str
    paper: str
    confirmed_by: str
    reason: str
    recorded_at: datetime
    corrected: bool


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A promise with its entries, the newest first. `own_of` is the company that promised it."""

    code: str
    what: Text
    kind: Text
    unit: str
    amount: Decimal
    due_on: date
    party: Text
    own_of: UUID | None
    state: str
    state_label: Text
    look: str
    reported: Decimal
    arrived: Decimal
    entries: tuple[EntryRow, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    before: str
    after: Text
    happened_on: date
    at: datetime
    reason: str
    lesson: Text
    actor: UUID | None


@dataclass(frozen=True, slots=True)
class RelativeRow:
    """One of the family tree; `depth` from the root."""

    code: str
    title: Text
    type: Text
    state: Text
    look: str
    relation: Text | None
    depth: int


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """Everything on the page. `next_steps` are the states it can go to now."""

    code: str
    title: Text
    scope: Text
    type: str
    type_label: Text
    state: str
    state_label: Text
    look: str
    binding: bool
    governing: str
    signed_on: date | None
    effective_on: date | None
    ends_on: date | None
    notice_days: int | None
    notice_on: date | None
    auto_renews: bool
    renews_months: int | None
    notice_given_on: date | None
    notice_given_by: str
    exclusive: bool
    terms: tuple[TermRow, ...]
    officer: UUID
    deputy: UUID | None
    parent: str
    relation: str
    texts: tuple[str, str, str, str]
    """Title and scope as they were written: ko, en, ko, en."""
    parties: tuple[PartyRow, ...]
    papers: tuple[PaperRow, ...]
    checks: tuple[CheckRow, ...]
    commitments: tuple[CommitmentRow, ...]
    clocks: tuple[DueRow, ...]
    family: tuple[RelativeRow, ...]
    steps: tuple[StepRow, ...]
    next_steps: tuple[str, ...]
    public: bool


def page(code: str) -> AgreementPage:
    """One agreement. Raises Missing for one that is not there or not the asker's to see."""
    found = Agreement.objects.filter(code=code).select_related("parent").first()
    if found is None:
        raise Missing(words.AGREEMENT_UNKNOWN)
    return AgreementPage(
        code=found.code, title=both(found.title_ko, found.title_en), scope=both(found.scope_ko, found.scope_en),
        type=found.type, type_label=words.TYPES[found.type], state=found.state, state_label=words.STATES[found.state],
        look=words.STATE_LOOKS[found.state], binding=found.binding, governing=found.governing, signed_on=found.signed_on,
        effective_on=found.effective_on, ends_on=found.ends_on, notice_days=found.notice_days,
        notice_on=rules.notice_on(found.ends_on, found.notice_days), auto_renews=found.auto_renews,
        renews_months=found.renews_months, notice_given_on=found.notice_given_on, notice_given_by=found.notice_given_by,
        exclusive=found.exclusive, terms=tuple(terms(found.code)),
        officer=found.officer_id, deputy=found.deputy_id, parent=found.parent.code if found.parent else "",
        relation=found.relation, texts=(found.title_ko, found.title_en, found.scope_ko, found.scope_en),
        parties=_parties(found), papers=_papers(found), checks=_checks(found), commitments=_commitments(found),
        clocks=_clocks(found), family=_family(found), steps=_steps(found),
        next_steps=tuple(after for before, after in rules.MOVES if before == found.state),
        public=AgreementSummary.objects.filter(agreement=found, listed=True).exists(),
    )


def _clocks(found: Agreement) -> tuple[DueRow, ...]:
    """Open ones first, in the order in which they fall due; then what was answered, the latest first."""
    rows = dues(rules.plus_months(today(), 12), [found])
    answered = [r for r in rows if r.answer]
    return (*(r for r in rows if not r.answer), *reversed(answered))


def _parties(found: Agreement) -> tuple[PartyRow, ...]:
    signing: dict[UUID, list[SignatoryRow]] = {}
    for each in Signatory.objects.filter(party__agreement=found).order_by("id"):
        row = SignatoryRow(both(each.name_ko, each.name_en), both(each.role_ko, each.role_en), each.signed_on)
        signing.setdefault(each.party_id, []).append(row)
    # A hidden partner's row may be out of sight: the link is left out then, and the name stays.
    codes = dict(AgreementParty.objects.filter(agreement=found).values_list("id", "partner__code"))
    return tuple(
        PartyRow(p.code, both(p.name_ko, p.name_en), words.ROLES[p.role], codes.get(p.id) or "", p.organisation_id,
                 tuple(signing.get(p.id, ())))
        for p in found.parties.order_by("id")
    )


def _papers(found: Agreement) -> tuple[PaperRow, ...]:
    return tuple(
        PaperRow(p.code, p.language, p.prevails, p.name, p.size, p.sha256, p.at)
        for p in AgreementPaper.objects.filter(agreement=found).order_by("language", "-at")
    )


def _checks(found: Agreement) -> tuple[CheckRow, ...]:
    latest = {c.item: c for c in AgreementCheck.objects.filter(agreement=found).order_by("at")}
    return tuple(
        CheckRow(item, label, c.result if c else None, words.RESULTS[c.result] if c else None, c.says if c else "",
                 c.checked_on if c else None)
        for item, label in words.CHECKS.items() for c in (latest.get(item),)
    )


def _commitments(found: Agreement) -> tuple[CommitmentRow, ...]:
    of: dict[UUID, list[CommitmentEntry]] = {}
    entries = CommitmentEntry.objects.filter(commitment__agreement=found).select_related("paper")
    listed = list(entries.order_by("-happened_on", "-recorded_at"))
    corrected = {e.supersedes_id for e in listed}
    codes = {e.id: e.code for e in listed}
    for each in listed:
        of.setdefault(each.commitment_id, []).append(each)
    rows = []
    for promise in Commitment.objects.filter(agreement=found).select_related("party").order_by("due_on", "code"):
        own = of.get(promise.id, [])
        told = share(
            Promise(promise.code, found.code, found.type, "", promise.kind, promise.unit, promise.amount,
                    found.signed_on or today(), promise.due_on, promise.recorded_at),
            [Entry(e.code, promise.code, e.state, e.happened_on, e.amount, e.recorded_at,
                   codes[e.supersedes_id] if e.supersedes_id else "") for e in own],
            Definition(), today(), clock.now(),
        )
        rows.append(CommitmentRow(
            promise.code, both(promise.what_ko, promise.what_en), words.KINDS[promise.kind], promise.unit,
            promise.amount, promise.due_on, both(promise.party.name_ko, promise.party.name_en),
            promise.party.organisation_id, told.state,
            words.ENTRY_STATES[told.state] if found.signed_on else words.STATES[found.state],
            words.STATE_LOOKS[told.state if found.signed_on else found.state], told.reported, told.arrived,
            tuple(_entry(e, e.id in corrected) for e in own),
        ))
    return tuple(rows)


def _entry(e: CommitmentEntry, corrected: bool) -> EntryRow:
    return EntryRow(
        e.code, e.state, words.ENTRY_STATES[e.state], words.STATE_LOOKS[e.state], e.happened_on, e.amount,
        e.evidence_url, e.paper.code if e.paper else "", e.confirmed_by, e.reason, e.recorded_at, corrected,
    )


def _steps(found: Agreement) -> tuple[StepRow, ...]:
    found_steps = AgreementTransition.objects.filter(agreement=found)
    # Several may be recorded at one moment, when papers of the past are entered: then in the order of a life.
    ordered = sorted(found_steps, key=lambda t: (t.at, rules.STATES.index(t.after), t.happened_on), reverse=True)
    return tuple(
        StepRow(t.before, words.STATES[t.after], t.happened_on, t.at, t.reason, both(t.lesson_ko, t.lesson_en), t.actor)
        for t in ordered
    )


def _family(found: Agreement) -> tuple[RelativeRow, ...]:
    """The tree it belongs to, from its root; of those the asker sees. Empty for one that stands alone."""
    rows = {a.code: a for a in Agreement.objects.select_related("parent")}
    parents = {code: a.parent.code if a.parent and a.parent.code in rows else None for code, a in rows.items()}
    root = found.code
    while (above := parents.get(root)) is not None:
        root = above
    tree = rules.family(root, parents.items())
    if len(tree) < 2:
        return ()
    return tuple(
        RelativeRow(
            code, both(a.title_ko, a.title_en), words.TYPES[a.type], words.STATES[a.state], words.STATE_LOOKS[a.state],
            words.RELATIONS.get(a.relation), depth,
        )
        for code, depth in tree for a in (rows[code],)
    )


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A paper as a page serves it."""

    name: str
    media_type: str
    path: Path


def paper(agreement: str, code: str) -> PaperFile:
    """One file of an agreement. Raises Missing for what is not there, not the asker's, or lost from the disk."""
    found = AgreementPaper.objects.filter(agreement__code=agreement, code=code).first()
    if found is None or not (path := shelf.place(found.sha256)).is_file():
        raise Missing(words.PAPER_UNKNOWN)
    return PaperFile(found.name, found.media_type, path)
