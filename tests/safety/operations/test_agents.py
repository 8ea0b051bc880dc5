"""Agents: protocols by the committee, rooms that admit, the book that adds up, and rivals who see nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.safety import operations as safety
from squaremile.safety.models import AgentLine, Holding, ProtocolVersion
from squaremile.safety.reads import agents, biosafety, protocols
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)
VIRUS = {
    "kind": "virus", "risk_group": 2, "read_in": "질병관리청 고위험병원체 목록", "name_ko": "렌티바이러스 벡터", "name_en": "Lentiviral vector",
    "modified": True, "made_of": "HIV-1 pLKO / GFP",
}  # fmt: skip


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def virus(world: World) -> str:
    """Hanbit's vector of risk group 2. Room 201 is at level 2 and admits it; 202 is at level 1."""
    with world.as_("safety"):
        safety.declare_room_biosafety(place="R201", biosafety_level=2, admits=["virus", "cell_line"], admits_modified=True)
        safety.declare_room_biosafety(place="R202", biosafety_level=1, admits=["bacterium"])
        for who in ("operator", "programme"):
            safety.seat_member(person=world.people[who])
    with world.as_("hana"):
        return safety.register_agent(**VIRUS).code


def draft(world: World, agent: str, **more) -> ProtocolVersion:
    return safety.draft_protocol(**{
        "name_ko": "벡터 형질도입", "biosafety_level": 2, "agents": [agent], "investigator": world.people["hana"], "plan_of_work": "형질도입",
    } | more)  # fmt: skip


def approved(world: World, agent: str, **more) -> str:
    """Handed in, agreed to by both members, approved for a year."""
    with world.as_("hana"):
        code = draft(world, agent, **more).protocol.code
        safety.submit_protocol(protocol=code)
    for who in ("operator", "programme"):
        with world.as_(who):
            safety.give_opinion(protocol=code, opinion="for", reason="적절함")
    with world.as_("safety"):
        safety.decide_protocol(protocol=code, approve=True, reason="과반 찬성", ends_on=TODAY + timedelta(days=364))
    return code


def bring(agent: str, **more) -> Holding:
    return safety.bring_agent(**{"agent": agent, "place": "R201", "amount_held": Decimal(10), "counted_in": "바이알"} | more)


