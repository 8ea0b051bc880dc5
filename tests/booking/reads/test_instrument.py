"""An instrument's page, the list, and the booking panel: the truth for everyone, and nothing about rivals."""

from dataclasses import asdict
from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.reads.catalogue import listed
from squaremile.booking.reads.instrument import page
from squaremile.booking.reads.panel import panel
from squaremile.core import gates
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing, Refused
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text
from tests.booking.asking import ELEVEN, NOON, TEN, held
from tests.world import MONDAY, World

HOUR = timedelta(hours=1)


class TestPage:
    def test_says_what_it_does_now_and_next(self, world: World):
        held(world, "sora", "CONFOCAL")
        with world.as_("hana"):
            seen = page("CONFOCAL")
            assert (seen.now.state, seen.now.until) == ("free", TEN)
            assert seen.gaps[0] == Period(MONDAY, TEN)
            assert seen.gaps[1].start == ELEVEN
            with clock.as_of(TEN):
                assert (page("CONFOCAL").now.state, page("CONFOCAL").now.until) == ("booked", ELEVEN)

    def test_reads_its_rules_aloud(self, world: World):
        with world.as_("hana"):
            said = [rule.ko for rule in page("CYTO-1").rules]
        assert "월–금 09:00–20:00에 쓸 수 있습니다." in said
        assert "한 사람이 하루에 4시간까지 예약합니다." in said

    def test_has_my_checklist(self, world: World, monkeypatch):
        shut = gates.Gate(
            "access.sign_in", Text("계정", "Account"), False, Text("미납입니다.", "Unpaid."), url="/money/"
        )
        with world.as_("sujin"):
            rows = {check.label.en: check for check in page("CONFOCAL").checklist}
            assert not rows["Training"].open
            assert (rows["Training"].code, rows["Training"].url) == ("booking.not_qualified", "/book/CONFOCAL/#contact")
            assert rows["Instrument in service"].open
        monkeypatch.setitem(gates._conditions, "booking.reserve", [lambda slot: [shut]])
        with world.as_("hana"):
            seen = page("CONFOCAL")
            assert [(c.code, c.open, c.url) for c in seen.checklist][-1] == ("access.sign_in", False, "/money/")
            assert not seen.may_book
        with world.as_("operator"):
            assert page("CONFOCAL").checklist == ()

    def test_lists_manuals_faults_companions_and_stand_ins(self, world: World):
        with world.as_("operator"):
            booking.add_manual(equipment="CYTO-2", title_ko="사용법", url="https://example.org/a.pdf")
            gone = booking.add_manual(equipment="CYTO-2", title_ko="옛 사용법", url="https://example.org/b.pdf")
            booking.remove_manual(manual=gone.id)
        with world.as_("hana"):
            booking.report_fault(equipment="CYTO-2", severity="degraded", says="우리 항체 때문에 막힘")
            seen = page("CYTO-2")
            assert [m.title.ko for m in seen.manuals] == ["사용법"]
            assert [code for code, _ in seen.needs] == ["CHILLER"]
            assert [(row.code, row.now.state) for row in seen.equivalents] == [("CYTO-1", "free")]
            assert [f.report for f in seen.faults] == ["우리 항체 때문에 막힘"]

    def test_counts_how_much_it_was_used(self, world: World):
        held(world, "sora", "CYTO-1", end=TEN + 4 * HOUR)
        with clock.as_of(MONDAY + timedelta(days=7)), world.as_("hana"):
            used = page("CYTO-1").utilisation
        # The thirty days before Monday 8 March 09:00 hold 20 working days of 11 hours.
        assert (used.days, used.booked_minutes, used.maintenance_minutes) == (30, 240, 0)
        assert used.open_minutes == 20 * 11 * 60
        assert used.percent == 2

    def test_tells_a_rival_nothing_of_whose_it_is(self, world: World):
        held(world, "sora", "CONFOCAL", purpose="비밀 항체")
        with world.as_("sora"):
            booking.report_fault(equipment="CONFOCAL", severity="note", says="비밀 시료가 샘")
        with world.as_("hana"):
            told = str(asdict(page("CONFOCAL")))
        for secret in ("비밀", "이소라", "Sora", "새봄", "SAEBOM", str(world.people["sora"])):
            assert secret not in told

    def test_of_nothing_is_missing(self, world: World):
        with world.as_("operator"):
            booking.set_equipment_state(equipment="CHILLER", state="retired", says_ko="노후")
        with world.as_("hana"):
            for code in ("NOTHING", "CHILLER"):
                with pytest.raises(Missing):
                    page(code)

    @pytest.mark.parametrize("many", [1, 3])
    def test_asks_as_often_for_three_as_for_one(self, world: World, many, django_assert_num_queries):
        for n in range(many):
            held(world, "hana", "CYTO-2", start=TEN + n * HOUR, end=ELEVEN + n * HOUR)
        with world.as_("operator"):
            for n in range(many):
                booking.add_manual(equipment="CYTO-2", title_ko=f"사용법 {n}", url="https://example.org/a.pdf")
                booking.report_fault(equipment="CYTO-2", severity="note", says="소음")
        with world.as_("hana"), django_assert_num_queries(13):
            assert len(page("CYTO-2").manuals) == many


