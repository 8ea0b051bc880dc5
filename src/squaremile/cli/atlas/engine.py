"""`squaremile atlas engine`: published files into a data set, and the stated queries on it, on DuckDB or Apache Spark."""

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from squaremile.cli.terminal import Trouble, say
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from squaremile.atlas.engine.engines import Engine
    from squaremile.atlas.engine.queries import Asked

SOURCES = ("works", "work-topics", "work-institutions", "institutions", "topics", "sites")
ROWS = 20
AS_JSON = "JSON 하나를 표준 출력에 씁니다", "print one JSON object to standard output"


def arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(title=str(Text(ko="하는 일", en="acts")), metavar="ACT", dest="act", required=True)
    bring = acts.add_parser("ingest", help=str(Text(ko="파일을 자료 폴더로 들여옵니다", en="bring files into a data set")))
    _where(bring)
    for name in SOURCES:
        bring.add_argument(f"--{name}", type=Path, metavar="FILE",
                           help=_says("파일: JSON lines, Parquet, CSV(.gz도)", "file: JSON lines, Parquet, CSV (also .gz)"))  # fmt: skip
    bring.add_argument("--regions", type=Path, metavar="FILE.geojson", help=str(Text(ko="그려진 지역", en="drawn regions")))
    bring.add_argument("--region-name", default="name", metavar="PROPERTY",
                       help=_says("지역의 이름이 있는 속성(name)", "the property that names a region (name)"))  # fmt: skip
    for act, says in (
        ("run", Text(ko="질의를 돌립니다", en="run queries")),
        ("check", Text(ko="두 엔진의 답이 같은지 봅니다", en="see whether both engines say the same")),
    ):
        part = acts.add_parser(act, help=str(says))
        _where(part)
        _asking(part)
        if act == "run":
            part.add_argument("--output", type=Path, metavar="FOLDER", help=str(Text(ko="답마다 Parquet", en="a Parquet file an answer")))
            part.add_argument("--rows", type=int, default=ROWS, help=str(Text(ko="보일 행 수", en="rows shown")))
            part.add_argument("--timed", action="store_true", help=str(Text(ko="걸린 시간도", en="tell the seconds")))
    listed = acts.add_parser("queries", help=_says("질의 목록", "the queries there are"))
    listed.add_argument("--json", action="store_true", help=_says(*AS_JSON))


def _says(ko: str, en: str) -> str:
    return str(Text(ko=ko, en=en))


def _where(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=_says("자료 폴더", "folder of the data set"))
    parser.add_argument("--engine", default="duckdb", metavar="duckdb|spark", help=_says("엔진(duckdb)", "the engine (duckdb)"))
    parser.add_argument("--master", default="local[*]", metavar="URL", help=str(Text(ko="Spark의 주소", en="where Spark is")))
    parser.add_argument("--threads", type=int, metavar="N", help=_says("스레드 수", "how many threads"))
    parser.add_argument("--memory", metavar="8GB", help=_says("쓸 수 있는 메모리", "memory it may take"))
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", dest="settings",
                        help=str(Text(ko="엔진의 설정", en="a setting of the engine")))  # fmt: skip
    parser.add_argument("--json", action="store_true", help=_says(*AS_JSON))


