"""Holding, moving in, staying longer, leaving: what succeeds, and every way it is refused."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.spaces import operations as spaces
from tests.world import MONDAY, World

DAY = timedelta(days=1)
YEAR = MONDAY + 365 * DAY


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def hold(place="R201-B1", organisation="HANBIT", start=MONDAY, end=YEAR, **more):
    return spaces.hold(place=place, organisation=organisation, start=start, end=end, **more)


def refused(act, *args, **asked):
    with pytest.raises(SquaremileError) as caught:
        act(*args, **asked)
    return caught.value.code


def test_a_bench_is_held_moved_into_and_left(world: World):
    with world.as_("programme"):
        held = hold(note_text="  입주 계약 3호 ")
        assert (held.state, held.detail.organisation_id, held.detail.note) == (
            "held", world.organisations["HANBIT"], "입주 계약 3호"
        )
        with clock.as_of(MONDAY + 3 * DAY):
            inside = spaces.occupy(occupancy=held.code)
        assert (inside.state, inside.occupied_at, inside.period.start) == ("occupied", MONDAY + 3 * DAY, MONDAY)
        with clock.as_of(MONDAY + 30 * DAY):
            left = spaces.release(occupancy=held.code)
        assert (left.state, left.ended_at, left.period.end) == ("ended", MONDAY + 30 * DAY, MONDAY + 30 * DAY)


def test_the_database_writes_down_each_step(world: World):
    from squaremile.spaces.models import OccupancyTransition

    with world.as_("operator"):
        held = hold()
        spaces.occupy(occupancy=held.code)
        spaces.release(occupancy=held.code)
        rows = OccupancyTransition.objects.filter(occupancy=held).order_by("at")
        steps = rows.values_list("before", "after", "actor")
        operator = world.people["operator"]
        assert list(steps) == [
            ("", "held", operator), ("held", "occupied", operator), ("occupied", "ended", operator)
        ]


def test_what_is_held_cannot_be_held_again_until_it_is_free(world: World):
    with world.as_("operator"):
        hold(end=MONDAY + 10 * DAY)
        assert refused(hold, organisation="SAEBOM", start=MONDAY + 9 * DAY) == "spaces.place_taken"
        assert hold(organisation="SAEBOM", start=MONDAY + 10 * DAY).state == "held"


def test_moving_in_early_needs_the_place_to_be_free(world: World):
    with world.as_("operator"):
        hold(organisation="SAEBOM", end=MONDAY + 10 * DAY)
        next_ = hold(start=MONDAY + 10 * DAY)
        assert refused(spaces.occupy, occupancy=next_.code) == "spaces.place_taken"
        early = hold(place="R201-B2", start=MONDAY + 10 * DAY)
        assert spaces.occupy(occupancy=early.code).period.start == MONDAY


def test_a_room_and_its_benches_are_not_let_apart(world: World):
    with world.as_("operator"):
        spaces.edit_place(place="R201", rentable=True)
        bench = hold()
        assert refused(hold, place="R201", organisation="SAEBOM") == "spaces.around_taken"
        spaces.release(occupancy=bench.code)
        hold(place="R201", organisation="SAEBOM")
        assert refused(hold) == "spaces.around_taken"


def test_only_what_is_for_renting_and_open(world: World):
    with world.as_("operator"):
        assert refused(hold, place="R201") == "spaces.not_rentable"
        spaces.close_place(place="R201-B1")
        assert refused(hold) == "spaces.not_rentable"


def test_the_database_refuses_it_too(world: World):
    """Not only the operation: a row written past it is refused by constraint."""
    from squaremile.kernel.period import Period
    from squaremile.spaces.models import Occupancy, Place

    with world.as_("operator"):
        room = Place.objects.get(code="R201")
        for state, place in (("held", room), ("ended", Place.objects.get(code="R201-B1"))):
            with pytest.raises(IntegrityError), transaction.atomic():
                Occupancy.objects.create(
                    code="OC-X", place=place, period=Period(MONDAY, YEAR), state=state,
                    ended_at=MONDAY if state == "ended" else None,
                )
        held = hold()
        spaces.release(occupancy=held.code)
        with pytest.raises(IntegrityError, match="cannot go from ended to held"), transaction.atomic():
            Occupancy.objects.filter(id=held.id).update(state="held", ended_at=None)


@pytest.mark.parametrize(("start", "end"), [(MONDAY, MONDAY), (YEAR, MONDAY), (MONDAY.replace(tzinfo=None), YEAR)])
def test_the_end_comes_after_the_start(world: World, start, end):
    with world.as_("operator"):
        assert refused(hold, start=start, end=end) == "spaces.period_empty"


@pytest.mark.parametrize("asked", [{"place": "NOWHERE"}, {"organisation": "NOBODY"}])
def test_unknown_place_or_organisation(world: World, asked):
    with world.as_("operator"):
        assert refused(hold, **asked) == "core.not_found"


def test_staying_longer(world: World):
    with world.as_("operator"):
        held = hold(end=MONDAY + 10 * DAY)
        assert spaces.extend(occupancy=held.code, end=MONDAY + 20 * DAY).period.end == MONDAY + 20 * DAY
        assert refused(spaces.extend, occupancy=held.code, end=MONDAY + 20 * DAY) == "spaces.not_longer"
        hold(organisation="SAEBOM", start=MONDAY + 30 * DAY)
        assert refused(spaces.extend, occupancy=held.code, end=MONDAY + 31 * DAY) == "spaces.place_taken"


def test_leaving_at_a_date_ahead_keeps_it_until_then(world: World):
    with world.as_("operator"):
        held = hold()
        spaces.occupy(occupancy=held.code)
        leaving = spaces.release(occupancy=held.code, end=MONDAY + 20 * DAY)
        assert (leaving.state, leaving.period.end) == ("occupied", MONDAY + 20 * DAY)
        assert refused(spaces.release, occupancy=held.code, end=MONDAY + 20 * DAY) == "spaces.not_earlier"
        assert hold(organisation="SAEBOM", start=MONDAY + 20 * DAY).state == "held"


def test_a_hold_withdrawn_before_it_begins_leaves_the_place_free(world: World):
    with world.as_("operator"):
        held = hold(start=MONDAY + 10 * DAY)
        assert spaces.release(occupancy=held.code).ended_at == MONDAY
        assert hold(organisation="SAEBOM", start=MONDAY + 10 * DAY).state == "held"


def test_what_has_ended_takes_no_further_step(world: World):
    with world.as_("operator"):
        held = hold(end=MONDAY + 10 * DAY)
        with clock.as_of(MONDAY + 10 * DAY):
            assert refused(spaces.occupy, occupancy=held.code) == "spaces.occupancy_over"
        spaces.occupy(occupancy=held.code)
        assert refused(spaces.occupy, occupancy=held.code) == "spaces.moved_in"
        spaces.release(occupancy=held.code)
        for act in (spaces.occupy, spaces.release):
            assert refused(act, occupancy=held.code) == "spaces.occupancy_over"
        assert refused(spaces.extend, occupancy=held.code, end=YEAR + DAY) == "spaces.occupancy_over"
        for act in (spaces.occupy, spaces.release):
            assert refused(act, occupancy="OC-NONE") == "core.not_found"


@pytest.mark.parametrize("who", ["hana", "hajin", "finance", "safety", "auditor"])
def test_only_staff_that_assign_places_may(world: World, who):
    with world.as_("operator"):
        held = hold()
    with world.as_(who):
        assert refused(hold, place="R201-B2") == "access.not_allowed"
        for act in (spaces.occupy, spaces.release):
            assert refused(act, occupancy=held.code) == "access.not_allowed"
        assert refused(spaces.extend, occupancy=held.code, end=YEAR + DAY) == "access.not_allowed"


def test_a_rival_sees_that_it_is_taken_and_nothing_of_whom(world: World):
    from squaremile.core.models import Activity
    from squaremile.spaces.models import Occupancy, OccupancyDetail, OccupancyTransition

    with world.as_("operator"):
        held = hold(note_text="secret")
    for who, own in (("sora", 0), ("sujin", 0), ("hana", 1), ("operator", 1)):
        with world.as_(who):
            assert Occupancy.objects.filter(id=held.id).count() == 1
            for table in (OccupancyDetail, OccupancyTransition):
                assert table.objects.filter(occupancy_id=held.id).count() == own
            assert Activity.objects.filter(operation="spaces.hold").count() == own
