"""Handing needs in, writing them anew, showing and hiding them: every success and every refusal."""

import pytest

from squaremile.core.models import OutboxFact
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Need, NeedDetail, NeedTransition
from squaremile.network.reads import needs
from tests.network.needs.asking import a_need, code_of


def test_a_need_opens_with_both_parts(world):
    need = a_need(world)
    with world.as_("hana"):
        shown = needs.need(need.code)
        assert (shown.state, shown.mine, shown.confidential.ko) == ("open", True, "ADC-99 제형")
        assert shown.organisation == "HANBIT"
        assert [t.after for t in NeedTransition.objects.filter(need=need)] == ["open"]
    with scope(system("worker")):
        assert [f.payload["code"] for f in OutboxFact.objects.filter(name="NeedChanged")] == [need.code]


def test_a_draft_waits_until_it_is_opened(world):
    need = a_need(world, draft=True)
    with world.as_("hana"):
        assert (need.state, need.opened_at) == ("draft", None)
        assert network.open_need(need=need.code).state == "open"
        assert code_of(network.open_need, need=need.code) == "network.need_step"
        assert code_of(network.open_need, need="NO") == "network.need_unknown"


def test_liaison_staff_ask_for_a_partner(world):
    with world.as_("programme"):
        network.add_partner(code="PN-X", kind="company", name_en="Meridian")
        need = network.submit_need(mode="pilot", title_en="A pilot", partner="PN-X")
        assert needs.need(need.code).partner.en == "Meridian"
        assert code_of(network.submit_need, mode="pilot", title_en="x", partner="PN-NO") == "network.partner_unknown"
        assert code_of(network.submit_need, mode="pilot", title_en="x") == "access.no_organisation"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"title_ko": " ", "title_en": ""}, "network.need_title_needed"),
        ({"horizon_months": 0}, "network.need_horizon"),
        ({"horizon_months": 121}, "network.need_horizon"),
        ({"mode": "wish"}, "core.not_found"),
        ({"code": "MINE"}, "access.not_allowed"),
    ],
)
def test_what_is_refused(world, given, code):
    asked = {"mode": "consult", "title_ko": "수요"} | given
    with world.as_("hana"):
        assert code_of(network.submit_need, **asked) == code


def test_only_staff_choose_a_code_and_a_company_learns_nothing_from_one(world):
    """A code that is taken would tell a rival that somebody hides a need under it."""
    company = world.organisations["HANBIT"]
    asked = {"mode": "consult", "title_ko": "수요", "organisation": company}
    with world.as_("programme"):
        network.submit_need(**asked, code="TAKEN")
        assert code_of(network.submit_need, **asked, code="TAKEN") == "core.code_taken"
        assert code_of(network.submit_need, **asked, code="A B") == "core.code_unfit"
        assert code_of(network.submit_need, mode="consult", title_ko="x", organisation=uuid7()) == "access.no_organisation"


def test_nobody_asks_in_anothers_name(world):
    with world.as_("hana"):
        theirs = world.organisations["SAEBOM"]
        assert code_of(network.submit_need, mode="consult", title_ko="x", organisation=theirs) == "core.not_found"
    for who in ("auditor", "operator", "finance"):
        with world.as_(who):
            assert code_of(network.submit_need, mode="consult", title_ko="x") == "access.not_allowed"


def test_a_need_is_written_anew_until_it_is_over(world):
    need = a_need(world)
    with world.as_("hana"):
        network.edit_need(need=need.code, title_ko="새 제목", confidential_en="", horizon_months=3, mode="pilot")
        shown = needs.need(need.code)
        assert (shown.title.ko, shown.title.en, shown.confidential.en, shown.horizon_months, shown.mode) == (
            "새 제목", "Compression test of cartilage", "", 3, "pilot")
        assert code_of(network.edit_need, need=need.code, title_ko="", title_en="") == "network.need_title_needed"
        assert code_of(network.edit_need, need=need.code, horizon_months=500) == "network.need_horizon"
        assert code_of(network.edit_need, need=need.code, mode="wish") == "core.not_found"
        assert code_of(network.edit_need, need="NO") == "network.need_unknown"
        network.withdraw_need(need=need.code, reason="예산이 줄었습니다")
        assert code_of(network.edit_need, need=need.code, title_ko="늦음") == "network.need_over"
        assert code_of(network.list_need, need=need.code) == "network.need_over"


def test_listing_shows_the_public_part_alone(world):
    need = a_need(world)
    with world.as_("sora"):
        assert not Need.objects.filter(code=need.code).exists()
        assert code_of(network.list_need, need=need.code) == "network.need_unknown"
    with world.as_("hana"):
        assert network.list_need(need=need.code).listed
    with world.as_("sora"):
        shown = needs.need(need.code)
        assert shown.title.en == "Compression test of cartilage"
        assert (shown.mine, shown.organisation, shown.confidential) == (False, "", None)
        assert not NeedDetail.objects.exists()
        for call in (network.edit_need, network.list_need, network.unlist_need, network.withdraw_need, network.open_need):
            assert code_of(call, need=need.code) == "network.need_unknown"
    with world.as_("hana"):
        assert not network.unlist_need(need=need.code).listed
        assert code_of(network.unlist_need, need="NO") == "network.need_unknown"
    with world.as_("sora"):
        assert not Need.objects.filter(code=need.code).exists()


def test_a_listed_draft_is_still_a_draft(world):
    need = a_need(world, draft=True, listed=True)
    with world.as_("sora"):
        assert not Need.objects.filter(code=need.code).exists()
