"""`squaremile atlas network`, `trends` and `partners`: their JSON, and their refusals."""

import json

import numpy as np
import pytest

from squaremile.cli.main import main


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)


@pytest.fixture
def write(tmp_path):
    def make(name, *lines):
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return str(path)

    return make


def told(capsys, *words):
    assert main(["atlas", *words, "--json"]) == 0
    out = capsys.readouterr()
    assert out.err == ""
    return json.loads(out.out)


def refused(capsys, *words):
    assert main(["atlas", *words, "--json"]) == 2
    out = capsys.readouterr()
    assert out.out == ""
    return out.err.strip()


def test_a_network_as_json(write, capsys):
    path = write("ties.csv", "from,to,times", "a,b,2", "b,a,1", "b,c,1", "c,c,5")
    found = told(capsys, "network", path, "--a", "from", "--b", "to", "--weight", "times")
    assert {k: found[k] for k in ("count", "ties", "loops", "repeated", "communities", "seed")} == {
        "count": 3, "ties": 2, "loops": 1, "repeated": 1, "communities": 1, "seed": 0,
    }  # fmt: skip
    middle = found["nodes"][1]
    assert middle == {
        "name": "b", "degree": 2, "strength": 4.0, "betweenness": 1.0, "betweenness_weighted": 1.0, "closeness": 1.0,
        "core": 1, "constraint": pytest.approx(0.75**2 + 0.25**2), "community": 0,
    }  # fmt: skip


def test_who_shares_a_work_is_tied(write, capsys):
    path = write("works.csv", "who,work", "a,1", "b,1", "b,2", "c,2", "c,2", "d,9")
    found = told(capsys, "network", path, "--a", "who", "--shared", "work")
    assert (found["ties"], found["repeated"]) == (2, 1)
    assert [n["degree"] for n in found["nodes"]] == [1, 2, 1, 0]
    assert found["nodes"][3]["constraint"] is None
    assert main(["atlas", "network", path, "--a", "who", "--shared", "work"]) == 0
    assert capsys.readouterr().out.splitlines()[-9].strip().startswith("- degree: 0")


def test_network_refuses(write, capsys):
    path = write("ties.csv", "from,to,times", "a,b,0")
    assert refused(capsys, "network", path, "--a", "from") == "Name one of --b and --shared."
    assert "Did you mean “from” by “form”?" in refused(capsys, "network", path, "--a", "form", "--b", "to")
    said = refused(capsys, "network", path, "--a", "from", "--b", "to", "--weight", "times")
    assert said == "The weight of tie 1 is not a number above zero. Leave out ties that are not there."
    said = refused(capsys, "network", path, "--a", "from", "--shared", "to", "--weight", "times")
    assert said == "There is no --weight with --shared: ties are counted."
    empty = write("empty.csv", "from,to")
    assert (
        refused(capsys, "network", empty, "--a", "from", "--b", "to") == "There is no tie between two different names."
    )


def history(burst):
    """Twenty topics over ten years at a steady share of a growing field; one of them bursts in 2016 and 2017."""
    random = np.random.default_rng(2)
    field = 2000 * 1.1 ** np.arange(10)
    lines = ["year,topic,place,papers,all"]
    for topic in range(20):
        for n, year in enumerate(range(2010, 2020)):
            high = 5 if burst and topic == 7 and year in (2016, 2017) else 1
            lines.append(f"{year},t{topic:02},Iksan,{random.poisson(field[n] * 0.005 * high)},{field[n]:.0f}")
    return lines


WORDS = ("--period", "year", "--activity", "topic", "--region", "place", "--value", "papers")


def test_a_planted_burst_is_found_at_its_year(write, capsys):
    found = told(capsys, "trends", write("t.csv", *history(True)), *WORDS, "--total", "all")
    marked = [b for b in found["bursts"] if b["significant"]]
    assert [(b["activity"], b["region"], b["start"], b["end"], b["level"]) for b in marked] == [
        ("t07", "Iksan", "2016", "2017", 1)
    ]
    assert len(found["series"]) == 20
    assert set(found["series"][0]) == {
        "activity", "region", "total", "rate", "lo", "hi", "dispersion", "p", "q", "ratio", "growing", "shrinking", "counts",
    }  # fmt: skip


def test_nothing_is_found_where_nothing_happens_though_the_field_doubles(write, capsys):
    path = write("t.csv", *history(False))
    totals = write("all.csv", "year,total", *(f"{2010 + n},{2000 * 1.1**n:.0f}" for n in range(10)))
    found = told(capsys, "trends", path, *WORDS, "--total", totals)
    assert [b for b in found["bursts"] if b["significant"]] == []
    assert [s for s in found["series"] if s["growing"] or s["shrinking"]] == []
    assert found["field"][1] == 2200
    assert main(["atlas", "trends", path, *WORDS]) == 0
    assert "bursts: " in capsys.readouterr().out


