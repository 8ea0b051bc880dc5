"""`squaremile import nemo FILE`, `csv KIND FILE`, `orcid FILE` …: read, plan, apply in one transaction, report."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from squaremile.cli.imports.atlas import command as atlas
from squaremile.cli.terminal import Trouble, complain, say
from squaremile.kernel.words import Text, language

if TYPE_CHECKING:
    from squaremile.core.sheets.report import Report
    from squaremile.kernel.errors import SquaremileError

EXIT_UNFIT, EXIT_REFUSED = 1, 2
KINDS = ("organisations", "people", "equipment", "bookings", "partners", "experts", "outcomes", "containers")
_KEPT = Text(
    ko="나중을 위해 보관한 항목: {path} (모든 기관의 자료이므로 운영자만 읽을 수 있습니다)",
    en="Kept for later: {path} (every organisation's data, readable by the operator alone)",
)
_UNFIT = Text(
    ko="고칠 행이 {count}개 있어 아무것도 저장하지 않았습니다.",
    en="Nothing was saved: {count} rows are to be corrected.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Each source with its own file."""
    sources = parser.add_subparsers(
        dest="source", required=True, metavar="SOURCE", title=str(Text(ko="어디에서", en="from"))
    )
    nemo = sources.add_parser("nemo", help=str(Text(ko="NEMO(랩 관리)에서 내보낸 JSON", en="JSON exported from NEMO")))
    sheet = sources.add_parser("csv", help=str(Text(ko="CSV나 엑셀 표", en="a CSV or Excel sheet")))
    sheet.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    sheet.add_argument(
        "--map", action="append", default=[], metavar="THEIRS=OURS",
        help=str(Text(ko="그쪽 열 이름=우리 열 이름", en="their column name = ours")),
    )  # fmt: skip
    listed = [sources.add_parser(name, help=str(says)) for name, (_, says) in _readers().items()]
    outcomes = sources.add_parser("outcomes", help=str(Text(ko="기업 성과 표(CSV나 엑셀)", en="outcomes of companies (CSV or Excel)")))
    outcomes.set_defaults(kind="outcomes", map=[])
    containers = sources.add_parser("containers", help=str(Text(ko="시약 재고 표(CSV나 엑셀)", en="a stock list of chemicals (CSV or Excel)")))
    containers.set_defaults(kind="containers", map=[])
    registry = sources.add_parser("atlas", help=str(Text(ko="등록부, 목록, 경계, 통계", en="registers, lists, boundaries, statistics")))
    atlas.arguments(registry)
    for source in (nemo, sheet, outcomes, containers, registry, *listed):
        source.add_argument(
            "file", type=Path, metavar="FILE", help=str(Text(ko="가져올 파일", en="the file to import"))
        )
        source.add_argument(
            "--dry-run",
            action="store_true",
            help=str(Text(ko="해 보고 모두 되돌립니다", en="try it and take everything back")),
        )
        source.add_argument("--json", action="store_true", help=str(Text(ko="보고를 JSON으로", en="report as JSON")))
    for source in (nemo, sheet, outcomes, containers):
        source.add_argument(
            "--site",
            default="",
            metavar="CODE",
            help=str(Text(ko="들여올 사이트의 코드", en="code of the site that takes it")),
        )
        source.add_argument(
            "--time-zone",
            default="",
            metavar="ZONE",
            help=str(Text(ko="시간대, 예: Asia/Seoul", en="such as Asia/Seoul")),
        )


def _readers() -> dict[str, Any]:
    """What the directory is filled from; its readers load nothing of Django but what names things."""
    from squaremile.cli.imports.network.sources import SOURCES

    return SOURCES


def run(options: argparse.Namespace) -> int:
    """0 done, 1 rows to correct, 2 refused. Django is set up before."""
    from squaremile.cli.imports.applying import Stopped
    from squaremile.kernel.errors import SquaremileError

    try:
        if hasattr(options, "relations"):
            return _atlas(options)
        if options.source in _readers():
            return _network(options)
        return _nemo(options) if options.source == "nemo" else _csv(options)
    except Stopped as stopped:
        if not options.json:
            raise
        said = {"code": stopped.code, "subject": stopped.what, "ko": stopped.text.ko, "en": stopped.text.en}
        print(json.dumps({"error": said}, ensure_ascii=False, indent=2))
        return EXIT_REFUSED
    except SquaremileError as error:
        return _refused(error, as_json=options.json)


