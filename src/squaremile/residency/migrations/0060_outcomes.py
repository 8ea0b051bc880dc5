"""Outcomes, surveys, impact reports, and what the forecast is told."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('residency', '0041_people_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='RecordBeginning',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('whole_from', models.DateField()),
                ('said_at', models.DateTimeField()),
                ('said_by', models.UUIDField(null=True)),
            ],
            options={
                'db_table': 'residency_record_beginning',
            },
        ),
        migrations.CreateModel(
            name='ForecastPrice',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('place_kind', models.CharField(max_length=20)),
                ('from_on', models.DateField()),
                ('monthly_minor', models.BigIntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('set_at', models.DateTimeField()),
                ('set_by', models.UUIDField(null=True)),
            ],
            options={
                'db_table': 'residency_forecast_price',
                'constraints': [models.CheckConstraint(condition=models.Q(('currency__in', ('KRW', 'JPY', 'USD', 'EUR', 'GBP')), ('monthly_minor__gte', 0)), name='forecast_price_sound')],
            },
        ),
        migrations.CreateModel(
            name='ImpactReport',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('as_of', models.DateField()),
                ('title_ko', models.CharField(blank=True, max_length=120)),
                ('title_en', models.CharField(blank=True, max_length=120)),
                ('preface_ko', models.TextField(blank=True)),
                ('preface_en', models.TextField(blank=True)),
                ('frozen_at', models.DateTimeField()),
                ('frozen_by', models.UUIDField(null=True)),
                ('published_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'residency_impact_report',
                'indexes': [models.Index(fields=['as_of'], name='impact_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('title_en', ''), ('title_ko', ''), _negated=True), name='impact_titled')],
            },
        ),
        migrations.CreateModel(
            name='ImpactFigure',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('indicator', models.CharField(max_length=30)),
                ('version', models.PositiveSmallIntegerField()),
                ('part', models.CharField(blank=True, max_length=20)),
                ('currency', models.CharField(blank=True, max_length=3)),
                ('value', models.DecimalField(decimal_places=4, max_digits=24, null=True)),
                ('low', models.DecimalField(decimal_places=4, max_digits=24, null=True)),
                ('high', models.DecimalField(decimal_places=4, max_digits=24, null=True)),
                ('companies', models.PositiveIntegerField(null=True)),
                ('entries', models.PositiveIntegerField(null=True)),
                ('self_reported', models.PositiveIntegerField(null=True)),
                ('because', models.CharField(blank=True, max_length=12)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='residency.impactreport')),
            ],
            options={
                'db_table': 'residency_impact_figure',
                'constraints': [
                    models.UniqueConstraint(fields=('report', 'indicator', 'part', 'currency'), name='impact_figure_once'),
                    models.CheckConstraint(condition=models.Q(models.Q(('because', ''), ('companies__isnull', False), ('value__isnull', False)), models.Q(('because__in', ('few', 'difference')), ('companies', None), ('entries', None), ('high', None), ('low', None), ('self_reported', None), ('value', None)), _connector='OR'), name='impact_withheld_is_not_kept'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ImpactRestatement',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('value', models.DecimalField(decimal_places=4, max_digits=24, null=True)),
                ('because', models.CharField(blank=True, max_length=12)),
                ('changed', models.CharField(max_length=10)),
                ('figure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restated', to='residency.impactfigure')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restatements', to='residency.impactreport')),
            ],
            options={
                'db_table': 'residency_impact_restatement',
                'constraints': [
                    models.UniqueConstraint(fields=('report', 'figure'), name='impact_restated_once'),
                    models.CheckConstraint(condition=models.Q(('changed__in', ('definition', 'data'))), name='impact_change_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('because', ''), ('value__isnull', False)), models.Q(('because__in', ('few', 'difference')), ('value', None)), _connector='OR'), name='impact_restated_or_withheld'),
                ],
            },
        ),
        migrations.CreateModel(
            name='OutcomeSurvey',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('as_of', models.DateField()),
                ('form', models.PositiveSmallIntegerField()),
                ('opened_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'residency_outcome_survey',
                'constraints': [models.UniqueConstraint(fields=('as_of',), name='survey_once_a_day'), models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opened_at'))), name='survey_closes_later')],
            },
        ),
        migrations.CreateModel(
            name='OutcomeEntry',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('jobs', 'jobs'), ('capital', 'capital'), ('ipo', 'ipo'), ('acquisition', 'acquisition'), ('patent_filed', 'patent_filed'), ('patent_granted', 'patent_granted'), ('trial_started', 'trial_started'), ('participants_dosed', 'participants_dosed'), ('product', 'product'), ('moved', 'moved'), ('founders', 'founders'), ('nps', 'nps'), ('closed', 'closed'), ('regional_financing', 'regional_financing')], max_length=20)),
                ('happened_on', models.DateField()),
                ('amount_minor', models.BigIntegerField(null=True)),
                ('currency', models.CharField(blank=True, max_length=3)),
                ('count', models.PositiveBigIntegerField(null=True)),
                ('of', models.PositiveBigIntegerField(null=True)),
                ('round', models.CharField(blank=True, max_length=10)),
                ('source', models.CharField(blank=True, max_length=16)),
                ('definition', models.PositiveSmallIntegerField(default=1)),
                ('confidence', models.CharField(choices=[('self_reported', 'self_reported'), ('verified', 'verified')], max_length=14)),
                ('evidence_url', models.CharField(blank=True, max_length=300)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('may_publish', models.BooleanField(default=False)),
                ('origin', models.CharField(choices=[('entered', 'entered'), ('survey', 'survey'), ('import', 'import')], max_length=8)),
                ('withdrawn', models.BooleanField(default=False)),
                ('entered_at', models.DateTimeField()),
                ('entered_by', models.UUIDField(null=True)),
                ('company', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='residency.company')),
                ('corrects', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='residency.outcomeentry')),
                ('evidence_file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('survey', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.outcomesurvey')),
            ],
            options={
                'db_table': 'residency_outcome_entry',
                'indexes': [
                    models.Index(fields=['company', 'kind', 'happened_on'], name='outcome_of_company'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ('jobs', 'capital', 'ipo', 'acquisition', 'patent_filed', 'patent_granted', 'trial_started', 'participants_dosed', 'product', 'moved', 'founders', 'nps', 'closed', 'regional_financing'))), name='outcome_kind_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('company', None), ('kind__in', ('regional_financing',))), models.Q(models.Q(('kind__in', ('regional_financing',)), _negated=True), ('company__isnull', False)), _connector='OR'), name='outcome_of_somebody'),
                    models.CheckConstraint(condition=models.Q(models.Q(('amount_minor', None), ('currency', '')), models.Q(('amount_minor__gte', 0), ('currency__in', ('KRW', 'JPY', 'USD', 'EUR', 'GBP'))), _connector='OR'), name='outcome_money_whole'),
                    models.CheckConstraint(condition=models.Q(('of', None), models.Q(('count__lte', models.F('of')), ('of__gte', 1)), _connector='OR'), name='outcome_part_of_whole'),
                    models.CheckConstraint(condition=models.Q(('source__in', ('', 'venture', 'angel', 'corporate', 'grant', 'debt', 'public_offering', 'other'))), name='outcome_source_known'),
                    models.CheckConstraint(condition=models.Q(('round__in', ('', 'pre_seed', 'seed', 'series_a', 'series_b', 'later', 'none'))), name='outcome_round_known'),
                    models.CheckConstraint(condition=models.Q(('confidence', 'self_reported'), models.Q(('confidence', 'verified'), models.Q(models.Q(('evidence_url', ''), _negated=True), ('evidence_file__isnull', False), _connector='OR')), _connector='OR'), name='outcome_verified_by_evidence'),
                    models.CheckConstraint(condition=models.Q(('evidence_url', ''), ('evidence_url__regex', '^https?://[^\\s]+$'), _connector='OR'), name='outcome_evidence_fits'),
                    models.CheckConstraint(condition=models.Q(('withdrawn', False), ('corrects__isnull', False), _connector='OR'), name='outcome_withdrawn_corrects'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ImpactEvidence',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('public_url', models.CharField(blank=True, max_length=300)),
                ('figure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='residency.impactfigure')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.outcomeentry')),
            ],
            options={
                'db_table': 'residency_impact_evidence',
                'constraints': [
                    models.UniqueConstraint(fields=('figure', 'entry'), name='impact_evidence_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SurveyAnswer',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('asked_at', models.DateTimeField()),
                ('reminded_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answers', models.JSONField(default=dict)),
                ('may_publish', models.BooleanField(default=False)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='residency.outcomesurvey')),
            ],
            options={
                'db_table': 'residency_survey_answer',
                'constraints': [
                    models.UniqueConstraint(fields=('survey', 'company'), name='survey_asks_once'),
                ],
            },
        ),
    ]
