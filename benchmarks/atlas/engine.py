"""The engines: the product's expressions on DuckDB, the same questions as SQL on bare DuckDB, and on Apache Spark.

Synthetic works (three topics, two institutions each, skewed as real ones are) of growing numbers, from a seed. Every
answer is compared with bare DuckDB's before a time counts. CPU is that of the whole process tree, so Java's is in it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from squaremile.atlas.engine import queries
from squaremile.atlas.engine.agreement import differences
from squaremile.atlas.engine.dataset import FORMAT, PAPER, opened
from squaremile.atlas.engine.engines import Engine, missing
from squaremile.atlas.engine.ingest import Sources, ingest
from squaremile.atlas.engine.queries import Asked

VAR = Path(__file__).resolve().parents[2] / "var" / "bench" / "atlas"
TOPICS, SITES, YEARS = 4_516, 10_000, 20
ASKED = ("facts", "quotients", "trend", "leaders", "cooccurrence", "ties")
FACTS = """SELECT s.country AS region, t.field AS activity, count(DISTINCT w.work) AS units FROM works w JOIN topics t USING (topic)
 JOIN work_institutions i USING (work) JOIN sites s ON s.site = i.institution GROUP BY 1, 2"""
BARE = {
    "facts": FACTS + " ORDER BY 1, 2",
    "quotients": f"""WITH f AS ({FACTS}) SELECT region, activity, units AS value,
 units::DOUBLE / sum(units) OVER (PARTITION BY region)::DOUBLE AS share,
 sum(units) OVER (PARTITION BY activity)::DOUBLE / sum(units) OVER ()::DOUBLE AS share_of_all, share / share_of_all AS lq
 FROM f ORDER BY 1, 2""",
    "trend": """WITH e AS (SELECT topic AS item, year AS period, count(DISTINCT work) AS units FROM works GROUP BY 1, 2)
 SELECT item, period, units, a.n AS units_of_all, units::DOUBLE / a.n::DOUBLE AS share
 FROM e JOIN (SELECT year AS period, count(DISTINCT work) AS n FROM works GROUP BY 1) a USING (period) ORDER BY 1, 2""",
    "leaders": "SELECT institution, count(DISTINCT work) AS works FROM work_institutions GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20",
    "cooccurrence": """WITH p AS (SELECT DISTINCT work, topic FROM work_topics) SELECT x.topic AS a, y.topic AS b, count(*) AS together
 FROM p x JOIN p y ON x.work = y.work AND x.topic < y.topic GROUP BY 1, 2 ORDER BY 1, 2""",
    "ties": """WITH p AS (SELECT DISTINCT work, institution FROM work_institutions),
 n AS (SELECT work, count(*) AS n FROM p GROUP BY 1 HAVING n BETWEEN 2 AND 100)
 SELECT x.institution AS a, y.institution AS b, count(*) AS works, sum(2.0::DOUBLE / (n.n * (n.n - 1))::DOUBLE) AS weight
 FROM p x JOIN n USING (work) JOIN p y ON x.work = y.work AND x.institution < y.institution GROUP BY 1, 2 ORDER BY 1, 2""",
}  # fmt: skip

TOPIC = "range AS topic, 'topic ' || range AS name, 's' || range % 252 AS subfield, 'f' || range % 26 AS field, 'd' || range % 4 AS domain"
SITE = """range AS site, range AS organisation, 'i' || range AS name, 'education' AS kind, 'c' || range % 150 AS country,
 NULL::VARCHAR AS region, NULL::VARCHAR AS city, NULL::DOUBLE AS lat, NULL::DOUBLE AS lon, NULL::BIGINT AS jobs, 'city' AS precision,
 -1::BIGINT AS plane, NULL::DOUBLE AS x_m, NULL::DOUBLE AS y_m, -1::BIGINT AS cell_250, -1::BIGINT AS cell_1000, -1::BIGINT AS cell_4000,
 -1::BIGINT AS cell_16000"""
NESTED = f"""'https://openalex.org/W' || range AS id, 2005 + range % 20 AS publication_year, 'article' AS type, 0 AS cited_by_count,
 {{'id': 'https://openalex.org/T' || range % {TOPICS}}} AS primary_topic,
 'a title of about sixty letters, as titles usually are' AS title,
 [{{'id': 'https://openalex.org/T' || range % {TOPICS}, 'score': 0.9}},
  {{'id': 'https://openalex.org/T' || (range * 7) % {TOPICS}, 'score': 0.5}}] AS topics,
 [{{'author': {{'id': 'A1'}}, 'institutions': [{{'id': 'https://openalex.org/I' || range % {SITES}}}]}},
  {{'author': {{'id': 'A2'}}, 'institutions': [{{'id': 'https://openalex.org/I' || (range * 3) % {SITES}}}]}}] AS authorships"""


def made(works: int) -> Path:
    """A data set of so many works, written once."""
    folder = VAR / f"works_{works}"
    if (folder / PAPER).exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    con = duckdb.connect()
    con.execute("SET preserve_insertion_order = false")
    # A number in [0, 1) of a work and a salt; cubed or squared it favours the first, as real topics and places do.
    draw = "(hash(w.range * 97 + {}) >> 11)::DOUBLE / 9007199254740992"
    topic = lambda salt: f"(floor({TOPICS} * pow({draw.format(salt)}, 2)))::BIGINT"
    place = lambda salt: f"(floor({SITES} * pow({draw.format(salt)}, 3)))::BIGINT"
    year = f"(2005 + floor({YEARS} * sqrt({draw.format(7)})))::BIGINT"
    source = f"range({works}) w"
    partitioned = "(FORMAT PARQUET, COMPRESSION ZSTD, PARTITION_BY (year))"
    first = f"w.range AS work, 'article' AS kind, 0::BIGINT AS cited, {topic(1)} AS topic, {year} AS year"
    con.execute(f"COPY (SELECT {first} FROM {source}) TO '{folder}/works' {partitioned}")
    for name, column, of, salts in (("work_topics", "topic", topic, (1, 2, 3)), ("work_institutions", "institution", place, (4, 5))):
        parts = " UNION ".join(f"SELECT w.range AS work, {of(s)} AS {column}, {year} AS year FROM {source}" for s in salts)
        con.execute(f"COPY ({parts}) TO '{folder}/{name}' {partitioned}")
    for name, rows, said in (("topics", TOPICS, TOPIC), ("sites", SITES, SITE)):
        (folder / name).mkdir()
        con.execute(f"COPY (SELECT {said} FROM range({rows})) TO '{folder}/{name}/part-0.parquet'")
    names = ("works", "work_topics", "work_institutions", "sites", "topics")
    tables = {name: con.execute(f"SELECT count(*) FROM '{folder}/{name}/**/*.parquet'").fetchone()[0] for name in names}
    (folder / PAPER).write_text(json.dumps({"format": FORMAT, "tables": tables, "left_out": {}, "sources": []}))
    return folder


def cpu() -> float:
    """CPU seconds of this process and all that it started and that still run."""
    tick, mine = os.sysconf("SC_CLK_TCK"), {os.getpid()}
    parents: dict[int, tuple[int, float]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = (int(fields[1]), (int(fields[11]) + int(fields[12])) / tick)
    grown = True
    while grown:
        more = {pid for pid, (parent, _) in parents.items() if parent in mine} - mine
        mine |= more
        grown = bool(more)
    return sum(parents[pid][1] for pid in mine if pid in parents)


def timed(act: Callable[[], pa.Table], times: int) -> tuple[pa.Table, float, float]:
    """The answer, and the median wall and CPU seconds."""
    walls, cpus, answer = [], [], None
    for _ in range(times):
        began, used = time.perf_counter(), cpu()
        answer = act()
        walls.append(time.perf_counter() - began)
        cpus.append(cpu() - used)
    return answer, statistics.median(walls), statistics.median(cpus)


@contextmanager
def bare(folder: Path, threads: int) -> Iterator[Callable[[str], pa.Table]]:
    """DuckDB through its own client, the tables as views on the same files."""
    con = duckdb.connect(config={"threads": threads})
    for name in ("works", "work_topics", "work_institutions"):
        con.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{folder}/{name}/**/*.parquet', hive_partitioning = true)")
    for name in ("sites", "topics"):
        con.execute(f"CREATE VIEW {name} AS SELECT * FROM '{folder}/{name}/part-0.parquet'")
    yield lambda name: con.sql(BARE[name]).to_arrow_table()
    con.close()


def race(works: int, threads: int, times: int, spark: Engine | None, spark_times: int) -> list[dict[str, object]]:
    folder, found = made(works), []
    paper = json.loads((folder / PAPER).read_text())["tables"]
    rows = paper["works"] + paper["work_topics"] + paper["work_institutions"]
    with bare(folder, threads) as ask, Engine("duckdb", threads=threads) as duck:
        for name in ASKED:
            truth, wall, used = timed(lambda name=name: ask(name), times)
            line: dict[str, object] = {"works": works, "rows": rows, "query": name, "answer": truth.num_rows, "bare": (wall, used)}
            for engine in filter(None, (duck, spark)):
                act = lambda engine=engine, name=name: engine.run(queries.expression(name, opened(engine, folder), Asked()))
                answer, wall, used = timed(act, times if engine is duck else spark_times)
                wrong = differences(answer.cast(truth.schema), truth)
                assert not wrong, (name, engine.name, wrong)
                line[engine.name] = (wall, used)
            found.append(line)
            _say(str(line))
    return found


def reading(works: int, spark: Engine | None) -> dict[str, tuple[float, float]]:
    """Bringing in nested JSON lines, the snapshot's own form: seconds, and works a second."""
    path = VAR / f"nested_{works}.jsonl.gz"
    if not path.exists():
        con = duckdb.connect()
        con.execute(f"COPY (SELECT {NESTED} FROM range({works})) TO '{path}' (FORMAT JSON, COMPRESSION GZIP)")
    found = {}
    with Engine("duckdb") as duck:
        for engine in filter(None, (duck, spark)):
            shutil.rmtree(VAR / "read", ignore_errors=True)
            began = time.perf_counter()
            ingest(engine, VAR / "read", Sources(works=path))
            took = time.perf_counter() - began
            found[engine.name] = (took, works / took)
    _say(f"reading {found}")
    return found


