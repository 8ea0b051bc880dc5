"""A place is let only while it is there: no hold outlasts a merge or a split, and none begins before the place comes."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ANYONE, append_only, role, secure

_EDITORS = role("site_director", "lab_operations")
GUARDS = """
-- Queues with the reshape by the same lock as everything that takes a place of the site.
CREATE FUNCTION spaces_occupancy_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'ended' AND EXISTS (
    SELECT 1 FROM spaces_place p WHERE p.id = NEW.place_id
      AND (p.since > lower(NEW.period) OR p.until < upper(NEW.period))) THEN
    RAISE EXCEPTION 'the place is not there all that time' USING ERRCODE = 'check_violation', CONSTRAINT = 'occupancy_within_place';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER spaces_occupancy_in_time AFTER INSERT OR UPDATE OF place_id, period, state ON spaces_occupancy
  FOR EACH ROW EXECUTE FUNCTION spaces_occupancy_in_time();

CREATE FUNCTION spaces_place_span_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(COALESCE(NEW.site_id, NEW.id)::text, 9));
  IF EXISTS (SELECT 1 FROM spaces_occupancy o WHERE o.place_id = NEW.id AND o.state <> 'ended'
      AND (NEW.since > lower(o.period) OR NEW.until < upper(o.period))) THEN
    RAISE EXCEPTION 'somebody has place % outside that time', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'place_gone_is_empty';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER spaces_place_span_guard BEFORE UPDATE OF since, until ON spaces_place
  FOR EACH ROW EXECUTE FUNCTION spaces_place_span_guard();
"""
UNDO = """
DROP TRIGGER spaces_place_span_guard ON spaces_place; DROP FUNCTION spaces_place_span_guard();
DROP TRIGGER spaces_occupancy_in_time ON spaces_occupancy; DROP FUNCTION spaces_occupancy_in_time();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("spaces", "0009_reshape")]

    operations: ClassVar = [
        secure("spaces_reshape", select=ANYONE, insert=_EDITORS, update=_EDITORS),
        secure("spaces_reshaped_place", select=ANYONE, insert=_EDITORS),
        append_only("spaces_reshaped_place"),
        migrations.RunSQL(GUARDS, UNDO),
    ]
