"""One cap on people: where licences in force say it, the terms about people cannot say another. And no badge for the
suspended."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import alter, role, system

_KEEPERS = f"{role('site_director', 'programme')} OR {system('setup', 'worker')}"
GUARDS = """
CREATE FUNCTION residency_licensed_people(p_company uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT sum(COALESCE((
    SELECT a.most_people FROM residency_amendment a JOIN residency_licence_document d ON d.id = a.document_id
     WHERE a.licence_id = l.id AND a.state = 'in_effect' ORDER BY d.number DESC LIMIT 1), o.most_people))
    FROM residency_licence l JOIN residency_offer o ON o.licence_id = l.id
   WHERE l.company_id = p_company AND l.state = 'in_force'
$$;

CREATE FUNCTION residency_people_terms_licensed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seats <> residency_licensed_people(NEW.company_id)
    OR TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'seats') <> (to_jsonb(OLD) - 'seats') THEN
    RAISE EXCEPTION 'the licence says how many' USING ERRCODE = 'check_violation', CONSTRAINT = 'people_terms_as_licensed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_people_terms_licensed AFTER INSERT OR UPDATE ON residency_people_terms
  FOR EACH ROW EXECUTE FUNCTION residency_people_terms_licensed();
CREATE FUNCTION residency_pass_in_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM residency_suspension s WHERE s.company_id = NEW.company_id AND s.state IN ('suspended', 'terminated')) THEN
    RAISE EXCEPTION 'the company is suspended' USING ERRCODE = 'check_violation', CONSTRAINT = 'pass_company_in_standing';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_pass_in_standing AFTER INSERT ON residency_access_pass
  FOR EACH ROW EXECUTE FUNCTION residency_pass_in_standing();
GRANT UPDATE (seats) ON residency_people_terms TO sm_app;
"""
UNDO = """
REVOKE UPDATE (seats) ON residency_people_terms FROM sm_app;
DROP TRIGGER residency_people_terms_licensed ON residency_people_terms;
DROP TRIGGER residency_pass_in_standing ON residency_access_pass; DROP FUNCTION residency_pass_in_standing();
DROP FUNCTION residency_people_terms_licensed(), residency_licensed_people(uuid);
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0135_move_terms_security")]

    operations: ClassVar = [
        alter("residency_people_terms", insert=_KEEPERS, update=_KEEPERS),
        migrations.RunSQL(GUARDS, UNDO),
    ]
