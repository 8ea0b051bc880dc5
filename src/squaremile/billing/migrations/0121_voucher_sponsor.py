"""An organisation of the house as a voucher's sponsor, and what each of its vouchers took in a month: a table of its own, as row security
hides rows and not columns. Its admins read that and nothing of the documents behind it; the database alone writes it."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import own_as, role, secure, system

_LOOK = f"{role('site_director', 'finance', 'auditor')} OR {system('worker', 'setup', 'import')}"

TOOK = """
CREATE FUNCTION billing_voucher_took() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was text := coalesce(current_setting('sm.system', true), '');
BEGIN
  PERFORM set_config('sm.system', 'worker', true);
  INSERT INTO billing_voucher_taken (id, voucher_id, organisation_id, code, title_ko, title_en, holder_ko, holder_en, month, currency, amount)
  SELECT gen_random_uuid(), v.id, v.sponsor_id, v.code, v.title_ko, v.title_en, o.name_ko, o.name_en,
         date_trunc('month', NEW.first)::date, NEW.currency, -l.net
    FROM (SELECT item, sum(net) AS net FROM billing_invoice_line WHERE invoice_id = NEW.id AND kind = 'voucher' GROUP BY item) l
    JOIN billing_voucher v ON v.code = l.item AND v.organisation_id = NEW.organisation_id AND v.sponsor_id IS NOT NULL
    JOIN core_organisation o ON o.id = v.organisation_id
  ON CONFLICT (voucher_id, month) DO UPDATE SET amount = billing_voucher_taken.amount + EXCLUDED.amount;
  PERFORM set_config('sm.system', was, true);
  RETURN NULL;
END $$;
-- A document comes after its lines: its number is taken last.
CREATE TRIGGER billing_voucher_took AFTER INSERT ON billing_invoice FOR EACH ROW EXECUTE FUNCTION billing_voucher_took();

-- Who pays for a voucher is said once: what it took before would stand with somebody else.
CREATE FUNCTION billing_voucher_sponsor_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'its sponsor stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_sponsor_another';
END $$;
CREATE TRIGGER billing_voucher_sponsor_guard AFTER UPDATE ON billing_voucher
  FOR EACH ROW WHEN (NEW.sponsor_id IS DISTINCT FROM OLD.sponsor_id) EXECUTE FUNCTION billing_voucher_sponsor_guard();
"""
NO_TOOK = """
DROP TRIGGER billing_voucher_sponsor_guard ON billing_voucher;
DROP FUNCTION billing_voucher_sponsor_guard();
DROP TRIGGER billing_voucher_took ON billing_invoice;
DROP FUNCTION billing_voucher_took();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0120_voucher_ends"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        migrations.AddField("voucher", "sponsor", models.ForeignKey(
            null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.organisation",
        )),
        migrations.AddConstraint("voucher", models.CheckConstraint(
            condition=models.Q(("sponsor", None), models.Q(("sponsor", models.F("organisation")), _negated=True), _connector="OR"),
            name="voucher_sponsor_another",
        )),
        migrations.CreateModel(
            name="VoucherTaken",
            fields=[
                ("id", models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=20)),
                ("title_ko", models.CharField(max_length=120)),
                ("title_en", models.CharField(max_length=120)),
                ("holder_ko", models.CharField(blank=True, max_length=200)),
                ("holder_en", models.CharField(blank=True, max_length=200)),
                ("month", models.DateField()),
                ("currency", models.CharField(max_length=3)),
                ("amount", models.BigIntegerField()),
                ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.organisation")),
                ("voucher", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="taken", to="billing.voucher")),
            ],
            options={
                "db_table": "billing_voucher_taken",
                "constraints": [models.UniqueConstraint(fields=("voucher", "month"), name="voucher_taken_once")],
            },
        ),
        secure(
            "billing_voucher_taken", select=f"{own_as('company_admin')} OR {_LOOK}", insert=system("worker"), update=system("worker"),
        ),
        migrations.RunSQL(TOOK, NO_TOOK),
    ]