class TestProtocols:
    def test_the_committee_agrees_before_safety_approves(self, world: World, virus: str):
        with world.as_("hana"):
            code = draft(world, virus).protocol.code
            with pytest.raises(Forbidden):
                safety.decide_protocol(protocol=code, approve=True, reason="x", ends_on=TODAY)
            safety.submit_protocol(protocol=code)
            with pytest.raises(Refused, match="protocol_waits"):
                draft(world, virus, protocol=code)
        with world.as_("programme"):
            safety.give_opinion(protocol=code, opinion="for", reason="적절함")
            with pytest.raises(Refused, match="opinion_given"):
                safety.give_opinion(protocol=code, opinion="against", reason="다시")
        with world.as_("finance"), pytest.raises(Refused, match="not_seated"):
            safety.give_opinion(protocol=code, opinion="for", reason="x")
        with world.as_("safety"):
            with pytest.raises(Refused, match="committee_open"):
                safety.decide_protocol(protocol=code, approve=True, reason="급함", ends_on=TODAY)
            version = ProtocolVersion.objects.get(protocol__code=code)
            version.state, version.reason, version.starts_on, version.ends_on = "approved", "몰래", TODAY, TODAY
            with pytest.raises(IntegrityError, match="committee has not agreed"), transaction.atomic():
                version.save()
            with pytest.raises(Invalid, match="protocol_term_unsound"):
                safety.decide_protocol(protocol=code, approve=False, reason=" ")
            safety.decide_protocol(protocol=code, approve=False, reason="폐기 경로를 적으십시오")
        with world.as_("hana"):
            assert protocols.protocol(code).newest.state == "returned"
            draft(world, virus, protocol=code, plan_of_work="형질도입, 멸균 폐기")
            safety.submit_protocol(protocol=code)
            assert protocols.protocol(code).newest.number == 1

    def test_an_amendment_is_judged_while_the_first_stays_in_force(self, world: World, virus: str):
        code = approved(world, virus)
        with world.as_("hana"):
            draft(world, virus, protocol=code, name_ko="형질도입과 선별")
            safety.submit_protocol(protocol=code)
            row = protocols.protocol(code)
            assert [(v.number, v.state) for v in row.versions] == [(2, "submitted"), (1, "approved")]
            assert bring(virus).here
        for who in ("operator", "programme"):
            with world.as_(who):
                safety.give_opinion(protocol=code, opinion="for", reason="적절함")
        with world.as_("safety"):
            for ends in (None, TODAY - timedelta(days=1), TODAY + timedelta(days=3000)):
                with pytest.raises(Invalid, match="term_unsound"):
                    safety.decide_protocol(protocol=code, approve=True, reason="x", ends_on=ends)
            safety.decide_protocol(protocol=code, approve=True, reason="변경 승인", ends_on=TODAY + timedelta(days=30))
        with world.as_("hana"):
            assert [v.state for v in protocols.protocol(code).versions] == ["approved", "replaced"]
            safety.end_protocol(protocol=code)
            with pytest.raises(Refused, match="no_protocol"):
                bring(virus)
            draft(world, virus, protocol=code)
            safety.withdraw_protocol(protocol=code)
            with pytest.raises(Refused, match="protocol_step"):
                safety.submit_protocol(protocol=code)

    @pytest.mark.parametrize(("said", "code"), [
        ({"agents": []}, "protocol_unsound"), ({"agents": ["AG-X"]}, "agent_unknown"), ({"biosafety_level": 5}, "protocol_unsound"),
        ({"name_ko": ""}, "protocol_unsound"), ({"protocol": "BP-X"}, "protocol_unknown"),
    ])  # fmt: skip
    def test_what_is_unsound_is_refused(self, world: World, virus: str, said, code):
        with world.as_("hana"), pytest.raises((Invalid, Refused, Missing), match=code):
            draft(world, virus, **said)

    def test_a_rival_neither_reads_nor_writes(self, world: World, virus: str):
        code = approved(world, virus)
        with world.as_("sora"):
            assert (protocols.protocols(), agents.agents(), agents.holdings()) == ([], [], [])
            for act in (
                lambda: protocols.protocol(code), lambda: agents.agent(virus), lambda: safety.end_protocol(protocol=code),
                lambda: bring(virus), lambda: draft(world, virus), lambda: draft(world, virus, protocol=code),
            ):
                with pytest.raises(Missing):
                    act()
        with world.as_("finance"):
            assert (protocols.protocols(), agents.agents()) == ([], [])
        with world.as_("programme"):
            assert [row.code for row in protocols.protocols()] == [code]
            with pytest.raises(Forbidden):
                safety.register_agent(**VIRUS, organisation="HANBIT")

    def test_who_sits_there(self, world: World, virus: str):
        with world.as_("safety"):
            with pytest.raises(Refused, match="seat_unfit"), transaction.atomic():
                safety.seat_member(person=world.people["sujin"])
            with pytest.raises(Refused, match="on_committee"), transaction.atomic():
                safety.seat_member(person=world.people["operator"])
            safety.unseat_member(person=world.people["programme"])
            with pytest.raises(Missing, match="seat_unknown"):
                safety.unseat_member(person=world.people["programme"])
            assert biosafety.seats() == 1
        with world.as_("programme"):
            assert agents.agents() == []

    def test_people_are_reminded_once(self, world: World, virus: str):
        approved(world, virus)
        with world.as_("hana"):
            other = draft(world, virus, name_ko="둘째").protocol.code
            safety.submit_protocol(protocol=other)
        with clock.as_of(MONDAY + timedelta(days=320)), scope(system("worker")):
            assert (safety.remind_of_biosafety(), safety.remind_of_biosafety()) == (2, 2)
        told = {}
        for who in ("hana", "hajin", "safety", "programme", "sora", "finance"):
            with world.as_(who), connection.cursor() as cursor:
                cursor.execute("SELECT kind FROM core_notice WHERE kind LIKE 'safety.protocol%'")
                told[who] = [kind for (kind,) in cursor.fetchall()]
        assert told == {
            "hana": ["safety.protocol_ends"], "hajin": ["safety.protocol_ends"], "safety": ["safety.protocol_waits"],
            "programme": ["safety.protocol_waits"], "sora": [], "finance": [],
        }  # fmt: skip


