"""Who wrote with whom: mostly one's neighbours, with few who stand between Jeonbuk and Boston."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

from squaremile.atlas.policies.records import Bond, Entrant

EACH = 2
ABROAD = 14


def rows(entrants: Sequence[Entrant], draw: Random) -> Iterator[Bond]:
    """Universities and hospitals are chosen more often; the bridges are theirs."""
    by_city: dict[str, list[Entrant]] = {}
    for one in entrants:
        by_city.setdefault(one.city, []).append(one)
    for here in by_city.values():
        hubs = [one for one in here if one.kind in ("university", "hospital", "institute")] or here[:1]
        for one in here:
            for key in {draw.choice(hubs if draw.random() < 0.65 else here).key: None for _ in range(EACH)}:
                if key != one.key:
                    yield _bond(one.key, key, draw)
    bridges = [one for one in entrants if one.country == "KR" and one.kind in ("university", "institute")]
    far = [one for one in entrants if one.country == "US" and one.kind != "company"]
    for _ in range(ABROAD):
        yield _bond(draw.choice(bridges).key, draw.choice(far).key, draw)
    korean = [one for one in entrants if one.country == "KR" and one.kind in ("university", "hospital", "institute")]
    for near, further in zip(korean, korean[3:], strict=False):
        yield _bond(near.key, further.key, draw)


def _bond(one: str, other: str, draw: Random) -> Bond:
    first, second = sorted((one, other))
    return Bond(first, second, "coauthor", "", Decimal(draw.randint(1, 9)))
