"""What a question tells: names with and without legal forms, spaces and hyphens; designations of programmes."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.policies.discretion import codes_in, told


@pytest.mark.parametrize(("question", "name", "tells"), [
    ("한빛 바이오에서 묻습니다", "(주)한빛바이오", True), ("Hanbit-Bio asks", "Hanbit Bio Inc.", True),
    ("HANBITBIO", "Hanbit Bio Co., Ltd.", True), ("broadcast towers", "ADC", False), ("an ADC programme", "ADC", True),
    ("about MK-02", "MK-02", True), ("about mk 02", "MK-02", True), ("mk021", "MK-02", False), 
    ("압축 시험입니다", "한빛", False), ("", "Hanbit", False),
    ("한미와 함께 할 수 있습니까", "주식회사 한미", True), ("㈜한미에서 묻습니다", "(주)한미", True), ("선한미소", "한미", False),
    ("Acme would like to know", "Acme Therapeutics Inc.", True), ("acmeism in poetry", "Acme Therapeutics Inc.", False),
    ("a university in Jeonsae", "University of Jeonsae", True), ("a national institute", "National Institute of Korea", False),
    ("ＡＣＭＥ asks", "Acme Bio", True), ("an ADC programme", "ADC-99", False),
    ("a company asks", "", False),
])
def test_examples(question, name, tells):
    assert bool(told(question, [name])) == tells


@given(st.text(alphabet="abcdefghij 가나다라", max_size=40), st.text(alphabet="abcdefg가나다", min_size=5, max_size=10))
def test_a_name_that_stands_there_as_it_is_is_always_told(rest, name):
    assert told(f"{rest} {name} {rest}", [name]) == (name,)


def test_designations():
    assert codes_in("HR-7 지지체, MK02; NB_11 and plain words 2026, 5억") == ("HR-7", "MK02", "NB_11")


@pytest.mark.parametrize(("question", "name", "tells"), [
    ("한미와 함께 할 수 있습니까", "주식회사 한미", True), ("㈜한미에서 묻습니다", "(주)한미", True), ("선한미소", "한미", False),
    ("ＨＡＮＢＩＴ bio asks", "Hanbit-Bio Co., Ltd.", True), ("한빛 바이오가", "㈜한빛바이오", True), ("broadcast", "ADC", False),
    ("an ADC programme", "ADC Inc.", True), ("a [hanbit]_bio", "Hanbit Bio", True), ("a company asks", "", False),
])
def test_the_database_looks_the_same_way(db, question, name, tells):
    with connection.cursor() as cursor:
        cursor.execute("SELECT network_tells(%s, %s)", [question, name])
        assert cursor.fetchone() == (tells,)
    assert bool(told(question, [name])) == tells
