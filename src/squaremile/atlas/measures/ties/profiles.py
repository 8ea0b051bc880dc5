"""What each organisation works on: a sparse table of organisations by topics, and which topics are near each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit
from scipy import sparse

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.ties.graph import Floats, Ints
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True, eq=False)
class Profiles:
    """`values` (organisations, topics) sparse, above 0: works, patents, projects."""

    organisations: tuple[str, ...]
    topics: tuple[str, ...]
    values: sparse.csr_array

    @property
    def directions(self) -> sparse.csr_array:
        """Rows of length 1, so that products are cosines; empty rows stay empty."""
        length = np.sqrt(np.asarray(self.values.multiply(self.values).sum(axis=1)).ravel())
        found = sparse.csr_array(sparse.diags_array(1.0 / np.where(length > 0, length, 1.0)) @ self.values)
        found.sort_indices()
        return found

    @property
    def strong(self) -> sparse.csr_array:
        """1 where the topic's share in the organisation is at least its share in all (Balassa 1965: RCA ≥ 1)."""
        held = self.values.tocoo()
        rows, columns = (np.asarray(self.values.sum(axis=k)).ravel() for k in (1, 0))
        is_strong = held.data * columns.sum() >= rows[held.row] * columns[held.col]
        place = held.row[is_strong], held.col[is_strong]
        found = sparse.csr_array((np.ones(int(is_strong.sum())), place), shape=held.shape)
        found.sort_indices()
        return found


def profiles(
    organisation: Sequence[str], topic: Sequence[str], value: Any = None, also: Sequence[str] = ()
) -> Profiles:
    """From rows; rows of one organisation and topic are added, rows of 0 left out. `also`: organisations without topics.

    Raises:
        Unmeasurable: no rows, blank names, a value that is negative or no number.
    """
    who, what = [str(x).strip() for x in organisation], [str(x).strip() for x in topic]
    if not who:
        raise Unmeasurable(Text(ko="자료에 행이 없습니다.", en="There are no rows."))
    if blank := next((n for n, pair in enumerate(zip(who, what, strict=True), 1) if not all(pair)), 0):
        raise Unmeasurable(
            Text(ko=f"{blank}번째 행에 이름이 비어 있습니다.", en=f"Row {blank} lacks the organisation or the topic.")
        )
    amounts = np.ones(len(who)) if value is None else np.asarray(value, dtype=np.float64)
    if not np.isfinite(amounts).all() or (amounts < 0).any():
        row = int(np.flatnonzero(~(amounts >= 0) | ~np.isfinite(amounts))[0]) + 1
        raise Unmeasurable(
            Text(
                ko=f"{row}번째 값이 0 이상의 수가 아닙니다.", en=f"Value number {row} is not a number of zero or more."
            )
        )
    if not amounts.sum() > 0:
        raise Unmeasurable(Text(ko="값이 모두 0입니다.", en="All values are zero."))
    names, topics = tuple(sorted({*who, *(str(x).strip() for x in also)})), tuple(sorted(set(what)))
    row = {name: n for n, name in enumerate(names)}
    column = {name: n for n, name in enumerate(topics)}
    place = [row[w] for w in who], [column[t] for t in what]
    held = sparse.csr_array(sparse.coo_array((amounts, place), shape=(len(names), len(topics))))
    held.eliminate_zeros()
    held.sort_indices()
    return Profiles(names, topics, held)


@njit(cache=True)
def _together(starts: Any, columns: Any, topics: int) -> Any:
    """(topics, topics) organisations that are strong in both."""
    found = np.zeros((topics, topics), np.float32)
    for r in range(len(starts) - 1):
        for a in range(starts[r], starts[r + 1]):
            for b in range(starts[r], starts[r + 1]):
                found[columns[a], columns[b]] += 1
    return found


def nearness(strong: sparse.csr_array) -> Any:
    """(topics, topics) float32: organisations strong in both over those in the commoner one (Hidalgo et al. 2007)."""
    found = _together(strong.indptr.astype(np.int64), strong.indices.astype(np.int32), strong.shape[1])
    common = np.maximum(found.diagonal(), 1)
    for topic in range(len(found)):
        found[topic] /= np.maximum(common[topic], common)
    return found


@njit(cache=True)
def _gaps(starts: Any, columns: Any, near: Any, weight: Any, many: int) -> Any:
    """For each organisation the `many` topics it is not strong in that are nearest to those it is: numbers, nearness."""
    rows, topics = len(starts) - 1, len(near)
    which, how = np.full((rows, many), -1, np.int32), np.zeros((rows, many))
    around = np.empty(topics, np.float32)
    for r in range(rows):
        around[:] = 0
        for a in range(starts[r], starts[r + 1]):
            around += near[columns[a]]
        around *= weight
        for a in range(starts[r], starts[r + 1]):
            around[columns[a]] = 0
        least = 0.0
        for c in range(topics):
            if around[c] > least:
                at = many - 1
                while at > 0 and how[r, at - 1] < around[c]:
                    how[r, at], which[r, at] = how[r, at - 1], which[r, at - 1]
                    at -= 1
                how[r, at], which[r, at] = around[c], c
                least = how[r, many - 1]
    return which, how


def gaps(strong: sparse.csr_array, many: int) -> tuple[Ints, Floats]:
    """(organisations, many): the topics it lacks with the highest relatedness density, and that density; -1 where fewer.

    Density of topic c: sum of nearness to the topics it is strong in over the sum of nearness to all (Hidalgo et al. 2007).
    """
    near = nearness(strong)
    sums = near.sum(axis=0)
    weight = np.where(sums > 0, 1 / np.maximum(sums, 1e-30), 0).astype(np.float32)
    return _gaps(strong.indptr.astype(np.int64), strong.indices.astype(np.int32), near, weight, many)  # type: ignore[no-any-return]
