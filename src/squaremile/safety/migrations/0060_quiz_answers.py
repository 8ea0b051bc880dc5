"""Right answers are in a table of their own, which those who edit courses read; the database alone marks an attempt."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import append_only, role, secure, system

_KEEPERS = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {system('setup', 'import')}"

MOVED = """
ALTER TABLE safety_course_version NO FORCE ROW LEVEL SECURITY;
INSERT INTO safety_course_answers (id, version_id, "right")
SELECT gen_random_uuid(), v.id, (SELECT jsonb_agg(q.body -> 'right' ORDER BY q.n)
         FROM jsonb_array_elements(v.questions) WITH ORDINALITY AS q(body, n))
  FROM safety_course_version v WHERE jsonb_array_length(v.questions) > 0;
UPDATE safety_course_version v SET questions = (
  SELECT jsonb_agg(jsonb_build_object(
           'ask_ko', COALESCE(NULLIF(q.body ->> 'ask_ko', ''), q.body ->> 'ask_en'),
           'ask_en', COALESCE(NULLIF(q.body ->> 'ask_en', ''), q.body ->> 'ask_ko'),
           'choices', (SELECT jsonb_agg(jsonb_build_object(
                'ko', COALESCE(NULLIF(c.body ->> 'ko', ''), c.body ->> 'en'), 'en', COALESCE(NULLIF(c.body ->> 'en', ''), c.body ->> 'ko'))
                ORDER BY c.n) FROM jsonb_array_elements(q.body -> 'choices') WITH ORDINALITY AS c(body, n)),
           'several', (SELECT count(DISTINCT r) > 1 FROM jsonb_array_elements_text(q.body -> 'right') AS r)) ORDER BY q.n)
    FROM jsonb_array_elements(v.questions) WITH ORDINALITY AS q(body, n))
 WHERE jsonb_array_length(v.questions) > 0;
ALTER TABLE safety_course_version FORCE ROW LEVEL SECURITY;
"""
MARKING = """
CREATE POLICY safety_course_answers_definer ON safety_course_answers FOR SELECT TO sm_owner USING (true);
CREATE POLICY safety_course_version_definer ON safety_course_version FOR SELECT TO sm_owner USING (true);
DROP TRIGGER safety_quiz_attempt_marked ON safety_quiz_attempt; DROP FUNCTION safety_quiz_attempt_marked();
-- An attempt is worth what its answers are worth, whoever says otherwise: every question counts whose chosen answers are
-- exactly the right ones; what is not answered is wrong. It runs before the row is kept, so that nobody who answers has to
-- read what is right. (Answers count from 1, right ones from 0.)
CREATE FUNCTION safety_quiz_marked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  good jsonb;
  wanted int;
BEGIN
  SELECT a."right", v.pass_percent INTO good, wanted
    FROM safety_course_answers a JOIN safety_course_version v ON v.id = a.version_id WHERE a.version_id = NEW.version_id;
  NEW.out_of := COALESCE(jsonb_array_length(good), 0);
  SELECT count(*) INTO NEW."right" FROM jsonb_array_elements(good) WITH ORDINALITY AS q(body, n)
   WHERE (SELECT COALESCE(array_agg(DISTINCT x::numeric ORDER BY x::numeric), '{}') FROM jsonb_array_elements_text(q.body) AS x)
       = (SELECT COALESCE(array_agg(DISTINCT y::numeric - 1 ORDER BY y::numeric - 1), '{}')
            FROM jsonb_array_elements_text(COALESCE(NEW.answers -> q.n::text, '[]')) AS y);
  NEW.passed := NEW.out_of > 0 AND NEW."right" * 100 >= wanted * NEW.out_of;
  RETURN NEW;
END $$;
CREATE TRIGGER safety_quiz_marked BEFORE INSERT ON safety_quiz_attempt FOR EACH ROW EXECUTE FUNCTION safety_quiz_marked();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0051_weighing")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="CourseAnswers",
            fields=[
                ("id", models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("right", models.JSONField()),
                ("version", models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="safety.courseversion")),
            ],
            options={"db_table": "safety_course_answers"},
        ),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RunSQL(MOVED, migrations.RunSQL.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        secure("safety_course_answers", select=_KEEPERS, insert=_KEEPERS),
        append_only("safety_course_answers"),
        migrations.RunSQL(MARKING, migrations.RunSQL.noop),
    ]  # fmt: skip
