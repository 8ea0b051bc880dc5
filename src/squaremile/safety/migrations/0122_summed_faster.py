"""Sums of areas in one plan that is kept, without going to each substance again: its phase is kept with the classes found of it."""

from typing import ClassVar

from django.db import migrations, models

from squaremile.kernel.row_security import system

SUMS = f"""
DELETE FROM safety_substance_found;
DROP FUNCTION safety_sums(uuid[], uuid[], text[], text[], text[]);
-- What stands in some areas, added up by class: nobody's name, no company, no code and no substance but those whose classes
-- nobody has found yet. `mine` parts the asker's own from the rest. Read by squaremile.safety.reads.weighing alone.
-- `p_whole`: packs in which it does not matter how something is kept.
CREATE FUNCTION safety_sums(p_areas uuid[], p_mine uuid[], p_packs text[], p_digests text[], p_classes text[], p_whole boolean[])
RETURNS TABLE (area uuid, mine boolean, pack text, classes text[], certainty text, unsure boolean, phase text, condition text,
               in_cabinet boolean, dimension text, density numeric, amount numeric, weight numeric, lots bigint, unknown uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  IF NOT ({system('weighing', 'setup')}) THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH live AS MATERIALIZED (
    SELECT r.area_id, COALESCE(c.organisation_id = ANY (p_mine), false) AS mine, c.substance_id, c.condition,
           COALESCE(b.approved AND b.active, false) AS in_cabinet, c.dimension, sum(c.amount) AS amount
      FROM safety_area_room r
      JOIN safety_container c ON c.room_id = r.room_id AND c.state = ANY (ARRAY['received', 'opened'])
      LEFT JOIN safety_cabinet b ON b.id = c.cabinet_id
     WHERE r.area_id = ANY (p_areas)
     GROUP BY 1, 2, 3, 4, 5, 6),
  known AS (
    SELECT live.area_id, live.mine, live.substance_id, CASE WHEN h.whole THEN 'storage' ELSE live.condition END AS condition,
           live.in_cabinet AND NOT h.whole AS in_cabinet, live.dimension, live.amount, h.pack, f.id AS found, f.classes, f.certainty, COALESCE(f.unsure, false) AS unsure, f.density, f.phase
      FROM live CROSS JOIN unnest(p_packs, p_digests, p_classes, p_whole) AS h(pack, digest, classes, whole)
      LEFT JOIN safety_substance_found f ON f.substance_id = live.substance_id AND f.pack = h.pack AND f.digest = h.digest
     WHERE h.classes IS NULL OR f.id IS NULL OR f.classes::text[] && string_to_array(h.classes, ','))
  SELECT k.area_id, k.mine, k.pack, k.classes::text[], k.certainty::text, k.unsure, k.phase::text, k.condition::text, k.in_cabinet,
         k.dimension::text, CASE WHEN k.dimension = 'weight' OR cardinality(k.classes) > 1 THEN k.density END,
         sum(k.amount), sum(k.amount * k.density), count(*), array_agg(k.substance_id) FILTER (WHERE k.found IS NULL)
    FROM known k GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, k.density IS NULL;
END $$;
REVOKE ALL ON FUNCTION safety_sums(uuid[], uuid[], text[], text[], text[], boolean[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_sums(uuid[], uuid[], text[], text[], text[], boolean[]) TO sm_app;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0121_signs_and_entries_security")]

    operations: ClassVar = [
        migrations.AddField("substancefound", "phase", models.CharField(max_length=10, default="")),
        migrations.RunSQL(SUMS, migrations.RunSQL.noop),
    ]
