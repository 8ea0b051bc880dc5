"""Who may see and write what of substances, containers and questions; what the database itself refuses; and the one door
through which others' amounts come in, without a name."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import (
    ACTOR,
    ANYONE,
    ORGS,
    SIGNED,
    WORKS,
    append_only,
    own,
    role,
    secure,
    system,
)
from squaremile.kernel.state_steps import steps
from squaremile.safety.models.bringing import MOVES as BRINGING
from squaremile.safety.models.container import MOVES as CONTAINER

_MACHINE = system("setup", "import")
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {_MACHINE}"
_OURS = f"{own()} OR {_WATCH}"
_WRITERS = f"{own()} OR {_SAFETY}"

GUARDS = """
CREATE FUNCTION safety_container_placed() RETURNS trigger LANGUAGE plpgsql AS $$
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
    OR NEW.amount > OLD.amount THEN
    RAISE EXCEPTION 'what it is stays as it was' USING ERRCODE = 'check_violation', CONSTRAINT = 'container_stays_itself';
  END IF;
  IF (NEW.room_id, NEW.amount) IS DISTINCT FROM (OLD.room_id, OLD.amount) THEN
    INSERT INTO safety_container_move (id, container_id, room_before, room_after, amount_before, amount_after, at, actor, operator)
    VALUES (gen_random_uuid(), NEW.id, OLD.room_id, NEW.room_id, OLD.amount, NEW.amount, now(), sm_actor(), sm_operator());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_container_placed AFTER INSERT OR UPDATE ON safety_container
  FOR EACH ROW EXECUTE FUNCTION safety_container_placed();

CREATE FUNCTION safety_bringing_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.organisation_id IS NOT NULL AND (SELECT count(*) FROM safety_bringing b WHERE b.organisation_id = NEW.organisation_id
      AND b.at > NEW.at - interval '1 hour') > 60 THEN
    RAISE EXCEPTION 'too many questions in an hour' USING ERRCODE = 'check_violation', CONSTRAINT = 'bringing_not_too_often';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_bringing_counted AFTER INSERT ON safety_bringing
  FOR EACH ROW EXECUTE FUNCTION safety_bringing_counted();
