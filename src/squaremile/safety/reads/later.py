"""From which day it would be a yes: once containers of the asker's own, whose date ends before, are gone.

Nobody else's dates are looked at: a day on which others' stock ends would say what others have (docs/safety/head-room.md).
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from squaremile.safety.models import Container
from squaremile.safety.models.container import HERE
from squaremile.safety.policies.quantity import Amount
from squaremile.safety.reads import stock, weighing
from squaremile.safety.reads.areas import AreaRow, today
from squaremile.safety.reads.rule_packs import Held
from squaremile.safety.reads.stock import Wanted
from squaremile.safety.reads.weighing import Line

MOST = 200


@dataclass(frozen=True, slots=True)
class Later:
    """The day, and how many of one's own containers have to be gone by then."""

    day: date
    containers: int


def later(
    area: AreaRow, owner: UUID, there: Sequence[Line], held: Sequence[Held], would_do: Callable[[Sequence[Line]], bool]
) -> Later | None:
    """The first such day; None where even without all of them it would not do. Two statements; none where nothing of what
    counts there is the asker's own, as then nothing changes by its going."""
    if not any(line.mine for line in there):
        return None
    found = list(
        Container.objects.select_related("substance", "cabinet")
        .filter(organisation_id=owner, state__in=HERE, room_id__in=[room.id for room in area.rooms], good_until__isnull=False)
        .order_by("good_until", "code")[:MOST]
    )
    known = weighing.facts({each.substance_id: each.substance for each in found}.values())
    gone = [
        Wanted(known[c.substance_id], Amount(c.amount, c.dimension), c.condition,
               c.cabinet is not None and c.cabinet.approved and c.cabinet.active)
        for c in found
    ]  # fmt: skip

    def without_first(n: int) -> bool:
        return would_do(stock.without(there, held, gone[:n]))

    if not found or not without_first(len(found)):
        return None
    enough = bisect_left(range(1, len(found)), True, key=without_first) + 1
    if not without_first(enough):
        return None
    day = found[enough - 1].good_until
    return Later(max(day, today()) + timedelta(days=1), enough) if day else None
