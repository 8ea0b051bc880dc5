"""Two that are one: found, merged, and two again row for row."""

import importlib.util

import pytest

from squaremile.atlas import operations as atlas
from squaremile.atlas.models import Activity, Duplicate, Merge, Organisation, Site, Tie
from squaremile.atlas.reads import desk, digest
from squaremile.core.reads.search import search
from squaremile.kernel.errors import Missing, Refused
from tests.atlas.making import organisation, region, site


@pytest.fixture
def serono():
    """As a register has it: an older record that was withdrawn, and the one in its place; with all that can hang on them."""
    region()
    one = organisation("AO-OLD", "", name_en="EMD Serono (United States)", status="withdrawn", country="US", city="Rockland",
                       website="http://www.emdserono.com/en/", ror="05ej3nj38")  # fmt: skip
    two = organisation("AO-NEW", "", name_en="EMD Serono, Inc. (United States)", country="US", city="Boston",
                       website="https://www.emdserono.com", ror="027zrs220")  # fmt: skip
    for code in ("AO-CHILD", "AO-FRIEND"):
        organisation(code)
    atlas.edit_organisation(institution="AO-CHILD", parent_institution="AO-OLD")
    site("AO-OLD")
    site("AO-NEW", "35.86")
    atlas.add_activity_code(activity_scheme="bio", code="red-x", name_ko="레드")
    for code in ("AO-OLD", "AO-NEW"):
        atlas.record_activity(institution=code, activity_scheme="bio", activity_code="red-x")
        atlas.record_tie(institution=code, other_institution="AO-FRIEND", tie_kind="trial", during="2026")
    atlas.record_tie(institution="AO-OLD", other_institution="AO-NEW", tie_kind="parent")
    atlas.record_tie(institution="AO-FRIEND", other_institution="AO-OLD", tie_kind="grant")
    return one, two


def test_a_merge_and_its_undo_restore_the_registry(serono):
    before = digest.registry()
    pair = atlas.pair_organisations(institution="AO-OLD", other_institution="AO-NEW")
    assert digest.registry() == before
    atlas.merge_organisations(pair=pair.code)
    assert digest.registry() != before
    old, new = Organisation.objects.get(code="AO-OLD"), Organisation.objects.get(code="AO-NEW")
    assert (old.merged_into, new.merged_into) == (new, None), "the active one stays"
    assert Site.objects.filter(organisation=new).count() == 2
    assert Organisation.objects.get(code="AO-CHILD").parent == new
    # What both had already stays with the one that went: nothing is counted twice, nothing is tied to itself.
    assert Activity.objects.filter(organisation=new).count() == 1
    assert (Tie.objects.filter(one=new).count(), Tie.objects.filter(other=new).count()) == (1, 2)
    assert not Tie.objects.filter(one=new, other=new).exists()
    assert Merge.objects.get().before == before
    atlas.undo_merge(pair=pair.code)
    assert digest.registry() == before
    assert Duplicate.objects.get().state == "open"


def test_who_went_is_not_found_and_comes_back(serono):
    pair = atlas.pair_organisations(institution="AO-OLD", other_institution="AO-NEW").code
    found = lambda: {hit.url for hit in search("Serono")}
    assert found() == {"/atlas/organisations/AO-OLD/", "/atlas/organisations/AO-NEW/"}
    atlas.merge_organisations(pair=pair, keep="AO-OLD")
    assert found() == {"/atlas/organisations/AO-OLD/"}
    atlas.undo_merge(pair=pair)
    assert found() == {"/atlas/organisations/AO-OLD/", "/atlas/organisations/AO-NEW/"}


@pytest.mark.skipif(importlib.util.find_spec("splink") is None, reason="the extra `match` is not installed")
def test_the_matcher_finds_them_and_not_the_others(serono):
    organisation("AO-MERCK", "", name_en="Merck Serono Ltd. (United Kingdom)", country="GB", city="Feltham", website="https://www.merckgroup.com")
    made = atlas.find_duplicates()
    assert [(one.left.code, one.right.code) for one in made] == [("AO-OLD", "AO-NEW")]
    assert atlas.find_duplicates() == [], "the same pair is not found twice"
    (row,) = desk.pairs()
    assert {reason.label.en for reason in row.reasons if reason.bits > 0} >= {"English name", "website", "country"}


def test_refusals(serono):
    pair = atlas.pair_organisations(institution="AO-OLD", other_institution="AO-NEW").code
    with pytest.raises(Refused) as refused:
        atlas.pair_organisations(institution="AO-NEW", other_institution="AO-OLD")
    assert refused.value.code == "atlas.pair_decided"
    other = atlas.pair_organisations(institution="AO-NEW", other_institution="AO-FRIEND").code
    atlas.keep_organisations_apart(pair=atlas.pair_organisations(institution="AO-CHILD", other_institution="AO-FRIEND").code)
    for act, code in ((lambda: atlas.undo_merge(pair=pair), "atlas.not_merged"),
                      (lambda: atlas.pair_organisations(institution="AO-NEW", other_institution="AO-NEW"), "atlas.pair_unknown")):  # fmt: skip
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == code
    atlas.merge_organisations(pair=pair)
    for act, code in ((lambda: atlas.merge_organisations(pair=pair), "atlas.pair_decided"),
                      (lambda: atlas.keep_organisations_apart(pair=pair), "atlas.pair_decided")):  # fmt: skip
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == code
    atlas.merge_organisations(pair=other, keep="AO-FRIEND")
    with pytest.raises(Refused) as refused:
        atlas.undo_merge(pair=pair)
    assert refused.value.code == "atlas.merged_since", "the later merge first"
    with pytest.raises(Missing) as refused:
        atlas.merge_organisations(pair="AD-NONE")
    assert refused.value.code == "atlas.pair_unknown"
