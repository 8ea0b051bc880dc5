"""Mixtures: components with their source, seen by who sees the mixture, that warn and class nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.safety import operations as safety
from squaremile.safety.models import Bringing, Component, Composition, Substance
from squaremile.safety.reads import mixtures, rooms, substances, unclassified
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
READ = {"read_in": "SDS C-7, 3절", "read_on": date(2026, 3, 2)}
ACETONE, NITRIC = {"component": "67-64-1", "low": "40", "high": "60"}, {"component": "7697-37-2", "low": "5"}


@pytest.fixture
def mine(world: World) -> str:
    with world.as_("hana"):
        return safety.add_substance(phase="liquid", name_ko="세정액 C-7", name_en="Cleaner C-7", mixture=True).code


def bottle(world: World, code: str) -> str:
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="1층", rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=date(2020, 1, 1))
        return safety.receive_container(substance=code, how_much="1 L", place="R201", organisation="HANBIT").code


def test_a_mixture_has_no_number_and_nothing_is_looked_up_for_it(world: World, mine: str):
    with world.as_("hana"):
        with pytest.raises(Invalid, match="mixture_numbered"):
            safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤 수용액", mixture=True)
        pure = safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤").code
        with pytest.raises(Invalid, match="mixture_numbered"):
            safety.enter_components(substance=pure, components=[ACETONE], **READ)
        safety.enter_components(substance=mine, components=[ACETONE], **READ)
        row, classes = substances.of_code(mine)
    assert (row.mixture, row.cas, row.flash_c, row.boil_c) == (True, "", None, None)
    assert {each.classes for each in classes} == {()}
    with connection.cursor() as cursor, world.as_("hana"), pytest.raises(DatabaseError, match="substance_mixture_unnumbered"), transaction.atomic():
        cursor.execute("UPDATE safety_substance SET cas = '67-64-1' WHERE code = %s", [mine])


def test_components_are_read_anew_and_earlier_ones_stay_on_record(world: World, mine: str):
    with world.as_("hana"):
        water = safety.add_substance(phase="liquid", name_ko="정제수").code
        safety.enter_components(substance=mine, components=[ACETONE, {"component": water, "low": 30}], **READ)
        said = safety.enter_components(substance=mine, components=[NITRIC], **READ | {"read_in": "SDS C-7 개정 2"})
        assert said == mixtures.of_substance(mine)
        assert [(each.cas, each.share) for each in said.components] == [("7697-37-2", "5")]
        assert [(c.read_in, c.current, c.components.count()) for c in Composition.objects.order_by("entered_at")] == [
            ("SDS C-7, 3절", False, 2), ("SDS C-7 개정 2", True, 1),
        ]  # fmt: skip


@pytest.mark.parametrize(("components", "code"), [
    ([], "components_unsound"), ([ACETONE | {"high": "30"}], "components_unsound"), ([ACETONE | {"high": "101"}], "components_unsound"),
    ([ACETONE | {"low": "0"}], "components_unsound"), ([ACETONE | {"low": "96", "high": "97"}, NITRIC], "components_unsound"),
    ([ACETONE, ACETONE], "components_unsound"), ([ACETONE | {"component": "67-64-2"}], "component_unknown"),
    ([ACETONE | {"component": "아무도 모르는 것"}], "component_unknown"), ([ACETONE | {"component": "세정액 C-7"}], "component_mixed"),
])  # fmt: skip
def test_what_is_unsound_is_refused_and_changes_nothing(world: World, mine: str, components, code):
    with world.as_("hana"):
        safety.enter_components(substance=mine, components=[ACETONE], **READ)
        with pytest.raises(Invalid, match=code) as refused:
            safety.enter_components(substance=mine, components=components, **READ)
        assert refused.value.text.ko != refused.value.text.en
        assert Composition.objects.count() == Component.objects.count() == 1


@pytest.mark.parametrize("read", [{"read_in": " "}, {"read_on": MONDAY.date() + timedelta(days=2)}])
def test_without_a_source_it_is_refused(world: World, mine: str, read):
    with world.as_("hana"), pytest.raises(Invalid, match="class_unsourced"):
        safety.enter_components(substance=mine, components=[ACETONE], **READ | read)


def test_one_thing_by_its_number_and_as_registered_is_one_thing(world: World, mine: str):
    with world.as_("safety"):
        shared = safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤").code
    with world.as_("hana"), pytest.raises(Invalid, match="components_unsound"):
        safety.enter_components(substance=mine, components=[ACETONE | {"component": shared}, ACETONE | {"low": "1", "high": "2"}], **READ)


def test_what_is_in_a_mixture_becomes_none(world: World, mine: str):
    with world.as_("hana"):
        resin = safety.add_substance(phase="solid", name_ko="수지").code
        safety.enter_components(substance=mine, components=[{"component": resin, "low": 10}], **READ)
        with pytest.raises(Refused, match="component_mixed"):
            safety.enter_components(substance=resin, components=[ACETONE], **READ)
        assert Substance.objects.get(code=resin).mixture is False


def test_a_companys_own_is_read_by_it_and_by_who_answers_for_safety(world: World, mine: str):
    with world.as_("hana"):
        safety.enter_components(substance=mine, components=[ACETONE, NITRIC], **READ)
        secret = safety.add_substance(phase="liquid", name_ko="비밀 성분").code
    with world.as_("safety"):
        assert len(mixtures.of_substance(mine).components) == 2
        shared = safety.add_substance(phase="liquid", name_ko="모두의 세정액", mixture=True).code
        with pytest.raises(Invalid, match="component_unknown"):
            safety.enter_components(substance=shared, components=[ACETONE | {"component": secret}], **READ)
        safety.enter_components(substance=shared, components=[ACETONE], **READ)
    with world.as_("sora"):
        assert mixtures.of_substance(mine) is None
        assert [c.composition.substance.code for c in Component.objects.all()] == [shared]
        assert Composition.objects.count() == 1
        own = safety.add_substance(phase="liquid", name_ko="새봄 세정액", mixture=True).code
        for acting in ({"substance": mine, "components": [ACETONE]}, {"substance": shared, "components": [ACETONE]}):
            with pytest.raises(Missing, match="substance_unknown"):
                safety.enter_components(**acting, **READ)
        with pytest.raises(Invalid, match="component_unknown") as hers:
            safety.enter_components(substance=own, components=[ACETONE | {"component": secret}], **READ)
        with pytest.raises(Invalid, match="component_unknown") as nobodys:
            safety.enter_components(substance=own, components=[ACETONE | {"component": "SB-NOBODY"}], **READ)
        assert hers.value.text == nobodys.value.text


def test_a_rival_names_no_substance_of_another_by_sql(world: World, mine: str):
    with world.as_("hana"):
        secret = safety.add_substance(phase="liquid", name_ko="비밀 성분").id
        safety.enter_components(substance=mine, components=[ACETONE], **READ)
        hers = Composition.objects.get().id
    columns = "id, composition_id, position, cas, substance_id, low, high"
    insert = f"INSERT INTO safety_component ({columns}) VALUES (gen_random_uuid(), %s, 7, %s, %s, 1, 2)"
    with world.as_("sora"):
        own = safety.add_substance(phase="liquid", name_ko="새봄 세정액", mixture=True).code
        safety.enter_components(substance=own, components=[ACETONE], **READ)
        composed = Composition.objects.get().id
        with connection.cursor() as cursor:
            for values, why in (
                ([composed, "", secret], "another register"), ([hers, "64-17-5", None], "row-level security"),
                ([composed, "", "0190aaaa-0000-7000-8000-000000000000"], "another register"),
            ):
                with pytest.raises(DatabaseError, match=why), transaction.atomic():
                    cursor.execute(insert, values)
            with pytest.raises(DatabaseError, match="more than the whole"), transaction.atomic():
                cursor.execute(insert.replace("1, 2)", "61, 62)"), [composed, "64-17-5", None])
            with pytest.raises(DatabaseError, match="denied"), transaction.atomic():
                cursor.execute("UPDATE safety_component SET low = 1")


def test_it_stays_unclassified_and_its_components_warn(world: World, mine: str):
    with world.as_("hana"):
        safety.enter_components(substance=mine, components=[ACETONE], **READ)
    made = bottle(world, mine)
    with world.as_("hana"):
        assert unclassified.codes(unclassified.everywhere()) == {made}
        told = safety.ask_to_bring(substance=mine, how_much="1 L", place="R201").told
        assert told["at_least"] is True
        assert "flammable-IB" in told["warnings"][0]["en"]
        (here,) = [each for each in substances.of_code(mine)[1] if each.scheme == "us-ibc"]
        assert (here.classes, len(here.warns)) == ((), 1)
    said = {"substance": mine, "scheme": "us-ibc", "hazards": ["combustible-II"], "read_in": "SDS", "read_on": READ["read_on"]}
    with world.as_("hana"):
        safety.enter_classes(**said)
    with world.as_("safety"):
        (here,) = [each for each in substances.of_code(mine)[1] if each.scheme == "us-ibc"]
        assert (here.classes, len(here.warns)) == (("combustible-II",), 1), "her word alone silences nothing where it is agreed with"
        safety.enter_classes(**said)
        (here,) = [each for each in substances.of_code(mine)[1] if each.scheme == "us-ibc"]
        assert here.warns == ()
    with world.as_("hana"):
        assert unclassified.everywhere() == []
        assert safety.ask_to_bring(substance=mine, how_much="1 L", place="R201").told["warnings"] == []


def test_what_is_in_it_keeps_it_apart(world: World, mine: str):
    """Acetone in a mixture beside nitric acid: a warning, though the mixture has no class."""
    with world.as_("safety"):
        nitric = safety.add_substance(phase="liquid", cas="7697-37-2", name_en="nitric acid").code
        safety.enter_classes(substance=nitric, scheme="storage-group", hazards=["acid", "oxidiser"], read_in="SDS", read_on=READ["read_on"])
    bottle(world, mine)
    with world.as_("safety"):
        safety.receive_container(substance=nitric, how_much="1 L", place="R201", organisation="HANBIT")
    with world.as_("hana"):
        assert rooms.room("R201").beside == ()
        safety.enter_components(substance=mine, components=[ACETONE], **READ)
        assert [each.clash.says.en.partition(".")[0] for each in rooms.room("R201").beside] == ["Keep oxidisers and flammables apart"]
        asked = safety.ask_to_bring(substance=mine, how_much="1 L", place="R201").told["warnings"]
        assert any(warned["en"].startswith("Keep oxidisers and flammables apart") for warned in asked)


def test_a_handed_over_mixture_is_one_without_its_components(world: World, mine: str):
    with world.as_("hana"):
        safety.enter_components(substance=mine, components=[ACETONE], **READ)
    made = bottle(world, mine)
    with world.as_("hana"):
        key = safety.offer_container(container=made).key
    with world.as_("safety"):
        taken = safety.take_container(handover_key=key, place="R202", organisation="SAEBOM")
    with world.as_("sora"):
        theirs = Substance.objects.get(id=taken.substance_id)
        assert (theirs.mixture, theirs.organisation_id, mixtures.of_substance(theirs.code)) == (True, world.organisations["SAEBOM"], None)


def test_its_own_figures_class_it(world: World, mine: str):
    with world.as_("safety"):
        made = safety.add_substance(phase="liquid", name_ko="희석액", mixture=True, flash_c=Decimal(45), boil_c=Decimal(98), figures_from="SDS").code
        safety.enter_components(substance=made, components=[ACETONE], **READ)
        (here,) = [each for each in substances.of_code(made)[1] if each.scheme == "us-ibc"]
    assert (here.classes, here.warns) == (("combustible-II",), ())


def test_staff_who_ask_for_a_company_tell_it_nothing_of_what_a_rival_alone_has(world: World, mine: str):
    """What staff are told on its behalf the company reads: by name, by code and by the label on the rival's bottle."""
    asked = {"how_much": "1 L", "place": "R201", "organisation": "SAEBOM"}
    with world.as_("hana"):
        safety.enter_components(substance=mine, components=[ACETONE], **READ)
    made = bottle(world, mine)
    with world.as_("safety"):
        for what in ("Cleaner C-7", mine, made):
            with pytest.raises(Missing, match="substance_unknown") as refused:
                safety.ask_to_bring(substance=what, **asked)
            with pytest.raises(Missing) as nobodys:
                safety.ask_to_bring(substance="SB-NOBODY", **asked)
            assert refused.value.text == nobodys.value.text
        assert Bringing.objects.count() == 0
        assert safety.ask_to_bring(substance=mine, **asked | {"organisation": "HANBIT"}).told["warnings"]
        assert safety.ask_to_bring(substance=mine, **asked | {"organisation": ""}).organisation_id is None
    with world.as_("sora"):
        own = safety.add_substance(phase="liquid", name_en="Cleaner C-7", mixture=True)
    with world.as_("safety"):
        hers = safety.ask_to_bring(substance="Cleaner C-7", **asked)
        assert (hers.substance_id, hers.told["warnings"]) == (own.id, [])
        theirs = safety.ask_to_bring(substance="Cleaner C-7", **asked | {"organisation": "HANBIT"})
        assert theirs.substance.code == mine


def test_no_question_of_a_company_names_what_a_rival_has_by_sql(world: World, mine: str):
    bottle(world, mine)
    with world.as_("safety"):
        kept = safety.ask_to_bring(substance=mine, how_much="1 L", place="R201", organisation="HANBIT")
        again = ", ".join(f.column for f in Bringing._meta.fields if f.column not in ("id", "code", "organisation_id"))
        insert = (
            f"INSERT INTO safety_bringing (id, code, organisation_id, {again})"
            f" SELECT gen_random_uuid(), %s, %s, {again} FROM safety_bringing WHERE id = %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(insert, ["BR-OWN", world.organisations["HANBIT"], kept.id])
            with pytest.raises(DatabaseError, match="another register"), transaction.atomic():
                cursor.execute(insert, ["BR-RIVAL", world.organisations["SAEBOM"], kept.id])
