"""Tables of liaison work: memberships, interactions, promises, introductions, incentives."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids
import squaremile.kernel.models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0008_code_fits'),
        ('network', '0002_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ActivityKind',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('points', models.DecimalField(decimal_places=2, max_digits=6)),
                ('fixed', models.BooleanField(default=False)),
                ('active', models.BooleanField(default=True)),
            ],
            options={
                'db_table': 'network_activity_kind',
                'constraints': [models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='activity_kind_named'), models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='activity_kind_code_fits'), models.CheckConstraint(condition=models.Q(('points__gt', 0)), name='activity_kind_points_sound')],
            },
        ),
        migrations.CreateModel(
            name='Introduction',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('state', models.CharField(choices=[('requested', 'requested'), ('refused', 'refused'), ('asked', 'asked'), ('declined', 'declined'), ('withdrawn', 'withdrawn'), ('accepted', 'accepted'), ('met', 'met'), ('closed', 'closed')], max_length=10)),
                ('message_ko', models.TextField(blank=True)),
                ('message_en', models.TextField(blank=True)),
                ('anonymous', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
                ('asked_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('met_at', models.DateTimeField(null=True)),
                ('lab', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.lab')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
                ('target', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.partner')),
            ],
            options={
                'db_table': 'network_introduction',
                'indexes': [
                    models.Index(fields=['state', 'created_at'], name='introduction_by_state'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='introduction_code_fits'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('requested', 'refused', 'asked', 'declined', 'withdrawn', 'accepted', 'met', 'closed'))), name='introduction_state_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('lab', None), ('person__isnull', False), ('target', None)), models.Q(('lab__isnull', False), ('person', None), ('target', None)), models.Q(('lab', None), ('person', None), ('target__isnull', False)), _connector='OR'), name='introduction_one_target'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Interaction',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('visit', 'visit'), ('call', 'call'), ('mail', 'mail'), ('meeting', 'meeting'), ('event', 'event')], max_length=10)),
                ('at', models.DateTimeField()),
                ('length', models.PositiveSmallIntegerField(default=0)),
                ('title_ko', models.CharField(blank=True, max_length=200)),
                ('title_en', models.CharField(blank=True, max_length=200)),
                ('minutes_ko', models.TextField(blank=True)),
                ('minutes_en', models.TextField(blank=True)),
                ('entitlement', models.CharField(blank=True, choices=[('faculty_meeting', 'faculty_meeting'), ('visit_day', 'visit_day'), ('symposium_seat', 'symposium_seat'), ('search', 'search')], max_length=20)),
                ('units', models.PositiveSmallIntegerField(default=1)),
                ('created_at', models.DateTimeField()),
                ('created_by', models.UUIDField(null=True)),
                ('need', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.need')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.partner')),
                ('introduction', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.introduction')),
            ],
            options={
                'db_table': 'network_interaction',
                'indexes': [
                    models.Index(fields=['organisation', 'at'], name='interaction_of_company'),
                    models.Index(fields=['partner', 'at'], name='interaction_of_partner'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='interaction_code_fits'),
                    models.CheckConstraint(condition=models.Q(models.Q(('organisation', None), ('partner__isnull', False)), models.Q(('organisation__isnull', False), ('partner', None)), _connector='OR'), name='interaction_one_member'),
                    models.CheckConstraint(condition=models.Q(('title_en', ''), ('title_ko', ''), _negated=True), name='interaction_titled'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ('visit', 'call', 'mail', 'meeting', 'event'))), name='interaction_kind_known'),
                    models.CheckConstraint(condition=models.Q(('entitlement__in', ('', 'faculty_meeting', 'visit_day', 'symposium_seat', 'search'))), name='interaction_entitlement_known'),
                    models.CheckConstraint(condition=models.Q(('length__lte', 10080)), name='interaction_length_sound'),
                    models.CheckConstraint(condition=models.Q(('units__range', (1, 1000))), name='interaction_units_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='InteractionNote',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('notes_ko', models.TextField(blank=True)),
                ('notes_en', models.TextField(blank=True)),
                ('interaction', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='note', to='network.interaction')),
            ],
            options={
                'db_table': 'network_interaction_note',
            },
        ),
        migrations.CreateModel(
            name='Feedback',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('side', models.CharField(choices=[('requester', 'requester'), ('expert', 'expert')], max_length=10)),
                ('given_by', models.UUIDField()),
                ('useful', models.BooleanField()),
                ('goes_on', models.BooleanField()),
                ('at', models.DateTimeField()),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('introduction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feedback', to='network.introduction')),
            ],
            options={
                'db_table': 'network_feedback',
                'constraints': [
                    models.UniqueConstraint(fields=('introduction', 'side'), name='feedback_once_a_side'),
                    models.CheckConstraint(condition=models.Q(('side__in', ('requester', 'expert'))), name='feedback_side_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Connection',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('side', models.CharField(choices=[('requester', 'requester'), ('expert', 'expert')], max_length=10)),
                ('name_ko', models.CharField(blank=True, max_length=200)),
                ('name_en', models.CharField(blank=True, max_length=200)),
                ('body_ko', models.CharField(blank=True, max_length=200)),
                ('body_en', models.CharField(blank=True, max_length=200)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('introduction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='connections', to='network.introduction')),
            ],
            options={
                'db_table': 'network_connection',
                'constraints': [
                    models.UniqueConstraint(fields=('introduction', 'side'), name='connection_once_a_side'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Approach',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('requester_ko', models.CharField(blank=True, max_length=200)),
                ('requester_en', models.CharField(blank=True, max_length=200)),
                ('secret_hash', models.CharField(max_length=64, null=True, unique=True)),
                ('expires_at', models.DateTimeField(null=True)),
                ('letter_due', models.BooleanField(default=False)),
                ('asked_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('accepted', models.BooleanField(null=True)),
                ('private_reason', models.CharField(blank=True, max_length=300)),
                ('heard', models.CharField(blank=True, max_length=300)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
                ('introduction', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='approach', to='network.introduction')),
            ],
            options={
                'db_table': 'network_approach',
                'indexes': [
                    models.Index(fields=['person'], name='approach_of_person'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('accepted', None), ('answered_at', None)), models.Q(('accepted__isnull', False), ('answered_at__isnull', False), ('secret_hash', None)), _connector='OR'), name='approach_answered_paired'),
                    models.CheckConstraint(condition=models.Q(('secret_hash', None), ('expires_at__isnull', False), _connector='OR'), name='approach_letter_expires'),
                ],
            },
        ),
        migrations.CreateModel(
            name='IntroductionDetail',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('reason_ko', models.TextField(blank=True)),
                ('reason_en', models.TextField(blank=True)),
                ('member_ko', models.CharField(max_length=200)),
                ('member_en', models.CharField(max_length=200)),
                ('contact_ko', models.CharField(blank=True, max_length=120)),
                ('contact_en', models.CharField(blank=True, max_length=120)),
                ('contact_email', models.EmailField(max_length=254)),
                ('refused_reason', models.CharField(blank=True, max_length=300)),
                ('outcome', models.CharField(blank=True, choices=[('nda', 'nda'), ('consulting', 'consulting'), ('gift', 'gift'), ('sponsored_research', 'sponsored_research'), ('license', 'license'), ('pilot', 'pilot'), ('hire', 'hire'), ('equipment_use', 'equipment_use'), ('no_go', 'no_go')], max_length=20)),
                ('outcome_reason', models.CharField(blank=True, max_length=300)),
                ('introduction', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='detail', to='network.introduction')),
                ('need', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.need')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.partner')),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_introduction_detail',
                'indexes': [
                    models.Index(fields=['organisation'], name='introduction_of_company'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('organisation', None), ('partner__isnull', False)), models.Q(('organisation__isnull', False), ('partner', None)), _connector='OR'), name='introduction_one_member'),
                    models.CheckConstraint(condition=models.Q(('reason_en', ''), ('reason_ko', ''), _negated=True), name='introduction_reasoned'),
                    models.CheckConstraint(condition=models.Q(('outcome__in', ('', 'nda', 'consulting', 'gift', 'sponsored_research', 'license', 'pilot', 'hire', 'equipment_use', 'no_go'))), name='introduction_outcome_known'),
                    models.CheckConstraint(condition=models.Q(('outcome', ''), models.Q(('outcome_reason', ''), _negated=True), _connector='OR'), name='introduction_outcome_reasoned'),
                ],
            },
        ),
        migrations.CreateModel(
            name='IntroductionTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=12)),
                ('after', models.CharField(max_length=12)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('introduction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='network.introduction')),
            ],
            options={
                'db_table': 'network_introduction_transition',
            },
        ),
        migrations.CreateModel(
            name='Pool',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('year', models.PositiveSmallIntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('dues', models.PositiveBigIntegerField()),
                ('percent', models.DecimalField(decimal_places=2, max_digits=5)),
                ('amount', models.PositiveBigIntegerField()),
                ('closed_at', models.DateTimeField()),
                ('closed_by', models.UUIDField()),
            ],
            options={
                'db_table': 'network_pool',
                'constraints': [models.UniqueConstraint(fields=('year', 'currency'), name='pool_once_a_year'), models.CheckConstraint(condition=models.Q(('currency__in', ['EUR', 'GBP', 'JPY', 'KRW', 'USD'])), name='pool_currency_known'), models.CheckConstraint(condition=models.Q(('percent__range', (0, 100))), name='pool_percent_sound')],
            },
        ),
        migrations.CreateModel(
            name='Payout',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('points', models.DecimalField(decimal_places=2, max_digits=9)),
                ('amount', models.PositiveBigIntegerField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
                ('pool', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payouts', to='network.pool')),
            ],
            options={
                'db_table': 'network_payout',
                'constraints': [
                    models.UniqueConstraint(fields=('pool', 'person'), name='payout_once_a_person'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Promise',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('what_ko', models.CharField(blank=True, max_length=300)),
                ('what_en', models.CharField(blank=True, max_length=300)),
                ('owner_kind', models.CharField(choices=[('staff', 'staff'), ('person', 'person'), ('member', 'member')], max_length=8)),
                ('owner_ko', models.CharField(max_length=200)),
                ('owner_en', models.CharField(max_length=200)),
                ('due', models.DateField()),
                ('weeks', models.PositiveSmallIntegerField(default=0)),
                ('internal', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('open', 'open'), ('kept', 'kept'), ('broken', 'broken'), ('withdrawn', 'withdrawn')], default='open', max_length=10)),
                ('evidence', models.CharField(blank=True, max_length=500)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('created_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(null=True)),
                ('settled_by', models.UUIDField(null=True)),
                ('interaction', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='network.interaction')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('owner_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
                ('owner_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.partner')),
            ],
            options={
                'db_table': 'network_promise',
                'indexes': [
                    models.Index(fields=['state', 'due'], name='promise_by_due'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='promise_code_fits'),
                    models.CheckConstraint(condition=models.Q(models.Q(('organisation', None), ('partner__isnull', False)), models.Q(('organisation__isnull', False), ('partner', None)), _connector='OR'), name='promise_one_member'),
                    models.CheckConstraint(condition=models.Q(('what_en', ''), ('what_ko', ''), _negated=True), name='promise_says_what'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('open', 'kept', 'broken', 'withdrawn'))), name='promise_state_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('owner_kind', 'staff'), ('owner_person', None), ('owner_user__isnull', False)), models.Q(('owner_kind', 'person'), ('owner_person__isnull', False), ('owner_user', None)), models.Q(('owner_kind', 'member'), ('owner_person', None), ('owner_user', None)), _connector='OR'), name='promise_owned'),
                    models.CheckConstraint(condition=models.Q(models.Q(('settled_at', None), ('settled_by', None), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='promise_settled_paired'),
                    models.CheckConstraint(condition=models.Q(('state', 'open'), models.Q(models.Q(('evidence', ''), _negated=True), ('state', 'kept')), models.Q(models.Q(('reason', ''), _negated=True), ('state__in', ('broken', 'withdrawn'))), _connector='OR'), name='promise_settled_with_grounds'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Tier',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('dues', models.PositiveBigIntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('active', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'network_tier',
                'constraints': [models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='tier_named'), models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='tier_code_fits'), models.CheckConstraint(condition=models.Q(('currency__in', ['EUR', 'GBP', 'JPY', 'KRW', 'USD'])), name='tier_currency_known')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('valid', squaremile.kernel.models.PeriodField()),
                ('dues', models.PositiveBigIntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('created_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.UUIDField(null=True)),
                ('end_reason', models.CharField(blank=True, max_length=300)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.partner')),
                ('policy_contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
                ('working_contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
                ('tier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.tier')),
            ],
            options={
                'db_table': 'network_membership',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='membership_code_fits'),
                    models.CheckConstraint(condition=models.Q(models.Q(('organisation', None), ('partner__isnull', False)), models.Q(('organisation__isnull', False), ('partner', None)), _connector='OR'), name='membership_one_member'),
                    models.CheckConstraint(condition=models.Q(('valid__isempty', False), ('valid__lower_inc', True), ('valid__lower_inf', False), ('valid__upper_inc', False), ('valid__upper_inf', False)), name='membership_period_sound'),
                    models.CheckConstraint(condition=models.Q(('currency__in', ['EUR', 'GBP', 'JPY', 'KRW', 'USD'])), name='membership_currency_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('end_reason', ''), ('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='membership_ended_paired'),
                    django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('ended_at', None)), expressions=[('organisation', '='), ('valid', '&&')], name='membership_no_overlap_organisation'),
                    django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('ended_at', None)), expressions=[('partner', '='), ('valid', '&&')], name='membership_no_overlap_partner'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Entitlement',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('faculty_meeting', 'faculty_meeting'), ('visit_day', 'visit_day'), ('symposium_seat', 'symposium_seat'), ('search', 'search')], max_length=20)),
                ('yearly', models.PositiveSmallIntegerField()),
                ('tier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entitlements', to='network.tier')),
            ],
            options={
                'db_table': 'network_entitlement',
                'constraints': [
                    models.UniqueConstraint(fields=('tier', 'kind'), name='entitlement_once_per_tier'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ('faculty_meeting', 'visit_day', 'symposium_seat', 'search'))), name='entitlement_kind_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Directorship',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name_ko', models.CharField(blank=True, max_length=80)),
                ('name_en', models.CharField(blank=True, max_length=80)),
                ('email', models.EmailField(max_length=254)),
                ('started_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('director', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.partner')),
            ],
            options={
                'db_table': 'network_directorship',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('organisation', None), ('partner__isnull', False)), models.Q(('organisation__isnull', False), ('partner', None)), _connector='OR'), name='directorship_one_member'), models.CheckConstraint(condition=models.Q(('ended_at', None), ('ended_at__gte', models.F('started_at')), _connector='OR'), name='directorship_ends_after'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('organisation',), name='directorship_one_of_organisation'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('partner',), name='directorship_one_of_partner')],
            },
        ),
        migrations.CreateModel(
            name='Credit',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('year', models.PositiveSmallIntegerField()),
                ('minutes', models.PositiveIntegerField(default=0)),
                ('points', models.DecimalField(decimal_places=2, max_digits=8)),
                ('student', models.CharField(blank=True, max_length=120)),
                ('evidence', models.CharField(blank=True, max_length=300)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('created_at', models.DateTimeField()),
                ('created_by', models.UUIDField(null=True)),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.activitykind')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
                ('reverses', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversal', to='network.credit')),
                ('interaction', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.interaction')),
            ],
            options={
                'db_table': 'network_credit',
                'indexes': [models.Index(fields=['year', 'person'], name='credit_by_year')],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='credit_code_fits'), models.CheckConstraint(condition=models.Q(models.Q(('points__gt', 0), ('reverses', None)), models.Q(models.Q(('reason', ''), _negated=True), ('points__lt', 0), ('reverses__isnull', False)), _connector='OR'), name='credit_signed'), models.CheckConstraint(condition=models.Q(('interaction__isnull', False), models.Q(('evidence', ''), _negated=True), ('reverses__isnull', False), _connector='OR'), name='credit_evidenced'), models.CheckConstraint(condition=models.Q(('year__range', (1970, 2199))), name='credit_year_sound')],
            },
        ),
        migrations.CreateModel(
            name='Attendee',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.person')),
                ('interaction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendees', to='network.interaction')),
            ],
            options={
                'db_table': 'network_attendee',
                'constraints': [models.UniqueConstraint(fields=('interaction', 'person'), name='attendee_once')],
            },
        ),
    ]
