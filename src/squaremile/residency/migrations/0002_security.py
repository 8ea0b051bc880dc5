"""Who may see and write what of residency's first tables."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, SIGNED, STAFF, append_only, own, own_as, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.residency.models.application import MOVES as APPLICATION
from squaremile.residency.models.call import MOVES as CALL
from squaremile.residency.models.company import MOVES as COMPANY
from squaremile.residency.models.licence import MOVES as LICENCE

_KEEPERS = f"{role('site_director', 'programme')} OR {system('setup', 'import')}"
_MACHINE = system("worker", "public", "setup", "import")
_ADMIN = own_as("company_admin", "company_id")
_APPLICANT = own_as("applicant", "company_id")
_PUBLIC = system("public")
_HERSELF = f"person_id = {ACTOR} AND person_id IS NOT NULL OR {own_as('reviewer', 'id')}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0001_initial"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        secure(
            "residency_company", select=f"{own('id')} OR {STAFF} OR {_MACHINE}",
            insert=f"{_KEEPERS} OR {_PUBLIC}", update=f"{_KEEPERS} OR {own('id')} OR {_MACHINE}",
        ),
        steps("residency_company", noun="company", moves=COMPANY),
        secure(
            "residency_company_transition", select=f"{own('company_id')} OR {STAFF} OR {_MACHINE}", insert=SIGNED
        ),
        append_only("residency_company_transition"),
        secure(
            "residency_profile", select=f"listed OR {own('company_id')} OR {STAFF} OR {_MACHINE}",
            insert=f"{_KEEPERS} OR {_PUBLIC}", update=f"{_KEEPERS} OR {_ADMIN} OR {_APPLICANT}",
        ),
        secure("residency_call", select=f"state <> 'draft' OR {STAFF} OR {_MACHINE}", insert=_KEEPERS,
               update=f"{_KEEPERS} OR {system('worker')}"),
        steps("residency_call", noun="call", moves=CALL),
        secure("residency_call_transition", select=f"{STAFF} OR {_MACHINE}", insert=SIGNED),
        append_only("residency_call_transition"),
        secure(
            "residency_application", select=f"{own('company_id')} OR {STAFF} OR {_MACHINE}",
            insert=f"{_KEEPERS} OR {_APPLICANT} OR {_ADMIN} OR {_PUBLIC}",
            update=f"{_KEEPERS} OR {role('safety_officer')} OR {_APPLICANT} OR {_ADMIN} OR {system('worker')}",
        ),
        steps("residency_application", noun="application", moves=APPLICATION),
        secure(
            "residency_application_transition",
            select="EXISTS (SELECT 1 FROM residency_application a WHERE a.id = application_id)", insert=SIGNED,
        ),
        append_only("residency_application_transition"),
        secure("residency_reviewer", select=f"{STAFF} OR {_HERSELF} OR {system('worker')}", insert=_KEEPERS,
               update=_KEEPERS),
        secure(
            "residency_licence", select=f"{own('company_id')} OR {STAFF} OR {_MACHINE}",
            insert=f"{_KEEPERS} OR {role('finance')}",
            update=f"{_KEEPERS} OR {role('finance')} OR {_ADMIN} OR {system('worker')}",
        ),
        steps("residency_licence", noun="licence", moves=LICENCE),
        secure(
            "residency_licence_transition", select="EXISTS (SELECT 1 FROM residency_licence l WHERE l.id = licence_id)",
            insert=SIGNED,
        ),
        append_only("residency_licence_transition"),
    ]
