"""Who may do what in space."""

from squaremile.core import roles

keep_places = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
assign = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME)
move_in = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME, system=("worker",))
free = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME, system=("worker",))
