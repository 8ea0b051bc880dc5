"""Outcomes: the entries as people read them, and the figures made from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet

from squaremile.core.reads import files
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both
from squaremile.residency.models import CompanyTransition, OutcomeEntry
from squaremile.residency.policies.indicators import Definition
from squaremile.residency.policies.indicators import figures as measured
from squaremile.residency.policies.measuring import Figure, Known, Life
from squaremile.residency.policies.outcomes import Outcome, standing
from squaremile.residency.reads import stays
from squaremile.residency.words import outcomes as words


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry. `standing`: it counts; else a later one took its place, or it says that nothing happened."""

    code: str
    company: str
    company_name: Text | None
    kind: str
    kind_said: Text
    happened_on: date
    amount: Decimal | None
    currency: str
    count: int | None
    of: int | None
    round_said: Text | None
    source_said: Text | None
    confidence: str
    confidence_said: Text
    evidence_url: str
    file_url: str
    note: str
    may_publish: bool
    origin: str
    definition: int
    corrects: str
    withdrawn: bool
    standing: bool
    entered_at: datetime


def entries(*, company: str = "", kind: str = "", standing_only: bool = False) -> list[EntryRow]:
    """Those the asker may see, the latest first."""
    found = _rows().order_by("-happened_on", "-entered_at", "-id")
    if company:
        found = found.filter(company__code=company)
    if kind:
        found = found.filter(kind=kind)
    rows = [_row(each) for each in found]
    return [row for row in rows if row.standing] if standing_only else rows


def entry(code: str) -> OutcomeEntry:
    """One entry with what it says, for the form that corrects it. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.OUTCOME_UNKNOWN)
    return found


def rows_of(keys: Iterable[UUID]) -> dict[UUID, EntryRow]:
    """Entries by their keys, as far as the asker may see them."""
    return {each.id: _row(each) for each in _rows().filter(id__in=list(keys))}


def as_outcomes() -> list[Outcome]:
    """Every entry the asker may see, as figures are made from them."""
    return [
        Outcome(
            str(o.id), str(o.company_id or ""), o.kind, o.happened_on, o.amount_minor, o.currency, o.count, o.of, o.round,
            o.source, bool(o.evidence_url or o.evidence_file_id), o.confidence == "verified", o.entered_at,
            str(o.corrects_id or ""), o.withdrawn,
        )
        for o in OutcomeEntry.objects.all()
    ]


def known(day: date, *, entries: list[Outcome] | None = None) -> Known:
    """All that figures of a day are made from, as it is known now."""
    zone = ZoneInfo(settings.TIME_ZONE)
    steps: dict[UUID, list[tuple[date, str]]] = {}
    for company, at, after in CompanyTransition.objects.order_by("at", "id").values_list("company_id", "at", "after"):
        steps.setdefault(company, []).append((at.astimezone(zone).date(), after))
    record = stays.stays()
    lived: dict[UUID, list[stays.Lived]] = {}
    for each in record.lived:
        lived.setdefault(each.company, []).append(each)
    lives = tuple(_life(key, taken, lived.get(key, []), zone) for key, taken in steps.items())
    return Known(day, lives, tuple(standing(as_outcomes() if entries is None else entries)), record.whole_from)


def _life(company: UUID, steps: list[tuple[date, str]], lived: list[stays.Lived], zone: ZoneInfo) -> Life:
    """A company that was here before its record was opened has been in residence since its first licence, and an alumna
    since its last one ended."""
    if not lived:
        return Life(str(company), tuple(steps))
    began, (opened, state) = lived[0].start.astimezone(zone).date(), steps[0]
    if state in ("resident", "alumni") and began < opened:
        before = [each for each in lived if each.start.astimezone(zone).date() < opened][-1]
        last = before.end.astimezone(zone).date() if before.end else opened
        steps = [(began, "resident"), (min(last, opened) if state == "alumni" else opened, state), *steps[1:]]
    return Life(str(company), tuple(steps), began)


def figures(day: date, definitions: Iterable[Definition], *, entries: list[Outcome] | None = None) -> list[Figure]:
    """Figures of a day, nothing withheld. For the programme's staff, who see every entry."""
    return measured(known(day, entries=entries), definitions)


def company_of(entries: Iterable[Outcome]) -> Mapping[str, str]:
    return {each.id: each.company for each in entries}


def _rows() -> QuerySet[OutcomeEntry]:
    return OutcomeEntry.objects.select_related("company__organisation", "corrects", "corrected_by", "evidence_file")


def _row(o: OutcomeEntry) -> EntryRow:
    whose = o.company.organisation if o.company else None
    return EntryRow(
        o.code, o.company.code if o.company else "", both(whose.name_ko, whose.name_en) if whose else None, o.kind,
        words.KINDS[o.kind], o.happened_on, Money(o.amount_minor, o.currency).amount if o.amount_minor is not None else None,
        o.currency, o.count, o.of, words.ROUNDS.get(o.round), words.SOURCES.get(o.source), o.confidence,
        words.CONFIDENCE[o.confidence], o.evidence_url,
        files.url(o.evidence_file.id, o.evidence_file.name) if o.evidence_file else "", o.note, o.may_publish, o.origin,
        o.definition, o.corrects.code if o.corrects else "", o.withdrawn,
        not hasattr(o, "corrected_by") and not o.withdrawn, o.entered_at,
    )
