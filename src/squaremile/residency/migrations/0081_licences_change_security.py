"""Amendments and notices are their company's and staff's; each side signs in its own name; anybody who
holds a document may ask whether it is the one that was signed, and learns nothing else."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import (
    ACTOR,
    SIGNED,
    STAFF,
    alter,
    append_only,
    definers_look_here,
    own,
    own_as,
    role,
    secure,
    system,
)
from squaremile.kernel.state_steps import steps
from squaremile.residency.models.amendment import MOVES

_STAFF = role("site_director", "programme")
_KEEPERS = f"{_STAFF} OR {system('setup')}"
_SEEN = "EXISTS (SELECT 1 FROM residency_licence l WHERE l.id = licence_id)"


def _its(held: str) -> str:
    return f"EXISTS (SELECT 1 FROM residency_licence l WHERE l.id = licence_id AND {own_as(held, 'l.company_id')})"


GUARDS = """
-- The company signs first and the cluster countersigns; each record takes its place in the licence's chain.
CREATE FUNCTION residency_signature_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before residency_signature;
BEGIN
  SELECT * INTO before FROM residency_signature WHERE licence_id = NEW.licence_id AND number = NEW.number - 1;
  IF NEW.previous <> COALESCE(before.digest, '') OR (NEW.number > 1) <> (before.id IS NOT NULL)
    OR NOT EXISTS (SELECT 1 FROM residency_licence_document d WHERE d.id = NEW.document_id AND d.licence_id = NEW.licence_id)
    OR EXISTS (SELECT 1 FROM residency_amendment a WHERE a.document_id = NEW.document_id AND a.state <> 'proposed') THEN
    RAISE EXCEPTION 'the signature is out of its place' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_in_place';
  END IF;
  IF NEW.party = 'cluster' AND NOT EXISTS (
    SELECT 1 FROM residency_signature s WHERE s.document_id = NEW.document_id AND s.party = 'company') THEN
    RAISE EXCEPTION 'the company signs first' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_company_first';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_signature_kept AFTER INSERT ON residency_signature
  FOR EACH ROW EXECUTE FUNCTION residency_signature_kept();

CREATE FUNCTION residency_amendment_proven() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM residency_signature s WHERE s.document_id = NEW.document_id) < 2 THEN
    RAISE EXCEPTION 'the amendment is not signed by both'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'amendment_signed_by_both';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_amendment_proven AFTER UPDATE OF state ON residency_amendment
  FOR EACH ROW WHEN (NEW.state IN ('signed', 'in_effect')) EXECUTE FUNCTION residency_amendment_proven();

-- Notice is given of what runs, and gives the other side the time that the terms promise.
CREATE FUNCTION residency_licence_notice_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  months int := COALESCE((SELECT notice_months FROM residency_offer WHERE licence_id = NEW.licence_id), 0);
BEGIN
  IF NOT EXISTS (SELECT 1 FROM residency_licence WHERE id = NEW.licence_id AND state = 'in_force') THEN
    RAISE EXCEPTION 'the licence does not run' USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_notice_of_running';
  END IF;
  IF (NEW.last_day - make_interval(months => months))::date < NEW.given_on THEN
    RAISE EXCEPTION 'the notice is too short' USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_notice_in_time';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_licence_notice_kept AFTER INSERT ON residency_licence_notice
  FOR EACH ROW EXECUTE FUNCTION residency_licence_notice_kept();

-- An offer's terms stand; staff may keep it open for longer, and its company says yes or no and nothing else.
CREATE OR REPLACE FUNCTION residency_offer_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.licence_id, NEW.company_id, NEW.price_version_id, NEW.rent, NEW.deposit, NEW.notice_months,
      NEW.most_people, NEW.permitted_use, NEW.covenants)
     IS DISTINCT FROM (OLD.licence_id, OLD.company_id, OLD.price_version_id, OLD.rent, OLD.deposit,
      OLD.notice_months, OLD.most_people, OLD.permitted_use, OLD.covenants)
     OR NEW.until < OLD.until OR (NEW.until > OLD.until AND NEW.state <> 'open') THEN
    RAISE EXCEPTION 'the terms of an offer stand' USING ERRCODE = 'check_violation', CONSTRAINT = 'offer_terms_stand';
  END IF;
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'programme'] OR sm_system() IN ('worker', 'setup'))
     AND (NEW.state NOT IN (OLD.state, 'accepted', 'declined') OR NEW.until <> OLD.until OR NEW.freed <> OLD.freed) THEN
    RAISE EXCEPTION 'the step is not the company''s own' USING ERRCODE = 'check_violation', CONSTRAINT = 'offer_step_allowed';
  END IF;
  RETURN NULL;
