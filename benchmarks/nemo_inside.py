"""Runs inside NEMO's virtual environment, where its models are: seeds people, counts SQL.

    python -m benchmarks.nemo_inside base    migrate, then people, companies, tools, sessions
    python -m benchmarks.nemo_inside sql     SQL statements per request, as JSON on stdout

The reservations themselves are inserted from outside, by nemo_side.py, in one SQL statement.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from .terms import SIGNED_IN, Shape, Slots, feed_monday

FOLDER = Path(os.environ.get("SM_BENCH_NEMO_FOLDER", "."))


def _rows(model: str) -> Any:
    return apps.get_model("NEMO", model)._default_manager


def _new(model: str, **fields: Any) -> Any:
    return apps.get_model("NEMO", model)(**fields)


def base() -> None:
    """Migrate, and seed everything but reservations; write the keys of signed-in sessions."""
    call_command("migrate", verbosity=0)
    shape = Shape()
    with transaction.atomic():
        _seed(shape)
        sessions = [_session(p) for p in _rows("User").order_by("id")[: SIGNED_IN + 1]]
    tools = list(_rows("Tool").order_by("id").values_list("id", flat=True))
    (FOLDER / "sessions.json").write_text(json.dumps({"staff": sessions[:1], "people": sessions[1:], "tools": tools}))


def _seed(shape: Shape) -> None:
    companies = [_rows("Account").create(name=f"Company {n}") for n in range(shape.companies)]
    projects = [
        _rows("Project").create(name=f"Project {n}", application_identifier=f"A{n}", account=owner)
        for n, owner in enumerate(companies)
    ]
    preferences = [_rows("UserPreferences").create() for _ in range(shape.people + 1)]
    staff = _rows("User").create(
        username="staff", first_name="Facility", last_name="Staff", email="staff@example.org",
        is_staff=True, training_required=False, preferences=preferences[0],
    )  # fmt: skip
    permission = apps.get_model("auth", "Permission")._default_manager
    staff.user_permissions.add(permission.get(codename="view_reservation"))
    _rows("Tool").bulk_create(
        _new(
            "Tool", name=f"Instrument {n}", visible=True, _category=f"Group {n % 20}",
            _operational=True, _primary_owner=staff, _location=f"Room {n % 12}", _phone_number="-",
            _notification_email_address="tool@example.org", _reservation_horizon=None,
        )
        for n in range(shape.instruments)
    )  # fmt: skip
    _rows("User").bulk_create(
        _new(
            "User", username=f"person{n}", first_name="Person", last_name=str(n),
            email=f"person{n}@example.org", training_required=False,
            preferences=preferences[n + 1],
        )
        for n in range(shape.people)
    )  # fmt: skip
    people = list(_rows("User").exclude(pk=staff.pk).order_by("id"))
    membership = apps.get_model("NEMO", "User").projects.through
    membership._default_manager.bulk_create(
        membership(user_id=person.pk, project_id=projects[n % len(projects)].pk) for n, person in enumerate(people)
    )
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO "NEMO_user_qualifications" (user_id, tool_id, qualified_on)'
            ' SELECT u.id, t.id, DATE \'2020-01-01\' FROM "NEMO_user" u, "NEMO_tool" t'
        )
        cursor.execute("ANALYZE")


def _session(person: Any) -> str:
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session["_auth_user_id"] = str(person.pk)
    session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[0]
    if hasattr(person, "get_session_auth_hash"):
        session["_auth_user_hash"] = person.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def sql() -> None:
    """Count the statements of each measured request, warmed once so that no cache is cold."""
    from django.test import Client

    keys = json.loads((FOLDER / "sessions.json").read_text())
    person = Client()
    person.cookies[settings.SESSION_COOKIE_NAME] = keys["people"][0]
    slots, monday = Slots(1), feed_monday()
    slots.skip(3_000)

    def create() -> Any:
        slot = slots.take()
        times = {"start": int(slot.start.timestamp()), "end": int(slot.end.timestamp())}
        form = {"item_type": "tool", "item_id": keys["tools"][-1], **times}
        answer = person.post("/create_reservation/", form)
        assert not answer.content, answer.content[:300]
        return answer

    def week() -> Any:
        end = monday + timedelta(days=7)
        window = {"start": str(monday), "end": str(end), "event_type": "reservations"}
        one = {"item_type": "tool", "item_id": keys["tools"][0]}
        return person.get("/event_feed/", {**window, **one})

    print(json.dumps({"create": _statements(create), "tool_week": _statements(week)}))


def _statements(request: Callable[[], Any]) -> int:
    seen = 0

    def count(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal seen
        seen += 1
        return execute(*arguments)

    request()
    with connection.execute_wrapper(count):
        answer = request()
    assert answer.status_code == 200, answer.status_code
    return seen


if __name__ == "__main__":
    django.setup()
    {"base": base, "sql": sql}[sys.argv[1]]()