class TestList:
    def test_filters(self, world: World):
        held(world, "sora", "CYTO-1", start=MONDAY + HOUR, end=MONDAY + 2 * HOUR)
        with world.as_("sujin"):
            assert [r.code for r in listed().rows] == ["CHILLER", "CONFOCAL", "CYTO-1", "CYTO-2"]
            assert [r.code for r in listed(kind="cytometer").rows] == ["CYTO-1", "CYTO-2"]
            assert [r.code for r in listed(place="R201").rows] == ["CONFOCAL"]
            assert [r.code for r in listed(text="초점").rows] == ["CONFOCAL"]
            assert [r.code for r in listed(text="cytometer 2").rows] == ["CYTO-2"]
            assert [r.code for r in listed(can_use=True).rows] == ["CHILLER", "CYTO-1", "CYTO-2"]
            with clock.as_of(TEN):
                assert [r.code for r in listed(state="booked").rows] == ["CYTO-1"]
            assert listed(kind="chiller").kinds == listed().kinds
            assert (listed(kind="chiller").total, len(listed().places)) == (4, 2)

    def test_says_why_not(self, world: World):
        with world.as_("sujin"):
            why = {r.code: r.why_not.en for r in listed().rows if r.why_not}
        assert why == {"CONFOCAL": "You have not been trained on Confocal microscope."}

    def test_asks_twice_whatever_there_is(self, world: World, django_assert_num_queries):
        for n in range(3):
            held(world, "hana", "CONFOCAL", start=TEN + n * HOUR, end=ELEVEN + n * HOUR)
        with world.as_("hana"):
            with django_assert_num_queries(2):
                assert len(listed().rows) == 4
            with django_assert_num_queries(2):
                assert len(listed(kind="chiller").rows) == 1


class TestPanel:
    def test_a_time_that_can_be_had(self, world: World):
        with world.as_("hana"):
            seen = panel(equipment="CYTO-1", start=TEN, end=ELEVEN)
        assert seen.may_book
        assert not seen.conflict
        assert (seen.free_until, seen.claimed.end) == (TEN - 2 * HOUR, ELEVEN + HOUR / 2)
        assert (seen.fits, seen.stand_ins) == ((), ())
        said = {check.code: str(check.says) for check in seen.checklist}
        assert said["share_person"] == "60분 / 240분"

    def test_a_taken_time_offers_the_next_and_the_others(self, world: World):
        held(world, "sora", "CYTO-1")
        with world.as_("hana"):
            seen = panel(equipment="CYTO-1", start=TEN, end=ELEVEN)
        assert seen.conflict
        assert [check.code for check in seen.checklist if not check.open] == ["booking.slot_taken"]
        assert seen.fits[0] == Period(ELEVEN + HOUR / 2, NOON + HOUR / 2)
        assert [other.code for other in seen.stand_ins] == ["CYTO-2"]

    def test_a_companion_that_is_taken_stands_in_the_way(self, world: World):
        held(world, "sora", "CHILLER")
        with world.as_("hana"):
            assert panel(equipment="CYTO-2", start=TEN, end=ELEVEN).conflict

    def test_every_broken_rule_is_told_at_once(self, world: World):
        with world.as_("hana"):
            seen = panel(equipment="CYTO-1", start=MONDAY + timedelta(minutes=10), end=MONDAY + 6 * HOUR)
        assert [check.code for check in seen.checklist if not check.open] == [
            "booking.too_soon",
            "booking.off_step",
            "booking.too_long",
            "booking.quota_person",
        ]
        assert next(c.arithmetic for c in seen.checklist if c.code == "booking.quota_person") is not None

    def test_moving_leaves_itself_out(self, world: World):
        mine = held(world, "hana", "CYTO-1")
        with world.as_("hana"):
            seen = panel(equipment="CYTO-1", start=TEN + HOUR / 2, end=ELEVEN + HOUR / 2, moving=mine.code)
        assert seen.may_book

    def test_anothers_booking_cannot_be_moved(self, world: World):
        mine = held(world, "hana", "CYTO-1")
        with world.as_("sora"), pytest.raises(Missing):
            panel(equipment="CYTO-1", start=TEN, end=ELEVEN, moving=mine.code)

    def test_anothers_company_is_refused(self, world: World):
        with world.as_("hana"), pytest.raises(Refused):
            panel(equipment="CYTO-1", start=TEN, end=ELEVEN, organisation="SAEBOM")

    def test_tells_a_rival_nothing_of_whose_it_is(self, world: World):
        held(world, "sora", "CYTO-1", purpose="비밀 항체")
        with world.as_("hana"):
            told = str(asdict(panel(equipment="CYTO-1", start=TEN, end=ELEVEN)))
        for secret in ("비밀", "이소라", "Sora", "새봄", "SAEBOM", str(world.people["sora"])):
            assert secret not in told

    @pytest.mark.parametrize("many", [1, 3])
    def test_asks_as_often_for_three_as_for_one(self, world: World, many, django_assert_num_queries):
        for n in range(many):
            held(world, "sora", "CYTO-1", start=TEN + 1.5 * n * HOUR, end=ELEVEN + 1.5 * n * HOUR)
        with world.as_("hana"), django_assert_num_queries(11):
            assert panel(equipment="CYTO-1", start=TEN, end=ELEVEN).conflict
