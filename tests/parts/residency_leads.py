"""For the tests of the whole product: enquiries and tours. A rival's enquiry is the programme staff's to read."""

from datetime import timedelta
from typing import Any

from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from tests.world import MONDAY

API = "squaremile.api.v1.residency.leads"
HOUR = timedelta(hours=1)
NOUNS = {"leads": ("lead",), "tours": ("tour",), "tour-slots": ("tour slot",)}
HERS = {"lead": "lead", "tour": "tour", "tour_slot": "tour slot"}
SOUND: dict[str, Any] = {
    "name": "김문의", "wanted": "bench", "consent": True, "came": True, "signed_name": "김문의", "start": MONDAY + 30 * HOUR,
    "end": MONDAY + 31 * HOUR, "places": 5, "language": "ko", "state": "contacted",
}  # fmt: skip
LEFT_OUT = ("company_name", "follow_up_on", "meeting_en", "meeting_ko", "message", "party", "remark", "route", "site",
            "source", "wanted_from", "company", "heads")  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "residency.book_tour": {"lead": "other lead", "tour_slot": "tour slot"}, "residency.enquire": {"tour_slot": "tour slot"},
    "residency.record_lead": {"lead": "lead"}, "residency.open_tour_slot": {}, "residency.follow_up_lead": {},
}  # fmt: skip
FORM = {"wanted": "bench", "heads": "1", "places": "3", "signed_name": "도둑", "came": "yes"}
OPEN = ("tour slot",)
TEXTS = {
    "lead name": "분사한이", "lead": "새봄의 둘째 회사 문의", "lead message": "새봄에서 분사할 예정입니다",
    "tour route": "새봄 방은 지나지 않음",
}


def week(world, codes, keys):
    """Somebody of the rival asks for a second company, and books a tour; staff note the route."""
    with world.as_("programme"):
        slot = residency.open_tour_slot(
            start=MONDAY + 24 * HOUR, end=MONDAY + 25 * HOUR, places=6, person=world.people["programme"], route=TEXTS["tour route"]
        )
    said = {"email": "spinout@saebom.example", "consent": True, "message": TEXTS["lead message"], "company_name": TEXTS["lead"]}
    with scope(system("public")):
        lead = residency.enquire(name=TEXTS["lead name"], tour_slot=slot.code, signed_name=TEXTS["lead name"], **said)
        other = residency.enquire(name=TEXTS["lead name"], **said)
    # Nobody of hers can be a guide: it is one of the staff.
    for operation in ("residency.open_tour_slot", "residency.follow_up_lead"):
        OWN[operation]["person"] = world.people["programme"]
    codes["lead"], codes["other lead"], codes["tour slot"] = lead.code, other.code, slot.code
    with world.as_("programme"):
        codes["tour"] = lead.tours.get().code


def furnish(world):
    """An hour that is offered, and somebody who comes."""
    with world.as_("programme"):
        slot = residency.open_tour_slot(
            start=MONDAY + 24 * HOUR, end=MONDAY + 25 * HOUR, places=6, person=world.people["programme"]
        )
        residency.enquire(name="김문의", email="q@example.org", consent=True, tour_slot=slot.code, signed_name="김문의")
