"""What was poured into waste still stands in the room of its waste container, until a carrier takes it away."""

from typing import ClassVar

from django.db import migrations, models

from squaremile.kernel.row_security import system

LOTS = f"""
-- Attached to the sums (squaremile.safety.reads.attached): every such function has these columns, and names no company.
CREATE FUNCTION safety_waste_lots(p_areas uuid[], p_mine uuid[])
RETURNS TABLE (area uuid, mine boolean, public boolean, substance uuid, keyed text, phase text, condition text, dimension text,
               amount numeric, lots bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  IF NOT ({system('weighing')}) THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT r.area_id, COALESCE(w.organisation_id = ANY (p_mine), false), false, c.substance_id, ''::text, s.phase::text, 'storage'::text, c.dimension::text,
         sum(c.amount), count(*)
    FROM safety_area_room r
    JOIN safety_waste_container w ON w.room_id = r.room_id AND w.state <> 'picked_up'
    JOIN safety_container c ON c.gone_to = w.code AND c.state = 'disposed' AND c.organisation_id = w.organisation_id
    JOIN safety_substance s ON s.id = c.substance_id
   WHERE r.area_id = ANY (p_areas)
   GROUP BY 1, 2, 4, 6, 8;
END $$;
REVOKE ALL ON FUNCTION safety_waste_lots(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_waste_lots(uuid[], uuid[]) TO sm_app;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0140_waste_months")]

    operations: ClassVar = [
        migrations.AddIndex(
            model_name="container",
            index=models.Index(
                fields=["gone_to"], name="container_in_waste",
                condition=models.Q(("state", "disposed"), models.Q(("gone_to", ""), _negated=True)),
            ),
        ),
        migrations.AddIndex(
            model_name="wastecontainer",
            index=models.Index(fields=["room"], name="waste_stands_in", condition=models.Q(("state", "picked_up"), _negated=True)),
        ),
        migrations.RunSQL(LOTS, "DROP FUNCTION safety_waste_lots(uuid[], uuid[])"),
    ]
