"""`squaremile atlas compare`, `twin` and `references` on people's files."""

import csv
import json

import pytest

from squaremile.cli.main import main

LONG = "region,activity,jobs\n" + "".join(
    f"{r},{a},{v}\n" for r, row in {"J": (40, 10, 5), "K": (38, 12, 4), "L": (2, 30, 40), "M": (4000, 900, 600)}.items()
    for a, v in zip(("bio", "food", "it"), row, strict=True)
)  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    (tmp_path / "long.csv").write_text(LONG)
    (tmp_path / "who.csv").write_text("activity,value\nit,60\n")
    (tmp_path / "wide.csv").write_text("region,trials,grants\nJ,12,3\nK,11,9\nL,30,1\nM,900,80\n")
    (tmp_path / "people.csv").write_text("region,people\nJ,100\nK,100\nL,100\nM,9000\n")
    (tmp_path / "here.csv").write_text("lat,lon,precision\n35.8,127.1,roof\n35.801,127.101,street\n36.5,127.1,roof\n")
    (tmp_path / "city.csv").write_text("lat,lon,precision\n" + "42.36,-71.09,city\n" * 5)
    return tmp_path


def compare(folder, *more):
    words = [str(folder / w) if w.endswith(".csv") else w for w in more]
    return main(["atlas", "compare", str(folder / "long.csv"), "--region", "region", "--activity", "activity", "--value", "jobs", *words])


def test_peers_ranks_and_newcomers_in_one_answer(folder, capsys):
    assert compare(folder, "--of", "J", "--what-if", "who.csv", "--draws", "200", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [p["peer"] for p in found["peers"]] == ["K", "L"] and found["left_out"] == 1
    assert found["peers"][0]["because"] == ["bio", "food", "it"]
    assert {r["region"]: (r["low"], r["high"]) for r in found["ranks"]}["M"] == (1, 1)
    assert found["says"]["en"].startswith("J ranks between 2 and 4 of 4")
    assert found["crossed"] == ["bio", "food", "it"] and found["total_after"] == 115.0
    assert {d["activity"]: d["value_after"] for d in found["difference"]} == {"bio": 40.0, "food": 10.0, "it": 65.0}


def test_indicators_sizes_and_weights_are_files(folder, capsys):
    words = ("--of", "J", "--indicators", "wide.csv", "--sizes", "people.csv", "--concentration", "none", "--noise", "none", "--json")
    assert compare(folder, *words) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["indicators"] == ["grants", "trials"] and found["concentration"] is None
    rates = {"J": (12, 3), "K": (11, 9), "L": (30, 1), "M": (10, 80 / 90)}
    means = [sum(r[i] for r in rates.values()) / 4 for i in (0, 1)]
    wanted = {name: 50 * r[0] / means[0] + 50 * r[1] / means[1] for name, r in rates.items()}
    assert {r["region"]: r["score"] for r in found["ranks"]} == pytest.approx(wanted)


def test_same_seed_same_bytes(folder, capsys):
    said = []
    for _ in range(2):
        assert compare(folder, "--of", "J", "--seed", "9", "--json") == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--of", "X"), "no region “X”"),
        (("--of", "M"), "No other region is between"),
        (("--of", "J", "--concentration", "some"), "a number or none"),
        (("--of", "J", "--weights", "people.csv"), "no indicator"),
        (("--of", "J", "--what-if", "here.csv"), "two columns are wanted"),
        (("--of", "J", "--draws", "5"), "draws between 100"),
    ],
)
def test_refusals(folder, capsys, words, said):
    assert compare(folder, *words, "--json") == 2
    out = capsys.readouterr()
    assert out.out == "" and said in out.err


def test_twins_at_one_scale(folder, capsys):
    words = ["atlas", "twin", str(folder / "here.csv"), str(folder / "here.csv"), "--precision", "precision", "--other-middle", "36.5,127.1"]
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [p["inside"] for p in found["places"]] == [2, 1] and found["scale_m"] == 200.0
    assert len(found["points"]) == 3
    assert main([*words, "--out", str(folder / "made")]) == 0
    capsys.readouterr()
    with (folder / "made" / "points.csv").open() as held:
        assert [row["place"] for row in csv.DictReader(held)] == ["here"] * 3


def test_a_city_of_city_points_gets_no_density(folder, capsys):
    assert main(["atlas", "twin", str(folder / "here.csv"), str(folder / "city.csv"), "--precision", "precision", "--json"]) == 2
    out = capsys.readouterr()
    assert out.out == "" and "city: 5 of 5 sites are known only to their city" in out.err
    assert main(["atlas", "twin", str(folder / "here.csv"), str(folder / "here.csv"), "--middle", "north"]) == 2
    assert "latitude,longitude" in capsys.readouterr().err


def test_references_are_cited_rows(folder, capsys):
    assert main(["atlas", "references", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert {"id", "place", "measure", "value", "unit", "year", "definition", "definition_version", "source", "certainty"} == set(figures[0])
    assert main(["atlas", "references"]) == 0
    assert "recomputed by us" in capsys.readouterr().out
