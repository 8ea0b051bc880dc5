"""Orders with their lines and receipts, recalls, parcels and gas cylinders."""



import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('spaces', '0008_worker_frees'),
        ('stores', '0003_meters'),
    ]

    operations = [
        migrations.CreateModel(
            name='Cylinder',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('gas', models.CharField(choices=[('nitrogen', 'nitrogen'), ('argon', 'argon'), ('helium', 'helium'), ('carbon_dioxide', 'carbon_dioxide'), ('oxygen', 'oxygen'), ('air', 'air'), ('hydrogen', 'hydrogen'), ('acetylene', 'acetylene'), ('methane', 'methane')], max_length=20)),
                ('serial', models.CharField(max_length=60)),
                ('litres', models.DecimalField(decimal_places=2, max_digits=7)),
                ('bar', models.PositiveSmallIntegerField()),
                ('owner', models.CharField(max_length=120)),
                ('state', models.CharField(choices=[('stored', 'stored'), ('connected', 'connected'), ('empty', 'empty'), ('returned', 'returned')], max_length=9)),
                ('since', models.DateField()),
                ('counted_to', models.DateField()),
                ('returned_on', models.DateField(null=True)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'stores_cylinder',
                'indexes': [
                    models.Index(condition=models.Q(('state', 'returned'), _negated=True), fields=['place'], name='cylinder_stands_in'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('stored', 'connected', 'empty', 'returned'))), name='cylinder_state_known'),
                    models.CheckConstraint(condition=models.Q(('gas__in', ['nitrogen', 'argon', 'helium', 'carbon_dioxide', 'oxygen', 'air', 'hydrogen', 'acetylene', 'methane'])), name='cylinder_gas_known'),
                    models.CheckConstraint(condition=models.Q(('bar__gt', 0), ('bar__lte', 1000), ('litres__gt', 0), models.Q(('serial', ''), _negated=True), models.Q(('owner', ''), _negated=True)), name='cylinder_sound'),
                    models.CheckConstraint(condition=models.Q(('counted_to__gte', models.F('since'))), name='cylinder_counted_forward'),
                    models.CheckConstraint(condition=models.Q(models.Q(('returned_on__isnull', False), ('state', 'returned')), models.Q(models.Q(('state', 'returned'), _negated=True), ('returned_on', None)), _connector='OR'), name='cylinder_returned_dated'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CylinderTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=9)),
                ('after', models.CharField(max_length=9)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('cylinder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='stores.cylinder')),
            ],
            options={
                'db_table': 'stores_cylinder_transition',
            },
        ),
        migrations.CreateModel(
            name='Order',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('state', models.CharField(choices=[('requested', 'requested'), ('approved', 'approved'), ('declined', 'declined'), ('ordered', 'ordered'), ('received', 'received'), ('cancelled', 'cancelled')], max_length=10)),
                ('supplier', models.CharField(blank=True, max_length=120)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('wanted_on', models.DateField(null=True)),
                ('requested_by', models.UUIDField(null=True)),
                ('approved_by', models.UUIDField(null=True)),
                ('settled_because', models.CharField(blank=True, max_length=300)),
                ('ordered_as', models.CharField(blank=True, max_length=60)),
                ('at', models.DateTimeField()),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
            ],
            options={
                'db_table': 'stores_order',
                'indexes': [
                    models.Index(fields=['organisation', 'at'], name='order_of_company'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('requested', 'approved', 'declined', 'ordered', 'received', 'cancelled'))), name='order_state_known'),
                    models.CheckConstraint(condition=models.Q(('organisation__isnull', False), ('approved_by', None), models.Q(('approved_by', models.F('requested_by')), _negated=True), _connector='OR'), name='order_four_eyes'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('declined', 'cancelled')), _negated=True), models.Q(('settled_because', ''), _negated=True), _connector='OR'), name='order_no_said_why'),
                ],
            },
        ),
        migrations.CreateModel(
            name='OrderLine',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('what', models.CharField(max_length=200)),
                ('catalogue_no', models.CharField(blank=True, max_length=60)),
                ('pieces', models.PositiveIntegerField()),
                ('unit_price', models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                ('currency', models.CharField(choices=[('KRW', 'KRW'), ('JPY', 'JPY'), ('USD', 'USD'), ('EUR', 'EUR'), ('GBP', 'GBP')], max_length=3)),
                ('received', models.PositiveIntegerField(default=0)),
                ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='stores.item')),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='stores.order')),
            ],
            options={
                'db_table': 'stores_order_line',
                'constraints': [
                    models.UniqueConstraint(fields=('order', 'number'), name='order_line_numbered'),
                    models.CheckConstraint(condition=models.Q(('received__lte', models.F('pieces'))), name='order_line_not_over'),
                    models.CheckConstraint(condition=models.Q(('pieces__gt', 0), models.Q(('what', ''), _negated=True)), name='order_line_sound'),
                    models.CheckConstraint(condition=models.Q(('unit_price', None), ('unit_price__gte', 0), _connector='OR'), name='order_line_price_sound'),
                    models.CheckConstraint(condition=models.Q(('currency__in', ('KRW', 'JPY', 'USD', 'EUR', 'GBP'))), name='order_line_currency_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='OrderTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=10)),
                ('after', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='stores.order')),
            ],
            options={
                'db_table': 'stores_order_transition',
            },
        ),
        migrations.CreateModel(
            name='Parcel',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('person', models.UUIDField(null=True)),
                ('addressee', models.CharField(blank=True, max_length=120)),
                ('carrier', models.CharField(blank=True, max_length=60)),
                ('tracking', models.CharField(blank=True, max_length=60)),
                ('sender', models.CharField(blank=True, max_length=120)),
                ('pieces', models.PositiveSmallIntegerField(default=1)),
                ('temperature', models.CharField(choices=[('ambient', 'ambient'), ('chilled', 'chilled'), ('frozen', 'frozen'), ('dry_ice', 'dry_ice')], max_length=8)),
                ('dangerous', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('arrived', 'arrived'), ('handed_over', 'handed_over'), ('sent_back', 'sent_back')], max_length=11)),
                ('arrived_at', models.DateTimeField()),
                ('keep_by', models.DateTimeField(null=True)),
                ('cooled_at', models.DateTimeField(null=True)),
                ('handed_to', models.CharField(blank=True, max_length=120)),
                ('signature', models.TextField(blank=True)),
                ('gone_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'stores_parcel',
                'indexes': [
                    models.Index(fields=['state', 'arrived_at'], name='parcel_waiting'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('arrived', 'handed_over', 'sent_back'))), name='parcel_state_known'),
                    models.CheckConstraint(condition=models.Q(('temperature__in', ('ambient', 'chilled', 'frozen', 'dry_ice'))), name='parcel_temperature_known'),
                    models.CheckConstraint(condition=models.Q(('temperature', 'ambient'), ('keep_by__isnull', False), _connector='OR'), name='parcel_cold_clocked'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'handed_over'), _negated=True), models.Q(models.Q(('handed_to', ''), _negated=True), ('organisation__isnull', False)), _connector='OR'), name='parcel_handed_over_to_somebody'),
                    models.CheckConstraint(condition=models.Q(models.Q(('gone_at', None), ('state', 'arrived')), models.Q(models.Q(('state', 'arrived'), _negated=True), ('gone_at__isnull', False)), _connector='OR'), name='parcel_gone_dated'),
                    models.CheckConstraint(condition=models.Q(('signature__regex', '^[ML0-9 .,-]*$')), name='parcel_signature_drawn'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ParcelTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=11)),
                ('after', models.CharField(max_length=11)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('parcel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='stores.parcel')),
            ],
            options={
                'db_table': 'stores_parcel_transition',
            },
        ),
        migrations.CreateModel(
            name='Recall',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('reason_ko', models.CharField(blank=True, max_length=300)),
                ('reason_en', models.CharField(blank=True, max_length=300)),
                ('person', models.UUIDField(null=True)),
                ('at', models.DateTimeField()),
                ('lot', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='recall', to='stores.lot')),
            ],
            options={
                'db_table': 'stores_recall',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('reason_en', ''), ('reason_ko', ''), _negated=True), name='recall_reasoned'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('pieces', models.PositiveIntegerField()),
                ('person', models.UUIDField(null=True)),
                ('at', models.DateTimeField()),
                ('origin', models.CharField(max_length=120, unique=True)),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='receipts', to='stores.orderline')),
                ('lot', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='stores.lot')),
            ],
            options={
                'db_table': 'stores_receipt',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('pieces__gt', 0)), name='receipt_of_something'),
                ],
            },
        ),
    ]