END $$;
REVOKE UPDATE ON residency_amendment FROM sm_app;
GRANT UPDATE (state) ON residency_amendment TO sm_app;
REVOKE UPDATE ON residency_licence_notice FROM sm_app;
GRANT UPDATE (heeded_at) ON residency_licence_notice TO sm_app;
"""
VERIFY = """
CREATE POLICY residency_licence_document_verify ON residency_licence_document FOR SELECT TO sm_owner USING (true);
CREATE POLICY residency_signature_verify ON residency_signature FOR SELECT TO sm_owner USING (true);
CREATE POLICY residency_licence_verify ON residency_licence FOR SELECT TO sm_owner USING (true);

-- The digest of policies/signatures.py: SHA-256 over JSON with sorted keys and no spaces.
CREATE FUNCTION residency_signature_digest(s residency_signature, p_document text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT encode(sha256(convert_to(
    '{"address":' || to_json(s.address::text)::text
    || ',"at":"' || to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
      || CASE WHEN to_char(s.at, 'US') = '000000' THEN '' ELSE '.' || to_char(s.at, 'US') END || '+00:00"'
    || ',"document":' || to_json(p_document)::text
    || ',"name":' || to_json(s.name::text)::text
    || ',"number":' || s.number
    || ',"party":' || to_json(s.party::text)::text
    || ',"previous":' || to_json(s.previous::text)::text
    || ',"signer":' || to_json(s.signer::text)::text || '}', 'UTF8')), 'hex')
$$;

-- To whoever knows the digest of a document: which of a licence's documents it is, which side signed when, and whether
-- the chain is whole. Not whose it is, nor who signed.
CREATE FUNCTION residency_verify_document(p_sha256 text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  doc residency_licence_document;
BEGIN
  SELECT * INTO doc FROM residency_licence_document WHERE sha256 = p_sha256 ORDER BY id LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN jsonb_build_object(
    'licence', (SELECT code FROM residency_licence WHERE id = doc.licence_id), 'number', doc.number,
    'made_at', doc.made_at,
    'signed', COALESCE((SELECT jsonb_agg(jsonb_build_object('party', s.party, 'at', s.at) ORDER BY s.number)
                        FROM residency_signature s WHERE s.document_id = doc.id), '[]'::jsonb),
    'whole', NOT EXISTS (
      SELECT 1 FROM (
        SELECT s.number, s.previous, s.digest, row_number() OVER w AS position, lag(s.digest, 1, '') OVER w AS before,
               residency_signature_digest(s, d.sha256) AS computed
        FROM residency_signature s JOIN residency_licence_document d ON d.id = s.document_id
        WHERE s.licence_id = doc.licence_id WINDOW w AS (ORDER BY s.number)
      ) chain WHERE number <> position OR previous <> before::text OR digest <> computed),
    'superseded', EXISTS (
      SELECT 1 FROM residency_licence_document later WHERE later.licence_id = doc.licence_id AND later.number > doc.number
        AND (SELECT count(*) FROM residency_signature s WHERE s.document_id = later.id) = 2));
END $$;
REVOKE ALL ON FUNCTION residency_verify_document(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION residency_verify_document(text) TO sm_app;
"""
NOTHING = migrations.RunSQL.noop


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0080_licences_change"), ("spaces", "0008_worker_frees")]

    operations: ClassVar = [
        secure("residency_amendment", select=_SEEN, insert=_KEEPERS, update=f"{_KEEPERS} OR {system('worker')}"),
        steps("residency_amendment", noun="amendment", moves=MOVES),
        secure(
            "residency_amendment_transition", select="EXISTS (SELECT 1 FROM residency_amendment a WHERE a.id = amendment_id)",
            insert=f"{SIGNED} AND pg_trigger_depth() > 0",
        ),
        secure(
            "residency_licence_notice", select=_SEEN,
            insert=f"({_STAFF}) AND party = 'cluster' OR {_its('company_admin')} AND party = 'company'", update=system("worker"),
        ),
        append_only("residency_amendment_transition"),
        # Nobody outside reads licences; a company answers its offer and leaves the licence itself to staff.
        alter(
            "residency_licence", select=f"{own('company_id')} OR {STAFF} OR {system('worker', 'setup', 'import')}",
            update=f"{_KEEPERS} OR {role('finance')} OR {system('worker', 'import')}",
        ),
        alter("residency_signature", insert=(
            f"({_STAFF}) AND party = 'cluster' AND signer = {ACTOR}"
            f" OR {_its('company_admin')} AND party = 'company' AND signer = {ACTOR}"
        )),
        migrations.RunSQL(GUARDS, NOTHING),
        migrations.RunSQL(VERIFY, NOTHING),
        definers_look_here("residency_"),
    ]
