"""Editions of rule packs: handed in, compared on the stock that stands here, taken into force; and which holds on which day."""

from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files

import pytest

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.safety import operations as safety
from squaremile.safety.policies import packs
from squaremile.safety.reads import areas, head_room, pack_editions, pack_impact, rule_packs
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
DAY, LONG_AGO = timedelta(days=1), date(2020, 1, 1)
IBC = files("squaremile.safety.packs").joinpath("us-ibc.toml").read_text(encoding="utf-8")
STRICTER = IBC.replace('edition = "IBC/IFC 2018-2024 family"', 'edition = "local amendment"').replace(
    "from = 2\nto = 2\npercent = 75", "from = 2\nto = 2\npercent = 10"
)
"""On storey 2 a tenth of the figures instead of three quarters: 12 gal of IB instead of 90."""


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def stocked(world: World):
    """An area with 10 gal of HANBIT's acetone and 8 gal of SAEBOM's, under the IBC."""
    with world.as_("safety"):
        area = safety.declare_area(building="JB-A", storey=2, name_ko="2층", rooms=["R201", "R202"]).code
        safety.put_pack_in_force(area=area, pack="us-ibc", since=LONG_AGO)
        made = safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        for company, place, much in (("HANBIT", "R201", "10 gal"), ("SAEBOM", "R202", "8 gal")):
            safety.receive_container(substance=made.code, how_much=much, place=place, organisation=company)
    return area


def offered(world: World, text: str = STRICTER) -> str:
    with world.as_("safety"):
        return safety.offer_pack_edition(pack="us-ibc", text=text).code


def impact(code: str) -> pack_impact.Impact:
    now = rule_packs.in_force(["us-ibc"])["us-ibc"]
    return pack_impact.impact(now, pack_editions.edition("us-ibc", code)[1])


def test_an_edition_shows_its_rows_and_what_turns_before_it_holds(world: World, stocked: str):
    code = offered(world)
    with world.as_("safety"):
        found = impact(code)
        assert [(row.key, "75 %" in row.was.en, "10 %" in row.now.en) for row in found.rows] == [("floor:2:2", True, True)]
        (area,) = found.areas
        by_class = {(s.hazard, s.condition, s.outside): s for s in area.shifts}
        turned = by_class["flammable-IB", "storage", False]
        assert (turned.before.total, turned.before.limit, turned.before.verdict) == (18, 90, "yes")
        assert (turned.after.total, turned.after.limit, turned.after.verdict) == (18, 12, "no")
        assert (found.turned, found.substances, found.containers) == (2, 0, ())
        gauge = next(g for g in head_room.building()[0].gauges if g.label.en == "flammable liquid IB")
        assert (gauge.total, gauge.limit) == (turned.before.total, turned.before.limit)


def test_what_a_pack_says_of_a_substance_moves_its_containers(world: World, stocked: str):
    code = offered(world, IBC + '\n[[substance]]\ncas = "67-64-1"\nko = "아세톤"\nen = "acetone"\nclass = "flammable-IA"\n'
                   'certainty = "B"\nsource = "S30"\n')  # fmt: skip
    with world.as_("safety"):
        found = impact(code)
    assert [(c.was, c.now) for c in found.containers] == [(("flammable-IB",), ("flammable-IA",))] * 2
    assert found.substances == 1


def test_a_company_is_shown_its_own_alone(world: World, stocked: str):
    code = offered(world)
    with world.as_("hana"), pytest.raises(Missing, match=r"safety\.edition_unknown"):
        pack_editions.edition("us-ibc", code)
    with world.as_("safety"):
        safety.take_pack_edition(pack="us-ibc", edition=code, since=areas.today() + 30 * DAY)
    with world.as_("hana"):
        found = impact(code)
        (area,) = found.areas
        totals = {s.after.total for s in area.shifts if s.after} | {s.before.total for s in area.shifts if s.before}
        assert (totals, found.everybody) == ({Decimal(10)}, False)
        with pytest.raises(Forbidden):
            safety.take_pack_edition(pack="us-ibc", edition=code, since=areas.today())
        with pytest.raises(Forbidden):
            safety.offer_pack_edition(pack="us-ibc", text=IBC + "\n# mine\n")


def test_it_holds_from_its_day_and_a_mistake_is_mended(world: World, stocked: str):
    code = offered(world)
    today = areas.today()
    with world.as_("safety"):
        built_in = next(e.code for e in pack_editions.editions("us-ibc") if e.built_in)
        safety.take_pack_edition(pack="us-ibc", edition=code, since=today + 3 * DAY)
        assert [rule_packs.held(["us-ibc"], on=today + n * DAY)[0].pack.edition for n in (0, 2, 3)] == [
            packs.pack("us-ibc").edition, packs.pack("us-ibc").edition, "local amendment",
        ]  # fmt: skip
        assert [(e.edition, e.now, e.coming) for e in pack_editions.editions("us-ibc")][1] == ("local amendment", False, today + 3 * DAY)
        with clock.as_of(clock.now() + 4 * DAY):
            assert next(g for g in head_room.building()[0].gauges if g.label.en == "flammable liquid IB").limit == 12
        with clock.as_of(clock.now() + timedelta(minutes=1)):
            safety.take_pack_edition(pack="us-ibc", edition=built_in, since=today + 3 * DAY)
        assert rule_packs.held(["us-ibc"], on=today + 9 * DAY)[0].pack.edition == packs.pack("us-ibc").edition
        # What came with squaremile is kept as it read on that day.
        kept = next(e for e in pack_editions.editions("us-ibc") if e.edition == packs.pack("us-ibc").edition)
        assert (kept.built_in, pack_editions.text_of("us-ibc", kept.code)) == (False, IBC)


