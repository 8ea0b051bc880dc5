"""The same questions to both engines: the answers of plain loops, integers exactly and floats to 1e-12."""

import math
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from squaremile.atlas.engine import expressions as ex
from squaremile.atlas.engine import queries
from squaremile.atlas.engine.agreement import differences
from squaremile.atlas.engine.engines import Engine
from squaremile.atlas.engine.grid import SIZES, coarser
from squaremile.atlas.engine.ingest import Sources, ingest
from squaremile.atlas.engine.queries import Asked
from squaremile.atlas.engine.regions import region_cells
from tests.atlas.engine.published import sheet


def ask(data, name, asked=None):
    return data.engine.run(queries.expression(name, data, asked or Asked())).to_pylist()


def test_works_by_area_and_field_are_those_of_the_loops(data, published_world):
    assert {(r["region"], r["activity"]): r["units"] for r in ask(data, "facts")} == published_world.facts()


def test_quotients_are_those_of_the_margins(data, published_world):
    facts = published_world.facts()
    total = sum(facts.values())
    found = ask(data, "quotients")
    assert {(r["region"], r["activity"]) for r in found} == set(facts)
    for row in found:
        region = sum(n for (r, _), n in facts.items() if r == row["region"])
        activity = sum(n for (_, a), n in facts.items() if a == row["activity"])
        n = facts[row["region"], row["activity"]]
        assert (row["value"], row["share"], row["share_of_all"]) == (n, n / region, activity / total)
        assert math.isclose(row["lq"], n * total / (region * activity), rel_tol=1e-12)


def test_ties_leave_out_consortia_and_count_how_many(data, published_world):
    found = {(r["a"], r["b"]): (r["works"], r["weight"]) for r in ask(data, "ties")}
    wanted = published_world.ties()
    assert {pair: n for pair, (n, _) in found.items()} == {pair: n for pair, (n, _) in wanted.items()}
    assert all(math.isclose(found[p][1], wanted[p][1], rel_tol=1e-12) for p in wanted)
    assert ask(data, "crowded") == [{"groups": 1}]
    assert len(ask(data, "ties", Asked(most=120))) > len(wanted)


def test_topics_together_and_by_year(data, published_world):
    assert {(r["a"], r["b"]): r["together"] for r in ask(data, "cooccurrence")} == published_world.together()
    each, every = published_world.trend()
    assert {(r["item"], r["period"]): (r["units"], r["units_of_all"], r["share"]) for r in ask(data, "trend")} == {
        (topic, year): (n, every[year], n / every[year]) for (topic, year), n in each.items()
    }


def test_slices_and_years(data, published_world):
    found = {(r["slice"], r["area"], r["activity"]): r["works"] for r in ask(data, "slices")}
    assert found == published_world.slices()
    narrow = ask(data, "facts", Asked(since=2015, until=2016))
    assert sum(r["units"] for r in narrow) == sum(
        len({published_world.places[i][0] for i in here} - {None})
        for year, topics, here in published_world.works.values() if year == 2015 and topics
    )  # fmt: skip


def test_leaders_are_the_same_among_equals(data, published_world):
    counted = {}
    for _, _, here in published_world.works.values():
        for i in here:
            counted[i] = counted.get(i, 0) + 1
    wanted = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:7]
    assert [(r["institution"], r["works"]) for r in ask(data, "leaders", Asked(k=7))] == wanted


def test_cells_count_each_site_once_at_every_size(data, published_world):
    found = ask(data, "cells")
    for size in SIZES:
        assert sum(r["sites"] for r in found if r["size"] == size) == len(published_world.places), size
    # What a coarse cell holds is what its finer ones hold.
    coarse = {}
    fine = [r for r in found if r["size"] == SIZES[0]]
    for row, up in zip(fine, coarser([r["cell"] for r in fine], SIZES[-1]).tolist(), strict=True):
        coarse[up] = coarse.get(up, 0) + row["sites"]
    assert coarse == {r["cell"]: r["sites"] for r in found if r["size"] == SIZES[-1]}


def test_every_topic_of_a_work_can_be_counted(data, published_world):
    found = ask(data, "trend", Asked(topics="every"))
    assert sum(r["units"] for r in found) == sum(len(t) for _, t, _ in published_world.works.values())


def test_what_is_left_out_is_said(data, published_world):
    bare = sum(not topics for _, topics, _ in published_world.works.values())
    assert list(data.paper["left_out"].values()) == [bare]
    assert data.paper["tables"]["works"] == len(published_world.works)
    assert data.paper["tables"]["work_institutions"] == sum(len(h) for _, _, h in published_world.works.values())


def test_flat_tables_say_the_same_as_the_snapshot(engine, data, published_world, sources, tmp_path):
    flat = Sources(
        works=sheet(tmp_path / "works.csv", ["work_id", "year", "title", "primary_topic_id"], (
            [f"https://openalex.org/W{k}", f"{year}.0", 'a "title",\nof two lines', f"T{topics[0]}" if topics else ""]
            for k, (year, topics, _) in published_world.works.items()
        )),
        work_topics=sheet(tmp_path / "wt.csv", ["work_id", "topic_id"], (
            [f"W{k}", f"T{t}"] for k, (_, topics, _) in published_world.works.items() for t in topics
        )),
        # Each pair twice: extracts have exact duplicates.
        work_institutions=sheet(tmp_path / "wi.csv", ["work_id", "institution_id"], (
            [f"W{k}", f"I{i}"] for k, (_, _, here) in published_world.works.items() for i in here for _ in range(2)
        )),
        institutions=sources.institutions, topics=sources.topics,
    )  # fmt: skip
    other = ingest(engine, tmp_path / "flat", flat)
    for name in ("facts", "ties", "cooccurrence", "trend"):
        assert differences(*(engine.run(queries.expression(name, d, Asked())) for d in (data, other))) == [], name


