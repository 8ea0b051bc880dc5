"""Where answers go: a pipe that its reader closes, a full disk, a terminal that knows ASCII alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from squaremile.cli.main import main

SRC = str(Path(__file__).parents[2] / "src")


@pytest.fixture
def points(tmp_path):
    path = tmp_path / "점.csv"
    path.write_text("lat,lon,name\n" + "42,-71,가나다\n" * 20_000, encoding="utf-8")
    return str(path)


def run(points, out, **environment):
    """The command in a process of its own: code and standard error."""
    words = [sys.executable, "-m", "squaremile.cli.main", "atlas", "densest", points, "--id", "name", "--json"]
    held = {k: v for k, v in os.environ.items() if k not in ("PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL")}
    done = subprocess.run(words, stdout=out, stderr=subprocess.PIPE, env=held | {"PYTHONPATH": SRC, **environment}, check=False)
    return done.returncode, done.stderr.decode()


def test_a_reader_who_leaves_is_no_failure(points):
    ours, theirs = os.pipe()
    os.close(ours)
    with os.fdopen(theirs, "wb") as out:
        assert run(points, out) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_said_in_a_sentence(points):
    with Path("/dev/full").open("wb") as out:
        code, said = run(points, out, LC_ALL="C")
    assert (code, said) == (2, "This cannot be read or written: No space left on device\n")


def test_answers_are_utf8_whatever_the_terminal_knows(points, tmp_path):
    with (tmp_path / "out.json").open("wb") as out:
        assert run(points, out, PYTHONIOENCODING="ascii", LC_ALL="C") == (0, "")
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert set(found["members"]) == {"가나다"}


def test_a_file_that_may_not_be_read_is_said_in_a_sentence(monkeypatch, capsys, points):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert main(["atlas", "densest", points, "--json"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"This cannot be read or written: {points}: Permission denied\n")
