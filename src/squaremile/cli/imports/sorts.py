"""Kinds of equipment by the word a site has for them."""

from __future__ import annotations

import re

from squaremile.booking import operations as booking
from squaremile.cli.imports.applying import is_korean
from squaremile.kernel.words import Text

CODE, NAME = 40, 120
OTHER = Text(ko="기타 장비", en="Other equipment")


def slug(word: str) -> str:
    """A code out of a word: letters and digits of any script, the rest as hyphens."""
    return re.sub(r"[\W_]+", "-", word.casefold()).strip("-")[:CODE].rstrip("-")


def ensure_kind(word: str, known: dict[str, str]) -> str:
    """Code of the kind that `word` names; made where the catalogue has none. `known` (names to codes) grows with it."""
    word = word.strip()[:NAME]
    code = slug(word)
    if not code:
        word, code = OTHER.en, "other"
    found = known.get(word.casefold()) or known.get(code)
    if found is None:
        names = (OTHER.ko, OTHER.en) if code == "other" else (word, "") if is_korean(word) else ("", word)
        booking.add_kind(code=code, name_ko=names[0], name_en=names[1])
        known[word.casefold()] = known[code] = found = code
    return found
