"""Kept answers are forgotten after a while: the worker may see and remove old ones, and nobody else's hand reaches."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, system

_WORKER = system("worker")
FORGET = f"""
ALTER POLICY core_idempotent_request_select ON core_idempotent_request USING (user_id = {ACTOR} OR {_WORKER});
DROP POLICY core_idempotent_request_delete ON core_idempotent_request;
CREATE POLICY core_idempotent_request_delete ON core_idempotent_request FOR DELETE TO sm_app
  USING ({_WORKER} AND at < now() - interval '1 day');
GRANT DELETE ON core_idempotent_request TO sm_app;
CREATE INDEX idempotent_request_by_age ON core_idempotent_request (at);
"""
REMEMBER = f"""
DROP INDEX idempotent_request_by_age;
REVOKE DELETE ON core_idempotent_request FROM sm_app;
DROP POLICY core_idempotent_request_delete ON core_idempotent_request;
CREATE POLICY core_idempotent_request_delete ON core_idempotent_request FOR DELETE TO sm_app USING (false);
ALTER POLICY core_idempotent_request_select ON core_idempotent_request USING (user_id = {ACTOR});
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("core", "0005_present_colleagues")]

    operations: ClassVar = [migrations.RunSQL(FORGET, REMEMBER)]
