"""Who may write in booking, said more narrowly: one's own company, those who look after instruments, the worker.

Staff of every role still see; seeing does not let them change.
"""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, WORKS, alter, own, role, system

_EDITORS = role("site_director", "lab_operations")
_WORKER = system("worker")
_WRITE = f"{own()} OR {_EDITORS} OR {_WORKER}"
_OWN_SHAPE = (
    f"{_EDITORS} OR {_WORKER} OR EXISTS (SELECT 1 FROM booking_reservation_detail d"
    " WHERE d.reservation_id = COALESCE(booking_reservation.parent_id, booking_reservation.id)"
    f" AND {own('d.organisation_id')})"
)
_SIGNED = f"actor IS NOT DISTINCT FROM {ACTOR} AND operator IS NOT DISTINCT FROM (SELECT sm_operator())"


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("booking", "0007_present_colleagues"), ("core", "0007_rights"), ("spaces", "0004_occupancy_guards"),
    ]

    operations: ClassVar = [
        # A step is written by a trigger, under the name of whoever took it. Space's follow the same rule.
        alter("spaces_occupancy_transition", insert=f"{_SIGNED} AND {WORKS}"),
        alter("booking_reservation", insert=f"(SELECT sm_orgs()) <> '{{}}' OR {_EDITORS}", update=_OWN_SHAPE),
        alter("booking_reservation_detail", insert=f"{own()} OR {_EDITORS}", update=_WRITE),
        alter("booking_reservation_transition", insert=f"{_SIGNED} AND {WORKS}"),
        alter("booking_session", insert=f"{own()} OR {_EDITORS}", update=_WRITE),
        alter("booking_fault", insert=f"({ACTOR} IS NOT NULL OR {_EDITORS}) AND {WORKS}"),
        alter(
            "booking_fault_report",
            insert=f"({own()} OR {_EDITORS} OR organisation_id IS NULL AND person = {ACTOR}) AND {WORKS}",
        ),
    ]
