"""Counts of rooms and the labels scanned in them: who may see and write them, and what a closed count refuses."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import ACTOR, WORKS, append_only, own, role, secure, system

_MACHINE = system("setup", "import")
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {_MACHINE}"
_SEEN = "EXISTS (SELECT 1 FROM safety_stock_count c WHERE c.id = count_id)"
_WRITTEN = f"{own()} AND {WORKS} OR {_SAFETY}"
GUARDS = """
CREATE FUNCTION safety_stock_count_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM safety_stock_count c WHERE c.id IN (SELECT DISTINCT count_id FROM fresh) AND c.closed_at IS NULL FOR SHARE;
  IF EXISTS (SELECT 1 FROM fresh) AND NOT FOUND THEN
    RAISE EXCEPTION 'the count is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'stock_count_open';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_stock_count_open AFTER INSERT ON safety_stock_scan REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION safety_stock_count_open();

CREATE FUNCTION safety_stock_count_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the count is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'stock_count_closed';
END $$;
CREATE TRIGGER safety_stock_count_closed AFTER UPDATE ON safety_stock_count
  FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION safety_stock_count_closed();
"""
UNGUARDS = """
DROP TRIGGER safety_stock_count_closed ON safety_stock_count; DROP FUNCTION safety_stock_count_closed();
DROP TRIGGER safety_stock_count_open ON safety_stock_scan; DROP FUNCTION safety_stock_count_open();
"""


def _key() -> tuple[str, models.UUIDField]:
    return "id", models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)


def _to(model: str, *, null: bool = False, name: str = "+") -> models.ForeignKey:
    return models.ForeignKey(null=null, on_delete=django.db.models.deletion.PROTECT, related_name=name, to=model)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0070_found"), ("core", "0013_door_key_security"), ("spaces", "0008_worker_frees")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="StockCount",
            fields=[
                _key(), ("code", models.CharField(max_length=20, unique=True)), ("began_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)), ("result", models.JSONField(null=True)),
                ("organisation", _to("core.organisation", null=True)), ("person", _to("core.user", null=True)),
                ("room", _to("spaces.place")),
            ],
            options={
                "db_table": "safety_stock_count",
                "indexes": [
                    models.Index(fields=["organisation", "-began_at"], name="stock_count_of_company"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closed_at", None), ("result", None))
                        | models.Q(("closed_at__isnull", False), ("result__isnull", False)),
                        name="stock_count_closed_with_result",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None)), fields=("room", "organisation"), name="stock_count_one_at_a_time",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StockScan",
            fields=[
                _key(), ("label", models.CharField(max_length=20)), ("at", models.DateTimeField()),
                ("count", _to("safety.stockcount", name="scans")),
            ],
            options={
                "db_table": "safety_stock_scan",
                "constraints": [
                    models.UniqueConstraint(fields=("count", "label"), name="stock_scan_once"),
                ],
            },
        ),
        secure(
            "safety_stock_count", select=f"{own()} OR {_WATCH}",
            insert=f"({own()} AND person_id = {ACTOR}) AND {WORKS} OR {_SAFETY}", update=_WRITTEN,
        ),
        secure(
            "safety_stock_scan", select=_SEEN,
            insert=f"EXISTS (SELECT 1 FROM safety_stock_count c WHERE c.id = count_id AND ({own('c.organisation_id')} AND {WORKS} OR {_SAFETY}))",
        ),
        append_only("safety_stock_scan"),
        migrations.RunSQL(
            "REVOKE UPDATE ON safety_stock_count FROM sm_app; GRANT UPDATE (closed_at, result) ON safety_stock_count TO sm_app",
            "GRANT UPDATE ON safety_stock_count TO sm_app",
        ),
        migrations.RunSQL(GUARDS, UNGUARDS),
    ]  # fmt: skip
