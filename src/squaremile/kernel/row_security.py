"""Row security in migrations: policies declared per table, in the words of the `sm_…()` functions.

Every policy call is wrapped in a scalar sub-select, so that the planner evaluates it once per statement.
"""

from django.db import migrations

ACTOR = "(SELECT sm_actor())"
ORGS = "(SELECT sm_orgs())::uuid[]"
STAFF = "(SELECT sm_staff())"
ANYONE = "(SELECT sm_actor()) IS NOT NULL OR (SELECT sm_system()) <> ''"
NOBODY = "false"
WORKS = "NOT ((SELECT sm_staff_roles()) = ARRAY['auditor'] AND (SELECT sm_orgs()) = '{}')"
"""Everyone but those who are here to look on and hold no other role."""


SIGNED = f"actor IS NOT DISTINCT FROM {ACTOR} AND operator IS NOT DISTINCT FROM (SELECT sm_operator()) AND {WORKS}"
"""A step that a trigger writes under the name of whoever took it."""


def system(*purposes: str) -> str:
    """True in the named system scopes."""
    listed = ", ".join(f"'{p}'" for p in purposes)
    return f"(SELECT sm_system()) IN ({listed})"


def role(*roles: str) -> str:
    """True for staff that hold one of the roles."""
    listed = ", ".join(f"'{r}'" for r in roles)
    return f"(SELECT sm_staff_roles()) && ARRAY[{listed}]"


def own(column: str = "organisation_id") -> str:
    return f"{column} = ANY ({ORGS})"


def own_as(role: str, column: str = "organisation_id") -> str:
    """True for rows of organisations in which the asker holds that very role."""
    return f"'{role}:' || {column}::text = ANY ((SELECT sm_held())::text[])"


def alter(table: str, **rules: str) -> migrations.RunSQL:
    """Policies of `secure` said anew, one for each verb that is named. There is no way back to the old words."""
    clauses = {
        "select": "USING ({0})", "insert": "WITH CHECK ({0})", "update": "USING ({0}) WITH CHECK ({0})",
        "delete": "USING ({0})",
    }  # fmt: skip
    sql = (f"ALTER POLICY {table}_{verb} ON {table} {clauses[verb].format(rule)}" for verb, rule in rules.items())
    return migrations.RunSQL(";\n".join(sql), migrations.RunSQL.noop)


def secure(
    table: str, *, select: str, insert: str = NOBODY, update: str = NOBODY, delete: str = NOBODY
) -> migrations.RunSQL:
    """ENABLE and FORCE row security on `table`, with one policy for each verb."""
    sql = [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"]
    undo = []
    for verb, using, check in (
        ("select", select, ""),
        ("insert", "", insert),
        ("update", update, update),
        ("delete", delete, ""),
    ):
        policy = f"{table}_{verb}"
        clauses = (f" USING ({using})" if using else "") + (f" WITH CHECK ({check})" if check else "")
        sql.append(f"CREATE POLICY {policy} ON {table} FOR {verb.upper()} TO sm_app{clauses}")
        undo.append(f"DROP POLICY IF EXISTS {policy} ON {table}")
    if delete != NOBODY:
        sql.append(f"GRANT DELETE ON {table} TO sm_app")
    undo += [f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]
    return migrations.RunSQL(";\n".join(sql), ";\n".join(undo))


def append_only(*tables: str) -> migrations.RunSQL:
    """What is written there stays: the serving role may add and read, never change or remove."""
    return migrations.RunSQL(
        ";\n".join(f"REVOKE UPDATE, DELETE, TRUNCATE ON {t} FROM sm_app" for t in tables),
        ";\n".join(f"GRANT UPDATE ON {t} TO sm_app" for t in tables),
    )


def definers_look_here(prefix: str) -> migrations.RunSQL:
    """Functions that run with their owner's rights look for tables in `public` alone, and last of all among the caller's
    temporary ones, which would otherwise come first (PostgreSQL, "Writing SECURITY DEFINER Functions Safely")."""
    return migrations.RunSQL(
        f"""
DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace
    AND starts_with(p.proname, '{prefix}')
  LOOP EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', f); END LOOP;
END $$;
""",
        migrations.RunSQL.noop,
    )
