"""BM25 over postings in NumPy: term → the documents that hold it, and how often.

Source: Robertson and Zaragoza 2009, with the idf of Lucene (never negative). Only documents that may be counted enter the
statistics (number of documents, document frequency, mean length), so that what a reader may not see moves no score.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
K1, B = 1.2, 0.75
"""Saturation and length normalisation: the usual values, not tuned."""
POSTINGS_PER_QUESTION = 3_000_000
"""A long question reads at most so many postings, rarest terms first: frequent terms hardly move a rank."""


@dataclass(frozen=True, slots=True)
class Postings:
    """For term number t: documents `documents[starts[t]:starts[t+1]]` (int32, rising), `counts` beside them.

    `lengths` (documents,) is the number of tokens of each document.
    """

    terms: Mapping[str, int]
    starts: NDArray[np.int64]
    documents: Ints
    counts: Floats
    lengths: Floats

    @property
    def size(self) -> int:
        return len(self.lengths)


@dataclass(frozen=True, slots=True)
class Statistics:
    """What BM25 needs beside postings: documents counted, `frequency` (terms,), `slack` (documents,) = k1·(1−b+b·l/mean)."""

    counted: int
    frequency: NDArray[np.int64]
    slack: Floats


@dataclass(slots=True)
class Collector:
    """Takes documents' tokens one by one and gives `Postings` at the end."""

    terms: dict[str, int] = field(default_factory=dict)
    _term: list[NDArray[np.int32]] = field(default_factory=list)
    _count: list[NDArray[np.float32]] = field(default_factory=list)
    _held: list[int] = field(default_factory=list)
    _lengths: list[int] = field(default_factory=list)

    def add(self, tokens: Sequence[str]) -> None:
        known = self.terms
        numbers = np.fromiter((known.setdefault(t, len(known)) for t in tokens), dtype=np.int32, count=len(tokens))
        held, counts = np.unique(numbers, return_counts=True)
        self._term.append(held)
        self._count.append(counts.astype(np.float32))
        self._held.append(len(held))
        self._lengths.append(len(tokens))

    def postings(self) -> Postings:
        size = len(self._lengths)
        terms = np.concatenate(self._term) if size else np.zeros(0, dtype=np.int32)
        counts = np.concatenate(self._count) if size else np.zeros(0, dtype=np.float32)
        documents = np.repeat(np.arange(size, dtype=np.int32), self._held)
        return ordered(self.terms, terms, documents, counts, np.asarray(self._lengths, dtype=np.float32))


def ordered(terms: Mapping[str, int], term: Ints, documents: Ints, counts: Floats, lengths: Floats) -> Postings:
    """Postings from triples in any order of terms; documents must rise within a term."""
    order = np.argsort(term, kind="stable")
    starts = np.zeros(len(terms) + 1, dtype=np.int64)
    np.cumsum(np.bincount(term, minlength=len(terms)), out=starts[1:])
    return Postings(terms, starts, documents[order], counts[order], lengths)


def collect(texts: Iterable[Sequence[str]]) -> Postings:
    """Postings of tokenised texts."""
    collector = Collector()
    for tokens in texts:
        collector.add(tokens)
    return collector.postings()


def statistics(postings: Postings, counted: Flags | None = None) -> Statistics:
    """From all documents, or from those where `counted` (documents,) is true."""
    if counted is None or bool(counted.all()):
        frequency = np.diff(postings.starts)
        lengths, number = postings.lengths, postings.size
    else:
        sums = np.concatenate([[0], np.cumsum(counted[postings.documents], dtype=np.int64)])
        frequency = np.diff(sums[postings.starts])
        lengths, number = postings.lengths[counted], int(counted.sum())
    held = lengths[lengths > 0]
    mean = float(held.mean()) if len(held) else 1.0
    slack = (K1 * (1 - B + B * postings.lengths / mean)).astype(np.float32)
    return Statistics(number, frequency, slack)


def scores(postings: Postings, about: Statistics, question: Mapping[str, float]) -> Floats:
    """Score of every document (documents,), 0 where no term is shared. `question` is term → weight (> 0)."""
    found = np.zeros(postings.size, dtype=np.float32)
    known = [(postings.terms[t], w) for t, w in question.items() if t in postings.terms]
    rarest = sorted(known, key=lambda pair: (int(about.frequency[pair[0]]), pair[0]))
    read = 0
    for term, weight in rarest:
        begin, end = postings.starts[term], postings.starts[term + 1]
        read += int(end - begin)
        if read > POSTINGS_PER_QUESTION and read > end - begin:
            break
        frequency = min(int(about.frequency[term]), about.counted)
        idf = float(np.log1p((about.counted - frequency + 0.5) / (frequency + 0.5)))
        held, counts = postings.documents[begin:end], postings.counts[begin:end]
        found[held] += np.float32(weight * idf * (K1 + 1)) * counts / (counts + about.slack[held])
    return found
