"""What accounts pay by, from the day on which it was said; whose bills a voucher lowers. Filled for those that were there before:
an account's terms as they stand, a voucher's issuer by the oldest account of its company, else the issuer with most accounts."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import append_only, own, role, secure, system

_DESK = f"{role('site_director', 'finance')} OR {system('worker', 'setup', 'import')}"
_LOOK = f"{role('site_director', 'finance', 'auditor')} OR {system('worker', 'setup', 'import')}"

FILL = """
ALTER TABLE billing_account NO FORCE ROW LEVEL SECURITY;
ALTER TABLE billing_voucher NO FORCE ROW LEVEL SECURITY;
ALTER TABLE billing_issuer NO FORCE ROW LEVEL SECURITY;
INSERT INTO billing_account_term (id, account_id, organisation_id, since, card_id, payer_class, recorded_at)
SELECT gen_random_uuid(), a.id, a.organisation_id, (a.opened_at AT TIME ZONE 'UTC')::date, a.card_id, a.payer_class, a.opened_at FROM billing_account a;
UPDATE billing_voucher v SET issuer_id = coalesce(
  (SELECT a.issuer_id FROM billing_account a WHERE a.organisation_id = v.organisation_id ORDER BY a.opened_at, a.code LIMIT 1),
  (SELECT i.id FROM billing_issuer i ORDER BY (SELECT count(*) FROM billing_account a WHERE a.issuer_id = i.id) DESC, i.code LIMIT 1));
-- What the keys' checks still owe is settled first: a table with pending events is not altered.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE billing_issuer FORCE ROW LEVEL SECURITY;
ALTER TABLE billing_voucher FORCE ROW LEVEL SECURITY;
ALTER TABLE billing_account FORCE ROW LEVEL SECURITY;
"""
GUARDS = """
-- What a month was priced by stays once its payer has seen the bill; and terms are their account's own.
CREATE FUNCTION billing_account_term_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM billing_bill b JOIN billing_close c ON c.id = b.close_id WHERE b.account_id = NEW.account_id
       AND b.state = ANY (ARRAY['shown', 'accepted', 'issued']) AND c.month >= date_trunc('month', NEW.since)::date)
     OR NOT EXISTS (SELECT 1 FROM billing_account a WHERE a.id = NEW.account_id AND a.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'the payer has seen that month' USING ERRCODE = 'check_violation', CONSTRAINT = 'account_term_open';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER billing_account_term_guard AFTER INSERT ON billing_account_term FOR EACH ROW EXECUTE FUNCTION billing_account_term_guard();
"""
NO_GUARDS = "DROP TRIGGER billing_account_term_guard ON billing_account_term; DROP FUNCTION billing_account_term_guard()"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0050_terms")]

    operations: ClassVar = [
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        secure("billing_account_term", select=f"{own()} OR {_LOOK}", insert=_DESK),
        append_only("billing_account_term"),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