def _asking(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--query", action="append", metavar="NAME", help=str(Text(ko="없으면 모두", en="all of them if absent")))
    parser.add_argument("--area", default="country", metavar="country|region|city|drawn",
                        help=_says("지역의 단위(country)", "unit of regions (country)"))  # fmt: skip
    parser.add_argument("--level", default="field", metavar="topic|subfield|field|domain",
                        help=_says("활동의 단위(field)", "unit of activities (field)"))  # fmt: skip
    parser.add_argument("--topics", default="first", metavar="first|every",
                        help=_says("논문의 첫 주제만(first), 모든 주제(every)", "the first topic of a work, or every one"))  # fmt: skip
    for name, value, ko, en in (
        ("since", 1900, "이 해부터", "from this year"), ("until", 2100, "이 해 전까지", "before this year"),
        ("slice-years", 5, "한 조각의 햇수", "years in a slice"), ("k", 20, "질의의 k(앞의 몇)", "the k of a query (so many of the first)"),
        ("most", 100, "한 논문의 기관이 이보다 많으면 뺌", "works with more institutions than this are left out"),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=value, metavar="N", help=_says(f"{ko}({value})", f"{en} ({value})"))


def run(options: argparse.Namespace) -> int:
    return int({"ingest": _ingest, "run": _run, "check": _check, "queries": _queries}[options.act](options))


def _engine(options: argparse.Namespace, name: str | None = None) -> "Engine":
    from squaremile.atlas.engine.engines import Engine

    pairs = [each.partition("=") for each in options.settings]
    if wrong := next((name for name, sign, _ in pairs if not sign), None):
        raise Trouble(f"--set {wrong}: NAME=VALUE로 쓰십시오.", f"--set {wrong}: write NAME=VALUE.")
    settings = {name: value for name, _, value in pairs}
    return Engine(
        name or options.engine, master=options.master, threads=options.threads, memory=options.memory, settings=settings
    )


def _asked(options: argparse.Namespace) -> "Asked":
    from squaremile.atlas.engine.queries import Asked

    if min(options.slice_years, options.k, options.most) < 1:
        raise Trouble("--slice-years, --k, --most는 1 이상입니다.", "--slice-years, --k and --most are 1 or more.")
    return Asked(
        area=options.area, level=options.level, topics=options.topics, since=options.since, until=options.until,
        slice_years=options.slice_years, k=options.k, most=options.most,
    )  # fmt: skip


def _ingest(options: argparse.Namespace) -> int:
    from squaremile.atlas.engine.ingest import Sources, ingest
    from squaremile.cli.atlas.tables import answer

    files = {name.replace("-", "_"): getattr(options, name.replace("-", "_")) for name in SOURCES}
    with _engine(options) as engine:
        made = ingest(engine, options.folder, Sources(**files, regions=_regions(options)))
        answer({"folder": str(options.folder), **made.paper}, options.json)
    return 0


def _regions(options: argparse.Namespace) -> "pa.Table | None":
    from squaremile.atlas.engine.regions import features, region_cells

    if options.regions is None:
        return None
    try:
        document = json.loads(options.regions.read_text(encoding="utf-8"))
        drawn = features(document, options.region_name)
    except (OSError, json.JSONDecodeError, AttributeError, TypeError) as error:
        raise Trouble(
            f"{options.regions.name}: GeoJSON으로 읽을 수 없습니다 ({error}).",
            f"{options.regions.name}: this cannot be read as GeoJSON ({error}).",
        ) from error
    return region_cells(drawn)


def _run(options: argparse.Namespace) -> int:
    import pyarrow.parquet as pq

    from squaremile.atlas.engine import queries
    from squaremile.atlas.engine.dataset import opened
    from squaremile.cli.atlas.tables import answer

    asked, found = _asked(options), {}
    with _engine(options) as engine:
        data = opened(engine, options.folder)
        for name in options.query or queries.possible(data, asked):
            began = time.perf_counter()
            rows = engine.run(queries.expression(name, data, asked))
            said: dict[str, Any] = {"columns": rows.column_names, "count": rows.num_rows}
            said["rows"] = rows.slice(0, max(options.rows, 0)).to_pylist()
            if options.timed:
                said["seconds"] = round(time.perf_counter() - began, 3)
            if options.output is not None:
                options.output.mkdir(parents=True, exist_ok=True)
                pq.write_table(rows, options.output / f"{name}.parquet")
            found[name] = said
    answer({"engine": options.engine, "queries": found}, options.json)
    return 0


def _check(options: argparse.Namespace) -> int:
    from squaremile.atlas.engine import queries
    from squaremile.atlas.engine.agreement import TOLERANCE, differences
    from squaremile.atlas.engine.dataset import opened
    from squaremile.cli.atlas.tables import answer

    asked, answers = _asked(options), {}
    for engine_name in ("duckdb", "spark"):
        with _engine(options, engine_name) as engine:
            data = opened(engine, options.folder)
            names = options.query or queries.possible(data, asked)
            answers[engine_name] = {n: engine.run(queries.expression(n, data, asked)) for n in names}
    found = {
        name: {"rows": rows.num_rows, "differences": differences(rows, answers["spark"][name])}
        for name, rows in answers["duckdb"].items()
    }
    answer({"tolerance": TOLERANCE, "queries": found}, options.json)
    return 1 if any(each["differences"] for each in found.values()) else 0


def _queries(options: argparse.Namespace) -> int:
    from squaremile.atlas.engine.queries import QUERIES
    from squaremile.cli.atlas.tables import answer

    if options.json:
        answer({name: {"says": q.says, "wants": list(q.wants), "order": list(q.order)} for name, q in QUERIES.items()}, True)
        return 0
    for name, query in QUERIES.items():
        say(f"{name:<13} {query.says}  ({', '.join(query.wants)})")
    return 0
