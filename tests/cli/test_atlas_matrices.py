"""`squaremile atlas` on tables of regions by activities: formats in, JSON and CSV out, refusals with code 2."""

import csv
import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from squaremile.cli.main import main
from tests.atlas.published import folder

LONG = "region,activity,value,parent,secret,year\n" + "".join(
    f"{r},{a},{v},{p},{s},{y}\n"
    for r, a, v, p, s, y in [
        ("Jeonju", "devices", 30, "health", "", 2020), ("Jeonju", "food", 5, "bio", "", 2020),
        ("Iksan", "food", 40, "bio", "", 2020), ("Iksan", "animal", 20, "health", "", 2020),
        ("Jeongeup", "animal", 15, "health", "", 2020), ("Jeongeup", "trials", 25, "health", "", 2020),
        ("Jeongeup", "food", 4, "bio", "N", 2020), ("Namwon", "cosmetics", 22, "bio", "", 2020),
        ("Namwon", "food", 12, "bio", "", 2020), ("Jeonju", "trials", 12, "health", "", 2020),
    ]
)  # fmt: skip
COLUMNS = ("--region", "region", "--activity", "activity", "--value", "value")


@pytest.fixture
def long(tmp_path) -> Path:
    path = tmp_path / "long.csv"
    path.write_text(LONG, encoding="utf-8")
    return path


@pytest.fixture
def atlas(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")

    def run(*words, code=0):
        assert main(["atlas", *(str(w) for w in words)]) == code
        said = capsys.readouterr()
        if code:
            assert said.out == ""
            return said.err
        return json.loads(said.out) if "--json" in words else said.out

    return run


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class TestComplexity:
    def test_json_holds_five_tables(self, atlas, long):
        found = atlas("complexity", long, *COLUMNS, "--json")
        assert found["counts"] == {"regions": 4, "activities": 5, "present": 8}
        assert list(found["regions"][0]) == sorted(["region", "total", "eci", "diversity", "fitness", "coi", "outlook"])
        assert {r["region"] for r in found["regions"]} == {"Iksan", "Jeongeup", "Jeonju", "Namwon"}
        assert np.mean([r["eci"] for r in found["regions"]]) == pytest.approx(0, abs=1e-12)
        assert np.std([r["eci"] for r in found["regions"]]) == pytest.approx(1)
        assert (len(found["activities"]), len(found["rca"]), len(found["density"]), len(found["proximity"])) == (
            5,
            20,
            20,
            25,
        )
        assert {p["proximity"] for p in found["proximity"] if p["activity"] == p["other"]} == {1}
        assert found["conventions"]["own_activity_in_density"] is True

    def test_files_keep_every_digit(self, atlas, long, tmp_path):
        inside = atlas("complexity", long, *COLUMNS, "--json")
        named = atlas("complexity", long, *COLUMNS, "--out", tmp_path / "o", "--json")
        assert named["files"] == ["regions.csv", "activities.csv", "rca.csv", "proximity.csv", "density.csv"]
        assert "regions" not in named
        for name in ("regions", "activities", "rca", "proximity", "density"):
            for row, want in zip(read(tmp_path / "o" / f"{name}.csv"), inside[name], strict=True):
                assert set(row) == set(want)
                assert all(float(row[k]) == v if isinstance(v, float) else row[k] == str(v) for k, v in want.items())

    def test_the_same_question_has_the_same_answer(self, atlas, long):
        asked = ("complexity", long, *COLUMNS, "--bootstrap", "20", "--seed", "3")
        assert atlas(*asked, "--json") == atlas(*asked, "--json")

    def test_years_are_measured_apart(self, atlas, tmp_path):
        path = tmp_path / "years.csv"
        path.write_text(LONG + LONG.split("\n", 1)[1].replace("2020", "2021"), encoding="utf-8")
        found = atlas("complexity", path, *COLUMNS, "--year", "year", "--json")
        assert sorted(found["years"]) == ["2020", "2021"]
        first, second = ([{**r, "year": 0} for r in found["regions"] if r["year"] == y] for y in ("2020", "2021"))
        assert first == second
        assert len(first) == 4

    def test_wide_and_long_agree(self, atlas, long, tmp_path):
        wide = tmp_path / "wide.csv"
        wide.write_text(
            "place,animal,cosmetics,devices,food,trials\nJeonju,0,0,30,5,12\nIksan,20,0,0,40,0\n"
            "Jeongeup,15,0,0,4,25\nNamwon,0,22,0,12,0\n",
            encoding="utf-8",
        )
        assert (
            atlas("complexity", wide, "--json")["regions"] == atlas("complexity", long, *COLUMNS, "--json")["regions"]
        )

    def test_three_columns_of_these_names_are_a_long_table(self, atlas, tmp_path):
        path = tmp_path / "plain.csv"
        path.write_text("region,activity,value\na,x,3\na,y,1\nb,y,2\nb,z,2\nc,x,1\nc,z,5\nc,w,2\n", encoding="utf-8")
        assert atlas("complexity", path, "--json") == atlas("complexity", path, *COLUMNS, "--json")

    def test_a_single_activity_is_neither_even_nor_uneven(self, atlas, tmp_path):
        path = tmp_path / "one.csv"
        path.write_text("region,activity,value\na,x,3\nb,x,1\n", encoding="utf-8")
        found = atlas("concentration", path, *COLUMNS, "--json")
        assert [r["herfindahl_normalised"] for r in found["regions"]] == [None, None]
        assert found["activities"][0]["herfindahl_normalised"] is not None

    def test_warns_on_standard_error_of_blocks(self, capsys, monkeypatch, tmp_path):
        monkeypatch.setenv("LC_ALL", "C")
        path = tmp_path / "blocks.csv"
        path.write_text("r,a,b,c,d\n1,9,1,0,0\n2,1,9,0,0\n3,0,0,9,1\n4,0,0,1,9\n", encoding="utf-8")
        assert main(["atlas", "complexity", str(path), "--json"]) == 0
        said = capsys.readouterr()
        assert "unconnected blocks" in said.err
        assert json.loads(said.out)["components"] >= 2
        assert main(["atlas", "complexity", str(path), "--json", "--components", "refuse"]) == 2
        assert capsys.readouterr().out == ""


class TestRefusals:
    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("--region", "region", "--activity", "activity", "--value", "vlaue"), "no column vlaue"),
            (("--region", "region", "--activity", "activity"), "name --region, --activity and --value"),
            ((*COLUMNS, "--iterations", "0"), "--iterations must be 1 or more"),
            ((*COLUMNS, "--min-total", "1e9"), "No region or activity reaches the minimum"),
            ((*COLUMNS, "--binary"), "nothing but 0 and 1"),
            (("--region", "region", "--activity", "activity", "--value", "parent"), "no finite number"),
        ],
    )
    def test_complexity(self, atlas, long, words, says):
        assert says in atlas("complexity", long, *words, "--json", code=2)

    @pytest.mark.parametrize(("value", "says"), [("-1", "negative"), ("nan", "no finite number"), ("", "is empty")])
    def test_bad_values_in_korean_too(self, capsys, monkeypatch, tmp_path, value, says):
        path = tmp_path / "bad.csv"
        path.write_text(f"region,activity,value\na,x,1\nb,y,{value}\n", encoding="utf-8")
        for language, want in (("C", says), ("ko_KR.UTF-8", "니다.")):
            monkeypatch.setenv("LC_ALL", language)
            for command in ("lq", "complexity", "concentration", "relatedness", "strong-clusters"):
                assert main(["atlas", command, str(path), *COLUMNS, "--json"]) == 2
                said = capsys.readouterr()
                assert want in said.err
                assert said.out == ""


