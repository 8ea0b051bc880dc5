"""Who is tied to whom: an undirected weighted graph from a list of ties, or from who shares what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """`names` (n,) sorted; the neighbours of node i are near[starts[i]:starts[i + 1]], rising, with their weights.

    Every tie stands in it twice, once from each end; no node is tied to itself.
    """

    names: tuple[str, ...]
    starts: Ints
    near: Ints
    weight: Floats
    loops: int
    """Ties of a node to itself that were left out."""
    repeated: int
    """Rows that named a tie again: their weights were added."""

    def __len__(self) -> int:
        return len(self.names)

    @property
    def ties(self) -> int:
        return len(self.near) // 2

    @property
    def matrix(self) -> sparse.csr_array:
        """(n, n) symmetrical weights."""
        return sparse.csr_array((self.weight, self.near, self.starts), shape=(len(self), len(self)))


def graph(a: Sequence[str], b: Sequence[str], weight: Any = None) -> Graph:
    """From rows of ties, in any direction. A tie named more than once has the sum of its weights; weights exceed 0.

    Raises:
        Unmeasurable: no tie between two different nodes, a blank name, a weight that is not above zero.
    """
    left, right = [str(x).strip() for x in a], [str(x).strip() for x in b]
    if any(not x for x in left) or any(not x for x in right):
        row = next(n for n, pair in enumerate(zip(left, right, strict=True), 1) if not all(pair))
        raise Unmeasurable(Text(ko=f"{row}번째 관계에 이름이 비어 있습니다.", en=f"Tie {row} lacks a name at one end."))
    values = np.ones(len(left)) if weight is None else np.asarray(weight, dtype=np.float64)
    if not np.isfinite(values).all() or (values <= 0).any():
        row = int(np.flatnonzero(~(values > 0) | ~np.isfinite(values))[0]) + 1
        raise Unmeasurable(
            Text(ko=f"{row}번째 관계의 가중치가 0보다 큰 수가 아닙니다.",
                 en=f"The weight of tie {row} is not a number above zero."),
            Text(ko="없는 관계는 자료에서 빼 주십시오.", en="Leave out ties that are not there."),
        )  # fmt: skip
    names = tuple(sorted({*left, *right}))
    number = {name: n for n, name in enumerate(names)}
    i = np.asarray([number[x] for x in left], dtype=np.int64)
    j = np.asarray([number[x] for x in right], dtype=np.int64)
    apart = i != j
    low, high, values = np.minimum(i, j)[apart], np.maximum(i, j)[apart], values[apart]
    held = sparse.coo_array((values, (low, high)), shape=(len(names), len(names))).tocsr()
    return of_matrix(names, held + held.T, int((~apart).sum()), int(len(values) - held.nnz))


def of_matrix(names: tuple[str, ...], matrix: Any, loops: int = 0, repeated: int = 0) -> Graph:
    """From a symmetrical sparse matrix without a diagonal."""
    held = sparse.csr_array(matrix)
    held.sort_indices()
    if not held.nnz:
        raise Unmeasurable(
            Text(ko="서로 다른 둘을 잇는 관계가 없습니다.", en="There is no tie between two different names.")
        )
    return Graph(
        names,
        held.indptr.astype(np.int64),
        held.indices.astype(np.int64),
        held.data.astype(np.float64),
        loops,
        repeated,
    )


def sharing(member: Sequence[str], thing: Sequence[str]) -> Graph:
    """Two are tied as often as they share a thing: institutions by works, people by events. Repeated rows count once."""
    who, what = [str(x).strip() for x in member], [str(x).strip() for x in thing]
    names, things = tuple(sorted(set(who))), sorted(set(what))
    row = {name: n for n, name in enumerate(names)}
    column = {name: n for n, name in enumerate(things)}
    pairs = sorted({(row[w], column[t]) for w, t in zip(who, what, strict=True)})
    held = sparse.csr_array(
        (np.ones(len(pairs)), ([p[0] for p in pairs], [p[1] for p in pairs])), shape=(len(names), len(things))
    )
    shared = (held @ held.T).tocoo()
    apart = shared.row != shared.col
    matrix = sparse.coo_array((shared.data[apart], (shared.row[apart], shared.col[apart])), shape=shared.shape)
    return of_matrix(names, matrix.tocsr(), repeated=len(who) - len(pairs))
