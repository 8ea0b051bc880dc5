"""The life of an occupancy: when it was moved into and ended, and every step it took."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):
    dependencies: ClassVar = [("spaces", "0002_security")]

    operations: ClassVar = [
        migrations.AddField("occupancy", "occupied_at", models.DateTimeField(null=True)),
        migrations.AddField("occupancy", "ended_at", models.DateTimeField(null=True)),
        # A migration sees no rows where row security is forced: this one statement lifts it for its own length.
        migrations.RunSQL(
            "ALTER TABLE spaces_occupancy NO FORCE ROW LEVEL SECURITY;"
            "UPDATE spaces_occupancy SET"
            " occupied_at = CASE WHEN state = 'occupied' THEN lower(period) END,"
            " ended_at = CASE WHEN state = 'ended' THEN upper(period) END;"
            "ALTER TABLE spaces_occupancy FORCE ROW LEVEL SECURITY;",
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            model_name="occupancy",
            constraint=models.CheckConstraint(
                name="occupancy_state_dated",
                condition=models.Q(("ended_at", None), ("occupied_at", None), ("state", "held"))
                | models.Q(("ended_at", None), ("occupied_at__isnull", False), ("state", "occupied"))
                | models.Q(("ended_at__isnull", False), ("state", "ended")),
            ),
        ),
        migrations.CreateModel(
            name="OccupancyTransition",
            fields=[
                ("id", models.UUIDField(
                    default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("before", models.CharField(blank=True, max_length=10)),
                ("after", models.CharField(max_length=10)),
                ("at", models.DateTimeField()),
                ("actor", models.UUIDField(null=True)),
                ("operator", models.UUIDField(null=True)),
                ("occupancy", models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="transitions", to="spaces.occupancy")),
            ],
            options={
                "db_table": "spaces_occupancy_transition",
                "indexes": [
                    models.Index(fields=["occupancy"], name="transition_of_occupancy"),
                ],
            },
        ),
    ]
