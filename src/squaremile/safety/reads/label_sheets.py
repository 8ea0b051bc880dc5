"""Sheets of labels for containers, as PDF: the code, what it is, whose it is, and a QR code that opens its page."""

from collections.abc import Iterable
from typing import Any

import segno

from squaremile.core import documents
from squaremile.kernel import clock
from squaremile.safety.models import SubstanceClass
from squaremile.safety.reads.containers import ContainerRow

MOST = 480
"""Twenty sheets: more is printed in parts."""
_TEMPLATE = documents.PACKAGE / "safety" / "documents" / "labels.typ"


def pdf(rows: Iterable[ContainerRow], *, address: str, language: str) -> bytes:
    """One label each, in the order given. `address` is where a container's page is, with {code} for its code."""
    some = list(rows)[:MOST]
    classes: dict[str, list[str]] = {}
    current = SubstanceClass.objects.filter(substance__code__in={row.substance for row in some}, scheme="ghs", current=True)
    for code, found in current.values_list("substance__code", "classes"):
        classes[code] = found
    labels = [_label(row, address.format(code=row.code), classes.get(row.substance, []), language) for row in some]
    return documents.pdf(_TEMPLATE, {"labels": labels}, language=language, made_at=clock.now())


def _label(row: ContainerRow, address: str, classes: list[str], language: str) -> dict[str, Any]:
    return {
        "code": row.code, "name": row.name.say(language), "cas": row.cas, "amount": row.amount, "company": row.company.say(language),
        "classes": ", ".join(classes[:4]), "received": row.received_on.isoformat(), "lot": row.lot,
        "until": row.good_until.isoformat() if row.good_until else "",
        "qr": segno.make(address, error="m", micro=False).svg_inline(border=1, scale=4),
    }  # fmt: skip
