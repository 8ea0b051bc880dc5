"""Letters that are queued and not sent can be taken back by what caused them, from within functions of their owner alone."""

from typing import ClassVar

from django.db import migrations

FORGET = """
CREATE POLICY core_mail_definer_select ON core_mail FOR SELECT TO sm_owner
  USING (sent_at IS NULL AND starts_with(origin, 'secret:'));
CREATE POLICY core_mail_definer_update ON core_mail FOR UPDATE TO sm_owner
  USING (sent_at IS NULL AND starts_with(origin, 'secret:'));
-- Never by address: whoever names another's address as her own must not reach that person's letters. The serving role may
-- not call it: the function of a domain that has looked who asks, and for whom, calls it as the owner.
CREATE FUNCTION core_forget_letters(cause text, at_time timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE gone integer;
BEGIN
  UPDATE public.core_mail SET "to" = '', subject = '', body = '', calendar = '', given_up_at = at_time, error = 'withdrawn'
   WHERE sent_at IS NULL AND given_up_at IS NULL AND cause <> '' AND starts_with(origin, 'secret:' || cause || ':');
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION core_forget_letters(text, timestamptz) FROM PUBLIC;
"""
UNDO = """
DROP FUNCTION core_forget_letters(text, timestamptz);
DROP POLICY core_mail_definer_update ON core_mail;
DROP POLICY core_mail_definer_select ON core_mail;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("core", "0010_card_keeper")]

    operations: ClassVar = [migrations.RunSQL(FORGET, UNDO)]
