"""Rights said more narrowly, after an attack on them: a passed quiz is one that the questions themselves mark as passed,
what is revoked stays revoked, safety alone decides, and others' amounts are for people of the cluster."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ORGS, WORKS, alter, own, role, system

_MACHINE = system("setup", "import")
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {_MACHINE}"

STOCK = f"""
CREATE OR REPLACE FUNCTION safety_stock(p_areas uuid[])
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
     WHERE r.area_id = ANY (p_areas) AND ({ACTOR} IS NOT NULL AND (SELECT sm_orgs())::uuid[] <> '{{}}' OR {_WATCH})
     GROUP BY 1, 2, 3, 4, 5, 6)
  SELECT live.area_id, live.mine, s.cas, s.phase, s.density, s.flash_c, s.boil_c, s.autoignition_c, s.water_soluble,
         COALESCE((SELECT jsonb_object_agg(k.scheme, to_jsonb(k.classes)) FROM safety_substance_class k
                    WHERE k.substance_id = s.id AND k.current), '{{}}'::jsonb),
         live.condition, live.in_cabinet, live.dimension, live.amount, live.containers
    FROM live JOIN safety_substance s ON s.id = live.substance_id
$$;
"""
GUARDS = """
-- An attempt is worth what its answers are worth (policies/quiz.py), whoever says otherwise.
CREATE FUNCTION safety_quiz_attempt_marked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v safety_course_version;
  good int;
BEGIN
  SELECT * INTO v FROM safety_course_version WHERE id = NEW.version_id;
  SELECT count(*) INTO good FROM jsonb_array_elements(v.questions) WITH ORDINALITY AS q(body, n)
   WHERE (SELECT COALESCE(array_agg(DISTINCT x::numeric ORDER BY x::numeric), '{}')
            FROM jsonb_array_elements_text(q.body -> 'right') AS x)
       = (SELECT COALESCE(array_agg(DISTINCT y::numeric - 1 ORDER BY y::numeric - 1), '{}')
            FROM jsonb_array_elements_text(COALESCE(NEW.answers -> q.n::text, '[]')) AS y);
  IF NEW."right" <> good OR NEW.out_of <> jsonb_array_length(v.questions)
    OR NEW.passed <> (good * 100 >= v.pass_percent * NEW.out_of) THEN
    RAISE EXCEPTION 'that is not what the answers are worth' USING ERRCODE = 'check_violation', CONSTRAINT = 'quiz_attempt_marked';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_quiz_attempt_marked AFTER INSERT ON safety_quiz_attempt
  FOR EACH ROW EXECUTE FUNCTION safety_quiz_attempt_marked();

-- A record says what its course says: when it was done, for how long it counts, how many minutes a quiz gives.
CREATE FUNCTION safety_training_record_sound() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v safety_course_version;
BEGIN
  IF sm_system() <> '' THEN RETURN NULL; END IF;
  SELECT * INTO v FROM safety_course_version WHERE id = NEW.version_id;
  IF NEW.until IS DISTINCT FROM NEW.completed_on + (v.valid_days - 1)
    OR NEW.way = 'quiz' AND (NEW.minutes <> v.minutes OR NOT EXISTS (
      SELECT 1 FROM safety_quiz_attempt a WHERE a.id = NEW.attempt_id
         AND NEW.completed_on BETWEEN a.at::date - 1 AND a.at::date + 1)) THEN
    RAISE EXCEPTION 'the course says otherwise' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_as_its_course';
  END IF;
  IF NEW.way = 'sign_off' AND NEW.person_id = sm_actor() THEN
    RAISE EXCEPTION 'nobody confirms her own training' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_not_her_own';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_training_record_sound AFTER INSERT ON safety_training_record
  FOR EACH ROW EXECUTE FUNCTION safety_training_record_sound();

CREATE FUNCTION safety_stays_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.revoked_at, NEW.revoked_why) IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_why) THEN
    RAISE EXCEPTION 'what is revoked stays revoked' USING ERRCODE = 'check_violation', CONSTRAINT = 'revoked_for_good';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_passport_stays_revoked AFTER UPDATE ON safety_passport
  FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION safety_stays_revoked();
CREATE TRIGGER safety_training_record_stays_revoked AFTER UPDATE ON safety_training_record
  FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION safety_stays_revoked();

-- The decision and its reason are those of who answers for safety; to use an approval changes neither.
CREATE FUNCTION safety_bringing_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'safety_officer'] OR sm_system() IN ('setup', 'import'))
    AND (NEW.reason <> OLD.reason OR NEW.state NOT IN (OLD.state, 'used')) THEN
    RAISE EXCEPTION 'safety decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'bringing_step_allowed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_bringing_decided AFTER UPDATE ON safety_bringing
  FOR EACH ROW EXECUTE FUNCTION safety_bringing_decided();
"""
UNDO = """
DROP TRIGGER safety_bringing_decided ON safety_bringing; DROP FUNCTION safety_bringing_decided();
DROP TRIGGER safety_training_record_stays_revoked ON safety_training_record;
DROP TRIGGER safety_passport_stays_revoked ON safety_passport; DROP FUNCTION safety_stays_revoked();
DROP TRIGGER safety_training_record_sound ON safety_training_record; DROP FUNCTION safety_training_record_sound();
DROP TRIGGER safety_quiz_attempt_marked ON safety_quiz_attempt; DROP FUNCTION safety_quiz_attempt_marked();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0021_training_security")]

    operations: ClassVar = [
        migrations.RunSQL(STOCK, migrations.RunSQL.noop),
        migrations.RunSQL(GUARDS, UNDO),
        # Staff may ask for a company, which then reads what they were told: that is told coarsely.
        alter(
            "safety_bringing", insert=f"({own()} AND person_id = {ACTOR}) AND {WORKS}"
            f" OR person_id IS NOT DISTINCT FROM {ACTOR} AND ({_SAFETY})",
        ),
        # Whoever verifies a figure does so in her own name.
        alter(
            "safety_pack_verification",
            insert=f"{role('site_director', 'safety_officer')} AND person_id = {ACTOR} OR {_MACHINE}",
        ),
    ]
