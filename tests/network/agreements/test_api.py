"""Agreements over the API: written and read by programs, with the same rights as people."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from squaremile.kernel import clock
from squaremile.network import operations as network
from tests.api.conftest import give_token
from tests.network.agreements.making import arrived, promise, signed
from tests.world import MONDAY, World

pytestmark = pytest.mark.usefixtures("at_monday")


def asked(world: World, who: str, method: str, path: str, **body):
    headers = {"Authorization": f"Bearer {give_token(world, who, again=True)}"}
    if method == "GET":
        answer = Client(headers=headers).get(f"/api/v1/network/{path}", body)
    else:
        answer = Client(headers=headers).post(f"/api/v1/network/{path}", json.dumps(body), content_type="application/json")
    return answer.status_code, answer.json()


def test_an_agreement_is_drafted_promised_and_read(world: World):
    status, made = asked(world, "programme", "POST", "agreements", agreement_type="MOU", binding=True, title_en="By program")
    assert (status, made["state"]) == (201, "draft")
    one = f"agreements/{made['code']}"
    for named in ({"partner": "PN-PROVINCE"}, {"organisation": "HANBIT"}):
        status, party = asked(world, "programme", "POST", f"{one}/parties", **named)
        assert status == 201
    status, clause = asked(
        world, "programme", "POST", f"{one}/commitments", party=party["code"], commitment_kind="investment",
        amount="10430000000000", amount_unit="KRW", due_on="2030-12-31", what_en="A plant",
    )
    assert (status, clause["amount"]) == (201, "10430000000000")
    for wrong in (1.5, "x", -1, True):
        status, _ = asked(
            world, "programme", "POST", f"{one}/commitments", party=party["code"], commitment_kind="jobs", amount=wrong,
            amount_unit="KRW", due_on="2030-12-31", what_en="A plant",
        )
        assert status == 422
    assert asked(world, "hana", "GET", one)[1]["commitments"][0]["code"] == clause["code"]
    assert asked(world, "sora", "GET", one)[0] == 404
    status, refusal = asked(world, "programme", "POST", f"{one}/steps", step="signed")
    assert (status, refusal["code"]) == (409, "network.agreement_step")


def test_lists_and_figures(world: World):
    with world.as_("programme"):
        made = signed(world)
        arrived(promise(made, 400), 100)
    with clock.as_of(MONDAY + timedelta(days=31)), world.as_("programme"):
        network.publish_figures()
    assert [a["code"] for a in asked(world, "sora", "GET", "agreements")[1]["items"]] == [made.code]
    assert asked(world, "hana", "GET", "agreements")[1]["items"] == []
    status, told = asked(world, "auditor", "GET", "promises", by="party")
    assert status == 200
    figure = told["figures"][0]
    assert (figure["key"], figure["promised"], figure["arrived"], len(figure["entries"])) == ("SAEBOM", "400.00", "100.00", 1)
    assert asked(world, "sora", "GET", "promises")[0] == 403
    public = asked(world, "hana", "GET", "figures")[1]
    promised = next(k for k in public["kpis"] if k["code"] == "promised")
    assert promised["values"] == [{"unit": "KRW", "part": {"ko": "원화", "en": "in won"}, "value": None, "base": None}]
    assert promised["says"]["ko"] and public["as_of"] == "2027-03-31"
