"""Rule packs: those that come with squaremile are sound, the linter finds what is not, and each figure has a source."""

import re
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files

import pytest

from squaremile.safety.policies import pack_speech, packs, verification
from squaremile.safety.policies.facts import facts, is_cas
from squaremile.safety.policies.pack_linter import problems


def text_of(code):
    return files("squaremile.safety.packs").joinpath(f"{code}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", packs.codes())
def test_what_comes_with_squaremile_is_sound(code):
    for each in packs.shipped()[code]:
        assert problems(each.pack) == []


@pytest.mark.parametrize(("code", "was", "becomes", "says"), [
    ("us-ibc", 'source = "S34"', 'source = "S34"', ""), ("us-ibc", "open = 10", "open = 40", "allows more in open use than in closed"),
    ("us-ibc", 'certainty = "A"', 'certainty = "Z"', "certainty 'Z'"), ("us-ibc", 'unit = "gal"', 'unit = "jar"', "nobody knows the unit 'jar'"),
    ("us-ibc", "from = 2\n", "from = 1\n", "storey 1 has 2 rules"), ("us-ibc", 'class = "flammable-IC"', 'class = "flammable-XX"', "flammable-XX"),
    ("us-ibc", 'sprinklers = "required"', 'sprinklers = "maybe"', "'maybe'"), ("us-ibc", 'kind = "control_area"', 'kind = "mood"', "'mood'"),
    ("kr-fire", "quantity = 50\n", "quantity = 0\n", "no designated quantity"), ("kr-fire", "from = 0\n", "from = 0.1\n", "no threshold begins at 0"),
    ("kr-fire", 'source = "S117"', 'source = "S999"', "'S999', which the pack does not list"),
    ("kr-fire", 'ko = "제4류 알코올류"', 'ko = ""', "not named in both languages"),
])  # fmt: skip
def test_the_linter_finds_it(code, was, becomes, says):
    found = problems(packs.read(text_of(code).replace(was, becomes)))
    assert (found == []) if not says else any(says in sentence.en for sentence in found), found


def test_classes_are_found_by_code_in_any_case_or_by_their_last_part():
    rules = packs.pack("us-ibc")
    assert [rules.find(word).code for word in ("Flammable IB", "iiib", "OXIDIZER-3")] == ["flammable-IB", "combustible-IIIB", "oxidizer-3"]
    assert [rules.find(word) for word in ("3", "", "castle")] == [None, None, None]


@pytest.mark.parametrize(("text", "sound"), [("67-64-1", True), ("7732-18-5", True), ("67-64-2", False), ("67641", False), ("", False)])
def test_the_check_digit_of_a_cas_number(text, sound):
    assert is_cas(text) is sound


def test_facts_name_their_method_and_leave_blanks_blank():
    pytest.importorskip("chemicals", reason="the library of substances is not installed")
    acetone, acid = facts("67-64-1"), facts("7697-37-2")
    assert (acetone.flash_c, bool(acetone.flash_method)) == (-20, True)
    assert (acid.flash_c, acid.flash_method) == (None, "")
    assert facts("no such thing at all") is None


def test_every_row_of_every_pack_is_said_as_people_read_it_in_both_languages():
    """A class by its name and its figure by its unit; nothing of sprinklers where a pack has none; no row written as a program."""
    for edition in (each.pack for every in packs.shipped().values() for each in every):
        spoken = pack_speech.spoken(edition)
        assert {row.key for row in verification.rows(edition)} <= set(spoken)
        for key, row in spoken.items():
            said = f"{row.about.ko} {row.says.ko} {row.about.en} {row.says.en}"
            assert row.about.ko and row.about.en and not re.search(r"True|False|None|_|\{", said), (key, said)
            assert edition.kind == "control_area" or "sprinklers" not in row.says.en, key
    fire = pack_speech.spoken(packs.pack("kr-fire"))
    assert fire["class:1-chlorate"].says.en == "designated quantity 50 kg"
    assert fire["liquid:0"].says.ko == "인화점 −20 °C 이하, 끓는점 40 °C 이하"
    before = packs.pack("us-ibc")
    below = [row.about for row in pack_speech.spoken(before).values() if "below" in row.about.en]
    assert {row.ko for row in below} == {"지하 1층", "지하 2층", "지하 3층 이하"}, below
    after = replace(before, pounds_per_gallon=Decimal(9))
    assert [(c.about.en, c.was.en, c.now.en) for c in pack_speech.changes(before, after)] == [
        ("Where nobody knows the density", "10 lb a gallon", "9 lb a gallon")]
