"""Delegations through their whole life, and every way they say no."""

from datetime import timedelta

import pytest

from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.network import operations as network
from squaremile.network.models import Delegation, DelegationTransition, Screening, VisitDocument, VisitStop, VisitWish
from squaremile.network.words import directory
from squaremile.network.words import visits as words
from tests.network.visits import staged
from tests.network.visits.staged import FIRST, at
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(world):
    with clock.as_of(MONDAY), world.as_("programme"):
        yield world


@pytest.fixture
def visit(staff):
    staged.visit()
    return staff


def refused(code, act, **asked):
    with pytest.raises(SquaremileError) as caught:
        act(**asked)
    assert caught.value.code == code


def approved(world):
    staged.cleared()
    network.add_approver(delegation="DG-1", person=world.people["director"])
    network.add_approver(delegation="DG-1", person=world.people["finance"])
    network.submit_delegation(delegation="DG-1")
    for who in ("director", "finance"):
        with world.as_(who):
            network.decide_delegation(delegation="DG-1", approve=True, reason="계획이 충실합니다")


def test_a_delegation_from_draft_to_closed(visit):
    approved(visit)
    network.begin_delegation(delegation="DG-1")
    network.make_document(delegation="DG-1", document="report")
    network.report_delegation(delegation="DG-1")
    network.close_delegation(delegation="DG-1")
    steps = DelegationTransition.objects.order_by("at", "id").values_list("after", flat=True)
    assert set(steps) == {"draft", "submitted", "approved", "live", "reported", "closed"}
    refused(words.DELEGATION_OVER, network.edit_delegation, delegation="DG-1", level=2)


def test_one_refusal_sends_it_back_and_a_new_submission_starts_anew(visit):
    network.add_approver(delegation="DG-1", person=visit.people["director"])
    network.submit_delegation(delegation="DG-1")
    with visit.as_("director"):
        refused(words.WHY_NEEDED, network.decide_delegation, delegation="DG-1", approve=False, reason=" ")
        network.decide_delegation(delegation="DG-1", approve=False, reason="예산이 없습니다")
    assert Delegation.objects.get().state == "draft"
    network.submit_delegation(delegation="DG-1")
    with visit.as_("director"):
        assert network.decide_delegation(delegation="DG-1", approve=True, reason="됐습니다").state == "approved"


def test_approvers_decide_in_their_order(visit):
    network.add_approver(delegation="DG-1", person=visit.people["director"])
    network.add_approver(delegation="DG-1", person=visit.people["finance"])
    refused(words.APPROVER_TWICE, network.add_approver, delegation="DG-1", person=visit.people["finance"])


def test_the_second_waits_for_the_first(visit):
    network.add_approver(delegation="DG-1", person=visit.people["director"])
    network.add_approver(delegation="DG-1", person=visit.people["finance"])
    network.submit_delegation(delegation="DG-1")
    with visit.as_("finance"):
        refused(words.NOT_YOUR_TURN, network.decide_delegation, delegation="DG-1", approve=True, reason="네")
    with visit.as_("hana"):
        refused(words.DELEGATION_UNKNOWN, network.decide_delegation, delegation="DG-1", approve=True, reason="네")


def test_nobody_leaves_unscreened(visit):
    approved(visit)
    network.screen_member(member="DM-2", check="sanctions", result="concern", note_text="동명이인 확인 중")
    refused(words.SCREENING_OPEN, network.begin_delegation, delegation="DG-1")
    assert Screening.objects.count() == 6
    refused(words.WHY_NEEDED, network.screen_member, member="DM-2", check="sanctions", result="refused")
    refused(BAD_INPUT, network.screen_member, member="DM-2", check="mood", result="clear")


@pytest.mark.parametrize(("code", "changes"), [
    (words.DAYS_BACKWARD, {"ends_on": FIRST - timedelta(days=1)}), (words.VISIT_TOO_LONG, {"ends_on": FIRST + timedelta(days=40)}),
    (words.ZONE_UNKNOWN, {"time_zone": "Boston"}), (words.CURRENCY_UNKNOWN, {"currency": "XXX"}),
    (directory.PARTNER_UNKNOWN, {"partner": "PN-NONE"}),
])  # fmt: skip
def test_what_cannot_be_planned(staff, code, changes):
    asked = {"direction": "inbound", "starts_on": FIRST, "ends_on": FIRST, "time_zone": "Asia/Seoul", "name_ko": "방문단"}
    refused(code, network.add_delegation, **(asked | changes))


