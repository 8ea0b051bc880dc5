"""What a generator is in a month is worked out from everybody's waste under its number, and a company is told what it is."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import system

MONTHS = f"""
CREATE POLICY safety_waste_container_definer ON safety_waste_container FOR SELECT TO sm_owner USING (true);
-- Kilograms by generator and month, and nobody's name. Read by squaremile.safety.reads.waste_months alone.
CREATE FUNCTION safety_waste_months() RETURNS TABLE (generator uuid, month date, kg numeric, acute_kg numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT generator_id, date_trunc('month', COALESCE(full_on, stored_on)::timestamp)::date, sum(weight_kg),
         COALESCE(sum(weight_kg) FILTER (WHERE acute), 0)
    FROM safety_waste_container
   WHERE weight_kg IS NOT NULL AND COALESCE(full_on, stored_on) IS NOT NULL AND ({system('weighing')})
   GROUP BY 1, 2
$$;
REVOKE ALL ON FUNCTION safety_waste_months() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_waste_months() TO sm_app;
"""
UNMONTHS = "DROP FUNCTION safety_waste_months(); DROP POLICY safety_waste_container_definer ON safety_waste_container;"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0131_corrections")]

    operations: ClassVar = [migrations.RunSQL(MONTHS, UNMONTHS)]
