"""A company that comes again leaves again only with what it has now cleared; a licence on paper has a notice too; and the worker
opens the exit of a company whose last licence ended."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import alter, own_as, role, system
from squaremile.kernel.state_steps import steps_anew
from squaremile.residency.models.suspension import MOVES as SUSPENSION
from squaremile.residency.policies.exit_plan import USUAL_NOTICE

GUARDS = f"""
CREATE OR REPLACE FUNCTION residency_company_leaves_clean() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Every leaving has a cleared exit of its own; one that was taken back needs none. This step is not among the steps yet.
  IF OLD.state = 'resident' AND NEW.state = 'alumni' AND
    (SELECT count(*) FROM residency_departure WHERE company_id = NEW.id AND state = 'cleared')
    <= (SELECT count(*) FILTER (WHERE before = 'resident' AND after = 'alumni')
        - count(*) FILTER (WHERE before = 'alumni' AND after = 'resident')
        FROM residency_company_transition WHERE company_id = NEW.id) THEN
    RAISE EXCEPTION 'not cleared' USING ERRCODE = 'check_violation', CONSTRAINT = 'company_cleared_first';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION residency_licence_notice_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- A licence on paper has the notice of the company's terms about people.
  months int := COALESCE(
    (SELECT notice_months FROM residency_offer WHERE licence_id = NEW.licence_id),
    (SELECT t.notice_months FROM residency_people_terms t JOIN residency_licence l ON l.company_id = t.company_id
      WHERE l.id = NEW.licence_id AND t.since <= NEW.given_on ORDER BY t.since DESC LIMIT 1),
    {USUAL_NOTICE});
BEGIN
  IF NOT EXISTS (SELECT 1 FROM residency_licence WHERE id = NEW.licence_id AND state = 'in_force') THEN
    RAISE EXCEPTION 'the licence does not run' USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_notice_of_running';
  END IF;
  IF (NEW.last_day - make_interval(months => months))::date < NEW.given_on THEN
    RAISE EXCEPTION 'the notice is too short' USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_notice_in_time';
  END IF;
  RETURN NULL;
END $$;
"""
_ADMIN = own_as("company_admin", "company_id")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0190_stays_anew")]

    operations: ClassVar = [
        steps_anew("residency_suspension", noun="suspension", moves=SUSPENSION),
        migrations.RunSQL(GUARDS, migrations.RunSQL.noop),
        alter("residency_departure", insert=f"{_ADMIN} OR {role('site_director', 'programme')} OR {system('worker', 'setup')}"),
    ]
