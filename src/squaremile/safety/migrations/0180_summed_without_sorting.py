"""Sums for a question about one substance, added up without sorting: a substance whose classes nobody has found yet is told once for
each of its containers, as telling it once alone would mean to put everything in order. Whoever reads it takes it once."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import system

SUMS = f"""
-- What stands in some areas, added up by class: nobody's name, no company, no code and no substance but those whose classes
-- nobody has found yet. `mine` parts the asker's own from the rest. Read by squaremile.safety.reads.weighing alone.
-- `p_classes`: of each pack the classes that are asked for, '*' for whatever has one, NULL for everything.
-- `p_whole`: packs in which it does not matter how something is kept.
CREATE OR REPLACE FUNCTION safety_sums(
  p_areas uuid[], p_mine uuid[], p_packs text[], p_digests text[], p_classes text[], p_whole boolean[])
RETURNS TABLE (area uuid, mine boolean, pack text, classes text[], certainty text, unsure boolean, phase text, condition text,
               in_cabinet boolean, dimension text, density numeric, amount numeric, weight numeric, lots bigint, unknown uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_mergejoin = off SET jit = off AS $$
#variable_conflict use_column
BEGIN
  IF NOT ({system('weighing', 'setup')}) THEN
    RETURN;
  END IF;
  IF array_position(p_classes, NULL) IS NULL THEN
    RETURN QUERY
    WITH here AS MATERIALIZED (
      SELECT DISTINCT c.substance_id
        FROM safety_area_room r
        JOIN safety_container c ON c.room_id = r.room_id AND c.state = ANY (ARRAY['received', 'opened'])
       WHERE r.area_id = ANY (p_areas)),
    kinds AS MATERIALIZED (
      SELECT row_number() OVER () AS kind, k.* FROM (
        SELECT h.pack, h.whole, f.classes::text[] AS classes, f.certainty::text AS certainty, COALESCE(f.unsure, false) AS unsure,
               f.phase::text AS phase, f.density IS NULL AS unweighed, CASE WHEN cardinality(f.classes) > 1 THEN f.density END AS density,
               f.id IS NULL AS unfound, array_agg(here.substance_id) AS substances, array_agg(f.density) AS densities
          FROM here
          CROSS JOIN (SELECT u.pack, u.digest, string_to_array(u.classes, ',') AS classes, u.classes = '*' AS any_class, u.whole
                        FROM unnest(p_packs, p_digests, p_classes, p_whole) AS u(pack, digest, classes, whole) OFFSET 0) h
          LEFT JOIN safety_substance_found f ON f.substance_id = here.substance_id AND f.pack = h.pack AND f.digest = h.digest
         WHERE f.id IS NULL OR CASE WHEN h.any_class THEN cardinality(f.classes) > 0 ELSE f.classes::text[] && h.classes END
         GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) k),
    told AS MATERIALIZED (
      SELECT k.kind, k.whole, k.unfound, s.substance, s.density
        FROM kinds k CROSS JOIN LATERAL unnest(k.substances, k.densities) AS s(substance, density)),
    summed AS MATERIALIZED (
      SELECT r.area_id, COALESCE(c.organisation_id = ANY (p_mine), false) AS mine, t.kind,
             CASE WHEN t.whole THEN 'storage' ELSE c.condition END AS condition,
             NOT t.whole AND COALESCE(b.approved AND b.active, false) AS in_cabinet, c.dimension,
             CASE WHEN c.dimension = 'weight' THEN t.density END AS density,
             sum(c.amount) AS amount, sum(c.amount * t.density) AS weight, count(*) AS lots,
             array_agg(t.substance) FILTER (WHERE t.unfound) AS unknown
        FROM safety_area_room r
        JOIN safety_container c ON c.room_id = r.room_id AND c.state = ANY (ARRAY['received', 'opened'])
        JOIN told t ON t.substance = c.substance_id
        LEFT JOIN safety_cabinet b ON b.id = c.cabinet_id
       WHERE r.area_id = ANY (p_areas)
       GROUP BY 1, 2, 3, 4, 5, 6, 7)
    SELECT s.area_id, s.mine, k.pack, k.classes, k.certainty, k.unsure, k.phase, s.condition::text, s.in_cabinet, s.dimension::text,
           COALESCE(k.density, s.density), s.amount, s.weight, s.lots, s.unknown
      FROM summed s JOIN kinds k ON k.kind = s.kind;
    RETURN;
  END IF;
  RETURN QUERY
  WITH live AS MATERIALIZED (
    SELECT r.area_id, COALESCE(c.organisation_id = ANY (p_mine), false) AS mine, c.substance_id, c.condition,
           COALESCE(b.approved AND b.active, false) AS in_cabinet, c.dimension, sum(c.amount) AS amount, count(*) AS lots
      FROM safety_area_room r
      JOIN safety_container c ON c.room_id = r.room_id AND c.state = ANY (ARRAY['received', 'opened'])
      LEFT JOIN safety_cabinet b ON b.id = c.cabinet_id
     WHERE r.area_id = ANY (p_areas)
     GROUP BY 1, 2, 3, 4, 5, 6),
  known AS (
    SELECT live.area_id, live.mine, live.substance_id, CASE WHEN h.whole THEN 'storage' ELSE live.condition END AS condition,
           live.in_cabinet AND NOT h.whole AS in_cabinet, live.dimension, live.amount, live.lots, h.pack, f.id AS found, f.classes,
           f.certainty, COALESCE(f.unsure, false) AS unsure, f.density, f.phase
      FROM live CROSS JOIN unnest(p_packs, p_digests, p_classes, p_whole) AS h(pack, digest, classes, whole)
      LEFT JOIN safety_substance_found f ON f.substance_id = live.substance_id AND f.pack = h.pack AND f.digest = h.digest
     WHERE h.classes IS NULL OR f.id IS NULL OR f.classes::text[] && string_to_array(h.classes, ','))
  SELECT k.area_id, k.mine, k.pack, k.classes::text[], k.certainty::text, k.unsure, k.phase::text, k.condition::text, k.in_cabinet,
         k.dimension::text, CASE WHEN k.dimension = 'weight' OR cardinality(k.classes) > 1 THEN k.density END,
         sum(k.amount), sum(k.amount * k.density), sum(k.lots)::bigint, array_agg(k.substance_id) FILTER (WHERE k.found IS NULL)
    FROM known k GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, k.density IS NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0173_passport_keys")]

    operations: ClassVar = [migrations.RunSQL(SUMS, migrations.RunSQL.noop)]
