"""Review: rounds, reviews, conflicts, decisions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0011_application_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReviewRound',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('stage', models.CharField(choices=[('paper', 'paper'), ('mentor', 'mentor'), ('pitch', 'pitch')], max_length=8)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('open', 'open'), ('closed', 'closed')], max_length=8)),
                ('rubric', models.JSONField()),
                ('each', models.PositiveSmallIntegerField(default=3)),
                ('quorum', models.PositiveSmallIntegerField(default=2)),
                ('pass_mark', models.DecimalField(decimal_places=2, default=70, max_digits=5)),
                ('places', models.PositiveSmallIntegerField(default=10)),
                ('blind', models.BooleanField(default=True)),
                ('hidden', models.JSONField(default=list)),
                ('created_at', models.DateTimeField()),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='residency.call')),
            ],
            options={
                'db_table': 'residency_review_round',
                'constraints': [
                    models.UniqueConstraint(fields=('call', 'stage'), name='review_round_once'),
                    models.CheckConstraint(condition=models.Q(('stage__in', ('paper', 'mentor', 'pitch'))), name='review_round_stage_known'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'open', 'closed'))), name='review_round_state_known'),
                    models.CheckConstraint(condition=models.Q(('each__range', (1, 10)), ('pass_mark__range', (0, 100)), ('quorum__gte', 1), ('quorum__lte', models.F('each'))), name='review_round_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ReviewPaper',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('section_ko', models.CharField(blank=True, max_length=300)),
                ('section_en', models.CharField(blank=True, max_length=300)),
                ('label_ko', models.CharField(blank=True, max_length=1000)),
                ('label_en', models.CharField(blank=True, max_length=1000)),
                ('says_ko', models.TextField(blank=True)),
                ('says_en', models.TextField(blank=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.application')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='residency.reviewround')),
            ],
            options={
                'db_table': 'residency_review_paper',
                'constraints': [
                    models.UniqueConstraint(fields=('round', 'application', 'number'), name='review_paper_numbered'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('state', models.CharField(choices=[('given', 'given'), ('submitted', 'submitted'), ('barred', 'barred')], max_length=10)),
                ('rubric', models.JSONField()),
                ('blind', models.BooleanField()),
                ('points', models.JSONField(default=dict)),
                ('total', models.DecimalField(decimal_places=4, max_digits=7, null=True)),
                ('comment', models.CharField(blank=True, max_length=4000)),
                ('version', models.PositiveIntegerField(default=0)),
                ('given_at', models.DateTimeField()),
                ('submitted_at', models.DateTimeField(null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='residency.application')),
                ('reviewer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='residency.reviewer')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='residency.reviewround')),
            ],
            options={
                'db_table': 'residency_review',
                'constraints': [
                    models.UniqueConstraint(fields=('round', 'application', 'reviewer'), name='review_once'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('given', 'submitted', 'barred'))), name='review_state_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'submitted'), _negated=True), models.Q(('submitted_at__isnull', False), ('total__range', (0, 100))), _connector='OR'), name='review_submitted_scored'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ReviewRoundTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=8)),
                ('after', models.CharField(max_length=8)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('review_round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='residency.reviewround')),
            ],
            options={
                'db_table': 'residency_review_round_transition',
            },
        ),
        migrations.CreateModel(
            name='ReviewTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=10)),
                ('after', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='residency.review')),
            ],
            options={
                'db_table': 'residency_review_transition',
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('outcome', models.CharField(choices=[('accept', 'accept'), ('wait_list', 'wait_list'), ('decline', 'decline')], max_length=10)),
                ('reasons', models.CharField(max_length=4000)),
                ('conditions', models.CharField(blank=True, max_length=2000)),
                ('decided_at', models.DateTimeField()),
                ('told_at', models.DateTimeField(null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='residency.application')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'residency_decision',
                'constraints': [models.UniqueConstraint(fields=('application', 'number'), name='decision_numbered'), models.CheckConstraint(condition=models.Q(('outcome__in', ('accept', 'wait_list', 'decline'))), name='decision_outcome_known'), models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='decision_reasoned')],
            },
        ),
        migrations.CreateModel(
            name='ReviewConflict',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('own_company', 'own_company'), ('kin', 'kin'), ('co_author', 'co_author'), ('investor', 'investor'), ('mentor', 'mentor'), ('competitor', 'competitor'), ('other', 'other'), ('same_organisation', 'same_organisation'), ('same_domain', 'same_domain')], max_length=20)),
                ('why', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField()),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conflicts', to='residency.application')),
                ('reviewer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conflicts', to='residency.reviewer')),
            ],
            options={
                'db_table': 'residency_review_conflict',
                'constraints': [models.UniqueConstraint(fields=('application', 'reviewer', 'kind'), name='review_conflict_once'), models.CheckConstraint(condition=models.Q(('kind__in', ('own_company', 'kin', 'co_author', 'investor', 'mentor', 'competitor', 'other', 'same_organisation', 'same_domain'))), name='review_conflict_kind_known')],
            },
        ),
    ]
