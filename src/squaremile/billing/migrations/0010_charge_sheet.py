"""Sheets of charges, with the security of charges: seen by their payer once she sees the bill, never changed once it is issued."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import own_as, role, secure, system

_DESK = f"{role('site_director', 'finance')} OR {system('worker', 'setup', 'import')}"
_LOOK = f"{role('site_director', 'finance', 'auditor')} OR {system('worker', 'setup', 'import')}"
_OF_SHOWN = f"{own_as('company_admin')} AND bill_id IN (SELECT id FROM billing_bill)"
GUARD = """
REVOKE UPDATE ON billing_charge_sheet FROM sm_app;
CREATE TRIGGER billing_charge_sheet_guard AFTER INSERT OR UPDATE OR DELETE ON billing_charge_sheet
  FOR EACH ROW EXECUTE FUNCTION billing_of_issued_guard();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0002_security'),
        ('core', '0013_door_key_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChargeSheet',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=240)),
                ('number', models.PositiveSmallIntegerField(default=0)),
                ('kind', models.CharField(choices=[('use', 'use'), ('late', 'late'), ('rent', 'rent'), ('membership', 'membership'), ('voucher', 'voucher'), ('adjustment', 'adjustment')], max_length=10)),
                ('month', models.DateField()),
                ('item', models.CharField(max_length=40)),
                ('label_ko', models.CharField(max_length=120)),
                ('label_en', models.CharField(max_length=120)),
                ('card', models.CharField(max_length=60)),
                ('version', models.PositiveSmallIntegerField(default=0)),
                ('subject', models.CharField(blank=True, max_length=40)),
                ('nfec', models.CharField(blank=True, max_length=40)),
                ('use_mode', models.CharField(blank=True, max_length=10)),
                ('payer_class', models.CharField(blank=True, max_length=40)),
                ('first', models.DateField()),
                ('last', models.DateField()),
                ('lines', models.PositiveIntegerField()),
                ('quantity', models.DecimalField(decimal_places=6, max_digits=18)),
                ('unit', models.CharField(max_length=20)),
                ('amount', models.BigIntegerField()),
                ('net', models.BigIntegerField()),
                ('tax_code', models.CharField(max_length=40)),
                ('tax_category', models.CharField(max_length=7)),
                ('tax_percent', models.DecimalField(decimal_places=4, max_digits=7)),
                ('per_unit', models.BigIntegerField()),
                ('caps', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ('uses', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ('counted', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('booked', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), null=True, size=None)),
                ('before', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), null=True, size=None)),
                ('total', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), null=True, size=None)),
                ('amounts', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('nets', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('let', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), null=True, size=None)),
                ('bill', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='billing.bill')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('project', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.project')),
            ],
            options={
                'db_table': 'billing_charge_sheet',
                'constraints': [models.UniqueConstraint(fields=('bill', 'key', 'number'), name='charge_sheet_once'), models.CheckConstraint(condition=models.Q(('amounts__len', models.F('lines')), ('counted__len', models.F('lines')), ('nets__len', models.F('lines')), ('uses__len', models.F('lines')), models.Q(('before', None), ('before__len', models.F('lines')), _connector='OR'), models.Q(('total', None), ('total__len', models.F('lines')), _connector='OR'), models.Q(('booked', None), ('booked__len', models.F('lines')), _connector='OR')), name='charge_sheet_columns_whole')],
            },
        ),
        secure("billing_charge_sheet", select=f"{_OF_SHOWN} OR {_LOOK}", insert=_DESK, delete=_DESK),
        migrations.RunSQL(GUARD, "DROP TRIGGER billing_charge_sheet_guard ON billing_charge_sheet"),
    ]
