"""`squaremile atlas report`: seal, make, check; refusals on standard error with exit code 2."""

import json

import pytest

from squaremile.cli.main import main
from tests.atlas.reports.conftest import document, write_world


@pytest.fixture
def manifest(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    write_world(tmp_path)
    said = {**document(), "languages": ["en"], "sections": document()["sections"][:1]}
    (tmp_path / "m.json").write_text(json.dumps(said, ensure_ascii=False))
    return tmp_path / "m.json"


def test_sealed_made_and_checked(manifest, capsys, tmp_path):
    out = str(tmp_path / "out")
    assert main(["atlas", "report", str(manifest), "--output", out]) == 2
    assert "not sealed" in capsys.readouterr().err
    assert main(["atlas", "report", str(manifest), "--seal"]) == 0
    capsys.readouterr()
    assert main(["atlas", "report", str(manifest), "--output", out, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["files"] == ["SHA256SUMS", "manifest.json", "report.en.html", "report.en.pdf", "tables/E1-claim.csv"]
    assert main(["atlas", "report", str(manifest), "--check", out, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"same": True, "files": 5, "differing": []}
    (tmp_path / "out" / "report.en.html").write_text("x")
    assert main(["atlas", "report", str(manifest), "--check", out, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["differing"] == ["report.en.html"]


def test_changed_data_and_an_existing_folder_are_refused(manifest, capsys, tmp_path):
    assert main(["atlas", "report", str(manifest), "--seal"]) == 0
    capsys.readouterr()
    assert main(["atlas", "report", str(manifest), "--output", str(tmp_path), "--json"]) == 2
    assert "there already" in capsys.readouterr().err
    (tmp_path / "claim.json").write_text((tmp_path / "claim.json").read_text() + " ")
    assert main(["atlas", "report", str(manifest), "--output", str(tmp_path / "out"), "--json"]) == 2
    out = capsys.readouterr()
    assert out.out == "" and "are not those of the manifest" in out.err and not (tmp_path / "out").exists()
