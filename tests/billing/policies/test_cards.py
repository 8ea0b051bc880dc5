"""Every fault of a card at its JSON path, and a sound card that has everything."""

from datetime import date

import pytest

from squaremile.billing.policies import credits
from squaremile.billing.policies.places import Unsound
from squaremile.billing.policies.reading import lint, read
from tests.billing.cards import TAXES, bench, card_of, item, said

V, ITEM = "$.versions[0]", "$.versions[0].items[0]"


def faults(card):
    return [fault.where for fault in lint(card)]


def broken(**change):
    return faults(card_of({**item(), **change}))


def test_a_sound_card_has_no_faults():
    assert lint(card_of(item(), bench({"kind": "monthly", "rate": 5, "day_count": "30"}), document={"step": 10, "how": "down"})) == []


@pytest.mark.parametrize(("change", "where"), [
    ({"code": "with space"}, f"{ITEM}.code"), ({"label": {"ko": "한"}}, f"{ITEM}.label"), ({"counted_in": "furlong"}, f"{ITEM}.counted_in"),
    ({"unit": "kg"}, f"{ITEM}.unit"), ({"price": {"kind": "free"}}, f"{ITEM}.price.kind"), ({"tax": "none"}, f"{ITEM}.tax"),
    ({"price": {"kind": "flat", "rate": 0.1}}, f"{ITEM}.price.rate"), ({"price": {"kind": "flat", "rate": -1}}, f"{ITEM}.price.rate"),
    ({"price": {"kind": "flat", "rate": "1e400"}}, f"{ITEM}.price.rate"), ({"price": {"kind": "flat", "rate": True}}, f"{ITEM}.price.rate"),
    ({"price": {"kind": "flat", "rate": 1, "size": 2}}, f"{ITEM}.price.size"), ({"roundign": {}}, f"{ITEM}.roundign"),
    ({"price": {"kind": "package", "rate": 1, "size": 0}}, f"{ITEM}.price.size"),
    ({"price": {"kind": "volume", "tiers": [{"up_to": 5, "rate": 1}]}}, f"{ITEM}.price.tiers[0].up_to"),
    ({"price": {"kind": "volume", "tiers": []}}, f"{ITEM}.price.tiers"),
    ({"price": {"kind": "graduated", "tiers": [{"up_to": 5, "rate": 1}, {"up_to": 5, "rate": 1}, {"rate": 1}]}}, f"{ITEM}.price.tiers[1].up_to"),
    ({"classes": {"x": {"kind": "monthly", "rate": 1}}}, f"{ITEM}.classes.x.kind"), ({"classes": []}, f"{ITEM}.classes"),
    ({"price": {"kind": "percentage", "percent": 5}}, f"{ITEM}.counted_in"), ({"rounding": {"step": 0}}, f"{ITEM}.rounding.step"),
    ({"assisted": {"rate": 1, "percent": 1}}, f"{ITEM}.assisted"), ({"discounts": [{"at_least": 1, "percent": 101}]}, f"{ITEM}.discounts[0].percent"),
    ({"subjects": ["a", "a"]}, f"{ITEM}.subjects"), ({"basis": "guess"}, f"{ITEM}.basis"), ({"minimum": None, "price": 5}, f"{ITEM}.price"),
])  # fmt: skip
def test_a_fault_is_told_at_its_path(change, where):
    assert where in broken(**change)


WINDOW = {"code": "p", "label": said("p"), "days": ["mon"], "from": "09:00", "to": "12:00", "factor": 2}


@pytest.mark.parametrize(("windows", "where"), [
    ([{**WINDOW, "to": "09:00"}], "peak[0].to"), ([{**WINDOW, "days": ["someday"]}], "peak[0].days"),
    ([WINDOW, {**WINDOW, "code": "q", "from": "11:00"}], "peak[1]"), ([{**WINDOW, "from": "9"}], "peak[0].from"),
])  # fmt: skip
def test_windows(windows, where):
    assert f"{ITEM}.{where}" in broken(peak=windows)


def test_two_items_never_price_the_same_thing():
    assert faults(card_of(item(), {**item("other"), "subjects": ["cyto"]})) == [f"{V}.items[1].subjects[0]"]
    assert faults(card_of({**item(), "subjects": []}, {**item("other"), "subjects": []})) == [f"{V}.items[1].meter"]


def test_a_monthly_price_has_no_peak_and_counts_places():
    price = {"kind": "monthly", "rate": 1}
    assert faults(card_of({**bench(price), "peak": []})) == [f"{ITEM}.peak"]
    assert faults(card_of({**bench(price), "counted_in": "minute"})) == [f"{ITEM}.counted_in"]
    tiers = [{"up_to": "1.5", "rate": 1}, {"rate": 2}]
    assert faults(card_of(bench({"kind": "monthly", "tiers": tiers}))) == [f"{ITEM}.price.tiers[0].up_to"]


def test_versions_follow_one_another():
    def version(number, since, until=None):
        return {"version": number, "from": since, "to": until, "taxes": TAXES, "items": [item()]}

    card = card_of(versions=[version(2, "2026-02-01", "2026-04-01"), version(2, "2026-03-01"), version(3, "2026-03-01", "2026-01-01")])
    assert faults(card) == ["$.versions[1].version", "$.versions[1].from", "$.versions[2].from", "$.versions[2].to"]
    sound = read(card_of(versions=[version(1, "2026-02-01", "2026-04-01"), version(2, "2026-05-01")]))
    days = ((1, 31), (2, 1), (3, 31), (4, 1), (5, 1))
    assert [v and v.number for v in (sound.version_on(date(2026, m, d)) for m, d in days)] == [None, 1, 1, None, 2]


@pytest.mark.parametrize("card", [None, [], "text", 5, {}, {"versions": [None]}, {"versions": [{"items": [[]], "taxes": {"a": 1}}]}])
def test_nonsense_is_refused_with_faults(card):
    with pytest.raises(Unsound):
        read(card)


def test_faults_of_caps_taxes_and_the_head():
    card = card_of(item(), caps=[{"code": "c", "label": said("c"), "per": "cat", "amount": "0.5", "items": ["nothing"]}], zone="Mars")
    card["versions"][0]["taxes"]["exempt"]["percent"] = 5
    card["document"] = {"step": "0.5"}
    assert faults(card) == [
        "$.document.step", f"{V}.taxes.exempt.percent", f"{V}.caps[0].amount", f"{V}.caps[0].items", f"{V}.caps[0].per", "$.zone",
    ]  # fmt: skip


def test_faults_speak_both_languages():
    for fault in lint(card_of({**item(), "code": "!", "tax": "x", "unit": "kg"})):
        assert fault.says.ko.endswith((".", "다.", "오.")) and fault.says.en.endswith(".")


def test_faults_of_vouchers_and_wallets():
    voucher = {"code": "v", "label": said("v"), "percent": 0, "limit": "0.5", "used": 3}
    wallet = {"code": "w", "label": said("w"), "company": "ORG-A", "balance": -5, "from": "2026-02-01", "to": "2026-01-01"}
    assert [f.where for f in credits.lint({"vouchers": [voucher, voucher], "wallets": [wallet]}, "KRW")][:3] == [
        "$.vouchers[0].used", "$.vouchers[0].percent", "$.vouchers[0].limit",
    ]  # fmt: skip
    assert {"$.vouchers[1].code", "$.wallets[0].balance", "$.wallets[0].to"} <= {
        f.where for f in credits.lint({"vouchers": [voucher, voucher], "wallets": [wallet]}, "KRW")
    }
