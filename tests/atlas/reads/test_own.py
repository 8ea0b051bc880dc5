"""How much the instruments were used, and by how many: sums, and the number of organisations behind each of them."""

from datetime import timedelta
from decimal import Decimal

import pytest

from squaremile.atlas.reads import own
from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.core.models import Organisation
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.scope import scope
from squaremile.metering import operations as metering
from squaremile.metering.models import UsageEvent
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


def metered(world: World, subject: str, companies: list[str], minutes: int = 60, start: timedelta = timedelta()) -> None:
    people = {one.code: one.id for one in Organisation.objects.filter(code__in=companies)}
    for n, company in enumerate(companies):
        began = MONDAY + start + n * HOUR
        metering.record_usage(
            meter="equipment_minutes", organisation=people[company], subject=subject, period=Period(began, began + HOUR),
            quantity=Decimal(minutes), origin=f"{subject}:{company}:{began}",
        )


def test_what_was_used_is_told_beside_what_was_held(world: World, companies: list[str]):
    """Nobody booked; five used two machines together for an hour each and a sixth one alone: 6 hours, 5 of them shared."""
    with clock.as_of(MONDAY), scope(setup_scope()):
        metered(world, "CONFOCAL", companies[:5])
        metered(world, "CYTO-1", companies[5:])
        metered(world, "CONFOCAL", companies[:1], start=9 * DAY)
        metered(world, "ELSEWHERE", companies[:1])
    with clock.as_of(MONDAY), world.as_("operator"):
        found = own.own("JB", MONDAY - DAY, MONDAY + DAY)
    assert (found.events, found.metered.organisations, found.utilisation.organisations) == (6, 6, 0)
    assert found.metered.percent == pytest.approx(100 * 6 / found.metered.base)
    assert found.metered_joint.percent == pytest.approx(100 * 5 / 6)
    assert found.utilisation.withheld


def test_what_was_corrected_away_was_not_used(world: World, companies: list[str]):
    with clock.as_of(MONDAY), scope(setup_scope()):
        metered(world, "CONFOCAL", companies)
        first = UsageEvent.objects.get(subject="CONFOCAL", organisation__code=companies[0])
        UsageEvent.objects.create(
            meter=first.meter, organisation=first.organisation, subject=first.subject, period=first.period, quantity=-first.quantity,
            corrects=first, origin="taken back", recorded_at=MONDAY,
        )
    with clock.as_of(MONDAY), world.as_("operator"):
        found = own.own("JB", MONDAY - DAY, MONDAY + DAY)
    assert (found.metered.organisations, found.metered.percent) == (5, pytest.approx(100 * 5 / found.metered.base))


def test_where_nothing_was_metered_it_is_said_to_be_missing(world: World):
    with clock.as_of(MONDAY), world.as_("operator"):
        found = own.own("JB", MONDAY - DAY, MONDAY + DAY)
    assert (found.metered.nothing, found.metered.percent, found.metered_joint.nothing) == (True, None, True)
