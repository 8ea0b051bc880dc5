"""Who may see and write what of training: herself, her colleagues, the company she did it for, and those who train."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, WORKS, append_only, own, own_as, role, secure, system

_TRAINERS = role("site_director", "safety_officer", "lab_operations")
_KEEPERS = f"{_TRAINERS} OR {system('setup', 'import')}"
_LOOKERS = role("site_director", "safety_officer", "lab_operations", "auditor")
_MACHINE = system("worker", "setup", "import")
_HERSELF = f"person_id = {ACTOR}"
_COLLEAGUE = (
    f"person_id IN (SELECT user_id FROM core_role_grant g WHERE {own('g.organisation_id')} AND upper(g.valid) > now())"
)
_ADMIN = (
    "person_id IN (SELECT user_id FROM core_role_grant g"
    f" WHERE {own_as('company_admin', 'g.organisation_id')} AND upper(g.valid) > now())"
)
_REVOKED_ONLY = """
REVOKE UPDATE ON {0} FROM sm_app;
GRANT UPDATE (revoked_at, revoked_why) ON {0} TO sm_app;
"""
GUARDS = """
-- Whoever records her own training shows a passed attempt of hers at that version, where no trainer has to confirm it.
CREATE FUNCTION safety_training_record_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.attempt_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM safety_quiz_attempt a
     WHERE a.id = NEW.attempt_id AND a.person_id = NEW.person_id AND a.version_id = NEW.version_id AND a.passed
  ) THEN
    RAISE EXCEPTION 'that is no passed attempt of hers' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_attempt_hers';
  END IF;
  IF NEW.way = 'quiz' AND EXISTS (SELECT 1 FROM safety_course_version v WHERE v.id = NEW.version_id AND v.signed_off) THEN
    RAISE EXCEPTION 'a trainer confirms this' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_signed_off';
  END IF;
  IF NEW.way = 'sign_off' AND NEW.signed_by IS DISTINCT FROM sm_actor() AND sm_system() = '' THEN
    RAISE EXCEPTION 'a trainer signs her own name' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_own_name';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_training_record_guard AFTER INSERT ON safety_training_record
  FOR EACH ROW EXECUTE FUNCTION safety_training_record_guard();
"""
NO_GUARDS = """
DROP TRIGGER safety_training_record_guard ON safety_training_record; DROP FUNCTION safety_training_record_guard();
GRANT UPDATE ON safety_training_record TO sm_app; GRANT UPDATE ON safety_passport TO sm_app;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0020_training"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        secure("safety_course", select=ANYONE, insert=_KEEPERS, update=_KEEPERS),
        secure("safety_course_version", select=ANYONE, insert=_KEEPERS),
        append_only("safety_course_version"),
        secure("safety_course_need", select=ANYONE, insert=_KEEPERS, update=_KEEPERS),
        secure("safety_quiz_attempt", select=f"{_HERSELF} OR {_LOOKERS}", insert=f"{_HERSELF} AND {WORKS}"),
        append_only("safety_quiz_attempt"),
        secure(
            "safety_training_record", select=f"{_HERSELF} OR {own()} OR {_COLLEAGUE} OR {_LOOKERS} OR {_MACHINE}",
            insert=f"{_KEEPERS} OR {_HERSELF} AND way = 'quiz' AND (organisation_id IS NULL OR {own()}) AND {WORKS}", update=_TRAINERS,
        ),
        secure(
            "safety_hours_duty", select=f"{_HERSELF} OR {_ADMIN} OR {_LOOKERS} OR {_MACHINE}",
            insert=f"{_KEEPERS} OR {_ADMIN}", update=f"{_KEEPERS} OR {_ADMIN}",
        ),
        secure(
            "safety_passport",
            select=f"{_HERSELF} OR {_LOOKERS} OR {system('public')} AND revoked_at IS NOT NULL",
            insert=f"{_HERSELF} AND {WORKS}", update=f"{_HERSELF} AND {WORKS} OR {_TRAINERS}",
        ),
        migrations.RunSQL(GUARDS, NO_GUARDS),
        migrations.RunSQL(_REVOKED_ONLY.format("safety_training_record"), migrations.RunSQL.noop),
        migrations.RunSQL(_REVOKED_ONLY.format("safety_passport"), migrations.RunSQL.noop),
    ]
