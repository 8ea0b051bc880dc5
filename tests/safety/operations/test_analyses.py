"""Hazard analyses: filled in from the room, signed by who is responsible, approved for a year, out of date by what comes."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.safety import operations as safety
from squaremile.safety.models import AnalysisVersion
from squaremile.safety.reads import analyses
from squaremile.stores import operations as stores
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)
STEPS = [{"does": "아세톤으로 세척", "risk": "화재", "measure": "후드 안에서, 불꽃 없이", "ppe": ["goggles", "gloves_nitrile"]}]


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def room(world: World) -> None:
    """Acetone, nitrogen and a cell line of Hanbit in room 201, beside what Saebom keeps there."""
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="1층", sprinklered=True, rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=date(2020, 1, 1))
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        safety.add_substance(phase="liquid", cas="64-17-5", name_ko="에탄올", name_en="Ethanol")
        safety.enter_classes(substance="67-64-1", scheme="ghs", hazards=["H225"], read_in="SDS", read_on=TODAY)
        safety.add_substance(phase="gas", cas="7727-37-9", name_ko="질소", name_en="Nitrogen")
        safety.receive_container(substance="67-64-1", how_much="2 L", place="R201", organisation="HANBIT")
        safety.receive_container(substance="67-64-1", how_much="1 L", place="R201", organisation="HANBIT")
        safety.receive_container(substance="7727-37-9", how_much="40 L", place="R201", organisation="HANBIT")
        safety.receive_container(substance="64-17-5", how_much="9 L", place="R201", organisation="SAEBOM")
        safety.declare_room_biosafety(place="R201", biosafety_level=1, admits=["cell_line"])
    with world.as_("hana"):
        agent = safety.register_agent(kind="cell_line", risk_group=1, read_in="ATCC", name_ko="헬라세포").code
        code = safety.draft_protocol(biosafety_level=1, agents=[agent], investigator=world.people["hana"], name_ko="배양").protocol.code
        safety.submit_protocol(protocol=code)
    with world.as_("safety"):
        safety.decide_protocol(protocol=code, approve=True, reason="1등급", ends_on=TODAY + timedelta(days=900))
    with world.as_("hana"):
        safety.bring_agent(agent=agent, place="R201", amount_held=Decimal(4), counted_in="바이알")


def draft(world: World, **more) -> AnalysisVersion:
    return safety.draft_analysis(**{
        "place": "R201", "name_ko": "세척과 배양", "responsible": world.people["hana"], "steps": STEPS, "emergency": "119, 비상 샤워",
    } | more)  # fmt: skip


def approved(world: World) -> str:
    with world.as_("hana"):
        code = draft(world).code
        safety.sign_analysis(analysis=code)
    with world.as_("safety"):
        safety.decide_analysis(analysis=code, approve=True)
    return code


def test_hazards_are_filled_in_with_their_sources_and_nothing_of_a_rival(world: World, room):
    with world.as_("hana"):
        row = analyses.analysis(draft(world).code)
    by_name = {h.name.ko: (h.kind.en, h.amount, h.says, h.source) for h in row.newest.hazards}
    assert "에탄올" not in by_name
    kind, amount, says, source = by_name["아세톤"]
    assert (kind, amount) == ("Substance", "3 L")
    assert "H225" in says and "flammable-IB" in says
    assert "SDS (2027-03-01)" in source and "us-ibc" in source
    assert by_name["질소"][0] == "Gas"
    assert by_name["헬라세포"][1:] == ("4 바이알", "세포주 / Cell lines, 위험군 / risk group 1", "ATCC")
    assert {kind for kind, *_ in by_name.values()} == {"Substance", "Gas", "Biological agent", "Equipment"}


def test_gas_cylinders_are_among_the_hazards(world: World, room):
    said = {"gas": "hydrogen", "litres": Decimal(10), "bar": 150, "owner": "대한가스", "place": "R201"}
    with world.as_("operator"):
        stores.add_cylinder(**said, serial="H2-1", organisation="HANBIT")
        stores.add_cylinder(**said, serial="H2-2", organisation="SAEBOM")
    code = approved(world)
    with world.as_("hana"):
        found = [(h.kind.en, h.amount, h.says) for h in analyses.analysis(code).newest.hazards if h.name.en == "Hydrogen"]
        assert found == [("Gas", "1500 L (NTP)", "압축가스 / compressed gas, flammable-gas")]
    with world.as_("operator"):
        stores.add_cylinder(**said, serial="H2-3", organisation="HANBIT")
    with world.as_("hana"):
        assert analyses.analysis(code).standing == "out_of_date"


def test_who_is_responsible_signs_and_safety_approves_for_a_year(world: World, room):
    with world.as_("haeun"):
        code = draft(world).code
        with pytest.raises(Refused, match="not_responsible"):
            safety.sign_analysis(analysis=code)
        version = AnalysisVersion.objects.get()
        version.state, version.signed_at = "signed", clock.now()
        with pytest.raises(IntegrityError, match="responsible signs"), transaction.atomic():
            version.save()
    with world.as_("hana"):
        safety.sign_analysis(analysis=code)
        with pytest.raises(Forbidden):
            safety.decide_analysis(analysis=code, approve=True)
    with world.as_("safety"):
        with pytest.raises(Invalid, match="analysis_reason"):
            safety.decide_analysis(analysis=code, approve=False)
        safety.decide_analysis(analysis=code, approve=False, reason="비상 연락처를 적으십시오")
        with pytest.raises(Refused, match="analysis_step"):
            safety.decide_analysis(analysis=code, approve=True)
    with world.as_("hana"):
        draft(world, analysis=code, emergency="119, 063-000-0000")
        safety.sign_analysis(analysis=code)
        version = AnalysisVersion.objects.get()
        version.emergency = "바꿔치기"
        with pytest.raises(IntegrityError, match="signed stands"), transaction.atomic():
            version.save()
    with world.as_("safety"):
        safety.decide_analysis(analysis=code, approve=True, reason="적절함")
        row = analyses.analysis(code)
        assert (row.standing, row.approved.ends_on) == ("approved", date(2028, 2, 29))
    with clock.as_of(MONDAY + timedelta(days=366)), world.as_("hana"):
        assert analyses.analysis(code).standing == "lapsed"


def test_what_comes_makes_it_out_of_date_and_what_goes_does_not(world: World, room):
    code = approved(world)
    with world.as_("hana"):
        from squaremile.safety.reads import containers

        bottle = next(row for row in containers.here() if row.amount == "1 L").code
        safety.dispose_container(container=bottle)
        assert analyses.analysis(code).standing == "approved"
    with world.as_("sora"):
        safety.receive_container(substance="64-17-5", how_much="1 L", place="R201")
    with world.as_("hana"):
        assert analyses.analysis(code).changes == ()
        safety.receive_container(substance="64-17-5", how_much="1 L", place="R201")
        safety.receive_container(substance="67-64-1", how_much="5 L", place="R201")
        row = analyses.analysis(code)
        assert row.standing == "out_of_date"
        assert [change.en for change in row.changes] == ["New: Ethanol 1 L", "More: Acetone 3 L → 7 L"]
        again = draft(world, analysis=code)
        assert (again.number, analyses.analysis(code).standing) == (2, "out_of_date")
        safety.receive_container(substance="64-17-5", how_much="2 L", place="R201")
        with pytest.raises(Refused, match="stock_changed") as refused:
            safety.sign_analysis(analysis=code)
        assert "More: Ethanol 1 L → 3 L" in refused.value.text.en
        draft(world, analysis=code)
        safety.sign_analysis(analysis=code)
    with world.as_("safety"):
        safety.decide_analysis(analysis=code, approve=True)
    with world.as_("hana"):
        row = analyses.analysis(code)
        assert (row.standing, [v.state for v in row.versions]) == ("approved", ["approved", "replaced"])
        safety.end_analysis(analysis=code)
        assert analyses.analysis(code).standing == "ended"


@pytest.mark.parametrize(("said", "code"), [
    ({"steps": []}, "analysis_unsound"), ({"emergency": " "}, "analysis_unsound"), ({"name_ko": ""}, "analysis_unsound"),
    ({"place": "R201-B1"}, "room_unfit"), ({"analysis": "HA-X"}, "analysis_unknown"),
])  # fmt: skip
def test_what_is_unsound_is_refused(world: World, said, code):
    with world.as_("hana"), pytest.raises((Invalid, Refused, Missing), match=code):
        draft(world, **said)


def test_a_rival_neither_reads_nor_writes(world: World, room):
    code = approved(world)
    with world.as_("hana"), pytest.raises(Invalid, match="analysis_unsound"):
        draft(world, responsible=world.people["sora"])
    with world.as_("sora"):
        assert analyses.analyses() == []
        for act in (
            lambda: analyses.analysis(code), lambda: draft(world, analysis=code), lambda: safety.sign_analysis(analysis=code),
            lambda: safety.end_analysis(analysis=code), lambda: draft(world, organisation="HANBIT"),
        ):
            with pytest.raises(Missing):
                act()


def test_people_are_reminded_once(world: World, room):
    code = approved(world)
    with world.as_("hana"):
        other = draft(world, name_ko="둘째").code
        safety.sign_analysis(analysis=other)
    with clock.as_of(MONDAY + timedelta(days=340)), scope(system("worker")):
        assert (safety.remind_of_analyses(), safety.remind_of_analyses()) == (2, 2)
    told = {}
    for who in ("hana", "safety", "sora"):
        with world.as_(who), connection.cursor() as cursor:
            cursor.execute("SELECT url FROM core_notice WHERE kind LIKE 'safety.analysis%'")
            told[who] = [url for (url,) in cursor.fetchall()]
    assert told == {"hana": [f"/safety/analyses/{code}/"], "safety": [f"/safety/analyses/{other}/"], "sora": []}
