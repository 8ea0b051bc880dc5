"""The day of pitches."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
import squaremile.kernel.models


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0120_narrower'),
        ('spaces', '0008_worker_frees'),
    ]

    operations = [
        migrations.CreateModel(
            name='PitchSitting',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('period', squaremile.kernel.models.PeriodField()),
                ('link', models.CharField(blank=True, max_length=500)),
                ('active', models.BooleanField(default=True)),
                ('room', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sittings', to='residency.reviewround')),
            ],
            options={
                'db_table': 'residency_pitch_sitting',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__lower_inc', True), ('period__lower_inf', False), ('period__upper_inc', False), ('period__upper_inf', False)), name='pitch_sitting_period_sound'),
                    models.CheckConstraint(condition=models.Q(('link', ''), ('room', None), _negated=True), name='pitch_sitting_somewhere'),
                    models.CheckConstraint(condition=models.Q(('link', ''), ('link__startswith', 'https://'), _connector='OR'), name='pitch_sitting_link_safe'),
                    django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('active', True), ('room__isnull', False)), expressions=[('room', '='), ('period', '&&')], name='pitch_room_free'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PitchPanelist',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('period', squaremile.kernel.models.PeriodField()),
                ('active', models.BooleanField(default=True)),
                ('told_at', models.DateTimeField(null=True)),
                ('reviewer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.reviewer')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='panel', to='residency.pitchsitting')),
            ],
            options={
                'db_table': 'residency_pitch_panelist',
                'constraints': [
                    models.UniqueConstraint(fields=('sitting', 'reviewer'), name='pitch_panelist_once'),
                    django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('active', True)), expressions=[('reviewer', '='), ('period', '&&')], name='pitch_panelist_free'),
                    models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__lower_inc', True), ('period__lower_inf', False), ('period__upper_inc', False), ('period__upper_inf', False)), name='pitch_panelist_period_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PitchSlot',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('period', squaremile.kernel.models.PeriodField()),
                ('application', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.application')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.reviewround')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slots', to='residency.pitchsitting')),
            ],
            options={
                'db_table': 'residency_pitch_slot',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__lower_inc', True), ('period__lower_inf', False), ('period__upper_inc', False), ('period__upper_inf', False)), name='pitch_slot_period_sound'),
                    models.UniqueConstraint(condition=models.Q(('application__isnull', False)), fields=('round', 'application'), name='pitch_slot_once'),
                    django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('sitting', '='), ('period', '&&')], name='pitch_slot_no_overlap'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PitchInvitation',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('period', squaremile.kernel.models.PeriodField(null=True)),
                ('where_ko', models.CharField(blank=True, max_length=200)),
                ('where_en', models.CharField(blank=True, max_length=200)),
                ('link', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField()),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.application')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.reviewround')),
                ('slot', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.pitchslot')),
            ],
            options={
                'db_table': 'residency_pitch_invitation',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('period', None), ('slot', None)), models.Q(('period__isnull', False), ('slot__isnull', False)), _connector='OR'), name='pitch_invitation_whole'),
                    models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__lower_inc', True), ('period__lower_inf', False), ('period__upper_inc', False), ('period__upper_inf', False)), name='pitch_invitation_period_sound'),
                ],
            },
        ),
    ]
