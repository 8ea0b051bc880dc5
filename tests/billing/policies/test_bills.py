"""A month as a bill: vouchers, subsidies with a yearly cap, tax by kind, wallets, rounding of the document."""

from squaremile.billing.policies import credits
from squaremile.billing.policies.bill import Sums, bills
from squaremile.billing.policies.rating import Line, rate_all
from squaremile.billing.policies.reasons import say
from tests.billing.cards import at, item, said, sound, use


def billed(card, events, given=None):
    sums = Sums()
    for line in rate_all(card, events):
        assert isinstance(line, Line)
        sums.add(line)
    return list(bills(card, sums, credits.read(given or {}, card.currency)))


SUBSIDY = {
    "code": "TP-80", "label": {"ko": "장비 활용 지원", "en": "Equipment subsidy"}, "percent": 80, "limit": 2000000, "per": "year",
    "companies": ["ORG-A"], "paid_by": "JBTP",
}  # fmt: skip
CARD = sound(item(price={"kind": "flat", "rate": 1000000}))


def test_a_subsidy_runs_into_its_yearly_cap():
    months = [use(f"u{m}", 60, start=at(3, month=m)) for m in (8, 9, 10, 11)] + [use("r", 60, company="ORG-B", start=at(3, month=8))]
    found = billed(CARD, months, {"vouchers": [SUBSIDY]})
    mine = [b for b in found if b.company == "ORG-A"]
    assert [[row.net for row in b.rows] for b in mine] == [[1000000, -800000], [1000000, -800000], [1000000, -400000], [1000000, 0]]
    assert [(b.net, b.tax, b.gross) for b in mine] == [(200000, 20000, 220000)] * 2 + [(600000, 60000, 660000), (1000000, 100000, 1100000)]
    assert say(CARD, mine[2].rows[1].step).en == (
        "Equipment subsidy: 80 % of ₩1,000,000 = ₩800,000, ₩1,600,000 used of ₩2,000,000 a year → -₩400,000")
    assert [len(b.rows) for b in found if b.company == "ORG-B"] == [1]


def test_what_was_used_before_counts_and_a_new_year_begins_anew():
    subsidy = {**SUBSIDY, "used": {"2026": 1900000}}
    found = billed(CARD, [use("a", 60, start=at(3, month=12)), use("b", 60, start=at(3, month=12).replace(year=2027))], {"vouchers": [subsidy]})
    assert [b.rows[1].net for b in found] == [-100000, -800000]


def test_vouchers_follow_their_priority_on_what_is_left():
    golden = {"code": "GT", "label": said("Golden"), "percent": 100, "items": ["bench"], "priority": 1}
    half = {"code": "HALF", "label": said("Half"), "percent": 50, "priority": 2}
    card = sound(item(price={"kind": "flat", "rate": 1000}), item("bench", {"kind": "flat", "rate": 500}))
    (bill,) = billed(card, [use("a"), use("b", subject="bench")], {"vouchers": [half, golden]})
    assert [(r.code, r.net) for r in bill.rows] == [("bench", 500), ("cyto", 1000), ("GT", -500), ("HALF", -500)]


def test_tax_is_of_the_document_by_kind():
    card = sound(item(price={"kind": "flat", "rate": 1005}), item("free", {"kind": "flat", "rate": 777}, tax="exempt"), tax_rounding="down")
    (bill,) = billed(card, [use("a"), use("b", start=at(4)), use("c", subject="free")])
    assert [(t.tax.category, t.base, t.amount) for t in bill.taxes] == [("exempt", 777, 0), ("taxable", 2010, 201)]
    assert (bill.net, bill.tax, bill.gross) == (2787, 201, 2988)


def test_wallets_pay_in_turn_and_their_balance_runs_on():
    card = sound(item(price={"kind": "flat", "rate": 1000}), item("other", {"kind": "flat", "rate": 100}))
    wallet = {"label": said("Wallet"), "company": "ORG-A"}
    given = {"wallets": [
        {**wallet, "code": "LATE", "balance": 5000, "priority": 2}, {**wallet, "code": "SOON", "balance": 800, "to": "2026-12-01"},
        {**wallet, "code": "CYTO", "balance": 500, "items": ["cyto"], "priority": 1}, {**wallet, "code": "GONE", "balance": 9, "to": "2026-11-01"},
        {**wallet, "code": "RIVAL", "balance": 999, "company": "ORG-B"},
    ]}  # fmt: skip
    november, december = billed(card, [use("a"), use("b", subject="other"), use("c", start=at(3, month=12))], given)
    assert [(p.code, p.amount) for p in november.wallets] == [("CYTO", 500), ("LATE", 710)]
    assert [(p.code, p.amount) for p in december.wallets] == [("LATE", 1100)]
    assert (november.gross, november.payable) == (1210, 0)
    assert say(card, december.wallets[0].step).en == "Wallet: ₩1,100 of the balance ₩4,290, ₩3,190 left"


def test_the_document_is_rounded_last_as_a_line_of_its_own():
    card = sound(item(price={"kind": "flat", "rate": 1234}), document={"step": 10, "how": "down"})
    (bill,) = billed(card, [use()])
    assert (bill.gross, bill.rounding, bill.payable) == (1357, -7, 1350)
    assert say(card, bill.document).ko == "₩10 단위로 내림: ₩1,357 → ₩1,350"
