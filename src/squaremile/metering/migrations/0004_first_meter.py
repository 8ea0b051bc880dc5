"""The meter that every installation needs: minutes of equipment, which ending a session records.

The owner of the tables has no policy to write by, so row security steps aside for this one row.
"""

from typing import ClassVar

from django.db import migrations

ADD = """
ALTER TABLE metering_meter NO FORCE ROW LEVEL SECURITY;
INSERT INTO metering_meter (id, code, unit, name_ko, name_en)
  VALUES (gen_random_uuid(), 'equipment_minutes', 'minute', '장비 사용 시간', 'Equipment time')
  ON CONFLICT (code) DO NOTHING;
ALTER TABLE metering_meter FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("metering", "0003_writers")]

    operations: ClassVar = [migrations.RunSQL(ADD, migrations.RunSQL.noop)]
