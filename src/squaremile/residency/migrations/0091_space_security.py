"""Needs and moves are their company's and staff's; whom to keep apart, and plans, are for the staff who allocate alone."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import SIGNED, STAFF, alter, append_only, own, own_as, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.residency.models.move import MOVES, REQUEST_MOVES
from squaremile.residency.models.plan import MOVES as PLAN

_KEEPERS = f"{role('site_director', 'programme')} OR {system('setup')}"
_MACHINE = system("worker", "setup")
_ADMIN = own_as("company_admin", "company_id")
_ALLOCATE = f"{role('site_director', 'programme', 'lab_operations', 'auditor')} OR {_MACHINE}"
_STEPPED = f"{SIGNED} AND pg_trigger_depth() > 0"

KEPT = """
-- A company takes its own request back, and does no more: the answer is the staff's.
CREATE FUNCTION residency_space_request_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'programme'] OR sm_system() = 'setup')
    AND (NEW.state NOT IN (OLD.state, 'withdrawn') OR NEW.answer <> OLD.answer OR NEW.company_id <> OLD.company_id
         OR NEW.counts <> OLD.counts OR NEW.by_day <> OLD.by_day OR NEW.says <> OLD.says OR NEW.wish <> OLD.wish) THEN
    RAISE EXCEPTION 'the answer is not the company''s' USING ERRCODE = 'check_violation', CONSTRAINT = 'request_step_allowed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_space_request_kept AFTER UPDATE ON residency_space_request
  FOR EACH ROW EXECUTE FUNCTION residency_space_request_kept();

-- A company says what it needs; how urgent that is, the staff say.
CREATE FUNCTION residency_space_need_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'programme'] OR sm_system() = 'setup')
    AND NEW.urgency <> (CASE WHEN TG_OP = 'UPDATE' THEN OLD.urgency ELSE 5 END) THEN
    RAISE EXCEPTION 'urgency is the staff''s to say' USING ERRCODE = 'check_violation', CONSTRAINT = 'space_need_urgency_by_staff';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_space_need_kept AFTER INSERT OR UPDATE ON residency_space_need
  FOR EACH ROW EXECUTE FUNCTION residency_space_need_kept();
"""
UNDO = """
DROP TRIGGER residency_space_need_kept ON residency_space_need; DROP FUNCTION residency_space_need_kept();
DROP TRIGGER residency_space_request_kept ON residency_space_request; DROP FUNCTION residency_space_request_kept();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0090_space")]

    operations: ClassVar = [
        secure(
            "residency_space_need", select=f"{own('company_id')} OR {STAFF} OR {_MACHINE}",
            insert=f"{_KEEPERS} OR {_ADMIN}", update=f"{_KEEPERS} OR {_ADMIN}",
        ),
        secure("residency_neighbour", select=_ALLOCATE, insert=_KEEPERS, update=_KEEPERS, delete=_KEEPERS),
        secure(
            "residency_area_limit", select=f"{STAFF} OR {_MACHINE}",
            insert=f"{role('site_director', 'safety_officer')} OR {system('setup')}",
            update=f"{role('site_director', 'safety_officer')} OR {system('setup')}",
        ),
        secure("residency_space_plan", select=_ALLOCATE, insert=_KEEPERS, update=f"{_KEEPERS} OR {_MACHINE}"),
        steps("residency_space_plan", noun="plan", moves=PLAN),
        secure(
            "residency_space_plan_transition", select="EXISTS (SELECT 1 FROM residency_space_plan p WHERE p.id = plan_id)",
            insert=_STEPPED,
        ),
        secure(
            "residency_space_plan_line", select="EXISTS (SELECT 1 FROM residency_space_plan p WHERE p.id = plan_id)",
            insert=f"{_KEEPERS} OR {_MACHINE}",
        ),
        secure(
            "residency_space_request", select=f"{own('company_id')} OR {STAFF}", insert=f"{_KEEPERS} OR {_ADMIN}",
            update=f"{_KEEPERS} OR {_ADMIN}",
        ),
        steps("residency_space_request", noun="request", moves=REQUEST_MOVES),
        secure(
            "residency_space_request_transition",
            select="EXISTS (SELECT 1 FROM residency_space_request r WHERE r.id = request_id)", insert=_STEPPED,
        ),
        secure(
            "residency_move", select=f"{own('company_id')} OR {STAFF} OR {_MACHINE}", insert=_KEEPERS,
            update=f"{_KEEPERS} OR {_MACHINE}",
        ),
        steps("residency_move", noun="move", moves=MOVES),
        secure(
            "residency_move_transition", select="EXISTS (SELECT 1 FROM residency_move m WHERE m.id = move_id)", insert=_STEPPED,
        ),
        secure(
            "residency_move_place", select="EXISTS (SELECT 1 FROM residency_move m WHERE m.id = move_id)", insert=_KEEPERS,
        ),
        append_only(
            "residency_space_plan_transition", "residency_space_plan_line", "residency_space_request_transition",
            "residency_move_transition", "residency_move_place",
        ),
        alter("residency_licence_place", insert=f"{_KEEPERS} OR {system('worker')}"),
        migrations.RunSQL(KEPT, UNDO),
    ]
