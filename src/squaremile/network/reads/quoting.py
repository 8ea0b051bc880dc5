"""What is quoted of an entry for a question: the sentences that share its words and concepts."""

from collections.abc import Sequence
from dataclasses import dataclass

from squaremile.kernel.words import Text
from squaremile.network.matching.question import Question
from squaremile.network.matching.text import sentences
from squaremile.network.matching.tokens import STOP_WORDS
from squaremile.network.policies.marking import Quote, best, quote
from squaremile.network.reads.index_entries import Entry

MOST_READ = 6000
"""Letters of a text that are looked through for sentences."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as quoting needs it: its words as they are written, and its concepts in both languages."""

    words: tuple[str, ...]
    terms: dict[str, Text]
    """Every name of each concept, small letters → the concept as it is shown."""

    @property
    def concepts(self) -> tuple[Text, ...]:
        return tuple(dict.fromkeys(self.terms.values()))


def asked(question: Question) -> Asked:
    """Of the tokens those that were in the text; translations are marked as concepts."""
    lower = question.text.lower()
    words = [w for w in question.words if len(w) > 1 and w not in STOP_WORDS and (w in lower or w.isascii())]
    terms = {
        term.lower(): Text(ko=concept.ko[0], en=concept.en[0])
        for concept in question.concepts for term in (*concept.ko, *concept.en)
    }
    return Asked(tuple(words), terms)


def quotes(entry: Entry, said: Asked, most: int = 2) -> tuple[Quote, ...]:
    """The strongest sentences, of either language; its title counts as one only where nothing else speaks."""
    found = []
    for text in (entry.text_ko, entry.text_en):
        text = text[:MOST_READ]
        found += [_quote(span.of(text), said) for span in sentences(text)]
    return best(found, most)


def titled(entry: Entry, said: Asked) -> tuple[Quote, ...]:
    """The title in each language that it is written in, its words marked."""
    return tuple(_quote(title, said) for title in (entry.title_ko, entry.title_en) if title)


def shared(entries: Sequence[Entry], said: Asked) -> tuple[Text, ...]:
    """Concepts of the question that the entries speak of too, in both languages."""
    text = "\n".join(entry.text[:MOST_READ] for entry in entries).lower()
    return tuple(dict.fromkeys(shown for term, shown in said.terms.items() if term in text))


def _quote(sentence: str, said: Asked) -> Quote:
    lower = sentence.lower()
    spans = []
    for term in said.terms:
        at = lower.find(term)
        while at >= 0:
            if not term.isascii() or _stands_alone(lower, at, at + len(term)):
                spans.append((at, at + len(term)))
            at = lower.find(term, at + len(term))
    return quote(sentence, said.words, spans)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether an English term is no part of a longer word; a plural ending may follow."""
    after = text[end : end + 2]
    return not (start and text[start - 1].isalnum()) and not (after[:1].isalnum() and not after.startswith("s"))
