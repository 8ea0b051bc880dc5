"""Part of a document is taken back: sponsors get their share of it, and parts add up to the whole."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.billing.policies.bill import Sum, Taken, bill
from squaremile.billing.policies.credits import Credits, Voucher
from squaremile.billing.policies.taking_back import Billed, shares, with_vouchers
from squaremile.kernel.words import Text
from tests.billing.cards import at, item, sound

VAT = ("taxable", "10")
WORD = Text(ko="가", en="A")
CARD = sound(item(), item("sem"), item("desk"))
TAX = CARD.versions[0].items[0].tax


def given_to(percent: int, items: frozenset[str] = frozenset(), **more: object) -> Voucher:
    return Voucher(f"V{percent}", WORD, frozenset(), items, Fraction(percent), None, "year", percent, None, None, **more)  # type: ignore[arg-type]


def billed(sums: dict[str, int], *vouchers: Voucher, taken: dict[str, int] | None = None):
    """The bill of such sums, and its rows as lines of the document."""
    keys = {code: (code, 1) for code in sums}
    off = [Taken(keys[code], f"DI-{code}", WORD, amount) for code, amount in (taken or {}).items()]
    month = at(1).date()
    made = bill(
        CARD, "ORG-A", month, {keys[c]: Sum(c, 1, WORD, "hour", TAX, 1, Fraction(1), net, net) for c, net in sums.items()},
        Credits(vouchers), _used(), {}, off,
    )
    items = {v.code: v.items for v in vouchers}
    by_item = {row.code: n for n, row in enumerate(made.rows, 1)}
    return made, [
        Billed(n, row.kind, row.code, VAT, row.net, items.get(row.code, frozenset()), by_item.get(row.code.removeprefix("DI-")))
        for n, row in enumerate(made.rows, 1)
    ]


def _used():
    from collections import defaultdict

    return defaultdict(int)


def test_the_payers_share_goes_to_the_payer_and_the_sponsors_to_the_sponsor():
    """Of 450,000 she paid a fifth: of 100,000 that is taken back, 20,000 are hers."""
    _, lines = billed({"cyto": 450_000}, given_to(80))
    assert with_vouchers(lines, {}, {1: 100_000}, {1: 450_000, 2: -360_000}) == {1: 100_000, 2: -80_000}
    assert with_vouchers(lines, {}, {1: 100_000, 2: -1}, {1: 450_000, 2: -360_000}) == {1: 100_000, 2: -1}


def test_a_voucher_of_one_item_has_no_share_in_another_and_disputes_were_off_before():
    _, lines = billed({"cyto": 400_000, "sem": 100_000}, given_to(50, frozenset({"cyto"})), taken={"cyto": 200_000})
    assert shares(lines) == {4: {1: 100_000}} == {4: {next(line.number for line in lines if line.item == "cyto"): 100_000}}
    left = {line.number: line.net for line in lines}
    assert with_vouchers(lines, {}, {2: 100_000}, left) == {2: 100_000}


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 10**7), st.integers(0, 10**7), st.sampled_from([1, 33, 80, 100]), st.lists(st.integers(1, 10**6), max_size=4))
def test_parts_add_up_to_what_the_vouchers_gave(cyto, sem, percent, steps):
    _, lines = billed({"cyto": cyto, "sem": sem}, given_to(percent), given_to(50 + percent // 3, frozenset({"cyto"})))
    left, taken = {line.number: line.net for line in lines}, dict[int, int]()
    for step in [*steps, 10**9]:
        asked = {n: min(step, left[n]) for n in (1, 2) if left[n] > 0}
        for n, amount in with_vouchers(lines, taken, asked, left).items():
            taken[n] = taken.get(n, 0) + amount
            left[n] -= amount
    assert not any(left.values())


def test_more_taken_back_than_used_goes_back_to_the_sponsor_no_more_than_it_gave():
    for gave, share in ((80_000, 80_000), (30_000, 30_000), (0, None)):
        made, _ = billed({"cyto": -100_000}, given_to(80, used={"2025": gave}))
        assert [row.net for row in made.rows if row.kind == "voucher"] == ([] if share is None else [share])
        assert made.net == -100_000 + (share or 0)
