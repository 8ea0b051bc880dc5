"""What Safety home says of emergencies: whether last night's copy is there, and which signs have to be printed again."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from squaremile.kernel import clock
from squaremile.safety.reads import door_signs, emergency_copy
from squaremile.safety.words import emergency as words
from squaremile.web.pages.safety.home_sections import HomeLine, HomeSection

KEEPERS = ("site_director", "safety_officer", "lab_operations", "auditor")


def lines() -> Iterator[HomeLine]:
    """The copy first: without it, nobody knows anything once the server is gone."""
    url, last = reverse("safety_emergency"), emergency_copy.last()
    if last is None:
        yield HomeLine(words.COPY_NEVER, words.COPY_UNSET if settings.EMERGENCY_DIR is None else "", url, "stop")
    elif last.made_at < clock.now() - emergency_copy.LATE:
        at = last.made_at.astimezone(ZoneInfo(settings.TIME_ZONE)).strftime("%Y-%m-%d %H:%M")
        yield HomeLine(words.COPY_LATE, words.COPY_LAST.fill({"at": at}), url, "stop")
    stale = door_signs.stale()
    if stale:
        yield HomeLine(f"{words.SIGNS_STALE}: {len(stale)}", ", ".join(str(row.name) for row in stale[:4]), reverse("safety_signs"), "warn")


HOME: tuple[HomeSection, ...] = (
    HomeSection(
        "emergency", _("Ready for an emergency"), "octagon-alert", KEEPERS, lines, _("Last night's copy is there, and every sign is up to date."),
        "safety_emergency",
    ),
)
