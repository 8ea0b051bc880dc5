"""An application is accepted where it passes in the last stage that was judged, or with the site director's reason."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import append_only, role, secure

GUARDS = """
CREATE FUNCTION residency_decision_has_basis() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  judged residency_review_round;
BEGIN
  IF NEW.outcome <> 'accept' THEN RETURN NULL; END IF;
  SELECT d.* INTO judged FROM residency_review_round d JOIN residency_application a ON a.call_id = d.call_id
   WHERE a.id = NEW.application_id AND d.state <> 'draft'
   ORDER BY EXISTS (SELECT 1 FROM residency_review v WHERE v.round_id = d.id AND v.state = 'submitted') DESC,
            array_position(ARRAY['pitch', 'mentor', 'paper'], d.stage::text) LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM residency_decision_basis b WHERE b.decision_id = NEW.id AND b.round_id = judged.id
      AND b.quorum = judged.quorum AND b.pass_mark = judged.pass_mark AND b.reviews = (
        SELECT count(*) FROM residency_review v WHERE v.round_id = judged.id AND v.application_id = NEW.application_id
          AND v.state = 'submitted')) THEN
    RAISE EXCEPTION 'it is not said where the application stood' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'decision_has_basis';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_decision_has_basis AFTER INSERT ON residency_decision
  FOR EACH ROW EXECUTE FUNCTION residency_decision_has_basis();
"""
UNDO = """
DROP TRIGGER residency_decision_has_basis ON residency_decision; DROP FUNCTION residency_decision_has_basis();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0132_decision_basis")]

    operations: ClassVar = [
        secure("residency_decision_basis", select=role("site_director", "programme", "auditor"), insert=(
            f"{role('site_director', 'programme')} AND (exception::text = '' OR {role('site_director')})"
        )),
        append_only("residency_decision_basis"),
        migrations.RunSQL(GUARDS, UNDO),
    ]
