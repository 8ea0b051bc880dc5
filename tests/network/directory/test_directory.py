"""The directory's operations: what they write, what they refuse, and who may."""

from decimal import Decimal

import pytest

from squaremile.core.reads.search import search
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import (
    Authorship,
    Contact,
    Evidence,
    Partner,
    Person,
    PersonConcept,
    Publication,
    Technology,
)
from squaremile.network.operations import Author
from squaremile.network.reads.documents import documents
from squaremile.network.reads.partners import partner_choices
from squaremile.network.reads.people import lab_choices, person_choices
from tests.booking.asking import code_of
from tests.world import World


def known_for(code: str) -> dict[str, tuple[Decimal, int]]:
    return {c.concept.code: (c.weight, c.publications) for c in PersonConcept.objects.filter(person__code=code).select_related("concept")}


def test_concepts_are_counted_from_what_was_written(directory: World):
    with directory.as_("hana"):
        # PB-1: title 3, abstract 2 (cartilage, chondrocytes); PB-2: title 3, abstract 1.
        assert known_for("PE-1") == {"cartilage": (Decimal(9), 2), "organoid": (Decimal(6), 2)}
        assert known_for("PE-2") == {"cartilage": (Decimal("6.50"), 2), "organoid": (Decimal("4.50"), 2)}
        assert Publication.objects.get(code="PB-1").doi == "10.1000/abc"


def test_what_changes_is_counted_again_and_what_is_hidden_does_not_count(directory: World):
    with directory.as_("programme"):
        network.hide_entry(noun="publication", entry="PB-2")
        assert known_for("PE-1") == {"cartilage": (Decimal(5), 1), "organoid": (Decimal(3), 1)}
        network.show_entry(noun="publication", entry="PB-2")
        network.edit_publication(publication="PB-1", title_en="Loading", abstract_en="")
        assert known_for("PE-1") == {"cartilage": (Decimal(4), 1), "organoid": (Decimal(3), 1)}
        network.edit_concept(concept="cartilage", name_ko="물렁뼈")
        assert "cartilage" not in known_for("PE-1")
        network.link_author(publication="PB-1", position=3, expert="PE-3")
        assert Authorship.objects.get(publication__code="PB-1", position=3).person.code == "PE-3"
        assert code_of(network.link_author, publication="PB-1", position=9, expert="PE-3") == "network.publication_unknown"
        network.edit_publication(publication="PB-1", authors=[Author("Solo", "PE-3")])
        assert Authorship.objects.filter(publication__code="PB-1").count() == 1


def test_everything_is_found_in_both_languages(directory: World):
    with directory.as_("sora"):
        found = {(f.kind, f.url) for word in ("연골", "Cartilage", "한벌", "Beacon") for f in search(word)}
    assert found >= {
        ("publication", "/network/publications/PB-1/"), ("publication", "/network/publications/PB-2/"), ("lab", "/network/labs/LB-A/"),
        ("technology", "/network/technologies/TE-1/"), ("research_project", "/network/projects/RP-1/"), ("expert", "/network/people/PE-1/"),
        ("partner", "/network/organisations/PN-A/"), ("partner", "/network/organisations/PN-B/"),
    }  # fmt: skip


def test_hiding_takes_the_card_away(directory: World):
    with directory.as_("programme"):
        for noun, code in (("partner", "PN-B"), ("lab", "LB-A"), ("person", "PE-3"), ("technology", "TE-1"), ("project", "RP-1")):
            network.hide_entry(noun=noun, entry=code)
    with directory.as_("sora"):
        assert [f.url for f in search("Beacon")] == []
        assert not Technology.objects.exists()
        assert code_of(network.hide_entry, noun="partner", entry="PN-A") == "network.entry_unknown"
        assert code_of(network.hide_entry, noun="person", entry="PE-2") == "network.entry_unknown"
        assert code_of(network.hide_entry, noun="dragon", entry="PE-2") == "network.entry_unknown"


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"problem_ko": ""}, "network.fact_missing"), ({"economics_ko": " "}, "network.fact_missing"), ({"trl": 10}, "network.trl_unsound"),
        ({"name_ko": ""}, "core.name_needed"), ({"partner": "PN-X"}, "network.partner_unknown"), ({"experts": ["PE-9"]}, "network.person_unknown"),
        ({"code": "TE-1"}, "core.code_taken"), ({"lab": "LB-X"}, "network.lab_unknown"),
    ],
)  # fmt: skip
def test_a_technology_says_all_four_or_is_refused(directory: World, change, refusal):
    sound = {"partner": "PN-A", "trl": 3, "name_ko": "새", "problem_ko": "a", "advantage_ko": "b", "economics_ko": "c", "stage_ko": "d"}
    with directory.as_("programme"):
        assert code_of(network.add_technology, **{**sound, **change}) == refusal


