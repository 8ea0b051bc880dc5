"""What a soft check must not tell: who asks, and what is confidential about it."""

import re
import unicodedata
from collections.abc import Iterable

LEGAL_FORMS = re.compile(
    r"주식회사|유한회사|재단법인|사단법인|\(주\)|\(유\)|\b(?:inc|ltd|llc|corp|gmbh|co|plc|ag)\b\.?", re.IGNORECASE
)
SHORTEST = 3
"""A name of fewer letters is in too many words to be looked for inside them."""
_LATIN_EDGE = r"(?<![a-z0-9]){0}(?![a-z0-9])"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _bare(text: str) -> str:
    """Letters and digits alone, so that neither spaces nor hyphens hide a name."""
    return "".join(c for c in _plain(text) if c.isalnum())


def told(question: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that the question tells, with or without their legal form, spaces or hyphens.

    A Latin name of up to four letters must stand as a word of its own: "ADC" is not told by "broadcast".
    """
    said, bare = _plain(question), _bare(question)
    found = []
    for name in names:
        core = _bare(LEGAL_FORMS.sub(" ", _plain(name)))
        if len(core) < SHORTEST:
            continue
        short = core.isascii() and len(core) <= 4
        if re.search(_LATIN_EDGE.format(r"[\s\-_]*".join(core)), said) if short else core in bare:
            found.append(name)
    return tuple(found)


def codes_in(text: str) -> tuple[str, ...]:
    """Designations such as ADC-99, MK-02 or KD3: letters and digits in one word, which name a programme by themselves."""
    return tuple(dict.fromkeys(re.findall(r"\b[A-Za-z]{2,}[-_]?\d+[A-Za-z0-9]*\b", text)))
