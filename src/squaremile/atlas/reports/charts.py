"""Charts as SVG text: few marks, every coordinate rounded to a hundredth, nothing that varies between machines.

Each has a title that is read aloud, axes with their unit, and a table beside it in the report.
"""

import html
import itertools
import math
from collections.abc import Sequence

INK, SOFT, LINE, TEAL, PALE, AMBER = "#1f2a30", "#5b6670", "#c9d1d6", "#0b6e6e", "#9cc7c7", "#b26a00"
COLOURS = (TEAL, AMBER, "#4a5fc1", "#7b3fa0", "#5b6670")
WIDTH = 680
FONT = "Pretendard, sans-serif"
Marks = list[str]


def _n(value: float) -> str:
    """A coordinate: two decimals, no negative zero."""
    return f"{value + 0.0:.2f}".replace("-0.00", "0.00")


def text(x: float, y: float, words: str, *, anchor: str = "start", size: float = 12, colour: str = INK, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{size:g}" fill="{colour}" text-anchor="{anchor}"{weight}>{html.escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str = LINE, width: float = 1, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" stroke="{colour}" stroke-width="{width:g}"{dashed}/>'


def svg(title: str, height: float, marks: Marks) -> str:
    """The whole picture."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_n(height)}" width="{WIDTH}" height="{_n(height)}" role="img"'
        f' font-family="{FONT}"><title>{html.escape(title)}</title>'
        f'<rect width="{WIDTH}" height="{_n(height)}" fill="#ffffff"/>{"".join(marks)}</svg>'
    )


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round values that cover [low, high], at most `most` + 1 of them."""
    if not high > low:
        high = low + 1
    raw = (high - low) / most
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= raw * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(i * step, 12) for i in range(first, last + 1)]


def label(value: float) -> str:
    return f"{value:,.10g}"


def intervals(
    title: str, unit: str, names: Sequence[str], values: Sequence[float], low: Sequence[float], high: Sequence[float], *,
    mark: float | None = None, chosen: str | None = None, down: bool = False,
) -> str:  # fmt: skip
    """One row a name: a dot with its interval; `mark` a line of reference, `chosen` a name in the accent.

    With `down` the smallest value is best and the scale begins at 1 (ranks).
    """
    left, right, top, row = 220.0, 30.0, 44.0, 24.0
    scale = ticks(1 if down else 0, max([*high, *values, mark or 0]))
    place = lambda v: left + (v - scale[0]) / (scale[-1] - scale[0]) * (WIDTH - left - right)
    bottom = top + row * len(names)
    marks = [text(12, 20, title, size=14, bold=True)]
    for each in scale:
        marks += [line(place(each), top - 6, place(each), bottom), text(place(each), bottom + 18, label(each), anchor="middle", size=11, colour=SOFT)]
    if mark is not None:
        marks.append(line(place(mark), top - 6, place(mark), bottom, colour=INK, dash="4 3"))
    for i, (name, value, a, b) in enumerate(zip(names, values, low, high, strict=True)):
        y, mine = top + row * i + row / 2, name == chosen
        colour = TEAL if mine or chosen is None else SOFT
        marks.append(text(left - 12, y + 4, _cut(name), anchor="end", bold=mine))
        marks.append(line(place(a), y, place(b), y, colour=colour, width=2))
        marks += [line(place(end), y - 4, place(end), y + 4, colour=colour, width=2) for end in (a, b)]
        marks.append(f'<circle cx="{_n(place(value))}" cy="{_n(y)}" r="4" fill="{colour}"/>')
    marks.append(text(WIDTH - right, bottom + 36, unit, anchor="end", size=11, colour=SOFT))
    return svg(title, bottom + 46, marks)


def lines(title: str, unit: str, periods: Sequence[str], series: Sequence[tuple[str, Sequence[float]]]) -> str:
    """One line a series over the periods, named at its end and told apart by dashes as well as colours."""
    left, right, top, height = 64.0, 190.0, 44.0, 240.0
    scale = ticks(0, max(max(values) for _, values in series))
    across = lambda i: left + i * (WIDTH - left - right) / max(1, len(periods) - 1)
    up = lambda v: top + height - (v - scale[0]) / (scale[-1] - scale[0]) * height
    marks = [text(12, 20, title, size=14, bold=True)]
    for each in scale:
        marks += [line(left, up(each), WIDTH - right, up(each)), text(left - 8, up(each) + 4, label(each), anchor="end", size=11, colour=SOFT)]
    step = max(1, math.ceil(len(periods) / 10))
    marks += [text(across(i), top + height + 18, p, anchor="middle", size=11, colour=SOFT) for i, p in enumerate(periods) if i % step == 0]
    ends = _apart([up(values[-1]) for _, values in series], 16)
    for i, ((name, values), end) in enumerate(zip(series, ends, strict=True)):
        colour, dash = COLOURS[i % len(COLOURS)], ("", "6 3", "2 3", "8 3 2 3", "1 4")[i % 5]
        points = " ".join(f"{_n(across(t))},{_n(up(v))}" for t, v in enumerate(values))
        marks.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash or "none"}"/>')
        marks.append(text(WIDTH - right + 8, end + 4, _cut(name), size=11, colour=colour, bold=True))
    marks.append(text(left, top + height + 38, unit, size=11, colour=SOFT))
    return svg(title, top + height + 48, marks)


