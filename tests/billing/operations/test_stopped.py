"""The machine stops at a point of the close and comes back: the month comes out as if it had never stopped."""

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Bill, BillLine, Close, Invoice, InvoiceLine, Posting
from squaremile.billing.reads import evidence
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from tests.billing.making import FEBRUARY, at, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
POINTS = (
    ("closing", "rating.rated"), ("closing", "write"), ("closing", "_odd"), ("closing", "_drafted"), ("closing", "_line"), ("closing", "_compare"),
    ("closing", "_advance"), ("issuing", "_next"), ("issuing", "enter"), ("issuing", "finish"),
)  # fmt: skip


class Stopped(Exception):
    """As if the power had gone."""


def broken_once(monkeypatch: pytest.MonkeyPatch, module: str, name: str) -> list[str]:
    """The second call of that function stops everything; later ones work. Gives back what happened."""
    room: Any = import_module(f"squaremile.billing.operations.{module}")
    first, _, rest = name.partition(".")
    room, name = (getattr(room, first), rest) if rest else (room, first)
    whole, calls = getattr(room, name), list[str]()

    def stops(*args: Any, **kwargs: Any) -> Any:
        calls.append(name)
        if len(calls) == 2:
            raise Stopped
        return whole(*args, **kwargs)

    monkeypatch.setattr(room, name, stops)
    return calls


def month(world: World) -> tuple[Any, ...]:
    """February from confirmed usage to issued, the worker coming back an hour after whatever happens."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        for n, whose in enumerate(("HANBIT", "HANBIT", "SAEBOM")):
            used(world, f"u:{n}", 60 + n, at(3 + n), whose=whose)
    with clock.as_of(MONDAY), world.as_("finance"):
        close = billing.confirm_usage(issuer="JB", month=FEBRUARY).code
    worked_on(MONDAY)
    with clock.as_of(MONDAY + timedelta(hours=9)), world.as_("finance"):
        billing.show_bills(close=close)
    with clock.as_of(MONDAY + timedelta(days=6)), scope(system("worker")):
        billing.accept_silent()
    with clock.as_of(MONDAY + timedelta(days=6)), world.as_("finance"):
        billing.release_close(close=close)
    worked_on(MONDAY + timedelta(days=6))
    with world.as_("finance"):
        assert Close.objects.get(code=close).state == "issued"
        assert sum(Posting.objects.values_list("amount", flat=True)) == 0
        return (
            sorted((row.origin, row.part, row.net.minor) for bill in Bill.objects.all() for row in evidence.of_bill(bill.id, "KRW")),
            sorted(BillLine.objects.values_list("organisation", "number", "net")),
            sorted(Invoice.objects.values_list("sequence", "payable")), InvoiceLine.objects.count(),
            sorted(Posting.objects.values_list("book", "amount")), set(Bill.objects.values_list("state", flat=True)),
        )


def worked_on(since: Any) -> None:
    for hour in range(3):
        with clock.as_of(since + timedelta(hours=hour)):
            worked()


@pytest.mark.parametrize(("module", "name"), POINTS)
def test_a_close_goes_on_where_it_was(world: World, monkeypatch: pytest.MonkeyPatch, module: str, name: str):
    calls = broken_once(monkeypatch, module, name)
    found = month(world)
    assert len(calls) > 2
    charges, _, invoices, lines, postings, states = found
    assert [(origin, net) for origin, _, net in charges] == [("u:0", 45_000), ("u:1", 56_250), ("u:2", 56_250)]
    assert (sorted(payable for _, payable in invoices), [n for n, _ in invoices]) == ([61_870, 111_370], [1, 2])
    assert (lines, states, len(postings)) == (2, {"issued"}, 8)
