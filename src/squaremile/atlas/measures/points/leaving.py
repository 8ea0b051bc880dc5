"""Where a curve leaves its envelope and by how much: the sentence that an office reads."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from squaremile.atlas.measures.points.sites import Floats
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Leaving:
    """A stretch of radii on which the curve is outside."""

    side: Literal["above", "below"]
    start: float
    end: float
    farthest_at: float
    """The radius in it where the curve is farthest outside, relative to what is expected there."""
    observed: float
    bound: float
    excess: float
    """observed - bound there: negative below."""
    times_expected: float | None
    """observed / expected there."""


def leavings(radii: Floats, observed: Floats, expected: Floats, lo: Floats, hi: Floats) -> tuple[Leaving, ...]:
    """Every stretch outside, in the order of radii. Undefined radii count as inside."""
    with np.errstate(invalid="ignore"):
        side = np.where(observed > hi, 1, np.where(observed < lo, -1, 0))
    found = []
    start = 0
    while start < len(radii):
        end = start
        while end + 1 < len(radii) and side[end + 1] == side[start]:
            end += 1
        if side[start] != 0:
            found.append(
                _stretch(radii, observed, expected, hi if side[start] > 0 else lo, start, end, int(side[start]))
            )
        start = end + 1
    return tuple(found)


def _stretch(
    radii: Floats, observed: Floats, expected: Floats, bound: Floats, start: int, end: int, side: int
) -> Leaving:
    part = slice(start, end + 1)
    scale = np.where(expected[part] > 0, expected[part], 1.0)
    at = start + int(np.argmax(side * (observed[part] - bound[part]) / scale))
    times = float(observed[at] / expected[at]) if expected[at] > 0 else None
    return Leaving(
        "above" if side > 0 else "below", float(radii[start]), float(radii[end]), float(radii[at]), float(observed[at]),
        float(bound[at]), float(observed[at] - bound[at]), times,
    )  # fmt: skip


def metres(distance: float) -> str:
    """A distance as people say it, in the unit of the map (metres)."""
    return f"{distance / 1000:.3g} km" if distance >= 1000 else f"{distance:.3g} m"


def _where(leaving: Leaving) -> str:
    if leaving.start == leaving.end:
        return metres(leaving.start)
    return f"{metres(leaving.start)}–{metres(leaving.end)}"


def _said(leaving: Leaving, one_type: bool) -> Text:
    above = leaving.side == "above"
    if one_type:
        ko, en = ("모여", "more concentrated") if above else ("흩어져", "more dispersed")
    else:
        ko, en = ("가까이 모여", "closer together") if above else ("떨어져", "farther apart")
    times = "" if leaving.times_expected is None else f"{leaving.times_expected:.2f}"
    peak = metres(leaving.farthest_at)
    ko_times = f"(기댓값의 {times}배, {peak}에서 가장 큽니다)" if times else ""
    en_times = f" ({times} times what is expected, most of all at {peak})" if times else ""
    return Text(
        ko=f"{_where(leaving)}에서 다른 사업장보다 더 {ko} 있습니다{ko_times}",
        en=f"at {_where(leaving)} they are {en} than the other sites{en_times}",
    )


def verdict(
    found: tuple[Leaving, ...], significant: bool, radii: Floats, *, p: float | None, level: float, one_type: bool
) -> Text:
    """In plain words, for both languages."""
    chance = "" if p is None else f"p = {p:.3g}"
    if not significant or not found:
        reach = metres(float(radii[-1]))
        tail_ko, tail_en = (f" ({chance}, 수준 {level:g})", f" ({chance}, level {level:g})") if chance else ("", "")
        return Text(
            ko=f"{reach}까지 우연한 배치와 구별되지 않습니다{tail_ko}.",
            en=f"Up to {reach} they cannot be told from sites taken at random{tail_en}.",
        )
    said = [_said(each, one_type) for each in found]
    tail_ko, tail_en = (f" {chance}입니다.", f" {chance[0].upper()}{chance[1:]}.") if chance else ("", "")
    first = "; ".join(s.en for s in said)
    return Text(
        ko=". ".join(s.ko for s in said) + f". 우연이라면 {level:.0%} 안에서만 나올 일입니다." + tail_ko,
        en=f"{first[0].upper()}{first[1:]}. Chance alone would leave the envelope in {level:.0%} of cases.{tail_en}",
    )
