"""The meters that the stores count on: what was taken, in money at the price of its day.

The owner of the tables has no policy to write by, so row security steps aside for this row.
"""

from typing import ClassVar

from django.db import migrations

ADD = """
ALTER TABLE metering_meter NO FORCE ROW LEVEL SECURITY;
INSERT INTO metering_meter (id, code, unit, name_ko, name_en)
  VALUES (gen_random_uuid(), 'stores_sales', 'money', '물품 사용 금액', 'Goods taken from the stores')
  ON CONFLICT (code) DO NOTHING;
ALTER TABLE metering_meter FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("stores", "0002_security")]

    operations: ClassVar = [migrations.RunSQL(ADD, migrations.RunSQL.noop)]