def test_steps_out_of_order(visit):
    refused(words.NO_APPROVER, network.submit_delegation, delegation="DG-1")
    staged.cleared()
    refused(words.STEP_NOT_ALLOWED, network.begin_delegation, delegation="DG-1")
    refused(words.REPORT_MISSING, network.report_delegation, delegation="DG-1")
    refused(words.STEP_NOT_ALLOWED, network.close_delegation, delegation="DG-1")
    refused(words.WHY_NEEDED, network.cancel_delegation, delegation="DG-1", reason="")
    network.cancel_delegation(delegation="DG-1", reason="상대가 미뤘습니다")
    refused(words.DELEGATION_OVER, network.submit_delegation, delegation="DG-1")
    refused(words.DELEGATION_UNKNOWN, network.submit_delegation, delegation="DG-NONE")


def test_money_is_whole_and_not_negative(visit):
    network.set_budget_line(delegation="DG-1", line=1, name_ko="항공", planned=12_000_000)
    assert network.set_budget_line(delegation="DG-1", line=1, name_ko="항공", planned=12_000_000, spent=11_500_000).spent == 11_500_000
    refused(words.MONEY_NEGATIVE, network.set_budget_line, delegation="DG-1", line=2, name_ko="숙박", planned=-1)
    refused(BAD_INPUT, network.set_budget_line, delegation="DG-1", line=0, name_ko="숙박", planned=1)


def test_members(visit):
    network.add_member(delegation="DG-1", expert="PE-021")
    refused(words.MEMBER_TWICE, network.add_member, delegation="DG-1", expert="PE-021")


def test_a_member_who_is_expected_stays(visit):
    network.remove_member(member="DM-2")
    network.add_stop(delegation="DG-1", kind="ceremony", title_ko="환영", start=at(9), end=at(10))
    refused(words.MEMBER_EXPECTED, network.remove_member, member="DM-1")
    refused(words.MEMBER_UNKNOWN, network.remove_member, member="DM-2")


def test_planning_fills_the_days(visit):
    made = network.plan_itinerary(delegation="DG-1")
    assert (set(made.honoured), made.dropped, made.smallest_drop, made.gap) == ({"VW-1", "VW-2", "VW-3"}, (), (), 0)
    stops = list(VisitStop.objects.order_by("period"))
    assert [s.kind for s in stops].count("meal") == 2
    first = VisitStop.objects.get(wish__code="VW-1")
    assert at(10) <= first.period.start and first.period.end <= at(12)
    assert first.people.count() == 3


def test_planning_keeps_what_is_fixed(visit):
    kept = network.add_stop(delegation="DG-1", kind="ceremony", title_ko="협약식", start=at(10), end=at(12), fixed=True)
    made = network.plan_itinerary(delegation="DG-1")
    assert made.dropped == ("VW-1",)
    assert made.smallest_drop == ("VW-1",)
    assert VisitStop.objects.get(code=kept.code).period.start == at(10)


def test_a_wish_of_the_wrong_rank_is_named(visit):
    network.edit_wish(wish="VW-3", equal_rank=True)
    network.remove_member(member="DM-1")
    assert network.plan_itinerary(delegation="DG-1").impossible == (("VW-3", "rank"),)


def test_planning_needs_wishes(staff):
    staged.delegation()
    refused(words.NOTHING_WISHED, network.plan_itinerary, delegation="DG-1")


def test_stops_by_hand(visit):
    a = network.add_stop(delegation="DG-1", kind="meeting", wish="VW-1", start=at(9), end=at(10))
    b = network.add_stop(delegation="DG-1", kind="meeting", wish="VW-2", start=at(10, 30), end=at(11))
    network.move_stop(stop=b.code, earlier=True)
    assert [s.code for s in VisitStop.objects.order_by("period")] == [b.code, a.code]
    b.refresh_from_db()
    a.refresh_from_db()
    assert (b.period.start, a.period.start, a.period.end) == (at(9), at(10), at(11))
    refused(words.STOP_AT_EDGE, network.move_stop, stop=b.code, earlier=True)
    moved = network.edit_stop(stop=a.code, start=at(14))
    assert moved.period.end == at(15)
    network.edit_stop(stop=a.code, fixed=True)
    refused(words.STOP_FIXED, network.move_stop, stop=b.code, earlier=False)
    network.remove_stop(stop=b.code)
    refused(words.STOP_UNKNOWN, network.remove_stop, stop=b.code)


