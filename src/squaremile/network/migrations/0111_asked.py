"""A timetable that was asked for: which run is waited for, since when, for whom, and why the last one failed."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ('network', '0110_parties'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name='partnering',
            name='asked',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='partnering',
            name='asked_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='partnering',
            name='asked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='partnering',
            name='failed',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddConstraint(
            model_name='partnering',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('asked', ''), ('asked_at', None), ('asked_by', None)), models.Q(models.Q(('asked', ''), _negated=True), ('asked_at__isnull', False), ('asked_by__isnull', False)), _connector='OR'), name='partnering_asked_together'),
        ),
    ]
