"""The search box: what is found, in which language, how it is narrowed, and what happens when nothing is."""

from squaremile.network import operations as network
from squaremile.network.reads import finding
from squaremile.network.reads.finding import Wanted, find


def codes(found):
    return [hit.code for hit in found.hits]


def people(found):
    return [each.who.code for each in found.who["person"]]


def test_without_an_index_names_alone_are_searched(world, settings, tmp_path):
    settings.NETWORK_INDEX_ROOT = tmp_path / "none"
    with world.as_("programme"):
        network.add_person(code="PE-9", kind="researcher", name_ko="고연골")
    with world.as_("hana"):
        found = find("고연골")
        assert (found.indexed, [n.title.ko for n in found.names], found.hits) == (False, ["고연골"], ())


def test_english_words_find_papers_and_their_people_with_the_sentences(library):
    with library.as_("hana"):
        found = find("compressive modulus of cartilage")
        assert codes(found)[0] == "PB-1"
        assert people(found)[0] == "PE-001"
        first = found.hits[0]
        marked = [piece.text for quote in first.quotes for piece in quote.pieces if piece.marked]
        assert {m.lower() for m in marked} >= {"compressive", "cartilage"} or any("ompressive modulus" in m for m in marked)
        assert [who.code for who in first.people] == ["PE-001"]
        assert found.who["lab"][0].who.code == "LB-1"
        assert found.who["company"][0].who.code == "PN-U"


def test_a_korean_question_finds_english_papers_by_the_glossary(library):
    with library.as_("programme"):
        network.add_term(ko="압축 탄성계수", en="compressive modulus")
    with library.as_("hana"):
        found = find("압축 탄성계수를 재는 연구")
        assert "PB-1" in codes(found)
        assert [c.en for c in found.concepts] == ["compressive modulus"]
        assert [c.ko for c in found.hits[0].concepts] == ["압축 탄성계수"]
    with library.as_("programme"):
        term = network.add_term(ko="라마 항체", en="phage display")
        network.retire_term(term=term.code)
    with library.as_("hana"):
        assert all(c.en != "phage display" for c in find("라마 항체").concepts)


def test_facets_count_and_narrow(library):
    with library.as_("hana"):
        found = find("cartilage bioreactor")
        facets = {f.name: {value: n for value, _, n, _ in f.options} for f in found.facets}
        assert facets["kind"]["publication"] == 2
        assert facets["country"]["US"] == 1
        assert facets["year"] == {"2024": 1, "2022": 1}
        assert codes(find("cartilage bioreactor", Wanted(country="US"))) == ["PB-3"]
        assert codes(find("cartilage bioreactor", Wanted(year=2024))) == ["PB-1"]
        assert codes(find("cartilage bioreactor", Wanted(partner="PN-C"))) == ["PB-3"]
        assert set(codes(find("cartilage", Wanted(kind="lab")))) == set()
        assert [w.who.code for w in find("cartilage", Wanted(kind="lab")).who["lab"]] == ["LB-1"]
        concept = find("cartilage bioreactor", Wanted(concept="bioreactor"))
        assert set(codes(concept)) == {"PB-1", "PB-3"}


def test_a_misspelt_word_is_set_right_and_said(library):
    with library.as_("hana"):
        found = find("cartillage")
        assert found.rescued.spelt == (("cartillage", "cartilage"),)
        assert "PB-1" in codes(found)
        assert find("zzzzqqqq").hits == ()


def test_a_term_that_stands_nowhere_leads_to_the_one_above(library):
    with library.as_("programme"):
        network.add_term(ko="쌍선낭 배양", en="zygotic vesiculosis", broader="cartilage")
    with library.as_("hana"):
        assert find("zygotic vesiculosis").rescued.broader == ("cartilage",)


def test_an_empty_question_and_one_without_words(library):
    with library.as_("hana"):
        assert find("  ").hits == ()
        assert find("?!").hits == ()


def test_addresses_are_what_a_saved_search_knows(library):
    with library.as_("hana"):
        known = finding.addresses("cartilage", "publication")
        assert set(known) == {"/network/publications/PB-1/", "/network/publications/PB-3/"}
