"""Large collections without a saved index: all documents by quick words, then the candidates read with everything.

Encoding costs a second for some tens of abstracts, so a collection above the limit is first ranked by words without the
morphological analyser and the sentence model; the best documents of every question are then read with both.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from .documents import Document
from .index import Floats, Index, index_of
from .question import Question, Tools, ask
from .tokens import Analyser
from .vectors import Progress

LIMIT = 20_000
"""Documents that are read with everything."""
_BELOW = 0.001
_DEPTHS = (1000, 500, 200, 100, 50, 20)


@dataclass(frozen=True, slots=True)
class Reader:
    """Scores every document for a question, by the full index where it is whole, else in two stages."""

    first: Index
    second: Index | None
    places: np.ndarray[tuple[int], np.dtype[np.int64]]
    """Document number in `first` of each document of `second`."""
    using: Tools
    quick: Tools

    def scores(self, text: str) -> Floats:
        """(documents,): candidates first, all others by their words below a thousandth. ValueError: no word."""
        if self.second is None:
            return self.first.scores(ask(text, self.using))
        found = self.first.scores(ask(text, self.quick))
        found = found * np.float32(_BELOW / max(float(found.max()), 1e-9))
        found[self.places] = self.second.scores(ask(text, self.using)) + np.float32(_BELOW)
        return found


def quick(using: Tools) -> Tools:
    """The same glossary with the cheap readers only."""
    return replace(using, analyser=Analyser(morphemes=False), encoder=None)


def reader(
    documents: Sequence[Document], questions: Sequence[str], using: Tools, progress: Progress | None = None,
    limit: int = LIMIT,
) -> Reader:  # fmt: skip
    """Read a collection for the questions that will be asked of it. ValueError where an id comes twice."""
    if len(documents) <= limit:
        return Reader(index_of(documents, using, progress), None, np.zeros(0, dtype=np.int64), using, using)
    first = index_of(documents, quick(using), progress)
    places = candidates(first, [ask(text, quick(using)) for text in questions], limit)
    second = index_of([documents[n] for n in places.tolist()], using, progress)
    return Reader(first, second, places, using, quick(using))


def candidates(index: Index, questions: Sequence[Question], limit: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The best documents of every question, as deep as `limit` allows in all; at least the first `limit` of the best 20."""
    orders = []
    for question in questions:
        scores = index.scores(question)
        best = np.argpartition(-scores, min(_DEPTHS[0], len(scores) - 1))[: _DEPTHS[0]]
        orders.append(best[np.argsort(-scores[best], kind="stable")])
    for depth in _DEPTHS:
        union = np.unique(np.concatenate([order[:depth] for order in orders]))
        if len(union) <= limit:
            break
    return union[:limit].astype(np.int64)
