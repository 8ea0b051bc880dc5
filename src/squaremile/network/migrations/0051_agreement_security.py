"""Row security of agreements: parties' own people, liaison staff, auditors. Public figures go out by one function."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ORGS, SIGNED, WORKS, append_only, own, role, secure, system
from squaremile.kernel.state_steps import steps

LIAISON = role("site_director", "programme")
AUDITOR = role("auditor")
MACHINE = system("worker", "setup")
KEEPS = f"{LIAISON} OR {system('setup')}"
SEEN = "EXISTS (SELECT 1 FROM network_agreement a WHERE a.id = {0}.agreement_id)"
"""The inner look at the agreement is under its own policy: whoever sees it sees what belongs to it."""
PARTY = f"EXISTS (SELECT 1 FROM network_agreement a WHERE a.id = {{0}}.agreement_id AND a.readers && {ORGS})"
"""An own company is among the parties: who may add, where an auditor may only look."""
PARTY_PROMISES = (
    "EXISTS (SELECT 1 FROM network_commitment c JOIN network_agreement a ON a.id = c.agreement_id"
    f" WHERE c.id = network_commitment_entry.commitment_id AND a.readers && {ORGS})"
)
OF_COMMITMENT = (
    "EXISTS (SELECT 1 FROM network_commitment c WHERE c.id = network_commitment_entry.commitment_id)"
)
MOVES = (
    ("", "draft"), ("draft", "review"), ("review", "draft"), ("review", "approved"), ("approved", "review"),
    ("approved", "signed"), ("signed", "effective"), ("effective", "renewed"), ("signed", "completed"),
    ("signed", "lapsed"), ("signed", "terminated"), ("signed", "withdrawn"), ("effective", "completed"),
    ("effective", "lapsed"), ("effective", "terminated"), ("effective", "withdrawn"), ("renewed", "completed"),
    ("renewed", "lapsed"), ("renewed", "terminated"), ("renewed", "withdrawn"), ("draft", "withdrawn"),
    ("review", "withdrawn"), ("approved", "withdrawn"),
)  # fmt: skip
READERS = """
-- Which companies' people may read an agreement follows from its parties, whoever writes them.
CREATE FUNCTION network_agreement_readers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.agreement_id ELSE NEW.agreement_id END;
BEGIN
  UPDATE network_agreement SET readers = ARRAY(
    SELECT DISTINCT organisation_id FROM network_agreement_party
     WHERE agreement_id = changed AND organisation_id IS NOT NULL ORDER BY 1
  ) WHERE id = changed;
  RETURN NULL;
END $$;
CREATE TRIGGER network_agreement_readers AFTER INSERT OR UPDATE OR DELETE ON network_agreement_party
  FOR EACH ROW EXECUTE FUNCTION network_agreement_readers();
-- The day, the reason and the lesson of a step are the agreement's own at that moment.
CREATE FUNCTION network_agreement_step_says() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT a.moved_on, a.moved_at, a.moved_why, a.lesson_ko, a.lesson_en
    INTO NEW.happened_on, NEW.at, NEW.reason, NEW.lesson_ko, NEW.lesson_en
    FROM network_agreement a WHERE a.id = NEW.agreement_id;
  RETURN NEW;
END $$;
CREATE TRIGGER network_agreement_step_says BEFORE INSERT ON network_agreement_transition
  FOR EACH ROW EXECUTE FUNCTION network_agreement_step_says();
"""
UNREADERS = """
DROP TRIGGER network_agreement_step_says ON network_agreement_transition; DROP FUNCTION network_agreement_step_says();
DROP TRIGGER network_agreement_readers ON network_agreement_party; DROP FUNCTION network_agreement_readers();
"""
# Visitors see aggregates and nothing else: the function runs as the owner and gives out the newest publication (ADR 7).
PUBLIC = """
CREATE POLICY network_published_figure_definer ON network_published_figure FOR SELECT TO sm_owner USING (true);
CREATE FUNCTION network_public_figures()
RETURNS TABLE (kpi text, unit text, part text, value numeric, base integer, as_of date, published_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.kpi::text, f.unit::text, f.part::text, f.value, CASE WHEN f.value IS NOT NULL THEN f.base END, f.as_of,
         f.published_at
    FROM public.network_published_figure f
   WHERE f.published_at = (SELECT max(published_at) FROM public.network_published_figure)
$$;
REVOKE ALL ON FUNCTION network_public_figures() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_public_figures() TO sm_app;
"""
UNPUBLIC = """
DROP FUNCTION network_public_figures();
DROP POLICY network_published_figure_definer ON network_published_figure;
"""


def child(table: str, *, insert: str = KEEPS, update: str = KEEPS) -> migrations.RunSQL:
    """A table whose rows are seen as their agreement is."""
    return secure(table, select=SEEN.format(table), insert=insert, update=update)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0050_agreements")]

    operations: ClassVar = [
        secure(
            "network_agreement", select=f"readers && {ORGS} OR {LIAISON} OR {AUDITOR} OR {MACHINE}",
            insert=KEEPS, update=KEEPS,
        ),
        secure("network_agreement_transition", select=SEEN.format("network_agreement_transition"), insert=SIGNED),
        secure(
            "network_agreement_party",
            select=f"{own()} OR {SEEN.format('network_agreement_party')}", insert=KEEPS, update=KEEPS, delete=LIAISON,
        ),
        secure(
            "network_agreement_signatory",
            select="EXISTS (SELECT 1 FROM network_agreement_party p WHERE p.id = network_agreement_signatory.party_id)",
            insert=KEEPS, update=KEEPS, delete=LIAISON,
        ),
        child("network_agreement_paper", insert=f"{PARTY.format('network_agreement_paper')} AND {WORKS} OR {KEEPS}"),
        # What was looked into before signing, and what was found, is not for whom it was found of.
        secure(
            "network_agreement_check", select=f"{LIAISON} OR {AUDITOR} OR {MACHINE}", insert=KEEPS, update=KEEPS,
        ),
        secure(
            "network_agreement_summary",
            select=f"{ACTOR} IS NOT NULL AND listed OR {SEEN.format('network_agreement_summary')}",
            insert=KEEPS, update=KEEPS,
        ),
        child("network_commitment"),
        secure(
            "network_commitment_entry", select=OF_COMMITMENT, insert=f"{PARTY_PROMISES} AND {WORKS} OR {KEEPS}",
        ),
        child("network_clock_answer"),
        secure(
            "network_clock_setting", select=f"{LIAISON} OR {AUDITOR} OR {MACHINE}", insert=KEEPS, update=KEEPS,
        ),
        secure("network_published_figure", select=f"{LIAISON} OR {AUDITOR} OR {MACHINE}", insert=KEEPS),
        append_only(
            "network_agreement_transition", "network_agreement_check", "network_commitment", "network_commitment_entry",
            "network_clock_answer", "network_published_figure",
        ),
        migrations.RunSQL(READERS, UNREADERS),
        steps("network_agreement", noun="agreement", moves=MOVES),
        migrations.RunSQL(PUBLIC, UNPUBLIC),
    ]
