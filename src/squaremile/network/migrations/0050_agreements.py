"""Tables of agreements, commitments, clocks and published figures."""


import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.math
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0008_code_fits'),
        ('network', '0002_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('type', models.CharField(choices=[('LOI', 'LOI'), ('MOU', 'MOU'), ('MOA', 'MOA'), ('NDA', 'NDA'), ('MTA', 'MTA'), ('collaborative_research', 'collaborative_research'), ('licence', 'licence'), ('membership', 'membership')], max_length=24)),
                ('title_ko', models.CharField(blank=True, max_length=200)),
                ('title_en', models.CharField(blank=True, max_length=200)),
                ('scope_ko', models.TextField(blank=True)),
                ('scope_en', models.TextField(blank=True)),
                ('governing', models.CharField(blank=True, max_length=200)),
                ('binding', models.BooleanField()),
                ('state', models.CharField(choices=[('draft', 'draft'), ('review', 'review'), ('approved', 'approved'), ('signed', 'signed'), ('effective', 'effective'), ('renewed', 'renewed'), ('completed', 'completed'), ('lapsed', 'lapsed'), ('terminated', 'terminated'), ('withdrawn', 'withdrawn')], max_length=12)),
                ('moved_on', models.DateField()),
                ('moved_at', models.DateTimeField()),
                ('moved_why', models.CharField(blank=True, max_length=300)),
                ('lesson_ko', models.CharField(blank=True, max_length=300)),
                ('lesson_en', models.CharField(blank=True, max_length=300)),
                ('signed_on', models.DateField(null=True)),
                ('effective_on', models.DateField(null=True)),
                ('ends_on', models.DateField(null=True)),
                ('auto_renews', models.BooleanField(default=False)),
                ('notice_days', models.PositiveSmallIntegerField(null=True)),
                ('relation', models.CharField(blank=True, choices=[('follows', 'follows'), ('amendment', 'amendment'), ('renewal', 'renewal')], max_length=12)),
                ('readers', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('created_at', models.DateTimeField()),
                ('deputy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='network.agreement')),
            ],
            options={
                'db_table': 'network_agreement',
                'indexes': [
                    models.Index(fields=['state', 'ends_on'], name='agreement_by_state'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('title_en', ''), ('title_ko', ''), _negated=True), name='agreement_titled'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='agreement_code_fits'),
                    models.CheckConstraint(condition=models.Q(('type__in', ('LOI', 'MOU', 'MOA', 'NDA', 'MTA', 'collaborative_research', 'licence', 'membership'))), name='agreement_type_known'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'review', 'approved', 'signed', 'effective', 'renewed', 'completed', 'lapsed', 'terminated', 'withdrawn'))), name='agreement_state_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('signed_on', None), ('state__in', ('draft', 'review', 'approved'))), ('state', 'withdrawn'), ('signed_on__isnull', False), _connector='OR'), name='agreement_signed_dated'),
                    models.CheckConstraint(condition=models.Q(('ends_on', None), ('effective_on', None), ('ends_on__gte', models.F('effective_on')), _connector='OR'), name='agreement_term_sound'),
                    models.CheckConstraint(condition=models.Q(('notice_days', None), models.Q(('ends_on__isnull', False), ('notice_days__lte', 1095)), _connector='OR'), name='agreement_notice_sound'),
                    models.CheckConstraint(condition=models.Q(models.Q(('parent', None), ('relation', '')), models.Q(('parent__isnull', False), ('relation__in', ('follows', 'amendment', 'renewal')), models.Q(('parent', models.F('id')), _negated=True)), _connector='OR'), name='agreement_family_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AgreementCheck',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('item', models.CharField(choices=[('capacity', 'capacity'), ('sanctions', 'sanctions'), ('conflicts', 'conflicts')], max_length=12)),
                ('result', models.CharField(choices=[('clear', 'clear'), ('concern', 'concern'), ('not_needed', 'not_needed')], max_length=12)),
                ('says', models.CharField(blank=True, max_length=300)),
                ('checked_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='network.agreement')),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_agreement_check',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('item__in', ('capacity', 'sanctions', 'conflicts')), ('result__in', ('clear', 'concern', 'not_needed'))), name='check_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AgreementPaper',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('language', models.CharField(blank=True, max_length=2)),
                ('prevails', models.BooleanField(default=False)),
                ('name', models.CharField(max_length=200)),
                ('media_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='network.agreement')),
            ],
            options={
                'db_table': 'network_agreement_paper',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='paper_hash_formed'),
                    models.CheckConstraint(condition=models.Q(('language__regex', '^([a-z]{2})?$')), name='paper_language_formed'),
                    models.UniqueConstraint(condition=models.Q(('prevails', True)), fields=('agreement',), name='paper_one_prevails'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AgreementParty',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=200)),
                ('name_en', models.CharField(blank=True, max_length=200)),
                ('role', models.CharField(choices=[('lead', 'lead'), ('partner', 'partner'), ('funder', 'funder'), ('provider', 'provider'), ('witness', 'witness')], max_length=12)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='network.agreement')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.partner')),
            ],
            options={
                'db_table': 'network_agreement_party',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('partner__isnull', False), ('organisation__isnull', False), _connector='OR'), name='party_is_somebody'),
                    models.CheckConstraint(condition=models.Q(('role__in', ('lead', 'partner', 'funder', 'provider', 'witness'))), name='party_role_known'),
                    models.UniqueConstraint(fields=('agreement', 'partner'), name='party_once_as_partner'),
                    models.UniqueConstraint(fields=('agreement', 'organisation'), name='party_once_as_organisation'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AgreementSummary',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('type', models.CharField(max_length=24)),
                ('title_ko', models.CharField(blank=True, max_length=200)),
                ('title_en', models.CharField(blank=True, max_length=200)),
                ('says_ko', models.TextField(blank=True)),
                ('says_en', models.TextField(blank=True)),
                ('parties_ko', models.CharField(blank=True, max_length=500)),
                ('parties_en', models.CharField(blank=True, max_length=500)),
                ('signed_on', models.DateField()),
                ('listed', models.BooleanField(default=True)),
                ('published_at', models.DateTimeField()),
                ('agreement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='summary', to='network.agreement')),
                ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_agreement_summary',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('title_en', ''), ('title_ko', ''), _negated=True), name='summary_titled'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AgreementTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=12)),
                ('after', models.CharField(max_length=12)),
                ('at', models.DateTimeField()),
                ('happened_on', models.DateField()),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('lesson_ko', models.CharField(blank=True, max_length=300)),
                ('lesson_en', models.CharField(blank=True, max_length=300)),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='network.agreement')),
            ],
            options={
                'db_table': 'network_agreement_transition',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('after__in', ['lapsed', 'terminated', 'withdrawn']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='agreement_end_explained'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ClockAnswer',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('clock', models.CharField(choices=[('council_report', 'council_report'), ('action_plan', 'action_plan'), ('progress', 'progress'), ('review', 'review'), ('renewal_first', 'renewal_first'), ('renewal_second', 'renewal_second'), ('renewal_third', 'renewal_third'), ('ahead', 'ahead'), ('escalation', 'escalation')], max_length=16)),
                ('anchor', models.DateField()),
                ('number', models.PositiveSmallIntegerField()),
                ('says', models.CharField(max_length=300)),
                ('answered_on', models.DateField()),
                ('answered_at', models.DateTimeField()),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='network.agreement')),
                ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_clock_answer',
                'constraints': [
                    models.UniqueConstraint(fields=('agreement', 'clock', 'anchor', 'number'), name='clock_answered_once'),
                    models.CheckConstraint(condition=models.Q(('clock__in', ('council_report', 'action_plan', 'progress', 'review', 'renewal_first', 'renewal_second', 'renewal_third', 'ahead', 'escalation'))), name='clock_answer_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ClockSetting',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('clock', models.CharField(choices=[('council_report', 'council_report'), ('action_plan', 'action_plan'), ('progress', 'progress'), ('review', 'review'), ('renewal_first', 'renewal_first'), ('renewal_second', 'renewal_second'), ('renewal_third', 'renewal_third'), ('ahead', 'ahead'), ('escalation', 'escalation')], max_length=16)),
                ('days', models.PositiveSmallIntegerField()),
                ('changed_at', models.DateTimeField()),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_clock_setting',
                'constraints': [
                    models.UniqueConstraint(fields=('clock',), name='clock_set_once'),
                    models.CheckConstraint(condition=models.Q(('clock__in', ('council_report', 'action_plan', 'progress', 'review', 'renewal_first', 'renewal_second', 'renewal_third', 'ahead', 'escalation')), ('days__range', (1, 1095))), name='clock_days_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('investment', 'investment'), ('jobs', 'jobs'), ('research', 'research'), ('exchange', 'exchange'), ('publication', 'publication'), ('licence_income', 'licence_income'), ('visits', 'visits'), ('other', 'other')], max_length=16)),
                ('what_ko', models.CharField(blank=True, max_length=300)),
                ('what_en', models.CharField(blank=True, max_length=300)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=20)),
                ('unit', models.CharField(choices=[('KRW', 'KRW'), ('USD', 'USD'), ('EUR', 'EUR'), ('JPY', 'JPY'), ('GBP', 'GBP'), ('person', 'person'), ('item', 'item')], max_length=8)),
                ('due_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='network.agreement')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='network.agreementparty')),
            ],
            options={
                'db_table': 'network_commitment',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='commitment_code_fits'),
                    models.CheckConstraint(condition=models.Q(('what_en', ''), ('what_ko', ''), _negated=True), name='commitment_said'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ('investment', 'jobs', 'research', 'exchange', 'publication', 'licence_income', 'visits', 'other'))), name='commitment_kind_known'),
                    models.CheckConstraint(condition=models.Q(('unit__in', ('KRW', 'USD', 'EUR', 'JPY', 'GBP', 'person', 'item'))), name='commitment_unit_known'),
                    models.CheckConstraint(condition=models.Q(('amount', django.db.models.functions.math.Floor('amount')), ('amount__gt', 0)), name='commitment_amount_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CommitmentEntry',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('state', models.CharField(choices=[('signed', 'signed'), ('effective', 'effective'), ('started', 'started'), ('reported', 'reported'), ('arrived', 'arrived'), ('completed', 'completed'), ('lapsed', 'lapsed'), ('withdrawn', 'withdrawn')], max_length=10)),
                ('happened_on', models.DateField()),
                ('amount', models.DecimalField(decimal_places=2, max_digits=20)),
                ('evidence_url', models.URLField(blank=True, max_length=300)),
                ('confirmed_by', models.CharField(blank=True, max_length=120)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('recorded_at', models.DateTimeField()),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='network.commitment')),
                ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.agreementpaper')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.commitmententry')),
            ],
            options={
                'db_table': 'network_commitment_entry',
                'indexes': [
                    models.Index(fields=['commitment', 'recorded_at'], name='entry_of_commitment'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('signed', 'effective', 'started', 'reported', 'arrived', 'completed', 'lapsed', 'withdrawn'))), name='entry_state_known'),
                    models.CheckConstraint(condition=models.Q(('amount', django.db.models.functions.math.Floor('amount')), ('amount__gte', 0)), name='entry_amount_sound'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('arrived', 'completed')), _negated=True), models.Q(models.Q(('confirmed_by', ''), _negated=True), models.Q(models.Q(('evidence_url', ''), _negated=True), ('paper__isnull', False), _connector='OR')), _connector='OR'), name='entry_evidenced'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('lapsed', 'withdrawn')), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='entry_explained'),
                    models.UniqueConstraint(fields=('supersedes',), name='entry_superseded_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PublishedFigure',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kpi', models.CharField(max_length=40)),
                ('unit', models.CharField(max_length=8)),
                ('part', models.CharField(blank=True, max_length=8)),
                ('value', models.DecimalField(decimal_places=4, max_digits=24, null=True)),
                ('base', models.PositiveIntegerField()),
                ('as_of', models.DateField()),
                ('published_at', models.DateTimeField()),
                ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_published_figure',
                'constraints': [
                    models.UniqueConstraint(fields=('kpi', 'unit', 'part', 'published_at'), name='figure_published_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Signatory',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('role_ko', models.CharField(blank=True, max_length=120)),
                ('role_en', models.CharField(blank=True, max_length=120)),
                ('signed_on', models.DateField(null=True)),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatories', to='network.agreementparty')),
            ],
            options={
                'db_table': 'network_agreement_signatory',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='signatory_named'),
                ],
            },
        ),
    ]
