"""Who may see and write what of people, their checklists, badges, and of leaving; and what the database itself refuses."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import (
    ACTOR,
    ANYONE,
    SIGNED,
    STAFF,
    WORKS,
    alter,
    append_only,
    own,
    own_as,
    role,
    secure,
    system,
)
from squaremile.kernel.state_steps import steps, steps_anew
from squaremile.residency.models.checklist import MOVES as ENTRY
from squaremile.residency.models.company import MOVES as COMPANY
from squaremile.residency.models.departure import MOVES as DEPARTURE
from squaremile.residency.models.passes import MOVES as PASS
from squaremile.residency.policies.clearance import KINDS, SIGNERS

_MACHINE = system("worker", "setup")
_ADMIN = own_as("company_admin", "company_id")
_OURS = f"{own('company_id')} OR {STAFF} OR {_MACHINE}"
_KEEPERS = f"{role('site_director', 'programme')} OR {system('setup')}"
_HOUSE = f"{role('site_director', 'programme', 'lab_operations', 'safety_officer', 'finance')} OR {_MACHINE}"
_DESK = f"{role('site_director', 'lab_operations', 'safety_officer')} OR {system('setup')}"
_HERS = f"person_id = {ACTOR}"
_SIGNING = {
    "operations": role("site_director", "lab_operations"), "safety": role("site_director", "safety_officer"),
    "finance": role("site_director", "finance"),
}


def _signs(column: str, kinds: dict[str, str]) -> str:
    return " OR ".join(f"{column} = '{who}' AND ({rule})" for who, rule in kinds.items())


_ENTRY_SIGNER = _signs("signs", {**_SIGNING, "company": _ADMIN, "person": _HERS})
_LINE_SIGNER = _signs("kind", {kind: _SIGNING[who] for kind, who in SIGNERS.items()})

GUARDS = f"""
CREATE FUNCTION residency_member_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  over date;
BEGIN
  -- One at a time for each company: two who take the last seat at once are counted one after the other.
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.company_id::text, 40));
  SELECT d.day INTO over FROM (
    SELECT NEW.joined_on AS day
    UNION SELECT m.joined_on FROM residency_member m WHERE m.company_id = NEW.company_id
    UNION SELECT t.since FROM residency_people_terms t WHERE t.company_id = NEW.company_id
  ) d
  WHERE d.day >= NEW.joined_on AND (NEW.gone_on IS NULL OR d.day < NEW.gone_on)
    AND (SELECT count(DISTINCT m.person_id) FROM residency_member m WHERE m.company_id = NEW.company_id
      AND m.joined_on <= d.day AND (m.gone_on IS NULL OR d.day < m.gone_on))
    > (SELECT t.seats FROM residency_people_terms t WHERE t.company_id = NEW.company_id AND t.since <= d.day
      ORDER BY t.since DESC LIMIT 1)
  LIMIT 1;
  IF over IS NOT NULL THEN
    RAISE EXCEPTION 'over the licensed head count on %', over
      USING ERRCODE = 'check_violation', CONSTRAINT = 'member_within_seats';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_member_seats AFTER INSERT OR UPDATE OF joined_on, gone_on ON residency_member
  FOR EACH ROW EXECUTE FUNCTION residency_member_seats();

CREATE FUNCTION residency_departure_zero() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'cleared' THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.id::text, 41));
  IF (SELECT count(DISTINCT kind) FROM residency_clearance_line WHERE departure_id = NEW.id) < {len(KINDS)}
    OR EXISTS (SELECT 1 FROM residency_clearance_line WHERE departure_id = NEW.id
      AND (settled <> opening OR signed_at IS NULL)) THEN
    RAISE EXCEPTION 'something is left' USING ERRCODE = 'check_violation', CONSTRAINT = 'departure_proof_zero';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_departure_zero AFTER INSERT OR UPDATE OF state ON residency_departure
  FOR EACH ROW EXECUTE FUNCTION residency_departure_zero();

CREATE FUNCTION residency_clearance_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.departure_id::text, 41));
  IF (SELECT state FROM residency_departure WHERE id = NEW.departure_id) <> 'noticed' THEN
    RAISE EXCEPTION 'the clearance is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'clearance_open';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_clearance_closed AFTER INSERT OR UPDATE ON residency_clearance_line
  FOR EACH ROW EXECUTE FUNCTION residency_clearance_closed();

