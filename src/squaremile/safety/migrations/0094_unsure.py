"""What only its own company says of a substance is counted as said, and is among what nobody has classified, until safety agrees."""

from typing import ClassVar

from django.db import migrations, models

from squaremile.kernel.row_security import system

FORGET = """
-- With safety's agreement the stricter reading no longer holds: what was found before is found again.
CREATE FUNCTION safety_class_agreed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('safety_substance_found', 61));
  DELETE FROM safety_substance_found f USING safety_substance_class c WHERE c.id = NEW.entry_id AND f.substance_id = c.substance_id;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_class_agreed AFTER INSERT ON safety_class_agreement FOR EACH ROW EXECUTE FUNCTION safety_class_agreed();
DELETE FROM safety_substance_found;
"""
UNFORGET = "DROP TRIGGER safety_class_agreed ON safety_class_agreement; DROP FUNCTION safety_class_agreed();"
SUMS = f"""
DROP FUNCTION safety_sums(uuid[], uuid[], text[], text[], text[]);
-- As before, with `unsure` among what is told apart.
CREATE FUNCTION safety_sums(p_areas uuid[], p_mine uuid[], p_packs text[], p_digests text[], p_classes text[])
RETURNS TABLE (area uuid, mine boolean, pack text, classes text[], certainty text, unsure boolean, phase text, condition text,
               in_cabinet boolean, dimension text, density numeric, amount numeric, weight numeric, lots bigint, unknown uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH live AS MATERIALIZED (
    SELECT r.area_id, COALESCE(c.organisation_id = ANY (p_mine), false) AS mine, c.substance_id, c.condition,
           COALESCE(b.approved AND b.active, false) AS in_cabinet, c.dimension, sum(c.amount) AS amount
      FROM safety_area_room r
      JOIN safety_container c ON c.room_id = r.room_id AND c.state = ANY (ARRAY['received', 'opened'])
      LEFT JOIN safety_cabinet b ON b.id = c.cabinet_id
     WHERE r.area_id = ANY (p_areas) AND ({system('weighing', 'setup')})
     GROUP BY 1, 2, 3, 4, 5, 6),
  known AS (
    SELECT live.*, h.pack, f.id AS found, f.classes, f.certainty, f.unsure, f.density, s.phase
      FROM live CROSS JOIN unnest(p_packs, p_digests, p_classes) AS h(pack, digest, classes)
      JOIN safety_substance s ON s.id = live.substance_id
      LEFT JOIN safety_substance_found f ON f.substance_id = live.substance_id AND f.pack = h.pack AND f.digest = h.digest
     WHERE h.classes IS NULL OR f.id IS NULL OR f.classes::text[] && string_to_array(h.classes, ','))
  SELECT area_id, mine, pack, classes::text[], certainty, COALESCE(unsure, false), phase, condition, in_cabinet, dimension,
         CASE WHEN dimension = 'weight' OR cardinality(classes) > 1 THEN density END, sum(amount), sum(amount * density),
         count(*), array_agg(DISTINCT substance_id) FILTER (WHERE found IS NULL)
    FROM known GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, density IS NULL
$$;
REVOKE ALL ON FUNCTION safety_sums(uuid[], uuid[], text[], text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_sums(uuid[], uuid[], text[], text[], text[]) TO sm_app;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0093_incidents_security")]

    operations: ClassVar = [
        migrations.AddField("substancefound", "unsure", models.BooleanField(default=False)),
        migrations.RunSQL(FORGET, UNFORGET),
        migrations.RunSQL(SUMS, migrations.RunSQL.noop),
    ]
