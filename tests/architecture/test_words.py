"""Words: every refusal in both languages, formal Korean, the same places to fill, never a bare particle."""

import re
import string
from pathlib import Path

import pytest

from squaremile.kernel.korean import PARTICLES
from squaremile.kernel.words import catalogue
from tests.architecture.test_operations import LOADED

assert LOADED
REFUSALS = sorted(catalogue.values(), key=lambda w: w.code)


def places(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("words", REFUSALS, ids=lambda w: w.code)
class TestRefusal:
    def test_speaks_formal_korean_and_english(self, words):
        assert re.search(r"(니다|시오|십시오)\.$", words.text.ko), words.text.ko
        assert re.search(r"[가-힣]", words.text.ko)
        assert words.text.en.endswith(".")
        assert not re.search(r"[가-힣]", words.text.en)

    def test_fills_the_same_places(self, words):
        assert places(words.text.ko) == places(words.text.en)

    def test_chooses_particles(self, words):
        bare = re.findall(r"\}(은|는|이|가|을|를|과|와|으로)(?=\s)", words.text.ko)
        assert bare == [], f"write {{name:{'/'.join(PARTICLES)}}} instead"

    def test_is_named_after_its_room(self, words):
        assert re.fullmatch(r"[a-z]+\.[a-z0-9_]+", words.code)


def test_most_refusals_show_a_way_out():
    silent = [w.code for w in REFUSALS if w.remedy is None]
    assert len(silent) <= len(REFUSALS) / 2, silent


def test_every_entry_of_the_catalogue_stands_by_itself():
    """Two entries without an empty line between them are read as one, and neither is found."""
    text = (Path(__file__).parents[2] / "locale/ko/LC_MESSAGES/django.po").read_text(encoding="utf-8")
    assert [block for block in text.split("\n\n") if len(re.findall(r"^msgid ", block, re.MULTILINE)) > 1] == []
