"""Who is told what, in which words, and what goes into her calendar."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from squaremile.booking import operations as booking
from squaremile.booking.operations import SeriesDate
from squaremile.core import outbox
from squaremile.core.models import Mail, Notice, OutboxFact
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from tests.booking.asking import ELEVEN, NOON, TEN, held
from tests.world import World

WHEN, LATER = "2027년 3월 1일(월) 10:00–11:00", "2027년 3월 1일(월) 11:00–12:00"


def delivered():
    """Deliver everything; nothing may fail."""
    outbox.deliver()
    with scope(system("worker")):
        assert [f.error for f in OutboxFact.objects.exclude(error="")] == []


def told(world: World, who: str, kind: str = "") -> list[str]:
    with scope(system("worker")):
        found = Notice.objects.filter(recipient=world.people[who]).order_by("id")
        return [n.text_ko for n in found if not kind or n.kind == kind]


def mails(who: str) -> list[Mail]:
    with scope(system("worker")):
        return list(Mail.objects.filter(to=f"{who}@example.org").order_by("id"))


def entry(mail: Mail):
    (event,) = Calendar.from_ical(mail.calendar).walk("VEVENT")
    return event


def test_a_confirmed_booking_goes_into_the_calendar(world: World):
    made = held(world, "hana", "CONFOCAL")
    delivered()
    assert told(world, "hana") == [f"공초점 현미경: {WHEN} 예약이 확정되었습니다."]
    (mail,) = mails("hana")
    event = entry(mail)
    assert (mail.method, event["SUMMARY"], event["SEQUENCE"]) == ("REQUEST", "공초점 현미경", 0)
    assert event["UID"].startswith(f"{made.code}@")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (TEN, ELEVEN)
    assert all(told(world, who) == [] for who in ("haeun", "hajin", "sora", "operator"))


def test_a_waiting_booking_asks_lab_operations(world: World):
    made = held(world, "hana", "CYTO-2")
    delivered()
    assert told(world, "hana") == [f"유세포분석기 2호: {WHEN} 예약이 승인을 기다립니다."]
    assert told(world, "operator") == told(world, "director") == told(world, "hana")
    assert [m.calendar for m in (*mails("hana"), *mails("operator"))] == ["", ""]
    assert told(world, "finance") == []
    with world.as_("operator"):
        booking.approve(reservation=made.code)
    delivered()
    assert told(world, "hana", "booking.decided") == [f"유세포분석기 2호: {WHEN} 예약이 확정되었습니다."]
    assert (mails("hana")[-1].method, entry(mails("hana")[-1])["SEQUENCE"]) == ("REQUEST", 1)


def test_a_no_comes_with_its_reason(world: World):
    made = held(world, "hana", "CYTO-2")
    with world.as_("operator"):
        booking.decline(reservation=made.code, reason="교정 중")
    delivered()
    assert told(world, "hana", "booking.decided") == [
        f"유세포분석기 2호: {WHEN} 예약이 승인되지 않았습니다. 이유: 교정 중"
    ]


def test_moving_to_and_fro_is_told_each_time(world: World):
    made = held(world, "hana", "CONFOCAL")
    with world.as_("hana"):
        for start, end in ((ELEVEN, NOON), (TEN, ELEVEN), (ELEVEN, NOON)):
            booking.move(reservation=made.code, start=start, end=end)
    delivered()
    assert told(world, "hana", "booking.moved") == [
        f"공초점 현미경: 예약이 {WHEN}에서 {LATER}로 옮겨졌습니다.",
        f"공초점 현미경: 예약이 {LATER}에서 {WHEN}로 옮겨졌습니다.",
        f"공초점 현미경: 예약이 {WHEN}에서 {LATER}로 옮겨졌습니다.",
    ]
    assert [(m.method, entry(m)["SEQUENCE"], entry(m)["DTSTART"].dt) for m in mails("hana")] == [
        ("REQUEST", 0, TEN),
        ("REQUEST", 1, ELEVEN),
        ("REQUEST", 2, TEN),
        ("REQUEST", 3, ELEVEN),
    ]


def test_a_moved_booking_that_waits_again_leaves_the_calendar(world: World):
    made = held(world, "hana", "CYTO-2")
    with world.as_("operator"):
        booking.approve(reservation=made.code)
    with world.as_("hana"):
        booking.move(reservation=made.code, start=ELEVEN, end=NOON)
    delivered()
    assert told(world, "hana", "booking.moved") == [
        f"유세포분석기 2호: 예약이 {WHEN}에서 {LATER}로 옮겨졌고, 다시 승인을 기다립니다."
    ]
    assert [m.method for m in mails("hana")] == ["", "REQUEST", "CANCEL"]
    assert len(told(world, "operator", "booking.approval")) == 2


def test_a_cancelled_booking_leaves_the_calendar(world: World):
    made = held(world, "hana", "CONFOCAL")
    with world.as_("hana"):
        booking.cancel(reservation=made.code)
    delivered()
    assert told(world, "hana", "booking.cancelled") == [f"공초점 현미경: {WHEN} 예약이 취소되었습니다."]
    last = mails("hana")[-1]
    assert (last.method, entry(last)["STATUS"], entry(last)["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)


def test_who_is_displaced_learns_why(world: World):
    held(world, "hana", "CYTO-1")
    held(world, "sora", "CYTO-1", start=NOON, end=NOON + timedelta(hours=1))
    with world.as_("operator"):
        booking.block(equipment="CYTO-1", start=TEN, end=ELEVEN, work_type="repair", displace=True, reason="노즐 교체")
    delivered()
    assert told(world, "hana", "booking.cancelled") == [
        f"유세포분석기 1호: 정비 때문에 {WHEN} 예약이 취소되었습니다. 이유: 노즐 교체. 요금은 없습니다."
    ]
    assert told(world, "sora", "booking.cancelled") == []


def test_a_series_is_told_once(world: World):
    week = timedelta(days=7)
    with world.as_("hana"):
        booking.reserve_series(
            equipment="CYTO-1",
            dates=[SeriesDate(TEN, ELEVEN), SeriesDate(TEN + week, ELEVEN + week, equipment="CYTO-2")],
        )
    delivered()
    assert told(world, "hana") == [f"유세포분석기 1호: 반복 예약 2건을 잡았습니다. 첫 예약은 {WHEN}입니다."]
    (summary,) = (mail for mail in mails("hana") if not mail.calendar)
    assert "- 2027년 3월 8일(월) 10:00–11:00 · 유세포분석기 2호 · 승인 대기" in summary.body
    assert len(told(world, "operator", "booking.approval")) == 1


def test_each_date_of_a_series_goes_into_the_calendar_by_itself(world: World):
    """As real mail programs read them: one event in a message, of the identity that its later changes carry."""
    week = timedelta(days=7)
    with world.as_("hana"):
        made = booking.reserve_series(
            equipment="CYTO-1", dates=[SeriesDate(TEN + n * week, ELEVEN + n * week) for n in range(3)])
    delivered()
    invitations = [mail for mail in mails("hana") if mail.calendar]
    assert [(m.method, str(entry(m)["UID"]).partition("@")[0], entry(m)["DTSTART"].dt) for m in invitations] == [
        ("REQUEST", reservation.code, TEN + n * week) for n, reservation in enumerate(made)
    ]
    with world.as_("hana"):
        booking.cancel(reservation=made[1].code)
    delivered()
    last = mails("hana")[-1]
    assert (last.method, entry(last)["UID"]) == ("CANCEL", entry(invitations[1])["UID"])


def test_a_date_of_a_series_that_waits_comes_into_the_calendar_when_it_is_approved(world: World):
    with world.as_("hana"):
        (made,) = booking.reserve_series(equipment="CYTO-2", dates=[SeriesDate(TEN, ELEVEN)])
    delivered()
    assert [mail.calendar for mail in mails("hana")] == [""]
    with world.as_("operator"):
        booking.approve(reservation=made.code)
    delivered()
    assert [mail.method for mail in mails("hana")] == ["", "REQUEST"]


class TestFaults:
    def test_reach_those_with_coming_bookings_and_never_name_the_reporter(self, world: World):
        held(world, "sora", "CONFOCAL")
        with world.as_("hana"):
            booking.report_fault(equipment="CONFOCAL", severity="degraded", says="우리 시료를 넣자 초점이 흐려짐")
        delivered()
        said = "공초점 현미경에 고장이 접수되었습니다(성능 저하). 앞으로의 예약을 확인해 주십시오."
        assert told(world, "sora", "booking.fault") == [said]
        assert told(world, "operator", "booking.fault") == ["공초점 현미경에 고장이 접수되었습니다(성능 저하)."]
        assert told(world, "sujin") == told(world, "haeun") == []
        with scope(system("worker")):
            words = " ".join(f"{m.subject} {m.body}" for m in Mail.objects.filter(subject__contains="고장"))
        assert all(secret not in words for secret in ("김하나", "한빛", "시료"))

    def test_on_a_companion_reach_the_holder_too(self, world: World):
        held(world, "sora", "CYTO-2")
        with world.as_("operator"):
            fault = booking.report_fault(equipment="CHILLER", severity="unusable", says="누수")
            delivered()
            booking.resolve_fault(fault=fault.code, resolution="교체")
        delivered()
        assert len(told(world, "sora", "booking.fault")) == 1
        assert told(world, "sora", "booking.fault_resolved") == ["냉각수 순환기를 다시 쓸 수 있습니다."]

    def test_a_note_is_for_staff(self, world: World):
        held(world, "sora", "CONFOCAL")
        with world.as_("hana"):
            booking.report_fault(equipment="CONFOCAL", severity="note", says="먼지")
        delivered()
        assert told(world, "sora", "booking.fault") == []
        assert len(told(world, "operator", "booking.fault")) == 1


def test_past_bookings_are_told_nothing_of_faults(world: World):
    held(world, "sora", "CONFOCAL")
    with clock.as_of(NOON):
        with world.as_("operator"):
            booking.report_fault(equipment="CONFOCAL", severity="unusable", says="정전")
        delivered()
    assert told(world, "sora", "booking.fault") == []


@pytest.mark.parametrize("times", [1, 2])
def test_nothing_is_told_twice(world: World, times):
    held(world, "hana", "CONFOCAL")
    delivered()
    with scope(system("worker")):
        if times == 2:
            OutboxFact.objects.update(delivered_at=None)
    delivered()
    assert len(told(world, "hana")) == len(mails("hana")) == 1
