"""WordPiece: English text to the numbered pieces that the sentence model was trained on.

Source: Wu et al. 2016 (arXiv 1609.08144) and the uncased BERT vocabulary, as carried by the model's own `vocab.txt`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_CHUNKS = re.compile(r"\w+|[^\w\s]")
_HANJA = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
_LONGEST_WORD = 100
_MEMORY = 1 << 16


def plain_letters(text: str) -> str:
    """Lower case without accents; Chinese characters stand alone and control characters become spaces."""
    if text.isascii():
        return text.lower().replace("\x00", " ")
    decomposed = unicodedata.normalize("NFD", text.lower())
    kept = "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cc", "Cf"} or c in "\t\n\r")
    return _HANJA.sub(r" \1 ", kept)


def words(text: str) -> Iterator[str]:
    """Words and single punctuation marks, in order."""
    for chunk in _CHUNKS.findall(plain_letters(text)):
        if "_" in chunk and len(chunk) > 1:
            yield from (part for part in re.split(r"(_)", chunk) if part)
        else:
            yield chunk


@dataclass(frozen=True, slots=True)
class WordPiece:
    """A vocabulary: piece → number. Pieces inside a word begin with `##`."""

    numbers: dict[str, int]
    unknown: int
    first: int
    last: int

    def __hash__(self) -> int:
        return id(self)

    def word(self, word: str) -> tuple[int, ...]:
        """Longest pieces first; a word that cannot be cut, or of more than 100 letters, is unknown."""
        return _pieces(self, word)

    def encode(self, text: str, limit: int) -> list[int]:
        """At most `limit` numbers (≥ 2), the opening and closing marks included."""
        found: list[int] = [self.first]
        for word in words(text):
            found.extend(_pieces(self, word))
            if len(found) >= limit:
                break
        return [*found[: limit - 1], self.last]


@lru_cache(maxsize=_MEMORY)
def _pieces(vocabulary: WordPiece, word: str) -> tuple[int, ...]:
    if len(word) > _LONGEST_WORD:
        return (vocabulary.unknown,)
    numbers, found, start = vocabulary.numbers, [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = word[start:end] if start == 0 else f"##{word[start:end]}"
            if piece in numbers:
                found.append(numbers[piece])
                start = end
                break
        else:
            return (vocabulary.unknown,)
    return tuple(found)


def vocabulary(lines: Sequence[str]) -> WordPiece:
    """From the lines of a `vocab.txt`; KeyError where a special piece is missing."""
    numbers = {line.rstrip("\n"): number for number, line in enumerate(lines)}
    return WordPiece(numbers, unknown=numbers["[UNK]"], first=numbers["[CLS]"], last=numbers["[SEP]"])
