"""What a host must know of a person stands apart from how she may be reached."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import ACTOR, role, secure, system

_KEEPS = f"{role('site_director', 'programme')} OR {system('import', 'setup')}"
_HER = f"EXISTS (SELECT 1 FROM network_person p WHERE p.id = person_id AND p.user_id = {ACTOR})"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0090_parts")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="PersonCare",
            fields=[
                ("id", models.UUIDField(
                    default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("needs_ko", models.CharField(blank=True, max_length=200)),
                ("needs_en", models.CharField(blank=True, max_length=200)),
                ("person", models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="care", to="network.person")),
            ],
            options={"db_table": "network_person_care"},
        ),
        secure("network_person_care", select=f"{_KEEPS} OR {_HER}", insert=f"{_KEEPS} OR {_HER}", update=f"{_KEEPS} OR {_HER}"),
    ]
