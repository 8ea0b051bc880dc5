"""Making the index and renewing it: only what is new or changed is read again."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from squaremile.kernel import clock
from squaremile.network.matching.documents import Document
from squaremile.network.matching.part import Part, digest, joined, read
from squaremile.network.matching.question import Tools, tools
from squaremile.network.reads import index_files
from squaremile.network.reads.index_entries import Entry, entries

CHUNK = 200
"""Documents that are read before a segment is kept: what a broken build loses at most."""
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a run did. `left` were not read this time (`most`); the index is then as it was before."""

    total: int
    read: int
    gone: int
    left: int
    seconds: float


def folder() -> Path:
    """Where the index lies: a setting."""
    return Path(settings.NETWORK_INDEX_ROOT)


def renew(*, told: Told = lambda done, of: None, most: int | None = None, using: Tools | None = None) -> Renewed:
    """Bring the index up to what the asker's scope shows (the worker's: everything that may be found by anybody).

    `most` limits how many documents are read in this run. A run that was broken off is taken up where it ended.
    """
    began, place, using = time.perf_counter(), folder(), using or tools()
    wanted = {entry.id: entry for entry in entries()}
    kept = _kept(place)
    known = {str(i): d for part in kept for i, d in zip(part.ids, part.digests, strict=True)}
    documents = {i: _document(entry) for i, entry in wanted.items()}
    missing = [i for i, document in documents.items() if known.get(i) != digest(document)]
    now = missing if most is None else missing[:most]
    for start in range(0, len(now), CHUNK):
        chunk = [documents[i] for i in now[start : start + CHUNK]]
        part = read(chunk, using, None)
        index_files.write_segment(place, part)
        kept.append(part)
        told(start + len(chunk), len(now))
    before = index_files.manifest(place)
    held = {str(i) for part in kept for i in part.ids}
    stale = _stale(place, before, wanted)
    if (now or held - wanted.keys() or before is None or stale) and len(now) == len(missing) and kept:
        _commit(place, kept, wanted, held)
    return Renewed(len(wanted), len(now), len(held - wanted.keys()), len(missing) - len(now), time.perf_counter() - began)


def _commit(place: Path, kept: list[Part], wanted: dict[str, Entry], held: set[str]) -> None:
    whole = joined(kept, frozenset(held - wanted.keys()))
    listed = [wanted[str(i)] for i in whole.ids]
    segment = index_files.write_segment(place, whole)
    index_files.commit(place, segment, listed, {"at": clock.now().isoformat(), "size": len(listed)})


def _kept(place: Path) -> list[Part]:
    """Segments of the index and of runs that were broken off; a spoilt one is read anew."""
    found = []
    for path in index_files.segments(place) if place.exists() else ():
        try:
            found.append(index_files.read_segment(path))
        except (ValueError, KeyError, OSError, EOFError):
            path.unlink(missing_ok=True)
    return found


def _stale(place: Path, before: dict[str, object] | None, wanted: dict[str, Entry]) -> bool:
    """Whether an entry changed without its text: its year, people or address."""
    if before is None:
        return True
    try:
        listed = index_files.read_entries(place / str(before["entries"]))
    except (OSError, ValueError, KeyError, TypeError):
        return True
    return {e.id: e.digest for e in listed} != {i: e.digest for i, e in wanted.items()}


def _document(entry: Entry) -> Document:
    return Document(entry.id, entry.text, counted=not entry.visible_to)

