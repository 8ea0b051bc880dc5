"""What the locks pin is proved by its digest; none of them says which host it came from."""

import json
import re
import shutil
import subprocess

import pytest

from tests.conftest import ROOT

LOCK = ROOT / "package-lock.json"
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.lock"))
HOST = re.compile(r"[a-z][a-z+]*://|\bgit@")
NODE = shutil.which("node") or shutil.which("node", path=str(ROOT / ".venv" / "bin"))


def test_the_lock_of_the_front_end_names_no_host():
    text = LOCK.read_text()
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
    assert packages and all(one.get("integrity") for one in packages.values() if not one.get("link"))
    assert [name for name, one in packages.items() if {"resolved", "funding"} & one.keys()] == [], "npm run dependencies"
    assert HOST.findall(text) == []


@pytest.mark.parametrize("lock", REQUIREMENTS, ids=lambda path: path.name)
def test_the_locks_of_python_name_no_index(lock):
    lines = lock.read_text().splitlines()
    assert any("--hash=sha256:" in line for line in lines)
    assert [line for line in lines if HOST.search(line) or re.match(r"\s*(-i|-f|--(extra-)?index-url|--find-links)\b", line)] == []


@pytest.mark.skipif(NODE is None, reason="node is not on the path")
def test_what_npm_wrote_is_cleaned_and_what_is_clean_stays(tmp_path):
    written = json.loads(LOCK.read_text())
    name, one = next((name, one) for name, one in written["packages"].items() if name)
    one |= {"resolved": f"https://host.example/{name}.tgz", "funding": {"url": "https://fund.example"}}
    copy = tmp_path / "package-lock.json"
    copy.write_text(json.dumps(written, indent=2))
    for _ in range(2):
        subprocess.run([NODE, str(ROOT / "frontend" / "lock.mjs"), str(copy)], check=True, timeout=60)
        assert copy.read_text() == LOCK.read_text()
