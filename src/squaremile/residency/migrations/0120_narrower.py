"""Rights said more narrowly, after an attack on them: no step is written by hand, no signature beside its chain, and an
amendment is signed on a document of its own."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import SIGNED, alter

TRANSITIONS = ("offer", "review_round", "review", "checklist_entry", "access_pass", "departure")
GUARDS = """
-- The digest is that of what is signed; it is signed after it was written, after the signature before it, and once the
-- offer is accepted. A false link would break the chain for good, since nothing in it can be changed.
CREATE FUNCTION residency_signature_true() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  doc residency_licence_document;
BEGIN
  SELECT * INTO doc FROM residency_licence_document WHERE id = NEW.document_id;
  IF NEW.digest IS DISTINCT FROM residency_signature_digest(NEW, doc.sha256) OR NEW.at < doc.made_at
    OR EXISTS (SELECT 1 FROM residency_signature s WHERE s.licence_id = NEW.licence_id AND s.number < NEW.number AND s.at > NEW.at)
    OR EXISTS (SELECT 1 FROM residency_offer o WHERE o.licence_id = NEW.licence_id AND o.state <> 'accepted') THEN
    RAISE EXCEPTION 'the signature is out of its place' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_in_place';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_signature_true AFTER INSERT ON residency_signature
  FOR EACH ROW EXECUTE FUNCTION residency_signature_true();

-- Both have signed nothing of an amendment before it is proposed: its document is new, and of its licence.
CREATE FUNCTION residency_amendment_unsigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM residency_licence_document d
                  WHERE d.id = NEW.document_id AND d.licence_id = NEW.licence_id AND d.number > 1)
    OR EXISTS (SELECT 1 FROM residency_signature s WHERE s.document_id = NEW.document_id) THEN
    RAISE EXCEPTION 'the document is another one' USING ERRCODE = 'check_violation', CONSTRAINT = 'amendment_step_allowed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_amendment_unsigned AFTER INSERT ON residency_amendment
  FOR EACH ROW EXECUTE FUNCTION residency_amendment_unsigned();
"""
UNDO = """
DROP TRIGGER residency_amendment_unsigned ON residency_amendment; DROP FUNCTION residency_amendment_unsigned();
DROP TRIGGER residency_signature_true ON residency_signature; DROP FUNCTION residency_signature_true();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0111_golden_ticket")]

    operations: ClassVar = [
        *(alter(f"residency_{noun}_transition", insert=f"{SIGNED} AND pg_trigger_depth() > 0") for noun in TRANSITIONS),
        migrations.RunSQL(GUARDS, UNDO),
    ]
