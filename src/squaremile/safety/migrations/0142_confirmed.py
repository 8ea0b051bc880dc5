"""An inspection is confirmed by the head of the laboratory, who is not whoever carried it out."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import ACTOR, WORKS, append_only, own_as, role, secure, system

_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {system('setup', 'import')}"
_SEEN = "EXISTS (SELECT 1 FROM safety_inspection i WHERE i.id = inspection_id)"
_HEAD = f"EXISTS (SELECT 1 FROM safety_inspection i WHERE i.id = inspection_id AND ({own_as('company_admin', 'i.organisation_id')}))"

GUARD = """
CREATE FUNCTION safety_inspection_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM safety_inspection i WHERE i.id = NEW.inspection_id AND i.person_id = NEW.person_id) THEN
    RAISE EXCEPTION 'nobody confirms her own' USING ERRCODE = 'check_violation', CONSTRAINT = 'inspection_confirmed_by_another';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_inspection_confirmed AFTER INSERT ON safety_inspection_confirmation
  FOR EACH ROW EXECUTE FUNCTION safety_inspection_confirmed();
"""
UNGUARD = """
DROP TRIGGER safety_inspection_confirmed ON safety_inspection_confirmation; DROP FUNCTION safety_inspection_confirmed();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0141_waste_lots"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations: ClassVar = [
        migrations.CreateModel(
            name="InspectionConfirmation",
            fields=[
                ("id", models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("remark", models.CharField(blank=True, max_length=300)),
                ("inspection", models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="confirmation", to="safety.inspection",
                )),
                ("person", models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL,
                )),
            ],
            options={"db_table": "safety_inspection_confirmation"},
        ),
        secure(
            "safety_inspection_confirmation", select=_SEEN,
            insert=f"({_HEAD} OR {_SAFETY}) AND {_SEEN} AND person_id = {ACTOR} AND {WORKS}",
        ),
        append_only("safety_inspection_confirmation"),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
