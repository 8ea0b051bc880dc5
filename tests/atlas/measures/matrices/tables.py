"""Tables that the tests share, and the world-trade table as it was published."""

import csv
import gzip
from functools import cache
from pathlib import Path

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from squaremile.atlas.measures.matrices.table import Matrix, matrix_from_rows, matrix_from_wide

unhurried = settings(deadline=None)
"""Compiled kernels take their time the first time, and machines are shared."""


def named(values) -> Matrix:
    """A table with names r0…, a0… for values [region, activity]; r00… where there are more than ten."""
    held = np.asarray(values, dtype=float)
    down, across = (len(str(size - 1)) for size in held.shape)
    regions = [f"r{n:0{down}}" for n in range(held.shape[0])]
    return matrix_from_wide(regions, [f"a{n:0{across}}" for n in range(held.shape[1])], held)


def counts(least: int = 2, most: int = 6):
    """Small tables of counts in which every row and column has something."""
    shapes = st.tuples(st.integers(least, most), st.integers(least, most))
    drawn = shapes.flatmap(lambda shape: arrays(np.int64, shape, elements=st.integers(0, 30)))
    return drawn.filter(lambda t: t.any(axis=1).all() and t.any(axis=0).all()).map(lambda t: t.astype(float))


@cache
def world_trade(folder: Path) -> Matrix:
    with gzip.open(folder / "trade.csv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    return matrix_from_rows([r[0] for r in rows], [r[1] for r in rows], [float(r[2]) for r in rows])


@cache
def expected_presence(folder: Path) -> tuple[list[str], list[str], np.ndarray]:
    with gzip.open(folder / "expected_mcp_226x785.csv.gz", "rt", encoding="utf-8") as file:
        head, *rows = list(csv.reader(file))
    return [r[0] for r in rows], head[1:], np.array([r[1:] for r in rows], dtype=float)
