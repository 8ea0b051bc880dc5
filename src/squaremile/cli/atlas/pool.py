"""All sites that chance draws from: sifted as the points were, so that both are measured alike."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.squares.quality import find_strays, measurable
from squaremile.cli.atlas.places import Places, placed
from squaremile.cli.atlas.tables import read_table
from squaremile.cli.terminal import Trouble

Positions = tuple[NDArray[np.float64], NDArray[np.float64]]


def check(options: argparse.Namespace) -> None:
    """Refuse where there is nothing to draw from."""
    if not options.among and not options.where:
        raise Trouble(
            ko="무엇과 견줄지 알 수 없습니다. --among으로 전체 사업장 파일을 주거나 --where로 일부 행을 고르십시오.",
            en="Nothing to draw from: give a file of all sites with --among, or select some of the rows with --where.",
        )
    if options.among and options.among != "all" and not Path(options.among).is_file():
        raise Trouble(ko=f"파일이 없습니다: {options.among}", en=f"There is no such file: {options.among}")


def sites(options: argparse.Namespace, chosen: Places, counted: Places) -> tuple[Positions, dict[str, int]]:
    """Positions to draw from, and how many were left out of them and why.

    `chosen` are the rows selected, `counted` those of them that were counted. Rows of class "city" are left out with
    `--precision` (a file of sites needs that column then), far ones with `--leave-out-strays`. In the same file, what
    was counted stays and what was left out of the points is left out here.
    """
    own = not options.among or options.among == "all"
    everyone = chosen.everyone() if own else _of_file(options, chosen)
    kept, left_out = measurable(everyone.text(options.precision), len(everyone.rows))
    everyone = everyone.only(kept)
    if options.leave_out_strays and not chosen.plane:
        far = np.zeros(len(everyone.rows), bool)
        for each in find_strays(everyone.first, everyone.second):
            far[list(each.members)] = True
        if own:
            far &= ~np.isin(everyone.rows, counted.rows)
            far |= np.isin(everyone.rows, np.setdiff1d(chosen.rows, counted.rows))
        everyone = everyone.only(np.flatnonzero(~far).astype(np.int64))
        left_out = left_out | ({"far_away": int(far.sum())} if far.any() else {})
    left_out = left_out | ({"no_position": everyone.nowhere} if everyone.nowhere else {})
    return (everyone.first, everyone.second), left_out


def _of_file(options: argparse.Namespace, chosen: Places) -> Places:
    columns = [*chosen.coordinates, *([options.precision] if options.precision else [])]
    table = read_table(options.among, columns)
    return placed(table, chosen.coordinates, np.ones(table.rows, bool), chosen.plane)
