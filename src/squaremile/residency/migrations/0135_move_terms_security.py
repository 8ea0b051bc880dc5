"""A move is done once both have signed what it changes."""

from typing import ClassVar

from django.db import migrations

GUARDS = """
CREATE FUNCTION residency_move_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.amendment_id IS NOT NULL AND NEW.amendment_id IS DISTINCT FROM OLD.amendment_id
    OR NEW.state = 'done' AND NEW.amendment_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM residency_amendment a WHERE a.id = NEW.amendment_id AND a.licence_id = NEW.licence_id
        AND a.state IN ('signed', 'in_effect')) THEN
    RAISE EXCEPTION 'the amendment of the move is not signed' USING ERRCODE = 'check_violation', CONSTRAINT = 'move_amendment_signed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_move_signed AFTER UPDATE ON residency_move
  FOR EACH ROW EXECUTE FUNCTION residency_move_signed();
"""
UNDO = "DROP TRIGGER residency_move_signed ON residency_move; DROP FUNCTION residency_move_signed();"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0134_move_amendment")]

    operations: ClassVar = [migrations.RunSQL(GUARDS, UNDO)]
