"""What evidence says of many uses at once has columns of its own: a month is grouped by them, and a JSON value of each of a
million uses would have to be opened and hashed for it. The database fills them, so that they never say anything else."""

from typing import ClassVar

from django.db import migrations, models

BOOKED = r"""
-- Microseconds from the first to the second moment of `booked`; none where there are not two moments with their offsets from UTC,
-- by which the answer depends on no setting.
CREATE FUNCTION metering_booked(evidence jsonb) RETURNS bigint LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  span jsonb := evidence -> 'booked';
  moment text := '^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$';
BEGIN
  IF jsonb_typeof(span) <> 'array' OR jsonb_array_length(span) <> 2 OR NOT span ->> 0 ~ moment OR NOT span ->> 1 ~ moment THEN
    RETURN NULL;
  END IF;
  RETURN (extract(epoch FROM (span ->> 1)::timestamptz - (span ->> 0)::timestamptz) * 1000000)::bigint;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("metering", "0005_read_by_the_worker")]

    operations: ClassVar = [
        migrations.RunSQL(BOOKED, "DROP FUNCTION metering_booked(jsonb)"),
        migrations.AddField(
            "usageevent", "nfec",
            models.GeneratedField(
                expression=models.Func(
                    models.F("evidence"), template="left(coalesce(%(expressions)s ->> 'nfec', ''), 40)",
                    output_field=models.CharField(max_length=40),
                ),
                output_field=models.CharField(max_length=40), db_persist=True,
            ),
        ),
        migrations.AddField(
            "usageevent", "assisted",
            models.GeneratedField(
                expression=models.Func(
                    models.F("evidence"), template="coalesce(%(expressions)s -> 'assisted' = 'true'::jsonb, false)",
                    output_field=models.BooleanField(),
                ),
                output_field=models.BooleanField(), db_persist=True,
            ),
        ),
        migrations.AddField(
            "usageevent", "booked",
            models.GeneratedField(
                expression=models.Func(models.F("evidence"), function="metering_booked", output_field=models.BigIntegerField()),
                output_field=models.BigIntegerField(), db_persist=True,
            ),
        ),
        migrations.AddIndex(
            "usageevent",
            models.Index(fields=["organisation"], condition=models.Q(evidence__has_key="untrained"), name="usage_event_untrained"),
        ),
    ]  # fmt: skip
