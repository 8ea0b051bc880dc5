"""Impact reports: figures frozen on a day with their definitions and evidence, and published."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from squaremile.core.words import CONFLICT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import ImpactEvidence, ImpactFigure, ImpactReport, ImpactRestatement, OutcomeEntry
from squaremile.residency.policies.disclosing import Place, disclosed, place
from squaremile.residency.policies.indicators import Definition, chosen
from squaremile.residency.policies.measuring import Figure
from squaremile.residency.policies.outcomes import Outcome
from squaremile.residency.policies.restating import restated
from squaremile.residency.reads import outcomes
from squaremile.residency.reads.days import today
from squaremile.residency.words import outcomes as words

TITLED = {"impact_titled": words.REPORT_UNTITLED}
# Each figure, its evidence and its change is written once by the one act that freezes; a second would be that act twice.
ONCE = dict.fromkeys(("impact_figure_once", "impact_evidence_once", "impact_restated_once"), CONFLICT)


@operation(
    "residency.freeze_impact_report", ko="성과 보고서 확정하기", en="Freeze an impact report", may=rules.keep_outcomes,
    refuses=(words.REPORT_AHEAD, words.DEFINITION_UNKNOWN), constraints={**TITLED, **ONCE},
)
def freeze_impact_report(
    *, as_of: date, title_ko: str = "", title_en: str = "", preface_ko: str = "", preface_en: str = "",
    versions: Sequence[str] = (),
) -> ImpactReport:
    """Every figure of the day, with its definition's version, evidence, and how earlier ones would stand now.

    `versions` are older definitions to use, as `capital:1`; the newest of all others. What would show fewer than three
    companies is withheld, and not kept. The report changes no more.
    """
    if as_of > today():
        raise Invalid(words.REPORT_AHEAD)
    asked = _chosen(versions)
    made = ImpactReport.objects.create(
        code=short_code("IR"), as_of=as_of, title_ko=title_ko.strip(), title_en=title_en.strip(),
        preface_ko=preface_ko.strip(), preface_en=preface_en.strip(), frozen_at=clock.now(), frozen_by=require().actor,
    )
    entries = outcomes.as_outcomes()
    by_code, whose = {each.code: each for each in asked}, outcomes.company_of(entries)
    told = disclosed(
        outcomes.figures(as_of, asked, entries=entries), by_code, printed=_printed(), companies_of=whose
    )
    _keep(made, told)
    changed = _restate(made, asked, entries)
    note(subject=made, as_of=as_of.isoformat(), figures=len(told), restated=changed)
    return made


@operation(
    "residency.publish_impact_report", ko="성과 보고서 공개하기", en="Publish an impact report", may=rules.keep_outcomes,
    refuses=(words.REPORT_UNKNOWN, words.REPORT_OUT),
)
def publish_impact_report(*, impact_report: str) -> ImpactReport:
    """Everyone in the cluster may read it from now on."""
    found = ImpactReport.objects.select_for_update().filter(code=impact_report).first()
    if found is None:
        raise Missing(words.REPORT_UNKNOWN)
    if found.published_at is not None:
        raise Refused(words.REPORT_OUT)
    found.published_at = clock.now()
    found.save(update_fields=["published_at"])
    note(subject=found)
    return found


def _chosen(versions: Sequence[str]) -> list[Definition]:
    asked: dict[str, int] = {}
    for each in versions:
        code, _colon, version = each.strip().partition(":")
        if not version.isdecimal():
            raise Invalid(words.DEFINITION_UNKNOWN, {"given": each})
        asked[code] = int(version)
    try:
        return chosen(asked)
    except KeyError as unknown:
        raise Invalid(words.DEFINITION_UNKNOWN, {"given": ", ".join(versions)}) from unknown


def _printed() -> dict[Place, frozenset[str]]:
    """The entries behind the last value shown in each place."""
    shown = ImpactFigure.objects.filter(because="").order_by("report__as_of", "report__frozen_at", "report_id")
    last = {(f.indicator, f.part, f.currency): f for f in shown}
    evidence = _evidence(last.values())
    return {at: evidence.get(figure.id, frozenset()) for at, figure in last.items()}


def _evidence(figures: Iterable[ImpactFigure]) -> dict[object, frozenset[str]]:
    found: dict[object, set[str]] = {}
    for figure, entry in ImpactEvidence.objects.filter(figure__in=[f.id for f in figures]).values_list("figure_id", "entry_id"):
        found.setdefault(figure, set()).add(str(entry))
    return {figure: frozenset(entries) for figure, entries in found.items()}


def _keep(report: ImpactReport, told: list[Figure]) -> None:
    rows = [_row(report, position, each) for position, each in enumerate(told)]
    ImpactFigure.objects.bulk_create(rows)
    used = {entry for each in told if not each.because for entry in each.entries}
    urls = {
        str(key): url for key, url in OutcomeEntry.objects.filter(
            id__in=used, may_publish=True, confidence="verified"
        ).values_list("id", "evidence_url")
    }  # fmt: skip
    ImpactEvidence.objects.bulk_create(
        ImpactEvidence(figure=row, entry_id=entry, public_url=urls.get(entry, ""))
        for row, each in zip(rows, told, strict=True) if not each.because for entry in sorted(each.entries)
    )


def _row(report: ImpactReport, position: int, each: Figure) -> ImpactFigure:
    shown = not each.because
    return ImpactFigure(
        report=report, position=position, indicator=each.code, version=each.version, part=each.part, currency=each.currency,
        value=_exact(each.value), low=_exact(each.low), high=_exact(each.high), because=each.because,
        companies=len(each.companies) if shown else None, entries=len(each.entries) if shown else None,
        self_reported=each.self_reported if shown else None,
    )


def _exact(value: float | int | None) -> Decimal | None:
    return None if value is None else Decimal(value).quantize(Decimal("0.0001")) if isinstance(value, int) else Decimal(f"{value:.4f}")


def _restate(report: ImpactReport, asked: list[Definition], entries: list[Outcome]) -> int:
    """Each figure printed before, computed again for its own day, kept where it differs."""
    earlier = ImpactReport.objects.exclude(id=report.id).filter(frozen_at__lte=report.frozen_at)
    by_code, whose, found = {each.code: each for each in asked}, outcomes.company_of(entries), []
    for before in earlier:
        now = {place(f): f for f in outcomes.figures(before.as_of, asked, entries=entries)}
        printed = list(before.figures.filter(because="", indicator__in=list(by_code)))
        evidence = _evidence(printed)
        for figure in printed:
            found.append(_difference(report, figure, now, by_code, evidence.get(figure.id, frozenset()), whose))
    rows = [row for row in found if row is not None]
    ImpactRestatement.objects.bulk_create(rows)
    return len(rows)


def _difference(
    report: ImpactReport, printed: ImpactFigure, now: Mapping[Place, Figure], asked: Mapping[str, Definition],
    evidence: frozenset[str], whose: Mapping[str, str],
) -> ImpactRestatement | None:
    definition = asked[printed.indicator]
    known = now.get((printed.indicator, printed.part, printed.currency))
    told = restated(known, definition, evidence, whose)
    if told.value is not None and printed.value == _exact(told.value):
        return None
    if told.because and known is not None and printed.value == _exact(known.value):
        return None
    return ImpactRestatement(
        report=report, figure=printed, version=definition.version, value=_exact(told.value), because=told.because,
        changed="definition" if definition.version != printed.version else "data",
    )