class TestQuotients:
    def test_rows_and_base(self, atlas, long):
        found = atlas("lq", long, *COLUMNS, "--json")
        assert found["base"]["en"] == "all activities of the table, over the sum of its regions"
        row = next(r for r in found["quotients"] if (r["region"], r["activity"]) == ("Jeonju", "devices"))
        assert row["lq"] == pytest.approx((30 / 47) / (30 / 185))
        assert row["low"] < row["lq"] < row["high"]
        assert (row["suppressed"], row["hidden"]) == (False, False)

    def test_suppressed_and_hidden(self, atlas, long):
        found = atlas("lq", long, *COLUMNS, "--suppressed", "secret", "--hide-below", "6", "--json")
        rows = {(r["region"], r["activity"]): r for r in found["quotients"]}
        assert rows["Jeongeup", "food"]["suppressed"] is True
        assert rows["Jeonju", "food"] | {"hidden": True, "value": None, "lq": None} == rows["Jeonju", "food"]
        assert rows["Iksan", "food"]["lq"] is not None

    def test_base_by_group(self, atlas, long):
        found = atlas("lq", long, *COLUMNS, "--base", "group", "--group", "parent", "--json")
        row = next(r for r in found["quotients"] if (r["region"], r["activity"]) == ("Iksan", "food"))
        assert row["lq"] == pytest.approx(1 / (61 / 83))
        assert found["groups"] == ["bio", "health"]
        assert "--base group" in atlas("lq", long, *COLUMNS, "--group", "parent", code=2)

    def test_reference_and_totals_from_files(self, atlas, tmp_path):
        for name, text in {
            "t.csv": "r,i,v\nregion,industry,1714\n", "n.csv": "i,v\nindustry,879213\n", "r.csv": "r,v\nregion,79006\n",
        }.items():  # fmt: skip
            (tmp_path / name).write_text(text, encoding="utf-8")
        words = (
            "--region",
            "r",
            "--activity",
            "i",
            "--value",
            "v",
            "--reference",
            tmp_path / "n.csv",
            "--reference-total",
            "15593224",
        )
        found = atlas("lq", tmp_path / "t.csv", *words, "--region-totals", tmp_path / "r.csv", "--json")
        assert found["quotients"][0]["lq"] == pytest.approx(0.3847623, abs=5e-8)


def test_concentration(atlas, long):
    found = atlas("concentration", long, *COLUMNS, "--parent", "parent", "--json")
    for row in found["regions"]:
        assert row["related_variety"] + row["unrelated_variety"] == pytest.approx(row["variety"])
        assert row["variety"] == pytest.approx(row["entropy"])
    assert {"hoover", "locational_gini", "theil", "krugman"} <= set(found["activities"][0])


