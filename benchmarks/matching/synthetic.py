"""A collection of any size, made as arrays: the same shape as one that was read."""

from __future__ import annotations

import numpy as np

from squaremile.network.matching.bm25 import Postings
from squaremile.network.matching.documents import Authorship
from squaremile.network.matching.index import Index, opened
from squaremile.network.matching.minilm import WIDTH
from squaremile.network.matching.part import Part
from squaremile.network.matching.question import Question

from .terms import Shape

SEED = 11


def _zipf(rng: np.random.Generator, size: int, vocabulary: int) -> np.ndarray:
    """Term numbers by rank, as often as one over the rank."""
    return np.minimum(
        np.exp(rng.random(size, dtype=np.float32) * np.log(vocabulary)).astype(np.int64) - 1, vocabulary - 1
    )


def postings(rng: np.random.Generator, documents: int, each: int, terms: dict[str, int]) -> Postings:
    """Postings of `documents` texts of `each` tokens."""
    drawn = _zipf(rng, documents * each, len(terms)) * documents + np.repeat(np.arange(documents), each)
    drawn.sort()
    new = np.concatenate([[True], drawn[1:] != drawn[:-1]])
    places = np.flatnonzero(new)
    counts = np.diff(np.append(places, len(drawn))).astype(np.float32)
    term, document = np.divmod(drawn[places], documents)
    starts = np.searchsorted(term, np.arange(len(terms) + 1)).astype(np.int64)
    return Postings(terms, starts, document.astype(np.int32), counts, np.full(documents, each, dtype=np.float32))


def named(questions: list[Question], field: str, vocabulary: int) -> dict[str, int]:
    """Terms of which the questions' own take frequent, middling and rare places in turn."""
    own = sorted({term for question in questions for term in getattr(question, field)})
    places = np.unique(np.geomspace(20, vocabulary * 0.8, len(own)).astype(int))
    rng = np.random.default_rng(SEED)
    rng.shuffle(own)
    at = dict(zip(places.tolist(), own, strict=False))
    return {at.get(n, f"t{n}"): n for n in range(vocabulary)}


def collection(shape: Shape, questions: list[Question]) -> tuple[Index, Authorship, np.ndarray]:
    """The index, who wrote what, and what the reader may see."""
    rng = np.random.default_rng(SEED)
    vectors = rng.standard_normal((shape.documents, WIDTH), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    part = Part(
        tuple(range(shape.documents)),
        ("",) * shape.documents,
        np.ones(shape.documents, dtype=bool),
        postings(rng, shape.documents, shape.words, named(questions, "words", shape.vocabulary)),
        postings(rng, shape.documents, shape.pairs, named(questions, "pairs", shape.vocabulary // 3)),
        vectors,
        np.arange(shape.documents, dtype=np.int32),
    )
    starts = np.arange(shape.documents + 1, dtype=np.int64) * shape.authors_each
    people = rng.integers(0, shape.people, int(starts[-1])).astype(np.int32)
    documents = np.repeat(np.arange(shape.documents, dtype=np.int32), shape.authors_each)
    authors = Authorship(tuple(range(shape.people)), starts, people, documents)
    return opened(part), authors, rng.random(shape.documents) < shape.visible
