"""Making the index and renewing it: only what is new or changed is read again."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from squaremile.kernel import clock
from squaremile.network.matching import store
from squaremile.network.matching.documents import Document
from squaremile.network.matching.index import Index
from squaremile.network.matching.part import digest
from squaremile.network.matching.question import Tools, tools
from squaremile.network.reads import index_files
from squaremile.network.reads.index_entries import Entry, entries

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a run did. `left` were not read this time (`most`) and cannot be found yet."""

    total: int
    read: int
    gone: int
    left: int
    seconds: float


def folder() -> Path:
    """Where the index lies: a setting."""
    return Path(settings.NETWORK_INDEX_ROOT)


def renew(*, told: Told | None = None, most: int | None = None, using: Tools | None = None) -> Renewed:
    """Bring the index up to what the asker's scope shows (the worker's: everything that may be found by anybody).

    `most` limits how many documents are read in this run. A run that was broken off is taken up where it ended. An index
    that was made with other readers (a sentence model that is new here, say) is made anew.
    """
    began, place, using = time.perf_counter(), folder(), using or tools()
    wanted = {entry.id: entry for entry in entries()}
    before = _opened(place, using)
    known = dict(zip(before.part.ids, before.part.digests, strict=True)) if before else {}
    documents = [Document(e.id, e.text, counted=not e.visible_to) for e in wanted.values()]
    missing = [d for d in documents if known.get(d.id) != digest(d)]
    now = missing if most is None else missing[:most]
    gone = known.keys() - wanted.keys()
    index = before
    if now or before is None:
        index = store.build(place / index_files.PARTS, now if before else now or documents, using, told)
    if gone:
        index = store.remove(place / index_files.PARTS, gone, using)
    if index is not None:
        _commit(place, index, wanted, changed=bool(now or gone or before is None))
    return Renewed(len(wanted), len(now), len(gone), len(missing) - len(now), time.perf_counter() - began)


def _opened(place: Path, using: Tools) -> Index | None:
    """The index as it was left, None where there is none that can be gone on with."""
    parts = place / index_files.PARTS
    if not parts.exists():
        return None
    try:
        return store.open_index(parts, using)
    except (store.Unreadable, OSError, ValueError, KeyError):
        shutil.rmtree(parts)
        return None


def _commit(place: Path, index: Index, wanted: dict[str, Entry], *, changed: bool) -> None:
    """Entries in the index's own order; also where only their year, people or address changed."""
    listed = [wanted[str(i)] for i in index.part.ids if str(i) in wanted]
    if not changed and [e.digest for e in index_files.read_entries(place)] == [e.digest for e in listed]:
        return
    index_files.commit(place, listed, {"at": clock.now().isoformat(), "size": len(listed)})
