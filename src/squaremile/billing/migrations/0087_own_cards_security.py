"""A card of one payer is read by that payer and by those who keep the money, and priced by for nobody else. A payer withdraws her
dispute while it is open, and changes nothing else of it.

One way once a dispute was withdrawn: the steps before know no such state."""

from typing import ClassVar

from django.db import migrations

from squaremile.billing.models.line import DISPUTE_MOVES
from squaremile.kernel.row_security import ANYONE, alter, own, own_as, role, system
from squaremile.kernel.state_steps import steps_anew

_DESK = f"{role('site_director', 'finance')} OR {system('worker', 'setup', 'import')}"
_LOOK = f"{role('site_director', 'finance', 'auditor')} OR {system('worker', 'setup', 'import')}"
_HERS = f"{own_as('company_admin')} AND bill_id IN (SELECT id FROM billing_bill) AND state = ANY (ARRAY['open', 'dropped'])"

GUARDS = """
CREATE FUNCTION billing_card_whose_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM billing_rate_card r WHERE r.id = NEW.card_id AND r.organisation_id <> NEW.organisation_id) THEN
    RAISE EXCEPTION 'the card is another payer''s' USING ERRCODE = 'check_violation', CONSTRAINT = 'account_card_its_own';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_account_card_guard AFTER INSERT OR UPDATE OF card_id ON billing_account
  FOR EACH ROW EXECUTE FUNCTION billing_card_whose_guard();
CREATE TRIGGER billing_account_term_card_guard AFTER INSERT ON billing_account_term
  FOR EACH ROW EXECUTE FUNCTION billing_card_whose_guard();

CREATE FUNCTION billing_dispute_withdrawn_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF sm_system() = '' AND NOT sm_staff_roles() && ARRAY['site_director', 'finance'] AND (
       (OLD.state, NEW.state) IS DISTINCT FROM ('open', 'dropped')
       OR (to_jsonb(OLD) - 'state') IS DISTINCT FROM (to_jsonb(NEW) - 'state')) THEN
    RAISE EXCEPTION 'a payer withdraws, and changes nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'dispute_step_allowed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_dispute_withdrawn_guard AFTER UPDATE ON billing_dispute
  FOR EACH ROW EXECUTE FUNCTION billing_dispute_withdrawn_guard();
"""
NO_GUARDS = """
DROP TRIGGER billing_account_card_guard ON billing_account;
DROP TRIGGER billing_account_term_card_guard ON billing_account_term;
DROP FUNCTION billing_card_whose_guard();
DROP TRIGGER billing_dispute_withdrawn_guard ON billing_dispute;
DROP FUNCTION billing_dispute_withdrawn_guard();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0086_inactive_since")]

    operations: ClassVar = [
        alter("billing_rate_card", select=f"organisation_id IS NULL AND ({ANYONE}) OR {own()} OR {_LOOK}"),
        alter("billing_rate_card_version", select="card_id IN (SELECT id FROM billing_rate_card)"),
        alter("billing_dispute", update=f"{_HERS} OR {_DESK}"),
        steps_anew("billing_dispute", noun="dispute", moves=DISPUTE_MOVES),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
