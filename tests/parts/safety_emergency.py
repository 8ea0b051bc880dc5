"""For the tests of the whole product: what hangs at doors everybody knows; who is inside and what a photo shows does not."""

from tempfile import TemporaryDirectory
from typing import Any

from squaremile.core import operations as core
from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.emergency"
NOUNS = {"shut-offs": ("shut-off",)}
OPEN = ("shut-off", "door sign")
HERS = {"shut_off": "shut-off", "incident": "incident"}
COPIES = TemporaryDirectory(prefix="emergency-copies-")
"""Where the machine itself may write; gone with the process."""
SOUND: dict[str, Any] = {
    "entry_way": "in", "visitor": "손님", "shut_off_kind": "gas", "where_ko": "북쪽 계단", "protection": ["ears"], "sign_rooms": ["R201"],
    "sign_days": 30, "folder": COPIES.name,
}  # fmt: skip
LEFT_OUT = ("badge", "shows", "manager", "manager_phone")
OWN: dict[str, dict[str, Any]] = {
    "safety.record_entry": {"place": "JB-A", "person": None}, "safety.set_room_card": {"place": "R202"},
    "safety.add_shut_off": {"place": "JB-A"}, "safety.add_incident_photo": {"photo": "spare photo"},
}  # fmt: skip
FORM = {
    "entry_way": "in", "visitor": "손님", "shut_off_kind": "gas", "where_ko": "북쪽 계단", "sign_rooms": "R201", "sign_days": "30",
    "protection": "ears", "which": "stale",
}  # fmt: skip
TEXTS = {"visitor": "새봄 투자자 문씨", "room manager": "새봄 방지기", "room phone": "010-7731-0000"}
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 32


def week(world, codes, keys):
    """She is inside with a visitor; the room in which she sits has a manager; its incident has a photo."""
    with world.as_("sora"):
        safety.record_entry(place="JB-A", entry_way="in")
        safety.record_entry(place="JB-A", entry_way="in", visitor=TEXTS["visitor"])
        file = core.store_file(name="photo.png", content=PNG, organisation=world.organisations["SAEBOM"])
        safety.add_incident_photo(incident=codes["incident"], photo=file.id)
        keys["spare photo"] = core.store_file(name="spare.png", content=PNG + b"2", organisation=world.organisations["SAEBOM"]).id
    with world.as_("safety"):
        safety.set_room_card(place="R201", manager=TEXTS["room manager"], manager_phone=TEXTS["room phone"])
        codes["shut-off"] = safety.add_shut_off(place="JB-A", shut_off_kind="water", where_ko="1층 기계실", where_en="Plant room").code
        codes["door sign"] = safety.print_door_signs(sign_rooms=["R202"]).signs[0]


def furnish(world):
    """Somebody inside, a shut-off, a sign."""
    with world.as_("hana"):
        safety.record_entry(place="JB-A", entry_way="in")
    with world.as_("safety"):
        safety.add_shut_off(place="JB-A", shut_off_kind="gas", where_ko="북쪽 계단", where_en="North stairs")
        safety.print_door_signs(sign_rooms=["R201", "R202"])
