"""Every address of the product, with a rival's codes typed into it."""

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests import parts
from tests.confidential.rival import TEXTS, Rival

ELSEWHERE = ("accounts/", "static/")
"""Sign-in pages show nothing of the cluster; they are tested apart."""
SECRET = ("feeds/", "invitation/", "atlas/embed/", "door/", "public/tours/cancel/")
"""Opened by a secret that nobody can guess; a neighbour has the signed ref at most."""
SECRETS = {"feeds/": "feed ref", "invitation/": "invitation ref", "atlas/embed/": "shared chart"}
INSTRUMENTS, PLACES = ["CONFOCAL", "CHILLER", "CYTO-1", "CYTO-2"], ["R201-B1", "R201-B2", "JB-A2"]


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
    """What to type for a named place in an address: by its own name, else by the noun before it."""
    codes = rival.codes
    for beginning, names in parts.merged("BEGINNINGS").items():
        if beginning in address and name == "code":
            return [codes[each] for each in names]
    by_name = {
        "block": ["block"], "fault": ["fault"], "grant": ["grant ref"], "grant_ref": ["grant ref"],
        "invitation": ["invitation ref"], "manual": ["manual ref"], "occupancy": ["occupied", "occupancy"], "person": ["email"],
        "project": ["project"], "qualification": ["qualification ref"], "token": ["token ref"],
        "secret": [next((ref for way, ref in SECRETS.items() if address.startswith(way)), "invitation ref")],
    } | parts.merged("PLACES")  # fmt: skip
    if name in (said := parts.merged("SAID")):
        return list(said[name])
    if name in by_name:
        return [codes[each] for each in by_name[name]]
    if name == "needs":
        return ["CHILLER"]
    if name not in ("code", "ref", "name"):
        raise KeyError(f"nobody thought of <{name}> in {address}")
    by_noun = {
        "reservations": ("reservation", "pending", "in use"), "bookings": ("reservation", "pending", "in use", "block"),
        "sessions": ("session",), "faults": ("fault",), "organisations": ("organisation",), "projects": ("project",),
        "occupancies": ("occupied", "occupancy"), "blocks": ("block",), "people": ("person ref",),
        "files": ("file ref",), "tokens": ("token ref",), "invitations": ("invitation ref",),
        "trained": ("qualification ref",), "place-reshapes": ("reshape",), "reshapes": ("reshape",),
    } | parts.merged("NOUNS")  # fmt: skip
    of_all = {
        "places": PLACES, "space": PLACES, "sites": ["JB"], "equipment": INSTRUMENTS, "book": INSTRUMENTS,
        "catalogue": INSTRUMENTS, "rules": ["OPEN"], "rules-of-use": ["OPEN"], "kinds": ["microscope"],
        "equipment-kinds": ["microscope"], "classes": ["cytometers"], "equipment-classes": ["cytometers"],
        "kit": ["timeline"],
    } | parts.merged("ALL")  # fmt: skip
    pieces = address.partition(f"{name}>")[0].split("/")
    noun = next((part for part in reversed(pieces) if part in by_noun or part in of_all), None)
    if noun is None:
        raise KeyError(f"nobody thought of <{name}> in {address}")
    if name == "name" and noun == "files":
        return [TEXTS["file"]]
    return [codes[each] for each in by_noun[noun]] if noun in by_noun else of_all[noun]
