"""The registry kept by hand: what is written says where it was read; what is wrong is refused in words."""

import math
from datetime import date
from decimal import Decimal

import pytest

from squaremile.atlas import operations as atlas
from squaremile.atlas.models import Activity, Fact, Organisation, Provenance, Site, SiteRegion
from squaremile.atlas.policies import taxonomy
from squaremile.atlas.policies.records import Area
from squaremile.atlas.reads import digest
from squaremile.core.models import Card
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope
from tests.atlas.making import FAR, SQUARE, organisation, region, site
from tests.world import World, setup_scope


def sources(subject) -> dict[str, str]:
    return dict(Provenance.objects.filter(subject=subject.id).values_list("field", "source__code"))


def test_each_field_says_where_it_was_read():
    atlas.add_source(code="ror", name_en="ROR", of_day=date(2026, 11, 19))
    one = organisation("AO-1", "새벌바이오", ror="https://ror.org/05q92br09", founded=1998, source="ror")
    assert sources(one) == dict.fromkeys(("name_ko", "kind", "status", "ror", "founded"), "ror")
    atlas.edit_organisation(institution="AO-1", founded=1999, city="Jeonju")
    assert sources(one) | {"founded": "by-hand", "city": "by-hand"} == sources(one)
    assert Provenance.objects.get(subject=one.id, field="ror").as_of == date(2026, 11, 19)
    atlas.edit_organisation(institution="AO-1", ror="", city="")
    assert {"ror", "city"} & set(sources(one)) == set()


def test_an_import_does_not_forget_who_wrote(world: World):
    one = organisation("AO-1")
    assert Card.objects.filter(kind="atlas_organisation", subject=one.id).count() == 1
    atlas.unpublish(noun="organisation", entry="AO-1")
    assert Card.objects.filter(kind="atlas_organisation", subject=one.id).count() == 0


@pytest.mark.parametrize(("said", "code"), [
    ({"ror": "05q92br08"}, "atlas.ror_unsound"), ({"openalex": "W1"}, "atlas.openalex_unsound"), ({"lei": "1234"}, "atlas.lei_unsound"),
    ({"source": "nowhere"}, "atlas.source_unknown"), ({"parent_institution": "AO-NONE"}, "atlas.organisation_unknown"),
])  # fmt: skip
def test_what_cannot_be_is_refused(said, code):
    with pytest.raises((Invalid, Missing)) as refused:
        atlas.add_organisation(code="AO-9", kind="company", name_ko="x", **said)
    assert refused.value.code == code


@pytest.mark.parametrize(("said", "code"), [
    ({"code": "AO-1"}, "core.code_taken"), ({"code": "a b"}, "core.code_unfit"), ({"founded": 12}, "atlas.founded_unsound"),
    ({"kind": "bakery"}, "core.bad_input"), ({"name_ko": ""}, "core.name_needed"), ({"ror": "05q92br09"}, "atlas.id_taken"),
])  # fmt: skip
def test_the_database_is_heard_in_words(said, code):
    organisation("AO-1", ror="05q92br09")
    with pytest.raises(Refused) as refused:
        atlas.add_organisation(**{"code": "AO-2", "kind": "company", "name_ko": "둘", **said})
    assert refused.value.code == code


def test_nobody_belongs_to_one_below_it():
    for code in ("AO-1", "AO-2", "AO-3"):
        organisation(code)
    atlas.edit_organisation(institution="AO-2", parent_institution="AO-1")
    atlas.edit_organisation(institution="AO-3", parent_institution="AO-2")
    for home in ("AO-3", "AO-1"):
        with pytest.raises(Refused) as refused:
            atlas.edit_organisation(institution="AO-1", parent_institution=home)
        assert refused.value.code == "atlas.parent_loop"
    atlas.edit_organisation(institution="AO-3", parent_institution="")
    assert Organisation.objects.get(code="AO-3").parent is None


