"""The impact report as a PDF, from what was frozen: the same report gives the same bytes."""

from decimal import Decimal
from typing import Any

from squaremile.core import documents
from squaremile.kernel.words import Text
from squaremile.residency.reads.impact import FigureRow, Report, RestatedRow

TEMPLATE = documents.PACKAGE / "residency" / "documents" / "impact.typ"


def pdf(report: Report, language: str) -> bytes:
    """In one language."""
    return documents.pdf(TEMPLATE, content(report, language), language=language, made_at=report.row.frozen_at)


def content(report: Report, language: str) -> dict[str, Any]:
    """What is printed, as plain data."""
    row, used = report.row, {(f.definition.code, f.definition.version): f.definition for f in report.figures}

    def say(ko: str, en: str) -> str:
        return Text(ko=ko, en=en).say(language)

    return {
        "title": row.title.say(language), "code": row.code, "preface": row.preface.say(language),
        "facts": [
            [say("기준일", "As of"), row.as_of.isoformat()], [say("확정", "Frozen"), row.frozen_at.date().isoformat()],
            [say("번호", "Code"), row.code],
        ],
        "figures": [_figure(figure, language) for figure in report.figures],
        "restated": [_restated(each, language) for each in report.restated],
        "definitions": [
            {
                "name": d.name.say(language), "version": say(f"{d.version}판", f"version {d.version}"), "formula": d.formula,
                "as_of": d.as_of_said.say(language), "evidence": d.evidence.say(language),
                "disclosure": d.disclosure.say(language),
            }
            for d in used.values()
        ],
    }  # fmt: skip


def _figure(f: FigureRow, language: str) -> dict[str, Any]:
    part = f" – {f.part.say(language)}" if f.part else ""
    base = Text(
        ko=f"기업 {f.companies}개, 기록 {f.entries}건(기업 신고 {f.self_reported}건)",
        en=f"{f.companies} companies, {f.entries} entries ({f.self_reported} self-reported)",
    ).say(language) if f.value is not None else ""
    return {
        "number": f.position + 1, "name": f.name.say(language) + part,
        "version": Text(ko=f"정의 {f.definition.version}판", en=f"definition {f.definition.version}").say(language),
        "value": f"{number(f.value)} {f.unit.say(language)}", "base": base,
        "interval": f"95 %: {number(f.low)}–{number(f.high)}" if f.low is not None and f.high is not None else "",
        "withheld": f.because.say(language) if f.because else "",
    }


def _restated(r: RestatedRow, language: str) -> dict[str, Any]:
    name = r.name.say(language) + (f" – {r.part.say(language)}" if r.part else "")
    version = Text(ko="정의 {n}판", en="definition {n}")
    after = r.because.say(language) if r.because else f"{number(r.after)} {r.unit.say(language)}"
    return {
        "name": f"{name} ({r.as_of.isoformat()})", "why": r.changed.say(language),
        "before": f"{number(r.before)} {r.unit.say(language)}, {version.fill({'n': r.before_version}).say(language)}",
        "after": f"{after}, {version.fill({'n': r.after_version}).say(language)}",
    }


def number(value: Decimal | None) -> str:
    """With thousands, and one decimal where it is not whole; missing is a dash."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.1f}"
