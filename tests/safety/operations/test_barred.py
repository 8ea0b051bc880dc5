"""What receiving would refuse before any sum, "can I bring this?" says beforehand: a lock, a permit, a course."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import scope
from squaremile.safety import operations as safety
from squaremile.safety.operations.bringing import ask_to_bring
from squaremile.safety.policies import packs
from squaremile.safety.policies.verification import rows
from squaremile.safety.reads import bringings
from tests.world import MONDAY, setup_scope

pytestmark = pytest.mark.django_db
BOTTLE = {"substance": "67-64-1", "how_much": "1 L", "place": "R201"}


@pytest.fixture(autouse=True)
def room(world):
    """201 and 202 are areas of their own, and acetone comes as a yes to both."""
    with clock.as_of(MONDAY):
        with world.as_("safety"):
            for number, code in ((201, "CA-1"), (202, "CA-2")):
                safety.declare_area(building="JB-A", storey=1, name_ko=code, sprinklered=True, rooms=[f"R{number}"], code=code)
                safety.put_pack_in_force(area=code, pack="us-ibc", since=date(2020, 1, 1))
            for row in rows(packs.pack("us-ibc")):
                safety.verify_pack_row(pack="us-ibc", pack_row=row.key, read_in="IBC 2021", read_on=date(2027, 1, 1))
            safety.add_substance(phase="liquid", cas="67-64-1", name_en="Acetone")
        yield


def lock(world, place):
    with world.as_("safety"):
        return safety.lock_place(place=place, why_locked="누출").code


def a_course(world):
    with world.as_("safety"):
        safety.publish_course(code="SOLVENT", minutes=60, signed_off=True, name_ko="유기용제", name_en="Solvents")
        safety.need_course(course="SOLVENT", scheme="us-ibc", hazard="IB")


def a_permit(world):
    with world.as_("safety"):
        safety.declare_permit_kind(code="SOLVENT-USE", held_by="company", blocks=["bringing"], name_ko="용제 사용 허가")
        safety.need_permit(permit_kind="SOLVENT-USE")


@pytest.mark.parametrize(("shut", "kind", "code"), [
    (lambda world: lock(world, "R201"), "release", "safety.place_locked"),
    (lambda world: lock(world, "JB-A"), "release", "safety.place_locked"),
    (a_course, "course", "safety.bring_untrained"),
    (a_permit, "permit", "safety.permit_needed"),
])  # fmt: skip
def test_the_answer_is_no_where_receiving_refuses(world, shut, kind, code):
    with world.as_("hana"):
        assert ask_to_bring(**BOTTLE).answer == "yes"
    shut(world)
    with world.as_("hana"):
        with pytest.raises(Refused) as refused:
            safety.receive_container(**BOTTLE)
        made = ask_to_bring(**BOTTLE)
        assert refused.value.code == code
        assert (made.answer, made.state) == ("no", "answered")
        assert made.told["barred"] == [{"code": code, "ko": refused.value.text.ko, "en": refused.value.text.en}]
        (way,) = made.told["ways_out"]
        assert (way["kind"], way["url"]) == (kind, refused.value.remedy.url)
        assert (way["ko"], way["en"]) == (refused.value.remedy.label.ko, refused.value.remedy.label.en)
        shown = bringings.bringing(made.code)
        assert ([str(each) for each in shown.barred], [each.url for each in shown.ways_out]) == ([str(refused.value.text)], [way["url"]])


def test_all_that_bars_is_told_at_once_and_each_is_lifted_by_its_own_way(world):
    held = lock(world, "R201")
    a_course(world)
    a_permit(world)
    with world.as_("hana"):
        assert [way["kind"] for way in ask_to_bring(**BOTTLE).told["ways_out"]] == ["release", "permit", "course"]
    with world.as_("safety"):
        safety.release_place(place_lock=held, looked_at="환기함")
        safety.end_permit_need(permit_kind="SOLVENT-USE")
    with world.as_("operator"):
        safety.sign_off_training(course="SOLVENT", person=world.people["hana"])
    with world.as_("hana"):
        made = ask_to_bring(**BOTTLE)
        assert (made.answer, made.told["barred"]) == ("yes", [])
        assert safety.receive_container(**BOTTLE).state == "received"


def ways(**asked):
    return [(way["kind"], way.get("area")) for way in ask_to_bring(**BOTTLE | asked).told["ways_out"]]


def test_what_stays_shut_is_no_way_out(world):
    with world.as_("hana"):
        safety.receive_container(**BOTTLE | {"how_much": "200 gal"})
        assert ways(how_much="60 gal") == [("smaller", None), ("area", "CA-2")]
    held = lock(world, "R201")
    with world.as_("hana"):
        assert ways(how_much="60 gal") == [("release", None), ("area", "CA-2")]  # no smaller amount may come in either
    lock(world, "R202")
    with world.as_("hana"):
        assert ways(how_much="60 gal") == [("release", None)]
    with world.as_("safety"):
        safety.release_place(place_lock=held, looked_at="환기함")
    with world.as_("hana"):
        assert ways(how_much="60 gal") == [("smaller", None)]
    a_course(world)
    with world.as_("hana"):
        assert ways(how_much="60 gal") == [("course", None)]


def test_staff_who_ask_for_a_company_are_not_asked_for_their_own_courses(world):
    a_course(world)
    with world.as_("safety"):
        assert ask_to_bring(**BOTTLE, organisation="HANBIT").answer == "yes"
        assert ask_to_bring(**BOTTLE).answer == "no"  # she would receive it herself
    lock(world, "R201")
    with world.as_("safety"):
        assert ask_to_bring(**BOTTLE, organisation="HANBIT").answer == "no"


def test_a_colleague_is_told_whose_course_is_missing(world):
    a_course(world)
    with world.as_("hana"):
        code = ask_to_bring(**BOTTLE).code
        (hers,) = bringings.bringing(code).barred
    with world.as_("haeun"):
        (told,) = bringings.bringing(code).barred
    assert (told.en, told.ko) == (f"For the person who asked: {hers.en}", f"물어본 사람의 경우: {hers.ko}")
    lock(world, "R201")
    with world.as_("hana"):
        code = ask_to_bring(**BOTTLE).code
    with world.as_("haeun"):
        assert sorted(each.en.startswith("For the person") for each in bringings.bringing(code).barred) == [False, True]


def test_a_machine_is_told_of_the_lock_though_it_may_write_down_what_stands_there(world):
    lock(world, "R201")
    with scope(setup_scope()):
        assert ask_to_bring(**BOTTLE).answer == "no"


def test_all_that_safety_asks_is_one_statement(world):
    with world.as_("hana"), CaptureQueriesContext(connection) as asked:
        ask_to_bring(**BOTTLE)
    told = ("safety_place_lock", "safety_permit_need", "safety_course_need")
    assert [sum(table in each["sql"] for each in asked) for table in told] == [1, 1, 1]
    assert sum(any(table in each["sql"] for table in told) for each in asked) == 1
