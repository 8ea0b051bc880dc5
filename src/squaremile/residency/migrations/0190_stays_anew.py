"""A company that comes again has a new stay beside the earlier one, with evaluations of its own."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0181_heads_told_security'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='evaluation',
            name='evaluation_once',
        ),
        migrations.AddField(
            model_name='evaluation',
            name='stay',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='residence',
            name='number',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name='residence',
            name='company',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='residences', to='residency.company'),
        ),
        migrations.AddConstraint(
            model_name='evaluation',
            constraint=models.UniqueConstraint(fields=('company', 'stay', 'number'), name='evaluation_once'),
        ),
        migrations.AddConstraint(
            model_name='residence',
            constraint=models.UniqueConstraint(fields=('company', 'number'), name='residence_once'),
        ),
        migrations.AddConstraint(
            model_name='residence',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='residence_numbered'),
        ),
    ]
