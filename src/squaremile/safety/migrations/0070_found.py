"""Classes of substances are kept as they are found, so that a verdict adds up what stands in an area by its classes, in the
database. `safety_sums` takes the place of `safety_stock`: it tells less, as no substance comes out of it."""

from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import ANYONE, alter, own, role, secure, system

_MACHINE = system("setup", "import")
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {_MACHINE}"
_WEIGHING = system("weighing")

FORGET = """
CREATE POLICY safety_substance_found_definer ON safety_substance_found TO sm_owner USING (true);
-- Exclusive here, shared where classes are found (reads/weighing): nothing found before the change is kept after it.
CREATE FUNCTION safety_substance_forgotten() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  which uuid := CASE WHEN TG_TABLE_NAME = 'safety_substance' THEN (to_jsonb(NEW) ->> 'id')::uuid
                     ELSE (to_jsonb(NEW) ->> 'substance_id')::uuid END;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('safety_substance_found', 61));
  DELETE FROM safety_substance_found WHERE substance_id = which;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_substance_forgotten AFTER UPDATE ON safety_substance
  FOR EACH ROW EXECUTE FUNCTION safety_substance_forgotten();
CREATE TRIGGER safety_substance_class_forgotten AFTER INSERT OR UPDATE ON safety_substance_class
  FOR EACH ROW EXECUTE FUNCTION safety_substance_forgotten();
"""
UNFORGET = """
DROP TRIGGER safety_substance_class_forgotten ON safety_substance_class;
DROP TRIGGER safety_substance_forgotten ON safety_substance;
DROP FUNCTION safety_substance_forgotten();
DROP POLICY safety_substance_found_definer ON safety_substance_found;
"""
SUMS = f"""
DROP FUNCTION safety_stock(uuid[], uuid[]);
-- What stands in some areas, added up by class: nobody's name, no company, no code and no substance but those whose classes
-- nobody has found yet. `mine` parts the asker's own from the rest. Read by squaremile.safety.reads.weighing alone.
CREATE FUNCTION safety_sums(p_areas uuid[], p_mine uuid[], p_packs text[], p_digests text[], p_classes text[])
RETURNS TABLE (area uuid, mine boolean, pack text, classes text[], certainty text, phase text, condition text,
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
    SELECT live.*, h.pack, f.id AS found, f.classes, f.certainty, f.density, s.phase
      FROM live CROSS JOIN unnest(p_packs, p_digests, p_classes) AS h(pack, digest, classes)
      JOIN safety_substance s ON s.id = live.substance_id
      LEFT JOIN safety_substance_found f ON f.substance_id = live.substance_id AND f.pack = h.pack AND f.digest = h.digest
     WHERE h.classes IS NULL OR f.id IS NULL OR f.classes::text[] && string_to_array(h.classes, ','))
  SELECT area_id, mine, pack, classes::text[], certainty, phase, condition, in_cabinet, dimension,
         CASE WHEN dimension = 'weight' OR cardinality(classes) > 1 THEN density END, sum(amount), sum(amount * density),
         count(*), array_agg(DISTINCT substance_id) FILTER (WHERE found IS NULL)
    FROM known GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, density IS NULL
$$;
REVOKE ALL ON FUNCTION safety_sums(uuid[], uuid[], text[], text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_sums(uuid[], uuid[], text[], text[], text[]) TO sm_app;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0064_agreement_security")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="SubstanceFound",
            fields=[
                ("id", models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("pack", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=64)),
                ("classes", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), size=None)),
                ("certainty", models.CharField(blank=True, max_length=1)),
                ("density", models.DecimalField(decimal_places=4, max_digits=8, null=True)),
                ("substance", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="safety.substance")),
            ],
            options={
                "db_table": "safety_substance_found",
                "constraints": [
                    models.UniqueConstraint(fields=("substance", "pack"), name="substance_found_once"),
                ],
            },
        ),
        secure("safety_substance_found", select=_WEIGHING, insert=_WEIGHING, update=_WEIGHING),
        migrations.RunSQL(FORGET, UNFORGET),
        alter(
            "safety_substance",
            select=f"organisation_id IS NULL AND ({ANYONE}) OR {own()} OR {_WATCH} OR {_WEIGHING}",
        ),
        migrations.RunSQL(SUMS, migrations.RunSQL.noop),
    ]
