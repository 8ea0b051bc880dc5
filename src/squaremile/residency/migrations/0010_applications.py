"""Calls and their forms, what applications say, declarations, pre-screen and the competition check."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('residency', '0006_life_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Declaration',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('biosafety', models.PositiveSmallIntegerField(null=True)),
                ('made_at', models.DateTimeField()),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='declarations', to='residency.application')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
            ],
            options={
                'db_table': 'residency_declaration',
                'constraints': [
                    models.UniqueConstraint(fields=('application', 'number'), name='declaration_numbered'),
                    models.CheckConstraint(condition=models.Q(('biosafety', None), ('biosafety__range', (1, 4)), _connector='OR'), name='declaration_biosafety_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DeclarationLine',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('agents', 'agents'), ('chemicals', 'chemicals'), ('equipment', 'equipment'), ('utilities', 'utilities'), ('waste', 'waste')], max_length=10)),
                ('name', models.CharField(max_length=300)),
                ('quantity', models.DecimalField(decimal_places=9, max_digits=30, null=True)),
                ('unit', models.CharField(blank=True, max_length=10)),
                ('state', models.CharField(blank=True, max_length=10)),
                ('cas', models.CharField(blank=True, max_length=300)),
                ('level', models.PositiveSmallIntegerField(null=True)),
                ('power_w', models.DecimalField(decimal_places=3, max_digits=30, null=True)),
                ('heat_w', models.DecimalField(decimal_places=3, max_digits=30, null=True)),
                ('says', models.CharField(blank=True, max_length=300)),
                ('doubts', models.JSONField(default=list)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('declaration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='residency.declaration')),
            ],
            options={
                'db_table': 'residency_declaration_line',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ('agents', 'chemicals', 'equipment', 'utilities', 'waste'))), name='declaration_line_kind_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('quantity', None), ('unit', '')), models.Q(('unit', ''), _negated=True), _connector='OR'), name='declaration_line_measured'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Feasibility',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('verdict', models.CharField(choices=[('feasible', 'feasible'), ('conditional', 'conditional'), ('not_feasible', 'not_feasible')], max_length=12)),
                ('reasons', models.CharField(max_length=2000)),
                ('conditions', models.CharField(blank=True, max_length=2000)),
                ('at', models.DateTimeField()),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('declaration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feasibilities', to='residency.declaration')),
                ('judged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'residency_feasibility',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('verdict__in', ('feasible', 'conditional', 'not_feasible'))), name='feasibility_verdict_known'),
                    models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='feasibility_reasoned'),
                    models.CheckConstraint(condition=models.Q(models.Q(('verdict', 'conditional'), _negated=True), models.Q(('conditions', ''), _negated=True), _connector='OR'), name='feasibility_conditions_said'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Form',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'residency_form',
                'constraints': [models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='form_named'), models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='form_code_fits')],
            },
        ),
        migrations.CreateModel(
            name='FormVersion',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('body', models.JSONField()),
                ('sha256', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='residency.form')),
            ],
            options={
                'db_table': 'residency_form_version',
                'constraints': [
                    models.UniqueConstraint(fields=('form', 'number'), name='form_version_numbered'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CallTerms',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('eligibility', models.JSONField(default=list)),
                ('call', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='residency.call')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.formversion')),
            ],
            options={
                'db_table': 'residency_call_terms',
            },
        ),
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('checks', models.JSONField(default=dict)),
                ('flags', models.CharField(blank=True, max_length=2000)),
                ('at', models.DateTimeField()),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='screening', to='residency.application')),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
            ],
            options={
                'db_table': 'residency_screening',
            },
        ),
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('returned_why', models.CharField(blank=True, max_length=1000)),
                ('returned_until', models.DateTimeField(null=True)),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='sheet', to='residency.application')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.formversion')),
            ],
            options={
                'db_table': 'residency_sheet',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('returned_until', None), ('returned_why', '')), models.Q(models.Q(('returned_why', ''), _negated=True), ('returned_until__isnull', False)), _connector='OR'), name='sheet_returned_reasoned'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('question', models.CharField(max_length=40)),
                ('value', models.JSONField(null=True)),
                ('confidential', models.BooleanField(default=True)),
                ('handed_in', models.BooleanField(default=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('saved_at', models.DateTimeField()),
                ('saved_by', models.CharField(max_length=254)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='residency.application')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
            ],
            options={
                'db_table': 'residency_answer',
                'constraints': [models.UniqueConstraint(fields=('application', 'question'), name='answer_once')],
            },
        ),
        migrations.CreateModel(
            name='AnswerFile',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('question', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=200)),
                ('saved_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='residency.application')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
            ],
            options={
                'db_table': 'residency_answer_file',
                'indexes': [models.Index(fields=['application', 'question'], name='answer_file_of_question')],
            },
        ),
        migrations.CreateModel(
            name='CompetitionFinding',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('why_ko', models.CharField(max_length=500)),
                ('why_en', models.CharField(max_length=500)),
                ('outcome', models.CharField(choices=[('open', 'open'), ('consented', 'consented'), ('refused', 'refused'), ('no_conflict', 'no_conflict')], max_length=12)),
                ('settled_why', models.CharField(blank=True, max_length=1000)),
                ('found_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='residency.application')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('resident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
            ],
            options={
                'db_table': 'residency_competition_finding',
                'constraints': [models.UniqueConstraint(fields=('application', 'resident'), name='competition_found_once'), models.CheckConstraint(condition=models.Q(('company', models.F('resident')), _negated=True), name='competition_of_two'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'open'), ('settled_at', None)), models.Q(('outcome__in', ('consented', 'refused', 'no_conflict')), ('settled_at__isnull', False), models.Q(('settled_why', ''), _negated=True)), _connector='OR'), name='competition_settled_reasoned')],
            },
        ),
    ]
