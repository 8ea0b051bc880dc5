"""Licences that come to nothing before they begin, exceptions to what stops an application, agreements as signed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0151_pitch_away_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LicenceVoid',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=500)),
                ('deposit', models.BigIntegerField()),
                ('at', models.DateTimeField()),
                ('licence', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='void', to='residency.licence')),
            ],
            options={
                'db_table': 'residency_licence_void',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), ('deposit__gte', 0)), name='licence_void_reasoned')],
            },
        ),
        migrations.CreateModel(
            name='StopException',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('stops', models.JSONField()),
                ('says_ko', models.CharField(max_length=2000)),
                ('says_en', models.CharField(max_length=2000)),
                ('reason', models.CharField(max_length=2000)),
                ('at', models.DateTimeField()),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stop_exceptions', to='residency.application')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'residency_stop_exception',
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='stop_exception_reasoned')],
            },
        ),
        migrations.AddField(
            model_name='offer',
            name='sign_by',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='tour',
            name='agreement_said',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.CheckConstraint(condition=models.Q(('sign_by', None), ('sign_by__gte', models.F('until')), _connector='OR'), name='offer_sign_by_sound'),
        ),
    ]
