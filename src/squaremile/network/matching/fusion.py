"""Several scores of the same documents brought to one."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
LEVEL = 10
RRF = 60
"""The constant of reciprocal ranks (Cormack, Clarke and Büttcher 2009)."""


def levelled(scores: Floats, among: NDArray[np.bool_] | None = None) -> Floats:
    """Divided by the mean of the ten best, so that unlike scores can be added; all 0 stays 0.

    The mean of ten stands in for the usual maximum, which a document that equals the question would take for itself.
    `among` limits whose scores set the level (documents that the reader may see); shapes (documents,).
    """
    held = scores if among is None else scores[among]
    best = np.partition(held, len(held) - LEVEL)[-LEVEL:] if len(held) > LEVEL else held
    best = best[best > 0]
    return scores / np.float32(best.mean()) if len(best) else scores


def weighted(parts: Sequence[tuple[float, Floats]]) -> Floats:
    """Σ weight · score over levelled scores (convex combination, Bruch, Gai and Ingber 2023). At least one part."""
    return np.sum([np.float32(weight) * scores for weight, scores in parts], axis=0, dtype=np.float32)


def reciprocal(orders: Sequence[NDArray[np.int64]], size: int, constant: int = RRF) -> Floats:
    """Reciprocal rank fusion of orders (document numbers, best first) into scores (size,)."""
    found = np.zeros(size, dtype=np.float32)
    for order in orders:
        found[order] += 1 / (constant + 1 + np.arange(len(order), dtype=np.float32))
    return found


def best_first(scores: Floats | NDArray[np.float64], most: int | None = None) -> NDArray[np.int64]:
    """Numbers by falling score, ties by number; the first `most`, or all. −inf (not allowed) is left out."""
    size = len(scores)
    if most is not None and 0 < most < size:
        edge = np.partition(scores, size - most)[size - most]
        held = np.flatnonzero(scores >= edge)
    else:
        held = np.arange(size)
    held = held[scores[held] > -np.inf]
    order = held[np.argsort(-scores[held], kind="stable")]
    return order if most is None else order[:most]
