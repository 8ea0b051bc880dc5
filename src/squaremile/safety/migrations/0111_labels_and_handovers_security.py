"""Who may see and write what of labels, safety data sheets and handovers; and what the database itself refuses.

A taker reads an offer by its key alone, in the purpose `handing_over`, which no request carries by itself. That a container
is taken ends the giver's own row: the database does it, as neither side may write the other's.
"""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, ORGS, SIGNED, WORKS, append_only, own, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.safety.models.handover import MOVES

_MACHINE = system("setup", "import")
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {_MACHINE}"
_NAMED = f"(entered_by_id = {ACTOR} OR {_MACHINE})"
_SUBSTANCE = "EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = substance_id)"
_OURS = f"EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = substance_id AND s.organisation_id = ANY ({ORGS}))"
_PASSING = system("handing_over")
_BY_TRIGGER = f"{SIGNED} AND pg_trigger_depth() > 0"

GUARDS = """
CREATE FUNCTION safety_sheet_its_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = NEW.substance_id
      AND (s.organisation_id IS NULL OR s.organisation_id = NEW.organisation_id)) THEN
    RAISE EXCEPTION 'the substance is of another register' USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_of_its_own';
  END IF;
  IF NEW.file_id IS NOT NULL AND sm_system() = '' AND NOT EXISTS (SELECT 1 FROM core_stored_file f WHERE f.id = NEW.file_id
      AND f.organisation_id IS NOT DISTINCT FROM NEW.organisation_id) THEN
    RAISE EXCEPTION 'the file is of another company' USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_of_its_own';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_sheet_its_own AFTER INSERT ON safety_sheet FOR EACH ROW EXECUTE FUNCTION safety_sheet_its_own();

CREATE FUNCTION safety_handover_sound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT 1 FROM safety_container c WHERE c.id = NEW.container_id
      AND c.organisation_id = NEW.organisation_id AND c.substance_id = NEW.substance_id AND c.amount = NEW.amount
      AND c.state = ANY (ARRAY['received', 'opened'])) THEN
    RAISE EXCEPTION 'one offers what one has' USING ERRCODE = 'check_violation', CONSTRAINT = 'handover_of_its_own';
  END IF;
  IF TG_OP = 'UPDATE' AND sm_system() <> ALL (ARRAY['handing_over', 'setup']) AND (NEW.state = 'taken'
      OR NEW.told <> OLD.told OR NEW.received_id IS DISTINCT FROM OLD.received_id) THEN
    RAISE EXCEPTION 'it is taken by its key' USING ERRCODE = 'check_violation', CONSTRAINT = 'handover_taken_by_key';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_handover_sound AFTER INSERT OR UPDATE ON safety_handover
  FOR EACH ROW EXECUTE FUNCTION safety_handover_sound();

CREATE POLICY safety_container_passes ON safety_container FOR UPDATE TO sm_owner USING (true) WITH CHECK (true);
CREATE POLICY safety_container_transition_passes ON safety_container_transition FOR INSERT TO sm_owner WITH CHECK (true);
CREATE FUNCTION safety_handover_passes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE safety_container c SET state = 'transferred', gone_on = NEW.ended_on, gone_to = left(COALESCE(NEW.told ->> 'to_ko', ''), 200)
   WHERE c.id = NEW.container_id AND c.state = ANY (ARRAY['received', 'opened']) AND c.amount = NEW.amount;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the container is not what was offered' USING ERRCODE = 'check_violation', CONSTRAINT = 'handover_stale';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_handover_passes AFTER UPDATE OF state ON safety_handover
  FOR EACH ROW WHEN (NEW.state = 'taken' AND OLD.state = 'offered') EXECUTE FUNCTION safety_handover_passes();
"""
UNGUARDS = """
DROP TRIGGER safety_handover_passes ON safety_handover; DROP FUNCTION safety_handover_passes();
DROP POLICY safety_container_transition_passes ON safety_container_transition; DROP POLICY safety_container_passes ON safety_container;
DROP TRIGGER safety_handover_sound ON safety_handover; DROP FUNCTION safety_handover_sound();
DROP TRIGGER safety_sheet_its_own ON safety_sheet; DROP FUNCTION safety_sheet_its_own();
"""
_ONLY = "REVOKE UPDATE ON {0} FROM sm_app; GRANT UPDATE ({1}) ON {0} TO sm_app"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0110_labels_and_handovers")]

    operations: ClassVar = [
        secure(
            "safety_substance_label", select=_SUBSTANCE, insert=f"({_SAFETY} OR {_OURS}) AND {_NAMED} AND {WORKS}",
            update=f"({_SAFETY} OR {_OURS}) AND {WORKS}",
        ),
        secure(
            "safety_sheet", select=f"organisation_id IS NULL AND {_SUBSTANCE} AND ({ANYONE}) OR {own()} OR {_WATCH}",
            insert=f"({own()} OR {_SAFETY}) AND {_NAMED} AND {WORKS}",
        ),
        append_only("safety_sheet"),
        secure(
            "safety_handover", select=f"{own()} OR {own('receiver_id')} OR {_WATCH} OR {_PASSING}",
            insert=f"({own()} OR {_SAFETY}) AND {WORKS} AND state = 'offered'",
            update=f"({own()} OR {_SAFETY}) AND {WORKS} OR {_PASSING}",
        ),
        steps("safety_handover", noun="handover", moves=MOVES),
        secure(
            "safety_handover_transition", select="EXISTS (SELECT 1 FROM safety_handover h WHERE h.id = handover_id)",
            insert=_BY_TRIGGER,
        ),
        append_only("safety_handover_transition"),
        migrations.RunSQL(_ONLY.format("safety_substance_label", "current"), migrations.RunSQL.noop),
        migrations.RunSQL(
            _ONLY.format("safety_handover", "state, receiver_id, told, ended_on, taken_by_id, received_id"), migrations.RunSQL.noop
        ),
        migrations.RunSQL(GUARDS, UNGUARDS),
    ]
