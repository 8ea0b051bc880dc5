"""Who may do what in space."""

from squaremile.core import roles

keep_places = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
assign = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME)
free = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME, system=("worker",))
