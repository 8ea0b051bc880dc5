"""What an amendment changes is kept in English too."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0141_seals_security")]

    operations: ClassVar = [
        migrations.AddField("licencedocument", "changes_en", models.TextField(blank=True, default=""), preserve_default=False),
    ]
