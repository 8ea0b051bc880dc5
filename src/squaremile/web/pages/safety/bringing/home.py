"""What Safety home says of questions that wait for approval."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from squaremile.safety.reads import bringings
from squaremile.web.pages.safety.home_sections import HomeLine, HomeSection
from squaremile.web.pages.safety.sections import STOCK


def waiting() -> Iterator[HomeLine]:
    """Those that nobody has decided; a company sees its own."""
    for row in bringings.lately():
        if row.state == "asked":
            whose = f" · {row.company}" if row.company else ""
            yield HomeLine(f"{row.substance}, {row.amount}", f"{row.room}{whose}", reverse("safety_bringing", args=[row.code]), "warn")


HOME: tuple[HomeSection, ...] = (
    HomeSection("approvals", _("Waiting for approval"), "circle-dashed", STOCK, waiting, _("No question waits."), "safety_can_bring"),
)
