"""A waste container that is carried to the store stands there: its room may change."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0160_summed_of_one_kind")]

    operations: ClassVar = [
        migrations.RunSQL(
            "GRANT UPDATE (room_id) ON safety_waste_container TO sm_app", "REVOKE UPDATE (room_id) ON safety_waste_container FROM sm_app",
        ),
    ]
