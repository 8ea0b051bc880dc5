"""The site director's reason to let a company sit where the rules of allocation would not put it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('residency', '0191_stays_anew_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='FitException',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('places', models.JSONField()),
                ('day', models.DateField()),
                ('says_ko', models.CharField(max_length=2000)),
                ('says_en', models.CharField(max_length=2000)),
                ('reason', models.CharField(max_length=2000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('licence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fit_exceptions', to='residency.licence')),
            ],
            options={
                'db_table': 'residency_fit_exception',
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='fit_exception_reasoned')],
            },
        ),
    ]
