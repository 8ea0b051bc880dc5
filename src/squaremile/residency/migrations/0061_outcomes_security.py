"""Who may see and write outcomes, surveys, impact reports, and what the forecast is told."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ANYONE, append_only, own_as, role, secure, system

_KEEPERS = f"{role('site_director', 'programme')} OR {system('setup', 'import')}"
_LOOK = role("site_director", "programme", "auditor")
_MACHINE = system("worker", "setup", "import")
_OWN = f"{own_as('company_admin', 'company_id')} OR {own_as('applicant', 'company_id')}"
_MONEY = role("site_director", "programme", "finance", "auditor")
_REPORT = "EXISTS (SELECT 1 FROM residency_impact_report r WHERE r.id = report_id)"
_UNPUBLISHED = "EXISTS (SELECT 1 FROM residency_impact_report r WHERE r.id = report_id AND r.published_at IS NULL)"
GUARDS = """
-- A correction is of the same company and kind; evidence is a file of that company. Both are asked after row security.
CREATE FUNCTION residency_outcome_entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM residency_outcome_entry o
     WHERE o.id = NEW.corrects_id AND o.company_id IS NOT DISTINCT FROM NEW.company_id AND o.kind = NEW.kind
  ) THEN
    RAISE EXCEPTION 'a correction is of the same company and kind'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'outcome_corrects_its_own';
  END IF;
  IF NEW.evidence_file_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM core_stored_file f
     WHERE f.id = NEW.evidence_file_id AND f.organisation_id IS NOT DISTINCT FROM NEW.company_id
  ) THEN
    RAISE EXCEPTION 'the file is not of that company'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'outcome_evidence_its_own';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_outcome_entry_guard AFTER INSERT ON residency_outcome_entry
  FOR EACH ROW EXECUTE FUNCTION residency_outcome_entry_guard();
-- Of a report nothing changes but that it is published.
REVOKE UPDATE ON residency_impact_report FROM sm_app;
GRANT UPDATE (published_at) ON residency_impact_report TO sm_app;
"""
NO_GUARDS = """
GRANT UPDATE ON residency_impact_report TO sm_app;
DROP TRIGGER residency_outcome_entry_guard ON residency_outcome_entry;
DROP FUNCTION residency_outcome_entry_guard();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0060_outcomes")]

    operations: ClassVar = [
        secure(
            "residency_outcome_entry", select=f"{_OWN} OR {_LOOK} OR {_MACHINE}",
            insert=f"{_KEEPERS} OR ({_OWN}) AND confidence = 'self_reported' AND origin <> 'import'",
        ),
        secure(
            "residency_impact_report", select=f"published_at IS NOT NULL AND ({ANYONE}) OR {_LOOK} OR {_MACHINE}",
            insert=_KEEPERS, update=_KEEPERS,
        ),
        secure("residency_impact_figure", select=_REPORT, insert=f"({_KEEPERS}) AND {_UNPUBLISHED}"),
        secure(
            "residency_impact_evidence",
            select=f"({_LOOK} OR {_MACHINE} OR public_url <> '')"
            " AND EXISTS (SELECT 1 FROM residency_impact_figure f WHERE f.id = figure_id)",
            insert=_KEEPERS,
        ),
        secure("residency_impact_restatement", select=_REPORT, insert=f"({_KEEPERS}) AND {_UNPUBLISHED}"),
        secure("residency_forecast_price", select=f"{_MONEY} OR {_MACHINE}", insert=f"{_KEEPERS} OR {role('finance')}"),
        secure("residency_record_beginning", select=f"{_MONEY} OR {_MACHINE}", insert=_KEEPERS),
        secure(
            "residency_survey_answer", select=f"{_OWN} OR {_LOOK} OR {_MACHINE}", insert=_KEEPERS,
            update=f"{_OWN} OR {_KEEPERS} OR {system('worker')}",
        ),
        secure(
            "residency_outcome_survey",
            select=f"{_LOOK} OR {_MACHINE} OR EXISTS (SELECT 1 FROM residency_survey_answer a WHERE a.survey_id = residency_outcome_survey.id)",
            insert=_KEEPERS,
        ),
        append_only(
            "residency_outcome_entry", "residency_impact_figure", "residency_impact_evidence",
            "residency_impact_restatement", "residency_forecast_price", "residency_record_beginning",
            "residency_outcome_survey",
        ),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
