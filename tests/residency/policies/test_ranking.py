"""Rubrics and ranking: totals, quorum, pass mark, tickets, ties, and a reason on every row."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from squaremile.residency.policies import rubric
from squaremile.residency.policies.ranking import Standing, in_turn, ranked

DAY = datetime(2027, 3, 1, tzinfo=UTC)
RUBRIC = [
    {"key": "science", "label": {"ko": "과학", "en": "Science"}, "weight": 3, "anchors": {"1": {"en": "weak"}, "5": {"ko": "탁월"}}},
    {"key": "team", "label": {"en": "Team"}, "weight": 1, "least": 0, "most": 10},
]


def row(key, score, *, reviews=3, day=0, ticket=False):
    return Standing(key, score, reviews, DAY + timedelta(days=day), ticket)


def test_a_list_with_every_kind_of_row():
    rows = [
        row("low", 50), row("second", 80, day=1), row("first", 80), row("golden", 71, ticket=True), row("third", 75),
        row("few", 99, reviews=1), row("golden low", 60, ticket=True), row("none", None, reviews=0),
    ]
    found = ranked(rows, pass_mark=70, quorum=2, places=2)
    assert [(r.key, r.place, r.advice) for r in found] == [
        ("golden", 1, "accept"), ("first", 2, "accept"), ("second", 3, "wait_list"), ("third", 4, "wait_list"),
        ("golden low", None, "decline"), ("low", None, "decline"), ("few", None, "none"), ("none", None, "none"),
    ]  # fmt: skip
    by = {r.key: [reason.en for reason in r.reasons] for r in found}
    assert by["golden"] == ["71.00 points reach the pass mark of 70.", "A golden ticket gives priority.", "Number 1 of 2 places."]
    assert by["second"][1] == "Of equal scores, the earlier handed in comes first."
    assert by["few"] == ["1 reviews, and the quorum is 2."]


def test_turns_of_a_wait_list():
    rows = [
        row("second", 80, day=1), row("first", 80), row("golden low", 60, ticket=True), row("unscored", None, reviews=0),
        row("golden unscored", None, reviews=0, ticket=True), row("third", 75),
    ]
    found = in_turn(rows)
    assert [key for key, _ in found] == ["golden low", "golden unscored", "first", "second", "third", "unscored"]
    assert [reason.en for reason in dict(found)["second"]] == [
        "80.00 points in the last review.", "Of equal scores, the earlier handed in comes first."]


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(0, 4), st.booleans()), max_size=12), st.integers(0, 5))
def test_every_row_has_one_place_and_a_reason(drawn, places):
    rows = [row(str(i), score, reviews=n, ticket=t) for i, (score, n, t) in enumerate(drawn)]
    found = ranked(rows, pass_mark=60, quorum=2, places=places)
    assert sorted(r.key for r in found) == sorted(r.key for r in rows)
    assert all(r.reasons for r in found)
    assert sum(r.advice == "accept" for r in found) <= places
    taken = [r.place for r in found if r.place]
    assert taken == list(range(1, len(taken) + 1))
    assert all(round(r.score, 2) >= 60 for r in found if r.place)


class TestRubric:
    def test_it_is_read_and_totalled(self):
        assert rubric.faults(RUBRIC) == []
        made = rubric.read(RUBRIC)
        assert rubric.total(made, {"science": 1, "team": 0}) == 0
        assert rubric.total(made, {"science": 5, "team": 10}) == 100
        assert rubric.total(made, {"science": 3, "team": 10}) == 62.5
        assert (made[0].anchors[1].ko, made[1].label.ko) == ("weak", "Team")

    def test_points_off_the_scale_are_named(self):
        made = rubric.read(RUBRIC)
        assert rubric.unsound(made, {"science": 6, "team": 0}) == ["science"]
        assert rubric.unsound(made, {"luck": 1, "science": True, "team": "3"}) == ["luck", "science", "team"]
        assert [c.key for c in rubric.missing(made, {"team": 3})] == ["science"]

    def test_each_fault_is_said(self):
        sound = RUBRIC[0]
        for data in (
            [], "x", 3, [{}], [3], [sound | {"label": {}}], [sound | {"label": {"fr": "x"}}], [sound | {"weight": 0}],
            [sound | {"weight": True}], [sound | {"least": 5, "most": 5}], [sound | {"anchors": {"9": {"en": "x"}}}],
            [sound, sound], [sound | {"key": "two words"}], [sound] * 21,
        ):  # fmt: skip
            assert rubric.faults(data), data
