"""Meanings of parameters: counting what stands in a room."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "count": Known("Code of a count", "SC-7K3M9QXA", 20),
    "labels": Known("Labels as they were read: codes of containers, or the addresses in their QR codes", ["CT-7K3M9QXA"]),
}
