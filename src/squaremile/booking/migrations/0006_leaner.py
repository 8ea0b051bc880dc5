"""Fewer indexes on the busiest tables: what a wider index covers needs none of its own."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_PROTECT = django.db.models.deletion.PROTECT
# A shape and its detail may come in one statement: then the detail brings its start, which the shape cannot yet tell.
_START = """
CREATE OR REPLACE FUNCTION booking_detail_start() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  known timestamptz;
BEGIN
  SELECT lower(r.period) INTO known FROM booking_reservation r WHERE r.id = NEW.reservation_id;
  NEW.starts_at := COALESCE(known, NEW.starts_at);
  RETURN NEW;
END $$;
DO $$
DECLARE
  spare text;
BEGIN
  -- Codes are looked up whole, never by their beginning.
  FOR spare IN SELECT indexname FROM pg_indexes
    WHERE tablename = 'booking_reservation' AND indexname LIKE 'booking_reservation_code_%_like'
  LOOP EXECUTE format('DROP INDEX %I', spare); END LOOP;
END $$;
"""


def _key(to: str, **more: object) -> models.ForeignKey:
    return models.ForeignKey(to, on_delete=_PROTECT, db_index=False, **more)


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("booking", "0005_by_time"),
        ("core", "0004_access"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.AlterField("reservation", "equipment", _key("booking.equipment", related_name="reservations")),
        migrations.AlterField(
            "reservationdetail", "organisation", _key("core.organisation", null=True, related_name="+")
        ),
        migrations.AlterField(
            "reservationdetail", "person", _key(settings.AUTH_USER_MODEL, null=True, related_name="+")
        ),
        migrations.AlterField(
            "reservationtransition", "reservation", _key("booking.reservation", related_name="transitions")
        ),
        migrations.AddIndex(
            "reservation", models.Index(fields=["equipment", "starts_at"], name="reservation_of_equipment")
        ),
        migrations.RunSQL(_START, migrations.RunSQL.noop),
    ]
