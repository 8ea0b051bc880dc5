"""Refunds, and payments at a provider."""


import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0021_papers_security'),
        ('core', '0013_door_key_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='PaymentRequest',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('amount', models.BigIntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('state', models.CharField(choices=[('asked', 'asked'), ('paid', 'paid'), ('failed', 'failed')], max_length=6)),
                ('origin', models.CharField(max_length=120, unique=True)),
                ('asked_at', models.DateTimeField()),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payment_requests', to='billing.account')),
                ('invoice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payment_requests', to='billing.invoice')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('payment', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asked_by', to='billing.payment')),
            ],
            options={
                'db_table': 'billing_payment_request',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('amount__gt', 0), ('state__in', ('asked', 'paid', 'failed')), models.Q(models.Q(('payment__isnull', False), ('state', 'paid')), models.Q(models.Q(('state', 'paid'), _negated=True), ('payment', None)), _connector='OR')), name='payment_request_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PaymentEvent',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('origin', models.CharField(max_length=120, unique=True)),
                ('kind', models.CharField(max_length=60)),
                ('digest', models.CharField(max_length=64)),
                ('outcome', models.CharField(max_length=10)),
                ('received_at', models.DateTimeField()),
                ('request', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='billing.paymentrequest')),
            ],
            options={
                'db_table': 'billing_payment_event',
            },
        ),
        migrations.CreateModel(
            name='PaymentRequestTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=6)),
                ('after', models.CharField(max_length=6)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='billing.paymentrequest')),
            ],
            options={
                'db_table': 'billing_payment_request_transition',
            },
        ),
        migrations.CreateModel(
            name='Refund',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('source', models.CharField(choices=[('deposit', 'deposit'), ('credit', 'credit'), ('wallet', 'wallet')], max_length=7)),
                ('amount', models.BigIntegerField()),
                ('paid_on', models.DateField()),
                ('reference', models.CharField(max_length=120)),
                ('origin', models.CharField(max_length=160, unique=True)),
                ('recorded_at', models.DateTimeField()),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='refunds', to='billing.account')),
                ('credit_note', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='refunds', to='billing.invoice')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('payment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='refunds', to='billing.payment')),
                ('wallet', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='refunds', to='billing.wallet')),
            ],
            options={
                'db_table': 'billing_refund',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('amount__gt', 0), models.Q(models.Q(('credit_note', None), ('payment', None), ('source', 'deposit'), ('wallet', None)), models.Q(('credit_note', None), ('payment', None), ('source', 'wallet'), ('wallet__isnull', False)), models.Q(('credit_note', None), ('payment__isnull', False), ('source', 'credit'), ('wallet', None)), models.Q(('credit_note__isnull', False), ('payment', None), ('source', 'credit'), ('wallet', None)), _connector='OR')), name='refund_of_one_thing'),
                ],
            },
        ),
    ]
