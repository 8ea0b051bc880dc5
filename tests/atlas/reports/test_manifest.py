"""What is not the data, the code or the manifest of then is refused, by name."""

import copy
import itertools

import pytest

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.reports import charts
from squaremile.atlas.reports.making import write
from squaremile.atlas.reports.manifest import checked, sealed
from squaremile.atlas.reports.version import code
from tests.atlas.reports.conftest import document, make, write_world


@pytest.fixture
def world(tmp_path):
    return tmp_path, write_world(tmp_path)


def test_changed_data_are_refused_by_their_hash(world):
    folder, held = world
    with (folder / "jobs.csv").open("a") as out:
        out.write("전북,food,1\n")
    with pytest.raises(Unmeasurable) as refused:
        make(held, folder)
    assert refused.value.text.en.startswith("Data jobs (jobs.csv) are not those of the manifest: ")
    assert held["data"]["jobs"]["sha256"][:12] in refused.value.text.ko and "--seal" in refused.value.remedy.en


def test_changed_code_is_refused(world):
    folder, held = world
    for name in ("squaremile", "numpy", "typst", "fonts"):
        other = copy.deepcopy(held)
        other["code"][name] = "0"
        with pytest.raises(Unmeasurable, match=f"The code is not that of the manifest: {name}"):
            checked(other, folder)
    with pytest.raises(Unmeasurable, match="oracle"):
        checked({**held, "code": {**held["code"], "oracle": "1"}}, folder)


def test_the_code_is_a_digest_of_sources_and_versions():
    assert set(code()) == {"squaremile", "fonts", "numpy", "scipy", "numba", "typst"}
    assert len(code()["squaremile"]) == 64


def test_an_unsealed_manifest_is_not_made(world):
    folder, held = world
    for other in (document(), {k: v for k, v in held.items() if k != "code"}, {**held, "code": {}}):
        with pytest.raises(Unmeasurable, match="not sealed"):
            checked(other, folder)
    assert sealed(document(), folder) == held


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sead": 1}, "no field sead"),
        ({"manifest": 9}, "format 9"),
        ({"seed": -1}, "seed is a whole number"),
        ({"seed": True}, "seed is a whole number"),
        ({"languages": ["fr"]}, "a list of ko and en"),
        ({"languages": []}, "a list of ko and en"),
        ({"as_of": "soon"}, "no date"),
        ({"made_at": "2026-11-26"}, "wants a zone"),
        ({"made_at": "then"}, "no moment"),
        ({"title": "x"}, "title wants ko and en"),
        ({"sections": []}, "a list that is not empty"),
        ({"data": []}, "each with its file"),
        ({"sections": [{"kind": "poem"}]}, "no section poem"),
        ({"sections": [{"kind": "profile", "data": "jobs"}]}, "Section profile has no field region"),
        ({"sections": [{"kind": "profile", "data": "jubs", "region": "region", "activity": "activity", "value": "jobs"}]}, "no data jubs"),
        ({"sections": [{"kind": "claim", "data": "claim", "draws": 5}]}, "Section claim has no field draws"),
        ({"sections": [{"kind": "references", "of": ["x"]}]}, "no cited figure x"),
        ({"sections": [{"kind": "newcomers", "data": "jobs", "region": "region", "activity": "activity", "value": "jobs", "come": [1]}]},
         "come is a list"),
        ({"region": "Atlantis"}, "no region"),
    ],
)  # fmt: skip
def test_manifests_that_are_refused(world, change, said):
    folder, held = world
    with pytest.raises(Unmeasurable, match=said) as refused:
        make({**held, **change}, folder)
    assert refused.value.text.ko != refused.value.text.en


def test_data_that_are_not_there_or_come_from_nowhere(world):
    folder, held = world
    for field in ("source", "licence", "as_of"):
        other = copy.deepcopy(held)
        other["data"]["jobs"][field] = " "
        with pytest.raises(Unmeasurable, match=f"Data jobs: say its {field}"):
            checked(other, folder)
    (folder / "papers.csv").unlink()
    with pytest.raises(Unmeasurable, match="no file papers"):
        checked(held, folder)


def test_an_existing_folder_is_left_alone(tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(Unmeasurable, match="there already"):
        write({"a": b"b"}, tmp_path / "out")
    assert list(tmp_path.rglob("*")) == [tmp_path / "out"]


@pytest.mark.parametrize(("low", "high"), [(0, 1), (0, 0), (0.2, 0.9), (1, 1234), (-3, 7)])
def test_ticks_are_round_and_cover(low, high):
    found = charts.ticks(low, high)
    assert found[0] <= low and found[-1] >= high and 2 <= len(found) <= 9
    steps = {round(b - a, 9) for a, b in itertools.pairwise(found)}
    assert len(steps) == 1
    assert f"{steps.pop():e}"[0] in "125"
