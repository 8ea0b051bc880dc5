"""Reserving: what succeeds, and every way it is refused."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from tests.world import MONDAY, World

TEN, ELEVEN = MONDAY + timedelta(hours=1), MONDAY + timedelta(hours=2)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def refused(**asked):
    with pytest.raises(SquaremileError) as caught:
        booking.reserve(**asked)
    return caught.value.code


def test_a_scientist_takes_a_free_slot(world: World):
    with world.as_("hana"):
        held = booking.reserve(equipment="CONFOCAL", start=TEN, end=ELEVEN, purpose="세포 관찰")
        assert (held.state, held.period.start, held.period.end) == ("confirmed", TEN, ELEVEN)
        assert held.detail.organisation_id == world.organisations["HANBIT"]


def test_a_rival_cannot_take_the_same_slot(world: World):
    with world.as_("hana"):
        booking.reserve(equipment="CONFOCAL", start=TEN, end=ELEVEN)
    with world.as_("sora"):
        assert refused(equipment="CONFOCAL", start=TEN, end=ELEVEN) == "booking.slot_taken"


def test_linked_instruments_are_taken_along(world: World):
    with world.as_("hana"):
        booking.reserve(equipment="CYTO-2", start=TEN, end=ELEVEN)
    with world.as_("sora"):
        assert refused(equipment="CHILLER", start=TEN, end=ELEVEN) == "booking.slot_taken"


def test_buffers_keep_the_instrument_free(world: World):
    with world.as_("hana"):
        booking.reserve(equipment="CYTO-1", start=TEN, end=ELEVEN)
    with world.as_("sora"):
        assert refused(equipment="CYTO-1", start=ELEVEN, end=ELEVEN + timedelta(hours=1)) == "booking.slot_taken"


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        (-2, -1, "booking.in_past"),
        (0.5, 1.5, "booking.too_soon"),
        (24 * 40, 24 * 40 + 1, "booking.too_far"),
        (2, 2.25, "booking.off_step"),
        (2, 7, "booking.too_long"),
        (12, 13, "booking.outside_hours"),
        (3, 2, "booking.period_empty"),
    ],
)
def test_rules_of_use(world: World, start, end, code):
    with world.as_("hana"):
        begins, ends = MONDAY + timedelta(hours=start), MONDAY + timedelta(hours=end)
        assert refused(equipment="CYTO-1", start=begins, end=ends) == code


def test_without_training_it_is_locked(world: World):
    with world.as_("sujin"):
        assert refused(equipment="CONFOCAL", start=TEN, end=ELEVEN) == "booking.not_qualified"


def test_a_persons_share(world: World):
    with world.as_("hana"):
        booking.reserve(equipment="CYTO-1", start=TEN, end=TEN + timedelta(hours=4))
        late = TEN + timedelta(hours=5)
        assert refused(equipment="CYTO-1", start=late, end=late + timedelta(hours=1)) == "booking.quota_person"


def test_staff_do_not_book_for_themselves(world: World):
    with world.as_("operator"):
        assert refused(equipment="CONFOCAL", start=TEN, end=ELEVEN) == "access.not_allowed"
