"""Terms of accounts from a day on; the issuer whose bills a voucher lowers; a bill's own time to answer."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0041_guards_by_index'),
        ('core', '0013_door_key_security'),
    ]

    operations = [
        migrations.AddField(
            model_name='bill',
            name='answer_until',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='voucher',
            name='issuer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vouchers', to='billing.issuer'),
        ),
        migrations.CreateModel(
            name='AccountTerm',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('since', models.DateField()),
                ('payer_class', models.CharField(max_length=40, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='billing.account')),
                ('card', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='billing.ratecard')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
            ],
            options={
                'db_table': 'billing_account_term',
                'constraints': [models.CheckConstraint(condition=models.Q(('card__isnull', False), ('payer_class__isnull', False), _connector='OR'), name='account_term_says_something')],
            },
        ),
    ]
