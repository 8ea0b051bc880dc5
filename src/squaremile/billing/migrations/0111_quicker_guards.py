"""Two guards that are asked for each line and posting ask the same with less: a row is not put into JSON for one of its columns, and
who asks is told to the database only where it is somebody else."""

from typing import ClassVar

from django.db import migrations

WHOLE = """
CREATE OR REPLACE FUNCTION billing_invoice_whole() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  whose uuid;
  was text := coalesce(current_setting('sm.system', true), '');
BEGIN
  IF TG_TABLE_NAME = 'billing_invoice' THEN whose := NEW.id; ELSE whose := NEW.invoice_id; END IF;
  IF was <> 'worker' THEN PERFORM set_config('sm.system', 'worker', true); END IF;
  IF EXISTS (
    SELECT 1 FROM billing_invoice i WHERE i.id = whose AND (i.net, i.tax, i.gross) IS DISTINCT FROM (
      SELECT (coalesce(sum(l.net), 0)::bigint, coalesce(sum(l.tax), 0)::bigint, coalesce(sum(l.gross), 0)::bigint)
        FROM billing_invoice_line l WHERE l.invoice_id = i.id)
  ) THEN
    RAISE EXCEPTION 'lines do not add up' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_lines_add_up';
  END IF;
  IF was <> 'worker' THEN PERFORM set_config('sm.system', was, true); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION billing_entry_balanced() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  whose uuid;
  was text := coalesce(current_setting('sm.system', true), '');
BEGIN
  IF TG_TABLE_NAME = 'billing_entry' THEN whose := NEW.id; ELSE whose := NEW.entry_id; END IF;
  IF was <> 'worker' THEN PERFORM set_config('sm.system', 'worker', true); END IF;
  IF coalesce((SELECT sum(amount) FROM billing_posting WHERE entry_id = whose), 1) <> 0 THEN
    RAISE EXCEPTION 'entry % does not balance', whose USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_balanced';
  END IF;
  IF was <> 'worker' THEN PERFORM set_config('sm.system', was, true); END IF;
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0110_sheets_as_they_are")]

    operations: ClassVar = [migrations.RunSQL(WHOLE, migrations.RunSQL.noop)]
