"""Others' amounts are weighed, not read: the sum of what stands in an area is for a purpose of its own, which nobody's
request carries. A company that asks the database itself hears nothing."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import system

STOCK = f"""
DROP FUNCTION safety_stock(uuid[]);
CREATE FUNCTION safety_stock(p_areas uuid[], p_mine uuid[])
RETURNS TABLE (area uuid, mine boolean, cas text, phase text, density numeric, flash_c numeric, boil_c numeric,
               autoignition_c numeric, soluble boolean, entered jsonb, condition text, in_cabinet boolean,
               dimension text, amount numeric, containers bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH live AS (
    SELECT r.area_id, COALESCE(c.organisation_id = ANY (p_mine), false) AS mine, c.substance_id, c.condition,
           COALESCE(b.approved AND b.active, false) AS in_cabinet, c.dimension, sum(c.amount) AS amount, count(*) AS containers
      FROM safety_area_room r
      JOIN safety_container c ON c.room_id = r.room_id AND c.state = ANY (ARRAY['received', 'opened'])
      LEFT JOIN safety_cabinet b ON b.id = c.cabinet_id
     WHERE r.area_id = ANY (p_areas) AND ({system('weighing', 'setup')})
     GROUP BY 1, 2, 3, 4, 5, 6)
  SELECT live.area_id, live.mine, s.cas, s.phase, s.density, s.flash_c, s.boil_c, s.autoignition_c, s.water_soluble,
         COALESCE((SELECT jsonb_object_agg(k.scheme, to_jsonb(k.classes)) FROM safety_substance_class k
                    WHERE k.substance_id = s.id AND k.current), '{{}}'::jsonb),
         live.condition, live.in_cabinet, live.dimension, live.amount, live.containers
    FROM live JOIN safety_substance s ON s.id = live.substance_id
$$;
REVOKE ALL ON FUNCTION safety_stock(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_stock(uuid[], uuid[]) TO sm_app;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0050_narrower")]

    operations: ClassVar = [migrations.RunSQL(STOCK, migrations.RunSQL.noop)]
