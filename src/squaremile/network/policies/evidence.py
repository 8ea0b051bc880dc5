"""How strongly a text speaks of a concept, and what that makes of its authors."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

IN_TITLE, IN_KEYWORDS, IN_ABSTRACT = Decimal(3), Decimal(2), Decimal(1)
MOST_MENTIONS = 4
"""Mentions in one abstract beyond which nothing is added: a text that repeats itself says no more."""
FIRST_OR_LAST, BETWEEN = Decimal(1), Decimal("0.5")
"""First and last authors did the work and led it, by the custom of the life sciences; the others count half."""
_HANGUL = re.compile(r"[ㄱ-ㆎ가-힣]")


@dataclass(frozen=True, slots=True)
class Text:
    """One publication in one language."""

    title: str
    abstract: str = ""
    keywords: str = ""


def forms(*written: str) -> tuple[str, ...]:
    """All spellings of a concept from its names and its lists (semicolon between), folded, without repeats."""
    found = (part.strip().casefold() for each in written for part in each.split(";"))
    return tuple(dict.fromkeys(part for part in found if len(part) > 1))


def mentions(spellings: Iterable[str], text: str) -> int:
    """How often any of the spellings stands in a text.

    A Latin spelling must stand as whole words (a plural s is allowed); a Korean one may carry particles and endings,
    but spaces in it may be missing or added, as Korean writers do.
    """
    folded, patterns = text.casefold(), []
    for spelling in spellings:
        if _HANGUL.search(spelling):
            patterns.append(r"\s?".join(re.escape(letter) for letter in spelling if not letter.isspace()))
        else:
            body = re.escape(spelling).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]?")
            patterns.append(rf"(?<![0-9a-z]){body}s?(?![0-9a-z])")
    if not patterns:
        return 0
    # Longest first, so that a spelling inside a longer one is not counted twice.
    return len(re.findall("|".join(sorted(patterns, key=len, reverse=True)), folded))


def weight(spellings: Sequence[str], texts: Iterable[Text]) -> Decimal:
    """The weight of a concept in a publication: 0 where it is not mentioned. Languages do not add up: the larger counts.

    Title 3, each keyword line 2, each mention in the abstract 1 up to four.
    """
    best = Decimal(0)
    for text in texts:
        here = IN_ABSTRACT * min(mentions(spellings, text.abstract), MOST_MENTIONS)
        here += IN_TITLE if mentions(spellings, text.title) else 0
        here += IN_KEYWORDS if mentions(spellings, text.keywords) else 0
        best = max(best, here)
    return best


def share(position: int, authors: int) -> Decimal:
    """What part of a publication's weight goes to the author at a position (from 1) among so many."""
    return FIRST_OR_LAST if position in (1, authors) else BETWEEN


def standing(weights: Iterable[tuple[Decimal, int, int]]) -> Decimal:
    """A person's weight for a concept: the sum over (weight, position, authors) of her publications."""
    return sum((each * share(position, authors) for each, position, authors in weights), Decimal(0))
