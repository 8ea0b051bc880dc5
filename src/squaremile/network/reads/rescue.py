"""When a question finds little: misspelt words set right, and the broader term, said openly."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from squaremile.core.policies.likeness import edits, forgiven, pieces
from squaremile.kernel.korean import search_key
from squaremile.network.matching.documents import Flags
from squaremile.network.matching.question import Question, Tools
from squaremile.network.reads import glossary
from squaremile.network.reads.index_open import Held
from squaremile.network.reads.still_seen import seen

LONGEST_MENDED = 120
"""Letters of a question up to which misspelt words are set right."""
LEAST_LETTERS = 4
RARE = 20
"""Documents up to which a word is rare."""
MOST_TRIED = 5
MOST_NEAR = 60
"""Words that share most letter triples with a misspelt one; the nearest of them is told by its letters."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """`spelt` are pairs (as typed, as it is written here); `broader` terms to go on with; `instead` the question that
    was asked in place of the typed one, empty where that one was asked."""

    spelt: tuple[tuple[str, str], ...]
    broader: tuple[str, ...]
    instead: str
    lost: bool = False
    """No word of the question stands anywhere: nearness of meaning alone would be a guess."""


def rescue(question: Question, held: Held, allowed: Flags, using: Tools) -> Rescue | None:
    """None where every word of the question is written in something that the asker may see."""
    typed = [word for word in question.words if word.lower() in question.text.lower()]
    written = _written(typed, held, allowed)
    unknown = [word for word in typed if word not in written]
    if not unknown or len(question.text) > LONGEST_MENDED:
        return None
    spelt = tuple((word, near) for word in unknown if (near := _nearest(word, held, allowed)))
    text = question.text
    for word, near in spelt:
        at = text.lower().find(word.lower())
        text = text[:at] + near + text[at + len(word) :] if at >= 0 else text
    nothing = len(unknown) == len(typed)
    lost = nothing and not question.concepts
    above = glossary.broader({term for concept in question.concepts for term in concept.en}) if nothing else []
    if lost and spelt:
        return Rescue(spelt, tuple(above), text)
    if lost:
        return Rescue((), tuple(above), "", lost=True)
    return Rescue(spelt, tuple(above), "") if spelt or above else None


def _written(words: Iterable[str], held: Held, allowed: Flags) -> set[str]:
    """Which of the words stand in a document that the asker may see: what she may not see must not be felt in what is
    proposed. Of rare words the database is asked, for what was hidden since the index was made."""
    postings, rare, found = held.index.part.words, {}, set()
    for word in words:
        number = postings.terms.get(word)
        if number is None:
            continue
        documents = postings.documents[postings.starts[number] : postings.starts[number + 1]]
        documents = documents[allowed[documents]]
        if len(documents) > RARE:
            found.add(word)
        elif len(documents):
            rare[word] = [held.entries[int(n)] for n in documents]
    there = seen(entry for entries in rare.values() for entry in entries).ids if rare else frozenset()
    return found | {word for word, entries in rare.items() if any(entry.id in there for entry in entries)}


def _nearest(word: str, held: Held, allowed: Flags) -> str:
    """The word of the documents within the slips that are forgiven, empty for none."""
    key = search_key(word)
    most = forgiven(key)
    if len(key) < LEAST_LETTERS or not most:
        return ""
    runs = pieces(key)
    counted = np.zeros(len(held.vocabulary), dtype=np.int32)
    for run in runs:
        counted[held.words_with(run)] += 1
    order = [int(n) for n in np.argsort(-counted, kind="stable")[:MOST_NEAR] if counted[n]]
    alike = [held.vocabulary[n] for n in order if abs(len(held.vocabulary[n][1]) - len(key)) <= most]
    near = [(max(edits(key, letters), edits(letters, key)), term) for term, letters in alike]
    within = sorted(pair for pair in near if pair[0] <= most)[:MOST_TRIED]
    there = _written([term for _, term in within], held, allowed)
    return next((term for _, term in within if term in there), "")
