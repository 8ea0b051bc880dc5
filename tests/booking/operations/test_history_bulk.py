"""Bookings from elsewhere in bulk: all or none, with buffers, linked instruments, sessions and usage."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from squaremile.booking import operations as booking
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.ids import MANY
from tests.world import MONDAY, World

HOUR = timedelta(hours=1)
BEFORE = MONDAY - 24 * HOUR


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def kept(world: World, **more) -> booking.Kept:
    said = {
        "equipment": "CONFOCAL", "start": BEFORE, "end": BEFORE + HOUR, "person": world.people["hana"],
        "organisation": "HANBIT", "booked_at": BEFORE - 24 * HOUR, "project": "PJ-HANBIT", "purpose": "반복 실험",
    }
    return booking.Kept(**{**said, **more})


def refused(world: World, *rows) -> str:
    with world.as_("operator"), pytest.raises(SquaremileError) as caught:
        booking.record_reservations(rows=rows)
    return caught.value.code


def test_what_was_used_reaches_metering_once_each(world: World):
    from squaremile.booking.models import Reservation, Session
    from squaremile.core.models import OutboxFact
    from squaremile.metering.models import UsageEvent

    done = kept(world, state="done", used=(BEFORE, BEFORE + timedelta(minutes=45)))
    later = kept(world, start=BEFORE + HOUR, end=BEFORE + 2 * HOUR, state="missed")
    with world.as_("operator"):
        first, second = booking.record_reservations(rows=[done, later])
        assert len(first) == len("RS-") + MANY + 1, "history comes by the ten thousand: its codes are long enough for that"
        row = Reservation.objects.get(code=first)
        assert (row.state, row.created_at, row.detail.purpose, row.detail.project.code) == (
            "done", BEFORE - 24 * HOUR, "반복 실험", "PJ-HANBIT"
        )
        assert Reservation.objects.get(code=second).state == "missed"
        session, event = Session.objects.get(), UsageEvent.objects.get()
        assert (event.quantity, event.organisation_id, event.subject) == (
            Decimal("45.0000"), world.organisations["HANBIT"], "CONFOCAL"
        )
        assert event.origin == f"booking.session:{session.id}"
    from squaremile.kernel.scope import scope, system

    with scope(system("worker")):
        assert list(OutboxFact.objects.values_list("name", flat=True)) == ["UsageRecorded"]


def test_buffers_and_linked_instruments_are_taken(world: World):
    from squaremile.booking.models import Reservation

    buffered = kept(world, equipment="CYTO-1", start=MONDAY + HOUR, end=MONDAY + 2 * HOUR)
    linked = kept(world, equipment="CYTO-2", start=MONDAY + HOUR, end=MONDAY + 2 * HOUR)
    with world.as_("operator"):
        one, two = booking.record_reservations(rows=[buffered, linked])
        assert Reservation.objects.get(code=one).claimed.end == MONDAY + 2.5 * HOUR
        assert [r.equipment.code for r in Reservation.objects.get(code=two).linked.all()] == ["CHILLER"]


def test_what_overlaps_is_refused_and_nothing_is_written(world: World):
    from squaremile.booking.models import Reservation

    assert refused(world, kept(world), kept(world, start=BEFORE + HOUR / 2)) == "booking.slot_taken"
    with world.as_("operator"):
        assert Reservation.objects.count() == 0
        gone = kept(world, state="cancelled", reason="일정 변경")
        assert len(booking.record_reservations(rows=[gone, kept(world)])) == 2


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"equipment": "NOTHING"}, "core.not_found"),
        ({"organisation": "NOBODY"}, "core.not_found"),
        ({"person": UUID(int=7)}, "core.not_found"),
        ({"project": "PJ-SAEBOM"}, "core.project_unknown"),
        ({"state": "pending"}, "core.bad_input"),
        ({"state": "done"}, "core.bad_input"),
        ({"used": (BEFORE, BEFORE + HOUR)}, "core.bad_input"),
        ({"end": BEFORE}, "booking.period_empty"),
        ({"state": "done", "used": (BEFORE, BEFORE)}, "booking.period_empty"),
    ],
)
def test_each_refusal(world: World, more, code):
    assert refused(world, kept(world, **more)) == code


@pytest.mark.parametrize("who", ["hana", "hajin", "finance", "auditor"])
def test_only_those_who_keep_the_catalogue(world: World, who):
    with world.as_(who), pytest.raises(SquaremileError, match=r"access\.not_allowed"):
        booking.record_reservations(rows=[kept(world)])


def test_a_rival_sees_the_slot_and_no_more(world: World):
    from squaremile.booking.models import Reservation, ReservationDetail, Session
    from squaremile.metering.models import UsageEvent

    with world.as_("operator"):
        booking.record_reservations(rows=[kept(world, state="done", used=(BEFORE, BEFORE + HOUR))])
    for who, own in (("sora", 0), ("hana", 1)):
        with world.as_(who):
            assert Reservation.objects.count() == 1
            assert [table.objects.count() for table in (ReservationDetail, Session, UsageEvent)] == [own] * 3
