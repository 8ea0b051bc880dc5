"""Partnering: registering, asking, answering, slots, the timetable, feedback and follow-up; each refusal."""

from datetime import date

import pytest
from django.db import IntegrityError

from squaremile.core import outbox
from squaremile.core.models import OutboxFact
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.handlers.partnering import make_the_timetable
from squaremile.network.models import (
    Engagement,
    FollowUp,
    Meeting,
    MeetingFeedback,
    MeetingRequest,
    MeetingSlot,
    Participant,
    Partnering,
    Profile,
    RequestAnswer,
)
from squaremile.published.partnering import TimetableAsked
from tests.network.partnering.conftest import HOUR, fair, talk
from tests.network.partnering.operations.test_events import refused
from tests.world import MONDAY

LATER = MONDAY + 2 * HOUR
"""After the first slots have begun."""


class TestTheHall:
    def test_slots_lie_inside_the_event(self, world, meet):
        with world.as_("hana"):
            slots = list(MeetingSlot.objects.order_by("number"))
            assert [s.number for s in slots] == [1, 2, 3, 4]
            assert slots[0].period.start == MONDAY + HOUR

    def test_refusals(self, world, meet):
        with world.as_("programme"):
            refused("network.partnering_set_up_already", lambda: network.set_up_partnering(event=meet.code, mode="self", tables=3))
            plain = talk(world).code
            refused("network.not_partnering", lambda: network.set_up_partnering(event=plain, mode="self", tables=3))
            new = talk(world, kind="partnering").code
            for bad in ({"first": "22:00"}, {"tables": 0}, {"first": "soon"}):
                given = {"mode": "self", "tables": 2, "first": "09:00", "last": "18:00", **bad}
                refused("network.hall_unsound", lambda given=given: network.set_up_partnering(event=new, **given), Invalid)
            refused("core.bad_input", lambda: network.set_up_partnering(event=new, mode="x", tables=3, first="08:00", last="20:00"))
            refused("core.not_found", lambda: network.set_up_partnering(event="EV-0", mode="self", tables=3), Missing)

    def test_setting_up_anew_replaces_while_nobody_is_registered(self, world):
        made = fair(world)
        with world.as_("programme"):
            network.set_up_partnering(event=made.code, mode="organiser", tables=1, first="10:00", last="11:00", minutes=20)
            assert Partnering.objects.get().mode == "organiser"
            assert MeetingSlot.objects.count() == 3


class TestTakingPart:
    def test_the_profile_is_for_participants_alone(self, world, meet):
        with world.as_("hana"):
            assert {p.name_en for p in Profile.objects.all()} == {"Hana Kim", "Sora Lee", "Programme Yeon"}
            assert [p.user_id for p in Participant.objects.all()] == [world.people["hana"]]
        with world.as_("haeun"):
            assert Profile.objects.count() == 0

    def test_refusals(self, world, meet):
        with world.as_("hana"):
            refused("network.registered_already", lambda: network.register_participant(event=meet.code))
            refused("network.not_partnering", lambda: network.register_participant(event=talk(world).code))
        with world.as_("haeun"):
            refused("network.not_registered", lambda: network.edit_profile(event=meet.code, offers_ko="x"))
            refused("network.not_registered", lambda: network.withdraw_participant(event=meet.code))
            refused("network.not_registered", lambda: network.set_availability(event=meet.code, away=[1]))
            refused("core.not_found", lambda: network.register_participant(event="EV-0"), Missing)
        with world.as_("programme"):
            network.set_event_state(event=meet.code, state="closed")
        with world.as_("haeun"):
            refused("network.event_not_open", lambda: network.register_participant(event=meet.code))

    def test_a_full_hall_takes_no_more(self, world):
        made = fair(world, "hana", capacity=1)
        with world.as_("sora"):
            refused("network.event_full", lambda: network.register_participant(event=made.code))

    def test_edit_withdraw_and_come_back(self, world, meet):
        meet.met("hana", "sora")
        with world.as_("hana"):
            assert network.edit_profile(event=meet.code, asks_en="Partners").asks_en == "Partners"
            network.withdraw_participant(event=meet.code)
            assert network.register_participant(event=meet.code).asks_en == ""
        with world.as_("programme"):
            assert Meeting.objects.get().state == "cancelled"
            assert MeetingRequest.objects.get().state == "withdrawn"
            assert not Engagement.objects.filter(live=True).exists()

    def test_away(self, world, meet):
        with world.as_("hana"):
            network.set_availability(event=meet.code, away=[1, 2], why="발표")
            assert Engagement.objects.count() == 2
            network.set_availability(event=meet.code, away=[3])
            assert Engagement.objects.get().slot.number == 3
            refused("network.slot_unknown", lambda: network.set_availability(event=meet.code, away=[99]), Missing)
        with world.as_("sora"):
            assert Engagement.objects.count() == 0
        meet.met("hana", "sora", slot=2)
        with world.as_("hana"):
            refused("network.slot_engaged", lambda: network.set_availability(event=meet.code, away=[2]))


