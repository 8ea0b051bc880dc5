"""A map without tiles: places of a visit as numbered dots, north up, true to scale, with a bar that says the scale."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from squaremile.network.policies.travel import Spot, great_circle_km

WIDTH, HEIGHT, MARGIN = 640.0, 400.0, 36.0
BARS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Dot:
    """A numbered place on the sheet: x and y in the drawing's units."""

    number: int
    x: float
    y: float


def dots(spots: Sequence[Spot]) -> tuple[tuple[Dot, ...], float]:
    """Where each place lies (equirectangular about their middle: right within a region), and kilometres a unit."""
    if not spots:
        return (), 0.0
    middle = sum(s.latitude for s in spots) / len(spots)
    shrink = math.cos(math.radians(middle))
    xs, ys = [s.longitude * shrink for s in spots], [-s.latitude for s in spots]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min((WIDTH - 2 * MARGIN) / (wide or 1e-3), (HEIGHT - 2 * MARGIN) / (high or 1e-3))
    left, top = (WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2
    placed = tuple(
        Dot(n, round(left + (x - min(xs)) * scale, 1), round(top + (y - min(ys)) * scale, 1))
        for n, (x, y) in enumerate(zip(xs, ys, strict=True), 1)
    )
    return placed, great_circle_km(Spot(0, 0), Spot(1, 0)) / scale


def drawn(spots: Sequence[Spot]) -> str:
    """The map as SVG text, made of numbers alone; empty where there is nothing to draw."""
    placed, km = dots(spots)
    if not placed:
        return ""
    bar = max((b for b in BARS if b / km <= WIDTH / 3), default=BARS[0])
    path = " ".join(f"{'M' if n == 0 else 'L'}{d.x} {d.y}" for n, d in enumerate(placed))
    marks = "".join(
        f'<circle cx="{d.x}" cy="{d.y}" r="11" fill="#0b6e6e"/><text x="{d.x}" y="{d.y + 4}" text-anchor="middle"'
        f' font-size="12" font-family="Pretendard, sans-serif" fill="#ffffff">{d.number}</text>' for d in placed
    )
    length = bar / km
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}" height="{HEIGHT:g}">'
        f'<rect width="{WIDTH:g}" height="{HEIGHT:g}" fill="#f3f6f7"/>'
        f'<path d="{path}" fill="none" stroke="#9db4b8" stroke-width="1.5" stroke-dasharray="5 4"/>{marks}'
        f'<path d="M20 {HEIGHT - 16:g}v-5h{length:.1f}v5" fill="none" stroke="#33414a" stroke-width="1.5"/>'
        f'<text x="24" y="{HEIGHT - 26:g}" font-size="11" font-family="Pretendard, sans-serif" fill="#33414a">{bar:g} km</text></svg>'
    )
