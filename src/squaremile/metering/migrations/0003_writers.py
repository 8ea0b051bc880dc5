"""Usage is written for one's own company by what it uses, and by staff who answer for it; auditors write nothing."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import alter, own, role, system

_KEEPERS = role("site_director", "lab_operations", "finance")


class Migration(migrations.Migration):
    # Booking's 0004 let the worker in; it stays in.
    dependencies: ClassVar = [("metering", "0002_security"), ("booking", "0004_upkeep")]

    operations: ClassVar = [alter("metering_usage_event", insert=f"{own()} OR {_KEEPERS} OR {system('worker')}")]