def test_a_technology_is_edited_confirmed_and_transferred(directory: World):
    from datetime import date

    with directory.as_("programme"):
        network.edit_technology(technology="TE-1", trl=6, experts=["PE-2", "PE-1"], transferred_on=date(2027, 2, 1))
        row = Technology.objects.get(code="TE-1")
        assert (row.trl, row.transferred_on, [m.person.code for m in row.makers.order_by("position")]) == (6, date(2027, 2, 1), ["PE-2", "PE-1"])
        network.edit_technology(technology="TE-1", offered_again=True)
        network.confirm_technology(technology="TE-1")
        assert Technology.objects.get(code="TE-1").transferred_on is None
        assert code_of(network.edit_technology, technology="TE-1", problem_ko="") == "network.fact_missing"
        assert code_of(network.confirm_technology, technology="TE-9") == "network.technology_unknown"


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"title_en": "x", "doi": "10.1000/abc"}, "network.publication_taken"), ({"title_en": "x", "doi": "abc"}, "network.doi_unsound"),
        ({}, "network.title_needed"), ({"title_en": "x", "year": 99}, "network.years_unsound"), ({"title_en": "x", "kind": "poem"}, "core.bad_input"),
        ({"title_en": "x", "authors": [Author("a", "PE-1"), Author("b", "PE-1")]}, "network.author_twice"),
        ({"title_en": "x", "authors": [Author("a", "PE-9")]}, "network.person_unknown"), ({"title_en": "x", "code": "PB-1"}, "core.code_taken"),
    ],
)  # fmt: skip
def test_a_publication_is_refused(directory: World, asked, refusal):
    with directory.as_("programme"):
        assert code_of(network.add_publication, **asked) == refusal


def test_projects_labs_people_and_partners_are_edited(directory: World):
    with directory.as_("programme"):
        network.edit_research_project(research_project="RP-1", last_year=2028, title_en="Cartilage", experts=["PE-2"])
        assert code_of(network.edit_research_project, research_project="RP-1", last_year=2020) == "network.years_unsound"
        assert code_of(network.edit_research_project, research_project="RP-1", title_en="", title_ko="") == "network.title_needed"
        network.edit_lab(lab="LB-A", partner="PN-B", says_en="Moved")
        assert code_of(network.edit_lab, lab="LB-X") == "network.lab_unknown"
        network.edit_partner(partner="PN-A", ror="https://ror.org/05dxps055", country="kr")
        assert Partner.objects.get(code="PN-A").ror == "05dxps055"
        assert code_of(network.edit_partner, partner="PN-B", ror="05dxps055") == "network.ror_taken"
        assert code_of(network.edit_partner, partner="PN-B", ror="zz") == "network.ror_unsound"
        network.edit_person(expert="PE-3", partner="PN-A", lab="LB-A", orcid="0000-0002-1825-0097", phone="1")
        assert code_of(network.edit_person, expert="PE-2", orcid="0000-0002-1825-0097") == "network.orcid_taken"
        assert code_of(network.edit_person, expert="PE-2", orcid="0000-0002-1825-0098") == "network.orcid_unsound"
        assert code_of(network.edit_person, expert="PE-2", name_ko="", name_en="") == "core.name_needed"
        assert Contact.objects.get(person__code="PE-3").phone == "1"
        network.edit_person(expert="PE-3", lab="", orcid="")
        assert Person.objects.get(code="PE-3").lab is None


@pytest.mark.parametrize("who", ["hana", "hajin", "auditor", "operator"])
def test_others_do_not_keep_the_directory(directory: World, who):
    with directory.as_(who):
        for call, asked in (
            (network.edit_partner, {"partner": "PN-A"}), (network.add_publication, {"title_en": "x"}), (network.edit_person, {"expert": "PE-1"}),
            (network.add_concept, {"name_ko": "ㄱ", "name_en": "g"}), (network.find_duplicates, {}),
        ):  # fmt: skip
            assert code_of(call, **asked) == "access.not_allowed"


def test_reads_for_other_parts(directory: World):
    with directory.as_("sora"):
        assert [c.code for c in person_choices()] == ["PE-3", "PE-1", "PE-2"]
        assert [str(c.name) for c in partner_choices()] == ["Beacon Bio", "한벌연구소"]
        assert [c.code for c in lab_choices()] == ["LB-A"]
        found = {d.code: d for d in documents()}
    assert {d.kind for d in found.values()} == {"publication", "technology", "project", "lab"}
    assert (found["PB-1"].people, found["PB-1"].partner, found["PB-1"].year, found["PB-1"].visible_to) == (("PE-1", "PE-2"), "PN-A", 2025, None)
    assert found["TE-1"].text_ko == "연골 결손\n한 번에 붙음\n수술비 절반\n돼지 실험"
    with directory.as_("programme"):
        network.hide_entry(noun="person", entry="PE-1")
    with scope(system("worker")):
        assert {d.code: d.people for d in documents(kinds=("publication",))} == {"PB-1": ("PE-2",), "PB-2": ("PE-2",)}


def test_evidence_is_not_written_twice(directory: World):
    with directory.as_("programme"):
        before = set(Evidence.objects.values_list("id", "weight"))
        network.edit_publication(publication="PB-1", venue="Here")
        assert set(Evidence.objects.values_list("id", "weight")) == before
