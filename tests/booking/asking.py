"""How the tests of booking ask: a moment, a slot, and the code of a refusal."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.kernel.errors import SquaremileError
from tests.world import MONDAY

TEN, ELEVEN, NOON = (MONDAY + timedelta(hours=n) for n in (1, 2, 3))
"""10:00, 11:00 and 12:00 in Seoul on the Monday of the world."""


def code_of(call, **asked):
    """The code with which an operation refuses."""
    with pytest.raises(SquaremileError) as caught:
        call(**asked)
    return caught.value.code


def held(world, who, equipment, start=TEN, end=ELEVEN, **more):
    """A booking by one of the world's people."""
    with world.as_(who):
        return booking.reserve(equipment=equipment, start=start, end=end, **more)


def facts(world_scope):
    """Names and payloads of what waits in the outbox, oldest first."""
    from squaremile.core.models import OutboxFact
    from squaremile.kernel.scope import scope, system

    with scope(system("worker")):
        return [(f.name, f.payload) for f in OutboxFact.objects.order_by("id") if f.name in world_scope]
