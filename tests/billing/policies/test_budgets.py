"""Spans of budgets and what limits say, and the editor's pure half: drafts, differences, sentences."""

from copy import deepcopy
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.billing.policies import card_draft, card_sentences, reading
from squaremile.billing.policies.budgets import PERIODS, Span, at_this_pace, fits, reached, span_on
from tests.billing.making import CARD

DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@given(st.sampled_from(PERIODS), DAYS, st.one_of(st.none(), DAYS), DAYS)
def test_a_day_lies_in_its_span_and_spans_do_not_overlap(per: str, since: date, until: date | None, day: date):
    span = span_on(per, since, until, day)
    if span is None:
        assert day < since or (until is not None and day > until)
        return
    assert since <= span.first <= day <= span.last <= (until or date.max)
    for other in (span.first, span.last):
        assert span_on(per, since, until, other) == span
    if span.first > since:
        before = span_on(per, since, until, span.first - timedelta(days=1))
        assert before is not None and before.last == span.first - timedelta(days=1)


def test_spans_of_the_calendar():
    since = date(2027, 2, 10)
    assert [span_on(per, since, None, date(2027, 5, 5)) for per in ("month", "quarter", "year")] == [
        Span(date(2027, 5, 1), date(2027, 5, 31)), Span(date(2027, 4, 1), date(2027, 6, 30)), Span(since, date(2027, 12, 31)),
    ]
    assert span_on("once", since, date(2027, 3, 1), date(2027, 3, 2)) is None


@pytest.mark.parametrize(("spent", "soft", "hard", "said"), [
    (79, 80, 100, ()), (80, 80, 100, ("soft",)), (100, 80, 100, ("soft", "hard")), (100, None, 100, ("hard",)), (500, 80, None, ("soft",)),
])  # fmt: skip
def test_limits_are_reached_at_their_figure(spent: int, soft: int | None, hard: int | None, said: tuple[str, ...]):
    assert reached(spent, soft, hard) == said


def test_what_fits_and_what_a_pace_comes_to():
    assert fits(90, 10, 100) and not fits(90, 11, 100) and fits(200, 0, 100) and fits(90, 11, None)
    june = Span(date(2027, 6, 1), date(2027, 6, 30))
    assert (at_this_pace(100, june, date(2027, 6, 10)), at_this_pace(100, june, date(2027, 7, 9)), at_this_pace(0, june, date(2027, 5, 1))) == (
        300, 100, None)
    assert at_this_pace(5, Span(date(2027, 6, 1), date.max), date(2027, 6, 2)) is None


def test_a_next_version_says_what_the_last_one_does():
    made = card_draft.begun(CARD, date(2027, 6, 1))
    assert (card_draft.version(made)["version"], card_draft.version(made)["from"], reading.lint(made)) == (2, "2027-06-01", [])
    assert card_draft.differences(CARD["versions"][0], card_draft.version(made)) == []
    assert len(CARD["versions"]) == 1, "the card that is published stays as it is"


def test_differences_are_told_by_the_codes_of_parts():
    made = card_draft.begun(CARD, date(2027, 6, 1))
    item = deepcopy(CARD["versions"][0]["items"][0])
    item["price"]["rate"] = 50_000
    made = card_draft.put(made, "items", 0, item | {"minimum": 30})
    made = card_draft.without(card_draft.put(made, "items", 2, item | {"code": "NEW", "subjects": ["NEW"]}), "caps", 0)
    assert [(d.kind, d.where, d.before.en) for d in card_draft.differences(CARD["versions"][0], card_draft.version(made))] == [
        ("changed", "items[CONFOCAL].price.rate", "45000"), ("added", "items[CONFOCAL].minimum", ""), ("added", "items[NEW]", ""),
        ("removed", "caps[PERSON]", card_draft.shown(CARD["versions"][0]["caps"][0]).en),
    ]

    (peak,) = card_draft.differences({}, {"items": [{"code": "EQ", "peak": [{"code": "N"}]}]})
    assert (peak.where_said.en, str(peak.where_said.ko)) == ("Rate item", "요금 항목")
    assert card_draft.place("items[EQ].peak[N].factor").en == "Rate item EQ › peak window N › times"
    assert card_draft.shown({"label": {"ko": "야간", "en": "Nights"}, "days": ["mon", "fri"]}).en == "name Nights · days Mon, Fri"


RICH = {
    "code": "X", "label": {"ko": "장비", "en": "Machine"}, "meter": "equipment_minutes", "counted_in": "minute", "unit": "hour", "basis": "greater",
    "rounding": {"step": 15, "how": "up"}, "minimum": 30, "tax": "vat",
    "price": {"kind": "graduated", "tiers": [{"up_to": 2, "rate": 60000}, {"rate": 30000}], "per": "project", "fixed": 1000},
    "classes": {"startup": {"kind": "flat", "rate": 20000}}, "assisted": {"percent": 25}, "discounts": [{"at_least": 4, "percent": 10}],
    "peak": [{"code": "N", "label": {"ko": "야간", "en": "Nights"}, "days": ["mon", "fri"], "from": "20:00", "to": "24:00", "factor": "0.5"}],
}  # fmt: skip


def test_every_rule_of_an_item_is_a_sentence():
    """One sentence a rule, in the declared order, with its figures, in both languages."""
    said = card_sentences.preview(CARD, CARD["versions"][0], RICH)
    figures = ("equipment_minutes", "greater", "15 min", "30 min", "₩60,000", "startup", "25 %", "Nights", "10 %", "taxable")
    assert len(said) == len(figures)
    assert [figure for figure, one in zip(figures, said, strict=True) if figure not in one.en] == []
    assert all(one.ko and one.ko != one.en for one in said)
    assert "24:00" in said[7].en and "₩1,000" in said[4].en
    assert card_sentences.preview(CARD, CARD["versions"][0], RICH | {"unit": "gram"}) == []
    cap = card_sentences.preview_cap(CARD, CARD["versions"][0], CARD["versions"][0]["caps"][0])
    assert "₩500,000" in cap[0].en and "all items" in cap[0].en