class TestRequests:
    def test_the_two_see_it_and_nobody_else(self, world):
        made = fair(world, "hana", "sora", "haeun")
        asked = made.ask("sora", "haeun")
        with world.as_("hana"):
            assert MeetingRequest.objects.count() == 0
            refused("core.not_found", lambda: network.accept_request(request=asked.code), Missing)
        with world.as_("sora"):
            refused("core.not_found", lambda: network.accept_request(request=asked.code), Missing)
        with world.as_("haeun"):
            refused("core.not_found", lambda: network.withdraw_request(request=asked.code), Missing)
            assert network.accept_request(request=asked.code).state == "accepted"
            refused("network.request_answered", lambda: network.decline_request(request=asked.code))

    def test_the_reason_of_a_no_stays_with_whoever_said_it(self, world, meet):
        asked = meet.ask("hana", "sora")
        with world.as_("sora"):
            network.decline_request(request=asked.code, reason="경쟁사라서")
            assert RequestAnswer.objects.get().reason == "경쟁사라서"
            refused("network.request_answered", lambda: network.accept_request(request=asked.code))
        with world.as_("hana"):
            assert MeetingRequest.objects.get().state == "declined"
            assert RequestAnswer.objects.count() == 0
            refused("network.request_answered", lambda: network.withdraw_request(request=asked.code))

    def test_refusals(self, world, meet):
        refused("network.request_reason_needed", lambda: meet.ask("hana", "sora", reason=" "), Invalid)
        refused("network.priority_unknown", lambda: meet.ask("hana", "sora", priority=9), Invalid)
        refused("network.ask_oneself", lambda: meet.ask("hana", "hana"))
        meet.profiles["nobody"] = "PA-0"
        refused("core.not_found", lambda: meet.ask("hana", "nobody"), Missing)
        meet.ask("hana", "sora")
        refused("network.asked_already", lambda: meet.ask("sora", "hana"))
        refused("network.not_registered", lambda: meet.ask("haeun", "sora"))
        with world.as_("haeun"):
            meet.profiles["haeun"] = network.register_participant(event=meet.code).code
        refused("network.same_company", lambda: meet.ask("hana", "haeun"))
        with world.as_("hana"):
            plain = talk(world, kind="partnering").code
            refused("network.not_partnering", lambda: network.request_meeting(event=plain, participant="PA-0", reason="x"))
        with world.as_("programme"):
            network.set_event_state(event=meet.code, state="cancelled")
        refused("network.event_not_open", lambda: meet.ask("hana", "programme"))

    def test_accepting_after_the_event_is_off_is_refused(self, world, meet):
        asked = meet.ask("hana", "sora")
        with world.as_("programme"):
            network.set_event_state(event=meet.code, state="cancelled")
        with world.as_("sora"):
            refused("network.event_not_open", lambda: network.accept_request(request=asked.code))

    def test_withdrawing_cancels_what_came_of_it(self, world, meet):
        made = meet.met("hana", "sora")
        with world.as_("hana"):
            network.withdraw_request(request=made.request.code)
            assert Meeting.objects.get().state == "cancelled"


