"""The worker seals what both sides signed; a seal stays. Whoever holds a sealed file may ask of it, as of the document."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import append_only, definers_look_here, secure, system

GUARD = """
-- A seal comes after both signatures, and names the record that completed them.
CREATE FUNCTION residency_licence_seal_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM residency_signature s WHERE s.document_id = NEW.document_id) < 2
    OR NEW.after IS DISTINCT FROM (
      SELECT s.digest FROM residency_signature s WHERE s.document_id = NEW.document_id ORDER BY s.number DESC LIMIT 1) THEN
    RAISE EXCEPTION 'the document is not signed by both' USING ERRCODE = 'check_violation', CONSTRAINT = 'seal_of_signed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_licence_seal_kept AFTER INSERT ON residency_licence_seal
  FOR EACH ROW EXECUTE FUNCTION residency_licence_seal_kept();
"""
UNDO = """
DROP TRIGGER residency_licence_seal_kept ON residency_licence_seal; DROP FUNCTION residency_licence_seal_kept();
"""
VERIFY = """
CREATE POLICY residency_licence_seal_verify ON residency_licence_seal FOR SELECT TO sm_owner USING (true);

-- To whoever knows the digest of a document or of its sealed copy: which of a licence's documents it is, which side signed
-- when, whether the chain is whole, and by which certificate it was sealed. Not whose it is, nor who signed.
CREATE OR REPLACE FUNCTION residency_verify_document(p_sha256 text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  doc residency_licence_document;
  its residency_licence_seal;
BEGIN
  SELECT d.* INTO doc FROM residency_licence_document d LEFT JOIN residency_licence_seal s ON s.document_id = d.id
    WHERE d.sha256 = p_sha256 OR s.sha256 = p_sha256 ORDER BY d.id LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO its FROM residency_licence_seal WHERE document_id = doc.id;
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
      ) chain WHERE number <> position OR previous <> before::text OR digest <> computed)
      AND (its.id IS NULL OR its.after = (
        SELECT s.digest FROM residency_signature s WHERE s.document_id = doc.id ORDER BY s.number DESC LIMIT 1)),
    'superseded', EXISTS (
      SELECT 1 FROM residency_licence_document later WHERE later.licence_id = doc.licence_id AND later.number > doc.number
        AND (SELECT count(*) FROM residency_signature s WHERE s.document_id = later.id) = 2),
    'seal', CASE WHEN its.id IS NOT NULL THEN jsonb_build_object('sha256', its.sha256, 'sealed_at', its.sealed_at) END);
END $$;

-- Whether a certificate has ever sealed a document here: anybody who holds a sealed file knows the certificate.
CREATE FUNCTION residency_sealed_by(p_certificate text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM residency_licence_seal WHERE certificate = p_certificate)
$$;
REVOKE ALL ON FUNCTION residency_sealed_by(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION residency_sealed_by(text) TO sm_app;
"""
SEEN = (
    "EXISTS (SELECT 1 FROM residency_licence_document d JOIN residency_licence l ON l.id = d.licence_id"
    " WHERE d.id = document_id)"
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0140_seals")]

    operations: ClassVar = [
        secure("residency_licence_seal", select=SEEN, insert=system("worker")),
        append_only("residency_licence_seal"),
        migrations.RunSQL(GUARD, UNDO),
        migrations.RunSQL(VERIFY, migrations.RunSQL.noop),
        definers_look_here("residency_"),
    ]
