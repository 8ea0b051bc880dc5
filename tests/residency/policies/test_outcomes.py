"""Outcomes: what an entry needs, which of a chain stands, what each figure is, and what is withheld."""

from datetime import UTC, date, datetime
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.residency.policies.disclosing import disclosed
from squaremile.residency.policies.indicators import CODES, DEFINITIONS, FEWEST, chosen, definition, figures
from squaremile.residency.policies.measuring import Known, Life
from squaremile.residency.policies.outcomes import KINDS, Outcome, lacking, standing
from squaremile.residency.words import indicators as words
from squaremile.residency.words import outcomes as kinds

DAY = date(2027, 3, 1)
number = count(1)


def said(company, kind, on=date(2026, 6, 1), **more):
    return Outcome(f"o{next(number)}", company, kind, on, **more)


def raised(company, amount, on=date(2026, 6, 1), **more):
    return said(company, "capital", on, **{"amount": amount, "currency": "KRW", "source": "venture", "round": "seed", **more})


def known(*outcomes, lives=(), day=DAY, since=date(2000, 1, 1)):
    return Known(day, tuple(lives), tuple(standing(outcomes)), since)


def values(given, code, version=0):
    made = figures(given, [definition(code, version)])
    return {(f.part, f.currency): f.value for f in made}


def test_everything_declared_has_its_words():
    assert set(KINDS) == set(kinds.KINDS) == set(kinds.MEASURED)
    assert set(CODES) == set(words.NAMES)
    for each in DEFINITIONS:
        assert str(each.name), str(each.unit_said)
        assert str(each.as_of_said), str(each.disclosure)
    with pytest.raises(KeyError):
        chosen({"happiness": 1})
    with pytest.raises(KeyError):
        chosen({"capital": 9})


@pytest.mark.parametrize(
    ("kind", "given", "wanted"),
    [
        ("capital", {"amount": 5, "currency": "KRW", "source": "grant"}, ""), ("capital", {}, "amount"),
        ("capital", {"amount": 5, "currency": "KRW"}, "source"), ("capital", {"amount": 5, "source": "grant"}, "currency"),
        ("capital", {"amount": -5, "currency": "KRW"}, "amount"), ("ipo", {}, ""), ("ipo", {"currency": "KRW"}, "amount"),
        ("jobs", {"count": 0}, ""), ("jobs", {}, "count"), ("patent_filed", {"count": 0}, "count"),
        ("jobs", {"amount": 3, "currency": "KRW"}, "count"), ("nps", {"count": 11}, "count"), ("closed", {}, ""),
        ("founders", {"count": 2}, "of"), ("founders", {"count": 2, "of": 1}, "of"), ("founders", {"count": 1, "of": 3}, ""),
        ("closed", {"amount": 1, "currency": "KRW"}, "date"),
    ],
)  # fmt: skip
def test_what_an_entry_lacks(kind, given, wanted):
    asked = {"amount": None, "currency": "", "count": None, "of": None, "source": "", **given}
    assert lacking(kind, **asked) == wanted


def test_the_last_of_a_chain_stands_as_it_was_known_then():
    early, late = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 8, 1, tzinfo=UTC)
    first = Outcome("a", "A", "jobs", DAY, count=5, entered=early)
    second = Outcome("b", "A", "jobs", DAY, count=7, entered=late, corrects="a")
    gone = Outcome("c", "A", "jobs", DAY, entered=late, corrects="b", withdrawn=True)
    assert standing([second, first]) == [second]
    assert standing([first, second], known_by=early) == [first]
    assert standing([first, second, gone]) == []


def test_capital_in_two_versions_by_source_by_round_and_of_the_year():
    given = known(
        raised("A", 100), raised("B", 40, date(2025, 1, 1), source="grant", round="none"),
        raised("C", 7, currency="USD"), said("C", "acquisition", amount=1000, currency="KRW"), said("B", "ipo"),
    )  # fmt: skip
    assert values(given, "capital", 1) == {("", "KRW"): 1140, ("", "USD"): 7}
    assert values(given, "capital") == {("", "KRW"): 140, ("", "USD"): 7}
    assert values(given, "capital_year") == {("", "KRW"): 100, ("", "USD"): 7}
    assert values(given, "capital_by_source") == {("grant", "KRW"): 40, ("venture", "KRW"): 100, ("venture", "USD"): 7}
    assert values(given, "capital_by_round") == {("none", "KRW"): 40, ("seed", "KRW"): 100, ("seed", "USD"): 7}
    assert values(given, "ipos") == {("", ""): 1}


def test_jobs_are_last_head_counts_and_added_ones_differences():
    given = known(
        said("A", "jobs", date(2025, 1, 1), count=3), said("A", "jobs", date(2026, 1, 1), count=10),
        said("B", "jobs", count=4), said("C", "jobs", date(2027, 6, 1), count=99),
    )  # fmt: skip
    assert values(given, "jobs") == {("", ""): 14}
    assert values(given, "jobs_added") == {("", ""): 7}
    assert values(known(), "jobs") == {}


def test_the_regions_share_counts_early_rounds_of_the_whole_year_before():
    region = said("", "regional_financing", date(2026, 12, 31), amount=1000, currency="KRW")
    given = known(region, raised("A", 100), raised("B", 50, round="series_b"), raised("C", 50, date(2027, 1, 5)))
    assert values(given, "regional_share") == {("2026:KRW", ""): 10}
    assert values(known(raised("A", 100)), "regional_share") == {}


