"""`squaremile atlas claim`: the count, its list and its refusals."""

import json

import pytest

from squaremile.cli.main import main
from tests.atlas.policies.test_claims import DOCUMENT


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    path = tmp_path / "claim.json"
    path.write_text(json.dumps(DOCUMENT))
    return path


def test_as_json_and_as_text(file, capsys, monkeypatch):
    assert main(["atlas", "claim", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["k"], found["n"], found["at_most"], found["precision"]) == (1, 2, 2, "street")
    assert main(["atlas", "claim", str(file)]) == 0
    out = capsys.readouterr().out
    assert "At least 1 of 2; 1 unknown" in out and "What would refute it" in out and "register, 2026-01-01" in out
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    assert main(["atlas", "claim", str(file)]) == 0
    assert "2곳 가운데 적어도 1곳입니다." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is no JSON"),
        ("[]", "an object"),
        ('{"claim": "a", "claim": "b"}', "comes twice"),
        (json.dumps({**DOCUMENT, "k": 2}), "never typed"),
    ],
)
def test_refusals(file, capsys, text, said):
    file.write_text(text)
    assert main(["atlas", "claim", str(file), "--json"]) == 2
    out = capsys.readouterr()
    assert out.out == "" and said in out.err


def test_a_missing_file(tmp_path, file, capsys):
    assert main(["atlas", "claim", str(tmp_path / "none.json")]) == 2
    assert "cannot be read" in capsys.readouterr().err
