"""Acting for somebody: for a reason, never for staff, recorded under both names, over when the right is over."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.core.entering import enter_person
from squaremile.core.models import Activity, RoleGrant
from squaremile.kernel import clock
from tests.core.operations.asking import refused
from tests.world import MONDAY, World

WHY = "전화로 예약을 부탁하셨습니다"
TEN, ELEVEN = MONDAY + timedelta(hours=1), MONDAY + timedelta(hours=2)


def test_every_act_is_recorded_under_both_names(world: World):
    hana, operator = world.people["hana"], world.people["operator"]
    with world.as_("operator"):
        core.act_for(person=hana, reason=WHY)
    with enter_person(hana, operator=operator, reason=WHY):
        booking.reserve(equipment="CONFOCAL", start=TEN, end=ELEVEN)
        core.stop_acting()
    with world.as_("hajin"):
        told = Activity.objects.filter(operation__in=("core.act_for", "booking.reserve", "core.stop_acting"))
        assert [(a.operation, a.actor, a.operator, a.reason) for a in told.order_by("id")] == [
            ("core.act_for", operator, operator, ""),
            ("booking.reserve", hana, operator, WHY),
            ("core.stop_acting", hana, operator, WHY),
        ]
        assert told.get(operation="core.act_for").data["reason"] == WHY
    with world.as_("sujin"):
        assert not told.all().exists()


@pytest.mark.parametrize(
    ("who", "whom", "reason", "code"),
    [
        ("operator", "hana", "  ", "access.reason_needed"),
        ("operator", "hana", "부탁", "access.reason_short"),
        ("operator", "finance", WHY, "access.act_for_staff"),
        ("operator", "operator", WHY, "access.act_for_staff"),
        ("director", "auditor", WHY, "access.act_for_staff"),
        ("hajin", "hana", WHY, "access.not_allowed"),
        ("auditor", "hana", WHY, "access.not_allowed"),
    ],
)
def test_acting_is_refused(world: World, who, whom, reason, code):
    with world.as_(who):
        assert refused(core.act_for, person=world.people[whom], reason=reason) == code


def test_nobody_acts_for_whom_holds_no_role_or_does_not_exist(world: World):
    with world.as_("operator"):
        core.end_membership(person=world.people["hana"], organisation=world.organisations["HANBIT"])
        assert refused(core.act_for, person=world.people["hana"], reason=WHY) == "access.act_for_nobody"
        assert refused(core.act_for, person=world.organisations["HANBIT"], reason=WHY) == "core.not_found"


def test_it_ends_when_the_operator_loses_her_role(world: World):
    hana, operator = world.people["hana"], world.people["operator"]
    with world.as_("director"):
        core.end_role(grant=RoleGrant.objects.get(user=operator).id)
    with clock.as_of(TEN), enter_person(hana, operator=operator, reason=WHY) as someone:
        assert someone is None


def test_it_ends_when_the_person_joins_the_staff(world: World):
    hana, operator = world.people["hana"], world.people["operator"]
    with world.as_("director"):
        core.grant_role(person=hana, role="finance")
    with enter_person(hana, operator=operator, reason=WHY) as someone:
        assert someone is None


def test_a_rival_cannot_become_an_operator_by_asking_the_database(world: World):
    with enter_person(world.people["hana"], operator=world.people["sora"], reason=WHY) as someone:
        assert someone is None


def test_stopping_needs_to_have_begun(world: World):
    with world.as_("operator"):
        assert refused(core.stop_acting) == "access.not_allowed"
