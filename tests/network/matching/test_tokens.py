"""Tokens of both fields, with and without the morphological analyser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.matching.tokens import Analyser, kiwi, latin_words, letter_pairs, singular

PAIRS_ONLY = Analyser(morphemes=False)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("cells", "cell"), ("therapies", "therapy"), ("biomass", "biomass"), ("virus", "virus"), ("analysis", "analysis"),
     ("boxes", "box"), ("glasses", "glass"), ("gas", "gas"), ("enzymes", "enzyme"), ("series", "sery")],
)  # fmt: skip
def test_plurals_lose_their_ending(word, expected):
    assert singular(word) == expected


def test_a_hyphenated_word_is_found_by_its_parts_and_as_a_whole():
    assert list(latin_words("car-t cells of the company's co-workers")) == [
        "cart",
        "car",
        "cell",
        "company",
        "coworker",
        "co",
        "worker",
    ]


def test_neighbouring_letters_are_pairs():
    assert list(letter_pairs("세포 배양 암 abc")) == ["세포", "배양", "암"]
    assert list(letter_pairs("미생물")) == ["미생", "생물"]


def test_without_morphemes_particles_fall_off():
    assert PAIRS_ONLY.tokens("미생물은 효소를 만듭니다").words == ("미생물", "효소", "만듭니다")


@pytest.mark.skipif(kiwi() is None, reason="kiwipiepy is not installed")
def test_morphemes_are_found_under_endings():
    words = Analyser().tokens("미생물을 배양하였습니다. PCR 결과는 3건입니다").words
    assert {"미생물", "배양", "pcr", "결과", "3"} <= set(words)
    assert not {"을", "습니다"} & set(words)


def test_english_lines_of_a_korean_text_are_read_as_english():
    tokens = PAIRS_ONLY.tokens("효소 공학\nProtein engineering of the enzymes")
    assert tokens.words == ("효소", "공학", "protein", "engineering", "enzyme")


def test_a_text_without_hangul_has_no_pairs():
    assert PAIRS_ONLY.tokens("Protein engineering").pairs == ()


@given(st.lists(st.text(st.sampled_from("가나미생물 abZ\n漢.1"), max_size=30), max_size=6))
def test_texts_together_give_what_each_gives_alone(texts):
    assert list(PAIRS_ONLY.all_tokens(texts)) == [PAIRS_ONLY.tokens(text) for text in texts]
