"""Columns of sheets are kept as they are. To press them took most of the time in which a sheet is written, and spared 24 bytes a use;
keys of events do not press at all. What is stored already stays as it was and reads the same."""

from typing import ClassVar

from django.db import migrations

COLUMNS = ("uses", "counted", "booked", "before", "total", "amounts", "nets", "let")


def _stored(how: str) -> str:
    return f"ALTER TABLE billing_charge_sheet {', '.join(f'ALTER {column} SET STORAGE {how}' for column in COLUMNS)}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0100_draft_whose")]

    operations: ClassVar = [migrations.RunSQL(_stored("EXTERNAL"), _stored("EXTENDED"))]
