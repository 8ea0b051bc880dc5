"""Prices, offers, places under licences, documents, signatures, insurance and deposits."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
import squaremile.kernel.models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('residency', '0021_review_security'),
        ('spaces', '0007_definers'),
    ]

    operations = [
        migrations.CreateModel(
            name='LicenceDocument',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('changes', models.TextField(blank=True)),
                ('made_at', models.DateTimeField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('licence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='residency.licence')),
            ],
            options={
                'db_table': 'residency_licence_document',
                'constraints': [
                    models.UniqueConstraint(fields=('licence', 'number'), name='licence_document_numbered'),
                ],
            },
        ),
        migrations.CreateModel(
            name='LicencePlace',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('period', squaremile.kernel.models.PeriodField()),
                ('live', models.BooleanField(default=True)),
                ('licence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='residency.licence')),
                ('occupancy', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.occupancy')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'residency_licence_place',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__lower_inc', True), ('period__lower_inf', False), ('period__upper_inc', False), ('period__upper_inf', False)), name='licence_place_period_sound'),
                    django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('live', True)), expressions=[('place', '='), ('period', '&&')], name='licence_place_no_overlap'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PriceVersion',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=80)),
                ('name_en', models.CharField(blank=True, max_length=80)),
                ('currency', models.CharField(default='KRW', max_length=3)),
                ('valid_from', models.DateField()),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'residency_price_version',
                'constraints': [models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='price_version_named')],
            },
        ),
        migrations.CreateModel(
            name='Offer',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('open', 'open'), ('accepted', 'accepted'), ('declined', 'declined'), ('withdrawn', 'withdrawn'), ('lapsed', 'lapsed')], max_length=10)),
                ('until', models.DateTimeField()),
                ('rent', models.BigIntegerField()),
                ('deposit', models.BigIntegerField()),
                ('notice_months', models.PositiveSmallIntegerField()),
                ('most_people', models.PositiveSmallIntegerField()),
                ('permitted_use', models.CharField(max_length=300)),
                ('covenants', models.JSONField(default=list)),
                ('freed', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='residency.company')),
                ('licence', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='offer', to='residency.licence')),
                ('price_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='residency.priceversion')),
            ],
            options={
                'db_table': 'residency_offer',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('open', 'accepted', 'declined', 'withdrawn', 'lapsed'))), name='offer_state_known'),
                    models.CheckConstraint(condition=models.Q(('deposit__gte', 0), ('most_people__range', (1, 1000)), ('notice_months__range', (0, 24)), ('rent__gte', 0), models.Q(('permitted_use', ''), _negated=True)), name='offer_terms_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='OfferTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=10)),
                ('after', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='residency.offer')),
            ],
            options={
                'db_table': 'residency_offer_transition',
            },
        ),
        migrations.CreateModel(
            name='Price',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('suite', 'suite'), ('room', 'room'), ('bench', 'bench'), ('desk', 'desk'), ('bay', 'bay'), ('shelf', 'shelf')], max_length=20)),
                ('amount', models.BigIntegerField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prices', to='residency.priceversion')),
            ],
            options={
                'db_table': 'residency_price',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='price_not_negative'),
                    models.UniqueConstraint(fields=('version', 'kind'), name='price_once_a_kind'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('party', models.CharField(choices=[('cluster', 'cluster'), ('company', 'company')], max_length=8)),
                ('signer', models.UUIDField()),
                ('name', models.CharField(max_length=80)),
                ('at', models.DateTimeField()),
                ('address', models.CharField(blank=True, max_length=45)),
                ('previous', models.CharField(blank=True, max_length=64)),
                ('digest', models.CharField(max_length=64)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='residency.licencedocument')),
                ('licence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='residency.licence')),
            ],
            options={
                'db_table': 'residency_signature',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('party__in', ('cluster', 'company'))), name='signature_party_known'),
                    models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='signature_named'),
                    models.UniqueConstraint(fields=('licence', 'number'), name='signature_numbered'),
                    models.UniqueConstraint(fields=('document', 'party'), name='signature_once_a_party'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DepositPayment',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('amount', models.BigIntegerField()),
                ('paid_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('licence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deposits', to='residency.licence')),
            ],
            options={
                'db_table': 'residency_deposit_payment',
                'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='deposit_payment_positive')],
            },
        ),
        migrations.CreateModel(
            name='Insurance',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('insurer', models.CharField(max_length=120)),
                ('policy_number', models.CharField(max_length=60)),
                ('expires_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('licence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='insurances', to='residency.licence')),
            ],
            options={
                'db_table': 'residency_insurance',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('insurer', ''), _negated=True), models.Q(('policy_number', ''), _negated=True)), name='insurance_named')],
            },
        ),
    ]
