"""`squaremile billing preview`: the month of an issuer, as it would be billed."""

import json
from datetime import timedelta

import pytest

from squaremile.cli.main import main
from squaremile.kernel import clock
from tests.billing.making import at, opened, used
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def test_a_month_in_lines_and_in_json(world: World, capsys: pytest.CaptureFixture[str]):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        used(world, "u:1", 97, at(3))
    with clock.as_of(MONDAY):
        assert main(["billing", "preview", "--issuer", "JB", "--month", "2027-02", "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert (found["events"], found["net"], found["gross"]) == (1, 78_750, 86_625)
        assert {b["account"]: b["payable"] for b in found["bills"]} == {codes["HANBIT"]: 86_620, codes["SAEBOM"]: 0}
        assert main(["billing", "preview", "--issuer", "JB", "--month", "2027-02"]) == 0
        assert codes["HANBIT"] in capsys.readouterr().out


@pytest.mark.parametrize(("issuer", "month", "wrong"), [("NONE", "2027-02", "NONE"), ("JB", "February", "February")])
def test_no_such_issuer_or_month(world: World, issuer: str, month: str, wrong: str, capsys: pytest.CaptureFixture[str]):
    assert main(["billing", "preview", "--issuer", issuer, "--month", month]) == 2
    assert wrong in capsys.readouterr().err
