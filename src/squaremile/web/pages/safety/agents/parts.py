"""The parts of biological safety, as a second row of tabs."""

from django.utils.translation import gettext_lazy as _

from squaremile.web.shell.tabs import Section, shown

PARTS = (
    Section("safety_agents", _("What is held")), Section("safety_protocols", _("Protocols")),
    Section("safety_biosafety", _("Rooms and committee")),
)  # fmt: skip


def parts(current: str) -> list[tuple[str, str, bool, None]]:
    """As <c-tabs> takes them."""
    return shown(PARTS, current)
