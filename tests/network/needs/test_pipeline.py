"""A need's way: director, steps, outcome."""

import pytest

from squaremile.network import operations as network
from squaremile.network.models import NeedTransition
from squaremile.network.reads import needs
from tests.network.needs.asking import a_need, code_of


def test_a_director_is_of_the_liaison_staff(world):
    need = a_need(world)
    with world.as_("programme"):
        network.assign_need(need=need.code, person=world.people["programme"])
        assert needs.need(need.code).director.en == "Programme Yeon"
        for who in ("hana", "operator", "auditor"):
            assert code_of(network.assign_need, need=need.code, person=world.people[who]) == "network.not_liaison"
        assert code_of(network.assign_need, need="NO", person=world.people["programme"]) == "network.need_unknown"
        network.withdraw_need(need=need.code)
        assert code_of(network.assign_need, need=need.code, person=world.people["programme"]) == "network.need_over"


def test_the_way_from_intake_to_outcome_leaves_a_row_for_each_step(world):
    need = a_need(world)
    with world.as_("programme"):
        for state in ("matching", "meeting", "follow_up"):
            assert network.move_need(need=need.code, state=state).state == state
        closed = network.close_need(need=need.code, outcome="pilot", reason="7월에 시작합니다")
        assert (closed.state, closed.closed_at is not None) == ("closed", True)
        assert needs.need(need.code).outcome == "pilot"
        network.move_need(need=need.code, state="matching")
        assert (needs.need(need.code).outcome, needs.need(need.code).closed_at) == ("", None)
        steps = NeedTransition.objects.filter(need=need).values_list("after", flat=True)
        assert sorted(steps) == sorted(["open", "matching", "meeting", "follow_up", "closed", "matching"])


@pytest.mark.parametrize("state", ["follow_up", "draft", "closed", "withdrawn", "nonsense"])
def test_steps_that_the_pipeline_does_not_know(world, state):
    need = a_need(world)
    with world.as_("programme"):
        assert code_of(network.move_need, need=need.code, state=state) == "network.need_step"


def test_a_no_go_says_why(world):
    need = a_need(world)
    with world.as_("programme"):
        assert code_of(network.close_need, need=need.code, outcome="no_go", reason=" ") == "network.outcome_reason"
        assert code_of(network.close_need, need=need.code, outcome="wish") == "core.not_found"
        assert code_of(network.close_need, need="NO", outcome="nda") == "network.need_unknown"
        network.close_need(need=need.code, outcome="no_go", reason="맞는 장비가 없습니다")
        assert code_of(network.close_need, need=need.code, outcome="nda") == "network.need_step"


def test_companies_do_not_move_their_needs(world):
    need = a_need(world)
    with world.as_("hajin"):
        assert code_of(network.move_need, need=need.code, state="matching") == "access.not_allowed"
        assert code_of(network.close_need, need=need.code, outcome="nda") == "access.not_allowed"
        assert code_of(network.assign_need, need=need.code, person=world.people["programme"]) == "access.not_allowed"


def test_withdrawing_takes_it_off_every_list(world):
    need = a_need(world, listed=True)
    with world.as_("hajin"):
        gone = network.withdraw_need(need=need.code, reason="방향이 바뀌었습니다")
        assert (gone.state, gone.listed) == ("withdrawn", False)
        assert code_of(network.withdraw_need, need=need.code) == "network.need_step"
