"""A need made ready: its tokens, their translations by the glossary, and its vector."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .glossary import Concept, Glossary, Mention, builtin
from .text import HANGUL, passages
from .text import language as language_of
from .tokens import Analyser, letter_pairs
from .vectors import Encoder, encoder

TRANSLATED = 0.5
"""Weight of a translated term beside a term of the need itself: a translation is a guess."""
PASSAGES = 4
"""A need that is a long document is read up to so many passages."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What reads text: analyser, glossary, and the sentence model where there is one."""

    analyser: Analyser
    glossary: Glossary
    encoder: Encoder | None


@cache
def tools() -> Tools:
    """Everything that is installed."""
    return Tools(Analyser(), builtin(), encoder())


@dataclass(frozen=True, slots=True)
class Question:
    """A need as the index is asked: term → weight for each field, a vector (384,) and how far to trust it (0 to 1)."""

    text: str
    words: Mapping[str, float]
    pairs: Mapping[str, float]
    vector: NDArray[np.float32] | None
    trust: float
    concepts: tuple[Concept, ...]


def ask(text: str, using: Tools | None = None) -> Question:
    """Read a need of any length, Korean or English or both. ValueError where it holds no word."""
    using = using or tools()
    tokens = using.analyser.tokens(text)
    if not tokens.words and not tokens.pairs:
        raise ValueError("the need holds no word")
    mentions = using.glossary.mentions(text)
    words, pairs = _damped(tokens.words), _damped(tokens.pairs)
    for word, pair in _translations(mentions, using.analyser):
        words.setdefault(word, TRANSLATED) if not pair else pairs.setdefault(word, TRANSLATED)
    vector, trust = _vector(text, mentions, using.encoder)
    return Question(text, words, pairs, vector, trust, tuple(dict.fromkeys(m.concept for m in mentions)))


def _damped(tokens: Iterable[str]) -> dict[str, float]:
    """Repeats count by their logarithm: in a need that is a whole document they would drown the rest."""
    return {token: math.log1p(count) / math.log(2) for token, count in Counter(tokens).items()}


def _translations(mentions: tuple[Mention, ...], analyser: Analyser) -> Iterable[tuple[str, bool]]:
    """(token, whether it is a pair of letters) of what the need's concepts are called in the other language."""
    english = {term for m in mentions if m.said == "ko" for term in m.concept.en}
    korean = {term for m in mentions if m.said == "en" for term in m.concept.ko}
    terms = [*sorted(english), *sorted(korean)]
    for term, tokens in zip(terms, analyser.all_tokens(terms), strict=True):
        yield from ((word, False) for word in tokens.words)
        if HANGUL.search(term):
            yield from ((pair, True) for pair in letter_pairs(term))


def _vector(
    text: str, mentions: tuple[Mention, ...], model: Encoder | None
) -> tuple[NDArray[np.float32] | None, float]:
    """The mean direction of its English passages; of a Korean need, of its concepts' English terms.

    A Korean need is trusted by the share of its letters that the glossary covers, fully from a half on (the rest is
    particles and endings).
    """
    if model is None:
        return None, 0.0
    read = [p for p in passages(text, PASSAGES) if language_of(p) == "en"]
    trust = 1.0
    if not read:
        said = dict.fromkeys(m.concept.en[0] for m in mentions if m.said == "ko")
        covered = sum(m.span.end - m.span.start for m in mentions if m.said == "ko")
        letters = len(HANGUL.findall(text))
        if not said or not letters:
            return None, 0.0
        read, trust = [", ".join(said)], min(1.0, 2 * covered / letters)
    mean = model.encode(read).mean(axis=0)
    return (mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float32), trust
