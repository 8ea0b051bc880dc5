"""Whose thing a card is of."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0009_definers'),
    ]

    operations = [
        migrations.AddField(
            model_name='card',
            name='keeper',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation'),
        ),
        migrations.AddIndex(
            model_name='card',
            index=models.Index(fields=['keeper'], name='card_by_keeper'),
        ),
    ]
