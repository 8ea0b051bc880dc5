"""Who is asked in a survey has a key of a kind of its own: it opens the survey and nothing of an application."""

from typing import ClassVar

from django.db import migrations, models

KINDS = ("applicant", "reviewer", "mentor", "sponsor", "survey")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("core", "0013_door_key_security")]

    operations: ClassVar = [
        migrations.AlterField(
            model_name="doorkey", name="kind", field=models.CharField(choices=[(k, k) for k in KINDS], max_length=10),
        ),
        migrations.RemoveConstraint(model_name="doorkey", name="door_key_kind_known"),
        migrations.AddConstraint(
            model_name="doorkey",
            constraint=models.CheckConstraint(condition=models.Q(("kind__in", KINDS)), name="door_key_kind_known"),
        ),
    ]
