"""The rows of the timeline say what cannot be used before anybody tries."""

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Equipment
from squaremile.booking.reads import timeline
from tests.world import World


def row(code: str) -> timeline.Row:
    site = Equipment.objects.values_list("site_id", flat=True).get(code=code)
    return next(row for row in timeline.rows(site=site) if row.code == code)


def test_a_free_instrument_is_free(world: World):
    with world.as_("hana"):
        assert row("CYTO-2").state == "free"
        assert row("CYTO-2").locked is None


@pytest.mark.parametrize("cause", ["fault", "state"])
def test_without_its_companion_it_is_not_to_be_had(world: World, cause: str):
    with world.as_("operator"):
        if cause == "fault":
            booking.report_fault(equipment="CHILLER", severity="unusable", says="새고 있습니다")
        else:
            booking.set_equipment_state(equipment="CHILLER", state="out_of_service", says_en="Leaks")
    with world.as_("hana"):
        told = row("CYTO-2")
    assert told.state == "fault"
    assert "냉각수 순환기" in told.locked.ko
    assert "Chiller" in told.locked.en


def test_an_instrument_that_needs_nobody_stays_free(world: World):
    with world.as_("operator"):
        booking.report_fault(equipment="CHILLER", severity="unusable", says="새고 있습니다")
    with world.as_("hana"):
        assert row("CYTO-1").state in ("free", "locked")
