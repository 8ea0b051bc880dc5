"""What a question tells: names with and without legal forms, spaces and hyphens; designations of programmes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.policies.discretion import codes_in, told


@pytest.mark.parametrize(("question", "name", "tells"), [
    ("한빛 바이오에서 묻습니다", "(주)한빛바이오", True), ("Hanbit-Bio asks", "Hanbit Bio Inc.", True),
    ("HANBITBIO", "Hanbit Bio Co., Ltd.", True), ("broadcast towers", "ADC", False), ("an ADC programme", "ADC", True),
    ("about MK-02", "MK-02", True), ("about mk 02", "MK-02", True), ("mk021", "MK-02", False), 
    ("압축 시험입니다", "한빛", False), ("", "Hanbit", False),
    ("a company asks", "", False),
])
def test_examples(question, name, tells):
    assert bool(told(question, [name])) == tells


@given(st.text(alphabet="abcdefghij 가나다라", max_size=40), st.text(alphabet="abcdefg가나다", min_size=5, max_size=10))
def test_a_name_that_stands_there_as_it_is_is_always_told(rest, name):
    assert told(f"{rest} {name} {rest}", [name]) == (name,)


def test_designations():
    assert codes_in("HR-7 지지체, MK02; NB_11 and plain words 2026, 5억") == ("HR-7", "MK02", "NB_11")