CREATE FUNCTION residency_company_leaves_clean() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'resident' AND NEW.state = 'alumni' AND NOT EXISTS (
    SELECT 1 FROM residency_departure WHERE company_id = NEW.id AND state = 'cleared') THEN
    RAISE EXCEPTION 'not cleared' USING ERRCODE = 'check_violation', CONSTRAINT = 'company_cleared_first';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_company_leaves_clean AFTER UPDATE OF state ON residency_company
  FOR EACH ROW EXECUTE FUNCTION residency_company_leaves_clean();

CREATE FUNCTION residency_departure_reopened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Checked at the end: whoever re-opens a clearance has the company in residence again by then.
  IF (SELECT state FROM residency_departure WHERE id = NEW.id) = 'noticed'
    AND (SELECT state FROM residency_company WHERE id = NEW.company_id) = 'alumni' THEN
    RAISE EXCEPTION 'alumni with an open clearance'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'company_cleared_first';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER residency_departure_reopened AFTER UPDATE ON residency_departure
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION residency_departure_reopened();
"""
UNGUARDED = """
DROP TRIGGER residency_departure_reopened ON residency_departure; DROP FUNCTION residency_departure_reopened();
DROP TRIGGER residency_company_leaves_clean ON residency_company; DROP FUNCTION residency_company_leaves_clean();
DROP TRIGGER residency_clearance_closed ON residency_clearance_line; DROP FUNCTION residency_clearance_closed();
DROP TRIGGER residency_departure_zero ON residency_departure; DROP FUNCTION residency_departure_zero();
DROP TRIGGER residency_member_seats ON residency_member; DROP FUNCTION residency_member_seats();
"""


def _of(noun: str) -> str:
    return f"EXISTS (SELECT 1 FROM residency_{noun} x WHERE x.id = {noun}_id)"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0040_people")]

    operations: ClassVar = [
        secure("residency_people_terms", select=_OURS, insert=_KEEPERS),
        append_only("residency_people_terms"),
        secure("residency_member", select=_OURS, insert=f"{_ADMIN} OR {_KEEPERS} OR {role('lab_operations')}",
               update=f"{_ADMIN} OR {_KEEPERS} OR {role('lab_operations')} OR {system('worker')}"),
        # Not for her company: whom she calls in an emergency is her own affair.
        secure("residency_member_contact", select=f"{role('safety_officer')} OR {_HERS}", insert=f"({_HERS}) AND {WORKS}", update=f"({_HERS}) AND {WORKS}"),
        secure("residency_checklist", select=ANYONE, insert=_DESK),
        append_only("residency_checklist"),
        # What a colleague still has to do (a vaccine, a course) is hers, her admin's and the staff's to know.
        secure(
            "residency_checklist_entry",
            select=f"{_HERS} OR {_ADMIN} OR person_id IS NULL AND {own('company_id')} OR {STAFF} OR {_MACHINE}",
            insert=f"{_ADMIN} OR {_KEEPERS} OR {role('lab_operations')} OR {system('worker')}", update=_ENTRY_SIGNER,
        ),
        steps("residency_checklist_entry", noun="checklist_entry", moves=ENTRY),
        secure("residency_checklist_entry_transition", select=_of("checklist_entry"), insert=SIGNED),
        append_only("residency_checklist_entry_transition"),
        secure("residency_access_pass", select=_OURS, insert=_DESK, update=_DESK),
        steps("residency_access_pass", noun="access_pass", moves=PASS),
        secure("residency_access_pass_transition", select=_of("access_pass"), insert=SIGNED),
        append_only("residency_access_pass_transition"),
        secure("residency_departure", select=_OURS, insert=f"{_ADMIN} OR {_KEEPERS}",
               update=f"{_ADMIN} OR {_HOUSE}"),
        steps("residency_departure", noun="departure", moves=DEPARTURE),
        secure("residency_departure_transition", select=_of("departure"), insert=SIGNED),
        append_only("residency_departure_transition"),
        secure("residency_clearance_line", select=_OURS, insert=f"({_ADMIN} OR {_HOUSE}) AND signed_by IS NULL",
               update=f"({_ADMIN} OR {_HOUSE}) AND (signed_by IS NULL OR {_LINE_SIGNER})"),
        secure("residency_deduction", select=_OURS, insert=f"{role('site_director', 'finance')} OR {system('setup')}",
               update=f"{role('site_director', 'finance')} OR {_ADMIN}"),
        # Whoever re-opens what was cleared takes the company's step back.
        alter("residency_company", update=(
            f"{role('site_director', 'programme', 'lab_operations', 'safety_officer', 'finance')} OR {own('id')}"
            f" OR {system('worker', 'public', 'setup', 'import')}"
        )),
        steps_anew("residency_company", noun="company", moves=COMPANY),
        migrations.RunSQL(GUARDS, UNGUARDED),
    ]
