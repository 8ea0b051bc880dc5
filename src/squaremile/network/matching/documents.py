"""What goes in: documents, and who wrote them."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Id = int | str
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with a name of the caller's. `counted=False` keeps a confidential text out of the statistics of terms,
    so that readers who may not see it cannot feel it in the scores of others."""

    id: Id
    text: str
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Authorship:
    """Who wrote what. Pairs are sorted by document: document d was written by `people[starts[d]:starts[d+1]]`, and
    `documents` (pairs,) says the same the other way."""

    names: tuple[Hashable, ...]
    starts: NDArray[np.int64]
    people: NDArray[np.int32]
    documents: NDArray[np.int32]

    def sizes(self, allowed: Flags | None = None) -> NDArray[np.int64]:
        """How many documents each person has (people,), of those the reader may see."""
        if allowed is None:
            return np.bincount(self.people, minlength=len(self.names))
        seen = allowed.take(self.documents)
        return np.bincount(self.people, seen, len(self.names)).astype(np.int64)


def authorship(numbers: Mapping[Id, int], pairs: Iterable[tuple[Id, Hashable]]) -> Authorship:
    """From pairs (document, person); people keep the order of their first mention, repeated pairs count once.

    `numbers` is document → its number in the index (`Index.numbers`); KeyError names an unknown document.
    """
    people: dict[Hashable, int] = {}
    known = {(numbers[document], people.setdefault(person, len(people))): None for document, person in pairs}
    documents = np.asarray([d for d, _ in known], dtype=np.int64)
    owners = np.asarray([p for _, p in known], dtype=np.int32)
    order = np.argsort(documents, kind="stable")
    starts = np.zeros(len(numbers) + 1, dtype=np.int64)
    np.cumsum(np.bincount(documents, minlength=len(numbers)), out=starts[1:])
    return Authorship(tuple(people), starts, owners[order], documents[order].astype(np.int32))
