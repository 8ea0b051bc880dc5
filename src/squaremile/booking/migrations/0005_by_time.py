"""Reservations found by time, whatever row security lets one see; and a number that rises with every change.

Comes before the first release: the tables are empty.
"""

from typing import ClassVar

from django.db import migrations, models

COLUMNS = """
CREATE SEQUENCE booking_reservation_change;
ALTER TABLE booking_reservation
  ADD COLUMN site_id uuid NOT NULL REFERENCES spaces_place DEFERRABLE INITIALLY DEFERRED,
  ADD COLUMN starts_at timestamptz GENERATED ALWAYS AS (lower(period)) STORED,
  ADD COLUMN ends_at timestamptz GENERATED ALWAYS AS (upper(period)) STORED,
  ADD COLUMN is_long boolean GENERATED ALWAYS AS (upper(period) - lower(period) > interval '1 day') STORED,
  ADD COLUMN change_number bigint NOT NULL;
ALTER TABLE booking_reservation_detail ADD COLUMN starts_at timestamptz NOT NULL;
ALTER SEQUENCE booking_reservation_change OWNED BY booking_reservation.change_number;

DROP INDEX IF EXISTS reservation_by_time;
CREATE INDEX reservation_by_time ON booking_reservation (site_id, is_long, starts_at)
  INCLUDE (ends_at, equipment_id, kind, state);
CREATE INDEX reservation_by_change ON booking_reservation (site_id, change_number);
"""
TRIGGERS = """
-- One instrument, one writer at a time (see ADR 2); and what the database writes itself.
CREATE OR REPLACE FUNCTION booking_reservation_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.equipment_id::text, 7));
  NEW.change_number := nextval('booking_reservation_change');
  IF TG_OP = 'INSERT' OR NEW.equipment_id <> OLD.equipment_id THEN
    SELECT e.site_id INTO NEW.site_id FROM booking_equipment e WHERE e.id = NEW.equipment_id;
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER booking_reservation_queue ON booking_reservation;
CREATE TRIGGER booking_reservation_queue BEFORE INSERT OR UPDATE
  ON booking_reservation FOR EACH ROW EXECUTE FUNCTION booking_reservation_queue();

CREATE FUNCTION booking_detail_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT lower(r.period) INTO NEW.starts_at FROM booking_reservation r WHERE r.id = NEW.reservation_id;
  RETURN NEW;
END $$;
CREATE TRIGGER booking_detail_start BEFORE INSERT
  ON booking_reservation_detail FOR EACH ROW EXECUTE FUNCTION booking_detail_start();

CREATE FUNCTION booking_detail_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE booking_reservation_detail SET starts_at = lower(NEW.period) WHERE reservation_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER booking_detail_follows AFTER UPDATE OF period ON booking_reservation FOR EACH ROW
  WHEN (lower(NEW.period) <> lower(OLD.period)) EXECUTE FUNCTION booking_detail_follows();
"""


def _generated(sql: str, kind: models.Field) -> models.GeneratedField:
    return models.GeneratedField(expression=models.expressions.RawSQL(sql, ()), output_field=kind, db_persist=True)


def _place() -> models.ForeignKey:
    return models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+", editable=False)


_INDEXES = (("person", "reservation_detail_of_person"), ("organisation", "reservation_detail_of_company"))


class Migration(migrations.Migration):
    dependencies: ClassVar = [("booking", "0004_upkeep"), ("spaces", "0002_security")]

    operations: ClassVar = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(COLUMNS), migrations.RunSQL(TRIGGERS)],
            state_operations=[
                migrations.AddField("reservation", "site", _place(), preserve_default=False),
                migrations.AddField("reservation", "starts_at", _generated("LOWER(period)", models.DateTimeField())),
                migrations.AddField("reservation", "ends_at", _generated("UPPER(period)", models.DateTimeField())),
                migrations.AddField(
                    "reservation", "is_long",
                    _generated("UPPER(period) - LOWER(period) > interval '1 day'", models.BooleanField()),
                ),
                migrations.AddField("reservation", "change_number", models.BigIntegerField(editable=False)),
                migrations.AddField("reservationdetail", "starts_at", models.DateTimeField(editable=False)),
            ],
        ),
        *(migrations.RemoveIndex("reservationdetail", name) for _, name in _INDEXES),
        *(
            migrations.AddIndex("reservationdetail", models.Index(fields=[field, "starts_at"], name=name))
            for field, name in _INDEXES
        ),
    ]
