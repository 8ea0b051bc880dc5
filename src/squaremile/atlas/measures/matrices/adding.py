"""Adding up rows into a dense table of codes: one pass, no sorting, no intermediate arrays."""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray


@njit(cache=True)
def _add(rows, columns, values, table, seen):  # type: ignore[no-untyped-def]
    filled = 0
    width = table.shape[1]
    flat, mark = table.ravel(), seen.ravel()
    for n in range(len(values)):
        at = rows[n] * width + columns[n]
        flat[at] += values[n]
        if mark[at] == 0:
            mark[at] = 1
            filled += 1
    return filled


def add_up(
    rows: NDArray[np.integer[Any]],
    columns: NDArray[np.integer[Any]],
    values: NDArray[np.float64],
    regions: int,
    activities: int,
) -> tuple[NDArray[np.float64], int]:
    """The sum of `values` in each cell of a `regions` × `activities` table, and how many cells have a row at all.

    Codes outside the table raise ValueError: the loop itself does not check them.
    """
    for codes, size in ((rows, regions), (columns, activities)):
        if len(codes) and (int(codes.min()) < 0 or int(codes.max()) >= size):
            raise ValueError("a code is outside the table")
    table = np.zeros((regions, activities))
    seen = np.zeros((regions, activities), dtype=np.uint8)
    filled = int(_add(rows, columns, values, table, seen))
    return table, filled
