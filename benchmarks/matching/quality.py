"""How well people and pages are found, with bootstrap intervals over the questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from squaremile.network.matching import store
from squaremile.network.matching.documents import authorship
from squaremile.network.matching.index import FoundPerson, index_of
from squaremile.network.matching.question import ask, tools

from . import sets
from .terms import VAR

RESAMPLES, SEED = 10_000, 7


def interval(values: np.ndarray) -> dict[str, float]:
    """Mean and the 95 % bootstrap interval of per-question values."""
    drawn = np.random.default_rng(SEED).integers(0, len(values), (RESAMPLES, len(values)))
    low, high = np.percentile(values[drawn].mean(axis=1), [2.5, 97.5])
    return {"mean": float(values.mean()), "low": float(low), "high": float(high), "n": len(values)}


def find_experts(say: Callable[[str], None]) -> dict[str, object] | None:
    """The protocol of Brochier et al. 2020: rank the candidates for each query document, which is left in."""
    held = sets.experts()
    if held is None:
        say("expert-finding-dblp is not there: skipped")
        return None
    say("expert-finding-dblp: reading 1,641 papers")
    index = store.build(VAR / "dblp", held.documents)
    authors = authorship(index.numbers, held.pairs)
    texts = {d.id: d.text for d in held.documents}
    measured: dict[str, list[float]] = {"AP": [], "RR": [], "P@5": [], "P@10": [], "AUC": []}
    for query, relevant in zip(held.queries, held.relevant, strict=True):
        people = index.people(ask(texts[query]), authors, top=None)
        for name, value in _measures(hits_of(people, held.candidates, relevant)).items():
            measured[name].append(value)
    told = {name: np.asarray(values) for name, values in measured.items()}
    return {
        "held out": {name: interval(values[~held.tuned]) for name, values in told.items()},
        "tuned": {name: interval(values[held.tuned]) for name, values in told.items()},
        "all": {name: interval(values) for name, values in told.items()},
    }


def hits_of(people: Sequence[FoundPerson], candidates: list[int], relevant: np.ndarray) -> np.ndarray:
    """Whether each candidate is relevant, best ranked first. Those who wrote nothing come last: they still count."""
    place = {person: n for n, person in enumerate(candidates)}
    order = [place[p.person] for p in people if p.person in place]
    return relevant[order + sorted(set(place.values()) - set(order))]


def _measures(hits: np.ndarray) -> dict[str, float]:
    """Of one ranking of all candidates: `hits` (candidates,), best first."""
    ranks = np.flatnonzero(hits) + 1
    wrong = len(hits) - len(ranks)
    above = ranks - np.arange(1, len(ranks) + 1)
    return {
        "AP": float(np.mean(np.arange(1, len(ranks) + 1) / ranks)),
        "RR": float(1 / ranks[0]),
        "P@5": float(hits[:5].mean()),
        "P@10": float(hits[:10].mean()),
        "AUC": float(1 - above.mean() / wrong),
    }


def find_pages(say: Callable[[str], None]) -> dict[str, object] | None:
    """Recall of the one page that answers each Korean question."""
    held = sets.pages()
    if held is None:
        say("korean-retrieval-autorag (or pyarrow) is not there: skipped")
        return None
    say("korean-retrieval-autorag: reading 720 pages")
    index = index_of(held.documents, tools())
    ranks = []
    for question, answers in zip(held.questions, held.answers, strict=True):
        found = [f.document for f in index.documents(ask(question), 10)]
        ranks.append(next((n for n, page in enumerate(found) if page in answers), 99))
    return {f"R@{k}": interval((np.asarray(ranks) < k).astype(float)) for k in (1, 3, 5, 10)}
