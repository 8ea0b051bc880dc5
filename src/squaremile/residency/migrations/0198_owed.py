"""What is owed beyond a deposit is paid or written off. For the company and for staff; finance writes it, and nobody changes it."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0197_insured_on_site'),
    ]

    operations = [
        migrations.CreateModel(
            name='OwedSettlement',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('minor', models.PositiveBigIntegerField()),
                ('written_off', models.BooleanField(default=False)),
                ('says', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.UUIDField(null=True)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('departure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='owed_settlements', to='residency.departure')),
            ],
            options={
                'db_table': 'residency_owed_settlement',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('minor__gt', 0)), name='owed_settlement_positive'),
                    models.CheckConstraint(condition=models.Q(('written_off', False), models.Q(('says', ''), _negated=True), _connector='OR'), name='owed_settlement_reasoned'),
                ],
            },
        ),
    ]
