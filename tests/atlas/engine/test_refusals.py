"""What cannot be brought in is refused with the file's name, and nothing is left behind."""

import json
from dataclasses import replace

import pytest

from squaremile.atlas.engine import queries
from squaremile.atlas.engine.dataset import opened
from squaremile.atlas.engine.engines import Engine, EngineMissing, missing
from squaremile.atlas.engine.ingest import Sources, ingest
from squaremile.atlas.engine.queries import Asked
from squaremile.atlas.measures.refusing import Unmeasurable
from tests.atlas.engine.published import lines, sheet


@pytest.fixture(scope="module")
def duck():
    with Engine("duckdb", threads=1) as engine:
        yield engine


def refused(duck, tmp_path, sources):
    with pytest.raises(Unmeasurable) as error:
        ingest(duck, tmp_path / "set", sources)
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith("set")) == []
    assert error.value.text.ko != error.value.text.en
    return error.value.text.en


def test_nothing_to_bring_in(duck, tmp_path):
    assert refused(duck, tmp_path, Sources()) == "Name at least one file to bring in."


def test_a_missing_file_and_an_unknown_kind(duck, tmp_path):
    assert "no such file" in refused(duck, tmp_path, Sources(works=tmp_path / "w.jsonl"))
    (tmp_path / "w.docx").write_bytes(b"x")
    assert "this kind of file" in refused(duck, tmp_path, Sources(works=tmp_path / "w.docx"))


def test_a_broken_line_of_json(duck, tmp_path):
    (tmp_path / "w.jsonl").write_text('{"id": "W1", "publication_year": 2020}\n{"id": \n')
    assert refused(duck, tmp_path, Sources(works=tmp_path / "w.jsonl")).startswith("w.jsonl: this cannot be read as works")


def test_a_year_that_is_none(duck, tmp_path):
    path = sheet(tmp_path / "w.csv", ["id", "year"], [["W1", "2020"], ["W2", "soon"]])
    assert "soon" in refused(duck, tmp_path, Sources(works=path))


def test_a_missing_column_is_named_with_those_there(duck, tmp_path):
    path = sheet(tmp_path / "w.csv", ["id", "jahr"], [["W1", "2020"]])
    assert refused(duck, tmp_path, Sources(works=path)) == "works: there is no column year. There are: id, jahr."


def test_one_work_said_in_two_ways(duck, tmp_path):
    path = sheet(tmp_path / "w.csv", ["id", "year"], [["W1", "2020"], ["W1", "2021"], ["W2", "2020"], ["W2", "2020"]])
    assert refused(duck, tmp_path, Sources(works=path)).startswith("works: number 1 comes more than once")


def test_an_empty_file(duck, tmp_path):
    assert "no row to keep" in refused(duck, tmp_path, Sources(works=sheet(tmp_path / "w.csv", ["id", "year"], [])))


def test_sites_off_the_earth_in_two_places_or_oddly_precise(duck, tmp_path):
    head = ["site", "lat", "lon", "precision"]
    swapped = sheet(tmp_path / "a.csv", head, [["a", 127.1, 35.8, "roof"]])
    assert refused(duck, tmp_path, Sources(sites=swapped)).startswith("Row 1: (127.1, 35.8)")
    twice = sheet(tmp_path / "b.csv", head, [["a", 1, 1, "roof"], ["a", 1, 2, "roof"]])
    assert "one site is said in two ways" in refused(duck, tmp_path, Sources(sites=twice))
    odd = sheet(tmp_path / "c.csv", head, [["a", 1, 1, "exact"]])
    assert "no precision exact" in refused(duck, tmp_path, Sources(sites=odd))
    text = sheet(tmp_path / "d.csv", head, [["a", "north", 1, "roof"]])
    assert "lat holds what is no number" in refused(duck, tmp_path, Sources(sites=text))
    both = Sources(sites=text, institutions=text)
    assert "not both" in refused(duck, tmp_path, both)


def test_an_existing_folder_is_not_touched(duck, tmp_path):
    (tmp_path / "set").mkdir()
    with pytest.raises(Unmeasurable, match="there already"):
        ingest(duck, tmp_path / "set", Sources(works=tmp_path / "w.csv"))
    assert list((tmp_path / "set").iterdir()) == []


def test_a_folder_that_is_no_data_set(duck, tmp_path):
    for paper in ("", "[]", json.dumps({"format": 99, "tables": {}})):
        (tmp_path / "dataset.json").write_text(paper)
        with pytest.raises(Unmeasurable, match="no data set"):
            opened(duck, tmp_path)


def test_queries_areas_and_levels_are_known_and_their_tables_there(duck, tmp_path):
    data = ingest(duck, tmp_path / "set", Sources(works=sheet(tmp_path / "w.csv", ["id", "year"], [["W1", "2020"]])))
    for name, asked, said in (
        ("sums", Asked(), "no query sums"),
        ("facts", Asked(area="planet"), "no area planet"),
        ("facts", Asked(level="paragraph"), "no level paragraph"),
        ("facts", Asked(topics="some"), "no topics some"),
        ("ties", Asked(), "no table work_institutions"),
        ("trend", Asked(), "No work says its first topic"),
    ):
        with pytest.raises(Unmeasurable, match=said):
            queries.expression(name, data, asked)
    assert queries.possible(data, Asked()) == []


def test_topics_of_works_that_are_not_there_are_left_out(duck, tmp_path):
    works = lines(tmp_path / "w.jsonl", [{"id": "W1", "publication_year": 2020}, {"id": "W2", "publication_year": None}])
    pairs = sheet(tmp_path / "wt.csv", ["work_id", "topic_id"], [["W1", "T1"], ["W2", "T1"], ["W3", "T1"]])
    data = ingest(duck, tmp_path / "set", Sources(works=works, work_topics=pairs))
    assert data.paper["tables"] == {"works": 1, "work_topics": 1}
    assert data.paper["left_out"]["works without a number or a year"] == 1


def test_an_engine_that_is_not_there(monkeypatch):
    assert "no engine oracle" in missing("oracle").text.en
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    assert "no Java" in missing("spark").text.en
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(EngineMissing, match="not installed"):
        Engine("spark")


def test_the_paper_tells_the_same_file_the_same_way(duck, tmp_path):
    source = Sources(works=sheet(tmp_path / "w.csv", ["id", "year"], [["W1", "2020"]]))
    first, second = (ingest(duck, tmp_path / name, source).paper for name in ("set", "other"))
    assert first == second
    other = ingest(duck, tmp_path / "third", replace(source, works=sheet(tmp_path / "v.csv", ["id", "year"], [["W1", "2021"]])))
    assert other.paper["sources"][0]["sha256"] != first["sources"][0]["sha256"]
