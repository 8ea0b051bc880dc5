"""What the asker may do with an organisation: the same rules that its operations ask."""

from dataclasses import dataclass
from uuid import UUID

from squaremile.core import rules
from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel.scope import require


@dataclass(frozen=True, slots=True)
class May:
    """Which acts the page offers; each operation still decides for itself."""

    invite: bool
    edit: bool
    act_for: bool
    audit: bool


def may(organisation: UUID) -> May:
    asking = require()
    own_admin = any(g.role == COMPANY_ADMIN and g.organisation == organisation for g in asking.grants)
    return May(
        invite=own_admin or rules.keep_people(asking), edit=rules.keep_organisations(asking),
        act_for=rules.act_for(asking), audit=rules.see_audit(asking),
    )
