"""A part of an index: the postings and vectors of some documents, and how parts become one."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .bm25 import Collector, Postings, ordered
from .documents import Document, Flags, Id
from .minilm import WIDTH
from .question import Tools
from .text import language, passages
from .vectors import Progress

PASSAGES = 8
"""A long document is read up to so many passages by the sentence model; by words it is read whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """Documents 0 … n−1. `vectors` (passages, 384) belong to the documents `owners` (passages,), which rise."""

    ids: tuple[Id, ...]
    digests: tuple[str, ...]
    counted: Flags
    words: Postings
    pairs: Postings
    vectors: NDArray[np.float32]
    owners: NDArray[np.int32]


def digest(document: Document) -> str:
    """Tells whether a document changed since it was read."""
    return hashlib.blake2b(f"{document.counted:d}{document.text}".encode(), digest_size=12).hexdigest()


def read(documents: Sequence[Document], using: Tools, progress: Progress | None = None) -> Part:
    """Tokenise and encode. Progress counts documents while they are tokenised, then again while they are encoded."""
    texts = [document.text for document in documents]
    encoding = using.encoder is not None
    words, pairs = Collector(), Collector()
    for number, tokens in enumerate(using.analyser.all_tokens(texts), start=1):
        words.add(tokens.words)
        pairs.add(tokens.pairs)
        if progress:
            progress(number, len(texts) * (1 + encoding))
    cut = [
        (number, passage)
        for number, text in enumerate(texts)
        for passage in (passages(text, PASSAGES) if encoding else ())
        if language(passage) == "en"
    ]
    vectors = np.zeros((0, WIDTH), dtype=np.float32)
    if using.encoder is not None and cut:
        told = progress or (lambda done, of: None)
        vectors = using.encoder.encode(
            [passage for _, passage in cut], lambda done, of: told(len(texts) + len(texts) * done // of, 2 * len(texts))
        )
    if progress:
        progress(len(texts) * (1 + encoding), len(texts) * (1 + encoding))
    return Part(
        tuple(d.id for d in documents), tuple(map(digest, documents)), np.asarray([d.counted for d in documents], dtype=bool),
        words.postings(), pairs.postings(), vectors, np.asarray([number for number, _ in cut], dtype=np.int32),
    )  # fmt: skip


def joined(parts: Sequence[Part], without: frozenset[Id] = frozenset()) -> Part:
    """One part of several. Of documents with the same id the last stays; those named in `without` go."""
    last = {id_: (p, n) for p, part in enumerate(parts) for n, id_ in enumerate(part.ids)}
    keeps = [
        np.asarray([last[i] == (p, n) and i not in without for n, i in enumerate(part.ids)], dtype=bool)
        for p, part in enumerate(parts)
    ]
    if len(parts) == 1 and bool(keeps[0].all()):
        return parts[0]
    begins = np.concatenate([[0], np.cumsum([int(keep.sum()) for keep in keeps])]).tolist()
    renumbered = [np.where(keep, np.cumsum(keep) - 1 + begin, -1) for keep, begin in zip(keeps, begins, strict=False)]
    stays = [keep[part.owners] for keep, part in zip(keeps, parts, strict=True)]
    return Part(
        tuple(i for part, keep in zip(parts, keeps, strict=True) for i, k in zip(part.ids, keep, strict=True) if k),
        tuple(d for part, keep in zip(parts, keeps, strict=True) for d, k in zip(part.digests, keep, strict=True) if k),
        np.concatenate([part.counted[keep] for part, keep in zip(parts, keeps, strict=True)]),
        _postings([part.words for part in parts], keeps, renumbered),
        _postings([part.pairs for part in parts], keeps, renumbered),
        np.concatenate([part.vectors[stay] for part, stay in zip(parts, stays, strict=True)]),
        np.concatenate([n[part.owners[s]] for part, n, s in zip(parts, renumbered, stays, strict=True)]).astype(np.int32),
    )  # fmt: skip


def _postings(parts: Sequence[Postings], keeps: Sequence[Flags], renumbered: Sequence[NDArray[np.int64]]) -> Postings:
    terms: dict[str, int] = {}
    term, documents, counts = [], [], []
    for part, numbers in zip(parts, renumbered, strict=True):
        to = np.fromiter((terms.setdefault(t, len(terms)) for t in part.terms), dtype=np.int32, count=len(part.terms))
        held = numbers[part.documents]
        stay = held >= 0
        term.append(np.repeat(to, np.diff(part.starts))[stay])
        documents.append(held[stay].astype(np.int32))
        counts.append(part.counts[stay])
    lengths = np.concatenate([part.lengths[keep] for part, keep in zip(parts, keeps, strict=True)])
    return ordered(terms, np.concatenate(term), np.concatenate(documents), np.concatenate(counts), lengths)
