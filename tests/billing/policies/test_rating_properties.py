"""What holds for every card and every set of events: order does not matter, sums are sums, again is the same."""

from datetime import timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.billing.policies import credits
from squaremile.billing.policies.bill import Sums, bills
from squaremile.billing.policies.credits import shared_out
from squaremile.billing.policies.rating import Line, rate_all
from squaremile.billing.policies.reasons import chain
from tests.billing.cards import at, bench, held, item, said, sound, use

TIERS = [{"up_to": 2, "rate": "33.3"}, {"up_to": 7, "rate": 20}, {"rate": "7.77"}]
PEAK = [{"code": "day", "label": said("day"), "days": ["mon", "tue", "wed"], "from": "09:30", "to": "18:00", "factor": "1.35"}]
CARD = sound(
    item("flat", {"kind": "flat", "rate": "123.45", "fixed": 3}, rounding={"step": 15, "how": "up"}, minimum=30, peak=PEAK),
    item("tiered", {"kind": "tiered", "tiers": TIERS}, discounts=[{"at_least": 1, "percent": 5}, {"at_least": 3, "percent": "12.5"}]),
    item("graduated", {"kind": "graduated", "tiers": TIERS}, assisted={"percent": 30}, tax="zero"),
    item("volume", {"kind": "volume", "tiers": TIERS, "per": "person"}, basis="greater"),
    item("package", {"kind": "package", "rate": 700, "size": 3, "per": "project"}, tax="exempt"),
    bench({"kind": "monthly", "tiers": [{"up_to": 1, "rate": 1750}, {"rate": 1000}]}),
    caps=[{"code": "pp", "label": said("pp"), "per": "person_project", "amount": 900, "items": ["flat", "graduated"]},
          {"code": "all", "label": said("all"), "per": "company", "amount": 6000}],
    document={"step": 10, "how": "down"},
)  # fmt: skip
GIVEN = credits.read({
    "vouchers": [{"code": "S", "label": said("S"), "percent": "33.3", "limit": 1500, "priority": 2},
                 {"code": "G", "label": said("G"), "percent": 100, "items": ["bench"], "limit": 900, "per": "month", "priority": 1}],
    "wallets": [{"code": "W", "label": said("W"), "company": "ORG-A", "balance": 700, "items": ["flat", "bench"]}],
}, "KRW")  # fmt: skip
WORDS = st.sampled_from


@st.composite
def events(draw):
    found = []
    for n in range(draw(st.integers(1, 14))):
        if draw(st.integers(0, 5)) == 0:
            first, days = draw(st.integers(1, 25)), draw(st.integers(1, 40))
            found.append(held(f"e{n}", f"B{n}", first, first + days, days * draw(st.integers(1, 2)), draw(WORDS(["ORG-A", "ORG-B"]))))
            continue
        minutes = draw(st.integers(1, 2000))
        found.append(use(
            f"e{n}", Fraction(draw(st.integers(0, 4000)), draw(WORDS([1, 4]))), draw(WORDS(["flat", "tiered", "graduated", "volume", "package"])),
            at(draw(st.integers(1, 40)), draw(st.integers(0, 23))), minutes, draw(WORDS(["ORG-A", "ORG-B"])),
            person=draw(WORDS("PQ")), project=draw(WORDS("XY")), assisted=draw(st.booleans()), booked=Fraction(draw(st.integers(0, 300))),
        ))
    return found


def lines(given_events):
    found = rate_all(CARD, given_events)
    assert all(isinstance(line, Line) for line in found)
    return found


def all_bills(found, given_credits=GIVEN):
    sums = Sums()
    for line in found:
        sums.add(line)
    return list(bills(CARD, sums, given_credits))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_order_of_arrival_changes_nothing_and_neither_does_another_run(data):
    made = data.draw(events())
    shuffled = data.draw(st.permutations(made))
    assert lines(shuffled) == lines(made)
    assert all_bills(lines(shuffled)) == all_bills(lines(made))
    again = data.draw(st.permutations(made + made[:3]))
    assert lines(again) == lines(made)


@settings(max_examples=60, deadline=None)
@given(events())
def test_a_bill_adds_up(made):
    found = lines(made)
    for bill in all_bills(found):
        of = [line for line in found if (line.event.company, line.month) == (bill.company, bill.month)]
        assert sum(r.net for r in bill.rows if r.kind == "use") == sum(line.net for line in of)
        assert bill.net == sum(r.net for r in bill.rows) == sum(t.base for t in bill.taxes)
        assert bill.tax == sum(r.tax for r in bill.rows) == sum(t.amount for t in bill.taxes)
        assert bill.net + bill.tax == bill.gross and all(r.net + r.tax == r.gross for r in bill.rows)
        assert bill.gross - sum(p.amount for p in bill.wallets) + bill.rounding == bill.payable
        assert min(bill.net, bill.payable, *(line.net for line in of)) >= 0 and -10 < bill.rounding <= 0


@settings(max_examples=60, deadline=None)
@given(events())
def test_caps_limits_and_balances_hold(made):
    found = lines(made)
    spent = {}
    for line in found:
        for cap in line.caps:
            key = (cap.code, line.month, line.event.company, *((line.event.person, line.event.project) if cap.code == "pp" else ()))
            assert cap.before == spent.get(key, 0)
            spent[key] = cap.before + cap.charged
    assert all(used <= {"pp": 900, "all": 6000}[key[0]] for key, used in spent.items())
    made_bills = all_bills(found)
    for company in ("ORG-A", "ORG-B"):
        mine = [b for b in made_bills if b.company == company]
        assert -sum(r.net for b in mine for r in b.rows if r.code == "S") <= 1500
        assert sum(p.amount for b in mine for p in b.wallets) <= 700
        assert all(-sum(r.net for r in b.rows if r.code == "G") <= 900 for b in mine)


@settings(max_examples=60, deadline=None)
@given(events())
def test_every_amount_has_its_chain_in_both_languages(made):
    for line in lines(made):
        found = chain(CARD, line)
        order = [r.rule for r in found]
        assert order[0] in ("quantity", "days") and all(r.text.ko and r.text.en and "{" not in r.text.ko + r.text.en for r in found)
        assert line.amount == 0 or {"rate", "month"} & set(order)


@given(st.integers(0, 10**9), st.dictionaries(st.integers(0, 9), st.integers(0, 10**9), min_size=1))
def test_shares_add_up_and_none_is_above_its_figure(amount, among):
    whole = sum(among.values())
    amount = min(amount, whole)
    shares = shared_out(amount, among)
    assert sum(shares.values()) == amount
    assert all(0 <= shares[key] <= among[key] for key in among)


@settings(max_examples=40, deadline=None)
@given(events(), st.integers(1, 60))
def test_a_longer_use_never_costs_less_at_a_flat_price(made, more):
    """Rounding, minimum and peak are monotone in the quantity."""
    card = sound(item("flat", {"kind": "flat", "rate": "123.45", "fixed": 3}, rounding={"step": 15, "how": "up"}, minimum=30))
    for event in made:
        if event.subject == "flat" and event.quantity:
            longer = use("x", event.quantity + more, "flat", event.start, 60 + timedelta(minutes=more).seconds // 60)
            assert rate_all(card, [event])[0].net <= rate_all(card, [longer])[0].net
