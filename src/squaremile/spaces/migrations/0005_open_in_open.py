"""An open place lies in an open place: whoever adds or reopens one queues with whoever closes the place around it."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION spaces_place_open_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.active AND NEW.parent_id IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(COALESCE(NEW.site_id, NEW.id)::text, 9));
    IF NOT EXISTS (SELECT 1 FROM spaces_place WHERE id = NEW.parent_id AND active) THEN
      RAISE EXCEPTION 'the place around % is closed', NEW.code
        USING ERRCODE = 'check_violation', CONSTRAINT = 'place_open_in_open';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER spaces_place_open_guard BEFORE INSERT OR UPDATE OF active, parent_id
  ON spaces_place FOR EACH ROW EXECUTE FUNCTION spaces_place_open_guard();
"""
UNDO = "DROP TRIGGER spaces_place_open_guard ON spaces_place; DROP FUNCTION spaces_place_open_guard();"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("spaces", "0004_occupancy_guards")]

    operations: ClassVar = [migrations.RunSQL(GUARD, UNDO)]
