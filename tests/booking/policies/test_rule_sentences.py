"""Rules in sentences: every rule that binds is said, in both languages, in formal Korean."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.booking.policies.quota import Share
from squaremile.booking.policies.rule_sentences import duration, sentences
from squaremile.booking.policies.slots import Hours, Rules
from tests.booking.policies.drawn import hours, rules

WORKDAYS = [Hours(day, 540, 1200) for day in range(5)]


def said(rule=None, opening=WORKDAYS, shares=(), **more):
    return [(s.ko, s.en) for s in sentences(rule or Rules(), opening, shares, **more)]


@pytest.mark.parametrize(
    ("minutes", "ko", "en"),
    [
        (15, "15분", "15 min"),
        (60, "1시간", "1 h"),
        (90, "1시간 30분", "1 h 30 min"),
        (1440, "24시간", "24 h"),
        (4320, "3일", "3 days"),
        (0, "0분", "0 min"),
    ],
)
def test_durations(minutes, ko, en):
    assert (duration(minutes).ko, duration(minutes).en) == (ko, en)


@pytest.mark.parametrize(
    ("opening", "ko", "en"),
    [
        (WORKDAYS, "월–금 09:00–20:00에 쓸 수 있습니다.", "Open Mon–Fri 09:00–20:00."),
        ([Hours(d, 0, 1440) for d in range(7)], "하루 종일, 매일 쓸 수 있습니다.", "Open at all hours, every day."),
        (
            [Hours(d, a, b) for d in range(7) for a, b in ((0, 720), (720, 1440))],
            "하루 종일, 매일 쓸 수 있습니다.",
            "Open at all hours, every day.",
        ),
        ([], "지금은 운영 시간이 없습니다.", "It has no opening hours at present."),
        (
            [Hours(0, 540, 720), Hours(0, 780, 1080), Hours(3, 540, 720), Hours(3, 780, 1080)],
            "월·목 09:00–12:00, 13:00–18:00에 쓸 수 있습니다.",
            "Open Mon, Thu 09:00–12:00, 13:00–18:00.",
        ),
        ([Hours(5, 600, 1440)], "토 10:00–24:00에 쓸 수 있습니다.", "Open Sat 10:00–24:00."),
    ],
)
def test_opening(opening, ko, en):
    assert said(opening=opening)[0] == (ko, en)


def test_days_with_other_hours_have_their_own_sentence():
    assert [en for _, en in said(opening=[*WORKDAYS, Hours(5, 600, 720)])][:2] == [
        "Open Mon–Fri 09:00–20:00.",
        "Open Sat 10:00–12:00.",
    ]


def test_everything_that_binds_is_said():
    rule = Rules(
        step_minutes=30,
        min_minutes=30,
        max_minutes=240,
        lead_minutes=60,
        horizon_days=30,
        buffer_before_minutes=10,
        buffer_after_minutes=30,
        cancel_free_minutes=120,
        needs_approval=True,
        offers_assistance=True,
        early_start_minutes=10,
    )
    shares = [Share("person", "day", 240), Share("company", "week", 600, True, 540, 1080)]
    assert [en for _, en in said(rule, shares=shares, needs_qualification=True)] == [
        "Open Mon–Fri 09:00–20:00.",
        "Book 30 min to 4 h at a time, in steps of 30 min.",
        "Book at least 1 h before the start.",
        "Bookings open 30 days ahead.",
        "Cancel free of charge until 2 h before the start.",
        "10 min before each booking are kept free.",
        "30 min after each booking are kept free.",
        "Only people trained on it may book.",
        "A booking stands once lab operations approve it.",
        "You may ask for staff assistance.",
        "One person may book 4 h a day.",
        "Between 09:00–18:00, one company may book 10 h a week.",
        "Use may begin 10 min before the booking.",
    ]


def test_what_does_not_bind_is_not_said():
    rule = Rules(max_minutes=0, lead_minutes=0, cancel_free_minutes=0, early_start_minutes=0, horizon_days=1)
    assert [ko for ko, _ in said(rule)] == [
        "월–금 09:00–20:00에 쓸 수 있습니다.",
        "한 번에 15분 이상, 15분 단위로 예약합니다.",
        "1일 뒤까지 예약할 수 있습니다.",
        "시작 전까지 무료로 취소합니다.",
    ]


@given(rules(), hours(), st.booleans())
def test_both_languages_say_the_same_numbers_in_whole_sentences(rule, opening, trained):
    found = sentences(rule, opening, [Share("person", "day", 90)], needs_qualification=trained)
    for text in found:
        assert re.search(r"니다\.$", text.ko)
        assert text.en.endswith(".")
        assert not re.search(r"[가-힣]", text.en)
        assert sorted(re.findall(r"\d+", text.ko)) == sorted(re.findall(r"\d+", text.en))
    assert len({text.en for text in found}) == len(found)
