"""The calendar of events: made, changed, moved on; seats, waiting list, arriving; each refusal."""

import pytest

from squaremile.core.models import Card, Mail, Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Event, EventTransition, Seat, SeatHolder
from tests.network.partnering.conftest import DAY, HOUR, talk
from tests.world import MONDAY


def refused(code, act, kind=Refused):
    with pytest.raises(kind) as found:
        act()
    assert found.value.code == code


def states(event):
    with scope(system("worker")):
        held = SeatHolder.objects.filter(event=event).order_by("seat__turn")
        return [(h.person.email.partition("@")[0], h.seat.state) for h in held.select_related("seat", "person")]


class TestMaking:
    def test_a_draft_is_seen_by_staff_alone_and_an_open_one_by_all(self, world):
        made = talk(world, "draft")
        with world.as_("hana"):
            assert not Event.objects.filter(id=made.id).exists()
        with world.as_("programme"):
            network.set_event_state(event=made.code, state="open")
        with world.as_("hana"):
            assert Event.objects.get(id=made.id).title == "세포치료 강연"
            assert Card.objects.filter(kind="event", subject=made.id).count() == 1

    def test_steps_are_kept_by_the_database(self, world):
        made = talk(world, "finished")
        with world.as_("programme"):
            steps = EventTransition.objects.filter(event=made).values_list("before", "after")
            assert set(steps) == {("", "draft"), ("draft", "open"), ("open", "running"), ("running", "finished")}
            refused("network.event_step_not_allowed", lambda: network.set_event_state(event=made.code, state="open"))
            refused("core.bad_input", lambda: network.set_event_state(event=talk(world).code, state="nonsense"))

    @pytest.mark.parametrize(("given", "code"), [
        ({"title_ko": "", "title_en": " "}, "network.event_untitled"),
        ({"kind": "party"}, "core.bad_input"),
        ({"visibility": "all"}, "core.bad_input"),
        ({"end": MONDAY}, "network.event_period_unsound"),
        ({"place": "NOWHERE"}, "core.not_found"),
        ({"code": "A B"}, "core.code_unfit"),
    ])  # fmt: skip
    def test_nonsense_is_refused(self, world, given, code):
        refused(code, lambda: talk(world, "draft", **given), (Refused, Invalid, Missing))

    def test_companies_do_not_run_events(self, world):
        with world.as_("hajin"):
            refused("access.not_allowed", lambda: network.add_event(kind="talk", title_ko="몰래", start=MONDAY, end=MONDAY + HOUR), Forbidden)

    def test_those_who_come_hear_of_a_new_time_and_of_a_cancellation(self, world):
        made = talk(world)
        with world.as_("hana"):
            network.rsvp(event=made.code)
        with world.as_("programme"):
            moved = network.edit_event(event=made.code, start=MONDAY + 2 * DAY, end=MONDAY + 2 * DAY + HOUR, title_en="Later")
            assert moved.sequence == made.sequence + 1
            network.edit_event(event=made.code, says_ko="준비물 없음")
            network.set_event_state(event=made.code, state="cancelled")
        with scope(system("worker")):
            told = Notice.objects.filter(recipient=world.people["hana"]).order_by("id").values_list("text_ko", flat=True)
            assert [t.rpartition(" ")[2] for t in told] == ["확정되었습니다.", "KST", "취소되었습니다."]
            assert told[1].endswith("09:00 KST")
            assert "METHOD:CANCEL" in Mail.objects.order_by("-id").first().calendar

    def test_invited_companies_alone_see_it(self, world):
        made = talk(world, visibility="invited")
        with world.as_("programme"):
            network.invite_to_event(event=made.code, organisation="SAEBOM")
            refused("network.invited_already", lambda: network.invite_to_event(event=made.code, organisation="SAEBOM"))
            refused("core.not_found", lambda: network.invite_to_event(event=made.code, organisation="NOBODY"), Missing)
            assert not Card.objects.filter(kind="event", subject=made.id).exists()
        with world.as_("hana"):
            refused("core.not_found", lambda: network.rsvp(event=made.code), Missing)
        with world.as_("sora"):
            assert network.rsvp(event=made.code).state == "going"


