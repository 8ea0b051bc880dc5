"""State machines in migrations: which steps a row may take, and a row for each step taken, kept by the database."""

from collections.abc import Iterable

from django.db import migrations


def steps(
    table: str, *, noun: str, moves: Iterable[tuple[str, str]], column: str = "state"
) -> migrations.RunSQL:
    """Guard `column` of `table` and write every change into `<table>_transition`.

    `moves` are (before, after); before is empty for the first state of a new row. The transition table has the
    columns id, <noun>_id, before, after, at, actor, operator. A step that is not among `moves` breaks the constraint
    `<noun>_step_allowed`, which operations map to a refusal.
    """
    function = f"{table}_step"
    sql = f"""
CREATE {_guard(table, noun, moves, column)}
CREATE TRIGGER {function} AFTER INSERT OR UPDATE OF {column} ON {table}
  FOR EACH ROW EXECUTE FUNCTION {function}();
"""
    return migrations.RunSQL(sql, f"DROP TRIGGER {function} ON {table}; DROP FUNCTION {function}();")


def steps_anew(
    table: str, *, noun: str, moves: Iterable[tuple[str, str]], column: str = "state"
) -> migrations.RunSQL:
    """Other moves for a table that `steps` guards already. There is no way back to the old ones."""
    return migrations.RunSQL(f"CREATE OR REPLACE {_guard(table, noun, moves, column)}", migrations.RunSQL.noop)


def _guard(table: str, noun: str, moves: Iterable[tuple[str, str]], column: str) -> str:
    allowed = ", ".join(f"('{before}', '{after}')" for before, after in moves)
    return f"""FUNCTION {table}_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text := CASE WHEN TG_OP = 'UPDATE' THEN OLD.{column} ELSE '' END;
BEGIN
  IF NEW.{column} = before THEN RETURN NULL; END IF;
  IF NOT (before, NEW.{column}) IN ({allowed}) THEN
    RAISE EXCEPTION '{noun} cannot go from % to %', before, NEW.{column}
      USING ERRCODE = 'check_violation', CONSTRAINT = '{noun}_step_allowed';
  END IF;
  INSERT INTO {table}_transition (id, {noun}_id, before, after, at, actor, operator)
  VALUES (gen_random_uuid(), NEW.id, before, NEW.{column},
          now(), sm_actor(), sm_operator());
  RETURN NULL;
END $$;
"""
