"""Accounts that are not active already: since when nobody wrote down. Their last bill was of a month in which they were, so it is the
month after it; without a bill, the day on which they were opened.

One way: what is filled in is not told from what was said later."""

from typing import ClassVar

from django.db import migrations

_TABLES = ("billing_account", "billing_account_term", "billing_bill", "billing_close")
_NO_FORCE = "\n".join(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;" for table in _TABLES)
_FORCE = "\n".join(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;" for table in _TABLES)
FILL = f"""
{_NO_FORCE}
INSERT INTO billing_account_term (id, account_id, organisation_id, since, active, recorded_at)
SELECT gen_random_uuid(), a.id, a.organisation_id, coalesce(
    (SELECT (max(c.month) + interval '1 month')::date FROM billing_bill b JOIN billing_close c ON c.id = b.close_id WHERE b.account_id = a.id),
    (a.opened_at AT TIME ZONE 'UTC')::date
  ), false, now()
  FROM billing_account a WHERE NOT a.active;
-- What the keys' checks still owe is settled first: a table with pending events is not altered.
SET CONSTRAINTS ALL IMMEDIATE;
{_FORCE}
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0085_account_active_from")]

    operations: ClassVar = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
