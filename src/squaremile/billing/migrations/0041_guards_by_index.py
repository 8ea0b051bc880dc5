"""Guards find their rows by index, whatever the planner believes of a table. What they ask is planned once a connection: where
that was before anything was counted in a new table, each line of each invoice read all lines of all invoices."""

from typing import ClassVar

from django.db import migrations

GUARDS = ("billing_invoice_whole", "billing_entry_balanced", "billing_wallet_holds", "billing_deposit_holds", "billing_match_guard",
          "billing_invoice_number", "billing_of_issued_guard")  # fmt: skip


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0040_sceptics")]

    operations: ClassVar = [
        migrations.RunSQL(f"ALTER FUNCTION {guard}() SET enable_seqscan = off", f"ALTER FUNCTION {guard}() RESET enable_seqscan")
        for guard in GUARDS
    ]
