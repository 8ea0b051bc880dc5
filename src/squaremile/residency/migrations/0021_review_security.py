"""Reviewers see copies of what they judge and nothing that says whose it is; who has a conflict cannot be given it."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import (
    ACTOR,
    SIGNED,
    append_only,
    definers_look_here,
    own,
    own_as,
    role,
    secure,
)
from squaremile.kernel.state_steps import steps
from squaremile.residency.models.review import MOVES, REVIEW_MOVES

_KEEPERS = role("site_director", "programme")
_SEES = role("site_director", "programme", "auditor")
_HERS = (
    f"({own_as('reviewer', 'reviewer_id')} OR {ACTOR} IS NOT NULL AND EXISTS ("
    f"SELECT 1 FROM residency_reviewer r WHERE r.id = reviewer_id AND r.person_id = {ACTOR}))"
)
_GIVEN = (
    "EXISTS (SELECT 1 FROM residency_review v WHERE v.round_id = residency_review_paper.round_id"
    " AND v.application_id = residency_review_paper.application_id AND v.state <> 'barred'"
    f" AND ({own_as('reviewer', 'v.reviewer_id')} OR {ACTOR} IS NOT NULL AND EXISTS ("
    f"SELECT 1 FROM residency_reviewer r WHERE r.id = v.reviewer_id AND r.person_id = {ACTOR})))"
)
_DEFINED = ("residency_application", "residency_reviewer", "residency_review_conflict", "residency_review_round")

GUARDS = """
CREATE FUNCTION residency_conflicts_found(p_call uuid)
RETURNS TABLE (application uuid, reviewer uuid, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH asked AS (SELECT (SELECT sm_staff_roles()) && ARRAY['site_director', 'programme'] AS may),
  applying AS (
    SELECT a.id, a.company_id FROM residency_application a, asked WHERE asked.may AND a.call_id = p_call
  ),
  addresses AS (
    SELECT a.id, lower(k.email) AS email FROM applying a JOIN core_door_key k ON k.holder = a.company_id
    UNION
    SELECT a.id, lower(u.email) FROM applying a JOIN core_role_grant g ON g.organisation_id = a.company_id
      JOIN core_user u ON u.id = g.user_id
  )
  SELECT a.id, r.id, 'same_organisation' FROM applying a
    JOIN core_role_grant g ON g.organisation_id = a.company_id JOIN residency_reviewer r ON r.person_id = g.user_id
  UNION
  SELECT d.id, r.id, 'same_domain' FROM addresses d JOIN residency_reviewer r
    ON lower(r.contact) = d.email
    OR split_part(lower(r.contact), '@', 2) = split_part(d.email, '@', 2)
      AND split_part(d.email, '@', 2) NOT IN (
        'gmail.com', 'naver.com', 'daum.net', 'hanmail.net', 'kakao.com', 'nate.com', 'outlook.com', 'hotmail.com',
        'icloud.com', 'yahoo.com', 'proton.me', 'protonmail.com')
$$;
REVOKE ALL ON FUNCTION residency_conflicts_found(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION residency_conflicts_found(uuid) TO sm_app;

CREATE FUNCTION residency_review_free() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM residency_review_conflict c
      WHERE c.application_id = NEW.application_id AND c.reviewer_id = NEW.reviewer_id)
    OR EXISTS (SELECT 1 FROM residency_application a, residency_conflicts_found(a.call_id) f
      WHERE a.id = NEW.application_id AND f.application = a.id AND f.reviewer = NEW.reviewer_id) THEN
    RAISE EXCEPTION 'the reviewer has a conflict' USING ERRCODE = 'check_violation', CONSTRAINT = 'review_no_conflict';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM residency_review_round d JOIN residency_application a ON a.call_id = d.call_id
      WHERE d.id = NEW.round_id AND a.id = NEW.application_id AND a.state = 'review') THEN
    RAISE EXCEPTION 'the application is not in this review' USING ERRCODE = 'check_violation', CONSTRAINT = 'review_of_round';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_review_free AFTER INSERT ON residency_review
  FOR EACH ROW EXECUTE FUNCTION residency_review_free();

