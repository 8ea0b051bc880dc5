"""When a question finds little: misspelt words set right, and the broader term, said openly."""

from dataclasses import dataclass

import numpy as np

from squaremile.core.policies.likeness import edits, forgiven, pieces
from squaremile.kernel.korean import search_key
from squaremile.network.matching.documents import Flags
from squaremile.network.matching.question import Question, Tools
from squaremile.network.reads import glossary
from squaremile.network.reads.index_open import Held

LONGEST_NAME = 60
"""Letters of a question that may still be somebody's name."""
LEAST_LETTERS = 4
MOST_NEAR = 60
"""Words that share most letter triples with a misspelt one; the nearest of them is told by its letters."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """`spelt` are pairs (as typed, as it is written here); `broader` terms to go on with; `instead` the question that
    was asked in place of the typed one, empty where that one was asked."""

    spelt: tuple[tuple[str, str], ...]
    broader: tuple[str, ...]
    instead: str


def rescue(question: Question, held: Held, allowed: Flags, using: Tools) -> Rescue | None:
    """None where every word of the question is written in something that the asker may see."""
    typed = [word for word in question.words if word.lower() in question.text.lower()]
    unknown = [word for word in typed if not _written(word, held, allowed)]
    if not unknown or len(question.text) > LONGEST_NAME * 2:
        return None
    spelt = tuple((word, near) for word in unknown if (near := _nearest(word, held, allowed)))
    text = question.text
    for word, near in spelt:
        at = text.lower().find(word.lower())
        text = text[:at] + near + text[at + len(word) :] if at >= 0 else text
    lost = len(unknown) == len(typed) and not question.concepts
    above = glossary.broader({term for concept in question.concepts for term in concept.en}) if lost or not typed else []
    if lost and spelt:
        return Rescue(spelt, tuple(above), text)
    if lost and not spelt and question.concepts:
        return Rescue((), tuple(above), above[0] if above else "")
    return Rescue(spelt, tuple(above), "") if spelt or above else None


def _written(word: str, held: Held, allowed: Flags) -> bool:
    """Whether a document that the asker may see holds the word: other documents must not be felt in what is proposed."""
    postings = held.index.part.words
    number = postings.terms.get(word)
    if number is None:
        return False
    return bool(allowed[postings.documents[postings.starts[number] : postings.starts[number + 1]]].any())


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
    near = []
    for number in np.argsort(-counted, kind="stable")[:MOST_NEAR]:
        term, written = held.vocabulary[int(number)]
        if counted[number] and abs(len(written) - len(key)) <= most and _written(term, held, allowed):
            near.append((max(edits(key, written), edits(written, key)), term))
    distance, term = min(near, default=(most + 1, ""))
    return term if distance <= most else ""
