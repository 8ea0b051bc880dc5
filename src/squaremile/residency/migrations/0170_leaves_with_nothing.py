"""A company that leaves has given its badges and keys back, and no more of a deposit is settled than was paid."""

from typing import ClassVar

from django.db import migrations

GUARDS = """
CREATE FUNCTION residency_departure_passes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'cleared' AND EXISTS (
    SELECT 1 FROM residency_access_pass WHERE company_id = NEW.company_id AND state = 'issued') THEN
    RAISE EXCEPTION 'a badge or key is out' USING ERRCODE = 'check_violation', CONSTRAINT = 'departure_passes_back';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_departure_passes AFTER INSERT OR UPDATE OF state ON residency_departure
  FOR EACH ROW EXECUTE FUNCTION residency_departure_passes();

CREATE FUNCTION residency_departure_paid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.settled_at IS NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.company_id::text, 42));
  IF (SELECT COALESCE(sum(d.deposit_minor), 0) FROM residency_departure d
      WHERE d.company_id = NEW.company_id AND d.settled_at IS NOT NULL)
    > (SELECT COALESCE(sum(p.amount), 0) FROM residency_deposit_payment p
      JOIN residency_licence l ON l.id = p.licence_id WHERE l.company_id = NEW.company_id) THEN
    RAISE EXCEPTION 'more is settled than was paid' USING ERRCODE = 'check_violation', CONSTRAINT = 'departure_deposit_paid';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_departure_paid AFTER INSERT OR UPDATE OF settled_at ON residency_departure
  FOR EACH ROW EXECUTE FUNCTION residency_departure_paid();
"""
UNGUARDED = """
DROP TRIGGER residency_departure_paid ON residency_departure; DROP FUNCTION residency_departure_paid();
DROP TRIGGER residency_departure_passes ON residency_departure; DROP FUNCTION residency_departure_passes();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0162_survey_keys")]

    operations: ClassVar = [migrations.RunSQL(GUARDS, UNGUARDED)]
