"""Who may see and write what of sessions; that no more come than there are places; and how many are left, without a name."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, SIGNED, WORKS, own, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.safety.models.session import MOVES, SEAT_MOVES

_TRAINERS = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {system('setup', 'import')}"
_LOOKERS = f"{role('auditor')} OR {system('worker')} OR {_TRAINERS}"
_COLLEAGUE = (
    f"person_id IN (SELECT user_id FROM core_role_grant g WHERE {own('g.organisation_id')} AND upper(g.valid) > now())"
)
_HERSELF = (
    f"person_id = {ACTOR} AND {WORKS} AND record_id IS NULL"
    " AND state::text = ANY (ARRAY['coming'::text, 'waiting'::text, 'given_up'::text])"
)
_BY_TRIGGER = f"{SIGNED} AND pg_trigger_depth() > 0"
COUNTED = """
CREATE POLICY safety_training_session_definer ON safety_training_session FOR SELECT TO sm_owner USING (true);
CREATE POLICY safety_training_seat_definer ON safety_training_seat FOR SELECT TO sm_owner USING (true);
-- Nobody sees the seats of another company: whoever counts them does so with the owner's rights.
CREATE FUNCTION safety_training_seat_counted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  most int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.session_id::text, 62));
  SELECT places INTO most FROM safety_training_session WHERE id = NEW.session_id;
  IF NEW.state IN ('coming', 'attended')
    AND (SELECT count(*) FROM safety_training_seat s WHERE s.session_id = NEW.session_id AND s.state = 'coming') > most THEN
    RAISE EXCEPTION 'all places are taken' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_session_full';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_training_seat_counted AFTER INSERT OR UPDATE OF state ON safety_training_seat
  FOR EACH ROW EXECUTE FUNCTION safety_training_seat_counted();
CREATE FUNCTION safety_session_taken(p_sessions uuid[]) RETURNS TABLE (session uuid, coming bigint, waiting bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.session_id, count(*) FILTER (WHERE s.state IN ('coming', 'attended')), count(*) FILTER (WHERE s.state = 'waiting')
    FROM safety_training_seat s
   WHERE s.session_id = ANY (p_sessions) AND ((SELECT sm_actor()) IS NOT NULL OR (SELECT sm_system()) <> '') GROUP BY 1
$$;
REVOKE ALL ON FUNCTION safety_session_taken(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_session_taken(uuid[]) TO sm_app;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0061_sessions")]

    operations: ClassVar = [
        secure("safety_training_session", select=ANYONE, insert=_TRAINERS, update=_TRAINERS),
        steps("safety_training_session", noun="training_session", moves=MOVES),
        secure("safety_training_session_transition", select=ANYONE, insert=_BY_TRIGGER),
        secure(
            "safety_training_seat", select=f"person_id = {ACTOR} OR {_COLLEAGUE} OR {_LOOKERS}",
            insert=f"{_HERSELF} OR {_TRAINERS}", update=f"{_HERSELF} OR {_TRAINERS} OR {system('worker')}",
        ),
        steps("safety_training_seat", noun="training_seat", moves=SEAT_MOVES),
        secure(
            "safety_training_seat_transition",
            select="EXISTS (SELECT 1 FROM safety_training_seat s WHERE s.id = training_seat_id)", insert=_BY_TRIGGER,
        ),
        migrations.RunSQL(COUNTED, migrations.RunSQL.noop),
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE, TRUNCATE ON safety_training_session_transition, safety_training_seat_transition FROM sm_app",
            migrations.RunSQL.noop,
        ),
    ]
