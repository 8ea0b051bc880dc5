"""Door signs on paper, as PDF: a sheet of A4 a room, Korean and English together, with a QR code that opens its page."""

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

import segno
from django.conf import settings

from squaremile.core import documents
from squaremile.kernel import clock
from squaremile.kernel.words import Text
from squaremile.safety.models import DoorSign
from squaremile.safety.policies import door_signs as policy
from squaremile.safety.reads.door_signs import told

TEMPLATE = documents.PACKAGE / "safety" / "documents" / "door_sign.typ"
MOST = 300


def pdf(printed: Iterable[tuple[DoorSign, Mapping[str, Any]]], *, address: str) -> bytes:
    """In the order given. `address` is where a room's page is, with {code} for its code."""
    signs = [_sign(sign, says, address) for sign, says in list(printed)[:MOST]]
    return documents.pdf(TEMPLATE, {"signs": signs}, language="ko", made_at=clock.now())


def _sign(sign: DoorSign, says: Mapping[str, Any], address: str) -> dict[str, Any]:
    found, zone = told(says), ZoneInfo(settings.TIME_ZONE)
    do = [each.fill({"emergency": says["emergency"][0] if says["emergency"] else "–"}) for each in policy.DO]
    do += [policy.DO_WATER] if "water" in says["hazards"] else []
    do += [policy.DO_GAS] if "gas" in says["hazards"] else []
    do += [found.adds] if found.adds.ko or found.adds.en else []
    return {
        "code": sign.code, "room": says["room"], "name_ko": says["name"][0], "name_en": says["name"][1], "level": found.level,
        "made_at": sign.made_at.astimezone(zone).strftime("%Y-%m-%d %H:%M"), "valid_until": sign.valid_until.isoformat(),
        "hazards": [{"symbol": h.symbol, **_both(h.word)} for h in found.hazards], "modified": found.modified, "notice": found.notice,
        "admits_ko": ", ".join(kind.ko for kind in found.admits), "admits_en": ", ".join(kind.en for kind in found.admits),
        "wear": [_both(each) for each in found.wear], "do": [_both(each) for each in do], "emergency": says["emergency"] or ["–"],
        "manager": says["manager"], "phone": says["phone"],
        "qr": segno.make(address.format(code=says["room"]), error="m", micro=False).svg_inline(border=1, scale=4),
    }  # fmt: skip


def _both(text: Text) -> dict[str, str]:
    return {"ko": text.ko, "en": text.en}
