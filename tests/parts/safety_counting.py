"""For the tests of the whole product: counts of rooms. That a rival counts, and what, is its own business."""

from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.counting"
NOUNS = {"counts": ("count",)}
HERS = {"count": "count"}
SOUND: dict[str, Any] = {"labels": ["CT-1"]}
OWN = {"safety.begin_count": {"place": "R201"}}
FORM = {"labels": "CT-1"}


def week(world, codes, keys):
    """The rival counts a room."""
    with world.as_("sujin"):
        made = safety.begin_count(place="R202")
        codes["count"] = made.code
        safety.scan_containers(count=made.code, labels=["CT-0"])


def furnish(world):
    """One count of one company."""
    with world.as_("hana"):
        safety.begin_count(place="R201")