def test_trends_refuse(write, capsys):
    path = write("t.csv", "year,topic,papers,all", "2010,a,1,5", "2010,b,2,6", "2011,a,1,9")
    words = ("trends", path, "--period", "year", "--activity", "topic", "--value", "papers")
    assert refused(capsys, *words) == "There are only 2 periods. A trend needs three or more."
    assert refused(capsys, *words, "--total", "all") == "There are two totals for 2010: 5 and 6."
    assert refused(capsys, *words, "--fdr", "2") == "--fdr lies between 0 and 1."
    assert "The ratio must exceed 1" in refused(capsys, *words, "--ratio", "1")
    assert "has no column nowhere.csv" in refused(capsys, *words, "--total", "nowhere.csv")
    bad = write("bad.csv", "year,topic,papers", "2010,a,x")
    assert "row 2: “papers” holds “x”" in refused(capsys, "trends", bad, *words[2:])


TOPICS = (
    "org,topic,works", "Iksan,probiotics,9", "Iksan,feed,4", "Boston,probiotics,7", "Boston,genomics,9",
    "Jeonju,devices,5", "Namwon,feed,3", "Namwon,cosmetics,6",
)  # fmt: skip
COLUMNS = ("--organisation", "org", "--topic", "topic", "--value", "works")


def test_partners_with_their_reasons(write, capsys):
    path = write("topics.csv", *TOPICS)
    ties = write("ties.csv", "a,b,n", "Iksan,Jeonju,2", "Jeonju,Boston,1", "Jeonju,Namwon,1")
    found = told(
        capsys,
        "partners",
        path,
        *COLUMNS,
        "--ties",
        ties,
        "--a",
        "a",
        "--b",
        "b",
        "--tie-weight",
        "n",
        "--for",
        "Iksan",
    )
    assert list(found["suggestions"]) == ["Iksan"]
    first, second = found["suggestions"]["Iksan"]
    assert (first["partner"], second["partner"]) == ("Boston", "Namwon")
    assert first["shared_topics"] == [{"topic": "probiotics", "weight": pytest.approx(63 / np.sqrt(97 * 130))}]
    assert first["common_partners"] == ["Jeonju"]
    assert first["reasons"][0] == {"ko": "같은 주제를 다룹니다: probiotics.", "en": "Both work on probiotics."}
    without = write("fewer.csv", *(line for line in TOPICS if not line.startswith("Boston,probiotics")))
    found = told(capsys, "partners", without, *COLUMNS, "--for", "Iksan", "--complement", "0")
    assert [s["partner"] for s in found["suggestions"]["Iksan"]] == ["Namwon"]


def test_places_make_distance_a_part_of_the_expectation(write, capsys):
    random = np.random.default_rng(0)
    many = [f"o{n}" for n in range(8)]
    topics = write("topics.csv", "org,topic", *(f"{o},t{t}" for o in many for t in random.choice(6, 3, replace=False)))
    places = write("places.csv", "org,lat,lon", *(f"{o},{35 + random.random()},{127 + random.random()}" for o in many))
    pairs = [(a, b) for n, a in enumerate(many) for b in many[n + 1 :]]
    ties = write("ties.csv", "a,b,n", *(f"{a},{b},{random.integers(1, 20)}" for a, b in pairs))
    words = (
        "partners",
        topics,
        "--organisation",
        "org",
        "--topic",
        "topic",
        "--ties",
        ties,
        "--a",
        "a",
        "--b",
        "b",
        "--tie-weight",
        "n",
    )
    found = told(capsys, *words, "--places", places, "--lat", "lat", "--lon", "lon")
    assert set(found["gravity"]["effects"]) == {"topic_cosine", "log_distance"}
    for suggested in found["suggestions"].values():
        assert all(s["residual"] < -1 and s["existing_ties"] > 0 for s in suggested)
    few = write("few.csv", "org,lat,lon", "o0,35,127")
    assert refused(capsys, *words, "--places", few, "--lat", "lat", "--lon", "lon").startswith(
        "7 organisations have no place: o1, o2"
    )
    two = write("two.csv", "org,lat,lon", "o0,35,127", "o0,36,127")
    assert refused(capsys, *words, "--places", two, "--lat", "lat", "--lon", "lon") == "“o0” has two places."


def test_partners_refuse(write, capsys):
    path = write("topics.csv", *TOPICS)
    assert refused(capsys, "partners", path, *COLUMNS, "--for", "Seoul").startswith("Not in the table: Seoul.")
    assert refused(capsys, "partners", path, *COLUMNS, "--a", "x") == "--a, --b and --tie-weight go with --ties."
    assert refused(capsys, "partners", path, *COLUMNS, "--lat", "x") == "Columns of coordinates go with --places."
    assert refused(capsys, "partners", path, *COLUMNS, "--ties", path) == "With --ties name --a and --b."
    assert "weights are zero or more" in refused(capsys, "partners", path, *COLUMNS, "--triads", "-1")
    assert refused(capsys, "partners", write("none.csv", "org,topic,works"), *COLUMNS) == "There are no rows."
