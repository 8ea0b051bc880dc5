"""Which sentences are quoted and which words marked: examples, and what always holds."""

from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.policies.marking import LONGEST, best, quote


def marks(sentence, words, concepts=()):
    return [piece.text for piece in quote(sentence, words, concepts).pieces if piece.marked]


def test_korean_words_are_marked_under_their_endings_and_english_ones_as_words():
    assert marks("연골조직의 압축 탄성을 쟀다.", ["연골", "압축"]) == ["연골", "압축"]
    assert marks("Scaffolds of a scaffolding.", ["scaffold"]) == ["Scaffolds"]
    assert marks("A cell is a Cell.", ["cell", "a"]) == ["cell", "Cell"]


def test_concepts_count_more_than_words_and_overlaps_are_one_mark():
    one = quote("compressive modulus of cartilage", ["modulus"], [(0, 19)])
    assert [p.text for p in one.pieces if p.marked] == ["compressive modulus"]
    other = quote("modulus of cartilage", ["modulus"])
    assert best([other, one, quote("nothing", ["x1"])], 5) == (one, other)
    assert [each.lang for each in (one, quote("연골", ["연골"]))] == ["en", "ko"]


@given(st.text(max_size=600), st.lists(st.text(min_size=1, max_size=6), max_size=5))
def test_the_pieces_are_the_sentence(sentence, words):
    pieces = quote(sentence, words).pieces
    said = "".join(piece.text for piece in pieces)
    if len(sentence) <= LONGEST:
        assert said == sentence
    else:
        assert said.removeprefix("… ").removesuffix(" …").strip() in sentence
