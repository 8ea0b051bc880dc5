"""What Safety home says of incidents."""

from django.utils.translation import gettext_lazy as _

from squaremile.safety.reads import home_incidents
from squaremile.web.pages.safety.home_sections import HomeSection, counted
from squaremile.web.pages.safety.sections import STOCK

HOME: tuple[HomeSection, ...] = (
    HomeSection("incidents", _("Incidents"), "octagon-alert", STOCK, counted(home_incidents.rows), _("No incident is open."), "safety_incidents"),
)
