"""Taking over what happened elsewhere: once, as it was, and never on top of each other."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Reservation, ReservationDetail, Session
from squaremile.core import operations as core
from squaremile.kernel.scope import scope
from squaremile.metering.models import UsageEvent
from tests.booking.asking import ELEVEN, NOON, TEN, code_of, facts, held
from tests.world import MONDAY, World, setup_scope

AGO = timedelta(days=400)


def asked(world: World, **more):
    return {
        "equipment": "CYTO-1",
        "start": TEN - AGO,
        "end": ELEVEN - AGO,
        "person": world.people["hana"],
        "organisation": "HANBIT",
        **more,
    }


@pytest.mark.parametrize("state", ["confirmed", "done", "missed"])
def test_a_booking_is_written_as_it_was(world: World, state):
    with world.as_("operator"):
        made = booking.record_reservation(**asked(world, state=state, project="PJ-HANBIT", purpose="과거"))
        assert (made.state, made.period.start, made.claimed) == (state, TEN - AGO, made.period)
    with world.as_("hana"):
        detail = ReservationDetail.objects.get()
        assert (detail.person_id, detail.project.code, detail.purpose) == (world.people["hana"], "PJ-HANBIT", "과거")
    with world.as_("sora"):
        assert ReservationDetail.objects.count() == 0
    assert facts({"ReservationHeld"}) == []


def test_rules_of_use_are_not_asked(world: World):
    with world.as_("operator"):
        at_night = {"start": MONDAY + timedelta(days=50, minutes=7), "end": MONDAY + timedelta(days=52)}
        assert booking.record_reservation(**asked(world, **at_night)).state == "confirmed"


def test_what_overlaps_is_refused(world: World):
    held(world, "sora", "CYTO-1")
    with world.as_("operator"):
        clash = asked(world, start=TEN, end=ELEVEN)
        assert code_of(booking.record_reservation, **clash) == "booking.slot_taken"
        assert booking.record_reservation(**{**clash, "state": "missed"}).state == "missed"


def test_the_same_origin_is_written_once(world: World):
    with world.as_("operator"):
        one = booking.record_reservation(**asked(world, origin="nemo:reservation:7"))
        two = booking.record_reservation(**asked(world, origin="nemo:reservation:7"))
        assert one.id == two.id
        assert Reservation.objects.count() == 1
        use = {"reservation": one.code, "started_at": TEN - AGO, "ended_at": ELEVEN - AGO, "origin": "nemo:usage:9"}
        assert booking.record_session(**use).id == booking.record_session(**use).id
        assert UsageEvent.objects.count() == Session.objects.count() == 1
        assert code_of(booking.record_session, **{**use, "origin": "nemo:reservation:7"}) == "core.conflict"


def test_a_session_is_metered_once_and_ends_the_booking(world: World):
    with world.as_("operator"):
        made = booking.record_reservation(**asked(world))
        session = booking.record_session(
            reservation=made.code, started_at=TEN - AGO, ended_at=ELEVEN - AGO + timedelta(minutes=30)
        )
        assert session.ended_by == world.people["operator"]
        assert Reservation.objects.get().state == "done"
    with world.as_("hana"):
        event = UsageEvent.objects.get()
        assert (event.quantity, event.subject, event.organisation_id) == (90, "CYTO-1", world.organisations["HANBIT"])


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"equipment": "NOTHING"}, "core.not_found"),
        ({"organisation": "NOBODY"}, "core.not_found"),
        ({"project": "PJ-SAEBOM"}, "core.project_unknown"),
        ({"state": "pending"}, "core.bad_input"),
        ({"end": TEN - AGO}, "booking.period_empty"),
    ],
)
def test_a_booking_is_refused(world: World, more, code):
    with world.as_("operator"):
        assert code_of(booking.record_reservation, **asked(world, **more)) == code


def test_a_person_nobody_knows_is_refused(world: World):
    with world.as_("operator"):
        unknown = asked(world, person=world.organisations["HANBIT"])
        assert code_of(booking.record_reservation, **unknown) == "core.not_found"


def test_an_origin_of_something_else_is_refused(world: World):
    with world.as_("operator"):
        core.remember_external(external_id="nemo:tool:7", kind="equipment", subject=world.people["hana"])
        assert code_of(booking.record_reservation, **asked(world, origin="nemo:tool:7")) == "core.conflict"


def test_a_session_is_refused(world: World):
    with world.as_("operator"):
        missed = booking.record_reservation(**asked(world, state="missed"))
        use = {"reservation": missed.code, "started_at": TEN - AGO, "ended_at": ELEVEN - AGO}
        assert code_of(booking.record_session, **use) == "booking.not_played_back"
        assert code_of(booking.record_session, **{**use, "reservation": "RS-NONE"}) == "core.not_found"
        assert code_of(booking.record_session, **{**use, "ended_at": TEN - AGO}) == "booking.period_empty"


def test_an_import_at_setup_may_and_others_may_not(world: World):
    with scope(setup_scope()):
        assert booking.record_reservation(**asked(world)).state == "confirmed"
    for who in ("hana", "hajin", "safety", "auditor"):
        with world.as_(who):
            assert code_of(booking.record_reservation, **asked(world, start=TEN, end=NOON)) == "access.not_allowed"
            use = {"reservation": "RS-X", "started_at": TEN, "ended_at": NOON}
            assert code_of(booking.record_session, **use) == "access.not_allowed"
