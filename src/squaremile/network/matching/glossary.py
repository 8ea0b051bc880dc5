"""Korean–English concepts: what lets a Korean need find English papers, and English ones Korean pages.

The built-in list is data beside this file, written for this project; a cluster adds its own concepts with `extended`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import pairwise

from .text import HANGUL, Language, Span, normal
from .tokens import singular

_ENGLISH = re.compile(r"[A-Za-z\u00c0-\u024f0-9]+")
_HANGUL_WORD = re.compile(r"[0-9A-Za-z]*[\uac00-\ud7a3]+")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning: its terms in both languages, the one to show first. Each tuple holds at least one."""

    ko: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found in a text, and the words that said it."""

    concept: Concept
    span: Span
    said: Language


@dataclass(frozen=True, slots=True)
class Glossary:
    """Concepts with two ways in: by Korean letters without spaces, by English words in their singular."""

    concepts: tuple[Concept, ...]
    _korean: dict[str, Concept] = field(default_factory=dict, repr=False, compare=False)
    _english: dict[tuple[str, ...], Concept] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for concept in self.concepts:
            if not concept.ko or not concept.en:
                raise ValueError("a concept needs a term in each language")
            for term in concept.ko:
                self._korean.setdefault(_joined(term), concept)
            for term in concept.en:
                self._english.setdefault(_words(term), concept)

    def extended(self, concepts: Iterable[Concept]) -> "Glossary":
        """With more concepts; where both know a term, the new one counts."""
        return Glossary((*concepts, *self.concepts))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Concepts in order of their place. Longer terms win over the shorter ones inside them."""
        found = [*self._said_in_korean(text), *self._said_in_english(text)]
        return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end)))

    def concepts_in(self, text: str) -> tuple[Concept, ...]:
        """Each concept once, in order of its first mention."""
        return tuple(dict.fromkeys(m.concept for m in self.mentions(text)))

    def _said_in_korean(self, text: str) -> Iterable[Mention]:
        words = list(_HANGUL_WORD.finditer(text)) if HANGUL.search(text) else []
        number = 0
        while number < len(words):
            taken = 1
            for many in range(min(_LONGEST, len(words) - number), 0, -1):
                last = words[number + many - 1]
                if not _near(text, words[number : number + many]):
                    continue
                joined = "".join(w.group().lower() for w in words[number : number + many])
                before = len(joined) - len(last.group())
                if (length := self._longest(joined, before)) is None:
                    continue
                span = Span(words[number].start(), last.start() + length - before)
                yield Mention(self._korean[joined[:length]], span, "ko")
                taken = many
                break
            number += taken

    def _longest(self, joined: str, before: int) -> int | None:
        """Length of the longest term that begins the words and ends in the last of them; a lone letter stands alone."""
        for length in range(len(joined), before, -1):
            if joined[:length] in self._korean and (length > 1 or len(joined) <= 2):
                return length
        return None

    def _said_in_english(self, text: str) -> Iterable[Mention]:
        words = list(_ENGLISH.finditer(text))
        said = [singular(w.group().lower()) for w in words]
        number = 0
        while number < len(words):
            for many in range(min(_LONGEST, len(words) - number), 0, -1):
                if concept := self._english.get(tuple(said[number : number + many])):
                    yield Mention(concept, Span(words[number].start(), words[number + many - 1].end()), "en")
                    number += many - 1
                    break
            number += 1


def _near(text: str, words: list[re.Match[str]]) -> bool:
    """Whether only spaces stand between the words."""
    return all(not text[a.end() : b.start()].strip() for a, b in pairwise(words))


def _joined(term: str) -> str:
    return "".join(normal(term).lower().split())


def _words(term: str) -> tuple[str, ...]:
    return tuple(singular(w.lower()) for w in _ENGLISH.findall(term))


def parsed(lines: Iterable[str]) -> tuple[Concept, ...]:
    """From lines `ko|ko<TAB>en|en`; blank lines and those that begin with # are passed. ValueError names a bad line."""
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        sides = [tuple(t.strip() for t in side.split("|") if t.strip()) for side in line.rstrip("\n").split("\t")]
        if len(sides) != 2 or not all(sides):
            raise ValueError(f"line {number}: expected Korean terms, a tab, English terms")
        found.append(Concept(ko=sides[0], en=sides[1]))
    return tuple(found)


@cache
def builtin() -> Glossary:
    """The list that comes with squaremile."""
    text = resources.files(__package__).joinpath("glossary.tsv").read_text(encoding="utf-8")
    return Glossary(parsed(text.splitlines()))
