"""Who may see and write what of applications, and until when: what is late or handed in stays as it is."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import STAFF, append_only, own, own_as, role, secure, system

_KEEPERS = role("site_director", "programme")
_SETS_UP = system("setup", "import")
_MACHINE = system("worker", "public", "setup", "import")
_WRITES = f"{own_as('applicant', 'company_id')} OR {own_as('company_admin', 'company_id')}"
_ON_CALL = "EXISTS (SELECT 1 FROM residency_call c WHERE c.id = call_id)"
_OUTSIDE = (
    f"({system('public')} OR EXISTS (SELECT 1 FROM unnest((SELECT sm_held())::text[]) AS h WHERE h LIKE 'sponsor:%'))"
)
_USED = (
    "EXISTS (SELECT 1 FROM residency_call_terms t WHERE t.version_id = residency_form_version.id)"
    " OR EXISTS (SELECT 1 FROM residency_sheet s WHERE s.version_id = residency_form_version.id)"
)
_FORM_USED = "EXISTS (SELECT 1 FROM residency_form_version v WHERE v.form_id = residency_form.id)"
_OWN_PAPERS = f"{own('company_id')} OR {STAFF} OR {system('worker')}"
_HANDED_IN = "EXISTS (SELECT 1 FROM residency_application a WHERE a.id = application_id AND a.submitted_at IS NOT NULL)"
_OWN_FILES = f"{own('company_id')} OR {STAFF} AND {_HANDED_IN} OR {system('worker')}"

IN_TIME = """
CREATE FUNCTION residency_in_time(p_application uuid, p_at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT COALESCE((
    SELECT CASE a.state
      WHEN 'draft' THEN c.state = 'open' AND (c.closes_at IS NULL OR p_at < c.closes_at)
      WHEN 'returned' THEN s.returned_until IS NOT NULL AND p_at < s.returned_until
      ELSE false END
    FROM residency_application a JOIN residency_call c ON c.id = a.call_id
    LEFT JOIN residency_sheet s ON s.application_id = a.id
    WHERE a.id = p_application), false)
$$;
CREATE FUNCTION residency_answer_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT residency_in_time(NEW.application_id, NEW.saved_at) THEN
    RAISE EXCEPTION 'the application takes no changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_in_time';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_answer_in_time AFTER INSERT OR UPDATE ON residency_answer
  FOR EACH ROW EXECUTE FUNCTION residency_answer_in_time();
CREATE TRIGGER residency_answer_file_in_time AFTER INSERT OR UPDATE ON residency_answer_file
  FOR EACH ROW EXECUTE FUNCTION residency_answer_in_time();
CREATE FUNCTION residency_application_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sound boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT c.state = 'open' AND NEW.created_at >= c.opens_at AND (c.closes_at IS NULL OR NEW.created_at < c.closes_at)
      INTO sound FROM residency_call c WHERE c.id = NEW.call_id;
  ELSIF NEW.state <> 'submitted' OR OLD.state = 'submitted' THEN
    sound := true;
  ELSIF OLD.state = 'draft' THEN
    SELECT c.state = 'open' AND (c.closes_at IS NULL OR NEW.submitted_at < c.closes_at)
      INTO sound FROM residency_call c WHERE c.id = NEW.call_id;
  ELSE
    SELECT s.returned_until IS NOT NULL AND NEW.submitted_at < s.returned_until
      INTO sound FROM residency_sheet s WHERE s.application_id = NEW.id;
  END IF;
  IF NOT COALESCE(sound, false) THEN
    RAISE EXCEPTION 'the call takes no applications then'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'application_in_time';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_application_in_time AFTER INSERT OR UPDATE OF state ON residency_application
  FOR EACH ROW EXECUTE FUNCTION residency_application_in_time();
CREATE FUNCTION residency_sheet_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version_id <> OLD.version_id OR NEW.application_id <> OLD.application_id THEN
    RAISE EXCEPTION 'an application keeps the version it began with'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'sheet_keeps_version';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_sheet_keeps AFTER UPDATE ON residency_sheet
  FOR EACH ROW EXECUTE FUNCTION residency_sheet_keeps();
"""
_ADMIN_GIVES = f"kind = 'applicant' AND {own_as('company_admin', 'holder')}"
ADMINS_GIVE_KEYS = f"""
CREATE POLICY core_door_key_admin_insert ON core_door_key FOR INSERT TO sm_app WITH CHECK ({_ADMIN_GIVES});
CREATE POLICY core_door_key_admin_update ON core_door_key FOR UPDATE TO sm_app USING ({_ADMIN_GIVES}) WITH CHECK ({_ADMIN_GIVES});
"""
UNDO = """
DROP TRIGGER residency_sheet_keeps ON residency_sheet;
DROP TRIGGER residency_application_in_time ON residency_application;
DROP TRIGGER residency_answer_file_in_time ON residency_answer_file;
DROP TRIGGER residency_answer_in_time ON residency_answer;
DROP FUNCTION residency_sheet_keeps(), residency_application_in_time(), residency_answer_in_time(),
  residency_in_time(uuid, timestamptz);
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0010_applications"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        secure("residency_form", select=f"{STAFF} OR {_MACHINE} OR {_FORM_USED}", insert=f"{_KEEPERS} OR {_SETS_UP}",
               update=f"{_KEEPERS} OR {_SETS_UP}"),
        secure("residency_form_version", select=f"{STAFF} OR {_MACHINE} OR {_USED}", insert=f"{_KEEPERS} OR {_SETS_UP}"),
        append_only("residency_form_version"),
        secure("residency_call_terms", select=f"{_MACHINE} OR {_ON_CALL}", insert=f"{_KEEPERS} OR {_SETS_UP}",
               update=f"{_KEEPERS} OR {_SETS_UP}"),
        secure("residency_sheet", select=f"{own('company_id')} OR {STAFF} OR {_MACHINE}",
               insert=f"{_WRITES} OR {system('public')}", update=f"{_KEEPERS} OR {_WRITES}"),
        secure(
            "residency_answer",
            select=f"{own('company_id')} OR {system('worker')} OR handed_in AND ({STAFF} OR NOT confidential AND {_OUTSIDE})",
            insert=_WRITES, update=_WRITES,
        ),
        secure("residency_answer_file", select=_OWN_FILES, insert=_WRITES, update=_WRITES),
        secure("residency_declaration", select=_OWN_PAPERS, insert=_WRITES),
        secure("residency_declaration_line", select=_OWN_PAPERS, insert=_WRITES),
        secure("residency_feasibility", select=STAFF, insert=role("safety_officer", "site_director")),
        append_only("residency_declaration", "residency_declaration_line", "residency_feasibility"),
        secure("residency_screening", select=STAFF, insert=_KEEPERS, update=_KEEPERS),
        secure("residency_competition_finding", select=role("site_director", "programme", "auditor"), insert=_KEEPERS,
               update=_KEEPERS),
        migrations.RunSQL(IN_TIME, UNDO),
        migrations.RunSQL(ADMINS_GIVE_KEYS, (
            "DROP POLICY core_door_key_admin_insert ON core_door_key; DROP POLICY core_door_key_admin_update ON core_door_key;"
        )),
    ]
