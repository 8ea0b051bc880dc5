"""What Safety home says of classes that safety has not agreed with, and of figures to be verified again."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from squaremile.safety.reads import class_entries, verifications
from squaremile.web.pages.safety.home_sections import HomeLine, HomeSection
from squaremile.web.pages.safety.sections import STOCK


def unsettled() -> Iterator[HomeLine]:
    """Entries that wait for safety, the newest first; packs whose verified figures have changed since."""
    for row in class_entries.entries(waiting=True):
        says = f"{row.scheme_said}: {', '.join(row.classes) or '—'}"
        yield HomeLine(row.substance_name, f"{says} · {row.company}", f"{reverse('safety_classes')}?waiting=1", "warn")
    for pack in verifications.every():
        if pack.outdated:
            said = _now("figures to be verified again: %(n)s") % {"n": pack.outdated}
            yield HomeLine(pack.title, said, reverse("safety_figures_of", args=[pack.code]), "warn")


HOME: tuple[HomeSection, ...] = (
    HomeSection(
        "classes", _("Classes that safety has not agreed with"), "circle-question-mark", STOCK, unsettled,
        _("Nothing waits for safety"), "safety_classes",
    ),
)
