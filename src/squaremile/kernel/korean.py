"""Korean particles and search keys."""

import re
import unicodedata

PARTICLES = {
    "은는": ("은", "는"),
    "이가": ("이", "가"),
    "을를": ("을", "를"),
    "과와": ("과", "와"),
    "으로": ("으로", "로"),
    "이나": ("이나", "나"),
}
_DIGIT_FINAL = {"0": 21, "1": 8, "3": 16, "6": 1, "7": 8, "8": 8}
"""Index of the final consonant of each digit read in Sino-Korean (영 일 삼 육 칠 팔); the others end in a vowel."""
_LATIN_FINAL = {"l": 8, "m": 16, "n": 4, "r": 8, "b": 17, "c": 1, "k": 1, "p": 17, "t": 19}
_RIEUL = 8


def _final(word: str) -> int:
    """Index of the last syllable's final consonant; 0 when it ends in a vowel."""
    last = re.sub(r"[\s)\]\"'”’》〉」』]+$", "", word)[-1:]
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28
    return _DIGIT_FINAL.get(last, _LATIN_FINAL.get(last.lower(), 0))


def with_particle(word: str, pair: str) -> str:
    """`word` with the particle that its last sound asks for: with_particle("현미경", "을를") is 현미경을."""
    closed, open_ = PARTICLES[pair]
    final = _final(word)
    if pair == "으로" and final == _RIEUL:
        return word + open_
    return word + (closed if final else open_)


def search_key(text: str) -> str:
    """Decomposed into letters (NFD), lower case, without spaces: partial and misspelt Korean still matches."""
    return re.sub(r"[\s\-_/·.,()]+", "", unicodedata.normalize("NFD", text).lower())
