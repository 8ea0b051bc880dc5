"""Who may see and write files of documents, tax filings and journals; and what the database holds of them by itself."""

from typing import ClassVar

from django.db import migrations

from squaremile.billing.models.filing import FILING_MOVES
from squaremile.kernel.row_security import SIGNED, append_only, own_as, role, secure, system
from squaremile.kernel.state_steps import steps

_DESK = f"{role('site_director', 'finance')} OR {system('worker', 'setup', 'import')}"
_LOOK = f"{role('site_director', 'finance', 'auditor')} OR {system('worker', 'setup', 'import')}"
_ADMIN = own_as("company_admin")

# Rows from before keep what they say until somebody changes them: then their number has to be one.
REGISTERED = """
CREATE FUNCTION billing_registered(said text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT length(s) = 10 AND (10 - (
      substr(s, 1, 1)::int + 3 * substr(s, 2, 1)::int + 7 * substr(s, 3, 1)::int + substr(s, 4, 1)::int + 3 * substr(s, 5, 1)::int
      + 7 * substr(s, 6, 1)::int + substr(s, 7, 1)::int + 3 * substr(s, 8, 1)::int + 5 * substr(s, 9, 1)::int
      + 5 * substr(s, 9, 1)::int / 10
    ) % 10) % 10 = substr(s, 10, 1)::int
  FROM (SELECT CASE WHEN length(d) = 10 THEN d ELSE '0000000001' END AS s FROM (SELECT regexp_replace(said, '[^0-9]', '', 'g') AS d) AS digits) AS ten
$$;
CREATE FUNCTION billing_registered_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.country = 'KR' AND NEW.registration <> '' AND NOT billing_registered(NEW.registration) THEN
    RAISE EXCEPTION 'no registration number' USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_registered';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_account_registered AFTER INSERT ON billing_account FOR EACH ROW EXECUTE FUNCTION billing_registered_guard();
CREATE TRIGGER billing_account_registered_anew AFTER UPDATE ON billing_account FOR EACH ROW
  WHEN ((OLD.country, OLD.registration) IS DISTINCT FROM (NEW.country, NEW.registration)) EXECUTE FUNCTION billing_registered_guard();
CREATE TRIGGER billing_issuer_registered AFTER INSERT ON billing_issuer FOR EACH ROW EXECUTE FUNCTION billing_registered_guard();
CREATE TRIGGER billing_issuer_registered_anew AFTER UPDATE ON billing_issuer FOR EACH ROW
  WHEN ((OLD.country, OLD.registration) IS DISTINCT FROM (NEW.country, NEW.registration)) EXECUTE FUNCTION billing_registered_guard();
"""
NOT_REGISTERED = """
DROP TRIGGER billing_issuer_registered_anew ON billing_issuer;
DROP TRIGGER billing_issuer_registered ON billing_issuer;
DROP TRIGGER billing_account_registered_anew ON billing_account;
DROP TRIGGER billing_account_registered ON billing_account;
DROP FUNCTION billing_registered_guard();
DROP FUNCTION billing_registered(text);
"""
GUARDS = """
-- What went to the tax office stays as it went.
CREATE FUNCTION billing_tax_filing_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.state IN ('sent', 'accepted') AND (to_jsonb(OLD) - ARRAY['state', 'approval', 'answer_ko', 'answer_en', 'answered_at'])
         IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['state', 'approval', 'answer_ko', 'answer_en', 'answered_at']))
     OR OLD.state = 'accepted' AND to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW) THEN
    RAISE EXCEPTION 'what went out stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'filing_stands';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_tax_filing_guard AFTER UPDATE ON billing_tax_filing FOR EACH ROW EXECUTE FUNCTION billing_tax_filing_guard();

-- A file that was made of a document is never made otherwise, and a journal that went out is never written anew.
CREATE TRIGGER billing_document_file_stays BEFORE UPDATE OR DELETE ON billing_document_file FOR EACH ROW EXECUTE FUNCTION billing_stays();
CREATE TRIGGER billing_journal_export_stays BEFORE UPDATE OR DELETE ON billing_journal_export FOR EACH ROW EXECUTE FUNCTION billing_stays();
CREATE TRIGGER billing_journal_mark_stays BEFORE UPDATE OR DELETE ON billing_journal_mark FOR EACH ROW EXECUTE FUNCTION billing_stays();
"""
NO_GUARDS = """
DROP TRIGGER billing_journal_mark_stays ON billing_journal_mark;
DROP TRIGGER billing_journal_export_stays ON billing_journal_export;
DROP TRIGGER billing_document_file_stays ON billing_document_file;
DROP TRIGGER billing_tax_filing_guard ON billing_tax_filing;
DROP FUNCTION billing_tax_filing_guard();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0020_papers")]

    operations: ClassVar = [
        secure("billing_document_file", select=f"{_ADMIN} OR {_LOOK}", insert=_DESK),
        secure("billing_tax_filing", select=f"{_ADMIN} OR {_LOOK}", insert=_DESK, update=_DESK),
        secure("billing_tax_filing_transition", select=f"{_LOOK} OR filing_id IN (SELECT id FROM billing_tax_filing)", insert=SIGNED),
        secure("billing_book_account", select=_LOOK, insert=_DESK, update=_DESK),
        secure("billing_journal_export", select=_LOOK, insert=_DESK),
        secure("billing_journal_mark", select=_LOOK, insert=_DESK),
        append_only("billing_document_file", "billing_tax_filing_transition", "billing_journal_export", "billing_journal_mark"),
        steps("billing_tax_filing", noun="filing", moves=FILING_MOVES),
        migrations.RunSQL(REGISTERED, NOT_REGISTERED),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
