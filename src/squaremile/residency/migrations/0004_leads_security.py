"""Enquiries are the programme staff's; open tours are everybody's; the database counts who comes and how often one asks."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import SIGNED, append_only, definers_look_here, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.residency.models.lead import MOVES as LEAD
from squaremile.residency.models.tour import MOVES as TOUR

COUNT = """
CREATE POLICY residency_tour_slot_definer ON residency_tour_slot FOR ALL TO sm_owner USING (true) WITH CHECK (true);
CREATE POLICY residency_tour_definer ON residency_tour FOR SELECT TO sm_owner USING (true);
CREATE POLICY residency_lead_definer ON residency_lead FOR SELECT TO sm_owner USING (true);
CREATE FUNCTION residency_tour_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM 1 FROM residency_tour_slot WHERE id = NEW.slot_id FOR UPDATE;
  UPDATE residency_tour_slot SET taken = (
    SELECT COALESCE(sum(party), 0) FROM residency_tour WHERE slot_id = NEW.slot_id AND state <> 'cancelled'
  ) WHERE id = NEW.slot_id;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_tour_counted AFTER INSERT OR UPDATE OF state, party ON residency_tour
  FOR EACH ROW EXECUTE FUNCTION residency_tour_counted();
CREATE FUNCTION residency_lead_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF sm_system() = 'public' AND (SELECT count(*) FROM residency_lead WHERE contact = NEW.contact
      AND created_at > NEW.created_at - interval '1 day') > 5 THEN
    RAISE EXCEPTION 'too many enquiries of one address' USING ERRCODE = 'check_violation', CONSTRAINT = 'lead_not_too_often';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_lead_counted AFTER INSERT ON residency_lead
  FOR EACH ROW EXECUTE FUNCTION residency_lead_counted();
"""
UNCOUNT = """
DROP TRIGGER residency_lead_counted ON residency_lead; DROP FUNCTION residency_lead_counted();
DROP TRIGGER residency_tour_counted ON residency_tour; DROP FUNCTION residency_tour_counted();
DROP POLICY residency_lead_definer ON residency_lead; DROP POLICY residency_tour_definer ON residency_tour;
DROP POLICY residency_tour_slot_definer ON residency_tour_slot;
"""
_KEEPERS = f"{role('site_director', 'programme')} OR {system('setup')}"
_SEE = f"{role('site_director', 'programme', 'auditor')} OR {system('worker', 'setup')}"
_PUBLIC = system("public")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0003_leads")]

    operations: ClassVar = [
        secure("residency_lead", select=_SEE, insert=f"{_KEEPERS} OR {_PUBLIC}", update=f"{_KEEPERS} OR {system('worker')}"),
        steps("residency_lead", noun="lead", moves=LEAD),
        secure("residency_lead_transition", select=_SEE, insert=SIGNED),
        append_only("residency_lead_transition"),
        secure("residency_tour_slot", select=f"open AND {_PUBLIC} OR {_SEE} OR (SELECT sm_staff())", insert=_KEEPERS,
               update=_KEEPERS),
        # By the link in her mail a visitor finds the one booking that is hers; nothing of the enquiry.
        secure("residency_tour", select=f"{_SEE} OR {_PUBLIC} AND state IN ('booked', 'cancelled')", insert=f"{_KEEPERS} OR {_PUBLIC}",
               update=f"{_KEEPERS} OR {_PUBLIC}"),
        steps("residency_tour", noun="tour", moves=TOUR),
        secure("residency_tour_transition", select=_SEE, insert=SIGNED),
        append_only("residency_tour_transition"),
        migrations.RunSQL(COUNT, UNCOUNT),
        definers_look_here("residency_"),
    ]
