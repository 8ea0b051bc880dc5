"""A report as people read it (Korean or English) and as programs do (JSON)."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from squaremile.cli.imports.reasons import reason
from squaremile.core.sheets.report import Finding, Report, Tally
from squaremile.kernel.words import Text

SHOWN = 10
"""Findings of one code shown in text; the JSON form has all of them."""

_TITLE = Text(ko="가져오기 보고: {source}", en="Import report: {source}")
_DRY = Text(ko="시험 실행입니다. 아무것도 저장하지 않았습니다.", en="Dry run: nothing was saved.")
_PLANNED = Text(ko="{label}: 읽음 {read}, 가져올 것 {planned}", en="{label}: {read} read, {planned} to import")
_APPLIED = Text(
    ko="{label}: 읽음 {read}, 새로 만듦 {created}, 그대로 {unchanged}",
    en="{label}: {read} read, {created} created, {unchanged} unchanged",
)
_UPDATED = Text(ko="고침 {count}", en="{count} updated")
_SKIPPED = Text(ko="건너뜀 {count} – {why}", en="{count} skipped: {why}")
_KEPT = Text(ko="나중을 위해 보관 {count}", en="{count} kept for later")
_TAKEN = Text(ko="가져오는 것", en="Imported")
_REST = Text(ko="그 밖의 것", en="Everything else")
_LOOK = Text(ko="확인할 일", en="To look at")
_MORE = Text(ko="… 그 밖에 {count}건", en="… and {count} more")
_UNKNOWN = Text(ko="알 수 없는 항목: {kind} – {fields}", en="Unknown fields of {kind}: {fields}")
_LEFT = Text(ko="옮기지 않은 항목: {kind} – {fields}", en="Fields left behind of {kind}: {fields}")
_MISSING = Text(ko="파일에 없는 항목: {kind} – {fields}", en="Fields not in the file, {kind}: {fields}")
_LOST = Text(ko="세지 못한 것이 있습니다: {kinds}", en="Numbers that do not add up: {kinds}")


def _printable(line: str) -> str:
    """Without control characters, which a name in the file could use to write over the terminal."""
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf") else " " for c in line)


def _tally_line(tally: Tally, labels: Mapping[str, Text], *, applied: bool, lang: str) -> str:
    values = {
        "label": labels.get(tally.kind, tally.kind),
        "read": tally.read,
        "planned": tally.planned,
        "created": tally.created,
        "unchanged": tally.unchanged,
    }
    parts = [(_APPLIED if applied else _PLANNED).fill(values).say(lang)]
    if tally.updated:
        parts.append(_UPDATED.fill({"count": tally.updated}).say(lang))
    if tally.kept:
        parts.append(_KEPT.fill({"count": tally.kept}).say(lang))
    for code, count in sorted(tally.skipped.items()):
        parts.append(_SKIPPED.fill({"count": count, "why": reason(code)}).say(lang))
    return "  " + "; ".join(parts)


def _rest_line(tally: Tally, lang: str) -> str:
    parts = [_KEPT.fill({"count": tally.kept}).say(lang)] if tally.kept else []
    parts += [
        _SKIPPED.fill({"count": count, "why": reason(code)}).say(lang) for code, count in sorted(tally.skipped.items())
    ]
    return f"  {tally.kind} ({tally.read}): " + "; ".join(parts)


def _finding_lines(findings: Iterable[Finding], lang: str) -> list[str]:
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_code[finding.code].append(finding)
    lines: list[str] = []
    for own in by_code.values():
        for finding in own[:SHOWN]:
            subject = f"[{finding.subject}] " if finding.subject else ""
            lines.append(f"  {subject}{finding.text.say(lang)}")
        if len(own) > SHOWN:
            lines.append("  " + _MORE.fill({"count": len(own) - SHOWN}).say(lang))
    return lines


def _field_lines(report: Report, lang: str) -> list[str]:
    lines: list[str] = []
    for template, by_kind in ((_UNKNOWN, report.unknown_fields), (_LEFT, report.left_fields)):
        for kind, counts in sorted(by_kind.items()):
            said = ", ".join(f"{name} ({count})" for name, count in sorted(counts.items()))
            lines.append("  " + template.fill({"kind": kind, "fields": said}).say(lang))
    for kind, names in sorted(report.missing_fields.items()):
        lines.append("  " + _MISSING.fill({"kind": kind, "fields": ", ".join(names)}).say(lang))
    return lines


def as_text(report: Report, lang: str, labels: Mapping[str, Text] | None = None) -> str:
    """The report for a terminal; ``labels`` name the kinds that are imported, in the order to show them."""
    labels = labels or {}
    lines = [_TITLE.fill({"source": report.source}).say(lang)]
    if report.dry_run:
        lines.append(_DRY.say(lang))
    lines.append(_TAKEN.say(lang))
    for kind in labels:
        if kind in report.tallies:
            lines.append(_tally_line(report.tallies[kind], labels, applied=report.applied, lang=lang))
    rest = [report.tallies[kind] for kind in sorted(report.tallies) if kind not in labels]
    if rest := [tally for tally in rest if tally.read]:
        lines += [_REST.say(lang), *(_rest_line(tally, lang) for tally in rest)]
    if look := _finding_lines(report.findings, lang) + _field_lines(report, lang):
        lines += [_LOOK.say(lang), *look]
    if lost := report.unaccounted():
        lines.append(_LOST.fill({"kinds": ", ".join(f"{k} ({n})" for k, n in sorted(lost.items()))}).say(lang))
    return "\n".join(_printable(line) for line in lines) + "\n"


def as_json(report: Report) -> dict[str, object]:
    """The whole report as JSON values, both languages in every sentence."""
    return {
        "source": report.source,
        "applied": report.applied,
        "dry_run": report.dry_run,
        "kinds": {
            kind: {
                "read": tally.read,
                "planned": tally.planned,
                "created": tally.created,
                "unchanged": tally.unchanged,
                "updated": tally.updated,
                "kept": tally.kept,
                "skipped": dict(tally.skipped),
            }
            for kind, tally in sorted(report.tallies.items())
            if tally.read
        },
        "findings": [
            {
                "code": each.code,
                "subject": each.subject,
                "others": list(each.others),
                "ko": each.text.ko,
                "en": each.text.en,
            }
            for each in report.findings
        ],
        "unknown_kinds": dict(report.unknown_kinds),
        "unknown_fields": {kind: dict(counts) for kind, counts in report.unknown_fields.items()},
        "left_fields": {kind: dict(counts) for kind, counts in report.left_fields.items()},
        "missing_fields": {kind: list(names) for kind, names in report.missing_fields.items()},
        "unaccounted": report.unaccounted(),
    }