class TestSeats:
    def test_the_waiting_list_moves_up_in_order(self, world):
        made = talk(world, capacity=1)
        for who, state in (("hana", "going"), ("sora", "waiting"), ("haeun", "waiting")):
            with world.as_(who):
                assert network.rsvp(event=made.code).state == state
        with world.as_("hana"):
            network.cancel_rsvp(event=made.code)
        assert states(made) == [("hana", "cancelled"), ("sora", "going"), ("haeun", "waiting")]
        with world.as_("hana"):
            assert network.rsvp(event=made.code).state == "waiting"
        with world.as_("programme"):
            network.edit_event(event=made.code, capacity=0)
        assert states(made) == [("sora", "going"), ("haeun", "going"), ("hana", "going")]
        with world.as_("programme"):
            refused("network.capacity_below_seats", lambda: network.edit_event(event=made.code, capacity=2))

    def test_more_seats_go_to_those_who_wait(self, world):
        made = talk(world, capacity=1)
        for who in ("hana", "sora", "haeun"):
            with world.as_(who):
                network.rsvp(event=made.code)
        with world.as_("programme"):
            network.edit_event(event=made.code, capacity=2)
        assert states(made) == [("hana", "going"), ("sora", "going"), ("haeun", "waiting")]
        with scope(system("worker")):
            assert Notice.objects.get(recipient=world.people["sora"]).kind == "network.event"

    def test_the_database_counts_too(self, world):
        made = talk(world, capacity=1)
        with world.as_("hana"):
            network.rsvp(event=made.code)
        from django.db import IntegrityError

        with world.as_("programme"), pytest.raises(IntegrityError, match="full"):
            Seat.objects.create(event=made, state="going", turn=9)

    @pytest.mark.parametrize("state", ["announced", "closed", "running", "finished", "cancelled"])
    def test_only_while_registration_is_open(self, world, state):
        made = talk(world, state)
        with world.as_("hana"):
            refused("network.event_not_open", lambda: network.rsvp(event=made.code))

    def test_refusals(self, world):
        made = talk(world)
        with world.as_("hana"):
            refused("network.rsvp_none", lambda: network.cancel_rsvp(event=made.code))
            network.rsvp(event=made.code)
            refused("network.rsvp_already", lambda: network.rsvp(event=made.code))
            refused("network.register_instead", lambda: network.rsvp(event=talk(world, kind="partnering").code))
            refused("core.not_found", lambda: network.rsvp(event="EV-0"), Missing)
        with world.as_("auditor"):
            refused("access.not_allowed", lambda: network.rsvp(event=made.code), Forbidden)
        with world.as_("programme"):
            for step in ("running", "finished"):
                network.set_event_state(event=made.code, state=step)
        with world.as_("hana"):
            refused("network.event_not_open", lambda: network.cancel_rsvp(event=made.code))

    def test_who_comes_is_not_for_rivals(self, world):
        made = talk(world)
        with world.as_("sora"):
            network.rsvp(event=made.code)
        with world.as_("hana"):
            assert SeatHolder.objects.count() == 0
            assert Seat.objects.filter(event=made).count() == 1

    def test_arriving_and_taking_it_back(self, world):
        made = talk(world)
        with world.as_("hana"):
            network.rsvp(event=made.code)
            code = SeatHolder.objects.get(event=made).code
            refused("access.not_allowed", lambda: network.check_in(guest_code=code), Forbidden)
        with world.as_("programme"):
            refused("network.not_checked_in", lambda: network.undo_check_in(guest_code=code))
            assert network.check_in(guest_code=code).checked_in_at == MONDAY
            refused("network.checked_in_already", lambda: network.check_in(guest_code=code))
            assert network.undo_check_in(guest_code=code).checked_in_at is None
            refused("core.not_found", lambda: network.check_in(guest_code="GU-0"), Missing)
            network.set_event_state(event=made.code, state="cancelled")
            refused("network.event_not_open", lambda: network.check_in(guest_code=code))


def test_reminded_once_the_day_before(world):
    made = talk(world, start=MONDAY + 2 * DAY, end=MONDAY + 2 * DAY + HOUR)
    with world.as_("hana"):
        network.rsvp(event=made.code)
    for at, events in ((MONDAY, 0), (MONDAY + DAY + HOUR, 1), (MONDAY + DAY + 2 * HOUR, 1)):
        with clock.as_of(at), scope(system("worker")):
            assert network.remind_of_events() == events
    with scope(system("worker")):
        assert Notice.objects.filter(recipient=world.people["hana"], text_en__contains="begins").count() == 1