def _refused(error: SquaremileError, *, as_json: bool) -> int:
    """A file that cannot be read at all: one sentence and the way out."""
    from squaremile.core.problems import problem

    if as_json:
        print(json.dumps({"error": problem(error)}, ensure_ascii=False, indent=2))
    else:
        complain(f"{error.text} {error.remedy.label if error.remedy else ''}".strip())
    return EXIT_REFUSED


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(
            ko=f"파일을 읽을 수 없습니다: {path} ({error.strerror})",
            en=f"The file cannot be read: {path} ({error.strerror})",
        ) from error


def _nemo(options: argparse.Namespace) -> int:
    from squaremile.cli.imports.nemo import importing
    from squaremile.cli.imports.nemo.words import KIND_LABELS
    from squaremile.cli.imports.progress import bars

    with bars() as track:
        report, kept = importing.import_nemo(
            _bytes(options.file), source=options.file.name, site=options.site, time_zone=options.time_zone,
            dry_run=options.dry_run, track=track,
        )  # fmt: skip
    _tell(report, KIND_LABELS, as_json=options.json, extra={"kept_file": str(kept)} if kept else {})
    if kept and not options.json:
        say(_KEPT.fill({"path": kept}))
    return 0


def _csv(options: argparse.Namespace) -> int:
    from squaremile.cli.imports.csv.apply import apply
    from squaremile.cli.imports.csv.reader import read
    from squaremile.cli.imports.progress import bars
    from squaremile.cli.imports.zones import csv_site

    data = _bytes(options.file)
    site, zone = csv_site(options.site, options.time_zone, needed=options.kind == "equipment")
    reading = read(options.kind, data, zone=zone, maps=options.map, source=options.file.name)
    with bars() as track:
        errors = apply(reading, zone=zone, site=site, dry_run=options.dry_run, track=track)
    _tell(reading.report, {reading.sheet.kind: reading.sheet.label}, as_json=options.json, extra={})
    if not errors:
        return 0
    if not options.json:
        complain(_UNFIT.fill({"count": len({error.row for error in errors})}))
    return EXIT_UNFIT


def _network(options: argparse.Namespace) -> int:
    from squaremile.cli.imports.network import importing
    from squaremile.cli.imports.network.words import LABELS
    from squaremile.cli.imports.progress import bars

    reading = importing.read(options.source, _bytes(options.file), name=options.file.name)
    with bars() as track:
        sound = importing.bring(reading, source=options.source, dry_run=options.dry_run, track=track)
    _tell(reading.report, LABELS, as_json=options.json, extra={})
    if sound:
        return 0
    if not options.json:
        complain(_UNFIT.fill({"count": len({wrong.row for wrong in reading.wrong})}))
    return EXIT_UNFIT


def _atlas(options: argparse.Namespace) -> int:
    from squaremile.cli.imports.atlas import importing
    from squaremile.cli.imports.atlas.words import LABELS
    from squaremile.cli.imports.progress import bars

    file = atlas.read(options, _bytes(options.file))
    with bars() as track:
        sound = importing.bring(file, dry_run=options.dry_run, track=track)
    _tell(file.reading.report, LABELS, as_json=options.json, extra={})
    if sound:
        return 0
    if not options.json:
        complain(_UNFIT.fill({"count": len(file.reading.wrong)}))
    return EXIT_UNFIT


def _tell(report: Report, labels: Mapping[str, Text], *, as_json: bool, extra: dict[str, str]) -> None:
    from squaremile.cli.imports import rendering

    if as_json:
        print(json.dumps({**rendering.as_json(report), **extra}, ensure_ascii=False, indent=2))
    else:
        sys.stdout.write(rendering.as_text(report, language.get(), labels))
        sys.stdout.flush()
