"""Seals of signed documents."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies: ClassVar = [('residency', '0136_one_cap')]

    operations: ClassVar = [
        migrations.CreateModel(
            name='LicenceSeal',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('sha256', models.CharField(max_length=64)),
                ('after', models.CharField(max_length=64)),
                ('certificate', models.CharField(max_length=64)),
                ('subject', models.CharField(max_length=300)),
                ('stamped', models.BooleanField()),
                ('sealed_at', models.DateTimeField()),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='seal', to='residency.licencedocument')),
            ],
            options={
                'db_table': 'residency_licence_seal',
                'indexes': [models.Index(fields=['sha256'], name='seal_by_digest'), models.Index(fields=['certificate'], name='seal_by_hand')],
            },
        ),
    ]
