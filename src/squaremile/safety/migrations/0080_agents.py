"""Biological agents, the book of what is held of them, protocols, rooms' levels and the committee."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('safety', '0071_counting'),
        ('spaces', '0008_worker_frees'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Agent',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('bacterium', 'bacterium'), ('fungus', 'fungus'), ('virus', 'virus'), ('parasite', 'parasite'), ('cell_line', 'cell_line'), ('human_material', 'human_material'), ('animal', 'animal'), ('plant', 'plant'), ('nucleic_acid', 'nucleic_acid'), ('toxin', 'toxin')], max_length=14)),
                ('name_ko', models.CharField(blank=True, max_length=160)),
                ('name_en', models.CharField(blank=True, max_length=160)),
                ('risk_group', models.PositiveSmallIntegerField()),
                ('read_in', models.CharField(max_length=200)),
                ('modified', models.BooleanField(default=False)),
                ('made_of', models.CharField(blank=True, max_length=400)),
                ('created_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
            ],
            options={
                'db_table': 'safety_agent',
                'indexes': [
                    models.Index(fields=['organisation'], name='agent_of_company'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='agent_named'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ('bacterium', 'fungus', 'virus', 'parasite', 'cell_line', 'human_material', 'animal', 'plant', 'nucleic_acid', 'toxin'))), name='agent_kind_known'),
                    models.CheckConstraint(condition=models.Q(('risk_group__in', (1, 2, 3, 4))), name='agent_risk_group_known'),
                    models.CheckConstraint(condition=models.Q(('read_in', ''), _negated=True), name='agent_risk_group_sourced'),
                    models.CheckConstraint(condition=models.Q(('modified', False), models.Q(('made_of', ''), _negated=True), _connector='OR'), name='agent_modification_told'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CommitteeMember',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'safety_committee_member',
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('until', None)), fields=('person',), name='committee_member_once'),
                    models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='committee_term_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Holding',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('spot', models.CharField(blank=True, max_length=120)),
                ('quantity', models.DecimalField(decimal_places=4, default=0, max_digits=14)),
                ('counted_in', models.CharField(max_length=30)),
                ('lines', models.PositiveIntegerField(default=0)),
                ('here', models.BooleanField(default=False)),
                ('agent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holdings', to='safety.agent')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'safety_holding',
                'indexes': [
                    models.Index(fields=['organisation', 'here'], name='holding_of_company'),
                    models.Index(condition=models.Q(('here', True)), fields=['room'], name='holding_stands_in'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('quantity__gte', 0)), name='holding_quantity_sound'),
                    models.CheckConstraint(condition=models.Q(('counted_in', ''), _negated=True), name='holding_counted'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Protocol',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('created_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
            ],
            options={
                'db_table': 'safety_protocol',
                'indexes': [
                    models.Index(fields=['organisation'], name='protocol_of_company'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ProtocolVersion',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('draft', 'draft'), ('submitted', 'submitted'), ('returned', 'returned'), ('approved', 'approved'), ('replaced', 'replaced'), ('ended', 'ended'), ('withdrawn', 'withdrawn')], max_length=9)),
                ('name_ko', models.CharField(blank=True, max_length=160)),
                ('name_en', models.CharField(blank=True, max_length=160)),
                ('says', models.TextField(blank=True)),
                ('level', models.PositiveSmallIntegerField()),
                ('submitted_at', models.DateTimeField(null=True)),
                ('starts_on', models.DateField(null=True)),
                ('ends_on', models.DateField(null=True)),
                ('decided_by', models.UUIDField(null=True)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('investigator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('protocol', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='safety.protocol')),
            ],
            options={
                'db_table': 'safety_protocol_version',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='protocol_named'),
                    models.UniqueConstraint(fields=('protocol', 'number'), name='protocol_version_once'),
                    models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'submitted', 'returned'))), fields=('protocol',), name='protocol_one_open'),
                    models.UniqueConstraint(condition=models.Q(('state', 'approved')), fields=('protocol',), name='protocol_one_approved'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'submitted', 'returned', 'approved', 'replaced', 'ended', 'withdrawn'))), name='protocol_state_known'),
                    models.CheckConstraint(condition=models.Q(('level__in', (1, 2, 3, 4))), name='protocol_level_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('approved', 'replaced', 'ended')), _negated=True), models.Q(('ends_on__gte', models.F('starts_on')), ('ends_on__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='protocol_term_sound'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('approved', 'returned')), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='protocol_decision_reasoned'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ProtocolOpinion',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('opinion', models.CharField(choices=[('for', 'for'), ('against', 'against'), ('abstain', 'abstain')], max_length=7)),
                ('reason', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='safety.protocolversion')),
            ],
            options={
                'db_table': 'safety_protocol_opinion',
                'constraints': [
                    models.UniqueConstraint(fields=('version', 'person'), name='protocol_opinion_once'),
                    models.CheckConstraint(condition=models.Q(('opinion__in', ('for', 'against', 'abstain'))), name='protocol_opinion_known'),
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='protocol_opinion_reasoned'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ProtocolAgent',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='safety.agent')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agents', to='safety.protocolversion')),
            ],
            options={
                'db_table': 'safety_protocol_agent',
                'constraints': [
                    models.UniqueConstraint(fields=('version', 'agent'), name='protocol_agent_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AgentLine',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('act', models.CharField(choices=[('bring', 'bring'), ('import', 'import'), ('grow', 'grow'), ('use', 'use'), ('move', 'move'), ('transfer', 'transfer'), ('export', 'export'), ('dispose', 'dispose')], max_length=8)),
                ('day', models.DateField()),
                ('change', models.DecimalField(decimal_places=4, max_digits=14)),
                ('left', models.DecimalField(decimal_places=4, max_digits=14)),
                ('partner', models.CharField(blank=True, max_length=200)),
                ('notice', models.CharField(blank=True, max_length=80)),
                ('says', models.CharField(blank=True, max_length=300)),
                ('kept_until', models.DateField()),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
                ('holding', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='book', to='safety.holding')),
                ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='safety.protocolversion')),
            ],
            options={
                'db_table': 'safety_agent_line',
                'constraints': [
                    models.UniqueConstraint(fields=('holding', 'number'), name='agent_line_once'),
                    models.CheckConstraint(condition=models.Q(('act__in', ('bring', 'import', 'grow', 'use', 'move', 'transfer', 'export', 'dispose'))), name='agent_line_act_known'),
                    models.CheckConstraint(condition=models.Q(('left__gte', 0)), name='agent_line_left_sound'),
                    models.CheckConstraint(condition=models.Q(('kept_until__gt', models.F('day'))), name='agent_line_kept'),
                    models.CheckConstraint(condition=models.Q(models.Q(('act__in', ('bring', 'import', 'grow', 'use', 'move')), _negated=True), ('version__isnull', False), _connector='OR'), name='agent_line_covered'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ProtocolVersionTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=9)),
                ('after', models.CharField(max_length=9)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('protocol_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='safety.protocolversion')),
            ],
            options={
                'db_table': 'safety_protocol_version_transition',
            },
        ),
        migrations.CreateModel(
            name='RoomBiosafety',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('level', models.PositiveSmallIntegerField()),
                ('admits', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=14), default=list, size=None)),
                ('admits_modified', models.BooleanField(default=False)),
                ('notice', models.CharField(blank=True, max_length=80)),
                ('manager', models.CharField(blank=True, max_length=80)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('since', models.DateField()),
                ('room', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'safety_room_biosafety',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('level__in', (1, 2, 3, 4))), name='room_biosafety_level_known'),
                    models.CheckConstraint(condition=models.Q(('admits__contained_by', ['bacterium', 'fungus', 'virus', 'parasite', 'cell_line', 'human_material', 'animal', 'plant', 'nucleic_acid', 'toxin'])), name='room_biosafety_kinds_known'),
                ],
            },
        ),
    ]
