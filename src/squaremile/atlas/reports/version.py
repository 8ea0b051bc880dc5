"""Which code makes a report: a digest of what decides its figures and its looks, and the versions that bytes depend on."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from squaremile.core.documents import FONTS

PACKAGE = Path(__file__).resolve().parents[2]
ROOMS = ("atlas/measures", "atlas/policies", "atlas/reports", "core/documents")
KINDS = (".py", ".typ", ".json")
LIBRARIES = ("numpy", "scipy", "numba", "typst")


@cache
def code() -> dict[str, str]:
    """Name → version: `squaremile` (a digest of the sources), `fonts` (theirs) and the libraries that compute and set."""
    sources = sorted(
        path for room in ROOMS for path in (PACKAGE / room).rglob("*") if path.suffix in KINDS and "__pycache__" not in path.parts
    )
    said = {"squaremile": _digest(sources), "fonts": _digest(sorted(FONTS.glob("*.otf")))}
    return said | {name: version(name) for name in LIBRARIES}


def _digest(paths: list[Path]) -> str:
    held = hashlib.sha256()
    for path in paths:
        held.update(f"{path.relative_to(PACKAGE).as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return held.hexdigest()
