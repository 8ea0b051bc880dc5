"""Sums without sorting what is added up, and never compiled: the planner takes a few hundred containers for hundreds of thousands.

Who replaces the function says these settings again."""

from typing import ClassVar

from django.db import migrations

SUMS = "ALTER FUNCTION safety_sums(uuid[], uuid[], text[], text[], text[], boolean[])"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0166_container_once")]

    operations: ClassVar = [
        migrations.RunSQL(
            f"{SUMS} SET enable_mergejoin = off; {SUMS} SET jit = off",
            f"{SUMS} RESET enable_mergejoin; {SUMS} RESET jit",
        ),
    ]
