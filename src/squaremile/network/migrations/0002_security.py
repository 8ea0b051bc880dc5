"""Row security of the directory and of needs: the cluster reads what is not hidden; liaison staff keep it all."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, SIGNED, WORKS, append_only, own, role, secure, system
from squaremile.kernel.state_steps import steps

LIAISON = role("site_director", "programme")
MACHINE = system("worker", "import", "setup")
KEEPS = f"{LIAISON} OR {system('import', 'setup')}"
_MINE = "EXISTS (SELECT 1 FROM network_need_detail d WHERE d.need_id = {0})"
# Whoever sees the detail may be an auditor: whoever changes the need is of its company.
_OWNED = f"EXISTS (SELECT 1 FROM network_need_detail d WHERE d.need_id = network_need.id AND {own('d.organisation_id')})"
_THIS = "SELECT 1 FROM network_need n WHERE n.id = network_need_transition.need_id"
MOVES = (
    ("", "draft"), ("", "open"), ("draft", "open"), ("draft", "withdrawn"), ("open", "matching"), ("open", "closed"),
    ("open", "withdrawn"), ("matching", "open"), ("matching", "meeting"), ("matching", "closed"),
    ("matching", "withdrawn"), ("meeting", "matching"), ("meeting", "follow_up"), ("meeting", "closed"),
    ("meeting", "withdrawn"), ("follow_up", "matching"), ("follow_up", "meeting"), ("follow_up", "closed"),
    ("follow_up", "withdrawn"), ("closed", "matching"),
)  # fmt: skip
_PERSON = "SELECT 1 FROM network_person p WHERE p.id = person_id"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0001_initial"), ("core", "0008_code_fits")]

    operations: ClassVar = [
        secure(
            "network_partner",
            select=f"{ACTOR} IS NOT NULL AND (NOT hidden OR {own()} OR {LIAISON}) OR {MACHINE}",
            insert=KEEPS, update=KEEPS,
        ),
        secure(
            "network_lab", select=f"{ACTOR} IS NOT NULL AND (NOT hidden OR {LIAISON}) OR {MACHINE}",
            insert=KEEPS, update=KEEPS,
        ),
        secure(
            "network_person",
            select=f"{ACTOR} IS NOT NULL AND (NOT hidden OR user_id = {ACTOR} OR {LIAISON}) OR {MACHINE}",
            insert=KEEPS, update=f"{KEEPS} OR user_id = {ACTOR}",
        ),
        # Whoever sees the detail is its owner's colleague or liaison staff: the inner look is under its own policy.
        secure(
            "network_need",
            select=f"{ACTOR} IS NOT NULL AND (listed AND state <> 'draft' OR {_MINE.format('network_need.id')} OR {LIAISON})"
            f" OR {MACHINE}",
            insert=f"{ACTOR} IS NOT NULL AND {WORKS} OR {KEEPS}",
            update=f"{_OWNED} AND {WORKS} OR {KEEPS}",
        ),
        secure(
            "network_need_detail", select=f"{own()} OR {LIAISON} OR {role('auditor')} OR {MACHINE}",
            insert=f"{own()} OR {KEEPS}", update=f"{own()} OR {KEEPS}",
        ),
        secure("network_need_transition", select=f"EXISTS ({_THIS})", insert=SIGNED),
        append_only("network_need_transition"),
        steps("network_need", noun="need", moves=MOVES),
        # The inner look at a person runs under the same row security: a hidden one opens nothing.
        secure(
            "network_contact",
            select=f"{LIAISON} OR {MACHINE} OR EXISTS ({_PERSON} AND (p.user_id = {ACTOR} OR p.contact_way = 'open'))",
            insert=KEEPS, update=f"{KEEPS} OR EXISTS ({_PERSON} AND p.user_id = {ACTOR})",
        ),
    ]