"""
UNGUARDS = """
DROP TRIGGER safety_bringing_counted ON safety_bringing; DROP FUNCTION safety_bringing_counted();
DROP TRIGGER safety_container_placed ON safety_container; DROP FUNCTION safety_container_placed();
"""
STOCK = f"""
CREATE POLICY safety_area_room_definer ON safety_area_room FOR SELECT TO sm_owner USING (true);
CREATE POLICY safety_cabinet_definer ON safety_cabinet FOR SELECT TO sm_owner USING (true);
CREATE POLICY safety_substance_definer ON safety_substance FOR SELECT TO sm_owner USING (true);
CREATE POLICY safety_substance_class_definer ON safety_substance_class FOR SELECT TO sm_owner USING (true);
CREATE POLICY safety_container_definer ON safety_container FOR SELECT TO sm_owner USING (true);
-- What stands in some areas, added up by what it is: nobody's name, no company, no code. `mine` parts the asker's own from
-- the rest. Read by squaremile.safety.reads.stock alone, which tells a company of the rest in coarse steps.
CREATE FUNCTION safety_stock(p_areas uuid[])
RETURNS TABLE (area uuid, mine boolean, cas text, phase text, density numeric, flash_c numeric, boil_c numeric,
               autoignition_c numeric, soluble boolean, entered jsonb, condition text, in_cabinet boolean,
               dimension text, amount numeric, containers bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH live AS (
    SELECT r.area_id, COALESCE(c.organisation_id = ANY ({ORGS}), false) AS mine, c.substance_id, c.condition,
           COALESCE(b.approved AND b.active, false) AS in_cabinet, c.dimension, sum(c.amount) AS amount, count(*) AS containers
      FROM safety_area_room r
      JOIN safety_container c ON c.room_id = r.room_id AND c.state = ANY (ARRAY['received', 'opened'])
      LEFT JOIN safety_cabinet b ON b.id = c.cabinet_id
     WHERE r.area_id = ANY (p_areas) AND ((SELECT sm_orgs())::uuid[] <> '{{}}' OR {_WATCH})
     GROUP BY 1, 2, 3, 4, 5, 6)
  SELECT live.area_id, live.mine, s.cas, s.phase, s.density, s.flash_c, s.boil_c, s.autoignition_c, s.water_soluble,
         COALESCE((SELECT jsonb_object_agg(k.scheme, to_jsonb(k.classes)) FROM safety_substance_class k
                    WHERE k.substance_id = s.id AND k.current), '{{}}'::jsonb),
         live.condition, live.in_cabinet, live.dimension, live.amount, live.containers
    FROM live JOIN safety_substance s ON s.id = live.substance_id
$$;
REVOKE ALL ON FUNCTION safety_stock(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_stock(uuid[]) TO sm_app;
"""
UNSTOCK = """
DROP FUNCTION safety_stock(uuid[]);
DROP POLICY safety_container_definer ON safety_container;
DROP POLICY safety_substance_class_definer ON safety_substance_class;
DROP POLICY safety_substance_definer ON safety_substance;
DROP POLICY safety_cabinet_definer ON safety_cabinet;
DROP POLICY safety_area_room_definer ON safety_area_room;
"""
_BY_TRIGGER = f"{SIGNED} AND pg_trigger_depth() > 0"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0003_stock")]

    operations: ClassVar = [
        secure(
            "safety_substance", select=f"organisation_id IS NULL AND ({ANYONE}) OR {_OURS}",
            insert=f"organisation_id IS NOT NULL AND {own()} OR {_SAFETY}",
            update=f"organisation_id IS NOT NULL AND {own()} OR {_SAFETY}",
        ),
        secure(
            "safety_substance_class", select="EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = substance_id)",
            insert=f"{_SAFETY} OR EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = substance_id AND s.organisation_id = ANY ({ORGS}))",
            update=f"{_SAFETY} OR EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = substance_id AND s.organisation_id = ANY ({ORGS}))",
        ),
        secure("safety_container", select=_OURS, insert=_WRITERS, update=_WRITERS),
        steps("safety_container", noun="container", moves=CONTAINER),
        secure(
            "safety_container_transition", select="EXISTS (SELECT 1 FROM safety_container c WHERE c.id = container_id)",
            insert=_BY_TRIGGER,
        ),
        secure(
            "safety_container_move", select="EXISTS (SELECT 1 FROM safety_container c WHERE c.id = container_id)",
            insert=_BY_TRIGGER,
        ),
        secure(
            "safety_bringing", select=f"{own()} OR person_id = {ACTOR} OR {_WATCH}",
            insert=f"({own()} AND person_id = {ACTOR}) AND {WORKS} OR organisation_id IS NULL AND ({_SAFETY})",
            update=f"{_SAFETY} OR {own()} AND state::text = ANY (ARRAY['approved'::text, 'used'::text])",
        ),
        steps("safety_bringing", noun="bringing", moves=BRINGING),
        secure(
            "safety_bringing_transition", select="EXISTS (SELECT 1 FROM safety_bringing b WHERE b.id = bringing_id)",
            insert=_BY_TRIGGER,
        ),
        secure("safety_pack_verification", select=ANYONE, insert=f"{role('site_director', 'safety_officer')} OR {_MACHINE}"),
        append_only(
            "safety_container_transition", "safety_container_move", "safety_bringing_transition", "safety_pack_verification"
        ),
        # What was asked and answered stays; safety decides, and a container that comes in uses the approval.
        migrations.RunSQL(
            "REVOKE UPDATE ON safety_bringing FROM sm_app; GRANT UPDATE (state, reason) ON safety_bringing TO sm_app",
            "GRANT UPDATE ON safety_bringing TO sm_app",
        ),
        migrations.RunSQL(
            "REVOKE UPDATE ON safety_substance_class FROM sm_app; GRANT UPDATE (current) ON safety_substance_class TO sm_app",
            "GRANT UPDATE ON safety_substance_class TO sm_app",
        ),
        migrations.RunSQL(GUARDS, UNGUARDS),
        migrations.RunSQL(STOCK, UNSTOCK),
    ]
