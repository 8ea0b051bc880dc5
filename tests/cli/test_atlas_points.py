"""`squaremile atlas kd` and `m`: one JSON object, a verdict for the eye, and mistakes told with exit code 2."""

import json

import numpy as np
import pytest

from squaremile.cli.main import main

COMMANDS = pytest.mark.parametrize("command", ["kd", "m"])
FIELDS = {
    "measure", "sites", "references", "neighbours", "weighted", "radii", "observed", "expected", "mean", "lo", "hi",
    "local_lo", "local_hi", "p_value", "significant", "bandwidth", "simulations", "level", "exact_level", "seed",
    "method", "null", "leaves", "verdict", "excluded",
}  # fmt: skip


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)


@pytest.fixture
def town(tmp_path):
    """Forty sites in a square kilometre; the ten in the south-west are bio."""
    xy = np.random.default_rng(1).uniform(0, 1000, (40, 2))
    bio = set(np.argsort(xy.sum(axis=1))[:10].tolist())
    rows = [f"{x:.3f},{y:.3f},{'bio' if n in bio else 'it'},{n + 1}" for n, (x, y) in enumerate(xy)]
    path = tmp_path / "town.csv"
    path.write_text("\n".join(["x,y,kind,jobs", *rows]) + "\n", encoding="utf-8")
    return path


def run(command, path, *more):
    places = [] if any(m in ("--lat", "--x") for m in more) else ["--x", "x", "--y", "y"]
    return main(["atlas", command, str(path), *places, "--type", "kind", "--reference", "bio", *more])


@COMMANDS
def test_json_is_one_object_with_everything(command, town, capsys):
    assert run(command, town, "--max", "500", "--simulations", "99", "--seed", "4", "--json") == 0
    out = capsys.readouterr()
    found = json.loads(out.out)
    assert (set(found), out.err) == (FIELDS, "")
    assert (found["sites"], found["references"], found["p_value"], found["exact_level"]) == (40, 10, 0.01, True)
    assert {len(found[k]) for k in ("radii", "observed", "expected", "lo", "hi", "local_lo", "local_hi")} == {
        len(found["radii"])
    }
    assert set(found["verdict"]) == {"ko", "en"}
    assert set(found["leaves"][0]) == {
        "side", "start", "end", "farthest_at", "observed", "bound", "excess", "times_expected",
    }  # fmt: skip
    run(command, town, "--max", "500", "--simulations", "99", "--seed", "4", "--json")
    assert json.loads(capsys.readouterr().out) == found


@COMMANDS
def test_for_the_eye_the_verdict_comes_first(command, town, capsys, monkeypatch):
    assert run(command, town, "--max", "500", "--simulations", "99") == 0
    assert capsys.readouterr().out.startswith("verdict: At ")
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    run(command, town, "--max", "500", "--simulations", "99")
    assert "더 모여 있습니다" in capsys.readouterr().out.splitlines()[0]


def test_published_formula_through_the_command(tmp_path, capsys):
    """The four sites whose M is 1.5 at r = 1.5, by hand; nothing is defined where nobody has a neighbour."""
    path = tmp_path / "four.tsv"
    path.write_text("x\ty\tkind\n0\t0\tbio\n1\t0\tbio\n0.5\t0\tit\n50\t0\tit\n", encoding="utf-8")
    assert run("m", path, "--radii", "0.1,1.5", "100", "--simulations", "19", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["radii"] == [0.1, 1.5, 100]
    assert found["observed"] == [None, pytest.approx(1.5), 1.0]
    assert found["lo"][0] is None


def test_weights_neighbours_and_the_other_envelope(town, capsys):
    more = ("--neighbour", "it", "--weight", "jobs", "--envelope", "dropping", "--simulations", "199", "--json")
    assert run("m", town, "--radii", "100,300", *more) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["weighted"], found["null"], found["method"], found["p_value"]) == (True, "labels", "dropping", None)


@COMMANDS
def test_degrees_are_read_across_the_antimeridian(command, tmp_path, capsys):
    path = tmp_path / "sea.csv"
    rows = ["-0.001,179.9995,bio", "0.0,-179.9995,bio", "0.001,180,bio", "0.002,179.999,it", "0.003,-179.998,it"]
    path.write_text("\n".join(["lat,lon,kind", *rows]) + "\n", encoding="utf-8")
    assert run(command, path, "--lat", "lat", "--lon", "lon", "--radii", "300", "--simulations", "19", "--json") == 0
    assert json.loads(capsys.readouterr().out)["observed"][0] > 0


