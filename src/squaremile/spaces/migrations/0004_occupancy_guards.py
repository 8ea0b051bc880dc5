"""What the database keeps by itself about occupancies: steps, owners, and nobody inside another's place."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ANYONE, append_only, secure

_MINE_THROUGH_DETAIL = "EXISTS (SELECT 1 FROM spaces_occupancy_detail d WHERE d.occupancy_id = {table}.occupancy_id)"

GUARDS = """
-- One site, one writer at a time: a suite and a bench inside it are two places, and still must not be let twice.
CREATE FUNCTION spaces_occupancy_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  its_place spaces_place;
BEGIN
  SELECT * INTO its_place FROM spaces_place WHERE id = NEW.place_id;
  PERFORM pg_advisory_xact_lock(hashtextextended(COALESCE(its_place.site_id, its_place.id)::text, 9));
  IF NEW.state = 'ended' THEN RETURN NEW; END IF;
  SELECT * INTO its_place FROM spaces_place WHERE id = NEW.place_id;
  IF TG_OP = 'INSERT' AND NOT (its_place.rentable AND its_place.active) THEN
    RAISE EXCEPTION 'place % is not for renting', its_place.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'occupancy_place_rentable';
  END IF;
  IF EXISTS (
    WITH RECURSIVE outward AS (
      SELECT id, parent_id FROM spaces_place WHERE id = its_place.parent_id
      UNION ALL SELECT p.id, p.parent_id FROM spaces_place p JOIN outward o ON p.id = o.parent_id
    ), inward AS (
      SELECT id FROM spaces_place WHERE parent_id = its_place.id
      UNION ALL SELECT p.id FROM spaces_place p JOIN inward i ON p.parent_id = i.id
    )
    SELECT 1 FROM spaces_occupancy other
     WHERE other.state <> 'ended' AND other.period && NEW.period AND other.id <> NEW.id
       AND other.place_id IN (SELECT id FROM outward UNION ALL SELECT id FROM inward)
  ) THEN
    RAISE EXCEPTION 'place % lies in, or holds, a place that is taken', its_place.code
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'occupancy_no_overlap_around';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER spaces_occupancy_guard BEFORE INSERT OR UPDATE OF place_id, period, state
  ON spaces_occupancy FOR EACH ROW EXECUTE FUNCTION spaces_occupancy_guard();

-- A place that closes queues with whoever would hold it.
CREATE FUNCTION spaces_place_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(COALESCE(NEW.site_id, NEW.id)::text, 9));
  IF NOT NEW.active AND EXISTS (SELECT 1 FROM spaces_place WHERE parent_id = NEW.id AND active) THEN
    RAISE EXCEPTION 'place % still holds open places', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'place_closed_is_empty';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER spaces_place_guard BEFORE UPDATE OF active, rentable
  ON spaces_place FOR EACH ROW EXECUTE FUNCTION spaces_place_guard();

-- Which steps an occupancy may take; every step leaves a row.
CREATE FUNCTION spaces_occupancy_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text := CASE WHEN TG_OP = 'UPDATE' THEN OLD.state ELSE '' END;
BEGIN
  IF NEW.state = before THEN RETURN NULL; END IF;
  IF NOT (before, NEW.state) IN (('', 'held'), ('held', 'occupied'), ('held', 'ended'), ('occupied', 'ended')) THEN
    RAISE EXCEPTION 'an occupancy cannot go from % to %', before, NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'occupancy_step_allowed';
  END IF;
  INSERT INTO spaces_occupancy_transition (id, occupancy_id, before, after, at, actor, operator)
  VALUES (gen_random_uuid(), NEW.id, before, NEW.state, clock_timestamp(), sm_actor(), sm_operator());
  RETURN NULL;
END $$;
CREATE TRIGGER spaces_occupancy_step AFTER INSERT OR UPDATE OF state
  ON spaces_occupancy FOR EACH ROW EXECUTE FUNCTION spaces_occupancy_step();

-- An occupancy without a holder cannot be committed.
CREATE FUNCTION spaces_occupancy_owned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM spaces_occupancy_detail WHERE occupancy_id = NEW.id) THEN
    RAISE EXCEPTION 'occupancy % has no holder', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'occupancy_has_detail';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER spaces_occupancy_owned AFTER INSERT ON spaces_occupancy
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION spaces_occupancy_owned();
CREATE POLICY spaces_occupancy_detail_definer ON spaces_occupancy_detail FOR SELECT TO sm_owner USING (true);
"""
UNDO = """
DROP POLICY spaces_occupancy_detail_definer ON spaces_occupancy_detail;
DROP TRIGGER spaces_occupancy_owned ON spaces_occupancy; DROP FUNCTION spaces_occupancy_owned();
DROP TRIGGER spaces_occupancy_step ON spaces_occupancy; DROP FUNCTION spaces_occupancy_step();
DROP TRIGGER spaces_place_guard ON spaces_place; DROP FUNCTION spaces_place_guard();
DROP TRIGGER spaces_occupancy_guard ON spaces_occupancy; DROP FUNCTION spaces_occupancy_guard();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("spaces", "0003_occupancy_life")]

    operations: ClassVar = [
        secure(
            "spaces_occupancy_transition",
            select=_MINE_THROUGH_DETAIL.format(table="spaces_occupancy_transition"), insert=ANYONE,
        ),
        append_only("spaces_occupancy_transition"),
        migrations.RunSQL(GUARDS, UNDO),
    ]
