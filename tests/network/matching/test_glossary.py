"""Concepts are found in both languages."""

import pytest

from squaremile.network.matching.glossary import Concept, Glossary, builtin, parsed


def said(text):
    return [(m.concept.en[0], m.span.of(text)) for m in builtin().mentions(text)]


def test_korean_terms_are_found_with_spaces_and_particles():
    assert said("장내 미생물과 세포배양을") == [("gut microbiome", "장내 미생물"), ("cell culture", "세포배양")]


def test_english_terms_are_found_in_the_plural_and_in_any_case():
    assert said("Lipid Nanoparticles for mRNA") == [
        ("lipid nanoparticle", "Lipid Nanoparticles"),
        ("messenger RNA", "mRNA"),
    ]


def test_a_lone_letter_counts_only_as_a_word():
    assert said("암은 무섭다") == [("cancer", "암")]
    assert said("암호화하다") == []


def test_no_term_means_two_things():
    terms = [t.replace(" ", "") for c in builtin().concepts for t in c.ko] + [
        t for c in builtin().concepts for t in c.en
    ]
    assert sorted({t for t in terms if terms.count(t) > 1}) == []
    assert len(builtin().concepts) >= 300


def test_a_cluster_adds_its_own_and_its_own_counts():
    mine = Concept(ko=("발효",), en=("brewing",))
    assert builtin().extended([mine]).concepts_in("발효") == (mine,)


@pytest.mark.parametrize("line", ["발효", "발효\t", "\tfermentation", "a\tb\tc"])
def test_a_bad_line_is_named(line):
    with pytest.raises(ValueError, match="line 2"):
        parsed(["# head", line])


def test_a_concept_needs_both_languages():
    with pytest.raises(ValueError, match="each language"):
        Glossary((Concept(ko=(), en=("cell",)),))
