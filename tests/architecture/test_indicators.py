"""Every public measure of the atlas gives a declared indicator, in both languages; the manual names it."""

import inspect
import re

import pytest

import squaremile.atlas as atlas
from squaremile.atlas.measures import declared
from squaremile.cli.reference import pages

INDICATORS = declared.every()
PREPARING = {"matrix_from_rows", "matrix_from_codes", "matrix_from_wide", "plants"}
"""They read and check what is measured; they give no figure."""


def public_functions():
    held = {name: getattr(atlas, name) for name, module in atlas.DOORS.items() if module.startswith("measures.")}
    return {name: f for name, f in held.items() if inspect.isfunction(f) and name not in PREPARING}


@pytest.mark.parametrize("name", sorted(public_functions()))
def test_gives_a_declared_indicator(name):
    function = public_functions()[name]
    place = f"{function.__module__}:{function.__qualname__}"
    given = [code for code, places in declared.measured_by.items() if place in places]
    assert given, f"write @measures(…) on {place}"


def test_only_declared_indicators_are_given():
    assert set(declared.measured_by) - set(INDICATORS) == set()


def test_every_indicator_is_given_by_a_function():
    assert set(INDICATORS) - set(declared.measured_by) == set()


@pytest.mark.parametrize("code", sorted(INDICATORS))
class TestIndicator:
    def test_speaks_both_languages(self, code):
        held = INDICATORS[code]
        for text in (held.name, held.definition, held.unit, held.disclosure):
            assert re.search(r"[가-힣]", text.ko), text.ko
            assert text.en
            assert not re.search(r"[가-힣]", text.en), text.en
        assert re.search(r"(니다|시오)\.$", held.definition.ko), held.definition.ko

    def test_says_formula_source_and_tolerance(self, code):
        held = INDICATORS[code]
        assert held.formula
        assert held.source
        assert held.tolerance

    def test_stands_in_the_manual(self, code):
        manual = pages()["docs/reference/indicators.md"]
        assert f'<a id="{code}"></a>{INDICATORS[code].name.en}' in manual


def test_every_door_opens():
    assert [name for name in atlas.DOORS if getattr(atlas, name, None) is None] == []
