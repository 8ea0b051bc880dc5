"""Marking notices as read: one's own."""

from squaremile.core import operations as core
from squaremile.core.models import Notice
from squaremile.core.notices import tell
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from tests.core.operations.asking import refused
from tests.core.operations.test_people import acting
from tests.world import World


def test_one_reads_ones_own_notices(world: World):
    with scope(system("worker")):
        for n in range(3):
            tell([world.people["hana"], world.people["sora"]], "x", Text(ko="알림", en="Notice"), "", f"x{n}")
    with world.as_("sora"):
        hers = list(Notice.objects.values_list("id", flat=True))
    with world.as_("hana"):
        mine = list(Notice.objects.values_list("id", flat=True))
        assert core.mark_notices_read(notices=[mine[0], hers[0]]) == 1
        assert core.mark_notices_read() == 2
        assert core.mark_notices_read() == 0
    with world.as_("sora"):
        assert Notice.objects.filter(read_at=None).count() == 3


def test_nobody_reads_them_for_her(world: World):
    with scope(acting(world, "hana")):
        assert refused(core.mark_notices_read) == "access.acting"
