"""An amount that was written down wrong is put right by safety, up or down, with the reason; and densities that a company alone
knows are found anew."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import append_only, role, secure, system

_MACHINE = system("setup", "import")

PLACED = """
-- As before; the amount goes up where safety has just said why.
CREATE OR REPLACE FUNCTION safety_container_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.cabinet_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM safety_cabinet b WHERE b.id = NEW.cabinet_id AND b.room_id = NEW.room_id) THEN
    RAISE EXCEPTION 'the cabinet stands in another room' USING ERRCODE = 'check_violation', CONSTRAINT = 'container_cabinet_in_room';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = NEW.substance_id
      AND (s.organisation_id IS NULL OR s.organisation_id = NEW.organisation_id)) THEN
    RAISE EXCEPTION 'the substance is of another register' USING ERRCODE = 'check_violation', CONSTRAINT = 'container_substance_its_own';
  END IF;
  IF TG_OP = 'INSERT' THEN RETURN NULL; END IF;
  IF OLD.state = ANY (ARRAY['disposed', 'transferred']) THEN
    RAISE EXCEPTION 'the container is gone' USING ERRCODE = 'check_violation', CONSTRAINT = 'container_gone';
  END IF;
  IF NEW.organisation_id <> OLD.organisation_id OR NEW.substance_id <> OLD.substance_id OR NEW.dimension <> OLD.dimension
    OR NEW.amount > OLD.amount AND NOT (
      sm_staff_roles() && ARRAY['site_director', 'safety_officer'] AND EXISTS (
        SELECT 1 FROM safety_container_correction c WHERE c.container_id = NEW.id
           AND c.amount_before = OLD.amount AND c.amount_after = NEW.amount)) THEN
    RAISE EXCEPTION 'what it is stays as it was' USING ERRCODE = 'check_violation', CONSTRAINT = 'container_stays_itself';
  END IF;
  IF (NEW.room_id, NEW.amount) IS DISTINCT FROM (OLD.room_id, OLD.amount) THEN
    INSERT INTO safety_container_move (id, container_id, room_before, room_after, amount_before, amount_after, at, actor, operator)
    VALUES (gen_random_uuid(), NEW.id, OLD.room_id, NEW.room_id, OLD.amount, NEW.amount, now(), sm_actor(), sm_operator());
  END IF;
  RETURN NULL;
END $$;
DELETE FROM safety_substance_found;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0130_approvals_end"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations: ClassVar = [
        migrations.CreateModel(
            name="ContainerCorrection",
            fields=[
                ("id", models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("amount_before", models.DecimalField(decimal_places=12, max_digits=24)),
                ("amount_after", models.DecimalField(decimal_places=12, max_digits=24)),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                ("container", models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="safety.container")),
                ("person", models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "db_table": "safety_container_correction",
                "constraints": [
                    models.CheckConstraint(name="container_correction_reasoned", condition=~models.Q(reason=""))
                ],
            },
        ),
        secure(
            "safety_container_correction", select="EXISTS (SELECT 1 FROM safety_container c WHERE c.id = container_id)",
            insert=f"{role('site_director', 'safety_officer')} OR {_MACHINE}",
        ),
        append_only("safety_container_correction"),
        migrations.RunSQL(PLACED, migrations.RunSQL.noop),
    ]
