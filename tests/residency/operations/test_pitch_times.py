"""Applicants say when they cannot pitch: the plan keeps to it, staff see what clashes, nobody else reads it."""

from datetime import timedelta

import pytest

from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.residency import operations as residency
from squaremile.residency.models import PitchAway, PitchSlot
from squaremile.residency.operations import Away
from squaremile.residency.reads import pitch_times, pitches
from tests.residency.applying import outside
from tests.residency.operations.test_pitches import START, day, monday, placed, refused
from tests.world import MONDAY

__all__ = ["day", "monday"]
pytestmark = pytest.mark.django_db
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def say(number, code, *spans):
    with outside(f"ceo@prospect{number}.example"):
        residency.say_pitch_times(application=code, away=[Away(*span) for span in spans])


def test_the_plan_keeps_to_what_was_said(world, day):
    found, codes, _, _ = day
    # Twenty minutes and a pause of five: the first cannot come to the first two slots, the second to none of the three.
    say(0, codes[0], (START - DAY, START + 30 * MINUTE))
    say(1, codes[1], (START - MINUTE, START + DAY))
    with world.as_("programme"):
        residency.plan_pitches(review_round=found)
        slot = PitchSlot.objects.get(round__code=found, application__code=codes[0])
        assert slot.period.start == START + 50 * MINUTE
        assert set(placed(found)) == {codes[0]}
        (waiting,) = pitches.schedule(found).waiting
        assert (waiting.code, waiting.barred, len(waiting.away)) == (codes[1], False, 1)
    say(1, codes[1])
    with world.as_("programme"):
        residency.plan_pitches(review_round=found)
        assert set(placed(found)) == set(codes)
    say(0, codes[0], (START + 45 * MINUTE, START + DAY))
    with world.as_("programme"):
        assert set(placed(found)) == set(codes), "what is placed stays until staff empty it"
        (sitting,) = pitches.schedule(found).sittings
        assert [(row.application, row.clashes) for row in sitting.slots if row.clashes] == [(codes[0], True)]


def test_who_reads_it_and_what_is_refused(world, day):
    _, codes, _, _ = day
    say(0, codes[0], (START, START + DAY))
    with outside("ceo@prospect1.example"):
        assert pitch_times.own(codes[0]) == []
        assert PitchAway.objects.count() == 0
        with pytest.raises(Missing):
            residency.say_pitch_times(application=codes[0], away=[])
    for who, seen in (("programme", 1), ("auditor", 1), ("operator", 0), ("sujin", 0)):
        with world.as_(who):
            assert PitchAway.objects.count() == seen
    with world.as_("programme"), pytest.raises(Forbidden):
        residency.say_pitch_times(application=codes[0], away=[])
    with outside("ceo@prospect0.example"):
        for wrong in ([Away(START, START)], [Away(START, START + 15 * DAY)], [Away(MONDAY - DAY, MONDAY - MINUTE)],
                      [Away(START + 400 * DAY, START + 401 * DAY)], [Away(START, START + DAY)] * 11):  # fmt: skip
            assert refused(Invalid, residency.say_pitch_times, application=codes[0], away=wrong) == "residency.pitch_times_unsound"
        assert len(pitch_times.own(codes[0])) == 1
    with outside("ceo@prospect1.example"):
        residency.say_pitch_times(application=codes[1], away=[])
        residency.withdraw_application(application=codes[1])
        assert refused(Refused, residency.say_pitch_times, application=codes[1], away=[]) == "residency.pitch_times_shut"
