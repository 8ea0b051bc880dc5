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
            },
        ),
        migrations.CreateModel(
            name='ReshapedPlace',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('comes', models.BooleanField()),
            ],
            options={
                'db_table': 'spaces_reshaped_place',
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
        migrations.AddConstraint(
            model_name='reshape',
            constraint=models.CheckConstraint(condition=models.Q(('cancelled_at', None), ('cancelled_at__lt', models.F('at')), _connector='OR'), name='reshape_cancelled_before'),
        ),
        migrations.AddField(
            model_name='reshapedplace',
            name='place',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place'),
        ),
        migrations.AddField(
            model_name='reshapedplace',
            name='reshape',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='spaces.reshape'),
        ),
        migrations.AddConstraint(
            model_name='reshapedplace',
            constraint=models.UniqueConstraint(fields=('reshape', 'place'), name='reshaped_place_once'),
        ),
    ]
