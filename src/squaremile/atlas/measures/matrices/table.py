"""The table that everything here reads: regions by activities, dense, checked, with what was done to it said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from squaremile.atlas.measures.matrices.adding import add_up
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table
from squaremile.kernel.words import Text

Floats = NDArray[np.float64]
CELLS = 200_000_000
"""Regions times activities that are held at once (1.6 GB)."""


@dataclass(frozen=True, slots=True)
class Matrix(Shown):
    """`values[r, a]` of activity `a` in region `r` (jobs, firms, patents, …); sorted names; no empty row or column.

    `dropped_regions` and `dropped_activities` had nothing but zeros; `notes` say what was done to the rows given.
    """

    regions: tuple[str, ...]
    activities: tuple[str, ...]
    values: Floats
    notes: tuple[Text, ...] = ()
    dropped_regions: tuple[str, ...] = ()
    dropped_activities: tuple[str, ...] = ()

    def region(self, name: str) -> int:
        """The row of a region. Raises Unmeasurable where the table has none of that name."""
        if name not in self.regions:
            raise Unmeasurable(
                Text(ko=f"표에 ‘{name}’ 지역이 없습니다.", en=f"The table has no region “{name}”."),
                Text(ko="지역의 이름을 확인하십시오.", en="Check the name of the region."),
            )
        return self.regions.index(name)

    def tables(self) -> Mapping[str, Table]:
        """Regions down, activities across (the first twelve)."""
        shown = {a: self.values[:, n] for n, a in enumerate(self.activities[:12])}
        return {"Matrix": {"region": self.regions, **shown}}


def matrix_from_rows(regions: Sequence[Any], activities: Sequence[Any], values: Sequence[float] | Floats) -> Matrix:
    """From a long table, one row a region and activity.

    Rows that repeat a region and activity are summed, which the notes say. Regions and activities with nothing but zeros
    are dropped and listed. Raises Unmeasurable for unequal lengths, an empty name, a value that is negative or no number,
    and for a table without any value above zero.
    """
    held = np.asarray(values, dtype=np.float64)
    if not len(regions) == len(activities) == len(held):
        raise Unmeasurable(Text(ko="열의 길이가 서로 다릅니다.", en="The columns are of unequal length."))
    check_values(held)
    rows, names = encode(regions)
    columns, kinds = encode(activities)
    if len(names) * len(kinds) > CELLS:
        raise _too_large(len(names), len(kinds))
    summed, filled = add_up(rows, columns, held, len(names), len(kinds))
    repeated = len(held) - filled
    notes = (_summed(repeated),) if repeated else ()
    return without_empty(Matrix(tuple(names), tuple(kinds), summed, notes))


def matrix_from_codes(
    rows: NDArray[np.integer[Any]], columns: NDArray[np.integer[Any]], values: Floats,
    regions: Sequence[str], activities: Sequence[str],
) -> Matrix:  # fmt: skip
    """From a long table that is coded already: row n is of `regions[rows[n]]` and `activities[columns[n]]`.

    One pass over the rows, whatever their order: ten million of them take tenths of a second. Repeats are summed, and
    what is empty is dropped, as `matrix_from_rows` does. Codes outside the names raise ValueError.
    """
    held = np.asarray(values, dtype=np.float64)
    check_values(held)
    if len(regions) * len(activities) > CELLS:
        raise _too_large(len(regions), len(activities))
    summed, filled = add_up(rows, columns, held, len(regions), len(activities))
    repeated = len(held) - filled
    return without_empty(Matrix(tuple(regions), tuple(activities), summed, (_summed(repeated),) if repeated else ()))


def matrix_from_wide(regions: Sequence[Any], activities: Sequence[Any], values: Floats) -> Matrix:
    """From a wide table: `values[r, a]`. Repeated rows or columns are summed. Refuses as `matrix_from_rows` does."""
    held = np.asarray(values, dtype=np.float64)
    if held.shape != (len(regions), len(activities)):
        raise Unmeasurable(
            Text(ko="표의 크기가 이름의 수와 다릅니다.", en="The table does not have as many cells as its names.")
        )
    n, k = held.shape
    down = [str(r) for r in regions for _ in range(k)]
    return matrix_from_rows(down, [str(a) for a in activities] * n, held.ravel())


def check_values(values: Floats) -> None:
    """Refuse what is no number or is negative, naming the first row (counted from 1, the heading left out)."""
    flat = values.ravel()
    if len(flat) == 0:
        raise Unmeasurable(Text(ko="표에 행이 없습니다.", en="The table has no rows."))
    if not np.isfinite(flat).all():
        row = int(np.argmin(np.isfinite(flat))) + 1
        raise Unmeasurable(
            Text(ko=f"{row}번째 값이 수가 아닙니다.", en=f"Value {row} is not a finite number."),
            Text(
                ko="빈 값은 지우거나 0으로 적으십시오.", en="Remove missing values, or write 0 where nothing is there."
            ),
        )
    if (flat < 0).any():
        row = int(np.argmax(flat < 0)) + 1
        raise Unmeasurable(
            Text(ko=f"{row}번째 값이 음수입니다.", en=f"Value {row} is negative."),
            Text(ko="수나 금액은 0 이상이어야 합니다.", en="Counts and amounts are zero or more."),
        )


def encode(labels: Sequence[Any] | pa.Array) -> tuple[NDArray[np.int64], list[str]]:
    """Whole numbers for names (a list, or an Arrow column as it is), and the names in sorted order. Refuses an empty name."""
    coded = _text(labels).dictionary_encode()
    names = coded.dictionary.to_pylist()
    if coded.null_count or any(not name.strip() for name in names):
        raise Unmeasurable(
            Text(ko="이름이 빈 행이 있습니다.", en="A row has no name."),
            Text(ko="지역과 활동을 모두 채우십시오.", en="Fill in every region and activity."),
        )
    order = sorted(range(len(names)), key=names.__getitem__)
    place = np.empty(len(names), dtype=np.int64)
    place[order] = np.arange(len(names))
    return place[coded.indices.to_numpy(zero_copy_only=False)], [names[n] for n in order]


def _text(labels: Sequence[Any] | pa.Array | pa.ChunkedArray) -> pa.Array:
    if isinstance(labels, pa.ChunkedArray):
        labels = labels.combine_chunks()
    if isinstance(labels, pa.Array):
        return labels.cast(pa.string())
    try:
        return pa.array(labels, type=pa.string())
    except (pa.ArrowTypeError, pa.ArrowInvalid):  # numbers as names
        return pa.array([x if isinstance(x, str) or x is None else str(x) for x in labels], type=pa.string())


def without_empty(matrix: Matrix) -> Matrix:
    """Without the regions and activities that hold nothing; their names are kept. Refuses where nothing is left."""
    full, used = (matrix.values != 0).any(axis=1), (matrix.values != 0).any(axis=0)
    if not full.any():
        raise Unmeasurable(Text(ko="표의 값이 모두 0입니다.", en="Every value of the table is zero."))
    if full.all() and used.all():
        return matrix
    return select(matrix, full, used)


def select(matrix: Matrix, regions: NDArray[np.bool_], activities: NDArray[np.bool_]) -> Matrix:
    """Only these rows and columns; the rest is listed as dropped."""
    gone = tuple(n for n, stays in zip(matrix.regions, regions, strict=True) if not stays)
    unused = tuple(n for n, stays in zip(matrix.activities, activities, strict=True) if not stays)
    return Matrix(
        tuple(n for n, stays in zip(matrix.regions, regions, strict=True) if stays),
        tuple(n for n, stays in zip(matrix.activities, activities, strict=True) if stays),
        np.ascontiguousarray(matrix.values[np.ix_(regions, activities)]),
        matrix.notes,
        matrix.dropped_regions + gone,
        matrix.dropped_activities + unused,
    )


def _summed(repeated: int) -> Text:
    return Text(
        ko=f"같은 지역과 활동이 되풀이된 {repeated:,}행을 더했습니다.",
        en=f"{repeated:,} rows repeat a region and activity: they were summed.",
    )


def _too_large(regions: int, activities: int) -> Unmeasurable:
    return Unmeasurable(
        Text(
            ko=f"지역 {regions:,}곳과 활동 {activities:,}가지는 한 번에 재기에 너무 큽니다.",
            en=f"{regions:,} regions by {activities:,} activities are too many to measure at once.",
        ),
        Text(ko="더 넓은 지역이나 활동으로 묶으십시오.", en="Group into wider regions or activities."),
    )
