"""A container goes to another company by a key: each history stays with its own side, and the limits are asked of the taker."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.safety import operations as safety
from squaremile.safety.models import Container, ContainerTransition, Handover, Substance
from squaremile.safety.policies import packs
from squaremile.safety.policies.verification import rows
from squaremile.safety.reads import containers, handovers
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def bottle(world: World) -> str:
    """26 of the 30 gallons of an area, in Hanbit's hands."""
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=4, name_ko="4층", sprinklered=True, rooms=["R201", "R202"], code="CA-4")
        safety.put_pack_in_force(area="CA-4", pack="us-ibc", since=LONG_AGO)
        for row in rows(packs.pack("us-ibc")):
            safety.verify_pack_row(pack="us-ibc", pack_row=row.key, read_in="IBC 2021", read_on=LONG_AGO)
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
    with world.as_("hana"):
        made = safety.receive_container(substance="67-64-1", how_much="26 gal", place="R201", lot="L-7")
        safety.open_container(container=made.code)
        return made.code


def test_it_passes_and_is_weighed_once(world: World, bottle: str):
    """Counted on both sides, 52 of 30 gallons would be refused."""
    with world.as_("hana"):
        key = safety.offer_container(container=bottle).key
        assert handovers.of_container(bottle).key == key
    with world.as_("sora"):
        told = handovers.by_key(f"https://house.example/safety/handovers/?key={key.lower()}")
        assert (told.name.en, told.amount, told.lot) == ("Acetone", "26 gal", "L-7")
        made = safety.take_container(handover_key=key, place="R202")
        row, happened = containers.container(made.code)
        assert (row.organisation, row.room, row.state, row.amount, row.came_from, row.lot) == ("SAEBOM", "R202", "opened", "26 gal", "", "L-7")
        assert len(happened) == 2
        with pytest.raises(Missing):
            containers.container(bottle)
        assert handovers.by_key(key) is None
        assert handovers.taken_over(made.code) is not None
    with world.as_("hana"):
        row, happened = containers.container(bottle)
        assert (row.state, row.gone_to) == ("transferred", "새봄테라퓨틱스")
        assert len(happened) == 3
        with pytest.raises(Missing):
            containers.container(made.code)
    with scope(system("worker")):
        assert Notice.objects.filter(recipient=world.people["hana"], kind="safety.handover_taken").count() == 1


def test_the_limits_are_the_takers(world: World, bottle: str):
    """Used in open systems, 26 gallons are more than a storey allows: neither side has changed by the refusal."""
    with world.as_("hana"):
        key = safety.offer_container(container=bottle).key
    with world.as_("sora"):
        with pytest.raises(Refused, match="over_limit"):
            safety.take_container(handover_key=key, place="R202", condition="open")
        assert Container.objects.count() == 0
    with world.as_("hana"):
        assert containers.container(bottle)[0].here
        assert Handover.objects.get(key=key).state == "offered"


def test_a_key_opens_once_and_for_a_week_and_not_for_oneself(world: World, bottle: str):
    with world.as_("hana"):
        key = safety.offer_container(container=bottle).key
        with pytest.raises(Refused, match="handover_open"):
            safety.offer_container(container=bottle)
        with pytest.raises(Invalid, match="handover_own"):
            safety.take_container(handover_key=key, place="R202")
    with world.as_("sora"):
        for wrong in ("HO-0000000000000", "", "x"):
            with pytest.raises(Missing, match="handover_unknown"):
                safety.take_container(handover_key=wrong, place="R202")
        with clock.as_of(MONDAY + timedelta(days=8)), pytest.raises(Missing, match="handover_unknown"):
            safety.take_container(handover_key=key, place="R202")
        for act in (safety.offer_container, safety.withdraw_offer):
            with pytest.raises(Missing, match="container_unknown"):
                act(container=bottle)
        assert Handover.objects.count() == 0
    with world.as_("hana"):
        safety.withdraw_offer(container=bottle)
        with pytest.raises(Refused, match="handover_step"):
            safety.withdraw_offer(container=bottle)
    with world.as_("sora"), pytest.raises(Missing, match="handover_unknown"):
        safety.take_container(handover_key=key, place="R202")


def test_what_was_offered_is_what_is_taken(world: World, bottle: str):
    with world.as_("hana"):
        key = safety.offer_container(container=bottle).key
        safety.measure_container(container=bottle, how_much="20 gal")
    with world.as_("sora"), pytest.raises(Refused, match="handover_stale"):
        safety.take_container(handover_key=key, place="R202")
    with world.as_("hana"):
        safety.dispose_container(container=bottle)
        with pytest.raises(Refused, match="container_gone"):
            safety.offer_container(container=bottle)


def test_a_companys_own_substance_goes_with_its_figures_and_without_its_word(world: World, bottle: str):
    with world.as_("hana"):
        mine = safety.add_substance(phase="liquid", name_ko="우리 세정액", flash_c=Decimal(12), figures_from="SDS").code
        safety.enter_classes(substance=mine, scheme="us-ibc", hazards=["flammable-IB"], read_in="SDS", read_on=LONG_AGO)
    with world.as_("safety"):
        made = safety.receive_container(substance=mine, how_much="1 L", place="R201", organisation="HANBIT").code
    with world.as_("hana"):
        key = safety.offer_container(container=made).key
    with world.as_("sora"), pytest.raises(Refused, match="needs_approval"):
        safety.take_container(handover_key=key, place="R202")
    with world.as_("safety"):
        taken = safety.take_container(handover_key=key, place="R202", organisation="SAEBOM")
    with world.as_("sora"):
        theirs = Substance.objects.get(id=taken.substance_id)
        assert (theirs.organisation_id, theirs.code != mine) == (world.organisations["SAEBOM"], True)
        assert (theirs.flash_c, theirs.flash_by) == (Decimal(12), "SDS")
        assert theirs.classes.count() == 0


def test_neither_side_writes_the_others(world: World, bottle: str):
    """By the database itself, whatever an operation might do."""
    with world.as_("hana"):
        key = safety.offer_container(container=bottle).key
        with pytest.raises(Exception, match="taken by its key"):
            Handover.objects.filter(key=key).update(state="taken", receiver=world.organisations["SAEBOM"], ended_on=MONDAY.date())
    with world.as_("sora"):
        assert Handover.objects.filter(key=key).update(state="withdrawn") == 0
        assert ContainerTransition.objects.count() == 0
