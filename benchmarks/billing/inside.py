"""Runs inside the product, as its worker and its staff would: opens accounts, previews the month, closes it, prints invoices."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import django

from benchmarks.processes import cpu_seconds

from .terms import Month, card


class Clock:
    """Wall and CPU of steps, of this process and of the database server."""

    def __init__(self) -> None:
        from django.db import connection

        connection.ensure_connection()
        backend = connection.connection.info.backend_pid
        try:
            self.server = int(Path(f"/proc/{backend}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            self.server = 0
        self.steps: dict[str, dict[str, float]] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Counts towards the step of that name."""
        began = time.perf_counter(), time.process_time(), cpu_seconds(self.server) if self.server else 0.0
        yield
        now = time.perf_counter(), time.process_time(), cpu_seconds(self.server) if self.server else 0.0
        found = self.steps.setdefault(name, {"seconds": 0.0, "app_cpu": 0.0, "db_cpu": 0.0})
        for key, before, after in zip(found, began, now, strict=True):
            found[key] = round(found[key] + after - before, 3)

    def said(self, **more: Any) -> dict[str, Any]:
        """The steps, and the most memory that this process held."""
        return {"steps": self.steps, "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, **more}


def _finance() -> Any:
    from squaremile.kernel.scope import Grant, Scope

    return Scope(actor=uuid4(), grants=(Grant("finance"), Grant("site_director")))


def opened(said: str) -> dict[str, Any]:
    """Issuer, card, and an account for each company."""
    from squaremile.billing import operations as billing
    from squaremile.core.models import Organisation
    from squaremile.kernel.scope import scope

    finance = _finance()
    with scope(finance):
        billing.add_issuer(code="JB", name_ko="전북 센터", name_en="Jeonbuk centre", registration="124-81-00998")
        billing.publish_rate_card(card_body=card(Month(**json.loads(said))))
        companies = list(Organisation.objects.filter(code__startswith="BC-").order_by("code"))
    for company in companies:
        with scope(finance):
            billing.open_account(organisation=company.id, issuer="JB", rate_card="RACE", contact="a@example.org")
    return {"accounts": len(companies)}


BARE = """SELECT count(*), sum(q) FROM (
  SELECT organisation_id, subject, sum(quantity) AS q FROM metering_usage_event
  WHERE recorded_at < now() AND lower(period) >= %s AND lower(period) < %s GROUP BY 1, 2) x"""


def previewed(first: str, rounds: str = "3") -> dict[str, Any]:
    """The whole month for every account, nothing stored; and the bare aggregation of the same table, turn about."""
    from django.db import connection

    from squaremile.billing.reads import months, preview
    from squaremile.kernel.scope import scope, system

    month, clock = date.fromisoformat(first), Clock()
    for n in range(int(rounds)):
        with scope(system("worker")), connection.cursor() as cursor, clock.step(f"bare {n}"):
            cursor.execute(BARE, months.bounds(month))
            cursor.fetchall()
        with scope(system("worker")), clock.step(f"preview {n}"):
            found = preview.of("JB", month)
    return clock.said(events=found.events, accounts=len(found.bills), gross=found.gross.minor, bills=[
        [b.account, b.net.minor, b.tax.minor, b.gross.minor, b.payable.minor] for b in found.bills
    ])  # fmt: skip


def closed(first: str, workers: str = "1") -> dict[str, Any]:
    """From confirmed usage to issued invoices, with so many workers."""
    from squaremile.billing import operations as billing
    from squaremile.billing.models import Bill, ChargeSheet, Invoice
    from squaremile.kernel import clock as now
    from squaremile.kernel.scope import scope, system

    finance, clock, month = _finance(), Clock(), date.fromisoformat(first)
    later = now.now() + timedelta(days=30)
    with _Workers(int(workers) - 1) as others:
        with clock.step("confirm"), scope(finance):
            code = billing.confirm_usage(issuer="JB", month=month).code
        with clock.step("rate and draft"):
            others.work()
        with clock.step("show and accept"):
            with scope(finance):
                billing.show_bills(close=code)
            others.work()
        with now.as_of(later):
            with clock.step("show and accept"), scope(system("worker")):
                billing.accept_silent()
            with clock.step("issue"), scope(finance):
                billing.release_close(close=code)
            with clock.step("issue"):
                others.work(later.isoformat())
    with scope(finance):
        bills = [list(b) for b in Bill.objects.order_by("account__code").values_list("account__code", "net", "tax", "gross", "payable")]
        states = sorted(set(Bill.objects.values_list("state", flat=True)))
        uses = sum(ChargeSheet.objects.values_list("lines", flat=True))
        issued = Invoice.objects.count()
    return clock.said(
        bills=bills, states=states, explained=uses, invoices=issued, workers=int(workers), others_peak_mib=others.peak, others_cpu=others.cpu
    )


class _Workers:
    """This process and others beside it, all delivering what waits in the outbox, as several workers of an installation do."""

    def __init__(self, more: int) -> None:
        self.processes = [
            subprocess.Popen([sys.executable, "-m", "benchmarks.billing.inside", "work"], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            for _ in range(more)
        ]
        self.peak, self.cpu, self._began = 0, 0.0, 0.0
        self._answers()
        self._began, self.cpu = self.cpu, 0.0

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.processes:
            process.communicate("\n")

    def work(self, at: str = "-") -> None:
        """Until nothing waits."""
        for process in self.processes:
            process.stdin.write(f"{at}\n")  # type: ignore[union-attr]
            process.stdin.flush()  # type: ignore[union-attr]
        delivered()
        self._answers()

    def _answers(self) -> None:
        said = [json.loads(process.stdout.readline()) for process in self.processes]  # type: ignore[union-attr]
        self.peak = max([self.peak, *(one["peak_mib"] for one in said)])
        self.cpu = round(sum(one["cpu"] for one in said) - self._began, 2)


def delivered() -> None:
    """What waits in the outbox, until nothing does."""
    from squaremile.core import outbox

    while outbox.deliver():
        pass


def worked() -> dict[str, Any]:
    """A worker beside another: a line on its input says as of when it works, an empty one ends it."""
    from squaremile.kernel import clock as now

    def here() -> None:
        print(json.dumps({"peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "cpu": time.process_time()}), flush=True)

    here()
    while line := sys.stdin.readline().strip():
        with now.as_of(datetime.fromisoformat(line)) if line != "-" else nullcontext():
            delivered()
        here()
    return {}


def explained(sample: str = "5") -> dict[str, Any]:
    """Uses opened down to the event and the version, as the page does; each chain ends in what was charged."""
    from squaremile.billing.models import BillLine
    from squaremile.billing.reads import evidence
    from squaremile.kernel.scope import scope

    clock, chains, said = Clock(), 0, ""
    with scope(_finance()):
        lines = list(BillLine.objects.filter(kind="use").order_by("id").values_list("bill__code", "number")[: int(sample)])
        for bill, number in lines:
            with clock.step("evidence"):
                _, rows = evidence.of_line(bill, number)
            chains += len(rows)
            if any(reason.rule == "stands" for row in rows for reason in row.reasons):
                raise SystemExit(f"{bill} line {number}: an explanation does not lead to its amount")
            said = " → ".join(reason.text.en for reason in rows[0].reasons)
    return clock.said(lines=len(lines), chains=chains, said=said)


def printed(count: str, folder: str, part: str, parts: str) -> dict[str, Any]:
    """Invoices as PDF, one after the other: this process's share of them."""
    from squaremile.billing.models import Invoice
    from squaremile.billing.reads import documents, invoice_pdf
    from squaremile.kernel.scope import scope

    clock, pages, size = Clock(), 0, 0
    with scope(_finance()):
        codes = list(Invoice.objects.order_by("code").values_list("code", flat=True))
    each = [(code, language) for language in ("ko", "en") for code in codes][: int(count)][int(part) :: int(parts)]
    with clock.step("print"), scope(_finance()):
        for code, language in each:
            made = invoice_pdf.pdf(documents.document(code), language)
            pages, size = pages + made.count(b"/Type /Page\n") + made.count(b"/Type/Page/"), size + len(made)
    if each:
        Path(folder, f"last-{part}.pdf").write_bytes(made)
    return clock.said(documents=len(each), pages=pages, bytes=size)


STEPS: dict[str, Callable[..., dict[str, Any]]] = {
    "open": opened, "preview": previewed, "close": closed, "explain": explained, "print": printed, "work": worked,
}

if __name__ == "__main__":
    django.setup()
    print(json.dumps(STEPS[sys.argv[1]](*sys.argv[2:])))
