"""The arguments of `squaremile import atlas KIND FILE`, and one run of it."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from squaremile.cli.imports.atlas.kinds import KINDS
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.cli.imports.atlas.importing import File


def arguments(parser: argparse.ArgumentParser) -> None:
    """Kind and file, and what the file cannot say of itself."""
    parser.add_argument("kind", choices=tuple(KINDS), metavar="KIND", help=", ".join(KINDS))
    said = (
        ("--mapping", Path, "M.json", Text(ko="열의 대응표", en="their columns and ours: columns, constants, activities")),
        ("--source", str, "CODE", Text(ko="출처의 코드", en="code of the source")),
        ("--licence", str, "NAME", Text(ko="자료의 사용 조건", en="licence of the data")),
        ("--attribution", str, "TEXT", Text(ko="함께 밝혀야 하는 출처 표시", en="what must be printed beside the data")),
        ("--as-of", str, "DATE", Text(ko="자료의 날짜, 예: 2026-03-01", en="the day the data are of, such as 2026-03-01")),
        ("--scheme", str, "CODE", Text(ko="지역 구분의 코드", en="code of the scheme of regions")),
        ("--only", str, "PREFIX", Text(ko="코드가 이렇게 시작하는 지역만", en="only regions whose code begins so")),
        ("--inside", str, "SCHEME:CODE", Text(ko="모든 위치가 있어야 할 지역", en="the region that every point should lie in")),
        ("--relations", Path, "FILE", Text(ko="ROR CSV의 관계 파일", en="file of relations of the ROR CSV")),
    )  # fmt: skip
    for name, kind, metavar, says in said:
        dest = "source_code" if name == "--source" else name.strip("-").replace("-", "_")
        parser.add_argument(name, dest=dest, type=kind, default=None if kind is Path else "", metavar=metavar, help=str(says))
    parser.add_argument("--publish", action="store_true", help=str(Text(ko="새 기관과 지역을 바로 공개합니다", en="publish what is new at once")))


def read(options: argparse.Namespace, data: bytes) -> File:
    """The file, read as its options say."""
    from squaremile.cli.imports.atlas import importing
    from squaremile.cli.imports.atlas.reading import Options

    name = options.file.name.lower().removesuffix(".gz")
    how = Options(
        mapping=_mapping(options.mapping), scheme=options.scheme, only=options.only, relations=options.relations,
        suffix=Path(name).suffix, published=options.publish,
    )
    origin = importing.Origin(
        options.source_code, options.licence, options.attribution, _day(options.as_of), options.inside
    )
    return importing.read(options.kind, data, name=options.file.name, options=how, origin=origin)


def _mapping(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise Trouble(ko=f"대응표를 읽을 수 없습니다: {path}", en=f"The mapping cannot be read: {path}") from error
    if not isinstance(said, dict):
        raise Trouble(ko=f"대응표는 JSON 객체여야 합니다: {path}", en=f"The mapping must be a JSON object: {path}")
    return said


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Trouble(ko=f"날짜를 읽을 수 없습니다: {text}", en=f"This is not a date: {text}") from error
