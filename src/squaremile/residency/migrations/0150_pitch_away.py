"""When applicants cannot pitch, as they say it."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
import squaremile.kernel.models


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0142_changes_in_english'),
    ]

    operations = [
        migrations.CreateModel(
            name='PitchAway',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('period', squaremile.kernel.models.PeriodField()),
                ('said_at', models.DateTimeField()),
                ('active', models.BooleanField(default=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.application')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
            ],
            options={
                'db_table': 'residency_pitch_away',
                'indexes': [models.Index(condition=models.Q(('active', True)), fields=['application'], name='pitch_away_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__lower_inc', True), ('period__lower_inf', False), ('period__upper_inc', False), ('period__upper_inf', False)), name='pitch_away_period_sound')],
            },
        ),
    ]
