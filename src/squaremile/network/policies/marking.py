"""Which sentences of a text speak for a question, and which of their words do. Plain string work, no statistics."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CONCEPT, WORD = 1.5, 1.0
"""What a shared concept and a shared word add to a sentence's claim to be quoted."""
LONGEST = 320
"""Letters of a quoted sentence; a longer one is cut around its first mark."""
_HANGUL = re.compile(r"[\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quoted sentence, marked or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in pieces; together they are the sentence. `claim` says how strongly it speaks."""

    pieces: tuple[Piece, ...]
    claim: float

    @property
    def lang(self) -> str:
        """ko where it holds Korean letters, else en."""
        return "ko" if _HANGUL.search("".join(piece.text for piece in self.pieces)) else "en"


def word_spans(sentence: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where the words stand: a Korean one anywhere, another at the beginning of a word, with a plural ending or none."""
    found = []
    for word in words:
        if _HANGUL.search(word):
            pattern = re.escape(word)
        elif len(word) < 2:
            continue
        else:
            pattern = rf"\b{re.escape(word)}(?:e?s)?\b"
        found += [match.span() for match in re.finditer(pattern, sentence, re.IGNORECASE)]
    return found


def quote(sentence: str, words: Sequence[str], concepts: Sequence[tuple[int, int]] = ()) -> Quote:
    """The sentence with its words and the spans of its shared concepts marked."""
    by_word = {word: spans for word in words if (spans := word_spans(sentence, [word]))}
    spans = _united([*concepts, *(span for spans in by_word.values() for span in spans)])
    claim = WORD * len(by_word) + CONCEPT * len({sentence[a:b].lower() for a, b in concepts})
    return Quote(tuple(_pieces(sentence, spans)), claim)


def best(quotes: Iterable[Quote], most: int) -> tuple[Quote, ...]:
    """The strongest, in falling order; what shares nothing is left out."""
    speaking = [each for each in quotes if each.claim > 0]
    return tuple(sorted(speaking, key=lambda each: -each.claim)[:most])


def _united(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping and touching spans as one, in order."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _pieces(sentence: str, spans: Sequence[tuple[int, int]]) -> Iterable[Piece]:
    begin = max(0, spans[0][0] - LONGEST // 3) if spans and len(sentence) > LONGEST else 0
    end = min(len(sentence), begin + LONGEST)
    if begin:
        yield Piece("… ", marked=False)
    at = begin
    for start, stop in spans:
        if start >= end:
            break
        if at < start:
            yield Piece(sentence[at:start], marked=False)
        yield Piece(sentence[start : min(stop, end)], marked=True)
        at = min(stop, end)
    if at < end:
        yield Piece(sentence[at:end], marked=False)
    if end < len(sentence):
        yield Piece(" …", marked=False)
