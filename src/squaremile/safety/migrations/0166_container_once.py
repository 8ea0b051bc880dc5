"""A form that is sent twice makes one container."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0165_waste_moves")]

    operations: ClassVar = [
        migrations.AddField("container", "origin", models.CharField(max_length=120, null=True, unique=True)),
    ]
