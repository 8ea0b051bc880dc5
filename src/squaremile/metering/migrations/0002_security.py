"""Row security of metering: usage is its organisation's business, and never changes."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ANYONE, STAFF, append_only, own, role, secure


class Migration(migrations.Migration):
    dependencies: ClassVar = [("metering", "0001_initial"), ("core", "0002_security")]

    operations: ClassVar = [
        secure("metering_meter", select=ANYONE, insert=role("site_director", "lab_operations", "finance")),
        secure("metering_usage_event", select=f"{own()} OR {STAFF}", insert=f"{own()} OR {STAFF}"),
        append_only("metering_meter", "metering_usage_event"),
    ]
