"""A floor under the quality of ranking, by words alone, so that no change lowers it unseen; the figures are measured in
benchmarks/matching, with the sentence model."""

import numpy as np
import pytest

from benchmarks.matching import sets
from benchmarks.matching.quality import hits_of
from squaremile.network.matching.documents import authorship
from squaremile.network.matching.index import index_of
from squaremile.network.matching.question import ask

from .collection import PLAIN


def test_experts_are_found_better_than_by_the_published_voting_model():
    held = sets.experts()
    if held is None:
        pytest.skip("expert-finding-dblp is not beside the repository")
    index = index_of(held.documents, PLAIN)
    authors = authorship(index.numbers, held.pairs)
    texts = {d.id: d.text for d in held.documents}
    precision = []
    for query, relevant in zip(held.queries, held.relevant, strict=True):
        hits = hits_of(index.people(ask(texts[query], PLAIN), authors, top=None), held.candidates, relevant)
        ranks = np.flatnonzero(hits) + 1
        precision.append(np.mean(np.arange(1, len(ranks) + 1) / ranks))
    assert np.mean(precision) > 0.33  # measured .346; the published voting model gives .283
