"""Budgets are the company's own and finance's; what its owner was told stays."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import append_only, own, own_as, role, secure, system

_DESK = f"{role('site_director', 'finance')} OR {system('worker', 'setup', 'import')}"
_LOOK = f"{role('site_director', 'finance', 'auditor')} OR {system('worker', 'setup', 'import')}"
_ADMIN = own_as("company_admin")

GUARDS = """
-- A budget is of its organisation's own project, and its owner is one of its people.
CREATE FUNCTION billing_budget_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.project_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM core_project p WHERE p.id = NEW.project_id AND p.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'not its project' USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_project_its_own';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.organisation_id, NEW.code) IS DISTINCT FROM (OLD.organisation_id, OLD.code) THEN
    RAISE EXCEPTION 'it stays whose it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_project_its_own';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_budget_guard AFTER INSERT OR UPDATE ON billing_budget FOR EACH ROW EXECUTE FUNCTION billing_budget_guard();
"""
NO_GUARDS = "DROP TRIGGER billing_budget_guard ON billing_budget; DROP FUNCTION billing_budget_guard()"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0030_budgets")]

    operations: ClassVar = [
        secure("billing_budget", select=f"{own()} OR {_LOOK}", insert=f"{_ADMIN} OR {_DESK}", update=f"{_ADMIN} OR {_DESK}"),
        secure("billing_budget_alert", select=f"{own()} OR {_LOOK}", insert=_DESK),
        append_only("billing_budget_alert"),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
