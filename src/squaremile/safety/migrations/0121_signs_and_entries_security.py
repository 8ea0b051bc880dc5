"""Who may see and write what of door signs, keepers of rooms, shut-offs, entries, emergency copies and photographs.

What hangs at a door is public inside the house; who answers for the room and her telephone are for staff and for whoever sits
there; that a sign is out of date is for those who keep it. A photograph is shut to whoever may not read what it shows.
"""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, STAFF, WORKS, append_only, own, role, secure, system

_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {system('setup', 'import')}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {system('setup', 'import', 'worker')}"
_DESK = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {system('setup')}"

MOVED = """
ALTER TABLE safety_room_biosafety NO FORCE ROW LEVEL SECURITY;
INSERT INTO safety_room_keeper (id, room_id, manager, phone)
  SELECT gen_random_uuid(), room_id, manager, phone FROM safety_room_biosafety WHERE manager <> '' OR phone <> '';
ALTER TABLE safety_room_biosafety FORCE ROW LEVEL SECURITY;
"""
SITS = """
-- Whether the asker's own company has a place in a room, or nobody has: then everybody uses it. Row security of the tables
-- it reads applies: whose a place is, is read of the asker's own places alone.
CREATE FUNCTION safety_sits_in(p_room uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE inward AS (
    SELECT p.id FROM spaces_place p WHERE p.id = p_room
    UNION ALL SELECT c.id FROM spaces_place c JOIN inward i ON c.parent_id = i.id),
  lived AS (
    SELECT o.id FROM spaces_occupancy o WHERE o.place_id IN (SELECT id FROM inward) AND o.state <> 'ended' AND upper(o.period) > now())
  SELECT NOT EXISTS (SELECT 1 FROM lived) OR EXISTS (
    SELECT 1 FROM lived l JOIN spaces_occupancy_detail d ON d.occupancy_id = l.id
     WHERE d.organisation_id = ANY ((SELECT sm_orgs())::uuid[]));
$$;
"""
UNSITS = "DROP FUNCTION safety_sits_in(uuid);"
PHOTOS = """
CREATE POLICY safety_incident_photo_definer ON safety_incident_photo FOR SELECT TO sm_owner USING (true);
CREATE POLICY safety_finding_detail_definer ON safety_finding_detail FOR SELECT TO sm_owner USING (true);
CREATE POLICY safety_finding_mend_definer ON safety_finding_mend FOR SELECT TO sm_owner USING (true);
CREATE POLICY safety_inspection_answer_definer ON safety_inspection_answer FOR SELECT TO sm_owner USING (true);
CREATE FUNCTION safety_shows(p_file uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM safety_incident_photo WHERE file_id = p_file)
      OR EXISTS (SELECT 1 FROM safety_finding_detail WHERE photo_id = p_file)
      OR EXISTS (SELECT 1 FROM safety_finding_mend WHERE photo_id = p_file)
      OR EXISTS (SELECT 1 FROM safety_inspection_answer WHERE photo_id = p_file);
$$;
REVOKE ALL ON FUNCTION safety_shows(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_shows(uuid) TO sm_app;
-- A file that safety shows somewhere is read by whoever reads the row that shows it, whosever it is.
CREATE POLICY core_stored_file_shown ON core_stored_file AS RESTRICTIVE FOR SELECT TO sm_app USING (
  NOT safety_shows(id)
  OR EXISTS (SELECT 1 FROM safety_incident_photo s WHERE s.file_id = core_stored_file.id)
  OR EXISTS (SELECT 1 FROM safety_finding_detail s WHERE s.photo_id = core_stored_file.id)
  OR EXISTS (SELECT 1 FROM safety_finding_mend s WHERE s.photo_id = core_stored_file.id)
  OR EXISTS (SELECT 1 FROM safety_inspection_answer s WHERE s.photo_id = core_stored_file.id));
"""
UNPHOTOS = """
DROP POLICY core_stored_file_shown ON core_stored_file; DROP FUNCTION safety_shows(uuid);
DROP POLICY safety_inspection_answer_definer ON safety_inspection_answer;
DROP POLICY safety_finding_mend_definer ON safety_finding_mend;
DROP POLICY safety_finding_detail_definer ON safety_finding_detail;
DROP POLICY safety_incident_photo_definer ON safety_incident_photo;
"""
ONLY = "REVOKE UPDATE ON safety_shut_off FROM sm_app; GRANT UPDATE (active) ON safety_shut_off TO sm_app"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0120_signs_and_entries"), ("spaces", "0003_occupancy_life"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        migrations.RunSQL(MOVED, migrations.RunSQL.noop),
        migrations.RemoveField("roombiosafety", "manager"),
        migrations.RemoveField("roombiosafety", "phone"),
        migrations.RunSQL(SITS, UNSITS),
        secure("safety_room_card", select=ANYONE, insert=_SAFETY, update=_SAFETY),
        secure(
            "safety_room_keeper", insert=_SAFETY, update=_SAFETY,
            select=f"{STAFF} OR {system('setup', 'import', 'worker')} OR {ACTOR} IS NOT NULL AND safety_sits_in(room_id)",
        ),
        secure("safety_door_sign", select=ANYONE, insert=_SAFETY),
        secure("safety_door_sign_detail", select=_WATCH, insert=_SAFETY),
        secure("safety_shut_off", select=ANYONE, insert=_SAFETY, update=_SAFETY),
        secure(
            "safety_entry", select=f"person_id = {ACTOR} OR {own()} OR {_WATCH}",
            insert=f"(person_id = {ACTOR} OR person_id IS NULL) AND ({own()} OR organisation_id IS NULL AND {STAFF}) AND {WORKS} OR {_DESK}",
        ),
        secure("safety_emergency_copy", select=_WATCH, insert=system("setup", "worker")),
        secure(
            "safety_incident_photo", select="EXISTS (SELECT 1 FROM safety_incident i WHERE i.id = incident_id)",
            insert=f"EXISTS (SELECT 1 FROM safety_incident i WHERE i.id = incident_id) AND by = {ACTOR} AND {WORKS}",
        ),
        append_only(
            "safety_door_sign", "safety_door_sign_detail", "safety_entry", "safety_emergency_copy", "safety_incident_photo",
        ),
        migrations.RunSQL(ONLY, migrations.RunSQL.noop),
        migrations.RunSQL(PHOTOS, UNPHOTOS),
    ]
