"""Hand-written statements say what Django's say: rows come back the same, and row security holds."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.core.models import Activity, Organisation
from squaremile.kernel import rows
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import NoScope, scope, system
from squaremile.metering.models import Meter, UsageEvent
from tests.metering.test_record import asked, metering
from tests.world import World

AT = datetime(2026, 3, 1, 9, 30, 15, 250_000, tzinfo=UTC)


@dataclass
class Odd:
    """What no column holds."""


def activity(**more) -> Activity:
    said = {
        "at": AT, "operation": "billing.issue_bill", "subject_type": "Invoice", "subject_id": uuid7(), "subject_code": 'JB-2026 "1" \\ 한빛',
        "data": {"gross": 2**60, "lines": [{"ko": "장비", "en": None}]}, "system": "worker",
    }
    return Activity(**{**said, **more})


def fields(row) -> dict:
    return {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}


def test_what_is_written_together_is_read_back_as_it_was(world: World):
    new = [activity(), activity(organisation_id=world.organisations["HANBIT"], data={})]
    with scope(system("worker")):
        rows.insert(new)
        assert not any(one._state.adding for one in new)
    with world.as_("auditor"):
        assert [fields(Activity.objects.get(id=one.id)) for one in new] == [fields(one) for one in new]


def test_nothing_is_written_of_nothing_and_not_half_of_something(world: World):
    first = activity()
    with scope(system("worker")):
        rows.insert([])
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.insert([activity(), first, activity(id=first.id)])
        with pytest.raises(TypeError, match="Odd"):
            rows.insert([activity(data={"what": Odd()})])
    with world.as_("auditor"):
        assert not Activity.objects.filter(operation="billing.issue_bill").exists()


def test_rows_of_several_models_are_what_django_makes_of_them(world: World):
    with world.as_("operator"):
        metering.record_usage(**{**asked(world), "quantity": Decimal("59.2500")})
        sql = "SELECT {}, {} FROM metering_usage_event e JOIN metering_meter m ON m.id = e.meter_id"
        (row,) = rows.ask(sql.format(rows.columns(UsageEvent, "e"), rows.columns(Meter, "m")))
        event, meter = rows.models(row, UsageEvent, Meter)
        assert (fields(event), fields(meter)) == (fields(UsageEvent.objects.get()), fields(Meter.objects.get(id=event.meter_id)))
        assert isinstance(event.id, UUID)


def test_row_security_holds_and_nothing_is_asked_without_a_scope(world: World):
    sql = "SELECT o.code FROM core_organisation o ORDER BY o.code"
    with world.as_("hana"):
        assert rows.ask(sql) == [(code,) for code in Organisation.objects.order_by("code").values_list("code", flat=True)] == [("HANBIT",)]
    with connection.cursor():
        with pytest.raises(NoScope):
            rows.ask(sql)
        with pytest.raises(NoScope):
            rows.insert([activity()])
