"""How far a word is from a part of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.core.policies.likeness import edits, forgiven, pieces

LETTERS = st.text("abc", max_size=8)


@pytest.mark.parametrize(
    ("word", "text", "far"),
    [("scope", "microscope", 0), ("scpe", "microscope", 1), ("scoope", "microscope", 1), ("skope", "microscope", 1),
     ("abc", "", 3), ("", "abc", 0), ("zzz", "abc", 3)],
)
def test_examples(word, text, far):
    assert edits(word, text) == far


@given(LETTERS, LETTERS, LETTERS)
def test_a_word_that_is_held_is_no_distance_away(before, word, after):
    assert edits(word, before + word + after) == 0


@given(LETTERS, LETTERS, st.integers(0, 7), st.sampled_from("abcx"))
def test_one_changed_letter_is_at_most_one_further(word, text, at, letter):
    changed = word[:at] + letter + word[at + 1 :] if at < len(word) else word
    assert abs(edits(changed, text) - edits(word, text)) <= 1


@given(LETTERS, LETTERS)
def test_never_more_than_its_length_and_never_less_than_what_is_foreign(word, text):
    foreign = sum(1 for letter in word if letter not in text)
    assert foreign <= edits(word, text) <= len(word)


def test_short_words_forgive_nothing():
    assert [forgiven("x" * n) for n in (3, 4, 8, 11)] == [0, 1, 2, 2]


def test_pieces_are_said_once():
    assert pieces("aaaab") == ["aaa", "aab"]
    assert pieces("ab") == []
