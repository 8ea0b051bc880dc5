"""Who agrees with a company's own classes; and sums that are told which classes nobody but the company itself stands for."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ORGS, alter, append_only, role, secure, system

_MACHINE = system("setup", "import")
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
STOCK = f"""
CREATE POLICY safety_class_agreement_definer ON safety_class_agreement FOR SELECT TO sm_owner USING (true);
DROP FUNCTION safety_stock(uuid[], uuid[]);
-- `entered`: classes that count as they are, of the shared register or agreed by safety. `claimed`: those that a company
-- entered for its own substance and that safety has not agreed with. `own`: the substance is of a company's own register.
CREATE FUNCTION safety_stock(p_areas uuid[], p_mine uuid[])
RETURNS TABLE (area uuid, mine boolean, cas text, phase text, density numeric, flash_c numeric, boil_c numeric,
               autoignition_c numeric, soluble boolean, entered jsonb, condition text, in_cabinet boolean,
               dimension text, amount numeric, containers bigint, claimed jsonb, own boolean)
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
         COALESCE(k.entered, '{{}}'::jsonb), live.condition, live.in_cabinet, live.dimension, live.amount, live.containers,
         COALESCE(k.claimed, '{{}}'::jsonb), s.organisation_id IS NOT NULL
    FROM live JOIN safety_substance s ON s.id = live.substance_id
    LEFT JOIN LATERAL (
      SELECT jsonb_object_agg(c.scheme, to_jsonb(c.classes)) FILTER (WHERE a.id IS NOT NULL OR s.organisation_id IS NULL) AS entered,
             jsonb_object_agg(c.scheme, to_jsonb(c.classes)) FILTER (WHERE a.id IS NULL AND s.organisation_id IS NOT NULL) AS claimed
        FROM safety_substance_class c LEFT JOIN safety_class_agreement a ON a.entry_id = c.id
       WHERE c.substance_id = s.id AND c.current) k ON true
$$;
REVOKE ALL ON FUNCTION safety_stock(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safety_stock(uuid[], uuid[]) TO sm_app;
"""
NAMED = f"(entered_by_id = {ACTOR} OR {_MACHINE})"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0063_gates_and_agreements")]

    operations: ClassVar = [
        secure(
            "safety_class_agreement", select="EXISTS (SELECT 1 FROM safety_substance_class c WHERE c.id = entry_id)",
            insert=f"{role('site_director', 'safety_officer')} AND person_id = {ACTOR} OR {system('setup')}",
        ),
        append_only("safety_class_agreement"),
        # Whoever enters classes does so in her own name.
        alter(
            "safety_substance_class",
            insert=f"({_SAFETY} OR EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = substance_id"
            f" AND s.organisation_id = ANY ({ORGS}))) AND {NAMED}",
        ),
        migrations.RunSQL(STOCK, migrations.RunSQL.noop),
    ]
