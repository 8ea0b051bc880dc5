"""Instruments on a floor: in which room, what each does now, and where its mark has room on the drawing.

That an instrument is in use is for all; by whom is not asked here at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from squaremile.booking.reads import catalogue
from squaremile.spaces.policies import plan
from squaremile.spaces.reads.inside import Spot
from squaremile.web.kit.templatetags.kit import clock_text
from squaremile.web.pages.spaces.drawing import Drawing, Shape, on_paper
from squaremile.web.templatetags.booking import now_look

LOOKS = {
    "free": "free", "in_use": "busy", "overrun": "busy", "booked": "busy", "closed": "shut", "maintenance": "down",
    "fault": "down", "out_of_service": "down",
}
"""What is free is a circle, in use a full square, not open now a ring with a bar, down a triangle."""
STEP, KEPT_OFF = 1.5, 0.7
"""Metres between two marks, and from a mark to a wall or a bench."""


@dataclass(frozen=True, slots=True)
class Machine:
    """One instrument as the list shows it."""

    code: str
    name: str
    place: str
    place_name: str
    look: str
    badge: str
    now: str
    until: str
    url: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One instrument on the drawing."""

    machine: Machine
    x: int
    y: int

    @property
    def says(self) -> str:
        parts = (self.machine.now, self.machine.until)
        return f"{self.machine.name}: {', '.join(part for part in parts if part)}"


def machines(site: UUID, spots: Iterable[Spot], zone: ZoneInfo) -> list[Machine]:
    """The instruments that stand on these places, by place. Two statements."""
    here = {spot.code for spot in spots}
    rows = sorted((row for row in catalogue.listed(site=site).rows if row.place in here), key=lambda row: row.place)
    return [
        Machine(
            row.code, str(row.name), row.place, str(row.place_name), LOOKS.get(row.now.state, "shut"),
            now_look(row.now.state), str(row.now_says), _until(row, zone), reverse("instrument", args=[row.code]),
        )
        for row in rows
    ]


def _until(row: catalogue.Row, zone: ZoneInfo) -> str:
    if row.now.until is None:
        return ""
    return _("until %(until)s") % {"until": clock_text(row.now.until.astimezone(zone), "datetime")}


def marks(found: Sequence[Machine], spots: Sequence[Spot], drawing: Drawing) -> list[Mark]:
    """Where each is drawn: in its place, clear of walls, benches and words. What has no room is in the list alone."""
    by_code = {spot.code: spot for spot in spots}
    shapes = {shape.code: shape for shape in (*drawing.areas, *drawing.shapes)}
    waiting: dict[str, list[Machine]] = {}
    for machine in found:
        spot = by_code.get(machine.place)
        while spot is not None and not spot.outline:
            spot = by_code.get(spot.parent)
        if spot is not None:
            waiting.setdefault(spot.code, []).append(machine)
    made: list[Mark] = []
    for code, here in waiting.items():
        room = by_code[code].outline or ()
        inner = [s.outline for s in spots if s.outline and s.code != code and s.parent == code]
        free = (
            (x, y) for x, y in (on_paper(point, drawing.frame) for point in _points(room, inner))
            if not _covers(shapes[code], x, y)
        )
        made += [Mark(machine, x, y) for machine, (x, y) in zip(here, free, strict=False)]
    return made


def _points(room: plan.Outline, inner: Sequence[plan.Outline]) -> Iterator[plan.Point]:
    """A grid over the room from the south-west, without what is too near a wall or on a bench; then a finer one."""
    frame = plan.box([room])
    seen: list[plan.Point] = []
    for step in (STEP, STEP / 2):
        for row in range(int(frame.height / step) + 1):
            for column in range(int(frame.width / step) + 1):
                point = (frame.left + KEPT_OFF + column * step, frame.bottom + KEPT_OFF + row * step)
                near = any(abs(point[0] - x) + abs(point[1] - y) < STEP * 0.7 for x, y in seen)
                if near or plan.clearance(point, room) < KEPT_OFF - plan.NEAR:
                    continue
                if all(plan.clearance(point, bench) <= plan.NEAR - KEPT_OFF for bench in inner):
                    seen.append(point)
                    yield point


def _covers(shape: Shape, x: int, y: int) -> bool:
    """Would a mark there lie on the words of the place?"""
    return any(
        abs(x - line.x) < len(line.text) * line.size / 2 + 10 and abs(y - (line.y - line.size * 0.35)) < line.size / 2 + 10
        for line in shape.lines
    )
