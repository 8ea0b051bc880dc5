"""A claim is a list judged one by one, or a question; its number is kept with both and never changes."""

from datetime import date

import pytest

from squaremile.atlas import operations as atlas
from squaremile.atlas.models import ClaimMember, Snapshot
from squaremile.atlas.reads import claims, digest
from squaremile.kernel.errors import Invalid, Missing, Refused
from tests.atlas.making import organisation, region, site
from tests.world import World


def test_k_of_n_with_the_unknown_apart():
    atlas.add_claim(code="AC-1", text_ko="{n}곳 가운데 {k}곳", text_en="{k} of {n}", published=True)
    organisation("AO-1")
    for name in ("하나", "둘", "셋"):
        atlas.add_claim_member(headline="AC-1", name_ko=name)
    atlas.add_claim_member(headline="AC-1", institution="AO-1")
    atlas.judge_claim_member(headline="AC-1", position=1, judgement="yes", evidence_at="https://example.org", of_day=date(2026, 11, 1))
    atlas.judge_claim_member(headline="AC-1", position=2, judgement="no", evidence_at="연차보고서", of_day=date(2026, 11, 1))
    page = claims.claim("AC-1")
    assert (page.value, page.base, page.unknown, page.no, page.said.ko, page.said.en) == (1, 4, 2, 1, "4곳 가운데 1곳", "1 of 4")
    assert [(m.position, m.judgement, m.organisation) for m in page.members] == [
        (1, "yes", ""), (2, "no", ""), (3, "unknown", ""), (4, "unknown", "AO-1"),
    ]  # fmt: skip


def test_a_judgement_needs_its_evidence_and_its_day():
    atlas.add_claim(code="AC-1", text_en="{k} of {n}")
    atlas.add_claim_member(headline="AC-1", name_en="One")
    for said in ({"judgement": "yes"}, {"judgement": "no", "evidence_at": "x"}, {"judgement": "yes", "of_day": date(2026, 1, 1)}):
        with pytest.raises(Refused) as refused:
            atlas.judge_claim_member(headline="AC-1", position=1, **said)
        assert refused.value.code == "atlas.evidence_needed"
    with pytest.raises(Missing) as refused:
        atlas.judge_claim_member(headline="AC-1", position=2, judgement="unknown")
    assert refused.value.code == "atlas.member_unknown"
    with pytest.raises(Refused) as refused:
        atlas.judge_claim_member(headline="AC-1", position=1, judgement="perhaps", evidence_at="x", of_day=date(2026, 1, 1))
    assert refused.value.code == "core.bad_input"


def test_a_question_is_asked_again_and_kept():
    region()
    for n in range(3):
        organisation(f"AO-{n}")
    site("AO-0")
    site("AO-1", precision="city")
    asked = {"count": "organisations", "region_scheme": "drawn", "region": "square", "precisions": ["roof", "street", "postcode"]}
    atlas.add_claim(code="AC-1", text_en="{k} organisations", query=asked)
    shot = atlas.take_snapshot(headline="AC-1")
    assert (shot.value, shot.base, shot.unknown, shot.codes, shot.digest) == (1, 3, 2, ["AO-0"], digest.registry())
    assert claims.claim("AC-1").snapshots[0].same
    site("AO-2")
    page = claims.claim("AC-1")
    assert (page.value, [c.code for c in page.counted], page.snapshots[0].same) == (2, ["AO-0", "AO-2"], False)
    assert Snapshot.objects.get().value == 1, "what was kept stays"


def test_a_closed_site_counts_no_more():
    region()
    organisation("AO-1")
    site("AO-1", opened=date(2020, 1, 1), closed=date(2025, 1, 1))
    atlas.add_claim(code="AC-1", text_en="{k}", query={"region_scheme": "drawn", "region": "square"})
    assert atlas.take_snapshot(headline="AC-1").value == 0


@pytest.mark.parametrize("count", ["organisations", "sites"])
def test_drafts_are_not_in_a_figure_whoever_takes_it(world: World, count: str):
    region()
    region("draft-square", published=False)
    organisation("AO-1")
    organisation("AO-DRAFT", published=False)
    for code in ("AO-1", "AO-DRAFT"):
        site(code, code=f"AS{code[2:]}")
    atlas.add_claim(code="AC-1", text_en="{k} of {n}", query={"count": count, "region_scheme": "drawn", "region": "square"}, published=True)
    atlas.add_claim(code="AC-2", text_en="{k}", query={"count": count, "region_scheme": "drawn", "region": "draft-square"}, published=True)
    shot = atlas.take_snapshot(headline="AC-1")
    assert (shot.value, shot.base, shot.codes) == (1, 1, [{"organisations": "AO-1", "sites": "AS-1"}[count]])
    assert atlas.take_snapshot(headline="AC-2").value == 0, "of a region that is a draft"
    page = claims.claim("AC-1")
    assert (page.value, page.snapshots[0].same) == (1, True), "staff are told the same"
    with world.as_("hana"):
        assert claims.claim("AC-1").snapshots[0].same


def test_a_draft_behind_a_yes_is_not_named():
    organisation("AO-DRAFT", published=False)
    atlas.add_claim(code="AC-1", text_en="{k} of {n}", published=True)
    atlas.add_claim_member(headline="AC-1", name_en="One", institution="AO-DRAFT")
    atlas.judge_claim_member(headline="AC-1", position=1, judgement="yes", evidence_at="x", of_day=date(2026, 1, 1))
    assert atlas.take_snapshot(headline="AC-1").codes == ["#1"]


@pytest.mark.parametrize(("query", "field"), [({"colour": "red"}, "colour"), ({"box": [1]}, "box")])
def test_an_unclear_question_is_refused_by_name(query, field):
    with pytest.raises(Invalid) as refused:
        atlas.add_claim(text_en="x", query=query)
    assert (refused.value.code, refused.value.values["field"]) == ("atlas.question_unclear", field)


def test_refusals(world: World):
    with pytest.raises(Refused) as refused:
        atlas.add_claim(code="AC-1")
    assert refused.value.code == "atlas.claim_said"
    atlas.add_claim(code="AC-1", text_en="x")
    with pytest.raises(Refused) as refused:
        atlas.take_snapshot(headline="AC-1")
    assert refused.value.code == "atlas.nothing_to_count"
    with pytest.raises(Missing) as refused:
        atlas.edit_claim(headline="AC-NONE", text_en="y")
    assert refused.value.code == "atlas.claim_unknown"
    atlas.add_claim_member(headline="AC-1", name_en="One")
    with world.as_("hana"):
        assert not ClaimMember.objects.exists(), "of a draft"
        with pytest.raises(Missing):
            claims.claim("AC-1")