@pytest.mark.parametrize(("pack", "text", "code"), [
    ("nowhere", STRICTER, "pack_unknown"), ("us-ibc", "[pack", "edition_unreadable"), ("us-ibc", "x = 1", "edition_unreadable"),
    ("us-ibc", STRICTER.replace("percent = 10", "percent = nan"), "edition_unreadable"),
    ("us-ibc", STRICTER.replace("percent = 10", "percent = 1e999"), "edition_unreadable"),
    ("us-ibc", STRICTER.replace("percent = 10", 'percent = "10"'), "edition_unreadable"),
    ("us-ibc", "a = " + "[" * 5000, "edition_unreadable"), ("us-ibc", "#" * 400_001, "edition_long"),
    ("us-ibc", STRICTER.replace("percent = 10", "percent = 1000"), "edition_unsound"),
    ("us-ibc", STRICTER.replace('code = "us-ibc"', 'code = "us-ibx"'), "edition_other"), ("kr-fire", STRICTER, "edition_other"),
])  # fmt: skip
def test_what_is_no_edition_is_refused_in_both_languages(world: World, pack: str, text: str, code: str):
    with world.as_("safety"), pytest.raises(Invalid, match=code) as refused:
        safety.offer_pack_edition(pack=pack, text=text)
    said = refused.value.text
    assert (said.ko != said.en, "{" in said.ko + said.en) == (True, False)


def test_the_rest_of_what_is_refused(world: World):
    code = offered(world)
    with world.as_("safety"):
        with pytest.raises(Refused, match=r"safety\.edition_known"):
            safety.offer_pack_edition(pack="us-ibc", text=STRICTER)
        with pytest.raises(Missing, match=r"safety\.edition_unknown"):
            safety.take_pack_edition(pack="us-ibc", edition="PE-NOWHERE", since=areas.today())
        with pytest.raises(Missing, match=r"safety\.edition_unknown"):
            safety.take_pack_edition(pack="kr-fire", edition=code, since=areas.today())
        with pytest.raises(Invalid, match=r"safety\.edition_past"):
            safety.take_pack_edition(pack="us-ibc", edition=code, since=areas.today() - DAY)
        with pytest.raises(Invalid, match=r"safety\.pack_unknown"):
            safety.take_pack_edition(pack="nowhere", edition=code, since=areas.today())
    with world.as_("operator"), pytest.raises(Forbidden):
        safety.take_pack_edition(pack="us-ibc", edition=code, since=areas.today())


def test_a_verified_row_stays_verified_in_an_edition_that_leaves_it_as_it_is(world: World):
    code = offered(world)
    with world.as_("safety"):
        safety.verify_pack_row(pack="us-ibc", pack_row="floor:2:2", read_in="IBC 414.2.2", read_on=LONG_AGO)
        safety.verify_pack_row(pack="us-ibc", pack_row="floor:1:1", read_in="IBC 414.2.2", read_on=LONG_AGO)
        here = rule_packs.as_here(pack_editions.edition("us-ibc", code)[1]).pack
    assert {f.first: f.certainty for f in here.floors if f.first in (1, 2)} == {1: "A", 2: "B"}


def test_a_laboratory_unit_counts_by_its_class_and_the_areas_of_its_rooms(world: World, stocked: str):
    with world.as_("safety"):
        safety.put_pack_in_force(area=stocked, pack="nfpa-45", since=LONG_AGO)
        seen = next(f for f in head_room.building() if f.area.code == stocked)
        assert [text.en.partition(":")[0] for text in seen.untold] == [str(packs.pack("nfpa-45").title.en)] or seen.untold
        safety.edit_area(area=stocked, storey=2, name_ko="2층", lab_unit="B")
        seen = next(f for f in head_room.building() if f.area.code == stocked)
        feet = seen.area.square_feet
        gauges = {g.label.en: g for g in seen.gauges if g.pack == "nfpa-45"}
        if feet is None:
            assert seen.untold
        else:
            assert gauges["class I liquids (flash point below 100 °F)"].limit == min(Decimal(10) * feet / 100, Decimal(480))
    with world.as_("safety"), pytest.raises(Invalid, match=r"safety\.pack_unknown"):
        safety.put_pack_in_force(area=stocked, pack="kr-lmo", since=LONG_AGO)
