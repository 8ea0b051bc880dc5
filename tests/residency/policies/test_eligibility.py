"""Eligibility: each rule with its arithmetic; unknown is never a yes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.residency.policies.eligibility import Facts, facts, faults, judged, overall
from squaremile.residency.policies.form import read
from tests.residency.forms import ANSWERS, SAMPLE, sample

TODAY = date(2027, 3, 1)
CAP = {"rule": "capital_most", "amount": "7500000", "currency": "USD", "for_one": {"KRW": "1350"}}
AGE = {"rule": "age_most", "years": 7}
WORK = {"rule": "no_work", "works": ["bsl4", "select_agents", "radioisotopes", "animals"]}
ALL = [AGE, CAP, {"rule": "stages", "allowed": ["pre_seed", "seed"]}, WORK, {"rule": "people_most", "people": 6}]
FORM = read(SAMPLE)


def verdict(rule, **known):
    (found,) = judged([rule], Facts(**known), TODAY)
    return found


@pytest.mark.parametrize(
    ("founded", "holds", "says"),
    [
        (date(2020, 3, 1), True, "founded 2020-03-01: 7 years 0 months on 2027-03-01 · limit 7 years"),
        (date(2020, 2, 29), False, "founded 2020-02-29: 7 years 0 months on 2027-03-01 · limit 7 years"),
        (date(2020, 2, 28), False, "founded 2020-02-28: 7 years 0 months on 2027-03-01 · limit 7 years"),
        (date(2020, 3, 2), True, "founded 2020-03-02: 6 years 11 months on 2027-03-01 · limit 7 years"),
        (date(2028, 1, 1), None, "Not answered yet, so nobody can tell."), (None, None, "Not answered yet, so nobody can tell."),
    ],
)  # fmt: skip
def test_age_is_counted_to_the_day(founded, holds, says):
    found = verdict(AGE, founded_on=founded)
    assert (found.holds, found.arithmetic.en) == (holds, says)


@pytest.mark.parametrize(
    ("raised", "currency", "holds", "says"),
    [
        ("7500000", "USD", True, "USD 7,500,000 ≤ USD 7,500,000"), ("7500000.01", "USD", False, "USD 7,500,000.01 > USD 7,500,000"),
        ("1200000000", "KRW", True, "KRW 1,200,000,000 ÷ 1,350 = USD 888,889 ≤ USD 7,500,000"),
        ("11000000000", "KRW", False, "KRW 11,000,000,000 ÷ 1,350 = USD 8,148,148 > USD 7,500,000"),
        ("5", "EUR", None, "the call gives no rate to turn EUR 5 into USD · limit USD 7,500,000"),
    ],
)  # fmt: skip
def test_capital_is_compared_in_one_currency_with_the_rate_shown(raised, currency, holds, says):
    found = verdict(CAP, raised=Decimal(raised), currency=currency)
    assert (found.holds, found.arithmetic.en) == (holds, says)


class TestWork:
    asks = frozenset({"bsl4", "select_agents", "radioisotopes", "animals", "none"})

    def test_named_work_is_a_no(self):
        found = verdict(WORK, works=frozenset({"animals"}), askable=self.asks)
        assert (found.holds, found.arithmetic.ko) == (False, "이 센터에서 할 수 없습니다: 동물실험")

    def test_what_the_form_does_not_ask_is_unknown(self):
        found = verdict(WORK, works=frozenset({"none"}), askable=self.asks - {"animals"})
        assert (found.holds, found.arithmetic.en) == (None, "the form does not ask about: animals")

    def test_none_of_it_holds(self):
        assert verdict(WORK, works=frozenset({"none"}), askable=self.asks).holds is True

    def test_the_declaration_speaks_louder(self):
        assert verdict(WORK, works=frozenset({"none"}), askable=self.asks, shown_works=frozenset({"bsl4"})).holds is False


def test_a_sample_application_is_eligible():
    verdicts = judged(ALL, facts(FORM, ANSWERS), TODAY)
    assert [v.holds for v in verdicts] == [True] * 5
    assert overall(verdicts) is True


@given(st.sets(st.sampled_from(sorted(ANSWERS))))
def test_leaving_answers_out_never_makes_anybody_eligible(left_out):
    """Each rule whose answer is missing is unknown, and the whole is not a yes."""
    kept = {k: v for k, v in ANSWERS.items() if k not in left_out}
    verdicts = {v.rule: v.holds for v in judged(ALL, facts(FORM, kept), TODAY)}
    asked = {"age_most": "founded_on", "capital_most": "raised", "stages": "stage", "no_work": "works", "people_most": "head_count"}
    assert verdicts == {rule: None if key in left_out else True for rule, key in asked.items()}


def test_one_no_outweighs_what_is_unknown():
    verdicts = judged([AGE, CAP], Facts(founded_on=date(2001, 1, 1)), TODAY)
    assert [v.holds for v in verdicts] == [False, None]
    assert overall(verdicts) is False
    assert overall([]) is True


def test_a_hidden_question_says_nothing():
    form = read(sample(works={"show_if": {"question": "uses_chemicals", "is": "no"}}))
    assert facts(form, ANSWERS).works is None


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ({}, "Rules are a list."), ([{"rule": "luck"}], "`rule` is one of"), ([{"rule": "age_most"}], "years is needed."),
        ([{"rule": "age_most", "years": 0}], "years is a number above zero."), ([{"rule": "stages", "allowed": []}], "allowed is a list"),
        ([CAP | {"currency": "XYZ"}], "not known here"), ([CAP | {"for_one": {"KRW": "0"}}], "`for_one` gives a rate"), ([1], "`rule` is one of"),
    ],
)  # fmt: skip
def test_unsound_rules_are_named(rules, says):
    (fault,) = faults(rules)
    assert says in fault.en


def test_the_rules_of_these_tests_are_sound():
    assert faults(ALL) == []
