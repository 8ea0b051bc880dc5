"""Reasons quote what was given, mark the words, and name the concepts in both languages."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.matching.explain import explain, merged
from squaremile.network.matching.question import ask
from squaremile.network.matching.text import Span

from .collection import DOCUMENTS, PLAIN


def test_a_korean_need_is_explained_by_an_english_sentence():
    reasons = explain(ask("김치 유산균으로 균주개량, 그리고 수소", PLAIN), DOCUMENTS[:3], PLAIN)
    first = reasons.evidence[0]
    assert (first.document, first.sentence) == ("kimchi", "Lactic acid bacteria in kimchi.")
    assert [span.of(first.sentence) for span in first.spans] == ["Lactic acid bacteria", "kimchi"]
    shared = [(c.ko[0], c.en[0]) for c in reasons.shared]
    assert shared == [("김치", "kimchi"), ("유산균", "lactic acid bacteria"), ("균주개발", "strain development")]
    assert [c.en[0] for c in reasons.missing] == ["hydrogen"]


def test_words_are_marked_under_korean_endings():
    reasons = explain(ask("발효 수율", PLAIN), DOCUMENTS, PLAIN, most=1)
    [only] = reasons.evidence
    assert only.sentence == "발효 수율이 높아졌습니다."
    assert [span.of(only.sentence) for span in only.spans] == ["발효", "수율"]


def test_nothing_is_quoted_but_what_was_given():
    need = ask("battery cathode kimchi", PLAIN)
    assert {e.document for e in explain(need, DOCUMENTS[:1], PLAIN).evidence} == {"kimchi"}
    assert explain(need, [], PLAIN).evidence == ()


def test_a_text_that_shares_nothing_gives_no_reason():
    reasons = explain(ask("quantum", PLAIN), DOCUMENTS, PLAIN)
    assert (reasons.evidence, reasons.shared, reasons.missing) == ((), (), ())


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)).map(lambda p: Span(p[0], p[0] + p[1]))))
def test_marks_never_overlap_and_cover_the_same_letters(spans):
    found = merged(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert {n for s in found for n in range(s.start, s.end)} == {n for s in spans for n in range(s.start, s.end)}
