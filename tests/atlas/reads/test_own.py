"""How much the instruments were used, and by how many: sums, and the number of organisations behind each of them."""

from datetime import timedelta

import pytest

from squaremile.atlas.reads import own
from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from tests.world import MONDAY, World, setup_scope

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def held(world: World, equipment: str, companies: list[str]) -> None:
    """An hour for each of them, one after the other."""
    for n, company in enumerate(companies):
        start = MONDAY + n * HOUR
        booking.record_reservation(
            equipment=equipment, start=start, end=start + HOUR, person=world.people["hana"], organisation=company, state="confirmed",
        )


@pytest.fixture
def companies() -> list[str]:
    with clock.as_of(MONDAY), scope(setup_scope()):
        return [core.add_organisation(code=f"USER-{n}", name_ko=f"쓰는곳 {n}", name_en=f"User {n}").code for n in range(6)]


def test_joint_use_rests_on_those_who_share_machines(world: World, companies: list[str]):
    """Six organisations use machines of their own or two together: six stand behind the use, two behind the joint use."""
    with clock.as_of(MONDAY), scope(setup_scope()):
        held(world, "CONFOCAL", companies[:2])
        held(world, "CHILLER", companies[2:3])
        held(world, "CYTO-1", companies[3:4])
        held(world, "CYTO-2", companies[4:5] * 2)
        booking.add_equipment(code="ALONE", name_ko="홀로", name_en="Alone", kind="microscope", place="R202", rules_of_use="OPEN")
        held(world, "ALONE", companies[5:])
    with clock.as_of(MONDAY), world.as_("operator"):
        found = own.own("JB", MONDAY - DAY, MONDAY + DAY)
    assert (found.utilisation.organisations, found.utilisation.withheld) == (6, False)
    assert (found.joint.organisations, found.joint.withheld, found.joint.percent) == (2, True, None)


def test_joint_use_of_five_is_told(world: World, companies: list[str]):
    with clock.as_of(MONDAY), scope(setup_scope()):
        held(world, "CONFOCAL", companies[:5])
        held(world, "CHILLER", companies[5:] * 5)
    with clock.as_of(MONDAY), world.as_("operator"):
        found = own.own("JB", MONDAY - DAY, MONDAY + DAY)
    assert (found.joint.organisations, found.joint.percent) == (5, 50.0)
