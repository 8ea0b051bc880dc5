"""Components are seen by whoever sees the mixture: a company's own are its own. What the database itself refuses of them."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ORGS, WORKS, append_only, role, secure, system

_MACHINE = system("setup", "import")
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
_NAMED = f"(entered_by_id = {ACTOR} OR {_MACHINE})"
_SUBSTANCE = "EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = substance_id)"
_OURS = f"EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = substance_id AND s.organisation_id = ANY ({ORGS}))"
_COMPOSITION = "EXISTS (SELECT 1 FROM safety_composition c WHERE c.id = composition_id)"
_IN_OURS = (
    "EXISTS (SELECT 1 FROM safety_composition c JOIN safety_substance s ON s.id = c.substance_id"
    f" WHERE c.id = composition_id AND s.organisation_id = ANY ({ORGS}))"
)

GUARDS = """
CREATE FUNCTION safety_composition_sound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM safety_substance s WHERE s.id = NEW.substance_id AND s.mixture) THEN
    RAISE EXCEPTION 'only a mixture has components' USING ERRCODE = 'check_violation', CONSTRAINT = 'composition_of_mixture';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_composition_sound AFTER INSERT ON safety_composition
  FOR EACH ROW EXECUTE FUNCTION safety_composition_sound();

CREATE FUNCTION safety_component_sound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.substance_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM safety_substance s, safety_composition c JOIN safety_substance m ON m.id = c.substance_id
       WHERE s.id = NEW.substance_id AND c.id = NEW.composition_id AND NOT s.mixture
         AND (s.organisation_id IS NULL OR s.organisation_id = m.organisation_id)) THEN
    RAISE EXCEPTION 'the component is of another register, or a mixture' USING ERRCODE = 'check_violation', CONSTRAINT = 'component_its_own';
  END IF;
  IF (SELECT sum(o.low) FROM safety_component o WHERE o.composition_id = NEW.composition_id) > 100 THEN
    RAISE EXCEPTION 'more than the whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'component_shares_sum';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_component_sound AFTER INSERT ON safety_component
  FOR EACH ROW EXECUTE FUNCTION safety_component_sound();

-- What is in a mixture is no mixture: one look at its components tells everything. Whoever may write a substance sees every
-- mixture that may name it.
CREATE FUNCTION safety_substance_mixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.mixture THEN
    RAISE EXCEPTION 'a mixture stays one' USING ERRCODE = 'check_violation', CONSTRAINT = 'substance_stays_mixture';
  END IF;
  IF EXISTS (SELECT 1 FROM safety_component o JOIN safety_composition c ON c.id = o.composition_id
      WHERE o.substance_id = NEW.id AND c.current) THEN
    RAISE EXCEPTION 'it is a component of a mixture' USING ERRCODE = 'check_violation', CONSTRAINT = 'substance_is_component';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_substance_mixed AFTER UPDATE ON safety_substance
  FOR EACH ROW WHEN (OLD.mixture <> NEW.mixture) EXECUTE FUNCTION safety_substance_mixed();
"""
UNGUARDS = """
DROP TRIGGER safety_substance_mixed ON safety_substance; DROP FUNCTION safety_substance_mixed();
DROP TRIGGER safety_component_sound ON safety_component; DROP FUNCTION safety_component_sound();
DROP TRIGGER safety_composition_sound ON safety_composition; DROP FUNCTION safety_composition_sound();
"""
_ONLY = "REVOKE UPDATE ON safety_composition FROM sm_app; GRANT UPDATE (current) ON safety_composition TO sm_app"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0190_mixtures")]

    operations: ClassVar = [
        secure(
            "safety_composition", select=_SUBSTANCE, insert=f"({_SAFETY} OR {_OURS}) AND {_NAMED} AND {WORKS}",
            update=f"({_SAFETY} OR {_OURS}) AND {WORKS}",
        ),
        secure("safety_component", select=_COMPOSITION, insert=f"({_SAFETY} OR {_IN_OURS}) AND {WORKS}"),
        append_only("safety_component"),
        migrations.RunSQL(_ONLY, "GRANT UPDATE ON safety_composition TO sm_app"),
        migrations.RunSQL(GUARDS, UNGUARDS),
    ]
