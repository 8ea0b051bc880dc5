"""Keys that signed a passport which still counts are published, so that it is checked after the cluster's secret has changed."""

from typing import ClassVar

from django.db import migrations

KEYS = """
CREATE POLICY safety_passport_definer ON safety_passport FOR SELECT TO sm_owner USING (true);
-- Public keys, which anybody may know, and no passport. Read by squaremile.safety.reads.passports alone.
CREATE FUNCTION safety_passport_keys(p_at timestamptz) RETURNS TABLE (key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT p.key::text FROM safety_passport p WHERE p.revoked_at IS NULL AND p.ends_at > p_at ORDER BY 1
$$;
REVOKE ALL ON FUNCTION safety_passport_keys(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_passport_keys(timestamptz) TO sm_app;
"""
UNKEYS = "DROP FUNCTION safety_passport_keys(timestamptz); DROP POLICY safety_passport_definer ON safety_passport;"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0170_summed_by_hashing")]

    operations: ClassVar = [migrations.RunSQL(KEYS, UNKEYS)]