@pytest.mark.parametrize(("code", "changes"), [
    (words.SPAN_EMPTY, {"end": at(9)}), (words.OUTSIDE_VISIT, {"start": at(9, day=5), "end": at(10, day=5)}),
    (words.PLACE_UNKNOWN, {"place": "VP-NONE"}), (words.WISH_UNKNOWN, {"wish": "VW-NONE"}), (BAD_INPUT, {"kind": "dance"}),
])  # fmt: skip
def test_stops_that_cannot_be(visit, code, changes):
    asked = {"delegation": "DG-1", "kind": "meeting", "title_ko": "면담", "start": at(9), "end": at(10)}
    refused(code, network.add_stop, **(asked | changes))


def test_wishes_places_and_ways(visit):
    refused(words.SPAN_EMPTY, network.add_window, wish="VW-1", start=at(10), end=at(10))
    refused(words.COORDINATES, network.add_visit_place, delegation="DG-1", name_ko="곳", latitude=1)
    refused(words.WAY_UNSOUND, network.set_visit_way, delegation="DG-1", origin_place="VP-LAB", target_place="VP-LAB", minutes=5)
    refused(words.PLACE_UNKNOWN, network.set_visit_way, delegation="DG-1", origin_place="VP-LAB", target_place="VP-X", minutes=5)
    refused(directory.PERSON_UNKNOWN, network.add_wish, delegation="DG-1", expert="PE-999")
    refused(BAD_INPUT, network.add_wish, delegation="DG-1", title_ko="면담", priority=9)
    network.add_stop(delegation="DG-1", kind="meeting", wish="VW-1", start=at(9), end=at(10))
    refused(words.WISH_PLANNED, network.drop_wish, wish="VW-1")
    network.clear_windows(wish="VW-2")
    network.drop_wish(wish="VW-2")
    refused(words.WISH_UNKNOWN, network.drop_wish, wish="VW-2")
    assert VisitWish.objects.count() == 2


def test_a_place_where_days_begin_is_one(visit):
    refused(words.BASE_TWICE, network.add_visit_place, delegation="DG-1", name_ko="다른 호텔", base=True)


def test_minutes_and_promises(visit):
    stop = network.add_stop(delegation="DG-1", kind="meeting", wish="VW-1", start=at(9), end=at(10))
    refused(words.WHY_NEEDED, network.record_visit_minutes, stop=stop.code)
    network.record_visit_minutes(stop=stop.code, minutes_ko="시료를 교환합니다")
    refused(words.STOP_MINUTED, network.remove_stop, stop=stop.code)
    refused(words.WHY_NEEDED, network.add_visit_promise, stop=stop.code, promiser="", due_on=FIRST, says_ko="보냅니다")
    promise = network.add_visit_promise(stop=stop.code, promiser="헤일", due_on=FIRST, says_ko="시료를 보냅니다")
    assert network.keep_visit_promise(visit_promise=promise.code).kept_at == MONDAY
    refused(words.PROMISE_UNKNOWN, network.keep_visit_promise, visit_promise="VR-NONE")


def test_documents_have_versions_and_the_same_bytes(visit):
    network.plan_itinerary(delegation="DG-1")
    first = network.make_document(delegation="DG-1", document="briefing", language="ko")
    again = network.make_document(delegation="DG-1", document="briefing", language="ko")
    assert (first.version, again.version) == (1, 2)
    assert VisitDocument.objects.count() == 2
    refused(BAD_INPUT, network.make_document, delegation="DG-1", document="poem")


def test_clocks(visit):
    assert network.set_visit_clock(clock_kind="briefing", anchor="start", days=-7).days == -7
    refused(words.CLOCK_UNKNOWN, network.set_visit_clock, clock_kind="tea", anchor="start", days=1)
    refused(BAD_INPUT, network.set_visit_clock, clock_kind="briefing", anchor="middle", days=1)
    network.tick_clock(delegation="DG-1", clock_kind="plan")
    network.tick_clock(delegation="DG-1", clock_kind="plan")
    refused(words.CLOCK_UNKNOWN, network.tick_clock, delegation="DG-1", clock_kind="tea")
