"""Text as matching sees it: one normal form, sentences, passages, and the language of each."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Language = Literal["ko", "en", "other"]
HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
PASSAGE_WORDS = 180
"""Words of a passage: about 250 word pieces, just below the 256 that the sentence model reads."""
PASSAGE_LETTERS = 1200
"""Letters of a passage in scripts that need no spaces, or in texts without any."""

# A full stop ends a sentence unless a single letter or a digit stands before it and no capital follows.
_END = re.compile(r"(?<=[.!?。！？])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9\u00c0-\u00de\uac00-\ud7a3\u4e00-\u9fff])|\n+")
_SHORT = re.compile(r"\b(?:[A-Z]|e\.g|i\.e|et al|cf|vs|Fig|Eq|Dr|Prof|No|approx|ca|St)\.$")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `text[start:end]`, counted in characters of the text as given."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def normal(text: str) -> str:
    """One form for what looks alike: composed Hangul, half-width letters, plain spaces (Unicode NFKC)."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def language(text: str) -> Language:
    """By letters: Korean from a tenth of Hangul on (Korean technical prose carries much Latin), English from half."""
    korean, latin = len(HANGUL.findall(text)), len(LATIN.findall(text))
    if korean and korean * 10 >= korean + latin:
        return "ko"
    letters = sum(c.isalpha() for c in text)
    return "en" if latin and latin * 2 >= letters else "other"


def sentences(text: str) -> tuple[Span, ...]:
    """Where the sentences of a text stand; blank ones are left out. Abbreviations like “e.g.” end none."""
    found, start = [], 0
    for gap in _END.finditer(text):
        if "\n" not in gap.group() and _SHORT.search(text, max(0, gap.start() - 12), gap.start()):
            continue
        found.append(_trimmed(text, start, gap.end()))
        start = gap.end()
    found.append(_trimmed(text, start, len(text)))
    return tuple(span for span in found if span.start < span.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def passages(text: str, most: int = 8) -> tuple[str, ...]:
    """Whole sentences packed into passages of at most 180 words or 1,200 letters, the first `most` of them.

    A sentence that is longer is cut. A text without a word gives no passage.
    """
    packed: list[str] = []
    for piece in _pieces(text):
        if packed and _fits(f"{packed[-1]} {piece}"):
            packed[-1] = f"{packed[-1]} {piece}"
        elif len(packed) == most:
            break
        else:
            packed.append(piece)
    return tuple(packed)


def _fits(text: str) -> bool:
    return (
        len(text) <= PASSAGE_LETTERS * 2
        and len(text.split()) <= PASSAGE_WORDS
        and (len(text) <= PASSAGE_LETTERS or language(text) == "en")
    )


def _pieces(text: str) -> Iterator[str]:
    """Sentences, and what is left of the too long ones in cuts."""
    for span in sentences(text):
        sentence = span.of(text)
        while not _fits(sentence):
            words = sentence.split()
            head = " ".join(words[:PASSAGE_WORDS])
            if len(head) > PASSAGE_LETTERS:
                head = head[:PASSAGE_LETTERS]
            yield head
            sentence = " ".join(words)[len(head) :].strip()
            if not sentence:
                break
        if sentence:
            yield sentence
