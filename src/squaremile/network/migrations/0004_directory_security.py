"""Row security of the directory: everyone reads what is not hidden; a profile is changed by staff and by whose it is.

That it is hers cannot be faked: the database itself asks for the same e-mail address or for a claim that liaison staff
granted.
"""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, WORKS, alter, role, secure, system

LIAISON = role("site_director", "programme")
MACHINE = system("worker", "import", "setup")
KEEPS = f"{LIAISON} OR {system('import', 'setup')}"
READS = role("site_director", "programme", "auditor")
SHOWN = f"{ACTOR} IS NOT NULL AND (NOT hidden OR {READS}) OR {MACHINE}"
_PERSON = "SELECT 1 FROM network_person p WHERE p.id = person_id"
_MY_ADDRESS = f"(SELECT lower(u.email) FROM core_user u WHERE u.id = {ACTOR})"
_MY_CARD = f"kind = 'expert' AND EXISTS (SELECT 1 FROM network_person p WHERE p.id = subject AND p.user_id = {ACTOR})"

# Runs with the rights of whoever asks. Staff at work and imports may change everything; whose profile it is may
# change what she says of herself; nobody else gets here, but to take an unclaimed profile as her own, with proof.
GUARD = f"""
CREATE FUNCTION network_person_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {KEEPS} THEN RETURN NEW; END IF;
  IF OLD.user_id IS DISTINCT FROM NEW.user_id AND NOT EXISTS (
       SELECT 1 FROM network_contact c WHERE c.person_id = OLD.id AND c.email <> ''
          AND lower(c.email) = {_MY_ADDRESS}) THEN
    RAISE EXCEPTION 'the address of the account is not the address of the profile'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'person_claim_proven';
  END IF;
  IF (OLD.id, OLD.code, OLD.kind, OLD.rank, OLD.partner_id, OLD.lab_id, OLD.orcid, OLD.source, OLD.merged_into_id,
      OLD.created_at) IS DISTINCT FROM
     (NEW.id, NEW.code, NEW.kind, NEW.rank, NEW.partner_id, NEW.lab_id, NEW.orcid, NEW.source, NEW.merged_into_id,
      NEW.created_at) THEN
    RAISE EXCEPTION 'not hers to change' USING ERRCODE = 'check_violation', CONSTRAINT = 'person_changes_her_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER network_person_guard BEFORE UPDATE ON network_person FOR EACH ROW EXECUTE FUNCTION network_person_guard();
"""
UNGUARD = "DROP TRIGGER network_person_guard ON network_person; DROP FUNCTION network_person_guard();"
TAKE = f"""
DROP POLICY network_person_update ON network_person;
CREATE POLICY network_person_update ON network_person FOR UPDATE TO sm_app
  USING ({KEEPS} OR user_id = {ACTOR} OR user_id IS NULL AND {ACTOR} IS NOT NULL AND {WORKS})
  WITH CHECK ({KEEPS} OR user_id = {ACTOR});
CREATE POLICY core_card_own_profile_insert ON core_card FOR INSERT TO sm_app WITH CHECK ({_MY_CARD});
CREATE POLICY core_card_own_profile_update ON core_card FOR UPDATE TO sm_app USING ({_MY_CARD}) WITH CHECK ({_MY_CARD});
CREATE POLICY core_card_own_profile_delete ON core_card FOR DELETE TO sm_app USING ({_MY_CARD});
"""


def shown(table: str) -> migrations.RunSQL:
    return secure(table, select=SHOWN, insert=KEEPS, update=KEEPS)


def linked(table: str) -> migrations.RunSQL:
    return secure(table, select=ANYONE, insert=KEEPS, update=KEEPS, delete=KEEPS)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0003_directory")]

    operations: ClassVar = [
        shown("network_technology"),
        shown("network_research_project"),
        shown("network_publication"),
        linked("network_technology_person"),
        linked("network_project_person"),
        linked("network_authorship"),
        linked("network_evidence"),
        linked("network_person_concept"),
        secure("network_concept", select=ANYONE, insert=KEEPS, update=KEEPS),
        secure(
            "network_claim", select=f"user_id = {ACTOR} OR {READS} OR {MACHINE}",
            insert=f"user_id = {ACTOR} AND state = 'asked' AND {WORKS}", update=LIAISON,
        ),
        secure("network_duplicate", select=f"{READS} OR {MACHINE}", insert=f"{KEEPS} OR {system('worker')}",
               update=f"{LIAISON} OR {system('worker')}"),
        secure("network_merge", select=READS, insert=LIAISON, update=LIAISON),
        # The auditor sees hidden entries too; whoever's address it is sees her own contact, to claim by it.
        alter(
            "network_partner",
            select=f"{ACTOR} IS NOT NULL AND (NOT hidden OR organisation_id = ANY ((SELECT sm_orgs())::uuid[]) OR {READS}) OR {MACHINE}",
        ),
        alter("network_lab", select=SHOWN),
        alter(
            "network_person",
            select=f"{ACTOR} IS NOT NULL AND (NOT hidden OR user_id = {ACTOR} OR {READS}) OR {MACHINE}",
        ),
        alter(
            "network_contact",
            select=f"{READS} OR {MACHINE} OR EXISTS ({_PERSON} AND (p.user_id = {ACTOR} OR p.contact_way = 'open'))"
            f" OR email <> '' AND lower(email) = {_MY_ADDRESS}",
        ),
        migrations.RunSQL(GUARD, UNGUARD),
        migrations.RunSQL(TAKE, migrations.RunSQL.noop),
    ]
