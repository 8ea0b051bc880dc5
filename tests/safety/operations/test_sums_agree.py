"""What is added up for a question about one substance is what is added up of everything, and no more."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction

from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.safety import operations as safety
from squaremile.safety.models import Substance, SubstanceFound
from squaremile.safety.policies.classing import classed
from squaremile.safety.policies.sums import sharing
from squaremile.safety.reads import areas, rule_packs, stock, weighing
from squaremile.safety.reads.rule_packs import Held
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
PACKS = ("us-ibc", "kr-fire")
SUBSTANCES = (("67-64-1", "liquid"), ("64-19-7", "liquid"), ("67-56-1", "liquid"), ("67-66-3", "liquid"), ("1310-73-2", "solid"))
"""Of one class, of two, of one with a density, of none, and a solid."""
ENTERED = {"64-19-7": ["combustible-II", "corrosive"], "1310-73-2": ["corrosive"]}


@pytest.fixture
def full(world: World) -> World:
    """Both companies keep each of five substances in two rooms: by volume and by weight, in a cabinet and outside, shut and in use."""
    with clock.as_of(MONDAY), world.as_("safety"):
        safety.declare_area(building="JB-A", storey=2, name_ko="2층", rooms=["R201", "R202"], code="CA-2")
        for pack in PACKS:
            safety.put_pack_in_force(area="CA-2", pack=pack, since=date(2020, 1, 1))
        safety.add_cabinet(place="R201", name_ko="보관함", approved=True, code="CB-1")
        for cas, phase in SUBSTANCES:
            more = {"density": Decimal("0.79")} if cas == "67-56-1" else {}
            made = safety.add_substance(phase=phase, cas=cas, name_en=cas, **more)
            if cas in ENTERED:
                safety.enter_classes(substance=made.code, scheme="us-ibc", hazards=ENTERED[cas], read_in="SDS", read_on=date(2027, 1, 1))
        for n, whose in enumerate(("HANBIT", "SAEBOM"), 1):
            for cas, phase in SUBSTANCES:
                for how_much, more in (
                    (f"{n} kg" if phase == "solid" else f"{n} L", {"place": "R201"}), (f"{n * 300} g", {"place": "R202"}),
                    (f"{n * 70} g", {"place": "R201", "cabinet": "CB-1"}), (f"{n * 20} g", {"place": "R201", "condition": "open"}),
                ):  # fmt: skip
                    safety.receive_container(substance=cas, how_much=how_much, organisation=whose, **more)
    return world


def anew(lines: Callable[[], list[weighing.Line]]) -> list[weighing.Line]:
    """As where nobody has found any class yet: those that it finds are forgotten again."""
    with transaction.atomic():
        said = lines()
        transaction.set_rollback(True)
    return said


def counts(line: weighing.Line, held: Held, classes: tuple[str, ...]) -> bool:
    shared = sharing(held.pack, classes)
    return line.pack == held.pack.code and bool(line.item.classes if shared is None else set(shared) & set(line.item.classes))


def sorted_(lines: list[weighing.Line]) -> list[str]:
    """What lost its classes because no density turns its unit into the limit's is told with everything alone."""
    return sorted(repr(line) for line in lines if line.item.classes)


@pytest.mark.parametrize("who", ["hana", "safety"])
@pytest.mark.parametrize("unfound", [True, False])
def test_one_kind_is_a_part_of_everything(full: World, who: str, unfound: bool):
    with full.as_("safety"):  # what was found as they came in is forgotten with a new word of each
        for each in Substance.objects.all():
            if unfound and each.cas != "64-19-7":
                safety.enter_classes(substance=each.code, scheme="nfpa-45", hazards=[], read_in="SDS", read_on=date(2027, 1, 1))
    with scope(system("weighing")):
        left = SubstanceFound.objects.values("substance").distinct().count()
    assert left == (1 if unfound else len(SUBSTANCES))
    with full.as_(who):
        found, held = areas.areas(), rule_packs.held(PACKS)
        asked = [stock.known(each) for each in Substance.objects.order_by("cas")]
        one = {like.cas: anew(lambda like=like: weighing.lines(found, held, like)) for like in asked}
        every = anew(lambda: weighing.lines(found, held))
    assert len({line.mine for line in every}) == (2 if who == "hana" else 1)
    for like in asked:
        of = [(each, classed(each.pack, like).classes) for each in held]
        part = [line for line in every for each, classes in of if classes and counts(line, each, classes)]
        assert sorted_(one[like.cas]) == sorted_(part), like.cas
    assert {cas: bool(said) for cas, said in one.items()} == {cas: cas != "67-66-3" for cas, _phase in SUBSTANCES}
