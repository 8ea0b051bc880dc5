"""Feeds: mine in full, an instrument's with others as busy and nothing to tell them apart by."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.policies.calendar_file import feed
from squaremile.booking.reads.feeds import mine, of_equipment
from squaremile.kernel.errors import Missing
from tests.booking.asking import ELEVEN, NOON, TEN, held
from tests.world import World


def test_mine_are_mine(world: World):
    one = held(world, "hana", "CONFOCAL", purpose="세포 관찰")
    held(world, "haeun", "CONFOCAL", start=ELEVEN, end=NOON)
    waits = held(world, "hana", "CYTO-2", start=ELEVEN, end=NOON)
    gone = held(world, "hana", "CYTO-1")
    with world.as_("hana"):
        booking.cancel(reservation=gone.code)
        assert [(e.code, e.tentative) for e in mine()] == [(one.code, False), (waits.code, True)]
        assert (mine()[0].says, mine()[0].summary.en, mine()[0].place.ko) == (
            "세포 관찰",
            "Confocal microscope",
            "201호",
        )


def test_an_instruments_hides_others(world: World):
    one = held(world, "hana", "CHILLER", purpose="우리 것")
    other = held(world, "sora", "CYTO-2", start=ELEVEN, end=NOON, purpose="비밀 항체")
    with world.as_("operator"):
        block = booking.block(equipment="CHILLER", start=NOON, end=NOON + timedelta(hours=1), work_type="cleaning")
    with world.as_("haeun"):
        name, entries = of_equipment("CHILLER")
        written = feed(name, entries, host="example.org", language="ko").decode()
        assert [e.summary.ko if e.summary else "" for e in entries] == ["냉각수 순환기 · 김하나", "", ""]
        assert [e.start for e in entries] == [TEN, ELEVEN, NOON]
    assert one.code in written
    for secret in ("비밀", "이소라", "Sora", "새봄", other.code, block.code, str(other.id)):
        assert secret not in written


def test_of_nothing_is_missing(world: World):
    with world.as_("hana"), pytest.raises(Missing):
        of_equipment("NOTHING")


@pytest.mark.parametrize("many", [1, 3])
def test_asks_as_often_for_three_as_for_one(world: World, many, django_assert_num_queries):
    for n in range(many):
        held(world, "hana", "CONFOCAL", start=TEN + timedelta(hours=n), end=ELEVEN + timedelta(hours=n))
    with world.as_("hana"):
        with django_assert_num_queries(1):
            assert len(mine()) == many
        with django_assert_num_queries(3):
            assert len(of_equipment("CONFOCAL")[1]) == many
