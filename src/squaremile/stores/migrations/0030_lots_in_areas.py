"""What one package of a chemical holds; and what cylinders and shelves add to the sums of control areas."""

from typing import ClassVar

from django.db import migrations, models

from squaremile.kernel.row_security import system

LOTS = f"""
CREATE POLICY stores_cylinder_definer ON stores_cylinder FOR SELECT TO sm_owner USING (true);
CREATE POLICY stores_stock_definer ON stores_stock FOR SELECT TO sm_owner USING (true);
CREATE POLICY stores_lot_definer ON stores_lot FOR SELECT TO sm_owner USING (true);
CREATE POLICY stores_item_definer ON stores_item FOR SELECT TO sm_owner USING (true);
CREATE POLICY stores_stock_point_definer ON stores_stock_point FOR SELECT TO sm_owner USING (true);
-- Attached to the sums of safety, with the columns of safety_waste_lots. Shelves are everybody's to read, cylinders are not.
CREATE FUNCTION stores_lots(p_areas uuid[], p_mine uuid[])
RETURNS TABLE (area uuid, mine boolean, public boolean, substance uuid, keyed text, phase text, condition text, dimension text,
               amount numeric, lots bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  IF NOT ({system('weighing')}) THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT r.area_id, COALESCE(c.organisation_id = ANY (p_mine), false), false, NULL::uuid, c.gas::text, 'gas'::text,
         CASE c.state WHEN 'connected' THEN 'closed' ELSE 'storage' END, 'gas'::text, sum(c.litres * c.bar), count(*)
    FROM safety_area_room r
    JOIN stores_cylinder c ON c.place_id = r.room_id AND c.state <> 'returned' AND c.state <> 'empty'
   WHERE r.area_id = ANY (p_areas)
   GROUP BY 1, 2, 5, 7
  UNION ALL
  SELECT r.area_id, false, true, NULL::uuid, i.cas::text,
         CASE i.content_dimension WHEN 'weight' THEN 'solid' WHEN 'gas' THEN 'gas' ELSE 'liquid' END, 'storage'::text,
         COALESCE(NULLIF(i.content_dimension, ''), 'volume')::text, sum(s.on_hand * i.content), count(*)
    FROM safety_area_room r
    JOIN stores_stock_point p ON p.place_id = r.room_id
    JOIN stores_stock s ON s.stock_point_id = p.id AND s.on_hand > 0
    JOIN stores_lot l ON l.id = s.lot_id
    JOIN stores_item i ON i.id = l.item_id AND i.cas <> ''
   WHERE r.area_id = ANY (p_areas)
   GROUP BY 1, 5, 6, 8, i.content IS NULL;
END $$;
REVOKE ALL ON FUNCTION stores_lots(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stores_lots(uuid[], uuid[]) TO sm_app;
"""
UNLOTS = """
DROP FUNCTION stores_lots(uuid[], uuid[]);
DROP POLICY stores_stock_point_definer ON stores_stock_point;
DROP POLICY stores_item_definer ON stores_item;
DROP POLICY stores_lot_definer ON stores_lot;
DROP POLICY stores_stock_definer ON stores_stock;
DROP POLICY stores_cylinder_definer ON stores_cylinder;
"""
_DIMENSIONS = ("volume", "weight", "gas")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("stores", "0012_read_and_decided_when"), ("safety", "0141_waste_lots")]

    operations: ClassVar = [
        migrations.AddField("item", "content", models.DecimalField(decimal_places=12, max_digits=24, null=True)),
        migrations.AddField(
            "item", "content_dimension", models.CharField(blank=True, choices=[(d, d) for d in _DIMENSIONS], default="", max_length=6),
            preserve_default=False,
        ),
        migrations.AddField("item", "content_unit", models.CharField(blank=True, default="", max_length=12), preserve_default=False),
        migrations.AddConstraint(
            "item",
            models.CheckConstraint(
                name="item_content_sound",
                condition=models.Q(content=None, content_dimension="") | models.Q(content__gt=0, content_dimension__in=_DIMENSIONS),
            ),
        ),
        migrations.RunSQL(LOTS, UNLOTS),
    ]
