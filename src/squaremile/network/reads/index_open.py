"""The index as this process holds it: opened once, opened anew when a newer one was finished."""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from squaremile.core.policies.likeness import pieces
from squaremile.kernel.korean import search_key
from squaremile.kernel.scope import Scope
from squaremile.network.matching import store
from squaremile.network.matching.documents import Authorship, Flags, authorship
from squaremile.network.matching.index import Index
from squaremile.network.matching.question import tools
from squaremile.network.reads import glossary, index_files
from squaremile.network.reads.index_build import folder
from squaremile.network.reads.index_entries import Entry

LIAISON = ("site_director", "programme")


@dataclass(frozen=True)
class Held:
    """Index and entries in the same order; `people`, `labs` and `companies` are who stands behind each document."""

    stamp: tuple[int, int]
    index: Index
    entries: Sequence[Entry]
    people: Authorship
    labs: Authorship
    companies: Authorship
    kinds: NDArray[np.str_]
    partners: NDArray[np.str_]
    years: NDArray[np.int32]
    readers: NDArray[np.str_]
    """The only organisation that may read each document; empty for everyone."""
    by_id: dict[str, Entry] = field(repr=False)
    vocabulary: Sequence[tuple[str, str]] = field(repr=False)
    """Every word of the documents with its letters, for setting misspelt words right."""
    _triples: dict[str, NDArray[np.int32]] = field(repr=False)
    _speaks: dict[str, Flags] = field(default_factory=dict, repr=False)

    def words_with(self, run: str) -> NDArray[np.int32]:
        """Numbers in the vocabulary of the words that hold a run of three letters."""
        return self._triples.get(run, _NONE)

    def speaks_of(self, term: str) -> Flags:
        """Documents in which an English term of the glossary, or its Korean one, is written. Kept once asked."""
        if term not in self._speaks:
            if len(self._speaks) >= MOST_KEPT:
                self._speaks.clear()
            names = [name.lower() for name in _names_of(term)]
            self._speaks[term] = np.asarray(
                [any(name in e.text.lower() for name in names) for e in self.entries], dtype=bool
            )
        return self._speaks[term]

    def allowed(self, asking: Scope) -> Flags:
        """The mask (documents,) of what the asker may find, made before anything is ranked."""
        if asking.has_role(*LIAISON) or asking.system == "worker":
            return np.ones(len(self.entries), dtype=bool)
        mask: Flags = self.readers == ""
        for organisation in asking.organisations:
            mask |= self.readers == str(organisation)
        return mask


MOST_KEPT = 200
_NONE = np.zeros(0, dtype=np.int32)
_lock = threading.Lock()
_held: Held | None = None
_warming = False


def held() -> Held | None:
    """The newest finished index, None where none was ever finished."""
    global _held
    path = folder() / index_files.MANIFEST
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    stamp = (found.st_mtime_ns, found.st_ino)
    if _held is not None and _held.stamp == stamp:
        return _held
    with _lock:
        if _held is None or _held.stamp != stamp:
            _held = _opened(stamp)
    return _held


def warm() -> None:
    """Load what the first question would wait for (index, analyser, sentence model), beside everything else."""
    global _warming
    with _lock:
        begun, _warming = _warming, True
    if not begun and (folder() / index_files.MANIFEST).exists():
        threading.Thread(target=_warmed, name="finding-warm", daemon=True).start()


def _warmed() -> None:
    using = tools()
    using.analyser.tokens("데우기 warm")
    if using.encoder is not None:
        using.encoder.encode(["warm"])
    held()


def _opened(stamp: tuple[int, int]) -> Held | None:
    entries = index_files.read_entries(folder())
    try:
        index = store.open_index(folder() / index_files.PARTS)
    except (store.Unreadable, OSError):
        # A newer one is being finished, or was made with other readers: the next question looks again.
        return _held
    if list(index.part.ids) != [entry.id for entry in entries]:
        return _held
    part = index.part
    of_lab: dict[str, list[str]] = {}
    for entry in entries:
        if entry.kind == "lab":
            for person in entry.people:
                of_lab.setdefault(person, []).append(entry.code)
    vocabulary = [(term, search_key(term)) for term in part.words.terms if len(term) > 1]
    spoken = [e for e in entries if e.kind not in ("need", "equipment")]
    return Held(
        stamp, index, entries, _behind(index, ((e.id, p) for e in spoken for p in e.people)),
        _behind(index, _of_labs(spoken, of_lab)),
        _behind(index, ((e.id, e.partner) for e in spoken if e.partner)),
        np.asarray([e.kind for e in entries], dtype=np.str_), np.asarray([e.partner for e in entries], dtype=np.str_),
        np.asarray([e.year or 0 for e in entries], dtype=np.int32),
        np.asarray([e.visible_to for e in entries], dtype=np.str_), {e.id: e for e in entries},
        vocabulary, _triples(vocabulary),
    )


def _triples(vocabulary: Sequence[tuple[str, str]]) -> dict[str, NDArray[np.int32]]:
    found: dict[str, list[int]] = {}
    for number, (_, key) in enumerate(vocabulary):
        for run in pieces(key):
            found.setdefault(run, []).append(number)
    return {run: np.asarray(numbers, dtype=np.int32) for run, numbers in found.items()}


def _names_of(term: str) -> tuple[str, ...]:
    for concept in glossary.merged().concepts:
        if term in concept.en:
            return (*concept.en, *concept.ko)
    return (term,)


def _of_labs(entries: Iterable[Entry], of_lab: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    """A lab stands behind its own description and behind what its people wrote."""
    for entry in entries:
        if entry.kind == "lab":
            yield entry.id, entry.code
        elif entry.kind != "person":
            yield from ((entry.id, lab) for person in entry.people for lab in of_lab.get(person, ()))


def _behind(index: Index, pairs: Iterable[tuple[str, str]]) -> Authorship:
    return authorship(index.numbers, pairs)
