"""The amendment that a move brings."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0133_decision_basis_security'),
    ]

    operations = [
        migrations.AddField(
            model_name='move',
            name='amendment',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='move', to='residency.amendment'),
        ),
    ]
