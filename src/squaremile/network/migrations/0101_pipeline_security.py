"""Row security of the way from a need to its meeting, and what must be there before each step."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, role, secure, system
from squaremile.kernel.state_steps import steps_anew

LIAISON = role("site_director", "programme")
READS = f"{LIAISON} OR {role('auditor')} OR {system('worker', 'setup')}"
KEEPS = f"{LIAISON} OR {system('setup')}"
_ENDS = ("open", "matching", "soft_check", "agenda", "meeting", "follow_up")
MOVES = (
    ("", "draft"), ("", "open"), ("draft", "open"), ("draft", "withdrawn"), ("open", "matching"), ("matching", "open"),
    ("matching", "soft_check"), ("soft_check", "matching"), ("soft_check", "agenda"), ("agenda", "matching"),
    ("agenda", "soft_check"), ("agenda", "meeting"), ("meeting", "matching"), ("meeting", "agenda"),
    ("meeting", "follow_up"), ("follow_up", "matching"), ("follow_up", "meeting"), ("closed", "matching"),
    *((state, "closed") for state in _ENDS), *((state, "withdrawn") for state in _ENDS),
)  # fmt: skip
# Company and candidate look for no row here: the inner looks at a need's detail run under its own policy.
_AGREED = "agreed_at IS NOT NULL AND EXISTS (SELECT 1 FROM network_need_detail d WHERE d.need_id = network_agenda.need_id)"
_OF_AGENDA = "EXISTS (SELECT 1 FROM network_agenda a WHERE a.id = agenda_id)"

GATES = """
CREATE FUNCTION network_need_step_ready() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE missing text;
BEGIN
  -- By its name it runs after the guard of the steps, and with the asker's eyes: whoever sees no long list moves no need along it.
  IF NEW.state = 'soft_check' AND NOT EXISTS (SELECT 1 FROM network_long_list_entry l WHERE l.need_id = NEW.id) THEN
    missing := 'need_long_list_needed';
  ELSIF NEW.state = 'agenda' AND NOT EXISTS (
    SELECT 1 FROM network_soft_check c JOIN network_long_list_entry l ON l.id = c.entry_id
    WHERE l.need_id = NEW.id AND c.answer = 'yes'
  ) THEN
    missing := 'need_yes_needed';
  ELSIF NEW.state = 'meeting' AND NOT EXISTS (
    SELECT 1 FROM network_agenda a WHERE a.need_id = NEW.id AND a.agreed_at IS NOT NULL
  ) THEN
    missing := 'need_agenda_needed';
  ELSIF NEW.state = 'follow_up' AND NOT EXISTS (
    SELECT 1 FROM network_interaction i WHERE i.need_id = NEW.id AND i.kind IN ('meeting', 'visit')
      AND (i.minutes_ko <> '' OR i.minutes_en <> '')
  ) AND NOT EXISTS (
    SELECT 1 FROM network_agenda a JOIN network_agenda_person p ON p.agenda_id = a.id
    JOIN network_visit_stop s ON s.wish_id = p.wish_id WHERE a.need_id = NEW.id AND s.minuted_at IS NOT NULL
  ) THEN
    missing := 'need_minutes_needed';
  END IF;
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'a need cannot go to % yet', NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = missing;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER network_need_step_ready AFTER UPDATE OF state ON network_need
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION network_need_step_ready();
"""
CHECKS = """
-- As policies/discretion.py looks: one form of every letter, legal forms aside, and neither spaces nor hyphens hide a name.
CREATE FUNCTION network_name_plain(said text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(lower(normalize(coalesce(said, ''), NFKC)),
    '주식회사|유한회사|재단법인|사단법인|\\(주\\)|\\(유\\)|\\m(inc|ltd|llc|corp|gmbh|co|plc|ag)\\M\\.?', ' ', 'g')
$$;
CREATE FUNCTION network_name_bare(said text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(lower(normalize(coalesce(said, ''), NFKC)), '[\\s!-/:-@\\[-`{-~·‧•–—]', '', 'g')
$$;
-- Two syllables where a word begins; up to four Latin letters as a word of their own; longer names anywhere.
CREATE FUNCTION network_tells(said text, name text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE core text := network_name_bare(network_name_plain(name));
BEGIN
  IF core ~ '^[가-힣]{2}$' THEN
    RETURN network_name_plain(said) ~ ('(^|[^가-힣a-z0-9])' || core);
  ELSIF length(core) < 3 THEN
    RETURN false;
  ELSIF core ~ '^[a-z0-9]{3,4}$' THEN
    RETURN network_name_plain(said) ~ ('(^|[^a-z0-9])' || core || '($|[^a-z0-9])');
  END IF;
  RETURN position(core IN network_name_bare(said)) > 0;
END $$;
CREATE FUNCTION network_soft_check_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE said text; asks record;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.code, NEW.entry_id, NEW.way, NEW.question_ko, NEW.question_en, NEW.asked_at, NEW.asked_by_id)
       IS DISTINCT FROM ROW(OLD.code, OLD.entry_id, OLD.way, OLD.question_ko, OLD.question_en, OLD.asked_at, OLD.asked_by_id)
       OR OLD.answer <> '' THEN
      RAISE EXCEPTION 'a question that was asked and an answer that was given stay'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'soft_check_stands';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM network_need n JOIN network_long_list_entry l ON l.need_id = n.id
    WHERE l.id = NEW.entry_id AND n.state IN ('soft_check', 'agenda')
  ) THEN
    RAISE EXCEPTION 'candidates are not asked now' USING ERRCODE = 'check_violation', CONSTRAINT = 'soft_check_in_turn';
  END IF;
  said := NEW.question_ko || E'\\n' || NEW.question_en;
  SELECT o.name_ko AS a, o.name_en AS b, p.name_ko AS c, p.name_en AS d INTO asks
    FROM network_long_list_entry l JOIN network_need_detail t ON t.need_id = l.need_id
    LEFT JOIN core_organisation o ON o.id = t.organisation_id LEFT JOIN network_partner p ON p.id = t.partner_id
    WHERE l.id = NEW.entry_id;
  IF EXISTS (
    SELECT 1 FROM unnest(ARRAY[asks.a, asks.b, asks.c, asks.d]) AS name
    WHERE network_tells(said, name)
  ) THEN
    RAISE EXCEPTION 'the question says who asks' USING ERRCODE = 'check_violation', CONSTRAINT = 'soft_check_names_nobody';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER network_soft_check_guard BEFORE UPDATE ON network_soft_check
  FOR EACH ROW EXECUTE FUNCTION network_soft_check_guard();
-- After row security has spoken: whoever may not ask is told nothing of the need.
CREATE TRIGGER network_soft_check_asked AFTER INSERT ON network_soft_check
  FOR EACH ROW EXECUTE FUNCTION network_soft_check_guard();
"""
AGENDA = """
CREATE FUNCTION network_agenda_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.agreed_at IS NOT NULL OR TG_OP = 'UPDATE' AND OLD.agreed_at IS NOT NULL THEN
    RAISE EXCEPTION 'an agreed agenda stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'agenda_stands';
  END IF;
  IF NEW.agreed_at IS NOT NULL AND NOT (
    EXISTS (SELECT 1 FROM network_agenda_subject s WHERE s.agenda_id = NEW.id)
    AND EXISTS (SELECT 1 FROM network_agenda_person p WHERE p.agenda_id = NEW.id AND p.side = 'candidate')
  ) THEN
    RAISE EXCEPTION 'an agenda wants subjects and people' USING ERRCODE = 'check_violation', CONSTRAINT = 'agenda_complete';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER network_agenda_guard BEFORE UPDATE ON network_agenda
  FOR EACH ROW EXECUTE FUNCTION network_agenda_guard();
CREATE TRIGGER network_agenda_drafted AFTER INSERT ON network_agenda
  FOR EACH ROW EXECUTE FUNCTION network_agenda_guard();
CREATE FUNCTION network_agenda_parts_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE its uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.agenda_id ELSE NEW.agenda_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM network_agenda a WHERE a.id = its AND a.agreed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an agreed agenda stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'agenda_stands';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER network_agenda_subject_guard BEFORE INSERT OR UPDATE OR DELETE ON network_agenda_subject
  FOR EACH ROW EXECUTE FUNCTION network_agenda_parts_guard();
CREATE TRIGGER network_agenda_person_guard BEFORE INSERT OR DELETE ON network_agenda_person
  FOR EACH ROW EXECUTE FUNCTION network_agenda_parts_guard();
CREATE TRIGGER network_agenda_person_stands
  BEFORE UPDATE OF agenda_id, side, check_said_id, name_ko, name_en ON network_agenda_person
  FOR EACH ROW EXECUTE FUNCTION network_agenda_parts_guard();
CREATE FUNCTION network_agenda_person_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM network_soft_check c JOIN network_long_list_entry l ON l.id = c.entry_id
    JOIN network_agenda a ON a.need_id = l.need_id WHERE c.id = NEW.check_said_id AND a.id = NEW.agenda_id AND c.answer = 'yes'
  ) THEN
    RAISE EXCEPTION 'only who said yes is on an agenda' USING ERRCODE = 'check_violation', CONSTRAINT = 'agenda_person_agreed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER network_agenda_person_agreed BEFORE INSERT OR UPDATE OF check_said_id ON network_agenda_person
  FOR EACH ROW WHEN (NEW.side = 'candidate') EXECUTE FUNCTION network_agenda_person_agreed();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0100_pipeline")]

    operations: ClassVar = [
        steps_anew("network_need", noun="need", moves=MOVES),
        secure("network_long_list_entry", select=READS, insert=f"added_by_id = {ACTOR} AND ({KEEPS})", update=KEEPS, delete=KEEPS),
        secure("network_soft_check", select=READS, insert=f"asked_by_id = {ACTOR} AND ({KEEPS})", update=KEEPS),
        secure("network_agenda", select=f"{READS} OR {_AGREED}", insert=KEEPS, update=KEEPS),
        secure("network_agenda_subject", select=_OF_AGENDA, insert=KEEPS, update=KEEPS, delete=KEEPS),
        secure("network_agenda_person", select=_OF_AGENDA, insert=KEEPS, update=KEEPS, delete=KEEPS),
        migrations.RunSQL(GATES, "DROP FUNCTION network_need_step_ready() CASCADE"),
        migrations.RunSQL(
            CHECKS,
            "DROP FUNCTION network_soft_check_guard() CASCADE; DROP FUNCTION network_tells(text, text);"
            " DROP FUNCTION network_name_bare(text); DROP FUNCTION network_name_plain(text)",
        ),
        migrations.RunSQL(
            AGENDA,
            "DROP FUNCTION network_agenda_guard() CASCADE; DROP FUNCTION network_agenda_parts_guard() CASCADE;"
            " DROP FUNCTION network_agenda_person_agreed() CASCADE",
        ),
    ]
