"""Tokens of two fields: *words* (Korean morphemes, English words without plural endings) and *pairs* of letters.

Pairs find Korean words that a morphological analyser cuts differently, and need no dependency; morphemes find words
under their endings. The two are fused (`squaremile.network.matching.fusion`). Where `kiwipiepy` is not installed, the
words of Korean text are its spaced words without common particles, so that matching works with less recall.
"""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from .machine import cores
from .text import HANGUL, normal

WORD = re.compile(r"[a-z\u00df-\u024f0-9]+(?:[-'’][a-z\u00df-\u024f0-9]+)*|[^\W\d_a-z\u00df-\u024f]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+")
_LINES = re.compile(r"\n+")
_APOSTROPHE = re.compile(r"['’]")
# What carries meaning in Korean: nouns, roots, verbs, adjectives, numbers, Latin and Chinese letters (Sejong tag set).
_MEANT = frozenset({"NNG", "NNP", "NR", "XR", "VV", "VA", "VV-R", "VV-I", "VA-R", "VA-I", "SL", "SH", "SN", "W_SERIAL"})
_PARTICLES = re.compile(
    r"(?<=[\uac00-\ud7a3]{2})(?:으로부터|에서는|으로는|에게서|이라는|에서|에게|으로|까지|부터|처럼|보다|이나|라는|하는|하고|되는|은|는|이|가|을|를|의|에|와|과|로|도|만)$"
)
_STOP = """
a about after all also an and any are as at be because been before being between both but by can could did do
does during each either for from further had has have having he her here his how however i if in into is it
its itself may me might more most must my near no nor not of off on once only or other our out over own same
she should so some such than that the their them then there these they this those through thus to too under
until up upon us very was we were what when where whether which while who whom whose why will with within
without would you your
"""
STOP_WORDS = frozenset(_STOP.split())


@dataclass(frozen=True, slots=True)
class Tokens:
    """What is indexed of a text, repeats included, in no particular order."""

    words: tuple[str, ...]
    pairs: tuple[str, ...]


def singular(word: str) -> str:
    """Without its plural ending; a light rule after Harman's S-stemmer (JASIS 42, 1991)."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def latin_words(text: str) -> Iterator[str]:
    """English words, lower case, singular, without stop words; of a hyphened word its parts and the whole."""
    for found in WORD.findall(text):
        parts = _APOSTROPHE.split(found)[0].split("-")
        if len(parts) > 1:
            yield singular("".join(parts))
        for part in parts:
            if part not in STOP_WORDS and (len(part) > 1 or part.isdigit() or not part.isascii()):
                yield singular(part)


def letter_pairs(text: str) -> Iterator[str]:
    """Neighbouring letters of each run in a script written without helpful spaces; a lone letter stands for itself."""
    for run in _UNSPACED.findall(text):
        yield from (run[n : n + 2] for n in range(max(1, len(run) - 1)))


@cache
def kiwi() -> Any:
    """The morphological analyser, loaded once (about two seconds); None where it is not installed."""
    try:
        package = importlib.import_module("kiwipiepy")
    except ImportError:
        return None
    return package.Kiwi(num_workers=max(2, cores()))  # one worker would refuse many texts at once


@dataclass(frozen=True, slots=True)
class Analyser:
    """Cuts texts into tokens. `morphemes=False` leaves the morphological analyser out, installed or not."""

    morphemes: bool = True

    @property
    def name(self) -> str:
        """Differs where the tokens differ: a saved index remembers it."""
        return "morphemes+pairs" if self.morphemes and kiwi() is not None else "pairs"

    def tokens(self, text: str) -> Tokens:
        return next(iter(self.all_tokens([text])))

    def all_tokens(self, texts: Sequence[str]) -> Iterator[Tokens]:
        """One `Tokens` per text, in order; Korean lines of many texts are analysed together, on all cores."""
        plain = [normal(text).lower() for text in texts]
        split = [[line for line in _LINES.split(text) if line.strip()] for text in plain]
        korean = self._korean(line for lines in split for line in lines if HANGUL.search(line))
        for lines in split:
            words: list[str] = []
            pairs: list[str] = []
            for line in lines:
                if HANGUL.search(line):
                    words.extend(next(korean))
                else:
                    words.extend(_other_words(line))
                pairs.extend(letter_pairs(line))
            if pairs:
                pairs.extend(word for word in words if word.isascii())
            yield Tokens(tuple(words), tuple(pairs))

    def _korean(self, lines: Iterable[str]) -> Iterator[list[str]]:
        analyser = kiwi() if self.morphemes else None
        if analyser is None:
            for line in lines:
                yield [_PARTICLES.sub("", w) if HANGUL.search(w) else singular(w) for w in _spaced_words(line)]
            return
        for found in analyser.tokenize(lines):
            yield [_form(t.form, t.tag) for t in found if t.tag in _MEANT and t.form.strip()]


def _spaced_words(line: str) -> list[str]:
    return [w for w in WORD.findall(line) if w not in STOP_WORDS]


def _form(form: str, tag: str) -> str:
    return singular(form.lower()) if tag == "SL" else form


def _other_words(line: str) -> Iterator[str]:
    """Words of a line without Hangul; runs without spaces (Chinese, Japanese) are left to the pairs, as words too."""
    for word in latin_words(line):
        if _UNSPACED.search(word):
            yield from letter_pairs(word)
        else:
            yield word