class TestBringing:
    def test_the_gate_says_why_and_the_database_too(self, world: World, virus: str):
        with world.as_("hana"), pytest.raises(Refused, match="no_protocol"):
            bring(virus)
        approved(world, virus)
        with world.as_("hana"):
            with pytest.raises(Refused, match="room_refuses") as refused:
                bring(virus, place="R202")
            assert "BSL-1, and BSL-2 is needed" in refused.value.text.en
            assert "Viruses" in refused.value.text.en
            assert bring(virus).room.code == "R201"
            held = Holding.objects.get()
            version = ProtocolVersion.objects.get()
            room = Holding._meta.get_field("room").related_model.objects.get(code="R202")
            line = {
                "holding": held, "number": 2, "act": "move", "day": TODAY, "change": 0, "left": 10, "room": room, "version": version,
                "kept_until": date(2032, 3, 1), "at": clock.now(), "actor": world.people["hana"],
            }  # fmt: skip
            for wrong, said in (
                ({}, "does not admit"), ({"room_id": held.room_id, "room": held.room, "left": 11}, "add up"),
                ({"room": held.room, "day": TODAY + timedelta(days=900), "kept_until": date(2040, 1, 1)}, "no protocol"),
            ):
                with pytest.raises(IntegrityError, match=said), transaction.atomic():
                    AgentLine.objects.create(**line | wrong)
            held.quantity = 99
            with pytest.raises(IntegrityError, match="says otherwise"), transaction.atomic():
                held.save(update_fields=["quantity"])

    def test_a_modified_organism_is_notified_before_it_crosses_the_border(self, world: World, virus: str):
        approved(world, virus)
        with world.as_("hana"):
            with pytest.raises(Refused, match="lmo_unnotified"):
                bring(virus, abroad=True)
            held = bring(virus, abroad=True, notice_number="2027-수입-12").code
            with pytest.raises(Refused, match="lmo_unnotified"):
                safety.log_agent(holding=held, happened="export", other_party="MIT")

    def test_its_book(self, world: World, virus: str):
        approved(world, virus)
        with world.as_("hana"):
            held = bring(virus, spot="초저온냉동고 3").code
            safety.log_agent(holding=held, happened="grow", amount_held=Decimal(5))
            safety.log_agent(holding=held, happened="use", amount_held=Decimal(3), says="형질도입")
            safety.log_agent(holding=held, happened="move", place="R201", spot="냉동고 4")
            for said in (
                {"happened": "use", "amount_held": Decimal(99), "says": "x"}, {"happened": "eat"}, {"happened": "dispose"},
                {"happened": "transfer"}, {"happened": "use", "says": "x", "done_on": TODAY + timedelta(days=1)},
            ):
                with pytest.raises(Invalid, match="book_unsound"):
                    safety.log_agent(holding=held, **said)
            with pytest.raises(Refused, match="room_refuses"):
                safety.log_agent(holding=held, happened="move", place="R202")
            safety.log_agent(holding=held, happened="transfer", amount_held=Decimal(2), other_party="이웃 연구소")
            safety.log_agent(holding=held, happened="dispose", says="121 °C 30분 고압멸균")
            row, lines = agents.holding(held)
            assert (row.here, row.quantity, row.spot) == (False, 0, "냉동고 4")
            assert [(line.number, line.left) for line in lines] == [(6, "0"), (5, "10"), (4, "12"), (3, "12"), (2, "15"), (1, "10")]
            assert {line.kept_until for line in lines} == {date(2032, 3, 1)}
            assert len(agents.book(since=TODAY, until=TODAY)) == 6
            with pytest.raises(Refused, match="holding_gone"):
                safety.log_agent(holding=held, happened="use", says="x")
            for sql in ("UPDATE safety_agent_line SET says = 'x'", "DELETE FROM safety_agent_line"):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(sql)

    def test_what_is_held_may_be_got_rid_of_when_the_protocol_has_ended(self, world: World, virus: str):
        code = approved(world, virus)
        with world.as_("hana"):
            held = bring(virus).code
            safety.end_protocol(protocol=code)
            with pytest.raises(Refused, match="no_protocol"):
                safety.log_agent(holding=held, happened="use", says="x")
            safety.log_agent(holding=held, happened="dispose", says="고압멸균")

    @pytest.mark.parametrize(("said", "code"), [
        ({"kind": "ghost"}, "agent_unsound"), ({"risk_group": 5}, "agent_unsound"), ({"read_in": " "}, "agent_unsound"),
        ({"made_of": ""}, "agent_unsound"), ({"name_ko": "", "name_en": ""}, "agent_unsound"),
    ])  # fmt: skip
    def test_what_is_no_agent(self, world: World, said, code):
        with world.as_("hana"), pytest.raises((Invalid, Refused), match=code):
            safety.register_agent(**VIRUS | said)

    def test_rooms_are_declared_by_safety(self, world: World):
        with world.as_("hana"), pytest.raises(Forbidden):
            safety.declare_room_biosafety(place="R201", biosafety_level=2, admits=[])
        with world.as_("safety"):
            for said in ({"biosafety_level": 9}, {"admits": ["ghost"]}, {"place": "R201-B1"}):
                with pytest.raises(Invalid):
                    safety.declare_room_biosafety(**{"place": "R201", "biosafety_level": 2, "admits": []} | said)
            safety.declare_room_biosafety(place="R201", biosafety_level=2, admits=["virus"], manager="안전희")
            safety.declare_room_biosafety(place="R201", biosafety_level=1, admits=[])
            assert [(row.code, row.level, row.admits) for row in biosafety.rooms()] == [("R201", 1, ())]
