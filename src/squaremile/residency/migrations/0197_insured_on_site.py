"""Insurance has not run out on the day on which a licence begins at its site, which in Greenwich may still be the day before."""

from typing import ClassVar

from django.db import migrations

AT_SITE = """
CREATE OR REPLACE FUNCTION residency_licence_proven() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  its residency_offer;
  zone text;
BEGIN
  SELECT * INTO its FROM residency_offer WHERE licence_id = NEW.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF (SELECT count(*) FROM residency_signature s JOIN residency_licence_document d ON d.id = s.document_id
       WHERE s.licence_id = NEW.id AND d.number = 1) < 2 THEN
    RAISE EXCEPTION 'licence % is not signed by both', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_signed_by_both';
  END IF;
  IF NEW.state <> 'in_force' THEN RETURN NULL; END IF;
  SELECT s.time_zone INTO zone FROM residency_licence_place p JOIN spaces_place w ON w.id = p.place_id
    JOIN spaces_place s ON s.id = COALESCE(w.site_id, w.id) WHERE p.licence_id = NEW.id ORDER BY s.code LIMIT 1;
  IF NOT EXISTS (SELECT 1 FROM residency_insurance WHERE licence_id = NEW.id
      AND expires_on >= (lower(NEW.period) AT TIME ZONE COALESCE(NULLIF(zone, ''), 'Asia/Seoul'))::date) THEN
    RAISE EXCEPTION 'licence % has no insurance', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_insured';
  END IF;
  IF (SELECT COALESCE(sum(amount), 0) FROM residency_deposit_payment WHERE licence_id = NEW.id) < its.deposit THEN
    RAISE EXCEPTION 'the deposit of licence % is not paid', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_deposit_paid';
  END IF;
  RETURN NULL;
END $$;
"""
IN_GREENWICH = """
CREATE OR REPLACE FUNCTION residency_licence_proven() RETURNS trigger LANGUAGE plpgsql AS $$
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
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0196_fit_security"), ("spaces", "0008_worker_frees")]

    operations: ClassVar = [migrations.RunSQL(AT_SITE, IN_GREENWICH)]
