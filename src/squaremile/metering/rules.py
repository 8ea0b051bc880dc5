"""Who may do what in metering."""

from squaremile.core import roles

record = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, system=("worker",))
keep_meters = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.FINANCE)
