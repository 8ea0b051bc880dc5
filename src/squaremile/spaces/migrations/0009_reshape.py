"""Places merge and split from a day."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('spaces', '0008_worker_frees'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reshape',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('at', models.DateTimeField()),
                ('made_at', models.DateTimeField()),
                ('cancelled_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'spaces_reshape',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('cancelled_at', None), ('cancelled_at__lt', models.F('at')), _connector='OR'), name='reshape_cancelled_before'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ReshapedPlace',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('comes', models.BooleanField()),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
                ('reshape', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='spaces.reshape')),
            ],
            options={
                'db_table': 'spaces_reshaped_place',
                'constraints': [
                    models.UniqueConstraint(fields=('reshape', 'place'), name='reshaped_place_once'),
                ],
            },
        ),
        migrations.AddField(
            model_name='place',
            name='since',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='place',
            name='until',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name='place',
            constraint=models.CheckConstraint(condition=models.Q(('since', None), ('until', None), ('until__gte', models.F('since')), _connector='OR'), name='place_span_sound'),
        ),
    ]
