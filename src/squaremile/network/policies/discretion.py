"""What a soft check must not tell: who asks, and what is confidential about it."""

import re
import unicodedata
from collections.abc import Iterable

LEGAL_FORMS = re.compile(
    r"주식회사|유한회사|재단법인|사단법인|\(주\)|\(유\)|\b(?:inc|ltd|llc|corp|gmbh|co|plc|ag)\b\.?", re.IGNORECASE
)
SHORTEST = 3
"""A name of fewer letters is in too many words to be looked for inside them: one of two syllables is looked for where a
word begins ("한미와 함께"), one of up to four Latin letters as a word of its own."""
EVERYDAY = frozenset(re.findall(
    r"\w+",
    "the of and for a an at in de la new university college institute national korea korean seoul center centre hospital"
    " bio biotech pharma pharmaceutical pharmaceuticals therapeutics sciences science life medical health research labs lab"
    " laboratories company group global international technologies technology systems",
))  # fmt: skip
"""Words in so many names that they tell none."""
_HANGUL_TWO = re.compile(r"[가-힣]{2}")
_LATIN_EDGE = r"(?<![a-z0-9]){0}(?![a-z0-9])"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _bare(text: str) -> str:
    """Letters and digits alone, so that neither spaces nor hyphens hide a name."""
    return "".join(c for c in _plain(text) if c.isalnum())


def told(question: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that the question tells, with or without their legal form, spaces or hyphens.

    A Latin name of up to four letters must stand as a word of its own: "ADC" is not told by "broadcast". One of several
    words is told by its first distinctive word as well: "Acme" tells "Acme Therapeutics Inc.".
    """
    said, bare = LEGAL_FORMS.sub(" ", _plain(question)), _bare(question)
    return tuple(name for name in names if _tells(said, bare, LEGAL_FORMS.sub(" ", _plain(name))))


def _tells(said: str, bare: str, name: str) -> bool:
    core = _bare(name)
    if _HANGUL_TWO.fullmatch(core):
        return re.search(rf"(?<![가-힣a-z0-9]){core}", said) is not None
    if len(core) < SHORTEST:
        return False
    if core.isascii() and len(core) <= 4:
        return re.search(_LATIN_EDGE.format(r"[\s\-_]*".join(core)), said) is not None
    if core in bare:
        return True
    first = _distinctive(name) if core.isascii() else ""
    return bool(first) and re.search(_LATIN_EDGE.format(re.escape(first)), said) is not None


def _distinctive(name: str) -> str:
    """The first word of a Latin name of several that is not in everybody's; empty where there is none, as in "ADC-99"."""
    if len(name.split()) < 2:
        return ""
    words = re.findall(r"[a-z0-9]+", name)
    return next((word for word in words if len(word) >= SHORTEST and word not in EVERYDAY), "")


def codes_in(text: str) -> tuple[str, ...]:
    """Designations such as ADC-99, MK-02 or KD3: letters and digits in one word, which name a programme by themselves."""
    return tuple(dict.fromkeys(re.findall(r"\b[A-Za-z]{2,}[-_]?\d+[A-Za-z0-9]*\b", text)))
