"""The index as it is asked: documents for a need, people for a need, and nothing that the reader may not see."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from . import bm25
from .documents import Authorship, Document, Flags, Id
from .fusion import best_first, levelled, weighted
from .part import Part, read
from .question import Question, Tools, tools
from .ranking import Rules, vote
from .vectors import Progress, nearness

Floats = NDArray[np.float32]
WORDS, PAIRS, VECTOR = 0.5, 0.5, 1.0
"""Weights of the levelled scores. Half a word score to one of the vector is where Bruch, Gai and Ingber (2023) found
the convex combination robust for this sentence model; words and pairs of Korean weigh the same."""


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document and its score; only the order of scores means something."""

    document: Id
    score: float


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person, the score, and the documents that spoke for it, strongest first."""

    person: Hashable
    score: float
    evidence: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """A part with its statistics: ready to be asked from any number of threads."""

    part: Part
    numbers: Mapping[Id, int]
    _words: bm25.Statistics = field(repr=False)
    _pairs: bm25.Statistics = field(repr=False)

    @property
    def size(self) -> int:
        """Documents held."""
        return len(self.part.ids)

    def allowed(self, ids: Iterable[Id]) -> Flags:
        """The mask (documents,) of the documents that a reader may see; ids that the index does not know are passed."""
        mask = np.zeros(self.size, dtype=bool)
        mask[[self.numbers[i] for i in ids if i in self.numbers]] = True
        return mask

    def scores(self, question: Question, allowed: Flags | None = None) -> Floats:
        """Score of every document (documents,); −inf where `allowed` (documents,) is false, before anything is ranked."""
        part = self.part
        fields = [
            (WORDS, bm25.scores(part.words, self._words, question.words)),
            (PAIRS, bm25.scores(part.pairs, self._pairs, question.pairs)),
        ]
        if question.vector is not None and question.trust > 0:
            near = nearness(part.vectors, question.vector, part.owners, self.size)
            fields.append((VECTOR * question.trust, near))
        found = weighted([(weight, levelled(scores, allowed)) for weight, scores in fields])
        return found if allowed is None else np.where(allowed, found, np.float32(-np.inf))

    def documents(
        self, question: Question, top: int | None = 10, allowed: Flags | None = None
    ) -> tuple[FoundDocument, ...]:
        """The best documents, best first; `top=None` gives all that share anything. Those that share nothing are left out."""
        scores = self.scores(question, allowed)
        order = best_first(scores, top)
        return tuple(FoundDocument(self.part.ids[n], float(scores[n])) for n in order if scores[n] > 0)

    def people(
        self, question: Question, authors: Authorship, top: int | None = 10, allowed: Flags | None = None,
        rules: Rules = Rules(),
    ) -> tuple[FoundPerson, ...]:  # fmt: skip
        """The best people for whom anything speaks, best first, with evidence.

        `top=None` gives everybody who wrote what the reader may see, at last those for whom nothing speaks.
        """
        found = named(vote(self.scores(question, allowed), authors, allowed, rules, top), authors, self.part.ids)
        return found if top is None else tuple(person for person in found if person.score > 0)


def named(
    votes: tuple[NDArray[np.int64], NDArray[np.float64], Sequence[Sequence[int]]],
    authors: Authorship,
    ids: Sequence[Id],
) -> tuple[FoundPerson, ...]:
    """Numbers of people and documents turned into names."""
    return tuple(
        FoundPerson(authors.names[person], float(score), tuple(ids[n] for n in evidence))
        for person, score, evidence in zip(*votes, strict=True)
    )


def opened(part: Part) -> Index:
    """An index over a part that was read or loaded."""
    return Index(
        part,
        {id_: number for number, id_ in enumerate(part.ids)},
        bm25.statistics(part.words, part.counted),
        bm25.statistics(part.pairs, part.counted),
    )


def index_of(documents: Sequence[Document], using: Tools | None = None, progress: Progress | None = None) -> Index:
    """Read documents into memory, without a file. ValueError where an id comes twice."""
    if len({document.id for document in documents}) < len(documents):
        raise ValueError("an id comes twice")
    return opened(read(documents, using or tools(), progress))
