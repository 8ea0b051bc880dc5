"""Every end that was said of a voucher. Of those that were there before, the last two are known.

One way: what was said in between had no column before."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import append_only, role, secure, system

_DESK = f"{role('site_director', 'finance')} OR {system('worker', 'setup', 'import')}"
_THEIRS = "voucher_id IN (SELECT id FROM billing_voucher)"

FILL = """
ALTER TABLE billing_voucher NO FORCE ROW LEVEL SECURITY;
INSERT INTO billing_voucher_end (id, voucher_id, until, said_at)
SELECT gen_random_uuid(), v.id, CASE WHEN v.ended_at IS NULL THEN v.until ELSE v.until_before END, v.made_at FROM billing_voucher v;
INSERT INTO billing_voucher_end (id, voucher_id, until, said_at)
SELECT gen_random_uuid(), v.id, v.until, v.ended_at FROM billing_voucher v WHERE v.ended_at IS NOT NULL;
-- What the keys' checks still owe is settled first: a table with pending events is not altered.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE billing_voucher FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0111_quicker_guards")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="VoucherEnd",
            fields=[
                ("id", models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("until", models.DateField(null=True)),
                ("said_at", models.DateTimeField()),
                ("voucher", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="ends", to="billing.voucher")),
            ],
            options={"db_table": "billing_voucher_end"},
        ),
        migrations.RunSQL(FILL),
        migrations.RemoveField("voucher", "until_before"),
        secure("billing_voucher_end", select=_THEIRS, insert=f"({_DESK}) AND {_THEIRS}"),
        append_only("billing_voucher_end"),
    ]
