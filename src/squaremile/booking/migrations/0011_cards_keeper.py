"""Cards of instruments say whose they are: written anew for those that were there before."""

from typing import ClassVar

from django.db import migrations

SAY = """
ALTER TABLE core_card NO FORCE ROW LEVEL SECURITY;
ALTER TABLE booking_equipment NO FORCE ROW LEVEL SECURITY;
UPDATE core_card c SET keeper_id = e.owner_id FROM booking_equipment e WHERE c.kind = 'equipment' AND c.subject = e.id;
-- What the keys' checks still owe is settled first: a table with pending events is not altered.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE booking_equipment FORCE ROW LEVEL SECURITY;
ALTER TABLE core_card FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("booking", "0010_definers"), ("core", "0010_card_keeper")]

    operations: ClassVar = [migrations.RunSQL(SAY, migrations.RunSQL.noop)]
