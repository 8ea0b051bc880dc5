"""`squaremile atlas engine`: one JSON object on standard output, refusals on standard error with exit code 2."""

import json

import pytest

from squaremile.cli.main import main
from tests.atlas.engine.published import World, lines


@pytest.fixture
def made(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    world = World(seed=3, works=60)
    files = {
        "--works": lines(tmp_path / "w.jsonl.gz", world.nested()),
        "--institutions": lines(tmp_path / "i.jsonl", world.institutions()),
        "--topics": lines(tmp_path / "t.jsonl", world.topic_rows()),
    }
    words = [str(word) for pair in files.items() for word in pair]
    assert main(["atlas", "engine", "ingest", str(tmp_path / "set"), *words, "--json"]) == 0
    return tmp_path / "set", world


def test_a_set_is_made_and_asked(made, capsys, tmp_path):
    folder, world = made
    assert json.loads(capsys.readouterr().out)["tables"]["works"] == 61
    assert main(["atlas", "engine", "run", str(folder), "--query", "facts", "--rows", "999", "--json",
                 "--output", str(tmp_path / "answers")]) == 0  # fmt: skip
    out = capsys.readouterr()
    found = json.loads(out.out)
    assert found["engine"] == "duckdb" and list(found["queries"]) == ["facts"]
    rows = {(r["region"], r["activity"]): r["units"] for r in found["queries"]["facts"]["rows"]}
    assert rows == world.facts() and found["queries"]["facts"]["count"] == len(rows)
    assert [p.name for p in (tmp_path / "answers").iterdir()] == ["facts.parquet"]


def test_all_that_can_be_asked_is_asked(made, capsys):
    folder, _ = made
    capsys.readouterr()
    assert main(["atlas", "engine", "run", str(folder), "--json", "--rows", "0"]) == 0
    first = capsys.readouterr().out
    assert sorted(json.loads(first)["queries"]) == sorted(
        ["cells", "cooccurrence", "crowded", "distinct", "facts", "leaders", "quotients", "slices", "ties", "trend"]
    )
    assert main(["atlas", "engine", "run", str(folder), "--json", "--rows", "0"]) == 0
    assert capsys.readouterr().out == first


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--query", "sums"], "There is no query sums."),
        (["--engine", "oracle"], "There is no engine oracle."),
        (["--area", "planet", "--query", "facts"], "There is no area planet."),
        (["--k", "0"], "--k and --most are 1 or more"),
        (["--set", "threads"], "write NAME=VALUE"),
    ],
)
def test_refusals_say_why_on_standard_error(made, capsys, words, said):
    folder, _ = made
    capsys.readouterr()
    assert main(["atlas", "engine", "run", str(folder), "--json", *words]) == 2
    out = capsys.readouterr()
    assert out.out == "" and said in out.err


def test_regions_that_are_no_geojson(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    (tmp_path / "r.geojson").write_text("{")
    assert main(["atlas", "engine", "ingest", str(tmp_path / "s"), "--regions", str(tmp_path / "r.geojson")]) == 2
    assert "GeoJSON으로 읽을 수 없습니다" in capsys.readouterr().err


def test_the_queries_are_listed(capsys, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert main(["atlas", "engine", "queries"]) == 0
    assert "works that institutions share" in capsys.readouterr().out
