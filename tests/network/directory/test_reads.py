"""What the pages of the directory read: constant statements, and nothing that the asker may not know."""

from datetime import timedelta

import pytest

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.network import operations as network
from squaremile.network.operations import Author
from squaremile.network.reads import body, desk, lists, writings
from squaremile.network.reads.expert import expert
from squaremile.network.reads.lists import Wanted
from tests.world import MONDAY, World


def listed(**wanted) -> list[str]:
    asked = Wanted(**wanted)
    return [line.code for line in lists.lines(asked.kind, list(lists.query(asked)))]


def test_lists_are_filtered_and_sorted(directory: World):
    with directory.as_("sora"):
        assert listed() == ["PE-3", "PE-1", "PE-2"]
        assert listed(sort="-name") == ["PE-2", "PE-1", "PE-3"]
        assert listed(sort="-count")[-1] == "PE-3"
        assert listed(country="US") == ["PE-3"]
        assert listed(concept="organoid") == ["PE-1", "PE-2"]
        assert listed(text="연골 김") == ["PE-1"]
        assert listed(text="kim hanbeol") == []
        assert listed(sort_of="investor") == []
        assert listed(kind="organisations", concept="cartilage") == ["PN-A"]
        assert listed(kind="organisations", sort_of="company") == ["PN-B"]
        assert listed(kind="labs", concept="cartilage", country="KR") == ["LB-A"]
        assert listed(kind="technologies", concept="cartilage") == ["TE-1"]
        assert listed(kind="projects", text="재생", concept="organoid") == ["RP-1"]
        assert listed(kind="publications", sort="-year", concept="cartilage") == ["PB-1", "PB-2"]
        assert listed(kind="publications", text="낫지") == ["PB-2"]
        (first, *_) = lists.lines("publications", list(lists.query(Wanted(kind="publications", sort="-year"))))
        assert ([c.en for c in first.concepts], first.year, first.count) == (["cartilage", "organoid"], 2025, 3)
        assert lists.countries() == ["KR", "US"]
        assert [c.code for c in lists.concept_choices()] == ["cartilage", "organoid"]


def test_the_page_of_a_person(directory: World):
    with directory.as_("sora"):
        page = expert("PE-1")
        assert [(c.code, c.publications, c.share) for c in page.concepts] == [("cartilage", 2, 100), ("organoid", 2, 67)]
        assert [p.code for p in page.publications] == ["PB-1", "PB-2"]
        assert [(c.person.code, c.together) for c in page.coauthors] == [("PE-2", 2)]
        assert [s.code for s in page.similar] == ["PE-2"]
        assert [t.code for t in page.technologies] == ["TE-1"]
        assert [p.code for p in page.projects] == ["RP-1"]
        assert (page.partner.code, page.lab.code, page.contact.email, page.contact.phone, page.proven) == ("PN-A", "LB-A", "", "", False)
        with pytest.raises(Missing):
            expert("PE-99")
    with directory.as_("hana"):
        page = expert("PE-1")
        assert (page.contact.email, page.proven, page.mine) == ("", True, False), "she may claim it, and is told no more"
    with directory.as_("programme"):
        assert expert("PE-1").contact.email == "hana@example.org"


def test_pages_of_organisations_labs_and_writings(directory: World):
    with directory.as_("sora"):
        page = body.partner("PN-A")
        assert [p.code for p in page.people] == ["PE-1", "PE-2"]
        assert ([x.code for x in page.labs], [t.code for t in page.technologies]) == (["LB-A"], ["TE-1"])
        assert [(c.code, c.publications) for c in page.concepts] == [("cartilage", 2), ("organoid", 2)]
        assert [p.code for p in body.lab("LB-A").publications] == ["PB-1", "PB-2"]
        paper = writings.publication("PB-1")
        assert [(a.name, a.code) for a in paper.row.authors] == [("Kim Y", "PE-1"), ("Park S", "PE-2"), ("Beacon A", "")]
        assert [c.code for c in paper.concepts] == ["cartilage", "organoid"]
        offer = writings.technology("TE-1")
        assert [f.ko for f in offer.facts] == ["연골 결손", "한 번에 붙음", "수술비 절반", "돼지 실험"]
        assert (offer.stale, offer.makers[0].code) == (False, "PE-1")
        assert [p.code for p in writings.research_project("RP-1").people] == ["PE-1", "PE-2"]
        for read in (body.partner, body.lab, writings.publication, writings.technology, writings.research_project):
            with pytest.raises(Missing):
                read("NONE")


@pytest.mark.parametrize(("days", "stale"), [(365, True), (400, False), (0, False)])
def test_a_technology_grows_old_after_a_settable_time(directory: World, settings, days: int, stale: bool):
    settings.TECHNOLOGY_STALE_DAYS = days
    with clock.as_of(MONDAY + timedelta(days=366)), directory.as_("sora"):
        assert writings.technology("TE-1").stale is stale


def test_a_hidden_person_is_a_name_alone(directory: World):
    with directory.as_("programme"):
        network.hide_entry(noun="person", entry="PE-2")
    with directory.as_("sora"):
        assert [a.code for a in writings.publication("PB-1").row.authors] == ["PE-1", "", ""]
        assert expert("PE-1").coauthors == ()
        assert [p.code for p in body.partner("PN-A").people] == ["PE-1"]


@pytest.mark.parametrize("more", [1, 3])
def test_statements_do_not_grow(directory: World, more: int, django_assert_num_queries):
    with directory.as_("programme"):
        for n in range(more):
            network.add_person(code=f"PX-{n}", kind="researcher", name_ko=f"새{n}", partner="PN-A", lab="LB-A")
            network.add_publication(code=f"PX-{n}", title_en=f"Cartilage {n}", authors=[Author("a", "PE-1"), Author("b", f"PX-{n}")])
    with directory.as_("sora"):
        with django_assert_num_queries(15):
            expert("PE-1")
        with django_assert_num_queries(9):
            body.partner("PN-A")
        with django_assert_num_queries(2):
            lists.lines("people", list(lists.query(Wanted())))
        with django_assert_num_queries(4):
            writings.publication("PB-1")


def test_what_waits_for_staff(directory: World):
    with directory.as_("sora"):
        claim = network.claim_profile(expert="PE-2", says="저입니다")
    with directory.as_("programme"):
        assert [(c.code, c.email, c.person.code) for c in desk.claims()] == [(claim.code, "sora@example.org", "PE-2")]
        assert desk.pairs("person") == []
        assert desk.record("technology", "TE-1")["partner"] == "PN-A"
        assert desk.record("person", "PE-1")["email"] == "hana@example.org"
    with directory.as_("hana"):
        assert desk.claims() == []
