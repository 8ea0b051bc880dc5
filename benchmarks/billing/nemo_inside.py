"""Runs inside NEMO's virtual environment: seeds a month of usage, prices it, and issues its invoices.

    python -m benchmarks.billing.nemo_inside seed    accounts, tools, rates, usage
    python -m benchmarks.billing.nemo_inside race    seconds, CPU seconds and SQL statements, as JSON on stdout
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.models import Q

TOOLS, CATEGORIES = 200, 3
USES = """
INSERT INTO "NEMO_usageevent" (user_id, operator_id, project_id, tool_id, start, "end", has_ended, validated, remote_work, training, waived)
SELECT u.id, u.id, p.project_id, t.id, s.at, s.at + (15 + i * 7919 %% 170) * interval '1 minute', i, false, false, false, false
FROM generate_series(1, %(events)s) i
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM "NEMO_tool") t ON t.n = i %% %(tools)s
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM "NEMO_user" WHERE username LIKE 'person%%') u ON u.n = i %% %(people)s
JOIN "NEMO_user_projects" p ON p.user_id = u.id
CROSS JOIN LATERAL (SELECT %(first)s::date::timestamp AT TIME ZONE 'Asia/Seoul' + i::float8 / %(events)s * interval '27 days' AS at) s
"""


def _rows(model: str, app: str = "NEMO") -> Any:
    return apps.get_model(app, model)._default_manager


def _month() -> date:
    return (date.today().replace(day=1) - timedelta(days=1)).replace(day=1)


def seed() -> dict[str, Any]:
    """As many accounts, each with two projects and twenty people, as the uses asked for need at 2,000 an account."""
    events = int(os.environ["SM_BENCH_EVENTS"])
    accounts = max(1, events // 2_000)
    call_command("migrate", verbosity=0)
    if not _rows("Account").exists():
        _people(accounts)
        _rates()
    with connection.cursor() as cursor:
        cursor.execute('TRUNCATE "NEMO_usageevent" CASCADE')
        cursor.execute(USES, {"events": events, "tools": TOOLS, "people": accounts * 20, "first": _month()})
        cursor.execute("ANALYZE")
    return {"events": _rows("UsageEvent").count(), "accounts": accounts}


def _people(accounts: int) -> None:
    companies = [_rows("Account").create(name=f"Company {n}") for n in range(accounts)]
    projects = [
        _rows("Project").create(name=f"Project {n}", application_identifier=f"A{n}", account=companies[n // 2]) for n in range(accounts * 2)
    ]
    staff = _rows("User").create(
        username="staff", first_name="Facility", last_name="Staff", email="staff@example.org", is_staff=True, training_required=False,
        preferences=_rows("UserPreferences").create(),
    )
    _rows("Tool").bulk_create(
        apps.get_model("NEMO", "Tool")(
            name=f"Instrument {n}", visible=True, _category=f"Group {n % 20}", _operational=True, _primary_owner=staff,
            _location=f"Room {n % 12}", _phone_number="-", _notification_email_address="tool@example.org", _reservation_horizon=None,
        )
        for n in range(TOOLS)
    )
    membership = apps.get_model("NEMO", "User").projects.through
    for n in range(accounts * 20):
        person = _rows("User").create(
            username=f"person{n:05}", first_name="Person", last_name=str(n), email=f"person{n}@example.org", training_required=False,
            preferences=_rows("UserPreferences").create(),
        )
        membership._default_manager.create(user_id=person.pk, project_id=projects[n % len(projects)].pk)


def _rates() -> None:
    categories = [_rows("RateCategory", "rates").create(name=f"Category {n}") for n in range(CATEGORIES)]
    rate, kind = apps.get_model("rates", "Rate"), apps.get_model("rates", "RateType")
    used = kind._default_manager.get(type=kind.Type.TOOL_USAGE)
    rate._default_manager.bulk_create(
        rate(type=used, category=category, tool=tool, amount=Decimal("12.50") * (n + 1), service_fee=Decimal("1.00"))
        for n, category in enumerate(categories) for tool in _rows("Tool").all()
    )
    terms = _rows("InvoiceConfiguration", "invoices").create(
        name="KRW", invoice_due_in=30, email_from="a@example.org", merchant_name="Lab", merchant_details="x", terms="x", currency="KRW",
        currency_symbol="W", tax=Decimal(10), tax_name="VAT", detailed_invoice=True,
    )
    for account in _rows("Account").all():
        _rows("AccountBillingDetails", "invoices").create(account=account, invoice_configuration=terms)
    for n, project in enumerate(_rows("Project").order_by("id")):
        _rows("ProjectBillingDetails", "invoices").create(project=project, category=categories[n % CATEGORIES])


class _Count:
    """Wall, CPU and statements of a step."""

    def __init__(self) -> None:
        self.steps: dict[str, dict[str, float]] = {}
        self._statements = 0

    def _counted(self, execute: Any, *arguments: Any) -> Any:
        self._statements += 1
        return execute(*arguments)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self._statements = 0
        wall, cpu = time.perf_counter(), time.process_time()
        with connection.execute_wrapper(self._counted):
            yield
        self.steps[name] = {
            "seconds": round(time.perf_counter() - wall, 2), "app_cpu": round(time.process_time() - cpu, 2), "statements": self._statements,
        }


def race() -> dict[str, Any]:
    """What every report, page and export of charges calls; then the button that makes the month's invoices."""
    from NEMO.utilities import get_month_timeframe
    from NEMO_billing.invoices.processors import invoice_data_processor_class as processor
    from NEMO_billing.rates.models import RateRegistry

    count, name = _Count(), f"{_month():%B %Y}"
    start, end = get_month_timeframe(name)
    with count.step("price"):
        priced = processor.get_billable_items(start, end, Q(), Q(), Q(), RateRegistry())
    _rows("Invoice", "invoices").all().delete()
    rates, staff, made = RateRegistry(), _rows("User").get(username="staff"), 0
    with count.step("close"):
        for account in _rows("Account").order_by("id"):
            made += len(processor.generate_invoice_for_account(name, account, staff, rates))
    return {
        "steps": count.steps, "events": _rows("UsageEvent").count(), "priced": len(priced), "invoices": made,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps({"seed": seed, "race": race}[sys.argv[1]]()))
