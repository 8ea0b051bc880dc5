"""Declared forms: what the linter finds, what is asked, what is sound, and what is missing."""

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from squaremile.residency.policies.form import read, shown
from squaremile.residency.policies.form_answers import Unsound, complaints, said, share_answered, tidied
from squaremile.residency.policies.form_lint import lint
from tests.residency.forms import ANSWERS, SAMPLE, sample

FORM = read(SAMPLE)


def keys(answers):
    return {q.key for q in shown(FORM, answers)}


class TestLint:
    def test_the_sample_is_sound(self):
        assert lint(SAMPLE) == []

    @pytest.mark.parametrize(
        ("changes", "where", "says"),
        [
            ({"animals": {"show_if": {"question": "nobody", "is": "yes"}}}, "animals.show_if", "not there: nobody"),
            ({"animals": {"show_if": {"question": "works", "has": "dragons"}}}, "animals.show_if", "no such answer: dragons"),
            ({"chemicals": {"show_if": {"question": "uses_chemicals", "is": "maybe"}}}, "chemicals.show_if", "maybe"),
            ({"animals": {"show_if": {"question": "works"}}}, "sections.work.animals.show_if", "A condition is"),
            ({"stage": {"label": {"ko": "단계"}}}, "sections.company.stage.label", "in English is missing"),
            ({"stage": {"label": {"ko": " ", "en": "Stage"}}}, "sections.company.stage.label", "in Korean is missing"),
            ({"stage": {"choices": []}}, "sections.company.stage", "There must be `choices`"),
            ({"stage": {"kind": "guess"}}, "sections.company.stage", "`kind` is one of"),
            ({"stage": {"means": "chemicals"}}, "stage.means", "cannot mean chemicals"),
            ({"summary": {"means": "fields"}}, "summary.means", "cannot mean fields"),
            ({"stage": {"key": "Stage!"}}, "sections.company.Stage!", "A key is"),
            ({"stage": {"key": "founded_on"}}, "founded_on", "used twice"),
            ({"stage": {"colour": "red"}}, "sections.company.stage", "Not known here: colour"),
            ({"head_count": {"limits": {"least": 9, "most": 2}}}, "sections.company.head_count.limits", "more than"),
            ({"raised": {"currencies": ["XYZ"]}}, "sections.company.raised.currencies", "among"),
            ({"waste": {"columns": [{"key": "name", "kind": "text", "label": {"ko": "가", "en": "a"}}]}}, "waste.columns",
             "lacks columns: amount, unit"),
        ],
    )  # fmt: skip
    def test_a_fault_is_named_with_its_place(self, changes, where, says):
        found = lint(sample(**changes))
        assert [f.where for f in found] == [where] * len(found) != []
        assert any(says in f.says.en for f in found)
        assert all(f.says.ko for f in found)

    def test_conditions_in_a_circle_are_found(self):
        circle = sample(
            uses_chemicals={"show_if": {"question": "chemicals", "answered": True}},
            chemicals={"show_if": {"any": [{"question": "uses_chemicals", "is": "yes"}]}},
        )
        (fault,) = lint(circle)
        assert fault.says.en == "Conditions go in a circle: uses_chemicals → chemicals → uses_chemicals"

    @pytest.mark.parametrize("data", [None, [], {}, {"sections": []}, {"sections": [1]}, {"sections": [{"questions": [1]}]}, "x"])
    def test_what_is_no_form_is_said_and_never_breaks(self, data):
        assert lint(data) != []


class TestShown:
    def test_a_condition_opens_a_question(self):
        assert "animals" not in keys({"works": ["none"]})
        assert "animals" in keys({"works": ["animals"]})

    def test_not_holds_while_nothing_is_said(self):
        assert "agents" in keys({})
        assert "agents" not in keys({"biosafety": "bsl1"})

    def test_nothing_follows_from_an_answer_that_is_hidden(self):
        form = read(sample(waste={"show_if": {"question": "chemicals", "answered": True}}))
        answers = ANSWERS | {"uses_chemicals": "no"}
        assert "waste" not in {q.key for q in shown(form, answers)}
        assert "waste" in {q.key for q in shown(form, ANSWERS)}

    @pytest.mark.parametrize(("count", "asked"), [("9", False), ("10", True), ("1,000", True), ("many", False)])
    def test_numbers_are_compared_as_numbers(self, count, asked):
        form = read(sample(waste={"show_if": {"question": "head_count", "at_least": 10}}))
        assert ("waste" in {q.key for q in shown(form, {"head_count": count})}) is asked


