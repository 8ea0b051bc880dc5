"""What was told last of each company's head count."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0170_leaves_with_nothing'),
    ]

    operations = [
        migrations.CreateModel(
            name='HeadsTold',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField(default=0)),
                ('heads', models.JSONField(default=list)),
                ('company', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='heads_told', to='residency.company')),
            ],
            options={
                'db_table': 'residency_heads_told',
            },
        ),
    ]