def _say(sentence: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}, load {os.getloadavg()[0]:.1f}] {sentence}", file=sys.stderr, flush=True)


def section(arguments: list[str]) -> str:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.atlas engine")
    parser.add_argument("--works", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000])
    parser.add_argument("--spark-most", type=int, default=1_000_000, help="largest number of works that Spark is asked (0: none)")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--spark-times", type=int, default=3)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args(arguments)
    VAR.mkdir(parents=True, exist_ok=True)
    load, lines = os.getloadavg()[0], []
    spark = None
    if options.spark_most and missing("spark") is None:
        spark = Engine("spark", master=f"local[{options.threads}]", memory="6g")
    for works in options.works:
        times = options.times if works < 10_000_000 else min(options.times, 3)
        lines += race(works, options.threads, times, spark if works <= options.spark_most else None, options.spark_times)
    read = reading(min(options.works[0], 100_000), spark)
    if spark is not None:
        spark.close()
    (VAR / "engine.json").write_text(json.dumps({"lines": lines, "reading": read, "load": load}, indent=1))
    return _report(lines, read, options.threads, load, options.times, options.spark_times)


def _report(lines: list[dict[str, object]], read: dict[str, tuple[float, float]], threads: int, load: float, times: int, spark_times: int) -> str:
    said = [
        "## Engines: one set of expressions, DuckDB and Apache Spark", "",
        f"{threads} threads; load average {load:.1f} at the start (other work shared the cores). Seconds of wall"
        f" clock, CPU seconds in brackets; medians of {times} (three at ten million works; {spark_times} on Spark, after no warming)."
        " Bare DuckDB is hand-written SQL on the same Parquet files, read each"
        " time; the product's expressions are compiled anew each time. All answers equal: integers exactly, floats to 1e-12.", "",
        "| works | rows in the three tables | query | rows of the answer | bare DuckDB | squaremile on DuckDB | squaremile on Spark, local"
        " | over bare | rows a second, DuckDB |",
        "|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    show = lambda pair: f"{pair[0]:.2f} ({pair[1]:.2f})" if pair else "–"
    for line in lines:
        said.append(
            f"| {line['works']:,} | {line['rows']:,} | {line['query']} | {line['answer']:,} | {show(line['bare'])} | {show(line['duckdb'])} |"
            f" {show(line.get('spark'))} | {line['duckdb'][0] / line['bare'][0]:.2f}× | {line['rows'] / line['duckdb'][0]:,.0f} |"
        )
    said += ["", "Bringing in nested JSON lines (gzip, one file): " + "; ".join(
        f"{name} {took:.1f} s, {rate:,.0f} works a second" for name, (took, rate) in read.items()) + "."]  # fmt: skip
    return "\n".join(said)
