"""Budgets, what their owners were told, whether they bind; the instrument of a missed booking; expired training as an exception."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0023_refunds_security'),
        ('core', '0013_door_key_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='issuer',
            name='budgets_bind',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='missedbooking',
            name='subject',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AlterField(
            model_name='billexception',
            name='kind',
            field=models.CharField(choices=[('unpriced', 'unpriced'), ('no_check_in', 'no_check_in'), ('overrun', 'overrun'), ('no_account', 'no_account'), ('variance', 'variance'), ('late', 'late'), ('negative', 'negative'), ('inconsistent', 'inconsistent'), ('untrained', 'untrained')], max_length=12),
        ),
        migrations.CreateModel(
            name='Budget',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('cost_centre', models.CharField(blank=True, max_length=80)),
                ('currency', models.CharField(default='KRW', max_length=3)),
                ('per', models.CharField(choices=[('month', 'month'), ('quarter', 'quarter'), ('year', 'year'), ('once', 'once')], max_length=7)),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('soft', models.BigIntegerField(null=True)),
                ('hard', models.BigIntegerField(null=True)),
                ('made_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.project')),
            ],
            options={
                'db_table': 'billing_budget',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='budget_code_fits'),
                    models.CheckConstraint(condition=models.Q(models.Q(('cost_centre', ''), ('project__isnull', False)), models.Q(('project', None), models.Q(('cost_centre', ''), _negated=True)), _connector='OR'), name='budget_of_one'),
                    models.CheckConstraint(condition=models.Q(('per__in', ('month', 'quarter', 'year', 'once')), models.Q(('soft__isnull', False), ('hard__isnull', False), _connector='OR'), models.Q(('soft', None), ('soft__gt', 0), _connector='OR'), models.Q(('hard', None), ('hard__gt', 0), _connector='OR'), models.Q(('soft', None), ('hard', None), ('soft__lte', models.F('hard')), _connector='OR'), models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR')), name='budget_sound'),
                    models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('organisation', 'project', 'cost_centre', 'per', 'currency'), name='budget_once', nulls_distinct=False),
                ],
            },
        ),
        migrations.CreateModel(
            name='BudgetAlert',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('first', models.DateField()),
                ('threshold', models.CharField(choices=[('soft', 'soft'), ('hard', 'hard')], max_length=4)),
                ('spent', models.BigIntegerField()),
                ('at', models.DateTimeField()),
                ('budget', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='alerts', to='billing.budget')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
            ],
            options={
                'db_table': 'billing_budget_alert',
                'constraints': [
                    models.UniqueConstraint(fields=('budget', 'first', 'threshold'), name='budget_alert_once'),
                ],
            },
        ),
    ]