@COMMANDS
@pytest.mark.parametrize(
    ("spoil", "more", "says"),
    [
        (lambda t: t, ["--reference", "biology"], "There is no site of the type “biology”. The types there are: bio, it"),
        (lambda t: t, ["--simulations", "10"], "10 simulations cannot show a level of 0.05. Run 19 or more; 999 are advised."),
        (lambda t: t, ["--radii", "near"], "Radii are numbers, not near. For example: --radii 0,100,200"),
        (lambda t: t, ["--max", "-5"], "Radii are zero or more, and one of them more than zero."),
        (lambda t: t, ["--weight", "job"], "Did you mean “jobs” by “job”?"),
        (lambda t: t, ["--lat", "x", "--lon", "y", "--x", "x"], "Give --lat with --lon, or --x with --y, and not both pairs."),
        (lambda t: t, ["--lat", "x", "--lon", "y"], "is no position on the Earth."),
        (lambda t: t.replace(",bio,", ",it,"), [], "There is no site of the type “bio”."),
        (lambda t: t.split("\n")[0] + "\n", [], "There are no rows in town.csv."),
        (lambda t: t.replace("kind,jobs\n", "kind,jobs\nnan,1,it,1\n"), [], "row 2: “x” holds “nan”"),
        (lambda t: t.replace("kind,jobs\n", "kind,jobs\n1,2,it,-1\n"), ["--weight", "jobs"], "row 2: Point 0 (from 0) weighs -1.0."),
        (lambda t: t, ["--radii", "0,100,1km"], "Write the unit at each, or at none (metres)."),
        (lambda t: t, ["--radii", "-5", "10"], "Radii are zero or more, and one of them more than zero."),
        (lambda t: t, ["--where", "kind=none"], "No row of town.csv was selected: kind=none"),
        (lambda t: t, ["--x", "x", "--y", "x"], "--x and --y name the same column “x”."),
    ],
)  # fmt: skip
def test_mistakes_are_told_and_nothing_else_is(command, spoil, more, says, town, capsys):
    town.write_text(spoil(town.read_text(encoding="utf-8")), encoding="utf-8")
    assert run(command, town, *more, "--json") == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert says in out.err


WRITTEN = [
    (["--radii", "0,100,200"], [0, 100, 200]), (["--radii", "0", "100", "200"], [0, 100, 200]),
    (["--radii", "0,", "100,200"], [0, 100, 200]), (["--radii=0, 100, 200"], [0, 100, 200]),
    (["--radii", "100m,0.2km,1mi"], [100, 200, 1609.344]), (["--radii", "328.084", "ft", "0.2", "km"], [100.0000032, 200]),
    (["--max", "0.5", "km"], np.linspace(0, 500, 51)), (["--max", "500"], np.linspace(0, 500, 51)),
]  # fmt: skip


@pytest.mark.parametrize(("words", "radii"), WRITTEN)
def test_the_file_may_stand_anywhere_and_radii_have_units(words, radii, town, capsys):
    asked = ["--x", "x", "--y", "y", "--type", "kind", "--reference", "bio", "--simulations", "19", "--json"]
    for order in ([*words, str(town), *asked], [str(town), *asked, *words], [*asked, *words, str(town)]):
        assert main(["atlas", "m", *order]) == 0
        assert json.loads(capsys.readouterr().out)["radii"] == pytest.approx(list(radii))


@COMMANDS
def test_rows_are_read_as_the_densest_square_reads_them(command, tmp_path, capsys):
    """Conditions, columns by their usual names, longitudes beyond 180, rows without a position or of a city."""
    random = np.random.default_rng(2)
    rows = [f"{a:.4f},{b:.4f},{'bio' if n < 9 else 'it'},{'old' if n % 10 == 9 else 'new'},roof"
            for n, (a, b) in enumerate(np.add(random.uniform(0, 0.05, (40, 2)), [0, 179.97]))]  # fmt: skip
    rows += [",,bio,new,roof", "0.01,180.001,bio,new,city"]
    path = tmp_path / "sea.csv"
    path.write_text("\n".join(["Latitude,LONGITUDE,kind,age,grade", *rows]) + "\n", encoding="utf-8")
    asked = ["--type", "kind", "--reference", "bio", "--neighbor", "it", "--simulations", "19", "--max", "3km", "--json"]
    assert main(["atlas", command, str(path), "--where", "age=new", "--precision", "grade", *asked]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["sites"], found["references"], found["excluded"]) == (36, 9, {"city": 1, "no_position": 1})
