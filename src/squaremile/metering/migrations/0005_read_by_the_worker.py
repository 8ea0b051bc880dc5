"""The worker, who rates the month, reads what was used."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import STAFF, alter, own, system


class Migration(migrations.Migration):
    dependencies: ClassVar = [("metering", "0004_first_meter")]

    operations: ClassVar = [alter("metering_usage_event", select=f"{own()} OR {STAFF} OR {system('worker')}")]
