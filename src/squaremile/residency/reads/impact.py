"""Impact reports as people read them: each figure with its definition, its evidence, and how it was restated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from squaremile.kernel.errors import Missing
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text, both
from squaremile.residency.models import ImpactEvidence, ImpactFigure, ImpactReport, ImpactRestatement
from squaremile.residency.policies.indicators import Definition, definition
from squaremile.residency.policies.measuring import Figure
from squaremile.residency.reads.outcomes import EntryRow, rows_of
from squaremile.residency.words import indicators as named
from squaremile.residency.words import outcomes as words


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure. `value` is in whole units of its currency, or in its unit; None where it is withheld, and `because` says why."""

    position: int
    definition: Definition
    part: Text | None
    currency: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    companies: int | None
    entries: int | None
    self_reported: int | None
    because: Text | None

    @property
    def unit(self) -> Text:
        return Text(self.currency, self.currency) if self.currency else self.definition.unit_said

    @property
    def name(self) -> Text:
        return self.definition.name


@dataclass(frozen=True, slots=True)
class RestatedRow:
    """A figure printed before, and how it stands now."""

    report: str
    as_of: date
    name: Text
    part: Text | None
    unit: Text
    before: Decimal
    before_version: int
    after: Decimal | None
    after_version: int
    because: Text | None
    changed: Text


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report in the list."""

    id: UUID
    code: str
    title: Text
    preface: Text
    as_of: date
    frozen_at: datetime
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report."""

    row: ReportRow
    figures: tuple[FigureRow, ...]
    restated: tuple[RestatedRow, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a printed figure rests on: entries for the programme's staff, open links for everybody who may read the report."""

    report: ReportRow
    figure: FigureRow
    entries: tuple[EntryRow, ...]
    links: tuple[str, ...]


def reports() -> list[ReportRow]:
    """Those the asker may read, the newest day first."""
    return [_report(each) for each in ImpactReport.objects.order_by("-as_of", "-frozen_at")]


def report(code: str) -> Report:
    """One report, exactly as it was frozen. Raises Missing."""
    found = _found(code)
    changes = ImpactRestatement.objects.filter(report=found).select_related("figure__report").order_by(
        "-figure__report__as_of", "figure__report__frozen_at", "figure__position"
    )
    figures = tuple(_figure(each) for each in found.figures.order_by("position"))
    return Report(_report(found), figures, tuple(_restated(each) for each in changes))


def evidence(code: str, position: int) -> Evidence:
    """What stands behind one figure of a report. Raises Missing."""
    found = _found(code)
    figure = found.figures.filter(position=position).first()
    if figure is None:
        raise Missing(words.REPORT_UNKNOWN)
    used = list(ImpactEvidence.objects.filter(figure=figure).order_by("entry_id").values_list("entry_id", "public_url"))
    rows = rows_of(entry for entry, _url in used)
    return Evidence(
        _report(found), _figure(figure), tuple(sorted(rows.values(), key=lambda r: (r.happened_on, r.code))),
        tuple(sorted({url for _entry, url in used if url})),
    )


def published(*codes: str) -> Report | None:
    """The last published report, with those of its figures alone; None where none is published. For others to show."""
    found = ImpactReport.objects.exclude(published_at=None).order_by("-as_of", "-published_at").first()
    if found is None:
        return None
    figures = tuple(_figure(each) for each in found.figures.filter(indicator__in=codes).order_by("position"))
    return Report(_report(found), figures, ())


def live(figures: Iterable[Figure]) -> list[FigureRow]:
    """Figures that are in no report yet, as rows."""
    return [
        FigureRow(
            position, definition(f.code, f.version), part(f.code, f.part), f.currency, _shown(_exact(f.value), f.currency),
            _exact(f.low), _exact(f.high), len(f.companies), len(f.entries), f.self_reported, words.WITHHELD.get(f.because),
        )
        for position, f in enumerate(figures)
    ]


def part(indicator: str, code: str) -> Text | None:
    """What a part of an indicator is called."""
    if not code:
        return None
    if indicator == "capital_by_source":
        return words.SOURCES.get(code, words.SOURCES["other"])
    if indicator == "capital_by_round":
        return words.ROUNDS.get(code, words.ROUNDS["none"])
    return named.PARTS.get(code) or Text(code.replace(":", " · "), code.replace(":", " · "))


def _found(code: str) -> ImpactReport:
    found = ImpactReport.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.REPORT_UNKNOWN)
    return found


def _report(r: ImpactReport) -> ReportRow:
    return ReportRow(
        r.id, r.code, both(r.title_ko, r.title_en), both(r.preface_ko, r.preface_en), r.as_of, r.frozen_at, r.published_at
    )


def _figure(f: ImpactFigure) -> FigureRow:
    return FigureRow(
        f.position, definition(f.indicator, f.version), part(f.indicator, f.part), f.currency, _shown(f.value, f.currency),
        f.low, f.high, f.companies, f.entries, f.self_reported, words.WITHHELD.get(f.because),
    )


def _restated(r: ImpactRestatement) -> RestatedRow:
    old = _figure(r.figure)
    return RestatedRow(
        r.figure.report.code, r.figure.report.as_of, old.name, old.part, old.unit, old.value or Decimal(0),
        r.figure.version, _shown(r.value, r.figure.currency), r.version, words.WITHHELD.get(r.because),
        words.CHANGED[r.changed],
    )


def _exact(value: float | int | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _shown(value: Decimal | None, currency: str) -> Decimal | None:
    return value.scaleb(-MINOR_DIGITS[currency]) if value is not None and currency else value
