"""A real extract of OpenAlex, beside the csv module and plain dictionaries. Skipped where the data are not at hand."""

import csv
import gzip
import itertools
from collections import Counter

from squaremile.atlas.engine import queries
from squaremile.atlas.engine.engines import Engine
from squaremile.atlas.engine.ingest import Sources, ingest
from squaremile.atlas.engine.queries import Asked


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="") as held:
        yield from csv.DictReader(held)


def number(key):
    return int(key.rsplit("/", 1)[-1][1:])


def test_one_institution_of_a_century(shared_data, tmp_path):
    folder = shared_data("openalex-sample")
    names = {"works": "works_one_institution", "work_topics": "work_topics", "work_institutions": "work_institutions",
             "institutions": "institutions_top10k", "topics": "topics"}  # fmt: skip
    files = {name: folder / f"{file}.csv.gz" for name, file in names.items()}
    works = {number(r["work_id"]): int(float(r["year"])) for r in rows(files["works"]) if r["year"]}
    here = {(number(r["work_id"]), number(r["institution_id"])) for r in rows(files["work_institutions"])}
    here = {pair for pair in here if pair[0] in works}
    with Engine("duckdb", threads=1) as engine:
        data = ingest(engine, tmp_path / "set", Sources(**files))
        ask = lambda name: engine.run(queries.expression(name, data, Asked(topics="every"))).to_pylist()
        assert data.paper["tables"] == {
            "works": len(works), "work_institutions": len(here), "topics": 4516, "sites": len({r["openalex_id"] for r in rows(files["institutions"])}),
            "work_topics": len({(number(r["work_id"]), r["topic_id"]) for r in rows(files["work_topics"]) if number(r["work_id"]) in works}),
        }  # fmt: skip
        leaders = Counter(i for _, i in here)
        assert [(r["institution"], r["works"]) for r in ask("leaders")] == sorted(leaders.items(), key=lambda p: (-p[1], p[0]))[:20]
        by_work = {}
        for work, institution in here:
            by_work.setdefault(work, []).append(institution)
        together = Counter(p for held in by_work.values() if len(held) <= 100 for p in itertools.combinations(sorted(held), 2))
        assert {(r["a"], r["b"]): r["works"] for r in ask("ties")} == together
