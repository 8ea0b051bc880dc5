"""Series: the preview tells the truth about each date, and the chosen dates are taken all or not at all."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Reservation, ReservationDetail
from squaremile.booking.operations import SeriesDate
from squaremile.booking.reads.series import preview_series
from squaremile.core import gates
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, SquaremileError
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text
from squaremile.spaces import operations as spaces
from tests.booking.asking import ELEVEN, NOON, TEN, code_of, facts, held
from tests.world import MONDAY, World

DAY, WEEK, HOUR = timedelta(days=1), timedelta(days=7), timedelta(hours=1)


def weekly(**more):
    return preview_series(**{"equipment": "CONFOCAL", "start": TEN, "end": ELEVEN, "count": 3, **more})


class TestPreview:
    def test_of_free_dates(self, world: World):
        with world.as_("hana"):
            seen = weekly(weekdays=[0, 2], every_weeks=2, count=4)
        starts = [TEN, TEN + 2 * DAY, TEN + 2 * WEEK, TEN + 2 * WEEK + 2 * DAY]
        assert [(d.period.start, d.verdict) for d in seen.dates] == [(s, "free") for s in starts]
        assert seen.free == 4

    def test_until_a_day(self, world: World):
        with world.as_("hana"):
            seen = weekly(count=None, until=date(2027, 3, 15))
        assert [d.period.start for d in seen.dates] == [TEN, TEN + WEEK, TEN + 2 * WEEK]

    def test_of_a_clash_offers_a_shift_and_another_instrument(self, world: World):
        held(world, "sora", "CYTO-1", start=TEN + WEEK, end=ELEVEN + WEEK)
        with world.as_("hana"):
            free, clash, last = weekly(equipment="CYTO-1").dates
        assert (free.verdict, last.verdict) == ("free", "free")
        assert (clash.verdict, clash.code) == ("clash", "booking.slot_taken")
        assert clash.shift == Period(ELEVEN + WEEK + HOUR / 2, NOON + WEEK + HOUR / 2)
        assert [other.code for other in clash.others] == ["CYTO-2"]

    def test_a_stand_in_that_is_taken_is_not_offered(self, world: World):
        held(world, "sora", "CYTO-1", start=TEN + WEEK, end=ELEVEN + WEEK)
        held(world, "sora", "CHILLER", start=TEN + WEEK, end=ELEVEN + WEEK)
        with world.as_("hana"):
            assert weekly(equipment="CYTO-1").dates[1].others == ()

    def test_of_what_the_rules_refuse(self, world: World):
        with world.as_("hana"):
            seen = weekly(equipment="CYTO-1", count=6)
        assert [d.code for d in seen.dates] == ["", "", "", "", "", "booking.too_far"]
        assert seen.dates[-1].shift is None

    def test_counts_its_own_dates_against_a_share(self, world: World):
        with world.as_("hana"):
            seen = weekly(equipment="CYTO-1", end=TEN + 4 * HOUR, weekdays=[0, 1, 2], count=3)
        assert [d.code for d in seen.dates] == ["", "", "booking.quota_company"]
        assert seen.dates[2].arithmetic is not None
        assert seen.dates[2].arithmetic.en == "480 min held + 240 min now = 720 min > 600 min a week"

    def test_of_training_that_ends_within_it(self, world: World):
        with world.as_("operator"):
            booking.edit_equipment(equipment="CYTO-2", needs_qualification=True)
            booking.qualify(equipment="CYTO-2", person=world.people["hana"], end=MONDAY + 10 * DAY)
        with world.as_("hana"):
            assert [d.code for d in weekly(equipment="CYTO-2").dates] == ["", "", "booking.qualification_ends"]

    def test_of_a_gate_that_shuts_within_it(self, world: World, monkeypatch):
        def licence(slot):
            yield gates.Gate(
                "access.sign_in", Text("계약", "Licence"), slot.period.start < TEN + WEEK, Text("끝", "Over")
            )

        monkeypatch.setitem(gates._conditions, "booking.reserve", [licence])
        with world.as_("hana"):
            assert [(d.verdict, d.code) for d in weekly().dates] == [
                ("free", ""),
                ("refused", "access.sign_in"),
                ("refused", "access.sign_in"),
            ]

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            ({"end": TEN}, "booking.period_empty"),
            ({"weekdays": [7]}, "booking.rule_unreadable"),
            ({"every_weeks": 0}, "booking.rule_unreadable"),
            ({"count": None}, "booking.rule_unreadable"),
            ({"until": date(2027, 4, 1)}, "booking.rule_unreadable"),
            ({"count": None, "until": date(2027, 2, 1)}, "booking.series_empty"),
            ({"count": 53}, "booking.series_too_long"),
        ],
    )
    def test_is_refused(self, world: World, asked, code):
        with world.as_("hana"), pytest.raises(Invalid) as caught:
            weekly(**asked)
        assert caught.value.code == code

    def test_of_nothing_is_missing(self, world: World):
        with world.as_("hana"), pytest.raises(Missing):
            weekly(equipment="NOTHING")

    def test_tells_a_rival_nothing_of_whose_it_is(self, world: World):
        held(world, "sora", "CYTO-1", start=TEN + WEEK, end=ELEVEN + WEEK, purpose="비밀 항체")
        with world.as_("hana"):
            told = str(weekly(equipment="CYTO-1"))
        assert all(secret not in told for secret in ("비밀", "이소라", "새봄", str(world.people["sora"])))

    @pytest.mark.parametrize("many", [1, 3, 5])
    def test_asks_as_often_for_three_dates_as_for_one(self, world: World, many, django_assert_num_queries):
        for n in range(many):
            held(world, "sora", "CYTO-1", start=TEN + n * WEEK, end=ELEVEN + n * WEEK)
        # What residency and safety ask (standing, checklists, training) is asked of the first and of the last date, however many lie between.
        with world.as_("hana"), django_assert_num_queries(7 + 4 * min(many, 2)):
            assert [d.verdict for d in weekly(equipment="CYTO-1", count=many).dates] == ["clash"] * many


def in_new_york(world: World):
    with world.as_("director"):
        spaces.add_place(kind="site", code="NY", name_ko="뉴욕", name_en="New York", time_zone="America/New_York")
        spaces.add_place(kind="building", code="NY-A", parent="NY", name_ko="가", name_en="A")
        spaces.add_place(kind="floor", code="NY-1", parent="NY-A", name_ko="1", name_en="1", level=1)
        spaces.add_place(kind="room", code="NY-R", parent="NY-1", name_ko="1호", name_en="Room 1")
        booking.add_equipment(
            code="NY-SCOPE", name_ko="현미경", name_en="Scope", kind="microscope", rules_of_use="OPEN", place="NY-R"
        )
    return ZoneInfo("America/New_York")


def test_a_weekly_nine_oclock_stays_nine_oclock_when_clocks_change(world: World):
    zone = in_new_york(world)
    first = (MONDAY + 8 * DAY).astimezone(zone).replace(hour=9, minute=0)
    assert first.date() == date(2027, 3, 8)
    with world.as_("hana"):
        seen = preview_series(equipment="NY-SCOPE", start=first, end=first + 8 * HOUR, count=3)
        local = [(d.period.start.astimezone(zone), d.period.end.astimezone(zone)) for d in seen.dates]
        assert [(a.hour, b.hour) for a, b in local] == [(9, 17)] * 3
        assert [a.utcoffset() for a, _ in local] == [-5 * HOUR, -4 * HOUR, -4 * HOUR]
        assert seen.dates[1].period.start - seen.dates[0].period.start == WEEK - HOUR
        made = booking.reserve_series(
            equipment="NY-SCOPE", dates=[SeriesDate(d.period.start, d.period.end) for d in seen.dates]
        )
        assert [r.period for r in made] == [d.period for d in seen.dates]


class TestReserve:
    def dates(self, *weeks, **more):
        return [SeriesDate(TEN + n * WEEK, ELEVEN + n * WEEK, **more) for n in weeks]

    def test_takes_every_chosen_date(self, world: World):
        with world.as_("hana"):
            chosen = [*self.dates(1, 0), *self.dates(2, equipment="CYTO-2")]
            made = booking.reserve_series(equipment="CYTO-1", dates=chosen, purpose="주간 분석", project="PJ-HANBIT")
            assert [(r.equipment.code, r.period.start, r.state) for r in made] == [
                ("CYTO-1", TEN, "confirmed"),
                ("CYTO-1", TEN + WEEK, "confirmed"),
                ("CYTO-2", TEN + 2 * WEEK, "pending"),
            ]
            details = ReservationDetail.objects.filter(reservation__in=made)
            assert len({d.series for d in details} - {None}) == 1
            assert {(d.purpose, d.project.code) for d in details} == {("주간 분석", "PJ-HANBIT")}
        told = facts({"ReservationHeld", "SeriesHeld"})
        assert [name for name, _ in told] == ["ReservationHeld"] * 3 + ["SeriesHeld"]
        assert told[-1][1]["reservations"] == [str(r.id) for r in made]

    def test_takes_none_if_one_is_taken(self, world: World):
        held(world, "sora", "CYTO-1", start=TEN + WEEK, end=ELEVEN + WEEK)
        with world.as_("hana"):
            with pytest.raises(SquaremileError) as caught:
                booking.reserve_series(equipment="CYTO-1", dates=self.dates(0, 1, 2))
            assert (caught.value.code, caught.value.arithmetic.ko) == ("booking.slot_taken", "2027-03-08 10:00")
            assert ReservationDetail.objects.count() == 0
            assert Reservation.objects.count() == 1

    def test_names_the_date_before_the_sum(self, world: World):
        with world.as_("hana"), pytest.raises(SquaremileError) as caught:
            booking.reserve_series(
                equipment="CYTO-1", dates=[SeriesDate(TEN, TEN + 4 * HOUR), SeriesDate(TEN + 5 * HOUR, TEN + 6 * HOUR)]
            )
        assert caught.value.code == "booking.quota_person"
        assert caught.value.arithmetic.en.startswith("2027-03-01 15:00: 240 min held")

    def test_is_refused(self, world: World):
        with world.as_("hana"):
            assert code_of(booking.reserve_series, equipment="CYTO-1", dates=[]) == "booking.series_empty"
            assert code_of(booking.reserve_series, equipment="CYTO-1", dates=self.dates(*range(53))) == (
                "booking.series_too_long"
            )
            for asked, code in (
                ({"equipment": "NOTHING"}, "core.not_found"),
                ({"organisation": "SAEBOM"}, "access.no_organisation"),
                ({"project": "PJ-SAEBOM"}, "core.project_unknown"),
                ({"person": world.people["sora"]}, "access.person_unknown"),
            ):
                assert (
                    code_of(booking.reserve_series, **{"equipment": "CYTO-1", "dates": self.dates(0), **asked}) == code
                )
        with world.as_("operator"):
            assert code_of(booking.reserve_series, equipment="CYTO-1", dates=self.dates(0)) == "access.not_allowed"

    def test_each_date_lives_alone(self, world: World):
        with world.as_("hana"):
            one, two = booking.reserve_series(equipment="CYTO-1", dates=self.dates(0, 1))
            booking.cancel(reservation=one.code)
            with clock.as_of(MONDAY + DAY):
                assert (
                    booking.move(reservation=two.code, start=NOON + WEEK, end=NOON + WEEK + HOUR).state == "confirmed"
                )
