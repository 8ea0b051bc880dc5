"""Words: every refusal in both languages, formal Korean, the same places to fill, never a bare particle."""

import re
import string
from pathlib import Path

from squaremile.kernel.korean import PARTICLES
from squaremile.kernel.words import catalogue
from tests.architecture.test_operations import LOADED

assert LOADED
REFUSALS = sorted(catalogue.values(), key=lambda w: w.code)


def places(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


# A rule is one test over all of them, and names those that break it: a test of each took longer to hand out than to run.


def test_each_speaks_formal_korean_and_english():
    wrong = [
        (w.code, w.text) for w in REFUSALS
        if not re.search(r"(니다|시오|십시오)\.$", w.text.ko) or not re.search(r"[가-힣]", w.text.ko)
        or not w.text.en.endswith(".") or re.search(r"[가-힣]", w.text.en)
    ]
    assert wrong == []


def test_each_fills_the_same_places():
    assert [(w.code, w.text) for w in REFUSALS if places(w.text.ko) != places(w.text.en)] == []


def test_each_chooses_particles():
    bare = [(w.code, found) for w in REFUSALS for found in re.findall(r"\}(은|는|이|가|을|를|과|와|으로)(?=\s)", w.text.ko)]
    assert bare == [], f"write {{name:{'/'.join(PARTICLES)}}} instead"


def test_each_is_named_after_its_room():
    assert [w.code for w in REFUSALS if not re.fullmatch(r"[a-z]+\.[a-z0-9_]+", w.code)] == []


def test_most_refusals_show_a_way_out():
    silent = [w.code for w in REFUSALS if w.remedy is None]
    assert len(silent) <= len(REFUSALS) / 2, silent


def test_every_entry_of_the_catalogue_stands_by_itself():
    """Two entries without an empty line between them are read as one, and neither is found."""
    text = (Path(__file__).parents[2] / "locale/ko/LC_MESSAGES/django.po").read_text(encoding="utf-8")
    assert [block for block in text.split("\n\n") if len(re.findall(r"^msgid ", block, re.MULTILINE)) > 1] == []
