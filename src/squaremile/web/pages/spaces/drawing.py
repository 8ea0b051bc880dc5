"""A floor as shapes to draw: metres with north up become SVG units with y downwards. No words are decided here."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.urls import reverse

from squaremile.spaces.policies import plan
from squaremile.spaces.reads.inside import Spot
from squaremile.web.kit.templatetags.kit import initials
from squaremile.web.pages.spaces.standing_words import look, says

SCALE = 20
"""SVG units to a metre: a bench of 3 m is 60 units wide, room for a number and two letters."""
MARGIN = 0.5
LETTER = 0.62
"""Width of a letter of our face, in its size; Korean syllables take a whole one."""
SMALLEST, LARGEST = 8, 22


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label, where it stands and how large."""

    text: str
    x: int
    y: int
    size: int
    kind: str
    """name or holder"""


@dataclass(frozen=True, slots=True)
class Shape:
    """One place on the drawing."""

    code: str
    kind: str
    look: str
    points: str
    says: str
    url: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything the template loops over, from the outside in."""

    view_box: str
    width: int
    height: int
    areas: tuple[Shape, ...]
    shapes: tuple[Shape, ...]
    frame: plan.Box


def draw(spots: Sequence[Spot], zone: ZoneInfo, *, labels: bool = True) -> Drawing | None:
    """The drawing of a floor and what is on it; None where nothing has an outline."""
    drawn = [spot for spot in spots if spot.outline and spot.kind != "building"]
    if not drawn:
        return None
    frame = plan.box(spot.outline for spot in drawn if spot.outline).around(MARGIN)
    made = [(spot, _shape(spot, frame, zone, labels=labels)) for spot in drawn]
    areas = tuple(shape for spot, shape in made if spot.kind in ("floor", "control_area"))
    shapes = tuple(shape for spot, shape in made if spot.kind not in ("floor", "control_area"))
    width, height = round(frame.width * SCALE), round(frame.height * SCALE)
    return Drawing(f"0 0 {width} {height}", width, height, areas, shapes, frame)


def _shape(spot: Spot, frame: plan.Box, zone: ZoneInfo, *, labels: bool) -> Shape:
    corners = spot.outline or ()
    points = " ".join(f"{x},{y}" for x, y in (on_paper(corner, frame) for corner in corners))
    wanted = _wanted(spot) if labels else []
    return Shape(
        spot.code, spot.kind, look(spot), points, says(spot, zone), reverse("place", args=[spot.code]),
        tuple(_lines(wanted, spot, frame)) if wanted else (),
    )


def on_paper(point: plan.Point, frame: plan.Box) -> tuple[int, int]:
    """A point of the floor on the drawing."""
    return round((point[0] - frame.left) * SCALE), round((frame.top - point[1]) * SCALE)


def _wanted(spot: Spot) -> list[tuple[str, str]]:
    """What is written on it: rooms and areas their name, benches their number, and who is there if one may know."""
    if spot.kind == "floor":
        return []
    name = str(spot.name)
    if spot.kind in ("bench", "desk", "bay", "shelf"):
        name = name.replace("-", " ").split()[-1]
    stay = spot.standing.stay
    if stay is None or stay.holder is None:
        return [(name, "name")]
    holder = str(stay.holder)
    return [(name, "name"), (holder if spot.kind == "suite" else initials(holder), "holder")]


def _lines(wanted: list[tuple[str, str]], spot: Spot, frame: plan.Box) -> list[Line]:
    """The label at the point furthest from the walls, as large as its place has room for."""
    corners = spot.outline or ()
    box = plan.box([corners])
    x, y = on_paper(_middle(corners, box), frame)
    room = box.width * SCALE * 0.92
    wanted = [(part, kind) for text, kind in wanted for part in _in_two(text, room)]
    height = box.height * SCALE / len(wanted) * 0.8
    lines = []
    for n, (text, kind) in enumerate(wanted):
        size = int(max(SMALLEST, min(LARGEST, height, room / max(_width(text), 1))))
        offset = (n - (len(wanted) - 1) / 2) * (size + 3)
        lines.append(Line(text, x, round(y + offset + size * 0.35), size, kind))
    return lines


def _in_two(text: str, room: float) -> list[str]:
    """A name too long for one readable line breaks at the space nearest its middle."""
    spaces = [n for n, letter in enumerate(text) if letter == " "]
    if not spaces or room / _width(text) >= LARGEST * 0.75:
        return [text]
    cut = min(spaces, key=lambda n: abs(n - len(text) / 2))
    return [text[:cut], text[cut + 1 :]]


def _middle(corners: plan.Outline, box: plan.Box) -> plan.Point:
    """The middle of the box where that is as good: in a long room many points are equally far from the walls."""
    centre = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    pole = plan.label_point(corners)
    return centre if plan.clearance(centre, corners) > plan.clearance(pole, corners) - 0.2 else pole


def _width(text: str) -> float:
    return sum(1.0 if ord(letter) > 0x1100 else LETTER for letter in text)
