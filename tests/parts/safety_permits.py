"""For the tests of the whole product: permits, their kinds and needs. A company's permits are its own."""

from datetime import date
from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.permits"
NOUNS = {"permits": ("permit", "ended permit")}
HERS = {"permit": "permit", "renews": "permit"}
SOUND: dict[str, Any] = {
    "permit_kind": "PAPER", "permit_number": "X-1", "issued_on": date(2026, 2, 1), "held_by": "either", "blocks": ["access"],
    "hazards": [], "remind_days": [30], "approve": True, "code": "PAPER-2",
}  # fmt: skip
SAID = {"pack_kind": ("cambridge-biosafety", "fire-inventory", "lmo-notification")}
LEFT_OUT = ("authority_en", "authority_ko", "checklist_item", "read_in", "valid_until")
OWN: dict[str, dict[str, Any]] = {
    "safety.declare_permit_kind": {"code": "PAPER-2"}, "safety.end_permit_need": {"place": "SPARE"},
}  # fmt: skip
FORM = {"permit_kind": "PAPER", "permit_number": "X-1", "issued_on": "2026-02-01", "renews": "permit", "remind_days": "30"}
TEXTS = {"permit number": "SB-2027-허가-31", "permit reason": "새봄 이전으로 반납"}


def week(world, codes, keys):
    """The rival has a permit, and one that was given back; it needs one to enter a bench that nobody rents."""
    with world.as_("safety"):
        safety.declare_permit_kind(code="PAPER", held_by="either", name_ko="시험 허가", name_en="Trial permit", blocks=["access"])
        safety.need_permit(permit_kind="PAPER", organisation="SAEBOM", place="SPARE")
    with world.as_("sujin"):
        made = safety.record_permit(permit_kind="PAPER", permit_number=TEXTS["permit number"], issued_on=date(2026, 2, 1))
        codes["permit"], keys["permit"] = made.code, made.id
        gone = safety.record_permit(permit_kind="PAPER", permit_number="SB-옛것-7", issued_on=date(2026, 2, 1)).code
        codes["ended permit"] = gone
        safety.end_permit(permit=gone, reason=TEXTS["permit reason"])


def furnish(world):
    """The standard kinds, a permit of the cluster, and one of a company."""
    with world.as_("safety"):
        safety.adopt_permit_kinds()
        safety.record_permit(permit_kind="kr-hazmat-small", permit_number="A-1", issued_on=date(2026, 2, 1))
    with world.as_("hajin"):
        safety.record_permit(permit_kind="kr-waste", permit_number="B-1", issued_on=date(2026, 2, 1))
