"""Agendas: drafted, agreed, read by their company, carried into a visit and logged as a meeting."""

import pytest
from django.db import IntegrityError, transaction

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network.models import Agenda, AgendaSubject, Attendee, Interaction, VisitWish
from squaremile.network.reads import need_pipeline
from tests.network.needs import way
from tests.network.needs.asking import a_need, code_of
from tests.network.visits.staged import delegation


@pytest.fixture
def need(world):
    made = a_need(world)
    with world.as_("programme"):
        way.expert()
        way.expert("PE-002")
    return made


def test_its_company_reads_an_agenda_once_it_is_agreed(world, need):
    with world.as_("programme"):
        check = way.said_yes(need.code)
        agenda = network.draft_agenda(need=need.code).code
        network.add_agenda_subject(agenda=agenda, says_ko="시험 조건", minutes=30)
        network.add_agenda_person(agenda=agenda, side="candidate", soft_check=check)
    with world.as_("hana"):
        assert need_pipeline.agendas(need.id) == []
    with world.as_("programme"):
        network.agree_agenda(agenda=agenda)
    with world.as_("hana"):
        (seen,) = need_pipeline.agendas(need.id)
        assert ([str(s.says.ko) for s in seen.subjects], [p.name.ko for p in seen.people]) == (["시험 조건"], ["고연골"])
    with world.as_("sora"):
        assert (need_pipeline.agendas(need.id), AgendaSubject.objects.count()) == ([], 0)


def test_what_agendas_refuse(world, need):
    with world.as_("programme"):
        assert code_of(network.draft_agenda, need="NO") == "network.need_unknown"
        check = way.said_yes(need.code)
        network.put_on_long_list(need=need.code, subject="person", subject_code="PE-002", why_en="x")
        other = way.asked(need.code, "PE-002").code
        agenda = network.draft_agenda(need=need.code).code
        subject, person = network.add_agenda_subject, network.add_agenda_person
        assert code_of(network.agree_agenda, agenda=agenda) == "network.agenda_incomplete"
        assert code_of(subject, agenda=agenda) == "network.agenda_subject_needed"
        assert code_of(subject, agenda=agenda, says_en="x", minutes=4) == "network.agenda_subject_needed"
        assert code_of(subject, agenda="NO", says_en="x") == "network.agenda_unknown"
        assert code_of(network.drop_agenda_subject, agenda=agenda, position=3) == "core.bad_input"
        assert code_of(person, agenda=agenda, side="candidate", soft_check=other) == "network.candidate_not_agreed"
        assert code_of(person, agenda=agenda, side="asker", soft_check=check) == "core.bad_input"
        assert code_of(person, agenda=agenda, side="staff") == "core.name_needed"
        person(agenda=agenda, side="candidate", soft_check=check)
        assert code_of(person, agenda=agenda, side="candidate", soft_check=check) == "network.on_agenda"
        assert code_of(network.agree_agenda, agenda=agenda) == "network.agenda_incomplete"
        assert code_of(network.carry_agenda, agenda=agenda, delegation="DG-1") == "network.agenda_draft"
        subject(agenda=agenda, says_en="x")
        network.agree_agenda(agenda=agenda)
        for again in (network.agree_agenda, lambda **a: subject(says_en="y", **a), lambda **a: person(side="staff", name_en="y", **a)):
            assert code_of(again, agenda=agenda) == "network.agenda_stands"
        assert code_of(network.carry_agenda, agenda=agenda, delegation="NO") == "network.delegation_unknown"
        network.withdraw_need(need=need.code)
        assert code_of(network.draft_agenda, need=need.code) == "network.need_over"
    with world.as_("hana"):
        assert code_of(network.agree_agenda, agenda=agenda) == "access.not_allowed"


def test_an_agreed_agenda_stands_in_the_database(world, need):
    with world.as_("programme"):
        agenda = Agenda.objects.get(code=way.agreed(need.code))
        for act in (
            lambda: AgendaSubject.objects.filter(agenda=agenda).delete(),
            lambda: AgendaSubject.objects.filter(agenda=agenda).update(says_en="other"),
            lambda: Agenda.objects.filter(id=agenda.id).update(title_en="other"),
        ):
            with pytest.raises(IntegrityError, match="stands"), transaction.atomic():
                act()


def test_who_said_yes_becomes_a_wish_of_the_visit_once(world, need):
    with world.as_("programme"):
        agenda = way.agreed(need.code)
        delegation()
        (wish,) = network.carry_agenda(agenda=agenda, delegation="DG-1")
        assert (wish.host.code, wish.minutes, wish.talking_ko, wish.talking_en) == (
            "PE-001", 40, "1. 시험 조건", "1. Test conditions")
        told = " ".join(str(getattr(wish, f.name)) for f in VisitWish._meta.concrete_fields)
        assert not any(secret in told for secret in ("한빛", "Hanbit", "ADC-99", need.code))
        assert network.carry_agenda(agenda=agenda, delegation="DG-1") == []
        (seen,) = need_pipeline.agendas(need.id)
        assert seen.carried
        network.drop_wish(wish=wish.code)
        assert len(network.carry_agenda(agenda=agenda, delegation="DG-1")) == 1


def test_minutes_of_the_visit_lead_to_the_follow_up(world, need):
    with world.as_("programme"):
        agenda = way.agreed(need.code)
        made = delegation()
        (wish,) = network.carry_agenda(agenda=agenda, delegation="DG-1")
        network.move_need(need=need.code, state="meeting")
        from tests.network.visits.staged import at

        stop = network.add_stop(delegation=made.code, kind="meeting", start=at(10), end=at(11), wish=wish.code)
        assert code_of(network.move_need, need=need.code, state="follow_up") == "network.meeting_minutes_needed"
        network.record_visit_minutes(stop=stop.code, minutes_en="Conditions agreed.")
        assert network.move_need(need=need.code, state="follow_up").state == "follow_up"


def test_a_meeting_is_logged_from_its_agenda_and_only_for_whose_it_is(world, need):
    with world.as_("programme"):
        agenda = way.agreed(need.code)
        asked = {"kind": "meeting", "at": clock.now(), "agenda": agenda}
        assert code_of(network.log_interaction, member="SAEBOM", **asked) == "network.agenda_unknown"
        assert code_of(network.log_interaction, member="HANBIT", **asked | {"agenda": "NO"}) == "network.agenda_unknown"
        draft = network.draft_agenda(need=need.code).code
        assert code_of(network.log_interaction, member="HANBIT", **asked | {"agenda": draft}) == "network.agenda_draft"
        made = network.log_interaction(member="HANBIT", **asked)
        assert (made.title_ko, made.need_id) == (need.title_ko, need.id)
        assert list(Attendee.objects.filter(interaction=made).values_list("person__code", flat=True)) == ["PE-001"]
        assert Interaction.objects.get(agenda__code=agenda) == made