class TestSites:
    def test_a_point_is_put_into_cells_and_regions(self):
        region("square")
        region("far", FAR)
        organisation("AO-1")
        one = site("AO-1")
        assert [r.region.code for r in SiteRegion.objects.filter(site=one)] == ["square"]
        assert None not in (one.cell_4km, one.cell_1km, one.cell_250m)
        atlas.edit_site(institution_site=one.code, latitude=Decimal("34.85"), longitude=Decimal("126.1"))
        assert [r.region.code for r in SiteRegion.objects.filter(site=one)] == ["far"]
        atlas.edit_site(institution_site=one.code, precision="")
        one.refresh_from_db()
        assert (one.latitude, one.precision, one.cell_1km, SiteRegion.objects.filter(site=one).count()) == (None, "", None, 0)

    @pytest.mark.parametrize("said", [
        {"latitude": Decimal(35)}, {"latitude": Decimal(35), "longitude": Decimal(127)}, {"precision": "roof"},
        {"latitude": Decimal(95), "longitude": Decimal(127), "precision": "roof"},
    ])  # fmt: skip
    def test_half_a_point_is_none(self, said):
        organisation("AO-1")
        with pytest.raises(Invalid) as refused:
            atlas.add_site(institution="AO-1", **said)
        assert refused.value.code == "atlas.point_unsound"

    @pytest.mark.parametrize(("said", "code"), [
        ({"opened": date(2026, 1, 2), "closed": date(2026, 1, 1)}, "atlas.closed_before_opened"), ({"floor_m2": Decimal(0)}, "atlas.floor_unsound"),
    ])  # fmt: skip
    def test_the_database_is_heard(self, said, code):
        organisation("AO-1")
        with pytest.raises(Refused) as refused:
            atlas.add_site(institution="AO-1", **said)
        assert refused.value.code == code

    def test_of_nobody(self):
        with pytest.raises(Missing) as refused:
            atlas.add_site(institution="AO-NONE")
        assert refused.value.code == "atlas.organisation_unknown"
        with pytest.raises(Missing) as refused:
            atlas.edit_site(institution_site="AS-NONE")
        assert refused.value.code == "atlas.site_unknown"


class TestRegions:
    def test_a_drawn_polygon_holds_what_is_counted_by_hand(self):
        organisation("AO-1")
        points = [(35.80 + n / 100, 127.0 + m / 50) for n in range(-2, 13) for m in range(-2, 12)]
        for north, east in points:
            site("AO-1", f"{north:.7f}", f"{east:.7f}")
        drawn = region("square")
        # SQUARE is a box, so the count by hand is four comparisons, the edges in.
        by_hand = sum(35.8 <= round(n, 7) <= 35.9 and 127.0 <= round(e, 7) <= 127.2 for n, e in points)
        assert SiteRegion.objects.filter(region=drawn).count() == by_hand == 121

    def test_a_new_outline_counts_anew(self):
        organisation("AO-1")
        site("AO-1")
        drawn = region("square")
        atlas.edit_region(region_scheme="drawn", region="square", outline=FAR)
        assert SiteRegion.objects.filter(region=drawn).count() == 0

    def test_an_outline_too_fine_to_be_drawn_is_brought_in_from_a_file(self, world: World):
        around = [[127.1 + 0.1 * math.cos(n / 2500 * math.pi), 35.85 + 0.1 * math.sin(n / 2500 * math.pi)] for n in range(5000)]
        fine = {"type": "Polygon", "coordinates": [[*around, around[0]]]}
        with pytest.raises(Invalid) as refused:
            region("fine", fine)
        assert refused.value.code == "atlas.outline_too_fine" and "squaremile import" in refused.value.remedy.label.en
        region("square")
        with pytest.raises(Invalid):
            atlas.edit_region(region_scheme="drawn", region="square", outline=fine)
        atlas.add_source(code="list", name_en="List")
        with scope(setup_scope()):
            taken = atlas.import_regions(source="list", region_scheme="drawn", rows=[Area(row=1, code="fine", name_ko="고운", outline=fine)])
        assert taken.made == {"fine"}
        around = around[:4999]
        assert region("plain", {"type": "Polygon", "coordinates": [[*around, around[0]]]}).area_km2 > 0, "5,000 points are drawn"

    def test_its_area_is_computed(self):
        assert 180 < region("square").area_km2 < 220

    def test_refusals(self):
        with pytest.raises(Missing) as refused:
            atlas.draw_region(region_scheme="none", code="x", name_ko="x")
        assert refused.value.code == "atlas.scheme_unknown"
        region("square")
        with pytest.raises(Invalid) as refused:
            atlas.edit_region(region_scheme="drawn", region="square", outline={"type": "Point"})
        assert (refused.value.code, "다각형이 아닌" in refused.value.text.ko) == ("atlas.outline_unsound", True)
        with pytest.raises(Refused) as refused:
            atlas.draw_region(region_scheme="drawn", code="square", name_ko="x", outline=SQUARE)
        assert refused.value.code == "atlas.region_taken"


