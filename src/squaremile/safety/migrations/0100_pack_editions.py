"""Editions of rule packs that somebody brought here, and from which day they hold."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('safety', '0094_unsure'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PackEdition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('pack', models.CharField(max_length=40)),
                ('edition', models.CharField(max_length=200)),
                ('adopted_from', models.DateField(null=True)),
                ('text', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('offered_at', models.DateTimeField()),
                ('offered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'safety_pack_edition',
                'constraints': [
                    models.UniqueConstraint(fields=('pack', 'digest'), name='pack_edition_once'),
                    models.CheckConstraint(condition=models.Q(('text__length__lte', 400000)), name='pack_edition_short'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PackForce',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('since', models.DateField()),
                ('said_at', models.DateTimeField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='force', to='safety.packedition')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'safety_pack_force',
                'indexes': [
                    models.Index(fields=['edition', 'since'], name='pack_force_of_edition'),
                ],
            },
        ),
    ]
