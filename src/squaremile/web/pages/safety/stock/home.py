"""What Safety home says of stock: areas that are nearly full, what has no class, and containers by their day."""

from collections.abc import Iterator
from datetime import date, timedelta

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
    """Classes at four fifths of a limit or more."""
    url = reverse("safety_head_room")
    for row in head_room.building():
        for gauge in row.gauges:
            if gauge.limit is None or gauge.total * 100 < gauge.limit * WARN_AT or not gauge.total:
                continue
            share = f"{gauge.total * 100 / gauge.limit:.0f}%" if gauge.limit else _now("not allowed")
            yield HomeLine(f"{row.area.name} · {gauge.label}", f"{gauge.pack} · {share}", url, "stop" if gauge.total > gauge.limit else "warn")


def without_class() -> Iterator[HomeLine]:
    """Areas where something has no class, so that every sum there is an "at least"."""
    for row in head_room.building():
        if row.unclassified:
            yield HomeLine(row.area.name, _now("unclassified substances: %(n)s") % {"n": row.unclassified}, reverse("safety_head_room"), "warn")


def limits() -> Iterator[HomeLine]:
    """Storeys with too many areas, and classes that are nearly full."""
    for row in storeys.too_full():
        said = _now("storey %(storey)s: %(n)s control areas, %(most)s allowed") % {"storey": row.storey, "n": row.areas, "most": row.most}
        yield HomeLine(f"{row.building} · {said}", row.pack, reverse("safety_areas"), "stop" if row.sure else "warn")
    yield from nearly_full()


def out_of_date() -> Iterator[HomeLine]:
    """Containers past their day, the longest over first."""
    yield from (_dated(until, row, "stop") for until, row in _by_day() if until < today())


def soon_out_of_date() -> Iterator[HomeLine]:
    """Containers whose day is within thirty days, the first first."""
    yield from (_dated(until, row, "warn") for until, row in _by_day() if today() <= until < today() + SOON)


def _by_day() -> list[tuple[date, containers.ContainerRow]]:
    dated = [(row.good_until, row) for row in containers.here() if row.good_until is not None]
    return sorted(dated, key=lambda pair: (pair[0], pair[1].code))


def _dated(until: date, row: containers.ContainerRow, look: str) -> HomeLine:
    return HomeLine(
        f"{row.name}, {row.amount}", f"{row.room_name} · {until.isoformat()}", reverse("safety_container", args=[row.code]), look
    )


HOME: tuple[HomeSection, ...] = (
    HomeSection(
        "head-room", _("Limits that are nearly reached"), "shield-check", LOOKERS, limits, _("Every area has room."), "safety_head_room",
    ),
    HomeSection(
        "without-class", _("Areas where something has no class"), "circle-question-mark", LOOKERS, without_class, _("Everything has a class."),
        "safety_head_room",
    ),
    HomeSection(
        "out-of-date", _("Containers past their day"), "package", STOCK, out_of_date, _("Every container is within its day."), "safety_containers",
    ),
    HomeSection(
        "soon-out-of-date", _("Containers whose day comes within thirty days"), "calendar-clock", STOCK, soon_out_of_date,
        _("No container's day comes within thirty days."), "safety_containers",
    ),
)
