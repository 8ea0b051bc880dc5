"""Who may see and write what of life in residence."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, SIGNED, STAFF, append_only, own, own_as, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.residency.models.evaluation import MOVES as EVALUATION
from squaremile.residency.models.mentor import MOVES as OFFICE_HOUR
from squaremile.residency.models.milestone import MOVES as MILESTONE
from squaremile.residency.models.suspension import MOVES as SUSPENSION

_KEEPERS = f"{role('site_director', 'programme')} OR {system('setup')}"
_MACHINE = system("worker", "setup")
_ADMIN = own_as("company_admin", "company_id")
_OURS = f"{own('company_id')} OR {STAFF} OR {_MACHINE}"
_MENTOR = own_as("mentor", "mentor_id")
_SPONSOR = own_as("sponsor", "sponsor_id")
_PAYERS = f"{role('site_director', 'programme', 'finance', 'auditor')} OR {_MACHINE}"

HANDS_OFF = """
CREATE FUNCTION residency_office_hour_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever does not see whose hour it is can neither give it back nor take it over.
  IF OLD.state = 'booked' AND NEW.state <> 'booked'
    AND NOT EXISTS (SELECT 1 FROM residency_office_hour_detail d WHERE d.hour_id = NEW.id) THEN
    RAISE EXCEPTION 'the hour is another company''s' USING ERRCODE = 'check_violation', CONSTRAINT = 'office_hour_step_allowed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_office_hour_kept AFTER UPDATE OF state ON residency_office_hour
  FOR EACH ROW EXECUTE FUNCTION residency_office_hour_kept();
"""


def _of(noun: str, table: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} x WHERE x.id = {noun}_id)"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0005_life")]

    operations: ClassVar = [
        secure("residency_milestone", select=_OURS, insert=f"{_KEEPERS} OR {_ADMIN}",
               update=f"{_KEEPERS} OR {_ADMIN} OR {system('worker')}"),
        steps("residency_milestone", noun="milestone", moves=MILESTONE),
        secure("residency_milestone_transition", select=_of("milestone", "residency_milestone"), insert=SIGNED),
        append_only("residency_milestone_transition"),
        secure("residency_stay_terms", select=ANYONE, insert=_KEEPERS),
        append_only("residency_stay_terms"),
        secure("residency_residence", select=_OURS, insert=_KEEPERS, update=_KEEPERS),
        secure("residency_evaluation", select=_OURS, insert=_KEEPERS, update=f"{_KEEPERS} OR {system('worker')}"),
        steps("residency_evaluation", noun="evaluation", moves=EVALUATION),
        secure("residency_evaluation_transition", select=_of("evaluation", "residency_evaluation"), insert=SIGNED),
        append_only("residency_evaluation_transition"),
        secure("residency_suspension", select=_OURS, insert=f"{_KEEPERS} OR {role('finance', 'safety_officer')}",
               update=f"{_KEEPERS} OR {role('finance', 'safety_officer')} OR {system('worker')}"),
        steps("residency_suspension", noun="suspension", moves=SUSPENSION),
        secure("residency_suspension_transition", select=_of("suspension", "residency_suspension"), insert=SIGNED),
        append_only("residency_suspension_transition"),
        secure("residency_mentor", select=f"{ANYONE} OR {own_as('mentor', 'id')}", insert=_KEEPERS, update=_KEEPERS),
        secure(
            "residency_office_hour", select=f"{ANYONE} OR {_MENTOR}", insert=f"{_KEEPERS} OR {_MENTOR}",
            update=f"{_KEEPERS} OR {_MENTOR} OR {ACTOR} IS NOT NULL AND (SELECT sm_orgs())::uuid[] <> '{{}}'",
        ),
        steps("residency_office_hour", noun="office_hour", moves=OFFICE_HOUR),
        secure("residency_office_hour_transition", select=STAFF, insert=SIGNED),
        append_only("residency_office_hour_transition"),
        secure(
            "residency_office_hour_detail",
            select=f"{own('company_id')} OR {_MENTOR} OR {role('site_director', 'programme', 'auditor')} OR {_MACHINE}",
            insert=f"{own('company_id')} OR {_KEEPERS}", update=f"{own('company_id')} OR {_MENTOR} OR {_KEEPERS}",
            delete=f"{own('company_id')} OR {_MENTOR} OR {_KEEPERS}",
        ),
        migrations.RunSQL(
            HANDS_OFF,
            "DROP TRIGGER residency_office_hour_kept ON residency_office_hour; DROP FUNCTION residency_office_hour_kept();",
        ),
        secure("residency_sponsor", select=f"{_PAYERS} OR {own_as('sponsor', 'id')}", insert=_KEEPERS, update=_KEEPERS),
        secure("residency_sponsor_contract", select=f"{_PAYERS} OR {_SPONSOR}", insert=_KEEPERS, update=_KEEPERS),
        # A company learns from its ticket that it has one, not from whom: the contract's row stays shut.
        secure("residency_sponsor_use", select=f"{_PAYERS} OR {_SPONSOR}", insert=_KEEPERS),
        append_only("residency_sponsor_use"),
        secure(
            "residency_profile_look", select=f"{own('company_id')} OR {_PAYERS} OR {_SPONSOR}", insert=_SPONSOR,
        ),
        append_only("residency_profile_look"),
    ]
