"""Who keeps the slot when two live bookings of one instrument overlap.

Rule (ours; NEMO has none and lets both stand): bookings are taken in the order they were made, and a booking
keeps its slot unless one that was taken before it already holds a part of it. Spans are ``[start, end)``, so
bookings that touch do not overlap. A displaced booking displaces nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime

from squaremile.kernel.period import Period


@dataclass(frozen=True, slots=True)
class Claim:
    """One booking's claim. ``rank`` orders claims by when they were made; ``key`` names the booking."""

    key: str
    place: Hashable
    span: Period
    rank: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Displaced:
    """A claim that lost its slot, and the claims (in time order) that hold it."""

    claim: Claim
    by: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """Every claim is in exactly one of the two; order is that of ``rank``."""

    kept: tuple[Claim, ...]
    displaced: tuple[Displaced, ...]


def _holders(starts: list[datetime], held: list[Claim], claim: Claim) -> tuple[Claim, ...]:
    """The held claims (disjoint, sorted by start) that overlap ``claim``: one before, then those inside."""
    first = bisect_left(starts, claim.span.start)
    if first and held[first - 1].span.end > claim.span.start:
        first -= 1
    last = bisect_left(starts, claim.span.end)
    return tuple(held[first:last])


def settle(claims: Iterable[Claim]) -> Settlement:
    """Settle all claims, place by place, in O(n log n) comparisons; equal ranks keep the order given."""
    kept: list[Claim] = []
    displaced: list[Displaced] = []
    starts: dict[Hashable, list[datetime]] = {}
    held: dict[Hashable, list[Claim]] = {}
    for claim in sorted(claims, key=lambda each: each.rank):
        place_starts = starts.setdefault(claim.place, [])
        place_held = held.setdefault(claim.place, [])
        holders = _holders(place_starts, place_held, claim)
        if holders:
            displaced.append(Displaced(claim, holders))
            continue
        at = bisect_left(place_starts, claim.span.start)
        place_starts.insert(at, claim.span.start)
        place_held.insert(at, claim)
        kept.append(claim)
    return Settlement(tuple(kept), tuple(displaced))
