"""`squaremile billing price`: prices without a server."""

import json
import tracemalloc

import pytest

from squaremile.cli.billing import events as reading
from squaremile.cli.main import main
from tests.billing.cards import card_of, item, said

HEAD = "id,company,meter,subject,start,end,quantity"


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def row(n, day=3, company="ORG-A", quantity=60, subject="cyto"):
    return f"u{n},{company},minutes,{subject},2026-11-{day:02d}T09:00+09:00,2026-11-{day:02d}T10:00+09:00,{quantity}"


@pytest.fixture
def price(tmp_path, capsys):
    def run(*rows, card=None, given=None, head=HEAD, as_json=True):
        (tmp_path / "card.json").write_text(json.dumps(card or card_of(item())), encoding="utf-8")
        (tmp_path / "events.csv").write_text("\n".join((head, *rows)), encoding="utf-8")
        (tmp_path / "credits.json").write_text(json.dumps(given or {}), encoding="utf-8")
        words = ["--rate-card", str(tmp_path / "card.json"), "--events", str(tmp_path / "events.csv"), "--credits", str(tmp_path / "credits.json")]
        code = main(["billing", "price", *words, *(["--json"] if as_json else [])])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_lines_and_bills_with_their_reasons(price):
    voucher = {"code": "S", "label": said("Subsidy"), "percent": 50, "limit": 30000}
    code, out, _ = price(row(1), row(2, quantity=90), given={"vouchers": [voucher]})
    told = json.loads(out)
    assert (code, [(line["event"], line["net"]) for line in told["lines"]]) == (0, [("u1", "45000"), ("u2", "67500")])
    assert told["lines"][1]["reasons"][1] == {
        "rule": "rate", "version": "lab v1", "ko": "1.5 시간 × ₩45,000 = ₩67,500", "en": "1.5 h × ₩45,000 = ₩67,500"}
    (bill,) = told["bills"]
    assert [bill[k] for k in ("net", "tax", "gross", "payable")] == ["82500", "8250", "90750", "90750"]
    assert [r["net"] for r in bill["rows"]] == ["112500", "-30000"]


def test_a_voucher_pays_for_its_days_alone(price):
    """From the 10th to the 19th: of three uses the one that began then, by the card's clock."""
    voucher = {"code": "S", "label": said("Subsidy"), "percent": 50, "from": "2026-11-10", "to": "2026-11-20"}
    _, out, _ = price(row(1, day=9), row(2, day=10), row(3, day=20), given={"vouchers": [voucher, voucher | {"code": "T", "companies": ["ORG-B"]}]})
    (bill,) = json.loads(out)["bills"]
    assert [r["net"] for r in bill["rows"]] == ["135000", "-22500"]


def test_a_table_for_people(price):
    code, out, _ = price(row(1), as_json=False)
    assert code == 0 and "₩45,000  uses added up: 1" in out and "To pay" in out


def test_what_has_no_price_is_told_and_the_command_fails(price):
    code, out, _ = price(row(1), row(2, subject="ghost"))
    told = json.loads(out)
    assert (code, told["counts"], told["unpriced"][0]["why"]) == (1, {"lines": 1, "unpriced": 1}, "no_item")
    code, out, _ = price(row(2, subject="ghost"), as_json=False)
    assert code == 1 and "u2: No item of the rate card takes this use." in out


def test_many_runs_on_disk_give_the_same_as_one(price, monkeypatch):
    rows = [row(n, n % 28 + 1, f"ORG-{n % 3}") for n in range(50)]
    card = card_of(item(price={"kind": "volume", "tiers": [{"up_to": 10, "rate": 9}, {"rate": 5}]}))
    whole = price(*rows, card=card)
    monkeypatch.setattr(reading, "RUN", 7)
    assert price(*reversed(rows), card=card) == whole


@pytest.mark.parametrize(("rows", "head", "says"), [
    ([row(1, quantity="x")], HEAD, "Line 2, quantity: 'x' cannot be used"), ([row(1), row(1, quantity=5)], HEAD, "u1: two different uses"),
    ([], "id,company", "The columns of the first line do not fit: meter"), ([row(1).replace("+09:00", "")], HEAD, "zone is missing"),
    ([row(1) + ",x"], HEAD, "too many"), ([row(1) + ",maybe"], HEAD + ",assisted", "say yes or no"),
    ([row(1).replace("T10", "T08")], HEAD, "not after the start"), ([row(1) + ",u9"], HEAD + ",corrects", "u1: it corrects no use"),
])  # fmt: skip
def test_rows_that_cannot_be_used_are_named(price, rows, head, says):
    code, _, err = price(*rows, head=head)
    assert code == 2 and says in err


def test_a_fault_of_the_card_is_told_at_its_path(price):
    code, _, err = price(row(1), card=card_of(item(tax="none")))
    assert code == 2 and err.startswith("$.versions[0].items[0].tax: ")


def test_memory_does_not_grow_with_the_events(price, tmp_path, monkeypatch):
    """Ten times the events need hardly more memory: what grows is on the disk."""
    monkeypatch.setattr(reading, "RUN", 200)

    def peak(count):
        (tmp_path / "many.csv").write_text("\n".join((HEAD, *(row(n, n % 28 + 1) for n in range(count)))), encoding="utf-8")
        tracemalloc.start()
        with reading.sorted_events(str(tmp_path / "many.csv")) as found:
            assert sum(1 for _ in found) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(300)
    assert peak(4000) < 2.5 * peak(400)


def test_a_refusal_leaves_nothing_on_the_way_out(price):
    """Two uses of one name that differ: no half of a document."""
    code, out, err = price(row(1, day=2), row(2), row(2, quantity=90))
    assert (code, out) == (2, "") and "u2" in err


def test_files_that_are_no_text_are_refused_in_the_readers_language(price, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    price(row(1))
    words = ["--rate-card", str(tmp_path / "card.json"), "--events", str(tmp_path / "events.csv")]
    (tmp_path / "events.csv").write_bytes("\n".join((HEAD, row(1, subject="현미경"))).encode("cp949"))
    assert main(["billing", "price", *words]) == 2 and "UTF-8로 저장한 CSV가 아닙니다" in capsys.readouterr().err
    (tmp_path / "events.csv").write_text("\n".join((HEAD, row(1, quantity="abc"))), encoding="utf-8")
    assert main(["billing", "price", *words]) == 2 and "'abc' (정확한 수가 아닙니다)" in capsys.readouterr().err
    (tmp_path / "card.json").write_text("{", encoding="utf-8")
    assert main(["billing", "price", *words]) == 2 and "JSON이 아닙니다(1번째 줄 2번째 글자)" in capsys.readouterr().err
