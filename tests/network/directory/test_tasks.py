"""What the directory does by itself."""

from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Duplicate
from squaremile.network.tasks.directory import look_for_duplicates
from tests.world import MONDAY, World


def test_at_night_the_worker_looks_for_entries_that_may_be_one(world: World):
    with clock.as_of(MONDAY), world.as_("programme"):
        network.add_partner(code="PN-A", kind="university", name_ko="가대학", name_en="A University")
        for code in ("PE-1", "PE-2"):
            network.add_person(code=code, kind="researcher", name_ko="김연골", name_en="Yeongol Kim", partner="PN-A")
    with clock.as_of(MONDAY), scope(system("worker")):
        look_for_duplicates()
        look_for_duplicates()
    with world.as_("programme"):
        assert [pair.kind for pair in Duplicate.objects.all()] == ["person"], "once, however often it looks"
