"""What Safety home says of stock: areas that are nearly full, and containers past their day."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from squaremile.safety.reads import containers, head_room, storeys
from squaremile.safety.reads.areas import today
from squaremile.web.pages.safety.home_sections import HomeLine, HomeSection
from squaremile.web.pages.safety.sections import STOCK
from squaremile.web.pages.safety.training.parts import LOOKERS

WARN_AT = 80
"""Percent of a limit, as on the meters of the page itself."""
SOON = timedelta(days=30)


def nearly_full() -> Iterator[HomeLine]:
    """Classes at four fifths of a limit or more, and areas where something has no class."""
    url = reverse("safety_head_room")
    for row in head_room.building():
        for gauge in row.gauges:
            if gauge.limit is None or gauge.total * 100 < gauge.limit * WARN_AT or not gauge.total:
                continue
            share = f"{gauge.total * 100 / gauge.limit:.0f}%" if gauge.limit else _now("not allowed")
            yield HomeLine(f"{row.area.name} · {gauge.label}", f"{gauge.pack} · {share}", url, "stop" if gauge.total > gauge.limit else "warn")
        if row.unclassified:
            yield HomeLine(row.area.name, _now("unclassified substances: %(n)s") % {"n": row.unclassified}, url, "neutral")


def limits() -> Iterator[HomeLine]:
    """Storeys with too many areas, and classes that are nearly full."""
    for row in storeys.too_full():
        said = _now("storey %(storey)s: %(n)s control areas, %(most)s allowed") % {"storey": row.storey, "n": row.areas, "most": row.most}
        yield HomeLine(f"{row.building} · {said}", row.pack, reverse("safety_areas"), "stop" if row.sure else "warn")
    yield from nearly_full()


def out_of_date() -> Iterator[HomeLine]:
    """Containers past their day, or within thirty days of it, the first first."""
    day = today()
    dated = [(row.good_until, row) for row in containers.here() if row.good_until is not None and row.good_until < day + SOON]
    for until, row in sorted(dated, key=lambda pair: (pair[0], pair[1].code)):
        yield HomeLine(
            f"{row.name}, {row.amount}", f"{row.room_name} · {until.isoformat()}", reverse("safety_container", args=[row.code]),
            "stop" if until < day else "warn",
        )


HOME: tuple[HomeSection, ...] = (
    HomeSection(
        "head-room", _("Limits that are nearly reached"), "shield-check", LOOKERS, limits, _("Every area has room."), "safety_head_room",
    ),
    HomeSection(
        "out-of-date", _("Containers past their day"), "package", STOCK, out_of_date, _("Every container is within its day."), "safety_containers",
    ),
)