def band(
    title: str, unit: str, along: str, x: Sequence[float], observed: Sequence[float], low: Sequence[float], high: Sequence[float],
    expected: Sequence[float], names: tuple[str, str, str],
) -> str:  # fmt: skip
    """A curve with the envelope of chance around what is expected; `names` of the curve, the envelope and the expectation.

    A distance at which a figure is not defined is left out.
    """
    left, right, top, height = 64.0, 24.0, 62.0, 240.0
    kept = [i for i, row in enumerate(zip(observed, low, high, expected, strict=True)) if all(math.isfinite(v) for v in row)]
    scale = ticks(0, max([*(high[i] for i in kept), *(observed[i] for i in kept)], default=1.0))
    below = ticks(0, max(x), 8)
    across = lambda v: left + v / below[-1] * (WIDTH - left - right)
    up = lambda v: top + height - (v - scale[0]) / (scale[-1] - scale[0]) * height
    trace = lambda values, order: " ".join(f"{_n(across(x[i]))},{_n(up(values[i]))}" for i in order)
    marks = [text(12, 20, title, size=14, bold=True)]
    for each in scale:
        marks += [line(left, up(each), WIDTH - right, up(each)), text(left - 8, up(each) + 4, label(each), anchor="end", size=11, colour=SOFT)]
    marks += [text(across(each), top + height + 18, label(each), anchor="middle", size=11, colour=SOFT) for each in below]
    marks.append(f'<polygon points="{trace(high, kept)} {trace(low, kept[::-1])}" fill="{PALE}" fill-opacity="0.5"/>')
    marks.append(f'<polyline points="{trace(expected, kept)}" fill="none" stroke="{SOFT}" stroke-width="1.5" stroke-dasharray="6 3"/>')
    marks.append(f'<polyline points="{trace(observed, kept)}" fill="none" stroke="{TEAL}" stroke-width="2.5"/>')
    for n, name in enumerate(names):
        at = left + 205 * n
        sample = f'<rect x="{_n(at)}" y="34.00" width="22.00" height="10.00" fill="{PALE}" fill-opacity="0.5"/>' if n == 1 else line(
            at, 39, at + 22, 39, colour=(TEAL, PALE, SOFT)[n], width=2.5 if n == 0 else 1.5, dash="6 3" if n == 2 else "")
        marks += [sample, text(at + 28, 43, _cut(name), size=11)]
    marks.append(text(left, top + height + 38, unit, size=11, colour=SOFT))
    marks.append(text(WIDTH - right, top + height + 38, along, anchor="end", size=11, colour=SOFT))
    return svg(title, top + height + 48, marks)


def plan(title: str, unit: str, x: Sequence[float], y: Sequence[float], inside: Sequence[bool], side: float, scale: float) -> str:
    """Points in metres around the middle of a square, the square, and a bar of `scale` metres."""
    size, top = 420.0, 40.0
    reach = side * 1.5
    across = lambda v: WIDTH / 2 + v / reach * size
    up = lambda v: top + size / 2 - v / reach * size
    marks = [text(12, 20, title, size=14, bold=True)]
    marks.append(f'<rect x="{_n(WIDTH / 2 - size / 2)}" y="{_n(top)}" width="{_n(size)}" height="{_n(size)}" fill="#f6f8f9" stroke="{LINE}"/>')
    for a, b, mine in sorted(zip(x, y, inside, strict=True)):
        if abs(a) <= reach / 2 and abs(b) <= reach / 2:
            look = f'r="3" fill="{TEAL}"' if mine else f'r="2" fill="{SOFT}"'
            marks.append(f'<circle cx="{_n(across(a))}" cy="{_n(up(b))}" {look} fill-opacity="0.6"/>')
    wide = _n(side / reach * size)
    corner = f'x="{_n(across(-side / 2))}" y="{_n(up(side / 2))}" width="{wide}" height="{wide}"'
    marks.append(f'<rect {corner} fill="none" stroke="{TEAL}" stroke-width="2"/>')
    bar, y0 = scale / reach * size, top + size + 18
    edge = WIDTH / 2 - size / 2
    marks += [line(edge, y0, edge + bar, y0, colour=INK, width=3), text(edge + bar + 8, y0 + 4, f"{label(scale)} m", size=11)]
    marks.append(text(WIDTH / 2 + size / 2, y0 + 4, unit, anchor="end", size=11, colour=SOFT))
    return svg(title, y0 + 16, marks)


def _cut(name: str, most: int = 30) -> str:
    """Names of a Korean letter count two columns."""
    width, kept = 0, ""
    for letter in name:
        width += 2 if ord(letter) > 0x1100 else 1
        if width > most:
            return kept.rstrip() + "…"
        kept += letter
    return kept


def _apart(places: Sequence[float], least: float) -> list[float]:
    """The same places, pushed down until none is nearer than `least` to the one above."""
    found = list(places)
    order = sorted(range(len(found)), key=lambda i: (found[i], i))
    for before, after in itertools.pairwise(order):
        found[after] = max(found[after], found[before] + least)
    return found
