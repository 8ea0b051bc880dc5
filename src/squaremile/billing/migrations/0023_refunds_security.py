"""Who may see and write refunds and payments at a provider; and that nothing goes out twice."""

from typing import ClassVar

from django.db import migrations

from squaremile.billing.models.checkout import CHECKOUT_MOVES
from squaremile.kernel.row_security import SIGNED, append_only, own_as, role, secure, system
from squaremile.kernel.state_steps import steps

_DESK = f"{role('site_director', 'finance')} OR {system('worker', 'setup', 'import')}"
_LOOK = f"{role('site_director', 'finance', 'auditor')} OR {system('worker', 'setup', 'import')}"
_ADMIN = own_as("company_admin")

GUARDS = """
-- Nothing is given twice: a payment and a credit note go to invoices or back, and together not beyond themselves.
CREATE FUNCTION billing_given(of_payment uuid, of_credit uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT (coalesce((SELECT sum(m.amount) FROM billing_match m WHERE m.payment_id = of_payment OR m.credit_note_id = of_credit), 0)
        + coalesce((SELECT sum(r.amount) FROM billing_refund r WHERE r.payment_id = of_payment OR r.credit_note_id = of_credit), 0))::bigint
$$;
CREATE FUNCTION billing_given_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.payment_id IS NOT NULL AND billing_given(NEW.payment_id, NULL) > (SELECT p.amount FROM billing_payment p WHERE p.id = NEW.payment_id)
     OR NEW.credit_note_id IS NOT NULL AND billing_given(NULL, NEW.credit_note_id)
       > (SELECT -i.payable FROM billing_invoice i WHERE i.id = NEW.credit_note_id AND i.kind = 'credit_note') THEN
    RAISE EXCEPTION 'more than is left' USING ERRCODE = 'check_violation', CONSTRAINT = 'match_within';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_match_given AFTER INSERT ON billing_match FOR EACH ROW EXECUTE FUNCTION billing_given_guard();
CREATE TRIGGER billing_refund_given AFTER INSERT ON billing_refund FOR EACH ROW EXECUTE FUNCTION billing_given_guard();

-- No deposit gives what it does not hold.
CREATE FUNCTION billing_deposit_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.book = 'deposit' AND NEW.amount > 0 THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.organisation_id::text, 72));
    IF (SELECT sum(p.amount) FROM billing_posting p JOIN billing_entry e ON e.id = p.entry_id WHERE p.book = 'deposit'
          AND p.organisation_id = NEW.organisation_id AND e.issuer_id = (SELECT issuer_id FROM billing_entry WHERE id = NEW.entry_id)) > 0 THEN
      RAISE EXCEPTION 'the deposit is short' USING ERRCODE = 'check_violation', CONSTRAINT = 'deposit_holds';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_deposit_holds AFTER INSERT ON billing_posting FOR EACH ROW EXECUTE FUNCTION billing_deposit_holds();

-- A payer asks for her own invoice and for no more than it says; what was asked stays as it was.
CREATE FUNCTION billing_payment_request_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NOT EXISTS (
       SELECT 1 FROM billing_invoice i WHERE i.id = NEW.invoice_id AND i.account_id = NEW.account_id AND i.organisation_id = NEW.organisation_id
          AND i.kind = 'invoice' AND i.currency = NEW.currency AND NEW.amount <= i.payable AND NEW.state = 'asked')
     OR TG_OP = 'UPDATE' AND (to_jsonb(OLD) - ARRAY['state', 'payment_id']) IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['state', 'payment_id']) THEN
    RAISE EXCEPTION 'not of its invoice' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_request_of_its_invoice';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_payment_request_guard AFTER INSERT OR UPDATE ON billing_payment_request
  FOR EACH ROW EXECUTE FUNCTION billing_payment_request_guard();
"""
NO_GUARDS = """
DROP TRIGGER billing_payment_request_guard ON billing_payment_request;
DROP FUNCTION billing_payment_request_guard();
DROP TRIGGER billing_deposit_holds ON billing_posting;
DROP FUNCTION billing_deposit_holds();
DROP TRIGGER billing_refund_given ON billing_refund;
DROP TRIGGER billing_match_given ON billing_match;
DROP FUNCTION billing_given_guard();
DROP FUNCTION billing_given(uuid, uuid);
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0022_refunds")]

    operations: ClassVar = [
        secure("billing_refund", select=f"{_ADMIN} OR {_LOOK}", insert=_DESK),
        secure("billing_payment_request", select=f"{_ADMIN} OR {_LOOK}", insert=f"{_ADMIN} OR {_DESK}", update=_DESK),
        secure("billing_payment_request_transition", select=f"{_LOOK} OR request_id IN (SELECT id FROM billing_payment_request)", insert=SIGNED),
        secure("billing_payment_event", select=_LOOK, insert=_DESK),
        append_only("billing_refund", "billing_payment_request_transition", "billing_payment_event"),
        steps("billing_payment_request", noun="request", moves=CHECKOUT_MOVES),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
