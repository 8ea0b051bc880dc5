"""Questions that have a number for an answer, as plain data: what is counted, where, and of which kind.

A headline number is a question that can be asked again: it is kept as it was asked, and answered by reads/counting.py.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

COUNTED = ("organisations", "sites")
PLACED = ("roof", "street", "postcode")
"""How exactly a point must be known for a density; `city` puts a whole city on one spot."""
_TEXTS = ("region_scheme", "region", "kind", "status", "scheme", "activity", "source")
_BOX = ("west", "south", "east", "north")


class Unclear(ValueError):
    """The question cannot be understood; `field` says where."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)


@dataclass(frozen=True, slots=True)
class Question:
    """Count organisations (or their sites) that are all of this. Empty: any.

    `region` of `region_scheme` holds a site; `activity` of `scheme` is done; `source` named the organisation;
    `precisions` are the classes of points that count: empty, points of any class and none at all; `box` are degrees
    west, south, east, north, closed.
    """

    count: str = "organisations"
    region_scheme: str = ""
    region: str = ""
    kind: str = ""
    status: str = "active"
    scheme: str = ""
    activity: str = ""
    source: str = ""
    precisions: tuple[str, ...] = ()
    box: tuple[float, float, float, float] | None = None

    def as_dict(self) -> dict[str, Any]:
        """What is kept: only what was said."""
        return {name: value for name, value in asdict(self).items() if value not in ("", (), None)}


def question(said: Mapping[str, Any]) -> Question:
    """The question behind plain data. Raises Unclear for what it does not know."""
    known = {"count", *_TEXTS, "precisions", "box"}
    for name in said:
        if name not in known:
            raise Unclear(str(name))
    count = said.get("count", "organisations")
    if count not in COUNTED:
        raise Unclear("count")
    texts = {name: said.get(name, Question.__dataclass_fields__[name].default) for name in _TEXTS}
    for name, value in texts.items():
        if not isinstance(value, str) or len(value) > 40 or "\x00" in value:
            raise Unclear(name)
    for one, other in (("region", "region_scheme"), ("activity", "scheme")):
        if texts[one] and not texts[other]:
            raise Unclear(other)
    return Question(count=count, precisions=_precisions(said.get("precisions", ())), box=_box(said.get("box")), **texts)


def _precisions(said: Any) -> tuple[str, ...]:
    if not isinstance(said, list | tuple) or any(each not in (*PLACED, "city") for each in said):
        raise Unclear("precisions")
    return tuple(sorted(set(said)))


def _box(said: Any) -> tuple[float, float, float, float] | None:
    if said is None:
        return None
    if not isinstance(said, list | tuple) or len(said) != 4:
        raise Unclear("box")
    if any(isinstance(n, bool) or not isinstance(n, int | float) or n != n for n in said):
        raise Unclear("box")
    west, south, east, north = map(float, said)
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise Unclear("box")
    return west, south, east, north
