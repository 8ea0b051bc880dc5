"""An invoice below nought gives what it owes its payer, as a credit note does: to other invoices, or back. And a payment that
succeeds after its request had failed is a payment."""

from typing import ClassVar

from django.db import migrations

from squaremile.billing.models.checkout import CHECKOUT_MOVES
from squaremile.kernel.state_steps import steps_anew

GUARDS = """
-- As before, and what gives is whatever is below nought.
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
       > coalesce((SELECT -i.payable FROM billing_invoice i WHERE i.id = NEW.credit_note_id AND i.payable < 0), 0)
  THEN
    RAISE EXCEPTION 'more than is left' USING ERRCODE = 'check_violation', CONSTRAINT = 'match_within';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION billing_given_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.payment_id IS NOT NULL AND billing_given(NEW.payment_id, NULL) > (SELECT p.amount FROM billing_payment p WHERE p.id = NEW.payment_id)
     OR NEW.credit_note_id IS NOT NULL AND billing_given(NULL, NEW.credit_note_id)
       > (SELECT -i.payable FROM billing_invoice i WHERE i.id = NEW.credit_note_id AND i.payable < 0) THEN
    RAISE EXCEPTION 'more than is left' USING ERRCODE = 'check_violation', CONSTRAINT = 'match_within';
  END IF;
  RETURN NULL;
END $$;

ALTER FUNCTION billing_match_guard() SET enable_seqscan = off;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0060_parked")]

    operations: ClassVar = [
        migrations.RunSQL(GUARDS, migrations.RunSQL.noop),
        steps_anew("billing_payment_request", noun="request", moves=CHECKOUT_MOVES),
    ]
