"""Nothing signed comes to nothing without a reason, and nothing that safety calls not feasible passes without the director's."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import append_only, role, secure, system
from squaremile.kernel.state_steps import steps_anew
from squaremile.residency.models.application import MOVES

_KEEPERS = f"{role('site_director', 'programme')} OR {system('worker', 'setup')}"
GUARDS = """
-- What was accepted and never began says why it came to nothing.
CREATE FUNCTION residency_licence_voided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM residency_offer o WHERE o.licence_id = NEW.id AND o.state = 'accepted')
    AND NOT EXISTS (SELECT 1 FROM residency_licence_void v WHERE v.licence_id = NEW.id) THEN
    RAISE EXCEPTION 'licence % lapses without a word', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_void_said';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_licence_voided AFTER UPDATE OF state ON residency_licence
  FOR EACH ROW WHEN (NEW.state = 'lapsed' AND OLD.state <> 'lapsed') EXECUTE FUNCTION residency_licence_voided();

-- An offer's terms stand; staff may keep its places for longer, and its company says yes or no and nothing else.
CREATE OR REPLACE FUNCTION residency_offer_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.licence_id, NEW.company_id, NEW.price_version_id, NEW.rent, NEW.deposit, NEW.notice_months,
      NEW.most_people, NEW.permitted_use, NEW.covenants)
     IS DISTINCT FROM (OLD.licence_id, OLD.company_id, OLD.price_version_id, OLD.rent, OLD.deposit,
      OLD.notice_months, OLD.most_people, OLD.permitted_use, OLD.covenants)
     OR NEW.until < OLD.until OR (NEW.until > OLD.until AND NEW.state <> 'open') OR NEW.sign_by < OLD.sign_by THEN
    RAISE EXCEPTION 'the terms of an offer stand' USING ERRCODE = 'check_violation', CONSTRAINT = 'offer_terms_stand';
  END IF;
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'programme'] OR sm_system() IN ('worker', 'setup'))
     AND (NEW.state NOT IN (OLD.state, 'accepted', 'declined') OR NEW.until <> OLD.until OR NEW.freed <> OLD.freed
       OR NEW.sign_by IS DISTINCT FROM OLD.sign_by) THEN
    RAISE EXCEPTION 'the step is not the company''s own' USING ERRCODE = 'check_violation', CONSTRAINT = 'offer_step_allowed';
  END IF;
  RETURN NULL;
END $$;

-- Safety's no is heard, on the way to review and to acceptance: of the newest declaration, its newest verdict.
CREATE FUNCTION residency_application_stopped() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  verdict residency_feasibility;
BEGIN
  SELECT f.* INTO verdict FROM residency_feasibility f JOIN residency_declaration d ON d.id = f.declaration_id
   WHERE d.application_id = NEW.id AND d.number = (SELECT max(number) FROM residency_declaration WHERE application_id = NEW.id)
   ORDER BY f.at DESC, f.id DESC LIMIT 1;
  IF verdict.verdict = 'not_feasible' AND NOT EXISTS (
    SELECT 1 FROM residency_stop_exception e WHERE e.application_id = NEW.id AND e.stops ? ('feasibility:' || verdict.id)) THEN
    RAISE EXCEPTION 'safety says that it cannot be hosted' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'application_stop_excepted';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_application_stopped AFTER UPDATE OF state ON residency_application
  FOR EACH ROW WHEN (NEW.state IN ('review', 'accepted') AND OLD.state <> NEW.state)
  EXECUTE FUNCTION residency_application_stopped();
"""
UNDO = """
DROP TRIGGER residency_application_stopped ON residency_application; DROP FUNCTION residency_application_stopped();
DROP TRIGGER residency_licence_voided ON residency_licence; DROP FUNCTION residency_licence_voided();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0160_before_it_begins")]

    operations: ClassVar = [
        secure(
            "residency_licence_void", select="EXISTS (SELECT 1 FROM residency_licence l WHERE l.id = residency_licence_void.licence_id)",
            insert=_KEEPERS,
        ),
        secure(
            "residency_stop_exception", select=role("site_director", "programme", "auditor"), insert=role("site_director"),
        ),
        append_only("residency_licence_void", "residency_stop_exception"),
        steps_anew("residency_application", noun="application", moves=MOVES),
        migrations.RunSQL(GUARDS, UNDO),
    ]