class TestFigures:
    def test_said_again_it_is_replaced(self):
        region()
        for value in (3, 4):
            atlas.record_fact(region_scheme="drawn", region="square", measure="jobs", during="2026", figure=Decimal(value))
        assert list(Fact.objects.values_list("value", flat=True)) == [4]

    @pytest.mark.parametrize(("said", "code"), [
        ({"during": "26"}, "atlas.period_unsound"), ({"figure": Decimal(-1)}, "atlas.figure_unsound"),
        ({"suppressed": True}, "atlas.figure_unsound"), ({"figure": None}, "atlas.figure_unsound"),
        ({"own": True, "behind": 4}, "atlas.too_few"), ({"own": True}, "atlas.too_few"),
        ({"measure": "luck"}, "core.bad_input"),
    ])  # fmt: skip
    def test_the_database_is_heard(self, said, code):
        region()
        with pytest.raises(Refused) as refused:
            atlas.record_fact(**{"region_scheme": "drawn", "region": "square", "measure": "jobs", "during": "2026", "figure": Decimal(3), **said})
        assert refused.value.code == code

    def test_the_clusters_own_rests_on_five(self):
        region()
        made = atlas.record_fact(
            region_scheme="drawn", region="square", measure="jobs", during="2026", figure=Decimal(40), own=True, behind=5
        )
        assert (made.own, made.base) == (True, 5)


class TestActivities:
    def test_recorded_weighed_and_taken_away(self):
        organisation("AO-1")
        atlas.add_activity_code(activity_scheme="bio", code="red-x", name_ko="레드")
        said = {"institution": "AO-1", "activity_scheme": "bio", "activity_code": "red-x"}
        atlas.record_activity(**said)
        atlas.record_activity(**said, weight=Decimal(2))
        assert list(Activity.objects.values_list("weight", flat=True)) == [2]
        assert atlas.record_activity(**said, weight=Decimal(0)) is None
        assert not Activity.objects.exists()

    def test_a_crosswalk_is_a_share(self):
        for code in ("one", "two"):
            atlas.add_activity_code(activity_scheme="modality", code=code, name_ko=code)
        said = {"activity_scheme": "modality", "activity_code": "one", "other_scheme": "modality"}
        assert atlas.set_crosswalk(**said, other_code="two", weight=Decimal("0.5")).weight == Decimal("0.5")
        for other, weight in (("two", Decimal(2)), ("one", Decimal(1))):
            with pytest.raises(Refused) as refused:
                atlas.set_crosswalk(**said, other_code=other, weight=weight)
            assert refused.value.code == "atlas.weight_unsound"

    def test_the_seed_is_entered_once_and_writes_over_nothing(self):
        atlas.seed_taxonomy()
        said = {"activity_scheme": "naics", "activity_code": "541714", "other_scheme": "bio", "other_code": "red"}
        atlas.set_crosswalk(**said, weight=Decimal("0.9"))
        before = digest.registry()
        assert atlas.seed_taxonomy() == len(taxonomy.WORDS) == len({word[:2] for word in taxonomy.WORDS})
        assert digest.registry() == before
        # Where a word is shared out among the words of another scheme, all of it is.
        shares: dict = {}
        for scheme, code, other, _, weight in taxonomy.LINKS:
            shares[scheme, code, other] = shares.get((scheme, code, other), 0) + Decimal(weight)
        assert set(shares.values()) == {1}

    def test_ties_are_between_two(self):
        organisation("AO-1")
        with pytest.raises(Refused) as refused:
            atlas.record_tie(institution="AO-1", other_institution="AO-1", tie_kind="grant")
        assert refused.value.code == "atlas.tie_of_two"


class TestWhoSees:
    def test_a_draft_is_staffs_alone_with_all_that_belongs_to_it(self, world: World):
        organisation("AO-1", published=False)
        site("AO-1")
        region("square", published=False)
        with world.as_("hana"):
            assert [m.objects.count() for m in (Organisation, Site, SiteRegion, Provenance)] == [0, 0, 0, 0]
        for noun, entry in (("organisation", "AO-1"), ("region", "drawn:square")):
            atlas.publish(noun=noun, entry=entry)
        with world.as_("hana"):
            assert [m.objects.count() for m in (Organisation, Site, SiteRegion)] == [1, 1, 1]
            assert Provenance.objects.filter(kind="site").exists()

    @pytest.mark.parametrize("who", ["hana", "hajin", "auditor", "finance", "safety"])
    def test_others_do_not_keep_it(self, world: World, who: str):
        with scope(world.person(who)), pytest.raises(Forbidden):
            atlas.add_organisation(kind="company", name_ko="x")

    @pytest.mark.parametrize("who", ["director", "programme", "operator"])
    def test_those_who_keep_it_do(self, world: World, who: str):
        with world.as_(who):
            assert atlas.add_organisation(kind="company", name_ko="x").published is False

    def test_publishing_what_is_not_there(self):
        for noun, entry in (("organisation", "AO-NONE"), ("region", "drawn"), ("region", "drawn:none"), ("bakery", "x"), ("claim", "x")):
            with pytest.raises(Missing) as refused:
                atlas.publish(noun=noun, entry=entry)
            assert refused.value.code == "atlas.entry_unknown"
