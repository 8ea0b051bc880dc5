"""`kill -9` at ten points of a close, one after the other, a new process each time: the books come out as if nothing had happened."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import (
    Bill,
    BillLine,
    BillTransition,
    Charge,
    ChargeSheet,
    Close,
    CloseTransition,
    Invoice,
    InvoiceLine,
    IssuerNumber,
    Match,
    Posting,
)
from squaremile.core.models import Delivery, Notice, OutboxFact
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from tests.billing.making import FEBRUARY, at, opened, used, worked
from tests.conftest import ROOT
from tests.world import MONDAY, World

RATING: tuple[tuple[int, str, str], ...] = (
    (1, "after", 'INSERT INTO "billing_charge"'), (1, "before", "INSERT INTO billing_charge_sheet"),
    (1, "after", "INSERT INTO billing_charge_sheet"), (1, "commit", "INSERT INTO billing_charge_sheet"),
    (2, "before", 'UPDATE "billing_bill" SET "state"'), (1, "commit", 'INSERT INTO "billing_charge"'),
    (1, "before", 'INSERT INTO "billing_bill_line"'), (1, "after", 'INSERT INTO "billing_bill_line"'), (1, "commit", 'UPDATE "billing_close"'),
)  # fmt: skip
ISSUING: tuple[tuple[int, str, str], ...] = (
    (1, "after", "INSERT INTO billing_invoice_line"), (1, "after", "INSERT INTO billing_issuer_number"),
    (1, "after", 'INSERT INTO "billing_invoice"'), (1, "before", 'INSERT INTO "billing_posting"'),
    (1, "commit", 'INSERT INTO "billing_posting"'), (1, "after", 'INSERT INTO "core_notice"'),
)  # fmt: skip
"""Which statement of its kind, and when: before it, after it, or as its transaction would commit. Bills are rated in an order
that is drawn by lot, so each of them has whatever is waited for: a use on a sheet and a contract."""


def furnished(world: World) -> None:
    """Use, rent, a subsidy near its limit, a wallet, and money that came before it was owed."""
    hanbit = world.organisations["HANBIT"]
    with clock.as_of(MONDAY - timedelta(hours=2)):
        accounts = opened(world)
        for n, whose in enumerate(("HANBIT", "HANBIT", "SAEBOM")):
            used(world, f"u:{n}", 60 + n, at(3 + n), whose=whose)
        with world.as_("finance"):
            for whose in ("HANBIT", "SAEBOM"):
                billing.add_contract(
                    account=accounts[whose], kind="rent", title_ko="벤치", title_en="Bench", month_amount=500_000, first_day=date(2027, 2, 15),
                )
            billing.grant_voucher(
                organisation=hanbit, granted_as="subsidy", title_ko="지원", title_en="Subsidy", percent=Decimal(80), limit=70_000,
                first_day=date(2027, 1, 1),
            )
            wallet = billing.open_wallet(organisation=hanbit, issuer="JB", title_ko="선불", title_en="Prepaid", first_day=FEBRUARY)
            billing.top_up_wallet(wallet=wallet.code, amount=10_000, paid_on=FEBRUARY, bank_reference="w")
            billing.record_payment(account=accounts["SAEBOM"], amount=100_000, paid_on=FEBRUARY, bank_reference="s")


def books(world: World) -> dict[str, Any]:
    """All that a close leaves behind, without the codes that are drawn by lot."""
    with world.as_("finance"):
        found: dict[str, Any] = {
            "charges": sorted(Charge.objects.values_list("organisation", "kind", "first", "net")),
            "sheets": sorted(ChargeSheet.objects.values_list("organisation", "key", "number", "lines", "counted", "amounts", "nets")),
            "lines": sorted(BillLine.objects.values_list("organisation", "number", "kind", "net", "tax")),
            "invoices": sorted(Invoice.objects.values_list("organisation", "net", "tax", "payable", "prepaid_total")),
            "numbers": sorted(Invoice.objects.values_list("code", flat=True)),
            "last": list(IssuerNumber.objects.values_list("series", "year", "last")),
            "invoice lines": sorted(InvoiceLine.objects.values_list("organisation", "number", "net", "tax")),
            "postings": sorted(Posting.objects.values_list("organisation", "book", "amount")),
            "matches": sorted(Match.objects.values_list("organisation", "amount")),
            "steps": sorted(BillTransition.objects.values_list("bill__organisation", "before", "after")),
            "close": sorted(CloseTransition.objects.values_list("before", "after")),
            "states": Counter(Bill.objects.values_list("state", flat=True)),
        }  # fmt: skip
    with scope(system("worker")):
        found["facts"] = sorted(Counter(OutboxFact.objects.values_list("name", flat=True)).items())
        found["handed over"] = sorted(Counter(Delivery.objects.values_list("fact__name", "handler")).items())
        found["waiting"] = OutboxFact.objects.filter(delivered_at=None).count()
        found["told"] = sorted(Counter(Notice.objects.filter(kind__startswith="billing").values_list("recipient", "kind")).items())
    return found


def undisturbed(world: World) -> dict[str, Any]:
    """The same month in one go; nothing of it stays."""
    with transaction.atomic():
        furnished(world)
        close = confirmed(world)
        with clock.as_of(MONDAY):
            worked()
        released(world, close)
        with clock.as_of(MONDAY + timedelta(days=6)):
            worked()
        found = books(world)
        transaction.set_rollback(True)
    return found


def confirmed(world: World) -> str:
    with clock.as_of(MONDAY), world.as_("finance"):
        return billing.confirm_usage(issuer="JB", month=FEBRUARY).code


def released(world: World, close: str) -> None:
    with clock.as_of(MONDAY), world.as_("finance"):
        billing.show_bills(close=close)
    with clock.as_of(MONDAY + timedelta(days=6)):
        with scope(system("worker")):
            billing.accept_silent()
        with world.as_("finance"):
            billing.release_close(close=close)


def ended(database: str, moment: datetime, points: Iterable[tuple[int, str, str]]) -> list[int]:
    """How each process ended that was to die at its point, and at last the one that was to die at none."""
    env = {**os.environ, "DATABASE_APP_URL": database, "SECRET_KEY": settings.SECRET_KEY, "DEBUG": "true", "PYTHONPATH": str(ROOT / "src")}
    said = "".join(f"{json.dumps([moment.isoformat(), *point])}\n" for point in (*points, ()))
    words = [sys.executable, "-m", "tests.billing.killed"]
    found = subprocess.run(words, input=said, cwd=ROOT, env=env, capture_output=True, text=True, timeout=300, check=True)
    assert not found.stderr, found.stderr[-2000:]
    return [int(line) for line in found.stdout.split()]


def test_killed_at_ten_points(own_database: str, committed_world: World):
    world = committed_world
    wanted = undisturbed(world)
    furnished(world)
    close = confirmed(world)
    assert ended(own_database, MONDAY, RATING) == [-9] * len(RATING) + [0]
    with world.as_("finance"):
        assert Close.objects.get().state == "review"
    released(world, close)
    assert ended(own_database, MONDAY + timedelta(days=6), ISSUING) == [-9] * len(ISSUING) + [0]
    assert len(RATING) + len(ISSUING) >= 10
    found = books(world)
    assert found == wanted
    assert {len(found[of]) for of in ("charges", "sheets")} == {2}
    assert (found["waiting"], found["states"], found["numbers"]) == (0, {"issued": 2}, ["JB-2027-000001", "JB-2027-000002"])
    assert sum(amount for *_, amount in found["postings"]) == 0
