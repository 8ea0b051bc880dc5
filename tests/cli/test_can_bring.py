"""`squaremile safety can-bring`: asked of what really stands there. Exit code 0 where there is an answer, 2 where there is none."""

import json

import pytest

from squaremile.cli.main import main
from squaremile.kernel import clock
from tests.safety.shelves import lock, two_rooms
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rooms(world, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    with clock.as_of(MONDAY):
        two_rooms(world)
        yield


def asked(capsys, *more, cas="67-64-1", amount="1 L", room="R201"):
    code = main(["safety", "can-bring", "--cas", cas, "--amount", amount, "--room", room, *more])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("who", [(), ("--as", "hana@example.org")])
def test_yes_approval_and_no(capsys, world, who):
    found = {room: asked(capsys, "--json", *who, room=room) for room in ("R201", "R202")}
    assert {room: (code, json.loads(out)["answer"]) for room, (code, out, _err) in found.items()} == {
        "R201": (0, "yes"), "R202": (0, "needs_approval"),
    }  # fmt: skip
    assert json.loads(found["R202"][1])["state"] == "asked"
    lock(world)
    code, out, _err = asked(capsys, *who)
    assert (code, out.splitlines()[0]) == (0, "no")
    assert "  - For safety, this place is not to be used at present." in out
    assert "once the safety officer releases it" in out
    told = json.loads(asked(capsys, "--json", *who)[1])
    assert ([each["code"] for each in told["barred"]], [way["kind"] for way in told["ways_out"]]) == (["safety.place_locked"], ["release"])


@pytest.mark.parametrize(("wrong", "refusal", "en", "ko"), [
    ({"cas": "unobtainium X"}, "safety.substance_unknown", "register it first", "먼저 등록하십시오"),
    ({"cas": "67-64-2"}, "safety.cas_wrong", "check digit of this CAS number is wrong", "검사 숫자가 맞지 않습니다"),
    ({"amount": "viel"}, "safety.amount_unreadable", "", ""), ({"amount": "0 L"}, "safety.amount_unreadable", "", ""),
    ({"room": "R999"}, "core.not_found", "", ""),
])  # fmt: skip
def test_what_is_refused(capsys, monkeypatch, wrong, refusal, en, ko):
    code, out, err = asked(capsys, **wrong)
    assert (code, out, en in err) == (2, "", True)
    code, out, _err = asked(capsys, "--json", **wrong)
    assert (code, json.loads(out)["code"]) == (2, refusal)
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    code, _out, err = asked(capsys, **wrong)
    assert (code, ko in err, any("가" <= letter <= "힣" for letter in err)) == (2, True, True)
