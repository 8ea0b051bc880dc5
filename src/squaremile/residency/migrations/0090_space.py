"""Needs for space, whom to keep apart, limits of areas, plans of space, requests and moves."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0081_licences_change_security'),
        ('spaces', '0008_worker_frees'),
    ]

    operations = [
        migrations.CreateModel(
            name='Move',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('day', models.DateField()),
                ('state', models.CharField(choices=[('planned', 'planned'), ('done', 'done'), ('cancelled', 'cancelled')], max_length=9)),
                ('planned_at', models.DateTimeField()),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='residency.company')),
                ('licence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='residency.licence')),
            ],
            options={
                'db_table': 'residency_move',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('planned', 'done', 'cancelled'))), name='move_state_known'),
                    models.UniqueConstraint(condition=models.Q(('state', 'planned')), fields=('company',), name='move_one_at_a_time'),
                ],
            },
        ),
        migrations.CreateModel(
            name='MovePlace',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('taken', models.BooleanField()),
                ('ended', models.DateTimeField()),
                ('move', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='residency.move')),
                ('occupancy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.occupancy')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'residency_move_place',
                'constraints': [
                    models.UniqueConstraint(fields=('move', 'place'), name='move_place_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='MoveTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=9)),
                ('after', models.CharField(max_length=9)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('move', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='residency.move')),
            ],
            options={
                'db_table': 'residency_move_transition',
            },
        ),
        migrations.CreateModel(
            name='Neighbour',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('wish', models.CharField(choices=[('apart', 'apart'), ('beside', 'beside')], max_length=8)),
                ('reason', models.CharField(max_length=300)),
                ('said_at', models.DateTimeField()),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='neighbours', to='residency.company')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
            ],
            options={
                'db_table': 'residency_neighbour',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('wish__in', ('apart', 'beside'))), name='neighbour_wish_known'),
                    models.CheckConstraint(condition=models.Q(('company__lt', models.F('other'))), name='neighbour_in_order'),
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='neighbour_reasoned'),
                    models.UniqueConstraint(fields=('company', 'other'), name='neighbour_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SpaceNeed',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('counts', models.JSONField(default=dict)),
                ('growth', models.JSONField(default=dict)),
                ('biosafety', models.PositiveSmallIntegerField(default=1)),
                ('hazards', models.JSONField(default=dict)),
                ('urgency', models.PositiveSmallIntegerField(default=5)),
                ('said_at', models.DateTimeField()),
                ('company', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='need', to='residency.company')),
            ],
            options={
                'db_table': 'residency_space_need',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('biosafety__range', (1, 4)), ('urgency__range', (1, 9))), name='space_need_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SpacePlan',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('day', models.DateField()),
                ('state', models.CharField(choices=[('asked', 'asked'), ('drawn', 'drawn'), ('failed', 'failed'), ('accepted', 'accepted')], max_length=8)),
                ('seconds', models.PositiveSmallIntegerField()),
                ('asked_at', models.DateTimeField()),
                ('asked_by', models.UUIDField(null=True)),
                ('basis', models.CharField(blank=True, max_length=64)),
                ('worth', models.BigIntegerField(null=True)),
                ('bound', models.BigIntegerField(null=True)),
                ('proved', models.BooleanField(default=False)),
                ('rent', models.BigIntegerField(null=True)),
                ('currency', models.CharField(blank=True, max_length=3)),
                ('without_moves', models.BooleanField(null=True)),
                ('head_room', models.JSONField(default=list)),
                ('failed', models.CharField(blank=True, max_length=300)),
                ('newcomer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'residency_space_plan',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('asked', 'drawn', 'failed', 'accepted'))), name='space_plan_state_known'),
                    models.CheckConstraint(condition=models.Q(('seconds__range', (1, 60))), name='space_plan_seconds_few'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('drawn', 'accepted')), _negated=True), models.Q(('bound__gte', models.F('worth')), ('worth__isnull', False), models.Q(('basis', ''), _negated=True)), _connector='OR'), name='space_plan_drawn_says'),
                    models.CheckConstraint(condition=models.Q(('newcomer', None), models.Q(('state', 'accepted'), _negated=True), _connector='OR'), name='space_plan_question_stays'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SpacePlanLine',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('part', models.CharField(choices=[('pin', 'pin'), ('stays', 'stays'), ('comes', 'comes'), ('leaves', 'leaves'), ('kept', 'kept'), ('unplaced', 'unplaced')], max_length=8)),
                ('why', models.CharField(blank=True, max_length=12)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.company')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='residency.spaceplan')),
            ],
            options={
                'db_table': 'residency_space_plan_line',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('part__in', ('pin', 'stays', 'comes', 'leaves', 'kept', 'unplaced'))), name='space_plan_line_part_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('part', 'unplaced'), ('place', None), models.Q(('why', ''), _negated=True)), models.Q(models.Q(('part', 'unplaced'), _negated=True), ('place__isnull', False)), _connector='OR'), name='space_plan_line_placed'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SpacePlanTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=8)),
                ('after', models.CharField(max_length=8)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='residency.spaceplan')),
            ],
            options={
                'db_table': 'residency_space_plan_transition',
            },
        ),
        migrations.CreateModel(
            name='SpaceRequest',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('wish', models.CharField(choices=[('more', 'more'), ('fewer', 'fewer'), ('other', 'other')], max_length=6)),
                ('counts', models.JSONField(default=dict)),
                ('by_day', models.DateField()),
                ('says', models.CharField(max_length=1000)),
                ('state', models.CharField(choices=[('asked', 'asked'), ('granted', 'granted'), ('refused', 'refused'), ('withdrawn', 'withdrawn')], max_length=9)),
                ('answer', models.CharField(blank=True, max_length=1000)),
                ('asked_at', models.DateTimeField()),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='space_requests', to='residency.company')),
            ],
            options={
                'db_table': 'residency_space_request',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('wish__in', ('more', 'fewer', 'other'))), name='space_request_wish_known'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('asked', 'granted', 'refused', 'withdrawn'))), name='space_request_state_known'),
                    models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='space_request_said'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('asked', 'withdrawn')), models.Q(('answer', ''), _negated=True), _connector='OR'), name='space_request_answered'),
                    models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('company',), name='space_request_one_at_a_time'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SpaceRequestTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=9)),
                ('after', models.CharField(max_length=9)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='residency.spacerequest')),
            ],
            options={
                'db_table': 'residency_space_request_transition',
            },
        ),
        migrations.CreateModel(
            name='AreaLimit',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('hazard', models.CharField(choices=[('flammable', 'flammable'), ('oxidising', 'oxidising'), ('toxic', 'toxic'), ('corrosive', 'corrosive'), ('gas', 'gas'), ('biosafety', 'biosafety')], max_length=12)),
                ('most', models.PositiveIntegerField()),
                ('said_at', models.DateTimeField()),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'residency_area_limit',
                'constraints': [models.CheckConstraint(condition=models.Q(('hazard__in', ('flammable', 'oxidising', 'toxic', 'corrosive', 'gas', 'biosafety'))), name='area_limit_hazard_known'), models.UniqueConstraint(fields=('place', 'hazard'), name='area_limit_once')],
            },
        ),
    ]
