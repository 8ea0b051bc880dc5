"""GHS labels, safety data sheets by revision, and containers that go from one company to another."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('safety', '0101_pack_editions_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=24, unique=True)),
                ('state', models.CharField(choices=[('offered', 'offered'), ('taken', 'taken'), ('withdrawn', 'withdrawn')], max_length=9)),
                ('told', models.JSONField()),
                ('amount', models.DecimalField(decimal_places=12, max_digits=24)),
                ('dimension', models.CharField(max_length=6)),
                ('unit', models.CharField(max_length=12)),
                ('offered_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('ended_on', models.DateField(null=True)),
                ('container', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='safety.container')),
                ('offered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('received', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='safety.container')),
                ('receiver', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('substance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='safety.substance')),
                ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'safety_handover',
                'indexes': [
                    models.Index(fields=['received'], name='handover_of_received'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('offered', 'taken', 'withdrawn'))), name='handover_state_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('ended_on__isnull', False), ('receiver__isnull', False), ('state', 'taken')), models.Q(models.Q(('state', 'taken'), _negated=True), ('received', None), ('receiver', None)), _connector='OR'), name='handover_taken_by_somebody'),
                    models.CheckConstraint(condition=models.Q(('receiver', None), models.Q(('receiver', models.F('organisation')), _negated=True), _connector='OR'), name='handover_to_another'),
                    models.UniqueConstraint(condition=models.Q(('state', 'offered')), fields=('container',), name='handover_open_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='HandoverTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=9)),
                ('after', models.CharField(max_length=9)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('handover', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='safety.handover')),
            ],
            options={
                'db_table': 'safety_handover_transition',
            },
        ),
        migrations.CreateModel(
            name='SafetySheet',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('language', models.CharField(choices=[('ko', 'ko'), ('en', 'en'), ('other', 'other')], max_length=5)),
                ('supplier', models.CharField(blank=True, max_length=120)),
                ('revised_on', models.DateField()),
                ('url', models.CharField(blank=True, max_length=300)),
                ('entered_at', models.DateTimeField()),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('substance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='safety.substance')),
            ],
            options={
                'db_table': 'safety_sheet',
                'indexes': [
                    models.Index(fields=['substance', '-revised_on'], name='sheet_of_substance'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('file__isnull', False), models.Q(('url', ''), _negated=True), _connector='OR'), name='sheet_is_somewhere'),
                    models.CheckConstraint(condition=models.Q(('url', ''), ('url__regex', '^https?://[^\\s]+$'), _connector='OR'), name='sheet_url_fits'),
                    models.CheckConstraint(condition=models.Q(('language__in', ('ko', 'en', 'other'))), name='sheet_language_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SubstanceLabel',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('signal', models.CharField(blank=True, choices=[('', ''), ('danger', 'danger'), ('warning', 'warning')], max_length=7)),
                ('statements', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('precautions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('pictograms', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=5), default=list, size=None)),
                ('read_in', models.CharField(max_length=300)),
                ('read_on', models.DateField()),
                ('entered_at', models.DateTimeField()),
                ('current', models.BooleanField(default=True)),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('substance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='labels', to='safety.substance')),
            ],
            options={
                'db_table': 'safety_substance_label',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('read_in', ''), _negated=True), name='substance_label_sourced'),
                    models.CheckConstraint(condition=models.Q(('signal__in', ('', 'danger', 'warning'))), name='substance_label_signal_known'),
                    models.UniqueConstraint(condition=models.Q(('current', True)), fields=('substance',), name='substance_label_current'),
                ],
            },
        ),
    ]
