"""Row security of delegations: liaison staff keep them, auditors look on, hosts and members see their own meetings."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, SIGNED, WORKS, append_only, role, secure, system
from squaremile.kernel.state_steps import steps

LIAISON = role("site_director", "programme")
KEEPS = f"{LIAISON} OR {system('setup')}"
SEES = f"{LIAISON} OR {role('auditor')} OR {system('worker', 'setup')}"
MOVES = (
    ("", "draft"), ("draft", "submitted"), ("submitted", "draft"), ("submitted", "approved"), ("approved", "live"),
    ("live", "reported"), ("reported", "closed"), ("draft", "cancelled"), ("submitted", "cancelled"),
    ("approved", "cancelled"), ("live", "cancelled"),
)  # fmt: skip


def _approves(delegation: str) -> str:
    """She is one of those who approve it: the inner look is under the approvals' own policy."""
    return (
        f"EXISTS (SELECT 1 FROM network_delegation_approval a WHERE a.delegation_id = {delegation}"
        f" AND a.approver_id = {ACTOR})"
    )


def _comes_to(column: str, value: str) -> str:
    """She has a stop there: attendances are seen by those they are of."""
    return f"EXISTS (SELECT 1 FROM network_visit_stop s WHERE s.{column} = {value})"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0030_visits")]

    operations: ClassVar = [
        secure("network_visit_attendance", select=f"{SEES} OR user_id = {ACTOR}", insert=KEEPS, update=KEEPS, delete=KEEPS),
        secure("network_delegation_approval", select=f"{SEES} OR approver_id = {ACTOR}", insert=KEEPS,
               update=f"{KEEPS} OR approver_id = {ACTOR} AND {WORKS}"),
        secure(
            "network_visit_stop",
            select=f"{SEES} OR EXISTS (SELECT 1 FROM network_visit_attendance t WHERE t.stop_id = network_visit_stop.id"
            f" AND t.user_id = {ACTOR})",
            insert=KEEPS, update=KEEPS, delete=KEEPS,
        ),
        secure(
            "network_delegation",
            select=f"{SEES} OR lead_id = {ACTOR} OR {_approves('network_delegation.id')}"
            f" OR {_comes_to('delegation_id', 'network_delegation.id')}",
            insert=KEEPS, update=f"{KEEPS} OR {_approves('network_delegation.id')} AND {WORKS}",
        ),
        secure("network_delegation_transition", select=(
            "EXISTS (SELECT 1 FROM network_delegation d WHERE d.id = network_delegation_transition.delegation_id)"
        ), insert=SIGNED),
        append_only("network_delegation_transition"),
        steps("network_delegation", noun="delegation", moves=MOVES),
        secure("network_delegation_budget", select=f"{SEES} OR {_approves('delegation_id')}", insert=KEEPS, update=KEEPS),
        secure("network_delegation_member", select=(
            f"{SEES} OR EXISTS (SELECT 1 FROM network_visit_attendance t WHERE t.member_id = network_delegation_member.id"
            f" AND t.user_id = {ACTOR})"
        ), insert=KEEPS, update=KEEPS, delete=KEEPS),
        # What a guest eats and cannot climb is for those who look after the guest, and for nobody else.
        secure("network_delegation_care", select=KEEPS, insert=KEEPS, update=KEEPS, delete=KEEPS),
        secure("network_delegation_screening", select=SEES, insert=KEEPS, update=KEEPS, delete=KEEPS),
        secure("network_visit_place", select=f"{SEES} OR {_comes_to('place_id', 'network_visit_place.id')}",
               insert=KEEPS, update=KEEPS),
        secure("network_visit_way", select=SEES, insert=KEEPS, update=KEEPS),
        secure("network_visit_wish", select=SEES, insert=KEEPS, update=KEEPS, delete=KEEPS),
        secure("network_visit_window", select=SEES, insert=KEEPS, update=KEEPS, delete=KEEPS),
        secure("network_visit_promise", select=f"{SEES} OR {_comes_to('id', 'stop_id')}", insert=KEEPS, update=KEEPS),
        secure("network_visit_document", select=f"{SEES} OR kind = 'committee' AND {_approves('delegation_id')}",
               insert=KEEPS),
        append_only("network_visit_document"),
        secure("network_visit_clock", select=ANYONE, insert=KEEPS, update=KEEPS),
        secure("network_delegation_clock", select=SEES, insert=KEEPS, update=KEEPS),
    ]  # fmt: skip