class TestSlots:
    def test_either_chooses_and_both_are_engaged(self, world, meet):
        asked = meet.accepted("hana", "sora")
        with world.as_("hana"):
            made = network.schedule_meeting(request=asked.code, slot=2)
            assert (made.fixed, made.table.number) == (True, 1)
            assert Engagement.objects.filter(meeting=made, live=True).count() == 2
            refused("network.meeting_there", lambda: network.schedule_meeting(request=asked.code, slot=3))
            network.cancel_meeting(meeting=made.code)
            refused("network.meeting_not_planned", lambda: network.cancel_meeting(meeting=made.code))
            assert network.schedule_meeting(request=asked.code, slot=2).table.number == 1
            refused("core.not_found", lambda: network.cancel_meeting(meeting="MT-0"), Missing)

    def test_refusals(self, world, meet):
        asked = meet.ask("hana", "sora")
        with world.as_("hana"):
            refused("network.request_answered", lambda: network.schedule_meeting(request=asked.code, slot=1))
        with world.as_("sora"):
            network.accept_request(request=asked.code)
            network.set_availability(event=meet.code, away=[1])
            refused("network.slot_engaged", lambda: network.schedule_meeting(request=asked.code, slot=1))
            refused("network.slot_unknown", lambda: network.schedule_meeting(request=asked.code, slot=77), Missing)
        with world.as_("haeun"):
            refused("core.not_found", lambda: network.schedule_meeting(request=asked.code, slot=2), Missing)

    def test_one_table_is_one_meeting(self, world):
        made = fair(world, "hana", "sora", "programme", "operator", tables=1)
        made.met("hana", "sora")
        other = made.accepted("operator", "hana")
        with world.as_("operator"):
            refused("network.slot_engaged", lambda: network.schedule_meeting(request=other.code, slot=1))
        third = made.accepted("sora", "operator")
        with world.as_("programme"):
            network.schedule_meeting(request=third.code, slot=2)
            refused("network.slot_engaged", lambda: network.schedule_meeting(request=other.code, slot=2))

    def test_all_tables_taken(self, world):
        made = fair(world, "hana", "sora", "sujin", "haeun", tables=1)
        made.met("hana", "sora")
        other = made.accepted("haeun", "sujin")
        with world.as_("haeun"):
            refused("network.tables_taken", lambda: network.schedule_meeting(request=other.code, slot=1))

    def test_the_database_itself_lets_nobody_be_in_two_meetings(self, world, meet):
        first = meet.met("hana", "sora")
        second = meet.accepted("hana", "programme")
        with world.as_("programme"), pytest.raises(IntegrityError, match="engagement_once"):
            from squaremile.network.operations.meetings import make

            free = first.event.tables.exclude(id=first.table_id).get()
            make(second, first.slot, free, fixed=True)


