"""Letters to an address that are queued and not sent yet can be forgotten, whoever asks it: the queue is the worker's."""

from typing import ClassVar

from django.db import migrations

FORGET = """
CREATE POLICY core_mail_definer_select ON core_mail FOR SELECT TO sm_owner USING (sent_at IS NULL);
CREATE POLICY core_mail_definer_update ON core_mail FOR UPDATE TO sm_owner USING (sent_at IS NULL) WITH CHECK (true);
-- Only letters to an address: notices to people with an account are another matter.
CREATE FUNCTION core_forget_letters(address text, at_time timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE gone integer;
BEGIN
  UPDATE public.core_mail SET "to" = '', subject = '', body = '', calendar = '', given_up_at = at_time, error = 'withdrawn'
   WHERE sent_at IS NULL AND given_up_at IS NULL AND address <> '' AND lower("to") = lower(address)
     AND (starts_with(origin, 'secret:') OR starts_with(origin, 'post:'));
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION core_forget_letters(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core_forget_letters(text, timestamptz) TO sm_app;
"""
UNDO = """
DROP FUNCTION core_forget_letters(text, timestamptz);
DROP POLICY core_mail_definer_update ON core_mail;
DROP POLICY core_mail_definer_select ON core_mail;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("core", "0010_card_keeper")]

    operations: ClassVar = [migrations.RunSQL(FORGET, UNDO)]
