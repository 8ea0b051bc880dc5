"""Kinds of permits, who needs one for what, and those there are."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('safety', '0081_agents_security'),
        ('spaces', '0008_worker_frees'),
    ]

    operations = [
        migrations.CreateModel(
            name='PermitKind',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=40, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('authority_ko', models.CharField(blank=True, max_length=120)),
                ('authority_en', models.CharField(blank=True, max_length=120)),
                ('held_by', models.CharField(choices=[('cluster', 'cluster'), ('company', 'company'), ('either', 'either')], max_length=7)),
                ('blocks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), default=list, size=None)),
                ('classes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None)),
                ('remind_days', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(), default=list, size=None)),
                ('item', models.CharField(blank=True, max_length=40)),
                ('read_in', models.CharField(blank=True, max_length=300)),
                ('certainty', models.CharField(blank=True, max_length=1)),
            ],
            options={
                'db_table': 'safety_permit_kind',
                'constraints': [models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='permit_kind_named'), models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='permit_kind_code_fits'), models.CheckConstraint(condition=models.Q(('held_by__in', ('cluster', 'company', 'either'))), name='permit_kind_holder_known'), models.CheckConstraint(condition=models.Q(('blocks__contained_by', ['booking', 'licence', 'bringing', 'access'])), name='permit_kind_blocks_known')],
            },
        ),
        migrations.CreateModel(
            name='Permit',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('number', models.CharField(max_length=80)),
                ('issued_on', models.DateField()),
                ('expires_on', models.DateField(null=True)),
                ('remind_days', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(), default=list, size=None)),
                ('state', models.CharField(choices=[('recorded', 'recorded'), ('in_force', 'in_force'), ('refused', 'refused'), ('ended', 'ended')], max_length=8)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('entered_at', models.DateTimeField()),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
                ('replaces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='safety.permit')),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='permits', to='safety.permitkind')),
            ],
            options={
                'db_table': 'safety_permit',
                'indexes': [
                    models.Index(condition=models.Q(('state', 'in_force')), fields=['kind', 'organisation'], name='permit_in_force'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('recorded', 'in_force', 'refused', 'ended'))), name='permit_state_known'),
                    models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='permit_numbered'),
                    models.CheckConstraint(condition=models.Q(('expires_on', None), ('expires_on__gte', models.F('issued_on')), _connector='OR'), name='permit_term_sound'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('refused', 'ended')), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='permit_end_reasoned'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PermitNeed',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('blocks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), size=None)),
                ('classes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None)),
                ('since', models.DateField()),
                ('ended_on', models.DateField(null=True)),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='needs', to='safety.permitkind')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'safety_permit_need',
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('kind', 'organisation', 'place'), name='permit_need_once', nulls_distinct=False),
                    models.CheckConstraint(condition=models.Q(('blocks__contained_by', ['booking', 'licence', 'bringing', 'access']), models.Q(('blocks', []), _negated=True)), name='permit_need_blocks_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PermitTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=8)),
                ('after', models.CharField(max_length=8)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('permit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='safety.permit')),
            ],
            options={
                'db_table': 'safety_permit_transition',
            },
        ),
    ]
