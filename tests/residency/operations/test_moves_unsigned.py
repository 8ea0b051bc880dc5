"""A move nobody signed leaves nobody without a place; a company on both places of a merge has the one that comes."""

from datetime import timedelta

import pytest

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import LicencePlace, Move
from squaremile.residency.reads.allocation_desk import any_unsigned
from squaremile.residency.reads.days import begin_of
from squaremile.spaces import operations as spaces
from squaremile.spaces.models import Occupancy, Place
from tests.parts.residency_space import _licensed
from tests.residency.operations.test_space import DAY, JUNE, codes, monday, refused, signed
from tests.world import MONDAY

__all__ = ["codes", "monday"]
pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def move(world, codes):
    with world.as_("programme"):
        return residency.plan_move(company=codes["SAEBOM"], on_day=JUNE, leaves=["R202-D1"], takes=["R202-D2"]).code


def watched(at):
    """What the worker does every ten minutes."""
    with clock.as_of(at), scope(system("worker")):
        waiting = residency.keep_unsigned_moves() if any_unsigned() else 0
        return waiting, residency.carry_out_moves()


def told(world, who):
    with world.as_(who):
        return list(Notice.objects.filter(kind="residency.move_unsigned").order_by("at", "id").values_list("text_en", flat=True))


def test_an_unsigned_move_keeps_the_old_place_from_day_to_day(world, codes, move):
    day = begin_of(JUNE)
    assert watched(day - 9 * DAY) == (0, 0)
    assert watched(day - 5 * DAY) == (1, 0)
    assert [len(told(world, who)) for who in ("sujin", "programme", "hajin", "director")] == [1, 1, 0, 0]
    for at in (day - HOUR, day + HOUR, day + 30 * HOUR):
        assert watched(at) == (1, 0)
        with world.as_("programme"):
            mine = LicencePlace.objects.get(licence__code=codes["licence"], live=True)
            assert mine.place.code == "R202-D1"
            assert at < mine.period.end == mine.occupancy.period.end
    with clock.as_of(day + 30 * HOUR), world.as_("programme"):
        refused("spaces.place_taken", lambda: spaces.hold(
            place="R202-D1", organisation="HANBIT", start=clock.now(), end=clock.now() + 30 * DAY))  # fmt: skip
    assert sum("keeps" in text for text in told(world, "programme")) == 1, "told once, not every day"
    with clock.as_of(day + 31 * HOUR):
        signed(world, codes["licence"])
    assert watched(day + 32 * HOUR) == (0, 1)
    with clock.as_of(day + 33 * HOUR), world.as_("programme"):
        assert [p.place.code for p in LicencePlace.objects.filter(licence__code=codes["licence"], live=True)] == ["R202-D2"]
        spaces.hold(place="R202-D1", organisation="HANBIT", start=clock.now(), end=clock.now() + 30 * DAY)


def test_where_somebody_else_has_it_by_then_the_desk_is_told(world, codes, move):
    with world.as_("programme"):
        spaces.hold(place="R202-D1", organisation="HANBIT", start=begin_of(JUNE), end=MONDAY + 300 * DAY)
    assert watched(begin_of(JUNE) - HOUR) == (1, 0)
    assert any("somebody else has" in text for text in told(world, "director"))
    assert not any("somebody else" in text for text in told(world, "sujin"))


class TestMerging:
    @pytest.fixture
    def desks(self, world, codes):
        """Hanbit sits on two desks, by a licence from before squaremile."""
        with world.as_("programme"):
            _licensed("HANBIT", "R202-D2", "R202-D3")
        return {"company": codes["HANBIT"], "merged": ["R202-D2", "R202-D3"], "on_day": JUNE, "kind": "bay", "name_ko": "베이", "code": "R202-BAY"}

    def test_the_one_is_its_own_from_the_day(self, world, desks):
        with world.as_("programme"), pytest.raises(Forbidden):
            residency.merge_own_places(**desks)
        with world.as_("director"):
            residency.merge_own_places(**desks)
            refused("spaces.place_taken", lambda: spaces.hold(
                place="R202-BAY", organisation="SAEBOM", start=begin_of(JUNE), end=begin_of(JUNE) + DAY))  # fmt: skip
        assert watched(begin_of(JUNE) + HOUR) == (0, 1)
        with clock.as_of(begin_of(JUNE) + 2 * HOUR), world.as_("programme"):
            assert [(p.place.code, p.occupancy.state) for p in LicencePlace.objects.filter(licence__code="LI-HANBIT", live=True)] == [
                ("R202-BAY", "occupied")]
        with world.as_("sujin"):
            assert Move.objects.filter(company__organisation__code="HANBIT").count() == 0

    def test_cancelled_they_stay_several(self, world, desks):
        with world.as_("director"):
            move = residency.merge_own_places(**desks).code
            residency.cancel_move(move=move)
            ends = set(Occupancy.objects.filter(place__code__in=desks["merged"]).values_list("period__endswith", flat=True))
            assert ends == {p.period.end for p in LicencePlace.objects.filter(licence__code="LI-HANBIT")}
            assert not Place.objects.filter(code="R202-BAY").exists()
            assert set(Place.objects.filter(code__in=desks["merged"]).values_list("until", flat=True)) == {None}

    def test_what_it_refuses(self, world, desks, codes):
        with world.as_("director"):
            refused("residency.merge_unfit", lambda: residency.merge_own_places(**desks | {"merged": ["R202-D2"]}), kind=Invalid)
            refused("residency.move_unfit", lambda: residency.merge_own_places(**desks | {"company": codes["SAEBOM"]}), kind=Invalid)
            refused("residency.move_unfit", lambda: residency.merge_own_places(**desks | {"merged": ["R202-D2", "R202-D1"]}), kind=Invalid)
            with pytest.raises((Invalid, Refused)):
                residency.merge_own_places(**desks | {"kind": "suite"})
            assert Move.objects.count() == 0
