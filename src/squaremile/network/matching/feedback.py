"""Earlier verdicts re-rank: who helped with a like need rises, who did not falls.

A person's chance of helping is the mean of a Beta distribution that begins even (Laplace's rule of succession), fed by
verdicts, each as far as its need was like this one. Twice that chance is the factor on the score: 1 where nothing is
known, never 0, never 2.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace

from .index import FoundPerson
from .question import Question

NEAR = 0.5
"""Words in common that make two needs fully alike, as a share of the smaller one's."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a person helped with an earlier need that is `likeness` (0 to 1) like the present one."""

    person: Hashable
    helped: bool
    likeness: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.likeness <= 1:
            raise ValueError("likeness runs from 0 to 1")


def likeness(one: Question, other: Question) -> float:
    """How alike two needs are, 0 to 1: by their vectors where both are English, else by the words they share."""
    if one.vector is not None and other.vector is not None:
        return min(1.0, max(0.0, float(one.vector @ other.vector)))
    smaller = min(len(one.words), len(other.words))
    return min(1.0, len(one.words.keys() & other.words.keys()) / (NEAR * smaller)) if smaller else 0.0


def factors(verdicts: Iterable[Verdict]) -> Mapping[Hashable, float]:
    """person → factor strictly between 0 and 2; people without a verdict are not in it (their factor is 1)."""
    helped: dict[Hashable, float] = {}
    weighed: dict[Hashable, float] = {}
    for verdict in verdicts:
        helped[verdict.person] = helped.get(verdict.person, 0.0) + verdict.likeness * verdict.helped
        weighed[verdict.person] = weighed.get(verdict.person, 0.0) + verdict.likeness
    return {person: 2 * (1 + helped[person]) / (2 + weight) for person, weight in weighed.items()}


def reranked(ranking: Iterable[FoundPerson], verdicts: Iterable[Verdict]) -> tuple[FoundPerson, ...]:
    """The ranking with scores (≥ 0) times their factors, best first; ties keep their order."""
    known = factors(verdicts)
    changed = (replace(person, score=person.score * known.get(person.person, 1.0)) for person in ranking)
    return tuple(sorted(changed, key=lambda person: -person.score))


def after_declining(ranking: Iterable[FoundPerson], declined: Iterable[Hashable]) -> tuple[FoundPerson, ...]:
    """The next best when some declined: the same order without them."""
    gone = frozenset(declined)
    return tuple(person for person in ranking if person.person not in gone)
