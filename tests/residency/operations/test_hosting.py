"""What an application declares against what stands in the control areas: for those who answer for safety alone."""

from datetime import date

import pytest

from squaremile.kernel import clock
from squaremile.residency.models import Application
from squaremile.residency.reads import declarations
from squaremile.residency.reads.hosting import hosted
from squaremile.safety import operations as safety
from tests.residency.applying import handed_in, opened_call
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def told(world, code, who):
    with world.as_("programme"):
        application = Application.objects.get(code=code).id
    with world.as_(who):
        return hosted(declarations.newest(application))


def test_it_is_weighed_together_with_what_stands_there(world):
    two = [{"name": "아세톤", "cas": "67-64-1", "state": "liquid", "amount": "300", "unit": "l"}] * 2
    unknown = {"name": "비밀 시약", "cas": "", "state": "liquid", "amount": "1", "unit": "l"}
    code = handed_in(opened_call(world), chemicals=[*two, unknown])
    with world.as_("safety"):
        made = safety.declare_area(building="JB-A", storey=2, name_ko="통제구역", name_en="Area", rooms=["R201"])
        safety.put_pack_in_force(area=made.code, pack="us-ibc", since=date(2027, 1, 1))
        acetone = safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone").code
        safety.enter_classes(substance=acetone, scheme="us-ibc", hazards=["flammable-IB"], read_in="SDS", read_on=date(2027, 3, 1))
    found = told(world, code, "safety")
    (area,) = found.areas
    assert (found.weighed, found.unknown, area.rooms) == (2, ("비밀 시약",), ("R201",))
    assert area.answer != "yes"
    assert area.sums
    assert told(world, code, "programme") is None
