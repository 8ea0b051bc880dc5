"""The rules of agreements, promises, clocks and figures, by example and by property."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.kernel.words import Text
from squaremile.network.policies import agreements, amounts, clocks, kpis
from squaremile.network.policies.promises import (
    ARRIVED,
    STATES,
    Definition,
    Entry,
    Promise,
    band,
    figures,
    standing,
)

DAYS = st.dates(date(2022, 1, 1), date(2026, 12, 31))
MOMENTS = st.datetimes(datetime(2022, 1, 1), datetime(2026, 12, 31)).map(lambda m: m.replace(tzinfo=UTC))
AMOUNTS = st.integers(0, 10**13).map(Decimal)


@st.composite
def registers(draw):
    """Promises and entries of them, some of which supersede an earlier entry of the same promise."""
    promises = [
        Promise(f"CM-{n}", f"AG-{draw(st.integers(0, 3))}", "MOU", draw(st.sampled_from("PQR")),
                draw(st.sampled_from(("investment", "jobs"))), draw(st.sampled_from(("KRW", "person"))),
                draw(AMOUNTS) + 1, draw(DAYS), draw(DAYS), draw(MOMENTS))
        for n in range(draw(st.integers(0, 5)))
    ]
    entries, superseded = [], set()
    for n in range(draw(st.integers(0, 12)) if promises else 0):
        promise = draw(st.sampled_from(promises)).code
        own = [e.code for e in entries if e.promise == promise and e.code not in superseded]
        old = draw(st.sampled_from(["", *own]))
        superseded.add(old)
        entries.append(Entry(f"EN-{n}", promise, draw(st.sampled_from(STATES)), draw(DAYS), draw(AMOUNTS),
                             draw(MOMENTS), old))
    return promises, entries


DEFINITIONS = st.builds(
    Definition, states=st.sampled_from((ARRIVED, ("completed",), ("reported", *ARRIVED))),
    signed_before=st.none() | DAYS,
)


@given(registers(), DEFINITIONS, DAYS, MOMENTS)
def test_totals_are_the_sum_of_what_is_behind_them(register, definition, as_of, known_at):
    promises, entries = register
    by_code = {e.code: e for e in entries}
    for figure in figures(promises, entries, definition, as_of=as_of, known_at=known_at, by=lambda p: p.party):
        realised = Decimal(0)
        for share in figure.shares:
            own = [by_code[code] for code in share.entries if by_code[code].state in definition.states]
            realised += max(own, key=lambda e: (e.happened_on, e.recorded_at, e.code)).amount if own else 0
        assert figure.realised == realised
        assert figure.promised == sum(s.promise.amount for s in figure.shares)
        assert set(figure.entries) == {code for s in figure.shares for code in s.entries}


@given(registers(), DAYS, MOMENTS)
def test_groups_add_up_to_the_whole(register, as_of, known_at):
    promises, entries = register
    asked = {"as_of": as_of, "known_at": known_at}
    whole = {f.unit: f for f in figures(promises, entries, Definition(), **asked)}
    for by in (lambda p: p.kind, lambda p: p.party, lambda p: str(p.signed_on.year)):
        sums: Counter = Counter()
        for figure in figures(promises, entries, Definition(), **asked, by=by):
            for part in ("promised", "reported", "arrived", "lapsed"):
                sums[figure.unit, part] += getattr(figure, part)
        for unit, figure in whole.items():
            for part in ("promised", "reported", "arrived", "lapsed"):
                assert sums[unit, part] == getattr(figure, part)


@given(registers(), DAYS, MOMENTS, MOMENTS)
def test_the_past_stays_as_it_was_known(register, as_of, first, second):
    """What is recorded later never changes what the register said before."""
    early, late = sorted((first, second))
    promises, entries = register
    known = [p for p in promises if p.recorded_at <= early], [e for e in entries if e.recorded_at <= early]
    then = figures(*known, Definition(), as_of=as_of, known_at=early)
    assert figures(promises, entries, Definition(), as_of=as_of, known_at=early) == then
    assert figures(*known, Definition(), as_of=as_of, known_at=late) == then


@given(registers(), DEFINITIONS, DAYS, MOMENTS, st.randoms(use_true_random=False))
def test_order_makes_no_difference(register, definition, as_of, known_at, random: Random):
    promises, entries = register
    asked = {"as_of": as_of, "known_at": known_at}
    expected = figures(promises, entries, definition, **asked)
    random.shuffle(promises)
    random.shuffle(entries)
    assert figures(promises, entries, definition, **asked) == expected


@given(registers(), DAYS, MOMENTS)
def test_no_superseded_entry_stands(register, as_of, known_at):
    _, entries = register
    for promise in {e.promise for e in entries}:
        kept = standing([e for e in entries if e.promise == promise], as_of, known_at)
        gone = {e.supersedes for e in entries if e.recorded_at <= known_at}
        assert not gone & {e.code for e in kept}
        assert all(e.happened_on <= as_of and e.recorded_at <= known_at for e in kept)


def test_a_correction_counts_from_when_it_was_recorded():
    promise = Promise("CM-1", "AG-1", "MOU", "P", "investment", "KRW", Decimal(100), date(2025, 1, 1), date(2026, 1, 1),
                      datetime(2025, 1, 1, tzinfo=UTC))
    wrong = Entry("EN-1", "CM-1", "arrived", date(2025, 3, 1), Decimal(90), datetime(2025, 3, 2, tzinfo=UTC))
    right = Entry("EN-2", "CM-1", "arrived", date(2025, 3, 1), Decimal(9), datetime(2025, 6, 1, tzinfo=UTC), "EN-1")

    def arrived(known: datetime):
        return figures([promise], [wrong, right], Definition(), as_of=date(2025, 12, 31), known_at=known)[0].arrived

    assert arrived(datetime(2025, 5, 1, tzinfo=UTC)) == 90
    assert arrived(datetime(2025, 7, 1, tzinfo=UTC)) == 9


@pytest.mark.parametrize(("ratio", "full"), [
    (None, 0), (Decimal(0), 0), (Decimal("0.1"), 1), (Decimal("0.34"), 2), (Decimal("0.7"), 3), (Decimal(1), 4),
    (Decimal(2), 4),
])  # fmt: skip
def test_bands(ratio, full):
    assert band(ratio) == full


@pytest.mark.parametrize(("ends", "days", "notice"), [
    (date(2024, 3, 31), 30, date(2024, 3, 1)), (date(2023, 3, 31), 31, date(2023, 2, 28)),
    (date(2024, 3, 1), 1, date(2024, 2, 29)), (date(2025, 12, 31), 365, date(2024, 12, 31)),
    (date(2024, 12, 31), 365, date(2024, 1, 1)), (date(2025, 1, 1), 0, date(2025, 1, 1)), (None, 30, None),
    (date(2025, 1, 1), None, None),
])  # fmt: skip
def test_notice_days(ends, days, notice):
    assert agreements.notice_on(ends, days) == notice


@pytest.mark.parametrize(("day", "months", "then"), [
    (date(2024, 1, 31), 1, date(2024, 2, 29)), (date(2023, 1, 31), 1, date(2023, 2, 28)),
    (date(2024, 2, 29), 12, date(2025, 2, 28)), (date(2024, 11, 30), 3, date(2025, 2, 28)),
    (date(2024, 12, 31), 1, date(2025, 1, 31)), (date(2024, 3, 31), 3, date(2024, 6, 30)),
])  # fmt: skip
def test_months_end_where_they_end(day, months, then):
    assert agreements.plus_months(day, months) == then


@given(DAYS, st.integers(0, 240))
def test_months_keep_the_day_or_the_last(day, months):
    then = agreements.plus_months(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then + timedelta(1)).day == 1


@given(DAYS, st.integers(0, 1095))
def test_the_limit_is_the_earlier(ends, days):
    limit = agreements.limit_on(ends, days)
    assert limit == min(ends, agreements.notice_on(ends, days))


def test_family_trees():
    parents = [("D", "C"), ("C", "A"), ("B", "A"), ("A", None), ("Z", None)]
    assert agreements.family("A", parents) == [("A", 0), ("B", 1), ("C", 1), ("D", 2)]
    assert agreements.makes_loop("A", "D", dict(parents))
    assert not agreements.makes_loop("D", "B", dict(parents))


FACTS = st.builds(
    clocks.Facts, state=st.sampled_from(agreements.STATES), binding=st.booleans(), signed_on=st.none() | DAYS,
    ends_on=st.none() | DAYS, notice_days=st.none() | st.integers(0, 365), ended_on=st.none() | DAYS,
)


@given(FACTS, DAYS, DAYS)
def test_what_was_due_stays_due(facts, first, second):
    early, late = sorted((first, second))
    before, after = clocks.due(facts, {}, early), clocks.due(facts, {}, late)
    assert {d.key for d in before} <= {d.key for d in after}
    assert len({d.key for d in after}) == len(after)
    assert all(d.remind_on <= late and d.remind_on <= d.due_on <= d.escalate_on for d in after)


def test_clocks_of_a_binding_agreement():
    facts = clocks.Facts("effective", True, date(2024, 1, 31), date(2026, 1, 31), 90)
    found = {(d.clock, d.number): d.due_on for d in clocks.due(facts, {}, date(2025, 6, 30))}
    assert found["council_report", 1] == date(2024, 3, 21)
    assert found["action_plan", 1] == date(2024, 4, 30)
    assert [found["progress", n] for n in (1, 2, 3, 4)] == [
        date(2024, 4, 30), date(2024, 7, 31), date(2024, 10, 31), date(2025, 1, 31)]
    assert found["review", 1] == date(2025, 1, 31)
    assert found["renewal_first", 1] == date(2025, 5, 6), "180 days before the notice day, 2 November 2025"
    assert clocks.due(facts, {"council_report": 30}, date(2024, 3, 1))[0].due_on == date(2024, 3, 1)


def test_without_obligation_only_renewals():
    facts = clocks.Facts("signed", False, date(2024, 1, 1), date(2024, 12, 31), None)
    assert {d.clock for d in clocks.due(facts, {}, date(2025, 6, 1))} == set(clocks.RENEWALS)


def test_a_later_reminder_replaces_the_earlier():
    facts = clocks.Facts("signed", False, date(2024, 1, 1), date(2024, 12, 31), None)
    dues = clocks.due(facts, {}, date(2024, 12, 30))
    assert [d.clock for d in clocks.unanswered(dues, [])] == ["renewal_third"]
    assert [d.clock for d in clocks.unanswered(dues, [dues[-1].key])] == ["renewal_second"]


def test_after_the_end_nothing_new_is_owed():
    facts = clocks.Facts("lapsed", True, date(2024, 1, 1), date(2026, 1, 1), None, ended_on=date(2024, 3, 1))
    assert {d.clock for d in clocks.due(facts, {}, date(2025, 1, 1))} == {"council_report"}


@given(st.lists(st.integers(0, 50), min_size=1, max_size=12))
def test_gini_by_its_other_definition(uses):
    """Half the mean difference relative to the mean, over all pairs."""
    found = kpis.gini(uses)
    if not sum(uses):
        assert found is None
        return
    pairs = sum(abs(a - b) for a in uses for b in uses)
    assert found is not None
    assert abs(found - Decimal(pairs) / Decimal(2 * len(uses) * sum(uses))) < Decimal("1e-20")


def test_gini_has_no_negative_uses():
    with pytest.raises(ValueError, match="below zero"):
        kpis.gini([1, -1])


@given(st.lists(st.integers(0, 100).map(Decimal), min_size=1, max_size=9))
def test_quantiles_lie_between(values):
    half, most = kpis.quantile(values, Decimal("0.5")), kpis.quantile(values, Decimal("0.9"))
    assert half is not None and most is not None
    assert min(values) <= half <= most <= max(values)
    assert kpis.quantile([], Decimal("0.5")) is None


def test_a_kpi_says_everything_in_both_languages():
    said, over = Text(ko="말", en="word"), Text(ko="말 {n}건 가운데", en="of {n} words")
    with pytest.raises(ValueError, match="both languages"):
        kpis.Kpi("x", said, said, said, said, Text(ko="말", en=""), over=over)
    with pytest.raises(ValueError, match="base says its number"):
        kpis.Kpi("x", said, said, said, said, said, over=said)
    with pytest.raises(ValueError, match="twice"):
        kpis.declare(next(iter(kpis.REGISTRY.values()))) if kpis.REGISTRY else kpis.declare(
            kpis.declare(kpis.Kpi("x", said, said, said, said, said, over=over)))


def test_percent_and_withheld():
    assert kpis.percent(1, 3) == Decimal("33.3")
    assert kpis.percent(1, 0) is None
    assert kpis.publishable(Decimal(1), 2) is None
    assert kpis.publishable(Decimal(1), 3) == 1


@pytest.mark.parametrize(("amount", "unit", "ko", "en", "full_ko", "full_en"), [
    (10_430_000_000_000, "KRW", "10.4조원", "₩10.4 tn", "10,430,000,000,000원", "₩10,430,000,000,000"),
    (677_600_000_000, "KRW", "6,776억원", "₩678 bn", "677,600,000,000원", "₩677,600,000,000"),
    (45_000, "KRW", "4.5만원", "₩45 k", "45,000원", "₩45,000"),
    (125_000_00, "USD", "12.5만 달러", "$125 k", "125,000.00달러", "$125,000.00"),
    (17_975, "person", "1.8만명", "17,975 people", "17,975명", "17,975 people"),
    (1, "person", "1명", "1 person", "1명", "1 person"), (0, "item", "0건", "0 items", "0건", "0 items"),
])  # fmt: skip
def test_amounts_as_they_are_said(amount, unit, ko, en, full_ko, full_en):
    assert amounts.short(Decimal(amount), unit) == Text(ko=ko, en=en)
    assert amounts.full(Decimal(amount), unit) == Text(ko=full_ko, en=full_en)


@pytest.mark.parametrize(("day", "fixed"), [
    (date(2027, 3, 1), date(2026, 12, 31)), (date(2027, 3, 31), date(2027, 3, 31)), (date(2027, 4, 1), date(2027, 3, 31)),
    (date(2027, 12, 31), date(2027, 12, 31)), (date(2028, 2, 29), date(2027, 12, 31)),
])
def test_figures_go_out_as_of_the_end_of_a_quarter(day, fixed):
    assert kpis.fixed_day(day) == fixed


@pytest.mark.parametrize(("base", "before", "hidden"), [
    (4, 3, True), (5, 3, True), (6, 3, False), (3, 3, False), (3, 5, True), (3, None, False), (3, 2, False),
])
def test_a_difference_of_one_or_two_does_not_go_out(base, before, hidden):
    assert kpis.told_apart(base, before) == hidden
