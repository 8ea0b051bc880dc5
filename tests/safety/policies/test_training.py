"""When a training counts, quizzes as data, and the hours that Korean law asks."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.safety.policies import hours, quiz, training
from squaremile.safety.policies.hours import HIGH, LOW, MIDDLE, NEW, REGULAR, Duty, Taken
from squaremile.safety.policies.training import Done, Edition, standing

DAY = date(2027, 3, 1)
ASKED = {"ask_ko": "불이 나면?", "ask_en": "On fire?", "choices": [{"ko": "대피", "en": "Leave"}, {"ko": "구경", "en": "Watch"}], "right": [0]}


@pytest.mark.parametrize(
    ("done", "editions", "state"),
    [
        ([], [], "missing"),
        ([Done(1, DAY, None)], [], "valid"),
        ([Done(1, DAY + timedelta(days=1), None)], [], "missing"),
        ([Done(1, date(2026, 3, 2), DAY)], [], "ending"),
        ([Done(1, date(2026, 3, 1), DAY - timedelta(days=1))], [], "expired"),
        ([Done(1, date(2026, 3, 1), DAY + timedelta(days=30))], [], "valid"),
        ([Done(1, date(2026, 3, 1), DAY + timedelta(days=29))], [], "ending"),
        ([Done(1, DAY, None, revoked=True)], [], "revoked"),
        ([Done(1, DAY, None, revoked=True), Done(1, date(2026, 1, 1), None)], [], "valid"),
        ([Done(1, date(2026, 9, 1), None)], [Edition(2, DAY)], "outdated"),
        ([Done(1, date(2026, 9, 1), None)], [Edition(2)], "valid"),
        ([Done(1, date(2026, 9, 1), None)], [Edition(2, DAY + timedelta(days=3))], "ending"),
        ([Done(2, date(2026, 9, 1), None)], [Edition(2, DAY)], "valid"),
        ([Done(1, date(2026, 9, 1), DAY - timedelta(days=9))], [Edition(2, DAY)], "expired"),
    ],
)  # fmt: skip
def test_how_a_training_stands(done, editions, state):
    found = standing(done, editions, DAY)
    assert (found.state, found.counts) == (state, state in ("valid", "ending"))


def test_the_last_day_counts_the_day_it_was_done():
    assert training.last_day(date(2026, 3, 2), 365) == DAY
    assert training.last_day(DAY, 1) == DAY
    assert training.last_day(DAY, None) is None


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(-800, 0), st.integers(1, 800)), max_size=6), st.integers(-800, 0), st.integers(1, 800))
def test_one_more_record_never_makes_it_worse(rows, when, length):
    def done(start, days):
        began = DAY + timedelta(days=start)
        return Done(1, began, training.last_day(began, days))

    before = standing([done(*row) for row in rows], [], DAY)
    after = standing([*(done(*row) for row in rows), done(when, length)], [], DAY)
    assert after.counts >= before.counts


def test_questions_are_parted_from_their_answers_and_joined_again():
    several = {**ASKED, "choices": [*ASKED["choices"], {"ko": "신고", "en": "Call"}], "right": [0, 2]}
    read = quiz.read([ASKED, several])
    assert [each.several for each in read] == [False, True]
    told, right = quiz.parted(read)
    assert (right, ["right" in each for each in told]) == ([[0], [0, 2]], [False, False])
    assert quiz.asked(told, right) == read
    assert [(each.right, each.several) for each in quiz.asked(told)] == [(frozenset(), False), (frozenset(), True)]


@pytest.mark.parametrize(
    "raw",
    [
        "?", ["?"], [{**ASKED, "ask_ko": "", "ask_en": " "}], [{**ASKED, "choices": [{"ko": "하나"}]}],
        [{**ASKED, "choices": [{"ko": "하나"}, {"ko": " "}]}], [{**ASKED, "right": []}], [{**ASKED, "right": [2]}],
        [{**ASKED, "right": [True]}], [{**ASKED, "right": [0, 1]}], [ASKED] * 61,
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(raw):
    with pytest.raises(quiz.Unsound) as wrong:
        quiz.read(raw)
    assert wrong.value.says.ko and wrong.value.says.en


@pytest.mark.parametrize(
    ("duty", "figure", "due"),
    [
        (Duty(HIGH, True, True, date(2026, 8, 31)), 480, date(2027, 2, 28)),
        (Duty(MIDDLE, True, False, date(2026, 9, 1)), 240, DAY),
        (Duty(LOW, False, False, date(2026, 12, 1)), 120, DAY),
    ],
)
def test_newcomers_owe_by_how_they_work(duty, figure, due):
    owed, by = hours.new_duty(duty)
    assert (owed.minutes, by) == (figure, due)


def test_regular_hours_are_counted_by_half_year_or_year():
    since = date(2025, 2, 1)
    taken = [Taken(REGULAR, 200, date(2026, 12, 31)), Taken(REGULAR, 60, date(2027, 1, 1)), Taken(NEW, 500, date(2025, 3, 1))]
    high = hours.ledger(Duty(HIGH, True, True, since), taken, DAY)
    assert [(o.kind, o.starts_on, o.due_on, o.taken, o.left, o.late(DAY)) for o in high] == [
        (NEW, since, date(2025, 8, 1), 500, 0, False),
        (REGULAR, date(2027, 1, 1), date(2027, 6, 30), 60, 300, False),
        (REGULAR, date(2026, 7, 1), date(2026, 12, 31), 200, 160, True),
    ]
    low = hours.ledger(Duty(LOW, True, False, since), taken, DAY)
    assert [(o.starts_on, o.left) for o in low[1:]] == [(date(2027, 1, 1), 120), (date(2026, 1, 1), 0)]


def test_the_period_of_joining_is_the_newcomers_and_a_leaver_owes_no_more():
    assert [o.kind for o in hours.ledger(Duty(HIGH, True, True, date(2027, 1, 5)), [], DAY)] == [NEW]
    left = Duty(HIGH, True, True, date(2025, 1, 5), left_on=date(2026, 9, 30))
    assert [(o.kind, o.due_on) for o in hours.ledger(left, [], DAY)] == [(NEW, date(2025, 7, 5)), (REGULAR, date(2026, 6, 30))]


@settings(max_examples=30)
@given(st.integers(0, 5000), st.integers(0, 900), st.sampled_from(hours.GRADES))
def test_more_hours_never_leave_more_owed(minutes, back, grade):
    duty, when = Duty(grade, True, False, date(2024, 1, 1)), DAY - timedelta(days=back)
    before = sum(o.left for o in hours.ledger(duty, [], DAY))
    assert sum(o.left for o in hours.ledger(duty, [Taken(REGULAR, minutes, when)], DAY)) <= before
