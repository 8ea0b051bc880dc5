"""Hazard analyses before work, in versions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('safety', '0083_permits_security'),
        ('spaces', '0008_worker_frees'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Analysis',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('created_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'safety_analysis',
                'indexes': [
                    models.Index(fields=['organisation'], name='analysis_of_company'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AnalysisVersion',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('draft', 'draft'), ('signed', 'signed'), ('returned', 'returned'), ('approved', 'approved'), ('replaced', 'replaced'), ('ended', 'ended')], max_length=8)),
                ('name_ko', models.CharField(blank=True, max_length=160)),
                ('name_en', models.CharField(blank=True, max_length=160)),
                ('hazards', models.JSONField(default=list)),
                ('steps', models.JSONField(default=list)),
                ('emergency', models.TextField()),
                ('drafted_at', models.DateTimeField()),
                ('signed_at', models.DateTimeField(null=True)),
                ('approved_on', models.DateField(null=True)),
                ('ends_on', models.DateField(null=True)),
                ('decided_by', models.UUIDField(null=True)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('analysis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='safety.analysis')),
                ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'safety_analysis_version',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='analysis_named'),
                    models.UniqueConstraint(fields=('analysis', 'number'), name='analysis_version_once'),
                    models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'signed', 'returned'))), fields=('analysis',), name='analysis_one_open'),
                    models.UniqueConstraint(condition=models.Q(('state', 'approved')), fields=('analysis',), name='analysis_one_approved'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'signed', 'returned', 'approved', 'replaced', 'ended'))), name='analysis_state_known'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'returned')), ('signed_at__isnull', False), _connector='OR'), name='analysis_signed_first'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('approved', 'replaced', 'ended')), _negated=True), models.Q(('approved_on__isnull', False), ('ends_on__gt', models.F('approved_on')), ('ends_on__isnull', False)), _connector='OR'), name='analysis_term_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AnalysisVersionTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=8)),
                ('after', models.CharField(max_length=8)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('analysis_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='safety.analysisversion')),
            ],
            options={
                'db_table': 'safety_analysis_version_transition',
            },
        ),
    ]
