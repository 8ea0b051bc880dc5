"""From documents to people: each document votes for who wrote it, the better placed the more.

Source: voting models of Macdonald and Ounis (2006). A vote falls with the rank and with the score, so that in a small
collection, where every rank is a good one, a document that says little about the need still votes for little. The
constants were chosen on one half of the questions of the expert-finding set of Brochier et al. (2020), with finding the
authors of a left-out paper as a second aim, so that broad topics and narrow ones are both served (benchmarks/matching).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .documents import Authorship, Flags
from .fusion import LEVEL, best_first

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rules:
    """How votes count. The document at rank r (from 0) votes s·((k+1)/(k+1+r))^steepness, with s its score as a share of
    the mean of the ten best, at most 1; a score of 0 or less votes nothing."""

    constant: int = 60
    steepness: float = 0.75
    voters: int = 5_000
    """Only so many documents vote; the next one would have less than 4 % of the first vote."""
    best: int = 5
    best_weight: float = 0.5
    """The sum over a person's `best` documents is added with this weight: depth beside breadth."""
    size_damping: float = 0.2
    """The sum of votes is divided by (documents of the person)^this: much writing alone is no expertise."""
    evidence: int = 5
    """How many documents are named for each person."""


def vote(
    scores: NDArray[np.float32], authors: Authorship, allowed: Flags | None = None, rules: Rules = Rules(),
    top: int | None = None,
) -> tuple[Numbers, Scores, Sequence[Sequence[int]]]:  # fmt: skip
    """(people, their scores, their documents), best first; ties keep the order of the people.

    `scores` (documents,) holds −inf for what the reader may not see: such documents neither vote nor count, and a person
    who wrote nothing else is not named. A document's vote is shared among its authors.
    """
    sizes = authors.sizes(allowed)
    order = best_first(scores, min(rules.voters, len(scores)))
    order = order[scores[order] > 0]
    many = np.diff(authors.starts)[order]
    votes = ((rules.constant + 1) / (rules.constant + 1 + np.arange(len(order)))) ** rules.steepness
    votes = votes * np.minimum(
        scores[order] / max(float(scores[order[:LEVEL]].sum()) / max(len(order[:LEVEL]), 1), 1e-9), 1
    )
    total = int(many.sum())
    pair = np.repeat(authors.starts[order] - np.concatenate([[0], np.cumsum(many)[:-1]]), many) + np.arange(total)
    people = authors.people[pair] if total else np.zeros(0, dtype=np.int32)
    each, share = np.repeat(votes, many), np.repeat(votes / np.maximum(many, 1), many)
    grouped = np.argsort(people, kind="stable")
    by_person = people[grouped]
    first = np.searchsorted(by_person, np.arange(len(sizes)))
    place = np.arange(total) - first[by_person]
    wide = np.bincount(people, share, len(sizes)) / np.maximum(sizes, 1) ** rules.size_damping
    deep = np.bincount(by_person, np.where(place < rules.best, each[grouped], 0), len(sizes))
    found = _share(wide) + rules.best_weight * _share(deep)
    found = np.where(sizes > 0, found, -np.inf)
    ranked = best_first(found, top)
    spoken = np.repeat(order, many)[grouped]
    ends = np.minimum(first + rules.evidence, np.append(first[1:], total))
    return ranked, found[ranked], [spoken[first[p] : ends[p]].tolist() for p in ranked]


def _share(scores: NDArray[Any]) -> Scores:
    """Of the best: 0 to 1."""
    best = float(scores.max(initial=0.0))
    return np.asarray(scores / best if best > 0 else scores, dtype=np.float64)
