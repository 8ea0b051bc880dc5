"""Whoever owes reads what was paid of it or written off; finance alone says so, and what is said stays."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import STAFF, append_only, own, role, secure


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0198_owed")]

    operations: ClassVar = [
        secure(
            "residency_owed_settlement", select=f"{own('company_id')} OR {STAFF}",
            insert=f"{role('site_director', 'finance')} AND EXISTS (SELECT 1 FROM residency_departure d WHERE d.id = departure_id"
                   " AND d.company_id = residency_owed_settlement.company_id)",
        ),
        append_only("residency_owed_settlement"),
    ]
