"""For the tests of the whole product: a session everybody may know, and the seat of one person, which her company alone sees."""

from datetime import timedelta
from typing import Any

from squaremile.safety import operations as safety
from tests.world import MONDAY

API = "squaremile.api.v1.safety.sessions"
NOUNS = {"training-sessions": ("training_session", "training_session held")}
OPEN = ("training_session", "training_session held")
SOUND: dict[str, Any] = {"course": "BASIC-X", "most": 4, "present": []}
SAID = {"pack": ("us-ibc",)}
LEFT_OUT = ("place", "trainer")
OWN: dict[str, dict[str, Any]] = {
    "safety.cancel_session": {"training_session": "training_session"}, "safety.agree_classes": {"scheme": "ghs", "hazards": ["H225"]},
    "safety.record_attendance": {"training_session": "training_session held"},
    "safety.give_up_seat": {"training_session": "training_session"}, "safety.sign_up": {"training_session": "training_session"},
}


def week(world, codes, keys):
    """A session to come, in which the rival has a seat, and one that has begun."""
    with world.as_("safety"):
        for name, days in (("training_session", 3), ("training_session held", -1)):
            start = MONDAY + timedelta(days=days)
            codes[name] = safety.announce_session(course="BASIC-X", start=start, end=start + timedelta(hours=2), most=4).code
    with world.as_("sora"):
        safety.sign_up(training_session=codes["training_session"])


def furnish(world):
    """A session for the browser's tour."""
    with world.as_("safety"):
        start = MONDAY + timedelta(days=3)
        safety.announce_session(course="BASIC-X", start=start, end=start + timedelta(hours=2), most=4)
