"""Who may see and write what of billing, and what the database holds by itself: states, numbers without gaps, documents
that stay, books that balance."""

from typing import ClassVar

from django.db import migrations

from squaremile.billing.models.close import BILL_MOVES, CLOSE_MOVES, SHOWN
from squaremile.billing.models.line import DISPUTE_MOVES
from squaremile.kernel.row_security import ANYONE, SIGNED, append_only, own, own_as, role, secure, system
from squaremile.kernel.state_steps import steps

_DESK = f"{role('site_director', 'finance')} OR {system('worker', 'setup', 'import')}"
_LOOK = f"{role('site_director', 'finance', 'auditor')} OR {system('worker', 'setup', 'import')}"
_ADMIN = own_as("company_admin")
_SHOWN = ", ".join(f"'{state}'" for state in SHOWN)
_SHOWN_BILL = f"{_ADMIN} AND state = ANY (ARRAY[{_SHOWN}])"
_OF_SHOWN = f"{_ADMIN} AND bill_id IN (SELECT id FROM billing_bill)"
"""Row security of bills says which of them she sees."""

GUARDS = """
-- A version that has begun stays as it is, and so does one that documents were rated by.
CREATE FUNCTION billing_rate_card_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.since <= (now() AT TIME ZONE 'UTC')::date AND (NEW.body <> OLD.body OR NEW.since <> OLD.since OR NEW.number <> OLD.number) THEN
    RAISE EXCEPTION 'a version in force stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'rate_card_version_stands';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_rate_card_version_guard AFTER UPDATE ON billing_rate_card_version
  FOR EACH ROW EXECUTE FUNCTION billing_rate_card_version_guard();

-- A payer accepts her bill, and changes nothing else of it.
CREATE FUNCTION billing_bill_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF sm_system() = '' AND NOT sm_staff_roles() && ARRAY['site_director', 'finance'] AND (
       (OLD.state, NEW.state) IS DISTINCT FROM ('shown', 'accepted')
       OR (to_jsonb(OLD) - 'state') IS DISTINCT FROM (to_jsonb(NEW) - 'state')) THEN
    RAISE EXCEPTION 'a payer accepts or disputes' USING ERRCODE = 'check_violation', CONSTRAINT = 'bill_step_allowed';
  END IF;
  IF OLD.state = 'issued' AND to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW) THEN
    RAISE EXCEPTION 'an issued bill stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_stands';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_bill_guard AFTER UPDATE ON billing_bill FOR EACH ROW EXECUTE FUNCTION billing_bill_guard();

-- Charges and lines are written and taken back only while their bill is not issued.
CREATE FUNCTION billing_of_issued_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whose uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.bill_id ELSE NEW.bill_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM billing_bill b WHERE b.id = whose AND b.state = 'issued') THEN
    RAISE EXCEPTION 'the bill is issued' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_stands';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_charge_guard AFTER INSERT OR UPDATE OR DELETE ON billing_charge
  FOR EACH ROW EXECUTE FUNCTION billing_of_issued_guard();
CREATE TRIGGER billing_bill_line_guard AFTER INSERT OR UPDATE OR DELETE ON billing_bill_line
  FOR EACH ROW EXECUTE FUNCTION billing_of_issued_guard();

-- Issued documents stay, for the owner of the tables too.
CREATE FUNCTION billing_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_stands';
END $$;
CREATE TRIGGER billing_invoice_stays BEFORE UPDATE OR DELETE ON billing_invoice FOR EACH ROW EXECUTE FUNCTION billing_stays();
CREATE TRIGGER billing_invoice_line_stays BEFORE UPDATE OR DELETE ON billing_invoice_line FOR EACH ROW EXECUTE FUNCTION billing_stays();
CREATE TRIGGER billing_entry_stays BEFORE UPDATE OR DELETE ON billing_entry FOR EACH ROW EXECUTE FUNCTION billing_stays();
CREATE TRIGGER billing_posting_stays BEFORE UPDATE OR DELETE ON billing_posting FOR EACH ROW EXECUTE FUNCTION billing_stays();

-- Legal numbers follow one another: the first is 1, every other one more than the last of its series and year.
CREATE FUNCTION billing_invoice_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence <> 1 AND NOT EXISTS (
    SELECT 1 FROM billing_invoice i WHERE i.issuer_id = NEW.issuer_id AND i.kind = NEW.kind AND i.year = NEW.year
       AND i.sequence = NEW.sequence - 1
  ) THEN
    RAISE EXCEPTION 'numbers have no gaps' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_number_gapless';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_invoice_number AFTER INSERT ON billing_invoice FOR EACH ROW EXECUTE FUNCTION billing_invoice_number();

-- At the end of the transaction a document's lines add up to it. Whoever's scope holds by then, all of them are counted.
CREATE FUNCTION billing_invoice_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whose uuid := CASE WHEN TG_TABLE_NAME = 'billing_invoice' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'invoice_id')::uuid END;
  was text := coalesce(current_setting('sm.system', true), '');
BEGIN
  PERFORM set_config('sm.system', 'worker', true);
  IF EXISTS (
    SELECT 1 FROM billing_invoice i WHERE i.id = whose AND (i.net, i.tax, i.gross) IS DISTINCT FROM (
      SELECT (coalesce(sum(l.net), 0)::bigint, coalesce(sum(l.tax), 0)::bigint, coalesce(sum(l.gross), 0)::bigint)
        FROM billing_invoice_line l WHERE l.invoice_id = i.id)
  ) THEN
    RAISE EXCEPTION 'lines do not add up' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_lines_add_up';
  END IF;
  PERFORM set_config('sm.system', was, true);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER billing_invoice_whole AFTER INSERT ON billing_invoice DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION billing_invoice_whole();
CREATE CONSTRAINT TRIGGER billing_invoice_line_whole AFTER INSERT ON billing_invoice_line DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION billing_invoice_whole();

-- Every entry balances, and has something to balance; no wallet gives what it does not hold.
CREATE FUNCTION billing_entry_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whose uuid := CASE WHEN TG_TABLE_NAME = 'billing_entry' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'entry_id')::uuid END;
  was text := coalesce(current_setting('sm.system', true), '');
BEGIN
  PERFORM set_config('sm.system', 'worker', true);
  IF coalesce((SELECT sum(amount) FROM billing_posting WHERE entry_id = whose), 1) <> 0 THEN
    RAISE EXCEPTION 'entry % does not balance', whose USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_balanced';
  END IF;
  PERFORM set_config('sm.system', was, true);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER billing_entry_balanced AFTER INSERT ON billing_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION billing_entry_balanced();
CREATE CONSTRAINT TRIGGER billing_posting_balanced AFTER INSERT ON billing_posting DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION billing_entry_balanced();

CREATE FUNCTION billing_wallet_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.wallet_id IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.wallet_id::text, 71));
    IF (SELECT sum(amount) FROM billing_posting WHERE wallet_id = NEW.wallet_id) > 0 THEN
      RAISE EXCEPTION 'the wallet is short' USING ERRCODE = 'check_violation', CONSTRAINT = 'wallet_holds';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_wallet_holds AFTER INSERT ON billing_posting FOR EACH ROW EXECUTE FUNCTION billing_wallet_holds();

-- Nothing is matched twice: not the payment, not the invoice.
CREATE FUNCTION billing_match_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(m.amount) FROM billing_match m WHERE m.invoice_id = NEW.invoice_id)
       > (SELECT i.payable FROM billing_invoice i WHERE i.id = NEW.invoice_id AND i.kind = 'invoice')
     OR NEW.payment_id IS NOT NULL AND (SELECT sum(m.amount) FROM billing_match m WHERE m.payment_id = NEW.payment_id)
       > (SELECT p.amount FROM billing_payment p WHERE p.id = NEW.payment_id)
     OR NEW.credit_note_id IS NOT NULL AND (SELECT sum(m.amount) FROM billing_match m WHERE m.credit_note_id = NEW.credit_note_id)
       > (SELECT -i.payable FROM billing_invoice i WHERE i.id = NEW.credit_note_id AND i.kind = 'credit_note')
  THEN
    RAISE EXCEPTION 'more than is left' USING ERRCODE = 'check_violation', CONSTRAINT = 'match_within';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_match_guard AFTER INSERT ON billing_match FOR EACH ROW EXECUTE FUNCTION billing_match_guard();
"""
_TRIGGERS = (
    ("rate_card_version_guard", "rate_card_version"), ("bill_guard", "bill"), ("charge_guard", "charge"), ("bill_line_guard", "bill_line"),
    ("invoice_stays", "invoice"), ("invoice_line_stays", "invoice_line"), ("entry_stays", "entry"), ("posting_stays", "posting"),
    ("invoice_number", "invoice"), ("invoice_whole", "invoice"), ("invoice_line_whole", "invoice_line"), ("entry_balanced", "entry"),
    ("posting_balanced", "posting"), ("wallet_holds", "posting"), ("match_guard", "match"),
)
_FUNCTIONS = (
    "rate_card_version_guard", "bill_guard", "of_issued_guard", "stays", "invoice_number", "invoice_whole", "entry_balanced",
    "wallet_holds", "match_guard",
)
NO_GUARDS = ";\n".join(
    [f"DROP TRIGGER billing_{name} ON billing_{table}" for name, table in _TRIGGERS] + [f"DROP FUNCTION billing_{name}()" for name in _FUNCTIONS]
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0001_initial"), ("core", "0013_door_key_security"), ("metering", "0005_read_by_the_worker")]

    operations: ClassVar = [
        secure("billing_issuer", select=ANYONE, insert=_DESK, update=_DESK),
        secure("billing_issuer_number", select=_LOOK, insert=_DESK, update=_DESK),
        secure("billing_account", select=f"{own()} OR {_LOOK}", insert=_DESK, update=_DESK),
        secure("billing_rate_card", select=ANYONE, insert=_DESK),
        secure("billing_rate_card_version", select=ANYONE, insert=_DESK, update=_DESK),
        secure("billing_contract", select=f"{_ADMIN} OR {_LOOK}", insert=_DESK),
        secure("billing_contract_term", select=f"{_ADMIN} OR {_LOOK}", insert=_DESK),
        secure("billing_licence_fact", select=_LOOK, insert=_DESK, update=_DESK),
        secure("billing_voucher", select=f"{own()} OR {_LOOK}", insert=_DESK, update=_DESK),
        secure("billing_wallet", select=f"{own()} OR {_LOOK}", insert=_DESK, update=_DESK),
        secure("billing_close", select=f"{_LOOK} OR id IN (SELECT close_id FROM billing_bill b WHERE {own_as('company_admin', 'b.organisation_id')})",
               insert=_DESK, update=_DESK),
        secure("billing_close_transition", select=_LOOK, insert=SIGNED),
        secure("billing_bill", select=f"{_SHOWN_BILL} OR {_LOOK}", insert=_DESK, update=f"{_SHOWN_BILL} OR {_DESK}"),
        secure("billing_bill_transition", select=f"{_LOOK} OR bill_id IN (SELECT id FROM billing_bill)", insert=SIGNED),
        secure("billing_charge", select=f"{_OF_SHOWN} OR {_LOOK}", insert=_DESK, delete=_DESK),
        secure("billing_exception", select=_LOOK, insert=_DESK, update=_DESK, delete=_DESK),
        secure("billing_missed_booking", select=_LOOK, insert=_DESK),
        secure("billing_bill_line", select=f"{_OF_SHOWN} OR {_LOOK}", insert=_DESK, delete=_DESK),
        secure("billing_dispute", select=f"{_ADMIN} OR {_LOOK}", insert=f"{_OF_SHOWN} AND state = 'open' OR {_DESK}", update=_DESK),
        secure("billing_dispute_transition", select=f"{_LOOK} OR dispute_id IN (SELECT id FROM billing_dispute)", insert=SIGNED),
        secure("billing_invoice", select=f"{_ADMIN} OR {_LOOK}", insert=_DESK),
        secure("billing_invoice_line", select=f"{_ADMIN} OR {_LOOK}", insert=_DESK),
        secure("billing_entry", select=_LOOK, insert=_DESK),
        secure("billing_posting", select=f"{_LOOK} OR wallet_id IS NOT NULL AND {own()}", insert=_DESK),
        secure("billing_payment", select=f"{_ADMIN} OR {_LOOK}", insert=_DESK),
        secure("billing_match", select=f"{_ADMIN} OR {_LOOK}", insert=_DESK),
        secure("billing_dunning_step", select=f"{_ADMIN} OR {_LOOK}", insert=_DESK),
        secure("billing_stop", select=f"{own()} OR {_LOOK}", insert=_DESK, update=_DESK),
        append_only(
            "billing_rate_card", "billing_contract", "billing_contract_term", "billing_close_transition", "billing_bill_transition",
            "billing_dispute_transition", "billing_missed_booking", "billing_invoice", "billing_invoice_line", "billing_entry",
            "billing_posting", "billing_payment", "billing_match", "billing_dunning_step",
        ),
        steps("billing_close", noun="close", moves=CLOSE_MOVES),
        steps("billing_bill", noun="bill", moves=BILL_MOVES),
        steps("billing_dispute", noun="dispute", moves=DISPUTE_MOVES),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
