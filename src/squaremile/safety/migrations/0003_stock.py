"""Substances, containers, questions about bringing something in, and verified rows of rule packs."""


import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('safety', '0002_area_security'),
        ('spaces', '0008_worker_frees'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Substance',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('cas', models.CharField(blank=True, max_length=12)),
                ('name_ko', models.CharField(blank=True, max_length=160)),
                ('name_en', models.CharField(blank=True, max_length=160)),
                ('phase', models.CharField(choices=[('liquid', 'liquid'), ('solid', 'solid'), ('gas', 'gas'), ('liquefied', 'liquefied')], max_length=10)),
                ('density', models.DecimalField(decimal_places=4, max_digits=8, null=True)),
                ('flash_c', models.DecimalField(decimal_places=2, max_digits=7, null=True)),
                ('flash_by', models.CharField(blank=True, max_length=60)),
                ('boil_c', models.DecimalField(decimal_places=2, max_digits=7, null=True)),
                ('boil_by', models.CharField(blank=True, max_length=60)),
                ('autoignition_c', models.DecimalField(decimal_places=2, max_digits=7, null=True)),
                ('autoignition_by', models.CharField(blank=True, max_length=60)),
                ('water_soluble', models.BooleanField(null=True)),
                ('sheet_url', models.CharField(blank=True, max_length=300)),
                ('created_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
            ],
            options={
                'db_table': 'safety_substance',
                'indexes': [
                    models.Index(fields=['cas'], name='substance_by_cas'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='substance_named'),
                    models.CheckConstraint(condition=models.Q(('phase__in', ('liquid', 'solid', 'gas', 'liquefied'))), name='substance_phase_known'),
                    models.CheckConstraint(condition=models.Q(('cas', ''), ('cas__regex', '^\\d{2,7}-\\d{2}-\\d$'), _connector='OR'), name='substance_cas_shaped'),
                    models.CheckConstraint(condition=models.Q(('density', None), ('density__gt', 0), _connector='OR'), name='substance_density_positive'),
                    models.CheckConstraint(condition=models.Q(('flash_c', None), models.Q(('flash_by', ''), _negated=True), _connector='OR'), name='substance_flash_sourced'),
                    models.CheckConstraint(condition=models.Q(('boil_c', None), models.Q(('boil_by', ''), _negated=True), _connector='OR'), name='substance_boil_sourced'),
                    models.CheckConstraint(condition=models.Q(('sheet_url', ''), ('sheet_url__regex', '^https?://[^\\s]+$'), _connector='OR'), name='substance_sheet_fits'),
                    models.UniqueConstraint(condition=models.Q(('organisation', None), models.Q(('cas', ''), _negated=True)), fields=('cas', 'phase'), name='substance_once_shared'),
                    models.UniqueConstraint(condition=models.Q(('organisation__isnull', False), models.Q(('cas', ''), _negated=True)), fields=('organisation', 'cas', 'phase'), name='substance_once_each'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Bringing',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('cas', models.CharField(blank=True, max_length=12)),
                ('in_cabinet', models.BooleanField(default=False)),
                ('condition', models.CharField(max_length=7)),
                ('amount', models.DecimalField(decimal_places=12, max_digits=24)),
                ('dimension', models.CharField(max_length=6)),
                ('unit', models.CharField(max_length=12)),
                ('answer', models.CharField(choices=[('yes', 'yes'), ('needs_approval', 'needs_approval'), ('no', 'no')], max_length=14)),
                ('told', models.JSONField()),
                ('state', models.CharField(choices=[('answered', 'answered'), ('asked', 'asked'), ('approved', 'approved'), ('declined', 'declined'), ('used', 'used')], max_length=10)),
                ('at', models.DateTimeField()),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
                ('substance', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='safety.substance')),
            ],
            options={
                'db_table': 'safety_bringing',
                'indexes': [
                    models.Index(fields=['organisation', 'at'], name='bringing_of_company'),
                    models.Index(condition=models.Q(('state', 'asked')), fields=['at'], name='bringing_waiting'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('answered', 'asked', 'approved', 'declined', 'used'))), name='bringing_state_known'),
                    models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='bringing_amount_positive'),
                    models.CheckConstraint(condition=models.Q(('substance__isnull', False), models.Q(('cas', ''), _negated=True), _connector='OR'), name='bringing_names_something'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'answered'), models.Q(('answer', 'needs_approval'), _negated=True)), models.Q(models.Q(('state', 'answered'), _negated=True), ('answer', 'needs_approval')), _connector='OR'), name='bringing_only_asked_where_needed'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('answered', 'asked')), models.Q(('reason', ''), _negated=True), _connector='OR'), name='bringing_decision_reasoned'),
                ],
            },
        ),
        migrations.CreateModel(
            name='BringingTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=10)),
                ('after', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('bringing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='safety.bringing')),
            ],
            options={
                'db_table': 'safety_bringing_transition',
            },
        ),
        migrations.CreateModel(
            name='Container',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('amount', models.DecimalField(decimal_places=12, max_digits=24)),
                ('dimension', models.CharField(choices=[('volume', 'volume'), ('weight', 'weight'), ('gas', 'gas')], max_length=6)),
                ('unit', models.CharField(max_length=12)),
                ('condition', models.CharField(choices=[('storage', 'storage'), ('closed', 'closed'), ('open', 'open')], max_length=7)),
                ('state', models.CharField(choices=[('received', 'received'), ('opened', 'opened'), ('disposed', 'disposed'), ('transferred', 'transferred')], max_length=11)),
                ('lot', models.CharField(blank=True, max_length=60)),
                ('received_on', models.DateField()),
                ('opened_on', models.DateField(null=True)),
                ('good_until', models.DateField(null=True)),
                ('gone_on', models.DateField(null=True)),
                ('gone_to', models.CharField(blank=True, max_length=200)),
                ('cabinet', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='safety.cabinet')),
                ('came_from', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='safety.container')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
                ('substance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='containers', to='safety.substance')),
            ],
            options={
                'db_table': 'safety_container',
                'indexes': [
                    models.Index(condition=models.Q(('state__in', ('received', 'opened'))), fields=['room'], include=('organisation', 'substance', 'condition', 'cabinet', 'dimension', 'amount'), name='container_stands_in'),
                    models.Index(fields=['organisation', 'state'], name='container_of_company'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('received', 'opened', 'disposed', 'transferred'))), name='container_state_known'),
                    models.CheckConstraint(condition=models.Q(('condition__in', ('storage', 'closed', 'open'))), name='container_condition_known'),
                    models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='container_amount_positive'),
                    models.CheckConstraint(condition=models.Q(models.Q(('gone_on', None), ('state__in', ('received', 'opened'))), models.Q(models.Q(('state__in', ('received', 'opened')), _negated=True), ('gone_on__isnull', False)), _connector='OR'), name='container_gone_dated'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ContainerTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=11)),
                ('after', models.CharField(max_length=11)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('container', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='safety.container')),
            ],
            options={
                'db_table': 'safety_container_transition',
            },
        ),
        migrations.CreateModel(
            name='SubstanceClass',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('scheme', models.CharField(max_length=40)),
                ('classes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), size=None)),
                ('read_in', models.CharField(max_length=300)),
                ('read_on', models.DateField()),
                ('entered_at', models.DateTimeField()),
                ('current', models.BooleanField(default=True)),
                ('substance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='classes', to='safety.substance')),
            ],
            options={
                'db_table': 'safety_substance_class',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('read_in', ''), _negated=True), name='substance_class_sourced'),
                    models.UniqueConstraint(condition=models.Q(('current', True)), fields=('substance', 'scheme'), name='substance_class_current'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ContainerMove',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('room_before', models.UUIDField()),
                ('room_after', models.UUIDField()),
                ('amount_before', models.DecimalField(decimal_places=12, max_digits=24)),
                ('amount_after', models.DecimalField(decimal_places=12, max_digits=24)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('container', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='safety.container')),
            ],
            options={
                'db_table': 'safety_container_move',
                'indexes': [models.Index(fields=['container'], name='move_of_container')],
            },
        ),
        migrations.CreateModel(
            name='PackVerification',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('pack', models.CharField(max_length=40)),
                ('pack_row', models.CharField(max_length=120)),
                ('digest', models.CharField(max_length=64)),
                ('says', models.CharField(max_length=600)),
                ('read_in', models.CharField(max_length=300)),
                ('read_on', models.DateField()),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'safety_pack_verification',
                'constraints': [models.CheckConstraint(condition=models.Q(('read_in', ''), _negated=True), name='pack_verification_sourced'), models.UniqueConstraint(fields=('pack', 'pack_row', 'digest'), name='pack_verification_once')],
            },
        ),
    ]
