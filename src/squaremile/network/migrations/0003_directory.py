"""Technologies, research projects, publications, concepts and their evidence, claims, duplicates and merges."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0002_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='consent_withdrawn_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name='Concept',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(max_length=120)),
                ('name_en', models.CharField(max_length=120)),
                ('also_ko', models.CharField(blank=True, max_length=300)),
                ('also_en', models.CharField(blank=True, max_length=300)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'network_concept',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name_ko', ''), _negated=True), models.Q(('name_en', ''), _negated=True)), name='concept_named'), models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='concept_code_fits')],
            },
        ),
        migrations.CreateModel(
            name='Duplicate',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('person', 'person'), ('partner', 'partner')], max_length=10)),
                ('left', models.UUIDField()),
                ('right', models.UUIDField()),
                ('probability', models.DecimalField(decimal_places=4, max_digits=5)),
                ('reasons', models.JSONField(default=list)),
                ('state', models.CharField(choices=[('open', 'open'), ('merged', 'merged'), ('different', 'different')], max_length=10)),
                ('found_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_duplicate',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ('person', 'partner'))), name='duplicate_kind_known'),
                    models.CheckConstraint(condition=models.Q(('left__lt', models.F('right'))), name='duplicate_ordered'),
                    models.CheckConstraint(condition=models.Q(('probability__range', (0, 1))), name='duplicate_probability_sound'),
                    models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('state', 'open')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('state__in', ('merged', 'different'))), _connector='OR'), name='duplicate_decision_paired'),
                    models.UniqueConstraint(fields=('left', 'right'), name='duplicate_pair_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kept', models.UUIDField()),
                ('gone', models.UUIDField()),
                ('moved', models.JSONField(default=list)),
                ('merged_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('duplicate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='network.duplicate')),
                ('merged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_merge',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('undone_at', None), ('undone_by', None)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='merge_undo_paired'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PersonConcept',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('weight', models.DecimalField(decimal_places=2, max_digits=9)),
                ('publications', models.PositiveIntegerField()),
                ('concept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='network.concept')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='concepts', to='network.person')),
            ],
            options={
                'db_table': 'network_person_concept',
                'indexes': [
                    models.Index(fields=['concept', '-weight'], name='person_concept_by_weight'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('person', 'concept'), name='person_concept_once'),
                    models.CheckConstraint(condition=models.Q(('publications__gt', 0), ('weight__gt', 0)), name='person_concept_weighs'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('article', 'article'), ('review', 'review'), ('preprint', 'preprint'), ('proceedings', 'proceedings'), ('book', 'book'), ('thesis', 'thesis'), ('patent', 'patent'), ('other', 'other')], max_length=12)),
                ('title_ko', models.CharField(blank=True, max_length=500)),
                ('title_en', models.CharField(blank=True, max_length=500)),
                ('abstract_ko', models.TextField(blank=True)),
                ('abstract_en', models.TextField(blank=True)),
                ('keywords', models.CharField(blank=True, max_length=500)),
                ('venue', models.CharField(blank=True, max_length=300)),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('language', models.CharField(blank=True, max_length=3)),
                ('doi', models.CharField(blank=True, max_length=200)),
                ('pmid', models.CharField(blank=True, max_length=12)),
                ('openalex', models.CharField(blank=True, max_length=20)),
                ('source', models.CharField(blank=True, max_length=40)),
                ('hidden', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'network_publication',
                'indexes': [models.Index(fields=['-year'], name='publication_by_year')],
                'constraints': [models.CheckConstraint(condition=models.Q(('title_en', ''), ('title_ko', ''), _negated=True), name='publication_titled'), models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='publication_code_fits'), models.CheckConstraint(condition=models.Q(('kind__in', ('article', 'review', 'preprint', 'proceedings', 'book', 'thesis', 'patent', 'other'))), name='publication_kind_known'), models.CheckConstraint(condition=models.Q(('year', None), ('year__range', (1500, 2200)), _connector='OR'), name='publication_year_sound'), models.UniqueConstraint(condition=models.Q(('doi', ''), _negated=True), fields=('doi',), name='publication_doi_once'), models.UniqueConstraint(condition=models.Q(('pmid', ''), _negated=True), fields=('pmid',), name='publication_pmid_once'), models.UniqueConstraint(condition=models.Q(('openalex', ''), _negated=True), fields=('openalex',), name='publication_openalex_once')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('weight', models.DecimalField(decimal_places=2, max_digits=7)),
                ('concept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='network.concept')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='network.publication')),
            ],
            options={
                'db_table': 'network_evidence',
                'constraints': [
                    models.UniqueConstraint(fields=('publication', 'concept'), name='evidence_once'),
                    models.CheckConstraint(condition=models.Q(('weight__gt', 0)), name='evidence_weighs'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Authorship',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='authorships', to='network.person')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='authors', to='network.publication')),
            ],
            options={
                'db_table': 'network_authorship',
                'constraints': [
                    models.UniqueConstraint(fields=('publication', 'position'), name='authorship_position_once'),
                    models.UniqueConstraint(fields=('publication', 'person'), name='authorship_person_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ResearchProject',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('title_ko', models.CharField(blank=True, max_length=300)),
                ('title_en', models.CharField(blank=True, max_length=300)),
                ('says_ko', models.TextField(blank=True)),
                ('says_en', models.TextField(blank=True)),
                ('funder_ko', models.CharField(blank=True, max_length=200)),
                ('funder_en', models.CharField(blank=True, max_length=200)),
                ('first_year', models.PositiveSmallIntegerField()),
                ('last_year', models.PositiveSmallIntegerField()),
                ('source', models.CharField(blank=True, max_length=40)),
                ('hidden', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
                ('lab', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='network.lab')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='network.partner')),
            ],
            options={
                'db_table': 'network_research_project',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('title_en', ''), ('title_ko', ''), _negated=True), name='research_project_titled'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='research_project_code_fits'),
                    models.CheckConstraint(condition=models.Q(('first_year__range', (1900, 2200)), ('last_year__gte', models.F('first_year'))), name='research_project_years_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ProjectPerson',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='network.person')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='network.researchproject')),
            ],
            options={
                'db_table': 'network_project_person',
                'constraints': [
                    models.UniqueConstraint(fields=('project', 'person'), name='project_person_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Technology',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=200)),
                ('name_en', models.CharField(blank=True, max_length=200)),
                ('problem_ko', models.TextField(blank=True)),
                ('problem_en', models.TextField(blank=True)),
                ('advantage_ko', models.TextField(blank=True)),
                ('advantage_en', models.TextField(blank=True)),
                ('economics_ko', models.TextField(blank=True)),
                ('economics_en', models.TextField(blank=True)),
                ('stage_ko', models.CharField(blank=True, max_length=300)),
                ('stage_en', models.CharField(blank=True, max_length=300)),
                ('trl', models.PositiveSmallIntegerField()),
                ('patents', models.CharField(blank=True, max_length=300)),
                ('transferred_on', models.DateField(null=True)),
                ('checked_on', models.DateField()),
                ('source', models.CharField(blank=True, max_length=40)),
                ('hidden', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
                ('lab', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='technologies', to='network.lab')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='technologies', to='network.partner')),
            ],
            options={
                'db_table': 'network_technology',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='technology_named'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='technology_code_fits'),
                    models.CheckConstraint(condition=models.Q(('trl__range', (1, 9))), name='technology_trl_known'),
                    models.CheckConstraint(condition=models.Q(('problem_en', ''), ('problem_ko', ''), _negated=True), name='technology_problem_said'),
                    models.CheckConstraint(condition=models.Q(('advantage_en', ''), ('advantage_ko', ''), _negated=True), name='technology_advantage_said'),
                    models.CheckConstraint(condition=models.Q(('economics_en', ''), ('economics_ko', ''), _negated=True), name='technology_economics_said'),
                    models.CheckConstraint(condition=models.Q(('stage_en', ''), ('stage_ko', ''), _negated=True), name='technology_stage_said'),
                ],
            },
        ),
        migrations.CreateModel(
            name='TechnologyPerson',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='technologies', to='network.person')),
                ('technology', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='makers', to='network.technology')),
            ],
            options={
                'db_table': 'network_technology_person',
                'constraints': [
                    models.UniqueConstraint(fields=('technology', 'person'), name='technology_person_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('says', models.CharField(blank=True, max_length=300)),
                ('state', models.CharField(choices=[('asked', 'asked'), ('granted', 'granted'), ('declined', 'declined')], max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='network.person')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_claim',
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('asked', 'granted', 'declined'))), name='claim_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('state', 'asked')), models.Q(models.Q(('state', 'asked'), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='claim_decision_paired'), models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('person', 'user'), name='claim_open_once')],
            },
        ),
    ]
