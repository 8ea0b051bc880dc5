"""What a sceptic tried by SQL, and the database did not refuse by itself: another's wallet or payment, more taken back than was
billed, a dispute of what is accepted, numbers that run against the calendar, entries from the future, steps nobody took."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import SIGNED, alter

_BY_TRIGGER = f"{SIGNED} AND pg_trigger_depth() > 0"
"""Steps are written by the guard of the state alone, never by hand."""

GUARDS = """
-- What is open of an invoice, and what is left of a payment or credit note, is counted by one at a time for an account; and all
-- of it is that account's own.
CREATE OR REPLACE FUNCTION billing_match_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE payer uuid := (SELECT i.account_id FROM billing_invoice i WHERE i.id = NEW.invoice_id AND i.organisation_id = NEW.organisation_id);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(payer::text, 72));
  IF payer IS NULL
     OR NEW.payment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM billing_payment p WHERE p.id = NEW.payment_id AND p.account_id = payer)
     OR NEW.credit_note_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM billing_invoice c WHERE c.id = NEW.credit_note_id AND c.account_id = payer)
     OR (SELECT sum(m.amount) FROM billing_match m WHERE m.invoice_id = NEW.invoice_id)
       > coalesce((SELECT i.payable FROM billing_invoice i WHERE i.id = NEW.invoice_id AND i.kind = 'invoice'), 0)
     OR NEW.payment_id IS NOT NULL AND (SELECT sum(m.amount) FROM billing_match m WHERE m.payment_id = NEW.payment_id)
       > (SELECT p.amount FROM billing_payment p WHERE p.id = NEW.payment_id)
     OR NEW.credit_note_id IS NOT NULL AND (SELECT sum(m.amount) FROM billing_match m WHERE m.credit_note_id = NEW.credit_note_id)
       > coalesce((SELECT -i.payable FROM billing_invoice i WHERE i.id = NEW.credit_note_id AND i.kind = 'credit_note'), 0)
  THEN
    RAISE EXCEPTION 'more than is left' USING ERRCODE = 'check_violation', CONSTRAINT = 'match_within';
  END IF;
  RETURN NULL;
END $$;

-- A wallet pays its own organisation's documents to its own issuer.
CREATE OR REPLACE FUNCTION billing_wallet_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM billing_entry e WHERE e.id = NEW.entry_id AND e.organisation_id = NEW.organisation_id
                    AND (NEW.wallet_id IS NULL OR EXISTS (SELECT 1 FROM billing_wallet w WHERE w.id = NEW.wallet_id
                           AND w.organisation_id = e.organisation_id AND w.issuer_id = e.issuer_id))) THEN
    RAISE EXCEPTION 'not of this organisation' USING ERRCODE = 'check_violation', CONSTRAINT = 'wallet_holds';
  END IF;
  IF NEW.wallet_id IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.wallet_id::text, 71));
    IF (SELECT sum(amount) FROM billing_posting WHERE wallet_id = NEW.wallet_id) > 0 THEN
      RAISE EXCEPTION 'the wallet is short' USING ERRCODE = 'check_violation', CONSTRAINT = 'wallet_holds';
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- Numbers follow one another and the calendar, in the year that they name; credit notes never take back more than was billed.
CREATE OR REPLACE FUNCTION billing_invoice_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.year <> date_part('year', NEW.issued_on) OR NEW.sequence < 1 OR NEW.sequence <> 1 AND NOT EXISTS (
    SELECT 1 FROM billing_invoice i WHERE i.issuer_id = NEW.issuer_id AND i.kind = NEW.kind AND i.year = NEW.year
       AND i.sequence = NEW.sequence - 1 AND i.issued_on <= NEW.issued_on
  ) THEN
    RAISE EXCEPTION 'numbers have no gaps' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_number_gapless';
  END IF;
  IF NEW.kind = 'credit_note' AND NOT EXISTS (
    SELECT 1 FROM billing_invoice o WHERE o.id = NEW.corrects_id AND o.kind = 'invoice' AND o.account_id = NEW.account_id
       AND -(SELECT sum(c.gross) FROM billing_invoice c WHERE c.corrects_id = o.id) BETWEEN least(o.gross, 0) AND greatest(o.gross, 0)
  ) THEN
    RAISE EXCEPTION 'more is taken back than was billed' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_taken_back_once';
  END IF;
  RETURN NULL;
END $$;

-- What is disputed is before its payer; what is accepted is disputed no more.
CREATE FUNCTION billing_dispute_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM billing_bill b WHERE b.id = NEW.bill_id AND b.state = 'shown' AND b.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'the bill is not before its payer' USING ERRCODE = 'check_violation', CONSTRAINT = 'dispute_step_allowed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_dispute_guard AFTER INSERT ON billing_dispute FOR EACH ROW EXECUTE FUNCTION billing_dispute_guard();

CREATE FUNCTION billing_accepted_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM billing_dispute d WHERE d.bill_id = NEW.id AND d.state = 'open') THEN
    RAISE EXCEPTION 'a line is disputed' USING ERRCODE = 'check_violation', CONSTRAINT = 'bill_step_allowed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_accepted_guard AFTER UPDATE ON billing_bill FOR EACH ROW
  WHEN (OLD.state = 'shown' AND NEW.state = 'accepted') EXECUTE FUNCTION billing_accepted_guard();

-- An entry is of the day on which it is written, or of one before; and in its issuer's currency.
CREATE FUNCTION billing_entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.day > (NEW.at AT TIME ZONE 'UTC')::date + 1
     OR NOT EXISTS (SELECT 1 FROM billing_issuer i WHERE i.id = NEW.issuer_id AND i.currency = NEW.currency) THEN
    RAISE EXCEPTION 'an entry of a day to come' USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_of_its_day';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_entry_guard AFTER INSERT ON billing_entry FOR EACH ROW EXECUTE FUNCTION billing_entry_guard();
"""
NO_GUARDS = """
DROP TRIGGER billing_dispute_guard ON billing_dispute; DROP FUNCTION billing_dispute_guard();
DROP TRIGGER billing_accepted_guard ON billing_bill; DROP FUNCTION billing_accepted_guard();
DROP TRIGGER billing_entry_guard ON billing_entry; DROP FUNCTION billing_entry_guard();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0032_card_draft")]

    operations: ClassVar = [
        migrations.RunSQL(GUARDS, NO_GUARDS),
        alter("billing_close_transition", insert=_BY_TRIGGER),
        alter("billing_bill_transition", insert=_BY_TRIGGER),
        alter("billing_dispute_transition", insert=_BY_TRIGGER),
    ]
