"""Who may do what in booking. Which rows they may do it to is row security's business."""

from squaremile.core import roles
from squaremile.kernel.scope import Scope

reserve = roles.any_of(roles.SCIENTIST, roles.COMPANY_ADMIN)
change = roles.any_of(roles.SCIENTIST, roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
use = change
approve = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
maintain = approve
keep_catalogue = approve
qualify = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.SAFETY_OFFICER)
stop = qualify
record_history = keep_catalogue
close_forgotten = roles.System(("worker",))
release_leaver = close_forgotten


def report_fault(asking: Scope) -> bool:
    """Anyone who is known but auditors; and an import, for those who reported it where it comes from."""
    return roles.at_work(asking) or asking.system == "import"
