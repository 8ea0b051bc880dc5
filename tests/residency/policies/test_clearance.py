"""Nothing left is proved line by line, and what was never counted is not nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.residency.policies import clearance
from squaremile.residency.policies.clearance import KINDS, Line

CLEAR = [Line(kind, "piece", Decimal(3), Decimal(3), signed=True) for kind in KINDS]
amounts = st.decimals(0, 10_000, places=3)


def test_all_counted_settled_and_signed_is_zero():
    proof = clearance.proof(CLEAR)
    assert proof.zero and proof.withheld_by == ()
    assert clearance.counts(CLEAR) == {"cleared": 11, "unsigned": 0, "open": 0, "uncounted": 0}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_alone_withholds(kind):
    rest = [line for line in CLEAR if line.kind != kind]
    (verdict,) = clearance.proof(rest).withheld_by
    assert (verdict.kind, verdict.state) == (kind, "uncounted")
    (verdict,) = clearance.proof([*rest, Line(kind, "kg", Decimal("2.50"), Decimal("2.25"), signed=True)]).withheld_by
    assert (verdict.state, verdict.arithmetic.en) == ("open", "2.5 - 2.25 = 0.25 kg")
    (verdict,) = clearance.proof([*rest, Line(kind, "kg", Decimal(1), Decimal(1))]).withheld_by
    assert verdict.state == "unsigned"


def test_more_settled_than_there_was_is_no_zero():
    over = Line("waste", "box", Decimal(2), Decimal(3), signed=True)
    assert (over.cleared, clearance.judge("waste", [over]).state) == (False, "open")


def test_units_are_never_added():
    mixed = [Line("chemicals", "kg", Decimal(1), Decimal(2), True), Line("chemicals", "litre", Decimal(2), Decimal(1), True)]
    said = clearance.judge("chemicals", mixed)
    assert (said.state, said.arithmetic.ko) == ("open", "1 - 2 = -1 kg; 2 - 1 = 1 L")


@given(st.lists(st.builds(Line, kind=st.sampled_from(KINDS), unit=st.just("kg"), opening=amounts, settled=amounts,
                          signed=st.booleans()), max_size=8))  # fmt: skip
def test_zero_means_every_line_is_nothing_and_signed(lines):
    proof = clearance.proof([*CLEAR, *lines])
    assert proof.zero == all(line.remaining == 0 and line.signed for line in lines)
    if lines:
        settled = [replace(line, settled=line.opening, signed=True) for line in lines]
        assert clearance.proof([*CLEAR, *settled]).zero


@pytest.mark.parametrize(("amount", "shown"), [("2.50", "2.5"), ("100", "100"), ("0", "0"), ("0.000", "0"), ("1E+3", "1000")])
def test_amounts_are_said_plainly(amount, shown):
    assert clearance.plain(Decimal(amount)) == shown
