"""Dated training sessions, and seats in them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids
import squaremile.kernel.models


class Migration(migrations.Migration):

    dependencies = [
        ('safety', '0060_quiz_answers'),
        ('spaces', '0008_worker_frees'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TrainingSession',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('period', squaremile.kernel.models.PeriodField()),
                ('places', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('announced', 'announced'), ('held', 'held'), ('cancelled', 'cancelled')], max_length=9)),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='safety.course')),
                ('room', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
                ('trainer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'safety_training_session',
                'indexes': [
                    models.Index(fields=['course', 'state'], name='training_session_of_course'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__lower_inc', True), ('period__lower_inf', False), ('period__upper_inc', False), ('period__upper_inf', False)), name='training_session_period_sound'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('announced', 'held', 'cancelled'))), name='training_session_state_known'),
                    models.CheckConstraint(condition=models.Q(('places__gte', 1), ('places__lte', 1000)), name='training_session_places_some'),
                ],
            },
        ),
        migrations.CreateModel(
            name='TrainingSeat',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('asked_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('coming', 'coming'), ('waiting', 'waiting'), ('given_up', 'given_up'), ('attended', 'attended'), ('missed', 'missed')], max_length=8)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('record', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seat', to='safety.trainingrecord')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='safety.trainingsession')),
            ],
            options={
                'db_table': 'safety_training_seat',
                'indexes': [
                    models.Index(fields=['person'], name='training_seat_of_person'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('session', 'person'), name='training_seat_once'),
                    models.CheckConstraint(condition=models.Q(('state__in', ('coming', 'waiting', 'given_up', 'attended', 'missed'))), name='training_seat_state_known'),
                    models.CheckConstraint(condition=models.Q(('record', None), ('state', 'attended'), _connector='OR'), name='training_seat_record_attended'),
                ],
            },
        ),
        migrations.CreateModel(
            name='TrainingSeatTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=8)),
                ('after', models.CharField(max_length=8)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('training_seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='safety.trainingseat')),
            ],
            options={
                'db_table': 'safety_training_seat_transition',
            },
        ),
        migrations.CreateModel(
            name='TrainingSessionTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=9)),
                ('after', models.CharField(max_length=9)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('training_session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='safety.trainingsession')),
            ],
            options={
                'db_table': 'safety_training_session_transition',
            },
        ),
    ]
