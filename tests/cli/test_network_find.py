"""`squaremile network find` and `index`: the documented JSON, one person's rights, and plain troubles."""

import json

import pytest

from squaremile.cli.main import main
from tests.network.finding.conftest import furnish
from tests.world import World


@pytest.fixture
def kept(committed_world: World, settings, tmp_path):
    settings.NETWORK_INDEX_ROOT = tmp_path / "index"
    with committed_world.as_("programme"):
        furnish()
    return committed_world


def test_it_answers_in_json(kept, capsys):
    assert main(["network", "find", "cartilage", "--as", "hana@example.org"]) == 2
    assert "network index" in capsys.readouterr().err
    assert main(["network", "index"]) == 0
    capsys.readouterr()
    asked = ["network", "find", "compressive modulus of cartilage", "--as", "hana@example.org", "--lang", "en"]
    assert main([*asked, "--json", "--limit", "2"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"question", "kind", "concepts", "spelling", "results"}
    first = answer["results"][0]
    assert (first["code"], first["organisation"], len(answer["results"]) <= 2) == ("PE-001", "Saebeol University", True)
    assert first["evidence"][0]["code"] == "PB-1"
    assert any("ompressive" in said for said in first["evidence"][0]["sentences"])
    assert main([*asked]) == 0
    assert "Yeongol Ko" in capsys.readouterr().out
    assert main([*asked, "--kind", "equipment", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "equipment"


def test_troubles_are_said(kept, capsys):
    assert main(["network", "find", "x", "--as", "nobody@example.org"]) == 2
    assert main(["network", "find", "x", "--as", "hana@example.org", "--limit", "0"]) == 2
    capsys.readouterr()


def test_the_servers_own_terminal_needs_no_name(kept, capsys):
    assert main(["network", "index"]) == 0
    capsys.readouterr()
    assert main(["network", "find", "compressive modulus of cartilage", "--lang", "en", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"]