def test_concentration_refuses_an_activity_of_two_parents(atlas, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("region,activity,value,parent\na,x,1,p\nb,x,1,q\n", encoding="utf-8")
    assert "“x” has two classes" in atlas("concentration", path, *COLUMNS, "--parent", "parent", code=2)


def test_ellison_glaeser(atlas, tmp_path):
    cities = ["Wien"] * 5 + ["Linz"] * 4 + ["Graz"]
    jobs = [200, 650, 12000, 100, 50, 16000, 13000, 1500, 1500, 25000]
    plants, totals = tmp_path / "plants.csv", tmp_path / "totals.csv"
    plants.write_text("region,industry,size\n" + "".join(f"{c},x,{j}\n" for c, j in zip(cities, jobs, strict=True)))
    totals.write_text("region,jobs\nWien,500000\nLinz,400000\nGraz,100000\n")
    found = atlas("ellison-glaeser", plants, "--region-totals", totals, "--simulations", "99", "--json")
    assert found["industries"][0]["gamma"] == pytest.approx(0.05990628, abs=5e-9)
    p = found["industries"][0]["p"]
    assert 0 < p <= 1
    assert found["says"][0]["en"] == f"x: concentrated (gamma = 0.0599, chance alone does as much with p = {p:.3g})"
    told = atlas("ellison-glaeser", plants, "--region-totals", totals, "--simulations", "0")
    assert "  - x: concentrated (gamma = 0.0599)" in told.splitlines()
    assert found["region_shares"] == {"Graz": 0.1, "Linz": 0.4, "Wien": 0.5}
    assert "two industries" in atlas("ellison-glaeser", plants, "--group", "x", code=2)


def test_strong_clusters_shift_share_and_relatedness(atlas, long, tmp_path):
    assert atlas("strong-clusters", long, *COLUMNS, "--json")["clusters"][0]["stars"] in (0, 1, 2, 3)
    path = tmp_path / "years.csv"
    path.write_text(LONG + LONG.split("\n", 1)[1].replace("2020", "2021").replace("40,bio", "60,bio"), encoding="utf-8")
    found = atlas("shift-share", path, *COLUMNS, "--year", "year", "--json")
    iksan = next(r for r in found["regions"] if r["region"] == "Iksan")
    assert iksan["national"] + iksan["mix"] + iksan["regional"] == pytest.approx(iksan["change"]) == 20
    assert "There are: 2020, 2021" in atlas("shift-share", path, *COLUMNS, "--year", "year", "--to", "1999", code=2)
    kinds = {
        k: atlas("relatedness", long, *COLUMNS, "--kind", k, "--json")["relatedness"] for k in ("jaccard", "cosine")
    }
    assert kinds["jaccard"] != kinds["cosine"]


def test_the_same_column_twice_is_refused(atlas, long):
    same = ("--region", "region", "--activity", "region", "--value", "value")
    for command, more in (("complexity", ()), ("lq", ()), ("concentration", ()), ("opportunities", ("--of", "Iksan"))):
        said = atlas(command, long, *same, *more, code=2)
        assert said == "--region and --activity name the same column “region”. They are two different columns.\n"


class TestOpportunities:
    def test_says_what_is_near_and_what_a_partner_brings(self, atlas, long):
        found = atlas("opportunities", long, *COLUMNS, "--of", "Jeonju", "--with", "Iksan", "--json")
        assert {o["activity"] for o in found["opportunities"]} == {"animal", "cosmetics", "food"}
        assert found["complementarity"]["score"] == pytest.approx(sum(b["terms"] for b in found["brings"]))

    def test_two_periods_test_entry_or_say_why_not(self, atlas, tmp_path):
        path = tmp_path / "years.csv"
        path.write_text(LONG + LONG.split("\n", 1)[1].replace("2020", "2021"), encoding="utf-8")
        found = atlas("opportunities", path, *COLUMNS, "--of", "Jeonju", "--year", "year", "--json")
        assert found["entry"]["refused"]["en"] == "Nothing entered, or everything did."

    def test_refuses_a_region_that_is_not_there(self, atlas, long):
        assert "no region “Boston”" in atlas("opportunities", long, *COLUMNS, "--of", "Boston", code=2)


def test_world_trade_from_the_command_line(atlas, tmp_path):
    data = folder("world-trade-complexity")
    if data is None:
        pytest.skip("the published data set world-trade-complexity is not here")
    table = tmp_path / "trade.csv"
    with gzip.open(data / "trade.csv.gz", "rb") as packed:
        table.write_bytes(packed.read())
    words = ("--region", "country", "--activity", "product", "--value", "value", "--out", tmp_path / "o", "--json")
    found = atlas("complexity", table, *words, "--iterations", "19")
    assert found["counts"] == {"regions": 226, "activities": 785, "present": 31_951}
    assert found["fitness"]["updates"] == 19
    assert len(read(tmp_path / "o" / "density.csv")) == 226 * 785
