"""What a company is told of a substance is of one of its own or of one that everybody shares: a question of staff on its behalf
holds nothing of a rival's."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION safety_bringing_its_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = NEW.substance_id
      AND (s.organisation_id IS NULL OR s.organisation_id = NEW.organisation_id)) THEN
    RAISE EXCEPTION 'the substance is of another register' USING ERRCODE = 'check_violation', CONSTRAINT = 'bringing_substance_its_own';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_bringing_its_own AFTER INSERT ON safety_bringing
  FOR EACH ROW WHEN (NEW.organisation_id IS NOT NULL AND NEW.substance_id IS NOT NULL) EXECUTE FUNCTION safety_bringing_its_own();
"""
UNGUARD = "DROP TRIGGER safety_bringing_its_own ON safety_bringing; DROP FUNCTION safety_bringing_its_own();"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0191_mixtures_security")]

    operations: ClassVar = [migrations.RunSQL(GUARD, UNGUARD)]