def test_parquet_of_the_snapshot_says_the_same(engine, data, sources, published_world, tmp_path):
    (tmp_path / "works").mkdir()
    rows = list(published_world.nested())
    for part, half in enumerate((rows[:200], rows[200:])):
        pq.write_table(pa.Table.from_pylist(half, schema=_nested()), tmp_path / "works" / f"part_{part}.parquet")
    other = ingest(engine, tmp_path / "set", replace(sources, works=tmp_path / "works"))
    for name in ("facts", "ties", "cooccurrence"):
        assert ask(other, name) == ask(data, name), name


def _nested():
    key = pa.struct([("id", pa.string())])
    return pa.schema([
        ("id", pa.string()), ("publication_year", pa.int32()), ("type", pa.string()), ("cited_by_count", pa.int32()),
        ("primary_topic", key), ("topics", pa.list_(pa.struct([("id", pa.string()), ("score", pa.float64())]))),
        ("authorships", pa.list_(pa.struct([("author", key), ("institutions", pa.list_(key))]))),
    ])  # fmt: skip


def test_a_list_of_sites_in_drawn_regions(engine, tmp_path):
    sites = sheet(tmp_path / "sites.csv", ["site", "organisation", "lat", "lon", "activity", "jobs", "precision"], [
        ["s1", "Alpha", 35.85, 127.10, "bio", 10, "roof"],
        ["s1", "Alpha", 35.85, 127.10, "food", 10, "roof"],
        ["s2", "Alpha", 35.86, 127.11, "bio", 5, "street"],
        ["s3", "Beta", 35.86, 127.11, "bio", "", "city"],
        ["s4", "Gamma", 37.50, 127.00, "bio", 100, "roof"],
        ["s5", "Delta", "", "", "bio", 7, ""],
    ])  # fmt: skip
    square = [(127.0, 35.8), (127.2, 35.8), (127.2, 35.9), (127.0, 35.9)]
    hole = [(127.105, 35.855), (127.12, 35.855), (127.12, 35.865), (127.105, 35.865)]
    drawn = region_cells([("Jeonju", [square, hole]), ("hole", [hole])])
    data = ingest(engine, tmp_path / "set", Sources(sites=sites, regions=drawn))
    assert ask(data, "membership") == [{"site": n, "region": r} for n, r in ((0, "Jeonju"), (1, "hole"), (2, "hole"))]
    assert ask(data, "distinct", Asked(area="drawn")) == [
        {"area": "Jeonju", "organisations": 1}, {"area": "hole", "organisations": 2},
    ]  # fmt: skip
    assert ask(data, "site-facts", Asked(area="drawn")) == [
        {"region": "Jeonju", "activity": "bio", "units": 1, "jobs": 10},
        {"region": "Jeonju", "activity": "food", "units": 1, "jobs": 10},
        {"region": "hole", "activity": "bio", "units": 2, "jobs": 5},
    ]


def test_time_slices_may_be_named(engine, data):
    works = data.table("works")
    found = engine.run(ex.sliced(works, year="year", starts=[2012, 2015, 2020], end=2022)).to_pylist()
    assert {(r["year"], r["slice"]) for r in found} == {
        (y, 2012 if y < 2015 else 2015 if y < 2020 else 2020) for y in range(2012, 2022)
    }
    with pytest.raises(ValueError, match="ascend"):
        ex.sliced(works, year="year", starts=[2015, 2015], end=2020)


def test_every_engine_says_what_one_thread_of_duckdb_says(data):
    """Row by row, in the stated order, by the comparison that operators run (`engine check`)."""
    with Engine("duckdb", threads=1) as alone:
        same = replace(data, engine=alone)
        for name in queries.possible(data, Asked()):
            rows = [each.engine.run(queries.expression(name, each, Asked())) for each in (same, data)]
            assert differences(*rows) == [], name


def test_differences_are_found():
    """The comparison itself can fail: a count off by one, a float off by more than its tolerance, a missing row."""
    table = pa.table({"n": [1, 2], "x": [0.1, 0.2], "t": ["a", None]})
    assert differences(table, table.set_column(1, "x", pa.array([0.1, 0.2 * (1 + 1e-13)]))) == []
    assert differences(table, table.set_column(1, "x", pa.array([0.1, 0.2 * (1 + 1e-11)])))[0].startswith("x, row 1")
    assert differences(table, table.set_column(0, "n", pa.array([1, 3]))) == ["n, row 1: 2 / 3"]
    assert differences(table, table.set_column(2, "t", pa.array(["a", "b"]))) == ["t, row 1: None / 'b'"]
    assert differences(table, table.slice(1)) == ["rows: 2 / 1"]
    assert differences(table, table.drop_columns("t"))[0].startswith("columns")
