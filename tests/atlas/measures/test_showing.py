"""A result shows itself as JSON holds it and as a notebook shows it."""

import json
from dataclasses import dataclass

import numpy as np

from squaremile.atlas.measures.showing import ROWS_SHOWN, Shown
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Inner(Shown):
    share: float


@dataclass(frozen=True, slots=True)
class Result(Shown):
    names: list[str]
    values: np.ndarray
    total: np.float64
    note: Text
    inner: Inner


def result(n: int = 3) -> Result:
    names = [f"<{i}>" for i in range(n)]
    values = np.arange(n) / 3
    return Result(names, values, np.float64("nan"), Text(ko="주석", en="note"), Inner(0.1))


def test_keeps_every_digit_and_says_none_for_what_is_no_number():
    held = json.loads(json.dumps(result().as_dict()))
    assert held == {
        "names": ["<0>", "<1>", "<2>"],
        "values": [0.0, 1 / 3, 2 / 3],
        "total": None,
        "note": {"ko": "주석", "en": "note"},
        "inner": {"share": 0.1},
    }


def test_shows_a_table_with_escaped_cells():
    shown = result()._repr_html_()
    assert "&lt;1&gt;" in shown and "<1>" not in shown
    assert shown.count("<tr>") == 4


def test_says_how_many_rows_are_not_shown():
    shown = result(ROWS_SHOWN + 7)._repr_html_()
    assert "(+7)" in shown
    assert shown.count("<tr>") == ROWS_SHOWN + 1
