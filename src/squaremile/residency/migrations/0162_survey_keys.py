"""Whoever is asked in a survey writes what the survey asks, of her own company, and nothing else. A reviewer of an open round
reads the files that were handed in."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, STAFF, alter, own, own_as, role, system

_KEEPERS = f"{role('site_director', 'programme')} OR {system('setup', 'import')}"
_LOOK = role("site_director", "programme", "auditor")
_MACHINE = system("worker", "setup", "import")
_OWN = " OR ".join(own_as(held, "company_id") for held in ("company_admin", "applicant", "survey"))
FILES = """
CREATE POLICY residency_answer_file_review ON residency_answer_file FOR SELECT TO sm_app USING (
  removed_at IS NULL AND EXISTS (
    SELECT 1 FROM residency_review v
     WHERE v.application_id = residency_answer_file.application_id AND NOT v.blind AND v.state::text <> 'barred'::text));
"""
NO_FILES = "DROP POLICY residency_answer_file_review ON residency_answer_file;"
_REVIEWS = (
    "EXISTS (SELECT 1 FROM unnest((SELECT sm_held())::text[]) AS h(h) WHERE h.h LIKE 'reviewer:%')"
    " AND EXISTS (SELECT 1 FROM residency_answer_file f WHERE f.file_id = core_stored_file.id)"
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0161_before_it_begins_security"), ("core", "0014_survey_keys")]

    operations: ClassVar = [
        alter(
            "residency_outcome_entry", select=f"{_OWN} OR {_LOOK} OR {_MACHINE}",
            insert=f"{_KEEPERS} OR ({_OWN}) AND confidence = 'self_reported' AND origin <> 'import'",
        ),
        alter(
            "residency_survey_answer", select=f"{_OWN} OR {_LOOK} OR {_MACHINE}",
            update=f"{_OWN} OR {_KEEPERS} OR {system('worker')}",
        ),
        migrations.RunSQL(FILES, NO_FILES),
        alter("core_stored_file", select=(
            f"{ACTOR} IS NOT NULL AND (organisation_id IS NULL OR {own()} OR {STAFF}) OR {own_as('applicant')} OR {_REVIEWS}"
        )),
    ]
