"""`squaremile atlas densest`, `clusters` and `hotspots`: the documented JSON, exit codes, and refusals by row."""

import json

import pytest

from squaremile.cli.main import main

POINTS = """name,kind,lat,lon,jobs,firm,grade
a,life,42.3600,-71.0900,1,A,roof
b,life,42.3601,-71.0901,2,A,roof
c,life,42.3602,-71.0902,3,B,street
d,tech,42.3603,-71.0903,100,C,city
e,life,42.4600,-71.2900,50,D,roof
f,tech,42.4601,-71.2901,1,E,roof
g,life,,,1,F,roof
"""


@pytest.fixture
def points(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text(POINTS, encoding="utf-8")
    return str(path)


@pytest.fixture
def atlas(capsys, monkeypatch):
    def run(*words, lang="en_US.UTF-8"):
        monkeypatch.setenv("LC_ALL", lang)
        code = main(["atlas", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def answered(run, *words):
    code, out, err = run(*words, "--json")
    assert (code, err, out.count("\n")) == (0, "", 1)
    return json.loads(out)


class TestDensest:
    def test_the_documented_answer(self, atlas, points):
        found = answered(atlas, "densest", points, "--side", "1mi", "--lat", "lat", "--lon", "lon")
        assert set(found) == {
            "bounds", "count", "excluded", "members", "method", "rows", "shape", "share", "side_m", "total", "total_weight",
            "warnings", "weight", "width_error",
        }  # fmt: skip
        assert (found["count"], found["weight"], found["total"], found["members"]) == (4, 4, 6, [0, 1, 2, 3])
        assert found["bounds"]["lat"][0] == 42.36 and found["bounds"]["lon"][0] == -71.0903
        assert found["excluded"] == {"no_position": 1}
        assert found["side_m"] == 1609.344

    def test_rows_by_condition_and_named_by_a_column(self, atlas, points):
        found = answered(atlas, "densest", points, "--where", "kind=life", "--where", "name!=b", "--id", "name")
        assert (found["members"], found["total"]) == (["a", "c"], 3)

    def test_weights_organisations_and_precision(self, atlas, points):
        assert answered(atlas, "densest", points, "--weight", "jobs")["weight"] == 106.0
        distinct = answered(atlas, "densest", points, "--distinct", "firm")
        assert (distinct["count"], distinct["rows"], distinct["total"]) == (3, 4, 5)
        precise = answered(atlas, "densest", points, "--precision", "grade", "--weight", "jobs")
        assert (precise["members"], precise["weight"], precise["excluded"]) == (
            [4, 5],
            51.0,
            {"city": 1, "no_position": 1},
        )

    def test_several_places_and_discs(self, atlas, points):
        found = answered(atlas, "densest", points, "--top", "5", "--shape", "disc", "--side", "500m")
        assert [s["members"] for s in found["squares"]] == [[0, 1, 2, 3], [4, 5]]
        assert (found["radius_m"], found["shape"]) == (250, "disc")
        assert set(found["centre"]) == {"lat", "lon"}
        assert answered(atlas, "densest", points, "--radius", "250m")["centre"] == found["centre"]

    def test_what_stands_beside_it(self, atlas, points):
        found = answered(
            atlas, "densest", points, "--where", "kind=life", "--precision", "grade", "--id", "name", "--curve", "10m,1mi",
            "--grid", "20", "--rotate", "30", "--p-value", "19", "--seed", "4",
        )  # fmt: skip
        assert [(c["side"], c["count"]) for c in found["curve"]] == [("10m", 1), ("1mi", 3)]
        assert found["grid"]["origins"] == 20 and found["grid"]["max"] == 3
        assert found["rotated"]["members"] == ["a", "b", "c"] and found["rotated"]["exact"] is False
        assert found["p_value"] == found["chance"]["p"] and found["chance"]["sites"] == 5
        assert found["chance"]["left_out"] == {"city": 1, "no_position": 1}

    def test_chance_draws_from_sites_sifted_as_the_points_were(self, atlas, tmp_path):
        near = [f"{42 + i / 1000},-71,{'life' if i < 20 else 'tech'},roof" for i in range(40)]
        rows = [*near, "10,10,tech,roof", "11,11,life,roof", "42,-71,tech,city", "42,-71,life,city", ",,tech,roof"]
        path = tmp_path / "sites.csv"
        path.write_text("\n".join(["lat,lon,kind,grade", *rows]) + "\n", encoding="utf-8")
        sifting = ["--precision", "grade", "--leave-out-strays", "--p-value", "19"]
        left_out = {"city": 2, "far_away": 2, "no_position": 1}
        for among in ([], ["--among", "all"], ["--among", str(path)]):
            found = answered(atlas, "densest", str(path), "--where", "kind=life", *sifting, *among)
            assert (found["chance"]["sites"], found["chance"]["left_out"]) == (40, left_out)
        other = tmp_path / "bare.csv"
        other.write_text("lat,lon\n42,-71\n", encoding="utf-8")
        code, _, err = atlas("densest", str(path), *sifting, "--among", str(other))
        assert code == 2 and "bare.csv has no column grade" in err

    def test_cells_of_rows_left_out_are_not_read(self, atlas, tmp_path):
        path = tmp_path / "mixed.csv"
        path.write_text("lat,lon,kind,jobs\n42,-71,a,1\nx,y,b,many\n42,-71,a,2\n,,a,few\n", encoding="utf-8")
        found = answered(atlas, "densest", str(path), "--where", "kind=a", "--weight", "jobs")
        assert (found["weight"], found["members"], found["excluded"]) == (3, [0, 2], {"no_position": 1})
        spot = answered(atlas, "hotspots", str(path), "--where", "kind=a", "--count", "jobs", "--population", "jobs",
                        "--draws", "19")  # fmt: skip
        assert spot["cases"] == 3
        code, _, err = atlas("densest", str(path), "--weight", "jobs")
        assert code == 2 and "row 3: “lat” holds “x”" in err

    def test_chance_among_another_file(self, atlas, points, tmp_path):
        sites = tmp_path / "sites.csv"
        sites.write_text("lat,lon\n" + "".join(f"{42 + i / 10},-71\n" for i in range(9)), encoding="utf-8")
        found = answered(atlas, "densest", points, "--where", "kind=life", "--p-value", "19", "--among", str(sites))
        assert (found["chance"]["sites"], found["p_value"]) == (9, 0.05)

    def test_plane_coordinates_and_lines_for_people(self, atlas, tmp_path):
        path = tmp_path / "plane.tsv"
        path.write_text("x\ty\n0\t0\n1609.344\t0\n5000\t0\n", encoding="utf-8")
        found = answered(atlas, "densest", str(path))
        assert (found["count"], found["bounds"]) == (2, {"x": [0.0, 1609.344], "y": [0.0, 1609.344]})
        code, out, _ = atlas("densest", str(path))
        assert code == 0 and "count: 2" in out.splitlines()

    def test_strays_are_pointed_at_or_left_out(self, atlas, tmp_path):
        path = tmp_path / "stray.csv"
        path.write_text("lat,lon\n" + "42.36,-71.09\n" * 3 + "42.37,-71.08\n" * 12 + "22.8,86.1\n", encoding="utf-8")
        found = answered(atlas, "densest", str(path))
        assert [w["members"] for w in found["warnings"] if w["code"] == "far_away"] == [[15]]
        assert found["total"] == 16
        assert answered(atlas, "densest", str(path), "--leave-out-strays")["excluded"] == {"far_away": 1}

    def test_the_published_square_mile(self, atlas, published):
        path = str(published.folder("cambridge-lifesci") / "companies.csv")
        found = answered(atlas, "densest", path, "--side", "1mi", "--lat", "Latitude", "--lon", "Longitude",
                         "--where", "Business Type=Life Sciences", "--id", "Business Name")  # fmt: skip
        assert (found["count"], found["total"], len(found["members"])) == (135, 272, 135)
        assert "Moderna" in found["members"]
        everyone = answered(atlas, "densest", path)
        assert everyone["count"] == 188
        assert any(w["code"] == "far_away" for w in everyone["warnings"])
        assert answered(atlas, "densest", path, "--leave-out-strays")["total"] == 428


@pytest.fixture
def published():
    from tests.atlas.conftest import Published

    return Published


@pytest.mark.parametrize(
    ("words", "metres"),
    [("1mi", 1609.344), ("1 mile", 1609.344), ("500 metres", 500), ("500 Meters", 500), ("2640 ft", 804.672),
     ("2640 feet", 804.672), ("0.5 km", 500), ("5.", 5), (".5 Kilometres", 500), ("500미터", 500), ("1 마일", 1609.344), ("3 yd", 2.7432)],
)  # fmt: skip
def test_sides_in_words(atlas, points, words, metres):
    assert answered(atlas, "densest", points, "--side", words)["side_m"] == pytest.approx(metres, rel=1e-15)
    assert answered(atlas, "densest", "--side", *words.split(), points)["side_m"] == pytest.approx(metres, rel=1e-15)


REFUSED = [
    ("has no column nowhere", ["--lat", "nowhere", "--lon", "lon"]),
    ("Did you mean “jobs” by “job”?", ["--weight", "job"]),
    ("Give --lat with --lon", ["--lat", "lat"]),
    ("Give --lat with --lon", ["--lat", "lat", "--lon", "lon", "--x", "lat", "--y", "lon"]),
    ("row 2: “lat” holds “x”", None),
    ("No row of points.csv was selected", ["--where", "kind=none"]),
    ("A condition is COL=VALUE", ["--where", "kind"]),
    ("None of the 1 rows has a position", ["--where", "name=g"]),
    ("“name” holds “a”", ["--weight", "name"]),
    ("no length", ["--side", "1 parsec"]),
    ("A length is more than zero, not -1mi.", ["--side", "-1mi"]),
    ("A length is more than zero, not -1mi.", ["--side=-1mi"]),
    ("A length is more than zero, not 0.", ["--side", "0"]),
    ("A length is more than zero, not -2 km.", ["--radius", "-2", "km"]),
    ("--lat and --lon name the same column", ["--lat", "lat", "--lon", "lat"]),
    ("1 to 1,000", ["--top", "0"]),
    ("cells of --grid are squares", ["--grid", "--radius", "1km"]),
    ("together", ["--weight", "jobs", "--distinct", "firm"]),
    ("Nothing to draw from", ["--p-value", "9"]),
    ("There is no such file: elsewhere.csv", ["--p-value", "9", "--among", "elsewhere.csv"]),
    ("those of a city", ["--where", "name=d", "--precision", "grade"]),
]


@pytest.mark.parametrize(("words", "options"), REFUSED)
def test_refusals_say_why_on_stderr_in_both_languages(atlas, points, tmp_path, words, options):
    if options is None:
        (tmp_path / "points.csv").write_text("lat,lon\nx,1\n", encoding="utf-8")
    code, out, english = atlas("densest", points, *(options or []), "--json")
    assert (code, out) == (2, "")
    assert words in english
    code, out, korean = atlas("densest", points, *(options or []), "--json", lang="ko_KR.UTF-8")
    assert (code, out) == (2, "")
    assert any("가" <= letter <= "힣" for letter in korean) and korean != english


def test_a_point_that_cannot_be_is_named_by_its_row(atlas, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("lat,lon,kind\n1,1,a\n2,2,b\n127.1,35.8,b\n", encoding="utf-8")
    code, _, err = atlas("densest", str(path), "--where", "kind=b")
    assert code == 2 and "t.csv, row 4:" in err and "exchange the columns" in err


class TestClusters:
    def test_the_documented_answer_and_a_geojson_file(self, atlas, points, tmp_path):
        target = tmp_path / "outlines.geojson"
        found = answered(
            atlas, "clusters", points, "--eps", "1km", "--min", "2", "--id", "name", "--geojson", str(target)
        )
        assert [(c["cluster"], c["members"]) for c in found["clusters"]] == [(0, ["a", "b", "c", "d"]), (1, ["e", "f"])]
        assert (found["noise"], found["rows"], found["no_position"], found["eps_m"], found["min"]) == (0, 6, 1, 1000, 2)
        assert json.loads(target.read_text(encoding="utf-8")) == found["outlines"]
        assert [f["geometry"]["type"] for f in found["outlines"]["features"]] == ["Polygon", "LineString"]

    def test_weights(self, atlas, points):
        found = answered(
            atlas, "clusters", points, "--eps", "1km", "--min", "60", "--weight", "jobs", "--hull", "concave"
        )
        assert [c["weight"] for c in found["clusters"]] == [106]
        assert found["noise"] == 2

    def test_refusals(self, atlas, points, tmp_path):
        for words, options in (
            ("whole one of 1", ["--min", "0"]),
            ("no length", ["--min", "1", "--eps", "x"]),
            ("cannot be written", ["--min", "1", "--geojson", str(tmp_path / "none" / "x.json")]),
        ):
            code, out, err = atlas("clusters", points, *options)
            assert (code, out) == (2, "") and words in err


class TestHotspots:
    def test_the_documented_answer(self, atlas, points):
        found = answered(atlas, "hotspots", points, "--case", "kind=life", "--draws", "19", "--id", "name")
        assert set(found) == {
            "cases",
            "critical_5_percent",
            "draws",
            "hotspots",
            "model",
            "no_position",
            "seed",
            "sites",
        }
        assert (found["model"], found["cases"], found["sites"]) == ("bernoulli", 4, 6)
        best = found["hotspots"][0]
        assert (best["members"], best["cases"]) == (["a", "b", "c"], 3)
        assert best["relative_risk"] == pytest.approx(3)
        assert 0.05 <= best["p"] <= 1

    def test_counts_and_refusals(self, atlas, tmp_path):
        path = tmp_path / "t.csv"
        path.write_text("x,y,n,pop\n0,0,9,10\n1,0,1,10\n2,0,1,10\n", encoding="utf-8")
        found = answered(atlas, "hotspots", str(path), "--count", "n", "--population", "pop", "--draws", "99")
        assert (found["model"], found["hotspots"][0]["members"], found["hotspots"][0]["expected"]) == (
            "poisson",
            [0],
            pytest.approx(11 / 3),
        )
        for options in ([], ["--count", "n"], ["--case", "n=9", "--count", "n", "--population", "pop"]):
            code, out, err = atlas("hotspots", str(path), *options)
            assert (code, out) == (2, "") and "Give --case" in err
