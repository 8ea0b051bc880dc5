"""The worker sees who is trained: it hands bookings only to a colleague who may use the instrument."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, STAFF, alter, own, system

_COLLEAGUE = (
    f"person_id IN (SELECT user_id FROM core_role_grant g WHERE {own('g.organisation_id')} AND upper(g.valid) > now())"
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("booking", "0011_cards_keeper")]

    operations: ClassVar = [
        alter("booking_qualification", select=f"person_id = {ACTOR} OR {STAFF} OR {_COLLEAGUE} OR {system('worker')}"),
    ]
