"""A need's way: director, steps, outcome."""

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network.models import NeedTransition, Promise
from squaremile.network.reads import needs
from tests.network.needs import way
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
        way.expert()
        way.met(need.code)
        closed = network.close_need(need=need.code, outcome="pilot", reason="7월에 시작합니다")
        assert (closed.state, closed.closed_at is not None) == ("closed", True)
        assert needs.need(need.code).outcome == "pilot"
        network.move_need(need=need.code, state="matching")
        assert (needs.need(need.code).outcome, needs.need(need.code).closed_at) == ("", None)
        steps = NeedTransition.objects.filter(need=need).values_list("after", flat=True)
        assert sorted(steps) == sorted([
            "open", "matching", "soft_check", "agenda", "meeting", "follow_up", "closed", "matching"])


@pytest.mark.parametrize("state", ["follow_up", "soft_check", "agenda", "meeting", "draft", "closed", "withdrawn", "nonsense"])
def test_steps_that_the_pipeline_does_not_know(world, state):
    need = a_need(world)
    with world.as_("programme"):
        assert code_of(network.move_need, need=need.code, state=state) == "network.need_step"


def test_each_step_wants_what_the_one_before_it_makes(world):
    """A long list, a yes, an agreed agenda, minutes: the database looks, whoever moves the need."""
    need = a_need(world).code
    with world.as_("programme"):
        way.expert()
        network.move_need(need=need, state="matching")
        assert code_of(network.move_need, need=need, state="soft_check") == "network.long_list_needed"
        network.put_on_long_list(need=need, subject="person", subject_code="PE-001", why_en="Eight papers")
        network.move_need(need=need, state="soft_check")
        check = way.asked(need).code
        assert code_of(network.move_need, need=need, state="agenda") == "network.yes_needed"
        network.record_soft_answer(soft_check=check, answer="maybe")
        assert code_of(network.move_need, need=need, state="agenda") == "network.yes_needed"
        check = way.asked(need).code
        network.record_soft_answer(soft_check=check, answer="yes")
        network.move_need(need=need, state="agenda")
        assert code_of(network.move_need, need=need, state="meeting") == "network.agenda_needed"
        agenda = network.draft_agenda(need=need).code
        network.add_agenda_subject(agenda=agenda, says_en="Test conditions")
        network.add_agenda_person(agenda=agenda, side="candidate", soft_check=check)
        assert code_of(network.move_need, need=need, state="meeting") == "network.agenda_needed"
        network.agree_agenda(agenda=agenda)
        network.move_need(need=need, state="meeting")
        assert code_of(network.move_need, need=need, state="follow_up") == "network.meeting_minutes_needed"
        log = network.log_interaction(member="HANBIT", kind="meeting", at=clock.now(), agenda=agenda)
        assert code_of(network.move_need, need=need, state="follow_up") == "network.meeting_minutes_needed"
        network.edit_interaction(interaction=log.code, title_en=log.title_en, minutes_en="Agreed on conditions.")
        network.move_need(need=need, state="follow_up")
        assert Promise.objects.filter(interaction=log).count() == 3, "follow-ups after 2, 6 and 12 weeks"


def test_an_owner_cannot_push_her_need_along_even_by_hand(world):
    need = a_need(world).code
    with world.as_("programme"):
        way.expert()
        network.move_need(need=need, state="matching")
        network.put_on_long_list(need=need, subject="person", subject_code="PE-001", why_en="Eight papers")
    with (
        world.as_("hajin"), pytest.raises(IntegrityError, match="cannot go to soft_check yet"),
        transaction.atomic(), connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE network_need SET state = 'soft_check' WHERE code = %s", [need])


@pytest.mark.parametrize("outcome", ["no_go", "pilot"])
def test_an_outcome_says_why(world, outcome):
    need = a_need(world)
    with world.as_("programme"):
        assert code_of(network.close_need, need=need.code, outcome=outcome, reason=" ") == "network.outcome_reason"
        assert code_of(network.close_need, need=need.code, outcome="wish", reason="x") == "core.not_found"
        assert code_of(network.close_need, need="NO", outcome="nda", reason="x") == "network.need_unknown"
        network.close_need(need=need.code, outcome=outcome, reason="맞는 장비가 없습니다")
        assert code_of(network.close_need, need=need.code, outcome="nda", reason="x") == "network.need_step"


def test_companies_do_not_move_their_needs(world):
    need = a_need(world)
    with world.as_("hajin"):
        assert code_of(network.move_need, need=need.code, state="matching") == "access.not_allowed"
        assert code_of(network.close_need, need=need.code, outcome="nda", reason="x") == "access.not_allowed"
        assert code_of(network.assign_need, need=need.code, person=world.people["programme"]) == "access.not_allowed"


def test_withdrawing_takes_it_off_every_list(world):
    need = a_need(world, listed=True)
    with world.as_("hajin"):
        gone = network.withdraw_need(need=need.code, reason="방향이 바뀌었습니다")
        assert (gone.state, gone.listed) == ("withdrawn", False)
        assert code_of(network.withdraw_need, need=need.code) == "network.need_step"
