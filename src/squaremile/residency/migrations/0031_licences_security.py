"""Licences are their company's and staff's; what stands under them is only added to; none is in force without its proofs."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ANYONE, SIGNED, STAFF, append_only, own, own_as, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.residency.models.offer import MOVES as OFFER

_KEEPERS = f"{role('site_director', 'programme')} OR {system('setup')}"
_MONEY = f"{role('site_director', 'programme', 'finance')} OR {system('setup')}"
_MACHINE = system("worker", "setup")
_ADMIN = own_as("company_admin", "company_id")
_SEEN = "EXISTS (SELECT 1 FROM residency_licence l WHERE l.id = licence_id)"
_ITS_ADMIN = f"EXISTS (SELECT 1 FROM residency_licence l WHERE l.id = licence_id AND {own_as('company_admin', 'l.company_id')})"

PROVEN = """
-- A licence that was offered here comes into force with both signatures, insurance that has not run out, and the deposit.
CREATE FUNCTION residency_licence_proven() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  its residency_offer;
BEGIN
  SELECT * INTO its FROM residency_offer WHERE licence_id = NEW.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF (SELECT count(*) FROM residency_signature s JOIN residency_licence_document d ON d.id = s.document_id
       WHERE s.licence_id = NEW.id AND d.number = 1) < 2 THEN
    RAISE EXCEPTION 'licence % is not signed by both', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_signed_by_both';
  END IF;
  IF NEW.state <> 'in_force' THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM residency_insurance WHERE licence_id = NEW.id AND expires_on >= lower(NEW.period)::date) THEN
    RAISE EXCEPTION 'licence % has no insurance', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_insured';
  END IF;
  IF (SELECT COALESCE(sum(amount), 0) FROM residency_deposit_payment WHERE licence_id = NEW.id) < its.deposit THEN
    RAISE EXCEPTION 'the deposit of licence % is not paid', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_deposit_paid';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_licence_proven AFTER UPDATE OF state ON residency_licence
  FOR EACH ROW WHEN (NEW.state IN ('signed', 'in_force') AND OLD.state <> NEW.state)
  EXECUTE FUNCTION residency_licence_proven();

-- An offer is answered while it stands, and its terms are not changed.
CREATE FUNCTION residency_offer_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.licence_id, NEW.company_id, NEW.until, NEW.price_version_id, NEW.rent, NEW.deposit, NEW.notice_months,
      NEW.most_people, NEW.permitted_use, NEW.covenants)
     IS DISTINCT FROM (OLD.licence_id, OLD.company_id, OLD.until, OLD.price_version_id, OLD.rent, OLD.deposit,
      OLD.notice_months, OLD.most_people, OLD.permitted_use, OLD.covenants) THEN
    RAISE EXCEPTION 'the terms of an offer stand' USING ERRCODE = 'check_violation', CONSTRAINT = 'offer_terms_stand';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_offer_kept AFTER UPDATE ON residency_offer FOR EACH ROW EXECUTE FUNCTION residency_offer_kept();

-- A list of prices that an offer refers to takes no further price.
CREATE FUNCTION residency_price_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM residency_offer WHERE price_version_id = NEW.version_id) THEN
    RAISE EXCEPTION 'this list of prices is in use' USING ERRCODE = 'check_violation', CONSTRAINT = 'price_version_stands';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_price_stands AFTER INSERT ON residency_price
  FOR EACH ROW EXECUTE FUNCTION residency_price_stands();
"""
UNDO = """
DROP TRIGGER residency_price_stands ON residency_price; DROP FUNCTION residency_price_stands();
DROP TRIGGER residency_offer_kept ON residency_offer; DROP FUNCTION residency_offer_kept();
DROP TRIGGER residency_licence_proven ON residency_licence; DROP FUNCTION residency_licence_proven();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0030_licences"), ("spaces", "0008_worker_frees")]

    operations: ClassVar = [
        secure("residency_price_version", select=ANYONE, insert=_MONEY),
        secure("residency_price", select=ANYONE, insert=_MONEY),
        append_only("residency_price_version", "residency_price"),
        secure(
            "residency_offer", select=f"{own('company_id')} OR {STAFF} OR {_MACHINE}", insert=_KEEPERS,
            update=f"{_KEEPERS} OR {_ADMIN} OR {_MACHINE}",
        ),
        steps("residency_offer", noun="offer", moves=OFFER),
        secure(
            "residency_offer_transition", select="EXISTS (SELECT 1 FROM residency_offer o WHERE o.id = offer_id)",
            insert=SIGNED,
        ),
        append_only("residency_offer_transition"),
        secure("residency_licence_place", select=_SEEN, insert=_KEEPERS, update=f"{_KEEPERS} OR {_MACHINE}"),
        secure("residency_licence_document", select=_SEEN, insert=_KEEPERS),
        secure("residency_signature", select=_SEEN, insert=f"{_KEEPERS} AND party = 'cluster' OR {_ITS_ADMIN} AND party = 'company'"),
        secure("residency_insurance", select=_SEEN, insert=_MONEY),
        secure("residency_deposit_payment", select=_SEEN, insert=_MONEY),
        append_only("residency_licence_document", "residency_signature", "residency_insurance", "residency_deposit_payment"),
        migrations.RunSQL(PROVEN, UNDO),
    ]
