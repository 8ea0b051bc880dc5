"""An index in a folder survives a kill, keeps up with changes, and answers as one in memory."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from squaremile.network.matching import store
from squaremile.network.matching.documents import Document
from squaremile.network.matching.index import index_of
from squaremile.network.matching.question import Tools, ask
from squaremile.network.matching.tokens import Analyser, kiwi

from .collection import DOCUMENTS, PLAIN

NEEDS = ["김치 발효", "battery cathode", "rice leukemia 전지"]


def answers(index):
    return [{f.document: pytest.approx(f.score, rel=1e-5) for f in index.documents(ask(n, PLAIN))} for n in NEEDS]


@pytest.fixture
def small_steps(monkeypatch):
    monkeypatch.setattr(store, "STEP", 2)


@pytest.mark.usefixtures("small_steps")
def test_steps_make_the_same_index_as_one_reading(tmp_path):
    told = []
    built = store.build(tmp_path / "i", DOCUMENTS, PLAIN, lambda done, of: told.append((done, of)))
    assert answers(built) == answers(index_of(DOCUMENTS, PLAIN))
    assert answers(store.open_index(tmp_path / "i", PLAIN)) == answers(built)
    assert told == [(2, 6), (4, 6), (6, 6), (6, 6)]
    assert len(list((tmp_path / "i").glob("part-*"))) == 1


@pytest.mark.usefixtures("small_steps")
def test_changes_additions_and_removals(tmp_path):
    store.build(tmp_path, DOCUMENTS[:4], PLAIN)
    changed = [Document("kimchi", "Now about rice"), *DOCUMENTS[1:]]
    assert answers(store.build(tmp_path, changed, PLAIN)) == answers(index_of(changed, PLAIN))
    left = store.remove(tmp_path, ["rice", "unknown"], PLAIN)
    assert set(left.numbers) == {d.id for d in changed} - {"rice"}
    assert answers(store.open_index(tmp_path, PLAIN)) == answers(
        index_of([d for d in changed if d.id != "rice"], PLAIN)
    )
    assert set(store.build(tmp_path, changed[:2], PLAIN, only=True).numbers) == {"kimchi", "car-t"}


@pytest.mark.usefixtures("small_steps")
def test_a_second_build_reads_nothing_again(tmp_path):
    store.build(tmp_path, DOCUMENTS, PLAIN)
    told = []
    store.build(tmp_path, DOCUMENTS, PLAIN, lambda done, of: told.append(done))
    assert told == [6]


KILLED = """
import os, signal
from pathlib import Path
from squaremile.network.matching import store
from tests.network.matching.collection import DOCUMENTS, PLAIN
store.STEP = 2
def told(done, of):
    if done == 4:
        os.kill(os.getpid(), signal.SIGKILL)
store.build(Path({folder!r}), DOCUMENTS, PLAIN, told)
"""


@pytest.mark.usefixtures("small_steps")
def test_a_killed_build_goes_on_where_it_stopped(tmp_path):
    root = Path(__file__).resolve().parents[3]
    env = {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}"}
    done = subprocess.run([sys.executable, "-c", KILLED.format(folder=str(tmp_path / "i"))], env=env)
    assert done.returncode == -signal.SIGKILL
    (tmp_path / "i" / "part-000009").mkdir()  # what a step leaves when it is stopped while it writes
    told = []
    built = store.build(tmp_path / "i", DOCUMENTS, PLAIN, lambda done, of: told.append(done))
    assert told == [6, 6]
    assert answers(built) == answers(index_of(DOCUMENTS, PLAIN))
    assert not (tmp_path / "i" / "part-000009").exists()


def test_a_folder_with_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(store.Unreadable, match="something else"):
        store.build(tmp_path, DOCUMENTS, PLAIN)
    with pytest.raises(store.Unreadable):
        store.open_index(tmp_path, PLAIN)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.skipif(kiwi() is None, reason="kiwipiepy is not installed")
def test_an_index_of_other_readers_is_not_mixed(tmp_path):
    store.build(tmp_path, DOCUMENTS, PLAIN)
    with pytest.raises(store.Unreadable, match="made with pairs"):
        store.open_index(tmp_path, Tools(Analyser(), PLAIN.glossary, None))
