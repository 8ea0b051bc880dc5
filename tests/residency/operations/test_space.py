"""Needs, allocation, requests and moves: what each does, refuses, and hides from a rival."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from squaremile.core import outbox
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import (
    Company,
    Licence,
    LicenceDocument,
    LicencePlace,
    Move,
    Neighbour,
    SpaceNeed,
    SpacePlan,
    SpacePlanLine,
    SpaceRequest,
)
from squaremile.residency.reads.days import begin_of
from squaremile.residency.reads.licence_terms import terms_of
from squaremile.spaces import operations as spaces
from squaremile.spaces.models import Occupancy
from tests.parts.residency_licences import in_force
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
JUNE = date(2027, 6, 1)
ONE = {"bench": 1}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def codes(world):
    """Saebom holds a desk in room 202 under a licence; Hanbit has none; two benches and two more desks are free."""
    with world.as_("programme"):
        made = {name: residency.open_record(organisation=name).code for name in ("SAEBOM", "HANBIT")}
    made["licence"] = in_force(world, "SAEBOM", "R202-D1", "sujin", permitted_use="배양")
    with world.as_("director"):
        for desk in ("R202-D2", "R202-D3"):
            spaces.add_place(kind="desk", code=desk, parent="R202", name_ko="책상", name_en="Desk", rentable=True)
        made["prices"] = residency.publish_prices(name_ko="표", name_en="", valid_from=date(2027, 2, 1), desk=1, bench=500).code
    return made


def refused(code, act, *, kind=Refused):
    with pytest.raises(kind) as said:
        act()
    assert said.value.code == code


def drawn(world, **asked):
    with world.as_("programme"):
        code = residency.ask_space_plan(site="JB", on_day=JUNE, seconds=5, **asked).code
    while outbox.deliver():
        pass
    return code


def signed(world, licence):
    """The amendment of a move, by both."""
    for who in ("sujin", "programme"):
        with world.as_(who):
            residency.sign_licence(licence=licence, signed_name=who)


def lines(world, plan):
    with world.as_("programme"):
        rows = SpacePlanLine.objects.filter(plan__code=plan).exclude(part="pin").order_by("company__code", "part", "place__code")
        names = {c.id: c.organisation.code for c in Company.objects.select_related("organisation")}
        return sorted((names[r.company_id], r.part, r.place.code if r.place else r.why) for r in rows.select_related("place"))


def need(world, company, **said):
    with world.as_("programme"):
        return residency.set_space_need(company=company, **said)


def accept(plan, codes):
    return residency.accept_space_plan(
        space_plan=plan, price_version=codes["prices"], until=MONDAY + 20 * DAY, end=MONDAY + 700 * DAY, permitted_use="배양"
    )


class TestNeeds:
    def test_a_company_says_what_it_needs_and_the_staff_how_urgent_it_is(self, world, codes):
        with world.as_("hajin"):
            said = residency.set_space_need(company=codes["HANBIT"], place_counts={"bench": 2, "bay": 0}, growth_counts=ONE)
            assert (said.counts, said.growth, said.biosafety, said.urgency) == ({"bench": 2}, ONE, 1, 5)
            refused("residency.space_urgency_by_staff",
                    lambda: residency.set_space_need(company=codes["HANBIT"], place_counts=ONE, urgency=9))  # fmt: skip
            with pytest.raises(Exception, match="urgency is the staff's"):
                SpaceNeed.objects.update(urgency=9)
        assert need(world, codes["HANBIT"], place_counts=ONE, urgency=8).urgency == 8

    @pytest.mark.parametrize("said", [
        {"place_counts": {"castle": 1}}, {"place_counts": {"bench": -1}}, {"place_counts": ONE, "biosafety": 5},
        {"place_counts": ONE, "hazard_amounts": {"noise": 1}}, {"place_counts": {"bench": True}},
    ])  # fmt: skip
    def test_it_must_be_sound(self, world, codes, said):
        refused("residency.space_need_unfit", lambda: need(world, codes["HANBIT"], **said), kind=Invalid)

    def test_a_rival_neither_says_nor_sees_it(self, world, codes):
        need(world, codes["SAEBOM"], place_counts={"desk": 2})
        with world.as_("hajin"):
            assert SpaceNeed.objects.count() == 0
            refused("residency.company_unknown", lambda: residency.set_space_need(company=codes["SAEBOM"], place_counts=ONE),
                    kind=Missing)  # fmt: skip
        with world.as_("sujin"):
            assert SpaceNeed.objects.count() == 1

    def test_whom_to_keep_apart_is_the_staffs_alone(self, world, codes):
        both = {"company": codes["HANBIT"], "other_company": codes["SAEBOM"]}
        with world.as_("programme"):
            residency.set_neighbour(**both, seating="apart", reason="같은 표적")
            residency.set_neighbour(**{**both, "company": both["other_company"], "other_company": both["company"]},
                                    seating="beside", reason="공동 연구")  # fmt: skip
            assert Neighbour.objects.get().wish == "beside"
            refused("residency.neighbour_unfit", lambda: residency.set_neighbour(**both, seating="far", reason="x"), kind=Invalid)
        for who in ("hajin", "sujin"):
            with world.as_(who):
                assert Neighbour.objects.count() == 0
                with pytest.raises(Forbidden):
                    residency.set_neighbour(**both, seating="none", reason="x")
        with world.as_("programme"):
            residency.set_neighbour(**both, seating="none", reason="끝")
            assert Neighbour.objects.count() == 0

    def test_limits_are_of_control_areas_and_levels_of_rooms(self, world):
        with world.as_("safety"):
            residency.set_area_limits(place="JB-A2-1", area_limits={"flammable": 30, "biosafety": 2})
            residency.set_area_limits(place="R201", area_limits={"biosafety": 1})
            for place, said in (("R201", {"flammable": 1}), ("JB-A2-1", {"biosafety": 9}), ("JB", {"toxic": 1}), ("R201", {})):
                refused("residency.area_limit_unfit",
                        lambda place=place, said=said: residency.set_area_limits(place=place, area_limits=said), kind=Invalid)  # fmt: skip
        with world.as_("programme"), pytest.raises(Forbidden):
            residency.set_area_limits(place="R201", area_limits={"biosafety": 2})


class TestPlans:
    def test_the_worker_draws_what_was_asked(self, world, codes):
        need(world, codes["HANBIT"], place_counts={"bench": 2})
        plan = drawn(world)
        assert lines(world, plan) == [("HANBIT", "comes", "R201-B1"), ("HANBIT", "comes", "R201-B2"), ("SAEBOM", "stays", "R202-D1")]
        with world.as_("auditor"):
            made = SpacePlan.objects.get()
            assert (made.state, made.proved, made.worth == made.bound, made.failed) == ("drawn", True, True, "")

    def test_hazards_without_a_limit_and_levels_are_heeded(self, world, codes):
        need(world, codes["HANBIT"], place_counts=ONE, hazard_amounts={"flammable": 10})
        assert ("HANBIT", "unplaced", "hazard") in lines(world, drawn(world))
        with world.as_("safety"):
            residency.set_area_limits(place="JB-A2-1", area_limits={"flammable": 10})
        plan = drawn(world)
        assert ("HANBIT", "unplaced", "hazard") not in lines(world, plan)
        with world.as_("programme"):
            assert SpacePlan.objects.get(code=plan).head_room == [["JB-A2-1", "flammable", 0]]
        need(world, codes["HANBIT"], place_counts=ONE, biosafety=2)
        assert ("HANBIT", "unplaced", "bsl") in lines(world, drawn(world))

    def test_rivals_share_no_room_and_a_pin_holds(self, world, codes):
        need(world, codes["HANBIT"], place_counts={"desk": 1})
        assert [line[2][:4] for line in lines(world, drawn(world)) if line[0] == "HANBIT"] == ["R202"]
        with world.as_("programme"):
            residency.set_neighbour(company=codes["HANBIT"], other_company=codes["SAEBOM"], seating="apart", reason="경쟁")
        assert ("HANBIT", "unplaced", "full") in lines(world, drawn(world))
        need(world, codes["HANBIT"], place_counts=ONE)
        assert ("HANBIT", "comes", "R201-B2") in lines(world, drawn(world, pins=[f"R201-B2={codes['HANBIT']}"]))

    def test_who_is_in_residence_is_never_put_out(self, world, codes):
        need(world, codes["SAEBOM"], place_counts={"desk": 9})
        assert lines(world, drawn(world)) == [("SAEBOM", "stays", "R202-D1")]

    def test_a_pin_on_somebody_elses_hold_fails_with_words(self, world, codes):
        with world.as_("programme"):
            spaces.hold(place="R201-B1", organisation="SAEBOM", start=MONDAY, end=MONDAY + 400 * DAY)
        plan = drawn(world, pins=[f"R201-B1={codes['HANBIT']}"])
        with world.as_("programme"):
            assert (SpacePlan.objects.get(code=plan).state, SpacePlan.objects.get(code=plan).failed) == ("failed", "contradicted")

    def test_what_asking_refuses(self, world, codes):
        with world.as_("programme"):
            refused("residency.space_plan_day", lambda: residency.ask_space_plan(site="JB", on_day=date(2027, 2, 1)), kind=Invalid)
            for pins in (["R201-B1"], ["NOWHERE=CO-1"]):
                refused("residency.company_unknown" if pins == ["R201-B1"] else "residency.space_pin_unfit",
                        lambda pins=pins: residency.ask_space_plan(site="JB", on_day=JUNE, pins=pins),
                        kind=Missing if pins == ["R201-B1"] else Invalid)  # fmt: skip
            refused("core.not_found", lambda: residency.ask_space_plan(site="R201", on_day=JUNE), kind=Missing)
        with world.as_("hajin"):
            with pytest.raises(Forbidden):
                residency.ask_space_plan(site="JB", on_day=JUNE)
            assert SpacePlan.objects.count() == 0

    def test_accepting_makes_offers_and_moves_at_once(self, world, codes):
        need(world, codes["HANBIT"], place_counts={"bench": 2})
        need(world, codes["SAEBOM"], place_counts={"desk": 2})
        plan = drawn(world)
        with world.as_("programme"):
            assert accept(plan, codes).state == "accepted"
            offer = Licence.objects.get(company__code=codes["HANBIT"])
            assert (offer.state, offer.places.count(), offer.offer.rent) == ("offered", 2, 1000)
            assert Move.objects.get().company.code == codes["SAEBOM"]
            refused("residency.space_plan_step", lambda: accept(plan, codes))

    def test_what_changed_since_refuses_the_plan(self, world, codes):
        need(world, codes["HANBIT"], place_counts=ONE)
        plan = drawn(world)
        with world.as_("programme"):
            spaces.hold(place="R201-B2", organisation="SAEBOM", start=MONDAY + 200 * DAY, end=MONDAY + 300 * DAY)
            refused("residency.space_plan_outdated", lambda: accept(plan, codes))
            assert Licence.objects.filter(company__code=codes["HANBIT"]).count() == 0

    def test_what_if_shows_rent_and_room_and_changes_nothing(self, world, codes):
        need(world, codes["HANBIT"], place_counts={"bench": 2})
        plan = drawn(world, newcomer=codes["HANBIT"])
        with world.as_("programme"):
            told = SpacePlan.objects.get(code=plan)
            assert (told.state, told.rent, told.currency, told.without_moves) == ("drawn", 1000, "KRW", True)
            assert Licence.objects.filter(company__code=codes["HANBIT"]).count() == 0
            refused("residency.space_plan_step", lambda: accept(plan, codes))


class TestMoves:
    @pytest.fixture
    def move(self, world, codes):
        with world.as_("programme"):
            return residency.plan_move(company=codes["SAEBOM"], on_day=JUNE, leaves=["R202-D1"], takes=["R202-D2"]).code

    def test_on_its_day_the_licence_has_other_places(self, world, codes, move):
        with world.as_("programme"):
            refused("residency.move_early", lambda: residency.carry_out_move(move=move))
            # From the day on the old desk is free for others, and the new one is not.
            end = MONDAY + 300 * DAY
            spaces.hold(place="R202-D1", organisation="HANBIT", start=begin_of(JUNE), end=end)
            refused("spaces.place_taken",
                    lambda: spaces.hold(place="R202-D2", organisation="HANBIT", start=begin_of(JUNE), end=end))  # fmt: skip
        with clock.as_of(begin_of(JUNE)):
            with scope(system("worker")):
                assert residency.carry_out_moves() == 0
            with world.as_("programme"):
                refused("residency.move_unsigned", lambda: residency.carry_out_move(move=move))
                with pytest.raises(IntegrityError, match="not signed"), transaction.atomic():
                    Move.objects.update(state="done")
            signed(world, codes["licence"])
        with clock.as_of(begin_of(JUNE)), scope(system("worker")):
            assert (residency.carry_out_moves(), residency.carry_out_moves()) == (1, 0)
            live = LicencePlace.objects.filter(licence__code=codes["licence"], live=True)
            assert [(p.place.code, p.occupancy.state) for p in live] == [("R202-D2", "occupied")]
            assert Move.objects.get().state == "done"
        with world.as_("programme"):
            refused("residency.move_step", lambda: residency.cancel_move(move=move))

    def test_it_brings_an_amendment_at_the_prices_in_force_on_its_day(self, world, codes, move):
        with world.as_("programme"):
            made = Move.objects.get().amendment
            assert (made.state, made.effective_on, made.rent, made.price_version.code) == ("proposed", JUNE, 1, codes["prices"])
            said = LicenceDocument.objects.get(amendment=made).changes
            assert ["R202-D2" in said, "R202-D1" in said, "월 사용료: 100,000 KRW → 1 KRW" in said] == [True] * 3
            refused("residency.move_hangs", lambda: residency.withdraw_amendment(amendment=made.code))
        signed(world, codes["licence"])
        with world.as_("programme"):
            refused("residency.move_signed", lambda: residency.cancel_move(move=move))
        with clock.as_of(begin_of(JUNE)), scope(system("worker")):
            residency.run_licences()
            assert residency.carry_out_moves() == 1
        with world.as_("programme"):
            assert terms_of(Licence.objects.get(code=codes["licence"])).rent == 1

    def test_a_licence_that_is_being_amended_waits(self, world, codes):
        with world.as_("programme"):
            residency.propose_amendment(licence=codes["licence"], reason="인원", effective_on=JUNE, most_people=5)
            refused("residency.amendment_runs",
                    lambda: residency.plan_move(company=codes["SAEBOM"], on_day=JUNE, takes=["R202-D2"]))  # fmt: skip

    def test_cancelled_everything_is_as_before(self, world, codes, move):
        before = (Occupancy, "R202-D1")
        with world.as_("programme"):
            residency.cancel_move(move=move)
            mine = LicencePlace.objects.get(licence__code=codes["licence"], live=True)
            assert Move.objects.get().amendment.state == "withdrawn"
            assert (mine.place.code, mine.period.end) == (before[1], Licence.objects.get(code=codes["licence"]).period.end)
            assert mine.occupancy.period.end == mine.period.end
            spaces.hold(place="R202-D2", organisation="HANBIT", start=begin_of(JUNE), end=MONDAY + 300 * DAY)

    def test_it_cannot_be_cancelled_once_the_place_is_promised(self, world, codes, move):
        with world.as_("programme"):
            spaces.hold(place="R202-D1", organisation="HANBIT", start=begin_of(JUNE), end=MONDAY + 300 * DAY)
            refused("spaces.place_taken", lambda: residency.cancel_move(move=move))

    @pytest.mark.parametrize(("said", "code", "kind"), [
        ({"leaves": ["R202-D2"], "takes": ["R202-D3"]}, "residency.move_unfit", Invalid), ({}, "residency.move_unfit", Invalid),
        ({"leaves": ["R202-D1"]}, "residency.move_empties", Refused), ({"takes": ["R202"]}, "spaces.not_rentable", Refused),
        ({"on_day": date(2027, 1, 1), "takes": ["R202-D2"]}, "residency.move_unfit", Invalid),
        ({"on_day": date(2040, 1, 1), "takes": ["R202-D2"]}, "residency.move_unfit", Invalid),
    ])  # fmt: skip
    def test_what_a_move_refuses(self, world, codes, said, code, kind):
        with world.as_("programme"):
            refused(code, lambda: residency.plan_move(company=codes["SAEBOM"], **{"on_day": JUNE, **said}), kind=kind)
            assert Move.objects.count() == 0

    def test_one_at_a_time_and_none_for_a_rival(self, world, codes, move):
        with world.as_("programme"):
            refused("residency.move_open", lambda: residency.plan_move(company=codes["SAEBOM"], on_day=JUNE, takes=["R202-D3"]))
        with world.as_("hajin"):
            assert Move.objects.count() == 0
            with pytest.raises(Forbidden):
                residency.cancel_move(move=move)
        with world.as_("sujin"):
            assert Move.objects.count() == 1


class TestRequests:
    @pytest.fixture
    def request_code(self, world, codes):
        with world.as_("sujin"):
            return residency.ask_for_space(
                company=codes["SAEBOM"], space_wish="more", place_counts={"desk": 2}, by_day=JUNE, says="인원이 늘었습니다"
            ).code

    def test_granted_it_becomes_the_need(self, world, codes, request_code):
        with world.as_("sujin"):
            with pytest.raises(Forbidden):
                residency.answer_space_request(space_request=request_code, granted=True, says="네")
            with pytest.raises(Exception, match="the answer is not the company's"):
                SpaceRequest.objects.update(state="granted", answer="네")
        with world.as_("programme"):
            assert residency.answer_space_request(space_request=request_code, granted=True, says="6월에").state == "granted"
            assert SpaceNeed.objects.get().counts == {"desk": 2}
            refused("residency.space_request_step",
                    lambda: residency.answer_space_request(space_request=request_code, granted=False, says="x"))  # fmt: skip

    def test_withdrawn_or_asked_twice(self, world, codes, request_code):
        again = {"company": codes["SAEBOM"], "space_wish": "fewer", "place_counts": {"desk": 1}, "by_day": JUNE, "says": "줄임"}
        with world.as_("sujin"):
            refused("residency.space_request_open", lambda: residency.ask_for_space(**again))
            residency.withdraw_space_request(space_request=request_code)
            for wrong in ({"says": " "}, {"space_wish": "castle"}, {"place_counts": {}}, {"by_day": date(2027, 1, 1)}):
                refused("residency.space_request_unfit", lambda wrong=wrong: residency.ask_for_space(**again | wrong), kind=Invalid)
            assert residency.ask_for_space(**again).state == "asked"

    def test_a_rival_finds_nothing(self, world, codes, request_code):
        with world.as_("hajin"):
            assert SpaceRequest.objects.count() == 0
            refused("residency.space_request_unknown", lambda: residency.withdraw_space_request(space_request=request_code),
                    kind=Missing)  # fmt: skip
