"""An approval ends on a day, and says what it stands on: both are safety's to write. One that was given before has no last
day, and is asked for again."""

from typing import ClassVar

from django.db import migrations, models

DECIDED = """
CREATE OR REPLACE FUNCTION safety_bringing_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'safety_officer'] OR sm_system() IN ('setup', 'import'))
    AND (NEW.reason <> OLD.reason OR NEW.state NOT IN (OLD.state, 'used')
         OR (NEW.good_until, NEW.held) IS DISTINCT FROM (OLD.good_until, OLD.held)) THEN
    RAISE EXCEPTION 'safety decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'bringing_step_allowed';
  END IF;
  RETURN NULL;
END $$;
GRANT UPDATE (good_until, held) ON safety_bringing TO sm_app;
"""
UNDECIDED = """
REVOKE UPDATE (good_until, held) ON safety_bringing FROM sm_app;
CREATE OR REPLACE FUNCTION safety_bringing_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'safety_officer'] OR sm_system() IN ('setup', 'import'))
    AND (NEW.reason <> OLD.reason OR NEW.state NOT IN (OLD.state, 'used')) THEN
    RAISE EXCEPTION 'safety decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'bringing_step_allowed';
  END IF;
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0122_summed_faster")]

    operations: ClassVar = [
        migrations.AddField("bringing", "good_until", models.DateField(null=True)),
        migrations.AddField("bringing", "held", models.JSONField(null=True)),
        migrations.AddConstraint(
            "bringing",
            models.CheckConstraint(
                name="bringing_approval_ends",
                condition=models.Q(good_until__isnull=True, held__isnull=True) | models.Q(state__in=("approved", "used"), good_until__isnull=False),
            ),
        ),
        migrations.RunSQL(DECIDED, UNDECIDED),
    ]
