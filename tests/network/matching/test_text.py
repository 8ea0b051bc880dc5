"""Sentences, passages and languages."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.matching.text import PASSAGE_LETTERS, PASSAGE_WORDS, language, normal, passages, sentences

TEXT = st.text(st.sampled_from("가나다 abC.e.g?!\n。漢字é1 "), max_size=300)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We used cells. They grew!", ["We used cells.", "They grew!"]),
        ("세포를 썼습니다. 잘 자랐습니다.", ["세포를 썼습니다.", "잘 자랐습니다."]),
        ("Bacteria, e.g. Lactobacillus, grew. J. Kim saw 3.5 mg. fine", ["Bacteria, e.g. Lactobacillus, grew.", "J. Kim saw 3.5 mg. fine"]),
        ("Title\n\nBody", ["Title", "Body"]),
        (" \n ", []),
    ],
)  # fmt: skip
def test_sentences_end_where_readers_end_them(text, expected):
    assert [span.of(text) for span in sentences(text)] == expected


@given(TEXT)
def test_sentences_hold_everything_but_blanks_and_never_overlap(text):
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())


@given(TEXT)
def test_passages_hold_everything_and_none_is_too_long(text):
    held = passages(text, most=10_000)
    assert "".join("".join(held).split()) == "".join(text.split())
    assert all(len(p.split()) <= PASSAGE_WORDS for p in held)


def test_long_texts_are_cut_even_without_sentences_or_spaces():
    assert [len(p.split()) for p in passages("word " * 400)] == [180, 180, 40]
    assert [len(p) for p in passages("가" * 3000)] == [PASSAGE_LETTERS, PASSAGE_LETTERS, 600]
    assert len(passages("One two three. " * 1000, most=3)) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [("CAR-T 세포 치료제", "ko"), ("Cell therapy", "en"), ("細胞治療", "other"), ("клетка", "other"), ("123", "other"), ("", "other")],
)  # fmt: skip
def test_language_is_told_by_letters(text, expected):
    assert language(text) == expected


def test_what_looks_alike_is_alike():
    assert normal("ＡＢＣ 가\u1100\u1161") == "ABC 가가"
