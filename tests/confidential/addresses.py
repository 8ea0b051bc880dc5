"""Every address of the product, with a rival's codes typed into it."""

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.confidential.rival import Rival

ELSEWHERE = ("accounts/", "static/")
"""Sign-in pages show nothing of the cluster; they are tested apart."""


def patterns() -> Iterator[tuple[str, str]]:
    """(address pattern, name) of every page and endpoint."""
    yield from _walk(get_resolver().url_patterns, "")


def _walk(found: list[URLPattern | URLResolver], prefix: str) -> Iterator[tuple[str, str]]:
    for one in found:
        address = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, address)
        elif not address.startswith(ELSEWHERE):
            yield address, one.name or ""


def typed(address: str, rival: Rival) -> list[str]:
    """The address with every code a rival's neighbour might try. Raises KeyError for a place nobody thought of."""
    tries = [""]
    for piece in re.split(r"(<[^>]+>)", address):
        if not piece.startswith("<"):
            tries = [t + piece for t in tries]
            continue
        values = _values(piece.strip("<>").rpartition(":")[2], address, rival)
        tries = [t + value for t in tries for value in values]
    return ["/" + re.sub(r"[\^$\\]|\?$", "", t) for t in tries]


def _values(name: str, address: str, rival: Rival) -> list[str]:
    """What to type for a named place in an address: by the noun before it."""
    by_noun = {
        "reservations": [rival.reservation, rival.pending], "bookings": [rival.reservation, rival.pending, rival.block],
        "sessions": [rival.session], "faults": [rival.fault], "organisations": [rival.organisation],
        "projects": [rival.project], "occupancies": [rival.occupancy], "places": ["R201-B1", "JB-A2", "JB"],
        "space": ["R201-B1", "JB-A2", "JB"], "sites": ["JB"], "equipment": ["CONFOCAL", "CHILLER", "CYTO-1"],
        "book": ["CONFOCAL", "CHILLER", "CYTO-1"], "catalogue": ["CONFOCAL", "CYTO-1"],
    }  # fmt: skip
    nouns = [part for part in address.partition(f"{name}>")[0].split("/") if part in by_noun]
    if nouns:
        return by_noun[nouns[-1]]
    return ["nothing-there"]
