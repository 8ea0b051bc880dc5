"""From scores to a ranked list: quorum, pass mark, golden tickets, ties, places, and the reason of every row.

Priority of a golden ticket is priority among those who pass: a ticket never lifts an application over the pass mark.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from squaremile.kernel.words import Text

TIE = 2
"""Decimals by which scores are compared: what differs less is a tie, and whoever handed in earlier comes first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An application before it is ranked. `score` is None without any review. `ticket`: it holds a golden ticket."""

    key: str
    score: float | None
    reviews: int
    handed_in: datetime
    ticket: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """`advice`: accept, wait_list, decline, or none while the quorum lacks. `place` is the rank among those who pass."""

    key: str
    place: int | None
    score: float | None
    advice: str
    reasons: tuple[Text, ...]


def ranked(rows: Sequence[Standing], *, pass_mark: float, quorum: int, places: int) -> list[Ranked]:
    """Those who pass in order, then those who do not, then those without a quorum."""
    judged = [row for row in rows if row.reviews >= quorum and row.score is not None]
    passing = sorted((r for r in judged if _round(r) >= pass_mark), key=_order)
    failing = sorted((r for r in judged if _round(r) < pass_mark), key=_order)
    waiting = sorted((r for r in rows if r.reviews < quorum or r.score is None), key=lambda r: (r.handed_in, r.key))
    ties = _ties(passing)
    found = []
    for place, row in enumerate(passing, 1):
        reasons = [_PASS.fill(_said(row, pass_mark))]
        reasons += [_TICKET] if row.ticket else []
        reasons += [_TIED] if row.key in ties else []
        inside = place <= places
        reasons.append((_PLACE if inside else _FULL).fill({"place": place, "places": places}))
        found.append(Ranked(row.key, place, row.score, "accept" if inside else "wait_list", tuple(reasons)))
    found += [Ranked(r.key, None, r.score, "decline", (_FAIL.fill(_said(r, pass_mark)),)) for r in failing]
    found += [
        Ranked(r.key, None, r.score, "none", (_LACKS.fill({"reviews": r.reviews, "quorum": quorum}),)) for r in waiting
    ]
    return found


def passes(row: Standing, *, pass_mark: float, quorum: int) -> bool:
    """It has its quorum and reaches the mark, compared as `ranked` does."""
    return row.reviews >= quorum and row.score is not None and _round(row) >= pass_mark


def in_turn(rows: Sequence[Standing]) -> list[tuple[str, tuple[Text, ...]]]:
    """A wait-list: tickets first, then by score, then by who handed in earlier; who was never scored comes last. With the
    reasons of each turn."""
    scored = sorted((r for r in rows if r.score is not None), key=_order)
    others = sorted((r for r in rows if r.score is None), key=lambda r: (not r.ticket, r.handed_in, r.key))
    merged = sorted([*scored, *others], key=lambda r: not r.ticket)
    ties, found = _ties(scored), []
    for row in merged:
        reasons = [_TICKET] if row.ticket else []
        reasons.append(_UNSCORED if row.score is None else _SCORED.fill({"score": f"{_round(row):.{TIE}f}"}))
        reasons += [_TIED] if row.key in ties else []
        found.append((row.key, tuple(reasons)))
    return found


def _order(row: Standing) -> tuple[bool, float, datetime, str]:
    return (not row.ticket, -_round(row), row.handed_in, row.key)


def _round(row: Standing) -> float:
    assert row.score is not None
    return round(row.score, TIE)


def _ties(rows: Sequence[Standing]) -> set[str]:
    beside: dict[tuple[bool, float], list[str]] = {}
    for row in rows:
        beside.setdefault((row.ticket, _round(row)), []).append(row.key)
    return {key for keys in beside.values() if len(keys) > 1 for key in keys}


def _said(row: Standing, pass_mark: float) -> Mapping[str, object]:
    return {"score": f"{_round(row):.{TIE}f}", "mark": f"{pass_mark:g}"}


_PASS = Text(ko="{score}점으로 통과 점수 {mark}점 이상입니다.", en="{score} points reach the pass mark of {mark}.")
_FAIL = Text(ko="{score}점으로 통과 점수 {mark}점에 못 미칩니다.", en="{score} points miss the pass mark of {mark}.")
_TICKET = Text(ko="골든 티켓으로 우선합니다.", en="A golden ticket gives priority.")
_TIED = Text(ko="같은 점수여서 먼저 낸 순서를 따릅니다.", en="Of equal scores, the earlier handed in comes first.")
_PLACE = Text(ko="{places}자리 가운데 {place}번째입니다.", en="Number {place} of {places} places.")
_FULL = Text(ko="{place}번째이고 자리는 {places}개입니다.", en="Number {place}, and there are {places} places.")
_LACKS = Text(ko="심사 {reviews}건으로 정족수 {quorum}건에 못 미칩니다.", en="{reviews} reviews, and the quorum is {quorum}.")
_SCORED = Text(ko="마지막 심사에서 {score}점을 받았습니다.", en="{score} points in the last review.")
_UNSCORED = Text(ko="심사 점수가 없어 낸 순서를 따릅니다.", en="Without a score, in the order handed in.")