class TestTheTimetable:
    def test_all_wishes_get_slots_and_planning_again_moves_nothing(self, world):
        made = fair(world, "hana", "sora", "sujin", "haeun", mode="organiser")
        for a, b in (("hana", "sora"), ("hana", "sujin"), ("haeun", "sora")):
            made.accepted(a, b)
        with world.as_("programme"):
            plan = network.plan_meetings(event=made.code, seconds=5)
            assert (plan.honoured, plan.bound) == (6, 6)
            codes = set(Meeting.objects.filter(state="planned").values_list("code", flat=True))
            assert len(codes) == 3
            network.plan_meetings(event=made.code, seconds=5)
            assert set(Meeting.objects.filter(state="planned").values_list("code", flat=True)) == codes
        with world.as_("hana"):
            assert Meeting.objects.filter(state="planned").count() == 2
            mine = Meeting.objects.first()
            refused("network.organiser_plans", lambda: network.schedule_meeting(request=mine.request.code, slot=1))

    def test_fixed_meetings_and_absences_are_kept(self, world):
        made = fair(world, "hana", "sora", "sujin", mode="organiser", tables=1)
        fixed = made.met("hana", "sora", slot=4)
        made.accepted("hana", "sujin")
        with world.as_("sujin"):
            network.set_availability(event=made.code, away=[1, 2])
        with world.as_("programme"):
            network.plan_meetings(event=made.code, seconds=5)
            slots = {m.code: m.slot.number for m in Meeting.objects.filter(state="planned")}
            assert slots.pop(fixed.code) == 4
            assert list(slots.values()) == [3]

    def test_refusals(self, world, meet):
        with world.as_("programme"):
            refused("network.nothing_to_plan", lambda: network.plan_meetings(event=meet.code))
            refused("network.not_partnering", lambda: network.plan_meetings(event=talk(world).code))
            refused("core.not_found", lambda: network.plan_meetings(event="EV-0"), Missing)
            network.set_event_state(event=meet.code, state="cancelled")
            refused("network.event_not_open", lambda: network.plan_meetings(event=meet.code))
        with world.as_("hana"):
            refused("access.not_allowed", lambda: network.plan_meetings(event=meet.code), Forbidden)


def deliver():
    """What the worker does."""
    while outbox.deliver():
        pass


class TestTheTimetableOfTheWorker:
    @pytest.fixture
    def asked(self, world):
        made = fair(world, "hana", "sora", "sujin", mode="organiser")
        made.accepted("hana", "sora")
        made.accepted("hana", "sujin")
        deliver()
        with world.as_("programme"):
            network.ask_for_timetable(event=made.code, seconds=5)
        return made

    def facts(self):
        with scope(system("worker")):
            return OutboxFact.objects.filter(name="TimetableAsked").count()

    def test_it_is_made_later_and_is_the_work_of_who_asked(self, world, asked):
        with world.as_("programme"):
            plan = Partnering.objects.get(event__code=asked.code)
            assert (plan.planned_at, plan.asked_at is not None, Meeting.objects.count()) == (None, True, 0)
        deliver()
        with world.as_("programme"):
            plan = Partnering.objects.get(event__code=asked.code)
            assert (plan.asked, plan.asked_at, plan.planned_by_id) == ("", None, world.people["programme"])
            assert Meeting.objects.filter(state="planned").count() == 2

    def test_a_second_click_starts_no_second_run(self, world, asked):
        with world.as_("programme"):
            waiting = Partnering.objects.get(event__code=asked.code).asked
            assert network.ask_for_timetable(event=asked.code).asked == waiting
        assert self.facts() == 1

    def test_delivered_twice_it_is_made_once(self, world, asked):
        with world.as_("programme"):
            plan = Partnering.objects.get(event__code=asked.code)
        deliver()
        with world.as_("programme"):
            before = Partnering.objects.get(event__code=asked.code).planned_at
        with clock.as_of(MONDAY + HOUR), scope(system("worker")):
            make_the_timetable(TimetableAsked(event=plan.event_id, code=asked.code, asked=plan.asked, seconds=5))
        with world.as_("programme"):
            assert Partnering.objects.get(event__code=asked.code).planned_at == before

    def test_made_by_hand_meanwhile_the_run_is_waited_for_no_more(self, world, asked):
        with world.as_("programme"):
            network.plan_meetings(event=asked.code, seconds=5)
            assert Partnering.objects.get(event__code=asked.code).asked == ""
        deliver()
        with scope(system("worker")):
            assert OutboxFact.objects.get(name="TimetableAsked").error == ""

    def test_what_refuses_it_is_kept_for_the_desk(self, world, asked):
        with world.as_("programme"):
            network.set_event_state(event=asked.code, state="cancelled")
        deliver()
        with world.as_("programme"):
            plan = Partnering.objects.get(event__code=asked.code)
            assert (plan.asked, plan.failed, plan.planned_at) == ("", "network.event_not_open", None)

    def test_refusals(self, world, meet):
        with world.as_("programme"):
            refused("network.nothing_to_plan", lambda: network.ask_for_timetable(event=meet.code))
            refused("network.not_partnering", lambda: network.ask_for_timetable(event=talk(world).code))
            refused("core.not_found", lambda: network.ask_for_timetable(event="EV-0"), Missing)
            network.set_event_state(event=meet.code, state="cancelled")
            refused("network.event_not_open", lambda: network.ask_for_timetable(event=meet.code))
        with world.as_("hana"):
            refused("access.not_allowed", lambda: network.ask_for_timetable(event=meet.code), Forbidden)


