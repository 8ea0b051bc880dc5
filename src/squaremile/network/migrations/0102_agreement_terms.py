"""Terms of agreements, the clause by which they renew themselves, notice, and exclusive licences."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids

# Row security stands aside for its owner meanwhile.
ENDLESS = """
ALTER TABLE network_agreement NO FORCE ROW LEVEL SECURITY;
UPDATE network_agreement SET auto_renews = false WHERE auto_renews AND ends_on IS NULL;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE network_agreement FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0101_pipeline_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgreementTerm',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('by_clause', models.BooleanField(default=False)),
                ('recorded_at', models.DateTimeField()),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='network.agreement')),
            ],
            options={
                'db_table': 'network_agreement_term',
                'constraints': [
                    models.UniqueConstraint(fields=('agreement', 'number'), name='agreement_term_numbered'),
                    models.UniqueConstraint(fields=('agreement', 'ends_on'), name='agreement_term_once'),
                    models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='agreement_term_dated'),
                ],
            },
        ),
        migrations.AddField(
            model_name='agreement',
            name='exclusive',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='agreement',
            name='notice_given_by',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='agreement',
            name='notice_given_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='renews_months',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        # One without an end cannot renew itself, and has no need to.
        migrations.RunSQL(ENDLESS, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('renews_months', None), ('renews_months__range', (1, 600)), _connector='OR'), models.Q(('auto_renews', False), ('ends_on__isnull', False), _connector='OR')), name='agreement_renewal_sound'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('notice_given_by', ''), ('notice_given_on', None)), models.Q(('notice_given_on__isnull', False), models.Q(('notice_given_by', ''), _negated=True)), _connector='OR'), name='agreement_notice_paired'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('exclusive', False), ('type', 'licence'), _connector='OR'), name='agreement_exclusive_licence'),
        ),
    ]
