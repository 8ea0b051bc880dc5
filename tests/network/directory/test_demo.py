"""The demonstration's directory: the codes that other parts count on, and evidence that matching can believe."""

from random import Random
from zoneinfo import ZoneInfo

from squaremile.cli.acting import SETUP
from squaremile.cli.demo.network import directory as demo
from squaremile.cli.demo.network.stage import Stage
from squaremile.kernel.scope import scope
from squaremile.network.models import Concept, Duplicate, Lab, Partner, Person, PersonConcept, Publication, Technology
from tests.world import MONDAY, World


def test_the_cast_is_as_agreed_and_the_same_each_time(world: World):
    stage = Stage({}, {}, {}, MONDAY, ZoneInfo("Asia/Seoul"), lambda what: Random(f"7:{what}"))
    with scope(SETUP):
        assert list(demo.make(stage))[-1] == demo.TOTAL
        codes = set(Person.objects.values_list("code", flat=True))
        assert codes == {f"PE-{n:03}" for n in range(1, 64)}
        agreed = {"PN-JBNU", "PN-HANBYEOL", "PN-CHARLES", "PN-BEACON", "PN-MERIDIAN", "PN-LONGWOOD", "PN-PROVINCE"}
        assert agreed <= set(Partner.objects.values_list("code", flat=True))
        assert (Lab.objects.count(), Publication.objects.count(), Technology.objects.count(), Concept.objects.count()) == (12, 200, 20, 20)
        twice = {(d.kind, d.state) for d in Duplicate.objects.all()}
        assert twice == {("person", "open"), ("partner", "open")}
        assert 3 <= Duplicate.objects.count() <= 8
        abroad = Person.objects.filter(code__range=("PE-021", "PE-040"))
        assert set(abroad.values_list("partner__country", flat=True)) == {"US"}
        assert Publication.objects.exclude(title_ko="").count() > 30
        assert PersonConcept.objects.values("person").distinct().count() >= 35
        assert min(Publication.objects.values_list("code", "title_en", "year").order_by("code"))[0] == "PB-0001"
