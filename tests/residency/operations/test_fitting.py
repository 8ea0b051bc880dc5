"""What is typed by hand keeps the rules of allocation: the level, rivals apart, hazards; or the site director says why not."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from squaremile.core.models import Activity
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.residency import operations as residency
from squaremile.residency.models import Application, FitException, Licence, Move
from squaremile.residency.reads.fitting import unfit
from squaremile.residency.reads.licence_file import licence_file
from squaremile.spaces import operations as spaces
from tests.parts.residency_licences import in_force
from tests.residency.applying import handed_in, opened_call
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WHY = "차폐 벽이 섰다"


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def codes(world):
    """Saebom holds a desk in room 202 under a licence; Hanbit is admitted and has none."""
    with world.as_("programme"):
        made = {name: residency.open_record(organisation=name).code for name in ("SAEBOM", "HANBIT")}
    made["licence"] = in_force(world, "SAEBOM", "R202-D1", "sujin", permitted_use="배양")
    with world.as_("director"):
        spaces.add_place(kind="control_area", code="JB-CA9", parent="JB-A2", name_ko="구역", name_en="Area")
        spaces.add_place(kind="room", code="R290", parent="JB-CA9", name_ko="방", name_en="Room")
        for code, room in (("R202-D2", "R202"), ("R202-D3", "R202"), ("R290-D1", "R290"), ("R290-D2", "R290")):
            spaces.add_place(kind="desk", code=code, parent=room, name_ko="책상", name_en="Desk", rentable=True)
        made["prices"] = residency.publish_prices(name_ko="표", name_en="", valid_from=date(2027, 2, 1), desk=1).code
    return made


def offer(codes, *spots, **more):
    return residency.make_offer(
        company=codes["HANBIT"], spots=spots, start=MONDAY + 30 * DAY, end=MONDAY + 300 * DAY, until=MONDAY + 10 * DAY,
        price_version=codes["prices"], permitted_use="배양", most_people=2, **more,
    )


def apart(world, codes):
    with world.as_("programme"):
        residency.set_neighbour(company=codes["HANBIT"], other_company=codes["SAEBOM"], seating="apart", reason="같은 표적")


def refused(act, code="residency.space_unfit"):
    with pytest.raises(Refused) as said:
        act()
    assert said.value.code == code
    return said.value.arithmetic.en


class TestOffers:
    def test_no_rival_in_the_room(self, world, codes):
        apart(world, codes)
        with world.as_("programme"):
            assert "R202 has" in refused(lambda: offer(codes, "R202-D2"))
            assert not Licence.objects.filter(company__code=codes["HANBIT"]).exists()
            assert offer(codes, "R290-D1").state == "offered"

    def test_the_level_of_the_place(self, world, codes):
        with world.as_("programme"):
            residency.set_space_need(company=codes["HANBIT"], place_counts={"desk": 1}, biosafety=2)
            assert "R290-D1 has biosafety level 1; the company works at 2." in refused(lambda: offer(codes, "R290-D1"))
        with world.as_("director"):
            residency.set_area_limits(place="R290", area_limits={"biosafety": 2})
        with world.as_("programme"):
            assert offer(codes, "R290-D1").state == "offered"

    def test_the_head_room_of_the_control_area(self, world, codes):
        with world.as_("director"):
            residency.set_space_need(company=codes["HANBIT"], place_counts={"desk": 1}, hazard_amounts={"flammable": 30})
            assert "no limit is said" in refused(lambda: offer(codes, "R290-D1"))
            residency.set_area_limits(place="JB-CA9", area_limits={"flammable": 20})
            said = refused(lambda: offer(codes, "R290-D1"))
            assert "JB-CA9, Flammable liquids (L): others 0 + this company 30 = 30, limit 20" in said
            residency.set_area_limits(place="JB-CA9", area_limits={"flammable": 30})
            assert offer(codes, "R290-D1").state == "offered"

    def test_the_director_says_why_and_nobody_else_may(self, world, codes):
        apart(world, codes)
        with world.as_("programme"):
            refused(lambda: offer(codes, "R202-D2", exception=WHY), "residency.space_unfit_by_director")
        with world.as_("director"):
            made = offer(codes, "R202-D2", exception=f" {WHY} ").code
        with world.as_("programme"):
            (kept,) = licence_file(made).excepted
            assert (kept.places, kept.reason) == (("R202-D2",), WHY)
            assert "R202 has" in kept.says.en
            # The audit has it too, without an organisation.
            assert Activity.objects.filter(operation="residency.make_offer", organisation_id=None, data__exception=WHY).count() == 1
        with world.as_("hajin"):
            assert licence_file(made).excepted == ()
            assert FitException.objects.count() == 0
            assert not Activity.objects.filter(data__icontains=WHY).exists()

    def test_nothing_is_kept_where_no_exception_was_needed(self, world, codes):
        with world.as_("director"):
            offer(codes, "R290-D1", exception=WHY)
            assert FitException.objects.count() == 0

    def test_the_database_lets_the_director_alone(self, world, codes):
        with world.as_("programme"):
            said = {"places": [], "day": MONDAY.date(), "says_ko": "", "says_en": "", "reason": WHY, "at": MONDAY}
            with pytest.raises(DatabaseError), transaction.atomic():
                FitException.objects.create(licence=Licence.objects.get(code=codes["licence"]), by_id=world.people["programme"], **said)


class TestMovesAndAmendments:
    def test_both_are_asked(self, world, codes):
        with world.as_("programme"):
            offer(codes, "R290-D1")
        apart(world, codes)
        moved = {"company": codes["SAEBOM"], "on_day": (MONDAY + 40 * DAY).date(), "leaves": ["R202-D1"], "takes": ["R290-D2"]}
        amended = {"licence": codes["licence"], "reason": "증설", "effective_on": moved["on_day"], "adds": ["R290-D2"]}
        with world.as_("programme"):
            assert "R290 has" in refused(lambda: residency.plan_move(**moved))
            assert "R290 has" in refused(lambda: residency.propose_amendment(**amended))
            assert not Move.objects.exists()
            assert residency.plan_move(**{**moved, "takes": ["R202-D2"]}).state == "planned"

    def test_the_director_lets_a_move_pass(self, world, codes):
        with world.as_("programme"):
            offer(codes, "R290-D1")
        apart(world, codes)
        with world.as_("director"):
            made = residency.plan_move(
                company=codes["SAEBOM"], on_day=(MONDAY + 40 * DAY).date(), leaves=["R202-D1"], takes=["R290-D2"], exception=WHY
            )
            assert made.state == "planned"
            assert FitException.objects.get().licence.code == codes["licence"]


def test_who_has_stated_no_need_works_at_the_level_that_it_declared(world, codes):
    application = handed_in(opened_call(world), biosafety="bsl2", agents=[{"name": "HEK293", "risk_group": "rg1"}])
    with world.as_("programme"):
        whose = Application.objects.get(code=application).company.code
        assert [said.en for said in unfit(whose, ["R290-D1"], MONDAY.date())] == [
            "R290-D1 has biosafety level 1; the company works at 2."]
        residency.set_space_need(company=whose, place_counts={"desk": 1}, biosafety=1)
        assert unfit(whose, ["R290-D1"], MONDAY.date()) == []


class TestAlreadyThere:
    def test_rivals_who_share_one_room_are_kept_out_of_another(self, world, codes):
        """They go on sharing it, and may have more of it; but no second room."""
        in_force(world, "HANBIT", "R202-D4", "hajin", permitted_use="배양")
        with world.as_("director"):
            spaces.hold(place="R290-D2", organisation="SAEBOM", start=MONDAY, end=MONDAY + 300 * DAY)
        apart(world, codes)
        with world.as_("programme"):
            assert "R290 has" in refused(lambda: offer(codes, "R290-D1"))
            assert offer(codes, "R202-D2").state == "offered"

    def test_who_comes_later_is_asked_of_too(self, world, codes):
        """On the first day somebody else sits on the desk that the rival has from June on."""
        with world.as_("director"):
            spaces.hold(place="R290-D2", organisation="HANBIT", start=MONDAY, end=MONDAY + 100 * DAY)
            spaces.hold(place="R290-D2", organisation="SAEBOM", start=MONDAY + 100 * DAY, end=MONDAY + 200 * DAY)
        apart(world, codes)
        with world.as_("programme"):
            assert refused(lambda: offer(codes, "R290-D1")).startswith("From 2027-06-09: R290 has")

    def test_an_extension_is_asked_of_from_the_old_end(self, world, codes):
        """The rival has the next desk from the day on which the licence would have ended."""
        with world.as_("programme"):
            end = Licence.objects.get(code=codes["licence"]).period.end
        with world.as_("director"):
            spaces.hold(place="R202-D2", organisation="SAEBOM", start=MONDAY, end=end)
            spaces.hold(place="R202-D2", organisation="HANBIT", start=end, end=end + 100 * DAY)
        apart(world, codes)
        longer = {"licence": codes["licence"], "reason": "연장", "effective_on": MONDAY.date(), "last_day": (end + 90 * DAY).date()}
        with world.as_("programme"):
            assert "R202 has" in refused(lambda: residency.propose_amendment(**longer))
        with world.as_("director"):
            assert residency.propose_amendment(**longer, exception=WHY).state == "proposed"

    def test_an_extension_does_not_part_who_sits_together_today(self, world, codes):
        in_force(world, "HANBIT", "R202-D4", "hajin", permitted_use="배양")
        apart(world, codes)
        with world.as_("programme"):
            residency.set_space_need(company=codes["SAEBOM"], place_counts={"desk": 1}, biosafety=2)
            end = Licence.objects.get(code=codes["licence"]).period.end
            made = residency.propose_amendment(
                licence=codes["licence"], reason="연장", effective_on=MONDAY.date(), last_day=(end + 30 * DAY).date())
            assert made.state == "proposed"