class TestAfterwards:
    def test_rated_in_private(self, world, meet):
        made = meet.met("hana", "sora")
        with world.as_("hana"):
            refused("network.meeting_ahead", lambda: network.rate_meeting(meeting=made.code, rating=3))
            with clock.as_of(LATER):
                refused("network.rating_unknown", lambda: network.rate_meeting(meeting=made.code, rating=5), Invalid)
                network.rate_meeting(meeting=made.code, rating=3, says="좋은 상대")
                network.rate_meeting(meeting=made.code, rating=2)
                assert MeetingFeedback.objects.get().rating == 2
                assert Meeting.objects.get().state == "held"
        with world.as_("sora"):
            assert MeetingFeedback.objects.count() == 0
        with world.as_("programme"), clock.as_of(LATER):
            refused("core.not_found", lambda: network.rate_meeting(meeting=made.code, rating=3), Missing)

    def test_next_steps_are_both_ones(self, world, meet):
        made = meet.met("hana", "sora")
        with world.as_("hana"):
            refused("network.meeting_ahead", lambda: network.agree_step(meeting=made.code, says="x", due=date(2027, 4, 1)))
            with clock.as_of(LATER):
                refused("network.follow_up_empty", lambda: network.agree_step(meeting=made.code, says=" ", due=date(2027, 4, 1)), Invalid)
                step = network.agree_step(meeting=made.code, says="시료 보내기", due=date(2027, 4, 1), theirs=True)
        with world.as_("sora"):
            assert FollowUp.objects.get().owner.user_id == world.people["sora"]
            network.finish_step(step=step.code)
            refused("network.follow_up_done", lambda: network.finish_step(step=step.code))
        with world.as_("haeun"):
            refused("core.not_found", lambda: network.finish_step(step=step.code), Missing)

    def test_who_did_not_come(self, world, meet):
        made = meet.met("hana", "sora")
        with world.as_("programme"):
            refused("network.meeting_ahead", lambda: network.record_meeting(meeting=made.code, held=True))
            with clock.as_of(LATER):
                refused("core.not_found", lambda: network.record_meeting(meeting=made.code, held=False, absent="PA-0"), Missing)
                network.record_meeting(meeting=made.code, held=False, absent=meet.profiles["sora"])
                assert Meeting.objects.get().absent.user_id == world.people["sora"]
        with world.as_("hana"), clock.as_of(LATER):
            refused("network.meeting_not_planned", lambda: network.rate_meeting(meeting=made.code, rating=1))
            refused("network.meeting_not_planned", lambda: network.agree_step(meeting=made.code, says="x", due=date(2027, 4, 1)))
        with world.as_("programme"), clock.as_of(LATER):
            assert network.record_meeting(meeting=made.code, held=True).absent is None
        with world.as_("programme"):
            other = meet.met("programme", "hana", slot=3)
            network.cancel_meeting(meeting=other.code)
            refused("network.meeting_not_planned", lambda: network.record_meeting(meeting=other.code, held=True))

    def test_a_third_sees_nothing_of_it(self, world):
        made = fair(world, "hana", "sora", "sujin")
        met = made.met("sora", "hana")
        with world.as_("sujin"):
            assert not Meeting.objects.exists()
            assert not Engagement.objects.exists()
            refused("core.not_found", lambda: network.cancel_meeting(meeting=met.code), Missing)
        with scope(system("worker")):
            assert Meeting.objects.count() == 1
