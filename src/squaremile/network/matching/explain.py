"""Why a document or a person was found: the sentences that made the match, and the concepts shared, in both languages.

It is given texts by the caller, who gives only what the reader may see: nothing else can be quoted.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .documents import Document, Id
from .glossary import Concept
from .question import Question, Tools, tools
from .text import HANGUL, Span, sentences
from .tokens import WORD, letter_pairs, singular

_MOST = 400
"""Sentences looked at in one document."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence, where its matching words stand in it, and the concepts of the need that it speaks of."""

    document: Id
    sentence: str
    spans: tuple[Span, ...]
    concepts: tuple[Concept, ...]
    strength: float


@dataclass(frozen=True, slots=True)
class Reasons:
    """`evidence` strongest first; `shared` and `missing` divide the need's concepts by whether the texts speak of them."""

    evidence: tuple[Evidence, ...]
    shared: tuple[Concept, ...]
    missing: tuple[Concept, ...]


def explain(question: Question, documents: Sequence[Document], using: Tools | None = None, most: int = 3) -> Reasons:
    """The `most` strongest sentences of documents that the reader may see, at most two of each document."""
    using = using or tools()
    asked = frozenset(question.concepts)
    found: list[Evidence] = []
    held: dict[Concept, None] = {}
    for document in documents:
        mentioned = [c for c in using.glossary.concepts_in(document.text) if c in asked]
        held |= dict.fromkeys(mentioned)
        spans = sentences(document.text)[:_MOST]
        each = [_evidence(question, asked, document.id, span.of(document.text), using) for span in spans]
        found.extend(sorted((e for e in each if e.strength > 0), key=_strongest)[:2])
    shared = tuple(c for c in question.concepts if c in held)
    return Reasons(
        tuple(sorted(found, key=_strongest)[:most]), shared, tuple(c for c in question.concepts if c not in held)
    )


def _strongest(evidence: Evidence) -> tuple[float, int]:
    return -evidence.strength, len(evidence.sentence)


def _evidence(question: Question, asked: frozenset[Concept], document: Id, sentence: str, using: Tools) -> Evidence:
    """Strength: distinct concepts count two, distinct words of the need one, pairs of letters a quarter."""
    mentions = [m for m in using.glossary.mentions(sentence) if m.concept in asked]
    words = dict(_said(question, sentence))
    concepts = tuple(dict.fromkeys(m.concept for m in mentions))
    spans = merged([*(m.span for m in mentions), *words])
    pairs = set(letter_pairs(sentence)) & question.pairs.keys() if words else set()
    strength = 2.0 * len(concepts) + len(set(words.values())) + 0.25 * len(pairs)
    return Evidence(document, sentence, spans, concepts, strength)


def _said(question: Question, sentence: str) -> Iterable[tuple[Span, str]]:
    """Where words of the need stand: English ones whole, Korean ones of two letters or more under any ending."""
    for found in WORD.finditer(sentence.lower()):
        word = found.group()
        if HANGUL.search(word):
            inside = [t for t in question.words if len(t) > 1 and HANGUL.search(t) and t in word]
            for token in sorted(inside):
                begin = found.start() + word.index(token)
                yield Span(begin, begin + len(token)), token
        elif singular(word) in question.words:
            yield Span(found.start(), found.end()), singular(word)
        else:
            for part in re.finditer(r"[^-'’]+", word):
                if singular(part.group()) in question.words:
                    yield Span(found.start() + part.start(), found.start() + part.end()), singular(part.group())


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, without overlaps."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
