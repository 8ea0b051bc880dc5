"""Where an application stood when it was accepted."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0131_pitch_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='DecisionBasis',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('reviews', models.PositiveSmallIntegerField()),
                ('score', models.DecimalField(decimal_places=4, max_digits=7, null=True)),
                ('quorum', models.PositiveSmallIntegerField()),
                ('pass_mark', models.DecimalField(decimal_places=2, max_digits=5)),
                ('exception', models.CharField(blank=True, max_length=2000)),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='basis', to='residency.decision')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='residency.reviewround')),
            ],
            options={
                'db_table': 'residency_decision_basis',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('exception', ''), _negated=True), models.Q(('reviews__gte', models.F('quorum')), ('score__gte', models.F('pass_mark')), ('score__isnull', False)), _connector='OR'), name='decision_exception_needed')],
            },
        ),
    ]
