"""Meanings of parameters: containers that go from one company to another."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "content": Known("A stock list, CSV or Excel, base64 in JSON", "67KI7Zi4LENBUyzslpEs67Cp"),
    "dry_run": Known("Whether everything is taken back at the end, so that only the answer is left", True),
    "handover_key": Known("The number that the giver hands over with a container, or the address in its QR code", "HO-7K3M9QXA2B4CD", 200),
}
