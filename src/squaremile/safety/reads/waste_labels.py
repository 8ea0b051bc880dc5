"""Labels of waste containers, as PDF: what is in it and what it does, whose it is, since when, by when it goes."""

from collections.abc import Iterable
from typing import Any

import segno

from squaremile.core import documents
from squaremile.kernel import clock
from squaremile.safety.policies import door_signs as hazards
from squaremile.safety.reads.waste import WasteRow

MOST = 160
TEMPLATE = documents.PACKAGE / "safety" / "documents" / "waste_labels.typ"


def pdf(rows: Iterable[WasteRow], *, address: str) -> bytes:
    """One label each, in the order given. `address` is where the containers are."""
    labels = [_label(row, address) for row in list(rows)[:MOST]]
    return documents.pdf(TEMPLATE, {"labels": labels}, language="ko", made_at=clock.now())


def _label(row: WasteRow, address: str) -> dict[str, Any]:
    words = [hazards.HAZARDS[h].word for h in hazards.WASTE.get(row.stream, ())]
    return {
        "code": row.code, "contents": row.contents, "stream_ko": row.stream_said.ko, "stream_en": row.stream_said.en, "acute": row.acute,
        "hazards": ", ".join(f"{w.ko} {w.en}" for w in words), "company": row.company.ko, "room": row.room_name.ko,
        "generator": row.generator, "started": row.started_on.isoformat(), "due": [each.due.isoformat() for each in row.clocks[:2]],
        "weight": f"{row.weight_kg.normalize():f} kg" if row.weight_kg is not None else "",
        "qr": segno.make(f"{address}#{row.code}", error="m", micro=False).svg_inline(border=1, scale=4),
    }  # fmt: skip
