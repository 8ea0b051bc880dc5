"""Permits: recorded, confirmed, reminded of, and what a missing one keeps shut. A rival reads none of it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.booking import operations as booking
from squaremile.core import gates
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency.reads.asked_of_gates import Entering, Moving, Settling
from squaremile.safety import operations as safety
from squaremile.safety.models import Permit
from squaremile.safety.reads import permits
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def kinds(world: World) -> None:
    with world.as_("safety"):
        safety.adopt_permit_kinds()


def record(kind: str = "cambridge-flammables", **more) -> Permit:
    said = {"permit_kind": kind, "permit_number": "2027-117", "issued_on": TODAY, "valid_until": TODAY + timedelta(days=364)}
    return safety.record_permit(**said | more)


def book(hour: int = 1):
    return booking.reserve(
        equipment="CHILLER", start=MONDAY + timedelta(days=1, hours=hour), end=MONDAY + timedelta(days=1, hours=hour + 1)
    )


class TestKinds:
    def test_standard_kinds_come_once_and_what_was_changed_stays(self, world: World, kinds):
        with world.as_("safety"):
            safety.declare_permit_kind(code="kr-waste", held_by="company", name_ko="우리 말로", blocks=["access"])
            assert safety.adopt_permit_kinds() == 0
            assert {k.code: k.blocks for k in permits.kinds()}["kr-waste"] == ("access",)
            for said in ({"held_by": "me"}, {"blocks": ["x"]}, {"remind_days": []}, {"remind_days": [9999]}):
                with pytest.raises(Invalid, match="permit_kind_unsound"):
                    safety.declare_permit_kind(**{"code": "x", "held_by": "either", "name_ko": "x"} | said)
        with world.as_("hajin"), pytest.raises(Forbidden):
            safety.adopt_permit_kinds()


class TestRecording:
    def test_what_a_company_records_counts_once_confirmed(self, world: World, kinds):
        with world.as_("hajin"):
            mine = record().code
            assert permits.permit(mine).standing == "recorded"
            with pytest.raises(Forbidden):
                safety.confirm_permit(permit=mine, approve=True)
            row = Permit.objects.get()
            row.state = "in_force"
            with pytest.raises(IntegrityError, match="safety confirms"), transaction.atomic():
                row.save(update_fields=["state"])
        with world.as_("safety"):
            with pytest.raises(Invalid, match="permit_reason"):
                safety.confirm_permit(permit=mine, approve=False)
            safety.confirm_permit(permit=mine, approve=True)
            with pytest.raises(Refused, match="permit_step"):
                safety.confirm_permit(permit=mine, approve=True)
        with world.as_("hajin"):
            assert permits.permit(mine).standing == "in_force"
            again = record(renews=mine, permit_number="2028-1").code
            safety.end_permit(permit=mine, reason="갱신")
            assert permits.permit(again).replaces == mine
            with pytest.raises(Refused, match="permit_step"):
                safety.end_permit(permit=mine, reason="또")

    @pytest.mark.parametrize(("said", "code"), [
        ({"permit_kind": "x"}, "permit_kind_unknown"), ({"permit_number": " "}, "permit_unsound"), ({"place": "NOWHERE"}, "not_found"),
        ({"issued_on": TODAY + timedelta(days=1)}, "permit_unsound"), ({"valid_until": TODAY - timedelta(days=1)}, "permit_unsound"),
        ({"permit_kind": "kr-hazmat-installation"}, "permit_holder_unfit"), ({"renews": "PM-X"}, "permit_unknown"),
        ({"remind_days": [99999]}, "permit_unsound"),
    ])  # fmt: skip
    def test_what_is_unsound_is_refused(self, world: World, kinds, said, code):
        with world.as_("hajin"), pytest.raises((Invalid, Refused, Missing), match=code):
            record(**said)

    def test_the_clusters_are_everybodys_to_read_and_a_companys_its_own(self, world: World, kinds):
        with world.as_("safety"):
            ours = record("kr-hazmat-installation").code
            theirs = record(organisation="HANBIT").code
            safety.need_permit(permit_kind="kr-waste", organisation="HANBIT", blocks=["access"])
            with pytest.raises(Invalid, match="holder_unfit"):
                record()
        with world.as_("sora"):
            assert [row.code for row in permits.permits()] == [ours]
            assert permits.needs() == []
            for act in (
                lambda: permits.permit(theirs), lambda: safety.end_permit(permit=theirs, reason="x"), lambda: record(renews=theirs),
                lambda: safety.end_permit(permit=ours, reason="x"), lambda: record(organisation="HANBIT"),
            ):
                with pytest.raises(Missing):
                    act()
        with world.as_("hana"):
            assert {row.code for row in permits.permits()} == {ours, theirs}


class TestUnheld:
    def test_what_is_needed_and_nobody_holds_is_told(self, world: World, kinds):
        def told() -> list[tuple[str, str]]:
            return [(row.kind, row.organisation) for row in permits.unheld()]

        with world.as_("safety"):
            assert told() == []
            safety.need_permit(permit_kind="kr-waste", organisation="HANBIT", place="R201", blocks=["access"])
            safety.need_permit(permit_kind="cambridge-flammables")
            both = [("cambridge-flammables", ""), ("kr-waste", "HANBIT")]
            assert told() == both
            record("kr-waste", organisation="SAEBOM")
            record("kr-waste", organisation="HANBIT", place="R202")
            assert told() == both, "a rival's, and one of another room, are none"
            record("kr-waste", organisation="HANBIT", place="JB-A")
            assert told() == both[:1]
        with world.as_("hajin"):
            waits = record().code
        with world.as_("safety"):
            assert told() == []
            safety.confirm_permit(permit=waits, approve=False, reason="낡음")
            assert told() == both[:1]
        with world.as_("sora"):
            assert told() == both[:1]
        with world.as_("safety"):
            safety.end_permit_need(permit_kind="cambridge-flammables")
            assert told() == []


class TestBars:
    def test_booking_is_shut_for_want_of_it(self, world: World, kinds):
        with world.as_("safety"):
            safety.need_permit(permit_kind="kr-waste", organisation="HANBIT", blocks=["booking"])
            with pytest.raises(Refused, match="permit_need_already"), transaction.atomic():
                safety.need_permit(permit_kind="kr-waste", organisation="HANBIT", blocks=["booking"])
            with pytest.raises(Invalid, match="permit_need_unsound"):
                safety.need_permit(permit_kind="mwra-sewer")
        with world.as_("sora"):
            book()
        with world.as_("hana"), pytest.raises(Refused, match="permit_needed") as refused:
            book(3)
        assert "Waste generator notice" in refused.value.text.en
        with world.as_("safety"):
            record("kr-waste", organisation="HANBIT", valid_until=TODAY)
        with world.as_("hana"), pytest.raises(Refused, match="permit_needed"):
            book(3)
        with world.as_("safety"):
            record("kr-waste", organisation="HANBIT", valid_until=TODAY + timedelta(days=1))
        with world.as_("hana"):
            book(3)
        with world.as_("safety"):
            safety.end_permit_need(permit_kind="kr-waste", organisation="HANBIT")
            with pytest.raises(Missing, match="permit_need_unknown"):
                safety.end_permit_need(permit_kind="kr-waste", organisation="HANBIT")

    def test_what_is_brought_in_by_its_class_and_place(self, world: World, kinds):
        with world.as_("safety"):
            safety.declare_area(building="JB-A", storey=1, name_ko="1층", sprinklered=True, rooms=["R201", "R202"], code="CA-1")
            safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=date(2020, 1, 1))
            safety.need_permit(permit_kind="cambridge-flammables", place="R201")
            safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤")
            safety.add_substance(phase="solid", cas="7647-14-5", name_ko="소금")
        with world.as_("hana"):
            with pytest.raises(Refused, match="permit_needed"):
                safety.receive_container(substance="67-64-1", how_much="1 L", place="R201")
            assert safety.receive_container(substance="67-64-1", how_much="1 L", place="R202").code
        with world.as_("safety"):
            safety.enter_classes(substance="7647-14-5", scheme="us-ibc", hazards=[], read_in="SDS", read_on=TODAY)
            assert safety.receive_container(substance="7647-14-5", how_much="1 kg", place="R201", organisation="HANBIT").code
            record(organisation="HANBIT")
        with world.as_("hana"):
            assert safety.receive_container(substance="67-64-1", how_much="1 L", place="R201").code

    def test_agents_licences_badges_and_checklists_ask(self, world: World, kinds):
        hanbit = world.organisations["HANBIT"]
        with world.as_("safety"):
            safety.declare_room_biosafety(place="R201", biosafety_level=1, admits=["bacterium"], admits_modified=True)
            for kind, blocks in (("kr-lmo-facility", []), ("kr-waste", ["licence"]), ("insurance", ["access"])):
                safety.need_permit(permit_kind=kind, blocks=blocks)
        with world.as_("hana"):
            agent = safety.register_agent(
                kind="bacterium", risk_group=1, read_in="목록", name_ko="대장균", modified=True, made_of="E. coli / pET / GFP"
            ).code
            code = safety.draft_protocol(biosafety_level=1, agents=[agent], investigator=world.people["hana"], name_ko="발현").protocol.code
            safety.submit_protocol(protocol=code)
        with world.as_("safety"):
            safety.decide_protocol(protocol=code, approve=True, reason="1등급", ends_on=TODAY)
        bring = {"agent": agent, "place": "R201", "amount_held": Decimal(1), "counted_in": "바이알"}
        with world.as_("hana"), pytest.raises(Refused, match="permit_needed"):
            safety.bring_agent(**bring)
        asked = {
            "residency.start_licence": Moving("licence", hanbit), "residency.issue_pass": Entering("access", hanbit, world.people["hana"], ()),
            "residency.sign_off": Settling("lmo_notice", hanbit),
        }  # fmt: skip
        with world.as_("safety"):
            for operation, about in asked.items():
                assert [gate.open for gate in gates.checklist(operation, about)] == [False], operation
            for kind in ("kr-lmo-facility", "kr-waste", "insurance"):
                record(kind, organisation="HANBIT")
            for operation, about in asked.items():
                assert all(gate.open for gate in gates.checklist(operation, about)), operation
        with world.as_("hana"):
            assert safety.bring_agent(**bring).here


def test_its_holder_and_safety_are_reminded_on_the_days_it_asks_for(world: World, kinds):
    with world.as_("hajin"):
        waits = record(permit_number="W-1").code
        file = core.store_file(name="a.pdf", content=b"%PDF-1.7 x", organisation=world.organisations["HANBIT"])
    with world.as_("safety"):
        code = record(organisation="HANBIT", valid_until=TODAY + timedelta(days=40), remind_days=[30, 7], file=file.id).code
        record("kr-hazmat-installation", valid_until=TODAY + timedelta(days=400))
    seen = {}
    for days in (0, 9, 10, 11, 33, 40, 41):
        with clock.as_of(MONDAY + timedelta(days=days)), scope(system("worker")):
            safety.remind_of_permits()
        for who in ("hajin", "safety", "sujin", "finance"):
            with world.as_(who), connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM core_notice WHERE url = %s", (f"/safety/permits/{code}/",))
                seen.setdefault(who, []).append(cursor.fetchone()[0])
    assert seen == {"hajin": [0, 0, 1, 1, 2, 2, 3], "safety": [0, 0, 1, 1, 2, 2, 3], "sujin": [0] * 7, "finance": [0] * 7}
    with world.as_("safety"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_notice WHERE url = %s", (f"/safety/permits/{waits}/",))
        assert cursor.fetchone() == (1,)
