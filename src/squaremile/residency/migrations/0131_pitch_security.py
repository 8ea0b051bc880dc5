"""A panel sees its own sittings and slots; a company the slot and the letters that are its own; nobody hears whom she
must not: the database empties a slot for a conflict, and lets none in."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, append_only, definers_look_here, own, own_as, role, secure

_KEEPERS = role("site_director", "programme")
_SEES = role("site_director", "programme", "auditor")
_HERS = (
    f"({own_as('reviewer', 'reviewer_id')} OR {ACTOR} IS NOT NULL AND EXISTS ("
    f"SELECT 1 FROM residency_reviewer r WHERE r.id = reviewer_id AND r.person_id = {ACTOR}))"
)


def _sits(sitting: str) -> str:
    """True for the panel. Row security of the panel's table shows everybody her own seats alone."""
    return f"EXISTS (SELECT 1 FROM residency_pitch_panelist p WHERE p.sitting_id = {sitting} AND p.active)"


_THEIRS = (
    "EXISTS (SELECT 1 FROM residency_application a WHERE a.id = residency_pitch_slot.application_id"
    f" AND {own('a.company_id')})"
)
GUARDS = """
CREATE POLICY residency_pitch_slot_definer ON residency_pitch_slot FOR ALL TO sm_owner USING (true) WITH CHECK (true);
CREATE POLICY residency_pitch_panelist_definer_reads ON residency_pitch_panelist FOR SELECT TO sm_owner USING (true);
CREATE POLICY residency_pitch_sitting_definer_reads ON residency_pitch_sitting FOR SELECT TO sm_owner USING (true);

CREATE FUNCTION residency_pitch_barred(p_sitting uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (
    SELECT 1 FROM residency_pitch_slot s JOIN residency_pitch_panelist p ON p.sitting_id = s.sitting_id AND p.active
      JOIN residency_application a ON a.id = s.application_id
    WHERE s.sitting_id = p_sitting AND (
      EXISTS (SELECT 1 FROM residency_review_conflict c
               WHERE c.application_id = a.id AND c.reviewer_id = p.reviewer_id)
      OR EXISTS (SELECT 1 FROM residency_conflicts_found(a.call_id) f
                  WHERE f.application = a.id AND f.reviewer = p.reviewer_id)))
$$;
REVOKE ALL ON FUNCTION residency_pitch_barred(uuid) FROM PUBLIC;

CREATE FUNCTION residency_pitch_sitting_of_pitch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM residency_review_round d WHERE d.id = NEW.round_id AND d.stage = 'pitch') THEN
    RAISE EXCEPTION 'the round is not one of pitches' USING ERRCODE = 'check_violation', CONSTRAINT = 'pitch_of_round';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_pitch_sitting_of_pitch AFTER INSERT OR UPDATE OF round_id ON residency_pitch_sitting
  FOR EACH ROW EXECUTE FUNCTION residency_pitch_sitting_of_pitch();

CREATE FUNCTION residency_pitch_slot_sound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM residency_pitch_sitting t WHERE t.id = NEW.sitting_id AND t.round_id = NEW.round_id
      AND t.period @> NEW.period) THEN
    RAISE EXCEPTION 'the slot is not of its sitting' USING ERRCODE = 'check_violation', CONSTRAINT = 'pitch_of_round';
  END IF;
  IF NEW.application_id IS NULL THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM residency_pitch_sitting t WHERE t.id = NEW.sitting_id AND t.active)
    OR NOT EXISTS (SELECT 1 FROM residency_review_round d JOIN residency_application a ON a.call_id = d.call_id
      WHERE d.id = NEW.round_id AND a.id = NEW.application_id AND a.state = 'review') THEN
    RAISE EXCEPTION 'the application is not in this review' USING ERRCODE = 'check_violation', CONSTRAINT = 'review_of_round';
  END IF;
  IF residency_pitch_barred(NEW.sitting_id) THEN
    RAISE EXCEPTION 'somebody on the panel has a conflict' USING ERRCODE = 'check_violation', CONSTRAINT = 'pitch_no_conflict';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_pitch_slot_sound AFTER INSERT OR UPDATE ON residency_pitch_slot
  FOR EACH ROW EXECUTE FUNCTION residency_pitch_slot_sound();

CREATE FUNCTION residency_pitch_panelist_sound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM residency_pitch_sitting t WHERE t.id = NEW.sitting_id AND t.period = NEW.period) THEN
    RAISE EXCEPTION 'the panel sits while its sitting lasts' USING ERRCODE = 'check_violation', CONSTRAINT = 'pitch_of_round';
  END IF;
  IF NEW.active AND residency_pitch_barred(NEW.sitting_id) THEN
    RAISE EXCEPTION 'somebody on the panel has a conflict' USING ERRCODE = 'check_violation', CONSTRAINT = 'pitch_no_conflict';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_pitch_panelist_sound AFTER INSERT OR UPDATE ON residency_pitch_panelist
  FOR EACH ROW EXECUTE FUNCTION residency_pitch_panelist_sound();

-- Whoever declares it may not write the schedule: the database does, for what lies ahead.
CREATE FUNCTION residency_pitch_conflict_frees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE residency_pitch_slot s SET application_id = NULL
   WHERE s.application_id = NEW.application_id AND lower(s.period) > now() AND EXISTS (
     SELECT 1 FROM residency_pitch_panelist p
      WHERE p.sitting_id = s.sitting_id AND p.reviewer_id = NEW.reviewer_id AND p.active);
  RETURN NULL;
END $$;
CREATE TRIGGER residency_pitch_conflict_frees AFTER INSERT ON residency_review_conflict
  FOR EACH ROW EXECUTE FUNCTION residency_pitch_conflict_frees();
"""
UNDO = """
DROP TRIGGER residency_pitch_conflict_frees ON residency_review_conflict;
DROP TRIGGER residency_pitch_panelist_sound ON residency_pitch_panelist;
DROP TRIGGER residency_pitch_slot_sound ON residency_pitch_slot;
DROP TRIGGER residency_pitch_sitting_of_pitch ON residency_pitch_sitting;
DROP FUNCTION residency_pitch_conflict_frees(), residency_pitch_panelist_sound(), residency_pitch_slot_sound(),
  residency_pitch_sitting_of_pitch(), residency_pitch_barred(uuid);
DROP POLICY residency_pitch_sitting_definer_reads ON residency_pitch_sitting;
DROP POLICY residency_pitch_panelist_definer_reads ON residency_pitch_panelist;
DROP POLICY residency_pitch_slot_definer ON residency_pitch_slot;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0130_pitch")]

    operations: ClassVar = [
        secure("residency_pitch_panelist", select=f"{_SEES} OR {_HERS}", insert=_KEEPERS, update=_KEEPERS),
        secure("residency_pitch_sitting", select=f"{_SEES} OR {_sits('residency_pitch_sitting.id')}", insert=_KEEPERS,
               update=_KEEPERS),
        secure("residency_pitch_slot", select=f"{_SEES} OR {_sits('residency_pitch_slot.sitting_id')} OR {_THEIRS}",
               insert=_KEEPERS, update=_KEEPERS),
        secure("residency_pitch_invitation", select=f"{_SEES} OR {own('company_id')}", insert=_KEEPERS),
        append_only("residency_pitch_invitation"),
        migrations.RunSQL(GUARDS, UNDO),
        definers_look_here("residency_"),
    ]
