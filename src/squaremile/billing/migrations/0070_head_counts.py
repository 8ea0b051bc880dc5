"""Head counts as residency tells them, and contracts per head."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0061_below_nought'),
        ('core', '0013_door_key_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='HeadCount',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('origin', models.CharField(max_length=120, unique=True)),
                ('number', models.PositiveIntegerField()),
                ('heads', models.JSONField()),
                ('heard_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
            ],
            options={
                'db_table': 'billing_head_count',
                'constraints': [models.UniqueConstraint(fields=('organisation', 'number'), name='head_count_once')],
            },
        ),
        migrations.RemoveConstraint(
            model_name='contract',
            name='contract_terms_sound',
        ),
        migrations.AlterField(
            model_name='contract',
            name='kind',
            field=models.CharField(choices=[('rent', 'rent'), ('membership', 'membership'), ('per_head', 'per_head')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='contract',
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ('day_count__in', ('calendar', '30', '365')), ('kind__in', ('rent', 'membership', 'per_head')),
                    ('tax_category__in', ('taxable', 'zero', 'exempt')),
                    models.Q(
                        models.Q(('tax_category', 'taxable'), ('tax_percent__gt', 0), ('tax_percent__lte', 100)),
                        models.Q(models.Q(('tax_category', 'taxable'), _negated=True), ('tax_percent', 0)), _connector='OR',
                    ),
                ),
                name='contract_terms_sound',
            ),
        ),
    ]
