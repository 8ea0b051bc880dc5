"""Delegations and visit days: who travels, whom they want to meet, what their days are made of, and the papers."""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids
import squaremile.kernel.models


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0002_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=200)),
                ('name_en', models.CharField(blank=True, max_length=200)),
                ('purpose_ko', models.TextField(blank=True)),
                ('purpose_en', models.TextField(blank=True)),
                ('direction', models.CharField(choices=[('inbound', 'inbound'), ('outbound', 'outbound')], max_length=10)),
                ('level', models.PositiveSmallIntegerField(default=3)),
                ('region_ko', models.CharField(blank=True, max_length=120)),
                ('region_en', models.CharField(blank=True, max_length=120)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('time_zone', models.CharField(max_length=40)),
                ('currency', models.CharField(default='KRW', max_length=3)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('submitted', 'submitted'), ('approved', 'approved'), ('live', 'live'), ('reported', 'reported'), ('closed', 'closed'), ('cancelled', 'cancelled')], max_length=10)),
                ('turn', models.PositiveSmallIntegerField(default=0)),
                ('turns', models.PositiveSmallIntegerField(default=0)),
                ('ended_reason', models.CharField(blank=True, max_length=300)),
                ('day_start', models.TimeField(default=datetime.time(9, 0))),
                ('day_end', models.TimeField(default=datetime.time(18, 0))),
                ('lunch_minutes', models.PositiveSmallIntegerField(default=60)),
                ('most_meetings', models.PositiveSmallIntegerField(default=5)),
                ('rest_minutes', models.PositiveSmallIntegerField(default=10)),
                ('speed_kmh', models.PositiveSmallIntegerField(default=25)),
                ('detour_percent', models.PositiveSmallIntegerField(default=130)),
                ('outline_ko', models.TextField(blank=True)),
                ('outline_en', models.TextField(blank=True)),
                ('implications_ko', models.TextField(blank=True)),
                ('implications_en', models.TextField(blank=True)),
                ('created_at', models.DateTimeField()),
                ('lead', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.partner')),
            ],
            options={
                'db_table': 'network_delegation',
                'indexes': [
                    models.Index(fields=['-starts_on'], name='delegation_by_day'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='delegation_named'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='delegation_code_fits'),
                    models.CheckConstraint(condition=models.Q(('direction__in', ('inbound', 'outbound'))), name='delegation_direction_known'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'submitted', 'approved', 'live', 'reported', 'closed', 'cancelled'))), name='delegation_state_known'),
                    models.CheckConstraint(condition=models.Q(('level__range', (1, 5))), name='delegation_level_known'),
                    models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='delegation_days_in_order'),
                    models.CheckConstraint(condition=models.Q(('day_end__gt', models.F('day_start')), ('detour_percent__range', (100, 400)), ('lunch_minutes__lte', 240), ('most_meetings__range', (1, 20)), ('rest_minutes__lte', 240), ('speed_kmh__range', (1, 400))), name='delegation_terms_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ClockDone',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('clock', models.CharField(max_length=20)),
                ('done_at', models.DateTimeField()),
                ('done_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clocks', to='network.delegation')),
            ],
            options={
                'db_table': 'network_delegation_clock',
                'constraints': [
                    models.UniqueConstraint(fields=('delegation', 'clock'), name='clock_done_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='BudgetLine',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('line', models.PositiveSmallIntegerField()),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('planned', models.BigIntegerField()),
                ('spent', models.BigIntegerField(null=True)),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='budget', to='network.delegation')),
            ],
            options={
                'db_table': 'network_delegation_budget',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='budget_line_named'),
                    models.UniqueConstraint(fields=('delegation', 'line'), name='budget_line_once'),
                    models.CheckConstraint(condition=models.Q(('planned__gte', 0), models.Q(('spent', None), ('spent__gte', 0), _connector='OR')), name='budget_line_positive'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('approved', 'approved'), ('declined', 'declined')], default='waiting', max_length=10)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('decided_at', models.DateTimeField(null=True)),
                ('approver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='network.delegation')),
            ],
            options={
                'db_table': 'network_delegation_approval',
                'constraints': [
                    models.UniqueConstraint(fields=('delegation', 'position'), name='approval_place_once'),
                    models.UniqueConstraint(fields=('delegation', 'approver'), name='approval_person_once'),
                    models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('state', 'waiting')), models.Q(('decided_at__isnull', False), ('state__in', ('approved', 'declined')), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='approval_decided_dated'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DelegationMember',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('role_ko', models.CharField(blank=True, max_length=200)),
                ('role_en', models.CharField(blank=True, max_length=200)),
                ('rank', models.PositiveSmallIntegerField(default=0)),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='network.delegation')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
            ],
            options={
                'db_table': 'network_delegation_member',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='member_named'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='member_code_fits'),
                    models.UniqueConstraint(fields=('delegation', 'person'), name='member_person_once'),
                    models.CheckConstraint(condition=models.Q(('rank__range', (0, 5))), name='member_rank_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DelegationTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=10)),
                ('after', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='network.delegation')),
            ],
            options={
                'db_table': 'network_delegation_transition',
            },
        ),
        migrations.CreateModel(
            name='MemberCare',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('needs_ko', models.CharField(blank=True, max_length=300)),
                ('needs_en', models.CharField(blank=True, max_length=300)),
                ('member', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='care', to='network.delegationmember')),
            ],
            options={
                'db_table': 'network_delegation_care',
            },
        ),
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('check_kind', models.CharField(choices=[('export_control', 'export_control'), ('sanctions', 'sanctions'), ('conflict', 'conflict')], max_length=20)),
                ('result', models.CharField(choices=[('clear', 'clear'), ('concern', 'concern'), ('refused', 'refused')], max_length=10)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('checked_at', models.DateTimeField()),
                ('checked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='screenings', to='network.delegationmember')),
            ],
            options={
                'db_table': 'network_delegation_screening',
                'constraints': [
                    models.UniqueConstraint(fields=('member', 'check_kind'), name='screening_once'),
                    models.CheckConstraint(condition=models.Q(('check_kind__in', ('export_control', 'sanctions', 'conflict')), ('result__in', ('clear', 'concern', 'refused'))), name='screening_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='VisitClock',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('clock', models.CharField(max_length=20)),
                ('anchor', models.CharField(choices=[('start', 'start'), ('end', 'end')], max_length=5)),
                ('days', models.SmallIntegerField()),
            ],
            options={
                'db_table': 'network_visit_clock',
                'constraints': [models.UniqueConstraint(fields=('clock',), name='visit_clock_once'), models.CheckConstraint(condition=models.Q(('anchor__in', ('start', 'end')), ('days__range', (-365, 365))), name='visit_clock_sound')],
            },
        ),
        migrations.CreateModel(
            name='VisitDocument',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('briefing', 'briefing'), ('committee', 'committee'), ('report', 'report')], max_length=10)),
                ('language', models.CharField(max_length=2)),
                ('version', models.PositiveSmallIntegerField()),
                ('content', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='network.delegation')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_visit_document',
                'constraints': [
                    models.UniqueConstraint(fields=('delegation', 'kind', 'language', 'version'), name='visit_document_once'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ('briefing', 'committee', 'report')), ('language__in', ('ko', 'en')), ('version__gte', 1)), name='visit_document_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='VisitPlace',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=200)),
                ('name_en', models.CharField(blank=True, max_length=200)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('latitude', models.DecimalField(decimal_places=5, max_digits=8, null=True)),
                ('longitude', models.DecimalField(decimal_places=5, max_digits=8, null=True)),
                ('base', models.BooleanField(default=False)),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='network.delegation')),
            ],
            options={
                'db_table': 'network_visit_place',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='visit_place_named'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='visit_place_code_fits'),
                    models.UniqueConstraint(condition=models.Q(('base', True)), fields=('delegation',), name='visit_base_once'),
                    models.CheckConstraint(condition=models.Q(models.Q(('latitude', None), ('longitude', None)), models.Q(('latitude__range', (-90, 90)), ('longitude__range', (-180, 180))), _connector='OR'), name='visit_place_paired'),
                ],
            },
        ),
        migrations.CreateModel(
            name='VisitWay',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('origin', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ways_from', to='network.visitplace')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ways_to', to='network.visitplace')),
            ],
            options={
                'db_table': 'network_visit_way',
                'constraints': [
                    models.UniqueConstraint(fields=('origin', 'target'), name='visit_way_once'),
                    models.CheckConstraint(condition=models.Q(('minutes__lte', 1440), models.Q(('origin', models.F('target')), _negated=True)), name='visit_way_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='VisitWish',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('title_ko', models.CharField(blank=True, max_length=200)),
                ('title_en', models.CharField(blank=True, max_length=200)),
                ('minutes', models.PositiveSmallIntegerField(default=60)),
                ('priority', models.PositiveSmallIntegerField(default=3)),
                ('equal_rank', models.BooleanField(default=False)),
                ('asks_ko', models.TextField(blank=True)),
                ('asks_en', models.TextField(blank=True)),
                ('offers_ko', models.TextField(blank=True)),
                ('offers_en', models.TextField(blank=True)),
                ('talking_ko', models.TextField(blank=True)),
                ('talking_en', models.TextField(blank=True)),
                ('avoid_ko', models.TextField(blank=True)),
                ('avoid_en', models.TextField(blank=True)),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wishes', to='network.delegation')),
                ('host', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.partner')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='wishes', to='network.visitplace')),
            ],
            options={
                'db_table': 'network_visit_wish',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('title_en', ''), ('title_ko', ''), _negated=True), name='wish_titled'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='wish_code_fits'),
                    models.CheckConstraint(condition=models.Q(('minutes__range', (5, 600)), ('priority__range', (1, 5))), name='wish_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='VisitStop',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('meeting', 'meeting'), ('travel', 'travel'), ('meal', 'meal'), ('rest', 'rest'), ('ceremony', 'ceremony')], max_length=10)),
                ('title_ko', models.CharField(blank=True, max_length=200)),
                ('title_en', models.CharField(blank=True, max_length=200)),
                ('period', squaremile.kernel.models.PeriodField()),
                ('planned', squaremile.kernel.models.PeriodField()),
                ('room', models.CharField(blank=True, max_length=80)),
                ('language', models.CharField(default='en', max_length=2)),
                ('chair', models.CharField(blank=True, max_length=120)),
                ('fixed', models.BooleanField(default=False)),
                ('minutes_ko', models.TextField(blank=True)),
                ('minutes_en', models.TextField(blank=True)),
                ('minuted_at', models.DateTimeField(null=True)),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stops', to='network.delegation')),
                ('minuted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stops', to='network.visitplace')),
                ('wish', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stop', to='network.visitwish')),
            ],
            options={
                'db_table': 'network_visit_stop',
                'indexes': [
                    models.Index(fields=['delegation'], name='stop_of_delegation'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('title_en', ''), ('title_ko', ''), _negated=True), name='stop_titled'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='stop_code_fits'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ('meeting', 'travel', 'meal', 'rest', 'ceremony'))), name='stop_kind_known'),
                    models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__lower_inc', True), ('period__lower_inf', False), ('period__upper_inc', False), ('period__upper_inf', False)), name='stop_period_sound'),
                    models.CheckConstraint(condition=models.Q(('planned__isempty', False), ('planned__lower_inc', True), ('planned__lower_inf', False), ('planned__upper_inc', False), ('planned__upper_inf', False)), name='stop_planned_sound'),
                    models.CheckConstraint(condition=models.Q(models.Q(('minuted_at', None), ('minuted_by', None)), models.Q(('minuted_at__isnull', False), ('minuted_by__isnull', False)), _connector='OR'), name='stop_minuted_paired'),
                ],
            },
        ),
        migrations.CreateModel(
            name='VisitPromise',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('says_ko', models.CharField(blank=True, max_length=300)),
                ('says_en', models.CharField(blank=True, max_length=300)),
                ('promiser', models.CharField(max_length=120)),
                ('due_on', models.DateField()),
                ('kept_at', models.DateTimeField(null=True)),
                ('kept_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('stop', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='network.visitstop')),
            ],
            options={
                'db_table': 'network_visit_promise',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('says_en', ''), ('says_ko', ''), _negated=True), name='visit_promise_said'),
                    models.CheckConstraint(condition=models.Q(models.Q(('kept_at', None), ('kept_by', None)), models.Q(('kept_at__isnull', False), ('kept_by__isnull', False)), _connector='OR'), name='visit_promise_kept_paired'),
                ],
            },
        ),
        migrations.CreateModel(
            name='StopPerson',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('member', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.delegationmember')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('stop', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='network.visitstop')),
            ],
            options={
                'db_table': 'network_visit_attendance',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('member', None), ('person__isnull', False)), models.Q(('member__isnull', False), ('person', None)), _connector='OR'), name='attendance_is_one'),
                    models.UniqueConstraint(fields=('stop', 'member', 'person'), name='attendance_once', nulls_distinct=False),
                ],
            },
        ),
        migrations.CreateModel(
            name='HostWindow',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('period', squaremile.kernel.models.PeriodField()),
                ('wish', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='windows', to='network.visitwish')),
            ],
            options={
                'db_table': 'network_visit_window',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__lower_inc', True), ('period__lower_inf', False), ('period__upper_inc', False), ('period__upper_inf', False)), name='visit_window_sound'),
                ],
            },
        ),
    ]
