"""Services that companies ask for, sterilisers with their cycles and indicators, and the loads in them."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('spaces', '0010_reshape_security'),
        ('stores', '0005_dock_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('autoclave', 'autoclave'), ('glass_wash', 'glass_wash'), ('media', 'media'), ('gas', 'gas'), ('nitrogen', 'nitrogen')], max_length=10)),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('says_ko', models.CharField(blank=True, max_length=300)),
                ('says_en', models.CharField(blank=True, max_length=300)),
                ('unit', models.CharField(choices=[('run', 'run'), ('L', 'L'), ('piece', 'piece')], max_length=5)),
                ('offered', models.BooleanField(default=True)),
            ],
            options={
                'db_table': 'stores_service',
                'constraints': [models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='service_named'), models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='service_code_fits'), models.CheckConstraint(condition=models.Q(('kind__in', ('autoclave', 'glass_wash', 'media', 'gas', 'nitrogen'))), name='service_kind_known'), models.CheckConstraint(condition=models.Q(('unit__in', ('run', 'L', 'piece'))), name='service_unit_known')],
            },
        ),
        migrations.CreateModel(
            name='ServiceOrder',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=9)),
                ('wanted_on', models.DateField(null=True)),
                ('remark', models.CharField(blank=True, max_length=300)),
                ('state', models.CharField(choices=[('asked', 'asked'), ('accepted', 'accepted'), ('done', 'done'), ('refused', 'refused'), ('cancelled', 'cancelled')], max_length=9)),
                ('requested_by', models.UUIDField(null=True)),
                ('settled_because', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('done_amount', models.DecimalField(decimal_places=2, max_digits=9, null=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='stores.service')),
            ],
            options={
                'db_table': 'stores_service_order',
                'indexes': [
                    models.Index(fields=['state', 'wanted_on'], name='service_order_waiting'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('asked', 'accepted', 'done', 'refused', 'cancelled'))), name='service_order_state_known'),
                    models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='service_order_amount_positive'),
                    models.CheckConstraint(condition=models.Q(models.Q(('done_amount__gt', 0), ('done_at__isnull', False), ('state', 'done')), models.Q(models.Q(('state', 'done'), _negated=True), ('done_amount', None), ('done_at', None)), _connector='OR'), name='service_order_done_counted'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'refused'), _negated=True), models.Q(('settled_because', ''), _negated=True), _connector='OR'), name='service_order_refused_because'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ServiceOrderTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=9)),
                ('after', models.CharField(max_length=9)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('service_order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='stores.serviceorder')),
            ],
            options={
                'db_table': 'stores_service_order_transition',
            },
        ),
        migrations.CreateModel(
            name='Steriliser',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('autoclave', 'autoclave'), ('dry_heat', 'dry_heat'), ('washer', 'washer')], max_length=10)),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('instrument', models.CharField(blank=True, max_length=20)),
                ('test_days', models.PositiveSmallIntegerField(null=True)),
                ('since', models.DateField()),
                ('active', models.BooleanField(default=True)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'stores_steriliser',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='steriliser_named'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='steriliser_code_fits'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ('autoclave', 'dry_heat', 'washer'))), name='steriliser_kind_known'),
                    models.CheckConstraint(condition=models.Q(('test_days', None), models.Q(('test_days__gte', 1), ('test_days__lte', 366)), _connector='OR'), name='steriliser_test_days_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Cycle',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('program', models.CharField(max_length=80)),
                ('started_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('celsius', models.DecimalField(decimal_places=1, max_digits=5, null=True)),
                ('kilopascal', models.DecimalField(decimal_places=1, max_digits=6, null=True)),
                ('minutes_held', models.DecimalField(decimal_places=1, max_digits=6, null=True)),
                ('chemical', models.CharField(blank=True, choices=[('changed', 'changed'), ('unchanged', 'unchanged'), ('none', 'none')], max_length=9)),
                ('state', models.CharField(choices=[('running', 'running'), ('passed', 'passed'), ('failed', 'failed')], max_length=7)),
                ('failed_because', models.CharField(blank=True, max_length=300)),
                ('run_by', models.UUIDField(null=True)),
                ('steriliser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cycles', to='stores.steriliser')),
            ],
            options={
                'db_table': 'stores_cycle',
                'indexes': [
                    models.Index(fields=['steriliser', 'started_at'], name='cycle_of_steriliser'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('running', 'passed', 'failed'))), name='cycle_state_known'),
                    models.CheckConstraint(condition=models.Q(('program', ''), _negated=True), name='cycle_programmed'),
                    models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('state', 'running')), models.Q(models.Q(('state', 'running'), _negated=True), ('ended_at__gte', models.F('started_at'))), _connector='OR'), name='cycle_ended_dated'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'passed'), _negated=True), models.Q(('celsius__gt', 0), ('chemical__in', ('changed', 'none')), ('failed_because', ''), ('minutes_held__gt', 0)), _connector='OR'), name='cycle_passed_measured'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), _negated=True), models.Q(('failed_because', ''), _negated=True), _connector='OR'), name='cycle_failed_because'),
                    models.UniqueConstraint(condition=models.Q(('state', 'running')), fields=('steriliser',), name='cycle_one_at_a_time'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CycleTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=7)),
                ('after', models.CharField(max_length=7)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='stores.cycle')),
            ],
            options={
                'db_table': 'stores_cycle_transition',
            },
        ),
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('lot', models.CharField(max_length=60)),
                ('incubated_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(null=True)),
                ('grew', models.BooleanField(null=True)),
                ('control_grew', models.BooleanField(null=True)),
                ('state', models.CharField(choices=[('incubating', 'incubating'), ('negative', 'negative'), ('positive', 'positive'), ('invalid', 'invalid')], max_length=10)),
                ('read_by', models.UUIDField(null=True)),
                ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='stores.cycle')),
            ],
            options={
                'db_table': 'stores_indicator',
                'indexes': [
                    models.Index(fields=['cycle'], name='indicator_of_cycle'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('incubating', 'negative', 'positive', 'invalid'))), name='indicator_state_known'),
                    models.CheckConstraint(condition=models.Q(('lot', ''), _negated=True), name='indicator_lot_named'),
                    models.CheckConstraint(condition=models.Q(models.Q(('control_grew', None), ('grew', None), ('read_at', None), ('state', 'incubating')), models.Q(('control_grew__isnull', False), ('grew', True), ('read_at__isnull', False), ('state', 'positive')), models.Q(('control_grew', True), ('grew', False), ('read_at__isnull', False), ('state', 'negative')), models.Q(('control_grew', False), ('grew', False), ('read_at__isnull', False), ('state', 'invalid')), _connector='OR'), name='indicator_read_as_it_grew'),
                    models.CheckConstraint(condition=models.Q(('read_at', None), ('read_at__gte', models.F('incubated_at')), _connector='OR'), name='indicator_read_after'),
                ],
            },
        ),
        migrations.CreateModel(
            name='IndicatorTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=10)),
                ('after', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='stores.indicator')),
            ],
            options={
                'db_table': 'stores_indicator_transition',
            },
        ),
        migrations.CreateModel(
            name='Load',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('what', models.CharField(max_length=200)),
                ('state', models.CharField(choices=[('loaded', 'loaded'), ('ready', 'ready'), ('quarantined', 'quarantined'), ('handed_out', 'handed_out'), ('discarded', 'discarded')], max_length=11)),
                ('quarantined_at', models.DateTimeField(null=True)),
                ('quarantined_for', models.CharField(blank=True, choices=[('failed', 'failed'), ('indicator', 'indicator'), ('untested', 'untested')], max_length=9)),
                ('released_at', models.DateTimeField(null=True)),
                ('released_by', models.UUIDField(null=True)),
                ('released_because', models.CharField(blank=True, max_length=300)),
                ('handed_to', models.CharField(blank=True, max_length=120)),
                ('gone_at', models.DateTimeField(null=True)),
                ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='loads', to='stores.cycle')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('quarantined_in', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='stores.cycle')),
                ('service_order', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='loads', to='stores.serviceorder')),
            ],
            options={
                'db_table': 'stores_load',
                'indexes': [
                    models.Index(fields=['cycle'], name='load_of_cycle'),
                    models.Index(fields=['organisation', 'state'], name='load_of_organisation'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('loaded', 'ready', 'quarantined', 'handed_out', 'discarded'))), name='load_state_known'),
                    models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='load_says_what'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'quarantined'), _negated=True), models.Q(('quarantined_at__isnull', False), ('quarantined_for__in', ('failed', 'indicator', 'untested')), ('quarantined_in__isnull', False)), _connector='OR'), name='load_quarantined_for_something'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'handed_out'), _negated=True), models.Q(('handed_to', ''), _negated=True), _connector='OR'), name='load_handed_to_somebody'),
                ],
            },
        ),
        migrations.CreateModel(
            name='LoadTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=11)),
                ('after', models.CharField(max_length=11)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('load', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='stores.load')),
            ],
            options={
                'db_table': 'stores_load_transition',
            },
        ),
    ]
