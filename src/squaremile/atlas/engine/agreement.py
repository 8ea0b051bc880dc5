"""Whether two engines said the same: integers and texts exactly, floats to a tolerance."""

import math
from collections.abc import Iterator

import pyarrow as pa

TOLERANCE = 1e-12
"""Relative: sums of floats are added in another order on another engine."""
SHOWN = 5


def differences(one: pa.Table, other: pa.Table, *, tolerance: float = TOLERANCE) -> list[str]:
    """The first few ways in which the tables differ, in words; empty where they agree. Rows are compared in order."""
    if one.schema.names != other.schema.names or one.schema.types != other.schema.types:
        return [f"columns: {one.schema.to_string()} / {other.schema.to_string()}"]
    if one.num_rows != other.num_rows:
        return [f"rows: {one.num_rows} / {other.num_rows}"]
    found: list[str] = []
    for each in _differing(one, other, tolerance):
        found.append(each)
        if len(found) == SHOWN:
            break
    return found


def _differing(one: pa.Table, other: pa.Table, tolerance: float) -> Iterator[str]:
    for name in one.column_names:
        left, right = one.column(name), other.column(name)
        if left.equals(right):
            continue
        near = pa.types.is_floating(left.type)
        for row, (a, b) in enumerate(zip(left.to_pylist(), right.to_pylist(), strict=True)):
            if a == b or (near and a is not None and b is not None and _near(a, b, tolerance)):
                continue
            yield f"{name}, row {row}: {a!r} / {b!r}"


def _near(a: float, b: float, tolerance: float) -> bool:
    return (math.isnan(a) and math.isnan(b)) or math.isclose(a, b, rel_tol=tolerance, abs_tol=0.0)
