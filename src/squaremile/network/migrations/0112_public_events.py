"""Events that the public site shows too."""

from typing import ClassVar

from django.db import migrations, models

from squaremile.kernel.row_security import ACTOR, STAFF, alter, role, system

_LOOKS_ON = role("site_director", "programme", "auditor")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0111_asked")]

    operations: ClassVar = [
        migrations.RemoveConstraint("event", "event_visibility_known"),
        migrations.AlterField(
            "event", "visibility",
            models.CharField(
                choices=[("cluster", "cluster"), ("invited", "invited"), ("public", "public")], default="cluster",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            "event",
            models.CheckConstraint(
                name="event_visibility_known", condition=models.Q(visibility__in=("cluster", "invited", "public"))
            ),
        ),
        alter(
            "network_event",
            select=f"{ACTOR} IS NOT NULL AND state <> 'draft' AND (visibility <> 'invited' OR {STAFF} OR EXISTS (SELECT 1"
            " FROM network_event_invitation i WHERE i.event_id = network_event.id))"
            f" OR {_LOOKS_ON} OR {system('worker', 'import', 'setup')}"
            f" OR {system('public')} AND visibility = 'public' AND state <> 'draft'",
        ),
    ]
