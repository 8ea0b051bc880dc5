"""What is read from a label: a container's code, alone or at the end of the address that its QR code holds."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

LONGEST = 20


def code_on(label: str) -> str:
    """The code, in capitals. What is longer than any code is cut: it is the code of nothing."""
    said = label.strip()
    if "://" in said:
        parts = [part for part in urlsplit(said).path.split("/") if part]
        said = parts[-1] if parts else ""
    return said.strip().upper()[:LONGEST]


def codes_on(labels: Iterable[str]) -> list[str]:
    """Each code once, in the order in which they came."""
    return [code for code in dict.fromkeys(code_on(label) for label in labels) if code]


def key_on(text: str) -> str:
    """The key of a handover, typed or at the end of the address that its QR code holds; empty where there is none."""
    found = re.search(r"HO-[0-9A-Z]{13}", text.strip().upper())
    return found[0] if found else ""
