"""Who is asked changes her answer alone; who withdraws consent leaves no copy of how she is reached."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import role, system

STAFF = role("site_director", "programme")
# Runs with the asker's eyes. Staff write the message; both sides, and the letter, only take steps.
WORDS = f"""
CREATE FUNCTION network_introduction_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {STAFF} OR {system('import', 'setup')} THEN RETURN NEW; END IF;
  IF (OLD.id, OLD.code, OLD.person_id, OLD.lab_id, OLD.target_id, OLD.message_ko, OLD.message_en, OLD.anonymous,
      OLD.created_at, OLD.asked_at) IS DISTINCT FROM
     (NEW.id, NEW.code, NEW.person_id, NEW.lab_id, NEW.target_id, NEW.message_ko, NEW.message_en, NEW.anonymous,
      NEW.created_at, NEW.asked_at) THEN
    RAISE EXCEPTION 'what was asked stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'introduction_words_stand';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER network_introduction_guard BEFORE UPDATE ON network_introduction
  FOR EACH ROW EXECUTE FUNCTION network_introduction_guard();
CREATE FUNCTION network_approach_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The owner of the tables gets here by network_forget_copies alone.
  IF {STAFF} OR {system('import', 'setup', 'worker')} OR current_user <> 'sm_app' THEN RETURN NEW; END IF;
  IF (OLD.id, OLD.introduction_id, OLD.person_id, OLD.name_ko, OLD.name_en, OLD.email, OLD.requester_ko, OLD.requester_en,
      OLD.expires_at, OLD.letter_due, OLD.asked_at) IS DISTINCT FROM
     (NEW.id, NEW.introduction_id, NEW.person_id, NEW.name_ko, NEW.name_en, NEW.email, NEW.requester_ko, NEW.requester_en,
      NEW.expires_at, NEW.letter_due, NEW.asked_at) OR NEW.secret_hash IS NOT NULL AND NEW.secret_hash IS DISTINCT FROM OLD.secret_hash
  THEN
    RAISE EXCEPTION 'only the answer is hers' USING ERRCODE = 'check_violation', CONSTRAINT = 'approach_answer_alone';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER network_approach_guard BEFORE UPDATE ON network_approach
  FOR EACH ROW EXECUTE FUNCTION network_approach_guard();
"""
UNWORDS = """
DROP FUNCTION network_approach_guard() CASCADE;
DROP FUNCTION network_introduction_guard() CASCADE;
"""
FORGET = f"""
CREATE POLICY network_person_definer ON network_person FOR SELECT TO sm_owner USING (true);
CREATE POLICY network_approach_definer_select ON network_approach FOR SELECT TO sm_owner USING (true);
CREATE POLICY network_approach_definer_update ON network_approach FOR UPDATE TO sm_owner USING (answered_at IS NULL);
CREATE POLICY network_connection_definer_select ON network_connection FOR SELECT TO sm_owner USING (true);
CREATE POLICY network_connection_definer_update ON network_connection FOR UPDATE TO sm_owner USING (side = 'expert');
-- For herself, and for staff who have it in writing: address and telephone leave letters to her that wait, and what was laid
-- ready for the other side. Where both had agreed before, the other side has it already.
CREATE FUNCTION network_forget_copies(whose uuid, at_time timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE gone integer;
BEGIN
  IF NOT ({STAFF} OR EXISTS (SELECT 1 FROM public.network_person p WHERE p.id = whose AND p.user_id = (SELECT sm_actor()))) THEN
    RETURN 0;
  END IF;
  PERFORM public.core_forget_letters('approach:' || a.id, at_time) FROM public.network_approach a WHERE a.person_id = whose;
  UPDATE public.network_connection c SET email = '', phone = '' FROM public.network_approach a
   WHERE c.side = 'expert' AND c.introduction_id = a.introduction_id AND a.person_id = whose AND a.answered_at IS NULL;
  UPDATE public.network_approach SET email = '', letter_due = false, secret_hash = NULL
   WHERE person_id = whose AND answered_at IS NULL;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION network_forget_copies(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_forget_copies(uuid, timestamptz) TO sm_app;
"""
UNFORGET = """
DROP FUNCTION network_forget_copies(uuid, timestamptz);
DROP POLICY network_connection_definer_update ON network_connection;
DROP POLICY network_connection_definer_select ON network_connection;
DROP POLICY network_approach_definer_update ON network_approach;
DROP POLICY network_approach_definer_select ON network_approach;
DROP POLICY network_person_definer ON network_person;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0103_agreement_terms_security"), ("core", "0011_forget_letters")]

    operations: ClassVar = [migrations.RunSQL(WORDS, UNWORDS), migrations.RunSQL(FORGET, UNFORGET)]