CREATE FUNCTION residency_review_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF (NEW.round_id, NEW.application_id, NEW.reviewer_id, NEW.code, NEW.rubric, NEW.blind)
      IS DISTINCT FROM (OLD.round_id, OLD.application_id, OLD.reviewer_id, OLD.code, OLD.rubric, OLD.blind)
    OR OLD.state <> 'given' AND (NEW.points, NEW.total, NEW.comment, NEW.submitted_at)
      IS DISTINCT FROM (OLD.points, OLD.total, OLD.comment, OLD.submitted_at) THEN
    RAISE EXCEPTION 'a review that was handed in stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'review_stands';
  END IF;
  IF NEW.state <> 'barred' AND NOT EXISTS (
      SELECT 1 FROM residency_review_round d WHERE d.id = NEW.round_id AND d.state = 'open') THEN
    RAISE EXCEPTION 'the round is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'review_in_time';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_review_stands AFTER UPDATE ON residency_review
  FOR EACH ROW EXECUTE FUNCTION residency_review_stands();

-- With the rights of whoever declares it: she may take away what is hers, and staff anything.
CREATE FUNCTION residency_review_conflict_bars() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE residency_review SET state = 'barred'
   WHERE application_id = NEW.application_id AND reviewer_id = NEW.reviewer_id AND state <> 'barred';
  RETURN NULL;
END $$;
CREATE TRIGGER residency_review_conflict_bars AFTER INSERT ON residency_review_conflict
  FOR EACH ROW EXECUTE FUNCTION residency_review_conflict_bars();

CREATE FUNCTION residency_decision_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.told_at IS NOT NULL OR (to_jsonb(NEW) - 'told_at') <> (to_jsonb(OLD) - 'told_at') THEN
    RAISE EXCEPTION 'a decision stays, and is told once' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_stands';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_decision_stands AFTER UPDATE ON residency_decision
  FOR EACH ROW EXECUTE FUNCTION residency_decision_stands();
"""
DEFINERS = ";\n".join(f"CREATE POLICY {t}_definer_reads ON {t} FOR SELECT TO sm_owner USING (true)" for t in _DEFINED)
UNDO = """
DROP TRIGGER residency_decision_stands ON residency_decision;
DROP TRIGGER residency_review_conflict_bars ON residency_review_conflict;
DROP TRIGGER residency_review_stands ON residency_review; DROP TRIGGER residency_review_free ON residency_review;
DROP FUNCTION residency_decision_stands(), residency_review_conflict_bars(), residency_review_stands(),
  residency_review_free(), residency_conflicts_found(uuid);
"""
UNDEFINERS = ";\n".join(f"DROP POLICY {t}_definer_reads ON {t}" for t in _DEFINED)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0020_review"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        secure("residency_review_round", select=_SEES, insert=_KEEPERS, update=_KEEPERS),
        steps("residency_review_round", noun="review_round", moves=MOVES),
        secure("residency_review_round_transition", select=_SEES, insert=SIGNED),
        secure("residency_review", select=f"{_SEES} OR {_HERS}", insert=_KEEPERS, update=f"{_KEEPERS} OR {_HERS}"),
        steps("residency_review", noun="review", moves=REVIEW_MOVES),
        secure("residency_review_transition", select=_SEES, insert=SIGNED),
        secure("residency_review_paper", select=f"{_SEES} OR {_GIVEN}", insert=_KEEPERS),
        secure("residency_review_conflict", select=f"{_SEES} OR {_HERS}", insert=(
            f"{_KEEPERS} OR {_HERS} AND kind::text <> ALL (ARRAY['same_organisation', 'same_domain'])"
        )),
        secure("residency_decision", select=f"{_SEES} OR {own('company_id')} AND told_at IS NOT NULL", insert=_KEEPERS,
               update=_KEEPERS),
        append_only(
            "residency_review_round_transition", "residency_review_transition", "residency_review_paper",
            "residency_review_conflict",
        ),
        migrations.RunSQL(DEFINERS, UNDEFINERS),
        migrations.RunSQL(GUARDS, UNDO),
        definers_look_here("residency_"),
    ]