def test_companies_by_the_record_of_the_day():
    steps = ((date(2025, 1, 1), "applicant"), (date(2025, 3, 1), "admitted"), (date(2025, 4, 1), "resident"))
    lives = [
        Life("A", steps), Life("B", (*steps, (date(2026, 1, 1), "alumni"))), Life("C", steps[:1]),
        Life("D", ((date(2028, 1, 1), "applicant"),)),
    ]  # fmt: skip
    given = known(said("B", "closed"), lives=lives)
    told = [values(given, f"companies_{s}")["", ""] for s in ("applied", "admitted", "resident", "alumni", "closed")]
    assert told == [3, 2, 1, 0, 1]


def test_survival_is_the_share_not_closed_since_the_first_licence():
    lives = [Life(name, ((date(2020, 1, 1), "resident"),), date(2020, 1, 1)) for name in "ABCD"]
    given = known(said("A", "closed", date(2022, 1, 1)), lives=lives)
    assert values(given, "survival") == {("1", ""): 100, ("3", ""): 75, ("5", ""): 75}
    late = known(lives=lives, since=date(2026, 1, 1))
    assert figures(late, [definition("survival")])[0].companies == frozenset("ABCD")


def test_shares_and_scores():
    given = known(
        said("A", "moved", count=900), said("B", "moved", count=7000), said("C", "moved", count=80_000),
        said("A", "nps", count=10), said("B", "nps", count=3), said("C", "nps", date(2025, 1, 1), count=1),
        said("C", "nps", count=9), said("A", "founders", count=0, of=2), said("B", "founders", count=1, of=2),
    )  # fmt: skip
    assert values(given, "alumni_within") == pytest.approx({("5 km", ""): 100 / 3, ("10 km", ""): 200 / 3})
    assert values(given, "nps") == pytest.approx({("", ""): 100 / 3})
    assert values(given, "founder_diversity") == {("", ""): 50}


def test_what_nobody_looked_at_is_self_reported():
    given = known(
        said("A", "jobs", count=1, evidence=True, verified=True), said("B", "jobs", count=1, evidence=True),
        said("C", "jobs", count=1),
    )  # fmt: skip
    assert figures(given, [definition("jobs")])[0].self_reported == 2


class TestDisclosure:
    def told(self, given, printed=None):
        asked = chosen()
        whose = {o.id: o.company for o in given.outcomes}
        made = disclosed(figures(given, asked), {d.code: d for d in asked}, printed=printed, companies_of=whose)
        return {(f.code, f.part, f.currency): (f.value, f.because) for f in made}

    def test_two_companies_are_too_few(self):
        assert self.told(known(raised("A", 1), raised("B", 2)))["capital", "", "KRW"] == (None, "few")
        assert self.told(known(raised("A", 1), raised("B", 2), raised("C", 3)))["capital", "", "KRW"] == (6, "")

    def test_a_lone_hidden_cell_hides_the_next(self):
        grants = [raised(c, 10, source="grant") for c in "ABC"]
        ventures = [raised(c, 10) for c in "ABCD"]
        told = self.told(known(*grants, *ventures, raised("E", 5, source="debt")))
        cells = {part: value for (code, part, _c), value in told.items() if code == "capital_by_source"}
        assert cells == {"debt": (None, "few"), "grant": (None, "difference"), "venture": (40, "")}

    def test_the_rest_of_the_year_is_hidden_with_it(self):
        this_year = [raised(c, 10) for c in "ABC"]
        told = self.told(known(*this_year, raised("D", 99, date(2020, 1, 1))))
        assert told["capital", "", "KRW"] == (129, "")
        assert told["capital_year", "", "KRW"] == (None, "difference")

    def test_one_company_more_than_last_time_is_not_shown_by_the_difference(self):
        old = [raised(c, 10) for c in "ABC"]
        printed = {("capital", "", "KRW"): frozenset(o.id for o in old)}
        assert self.told(known(*old), printed)["capital", "", "KRW"] == (30, "")
        assert self.told(known(*old, raised("D", 5)), printed)["capital", "", "KRW"] == (None, "difference")
        assert self.told(known(*old, *(raised(c, 5) for c in "DEF")), printed)["capital", "", "KRW"] == (45, "")

    def test_how_many_companies_there_are_is_told(self):
        assert self.told(known(said("A", "ipo")))["ipos", "", ""] == (1, "")

    @settings(max_examples=80)
    @given(st.lists(st.tuples(st.sampled_from("ABCDEF"), st.sampled_from(["venture", "grant", "debt"]),
                              st.sampled_from([2020, 2026])), max_size=14))  # fmt: skip
    def test_nothing_shown_and_no_rest_rests_on_one_or_two(self, rows):
        outcomes = [raised(c, 1, date(year, 6, 1), source=source) for c, source, year in rows]
        asked, given = chosen(), known(*outcomes)
        whose = {o.id: o.company for o in outcomes}
        made = disclosed(figures(given, asked), {d.code: d for d in asked}, companies_of=whose)
        by_code = {d.code: d for d in asked}
        shown = [f for f in made if f.value is not None and by_code[f.code].fewest]
        assert all(len(f.companies) >= FEWEST for f in shown)
        totals = {f.code: f for f in shown if f.code in ("capital", "capital_year")}
        if len(totals) == 2:
            rest = {whose[e] for e in totals["capital"].entries ^ totals["capital_year"].entries}
            assert len(rest) not in (1, 2)
        cells = [f for f in made if f.code == "capital_by_source"]
        hidden = set().union(*(f.companies for f in cells if f.value is None))
        if any(f.value is not None for f in cells):
            assert len(hidden) not in (1, 2)