class TestAnswers:
    def test_a_full_application_has_nothing_missing(self):
        assert complaints(FORM, ANSWERS) == []
        assert share_answered(FORM, ANSWERS) == (12, 12)

    def test_what_is_missing_is_named_in_both_languages(self):
        (found,) = complaints(FORM, {k: v for k, v in ANSWERS.items() if k != "science"})
        assert found.question == "science"
        assert found.says.ko == "‘해결하려는 문제와 방법’에 답이 없습니다."
        assert found.says.en == "“The problem and your approach” has no answer."

    def test_what_is_not_asked_is_not_missing(self):
        assert [c.question for c in complaints(FORM, ANSWERS | {"works": ["animals"]})] == ["animals"]

    @pytest.mark.parametrize(
        ("key", "value", "says"),
        [
            ("head_count", "many", "Answer with a number."), ("head_count", "0", "It is at least 1."),
            ("head_count", "61", "It is at most 60."), ("founded_on", "2.5.2024", "Write the date as 2027-03-01."),
            ("founded_on", "0001-01-01", "The date lies between 1900 and 2200."), ("stage", "unicorn", "Choose one of the list."),
            ("works", ["dragons"], "Choose among the list."), ("uses_chemicals", "maybe", "Answer yes or no."),
            ("raised", {"amount": "1", "currency": "EUR"}, "Choose a currency among KRW, USD."),
            ("raised", {"amount": "1.5", "currency": "KRW"}, "Write up to 0 digits after the point."),
            ("raised", {"amount": "NaN", "currency": "KRW"}, "Answer with a number."),
            ("summary", "가" * 1201, "Up to 1200 letters (now 1201)."), ("summary", "a\x00b", "It holds a character that cannot be kept."),
            ("deck", ["a", "b", "c"], "Up to 2 files."), ("chemicals", "x", "Answer with rows."),
            ("chemicals", [{"name": "x"}], "“State” of row 1 is blank."),
            ("chemicals", [ANSWERS["chemicals"][0] | {"amount": "much"}], "“Most held” of row 1: Answer with a number."),
            ("chemicals", [ANSWERS["chemicals"][0]] * 61, "Up to 60 rows."),
        ],
    )  # fmt: skip
    def test_what_cannot_be_an_answer_is_refused_in_words(self, key, value, says):
        with pytest.raises(Unsound) as wrong:
            tidied(FORM.question(key), value)
        assert wrong.value.says.en == says
        assert wrong.value.says.ko != says
        assert [c.question for c in complaints(FORM, ANSWERS | {key: value})] == [key]

    def test_blank_rows_and_cells_are_left_out(self):
        kept = tidied(FORM.question("competitors"), [{"name": " ", "why": ""}, {"name": " 무지개  바이오 ", "why": ""}])
        assert kept == [{"name": "무지개 바이오"}]
        assert tidied(FORM.question("competitors"), [{"name": ""}]) is None

    def test_answers_are_said_for_reading(self):
        assert said(FORM.question("stage"), "seed").ko == "시드"
        assert said(FORM.question("raised"), ANSWERS["raised"]).en == "KRW 1,200,000,000"
        assert said(FORM.question("chemicals"), ANSWERS["chemicals"]).ko == "에탄올 · 64-17-5 · 액체 · 500 · mL"
        assert said(FORM.question("deck"), None).ko == "—"

    @given(st.dictionaries(st.sampled_from([q.key for q in FORM.questions]), st.recursive(
        st.none() | st.booleans() | st.text(max_size=4) | st.integers(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["amount", "currency", "name", "unit"]), inner, max_size=3),
        max_leaves=5,
    )))  # fmt: skip
    @example({"deck": [""]})
    @settings(max_examples=150, deadline=None)
    def test_nothing_that_is_said_breaks_it_and_what_is_tidy_stays_so(self, answers):
        asked = keys(answers)
        assert {c.question for c in complaints(FORM, answers)} <= asked
        for key, value in answers.items():
            question = FORM.question(key)
            try:
                kept = tidied(question, value)
            except Unsound:
                continue
            assert tidied(question, kept) == kept
            assert said(question, kept).ko


def test_decimal_limits_are_read_exactly():
    assert FORM.question("head_count").limits.most == Decimal(60)
