"""Who may do what in space."""

from squaremile.core import roles

keep_places = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
assign = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME)
move_in = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME, system=("worker",))
"""The worker moves a company in on the day on which an amendment of its licence takes effect."""
prolong = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME, system=("worker",))
"""The worker keeps a company where it is while the papers of its move are unsigned."""
free = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME, system=("worker",))
