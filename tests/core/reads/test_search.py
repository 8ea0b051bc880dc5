"""Search: what Korean people type finds what they mean, and never what is a rival's."""

import pytest

from squaremile.core.reads.search import initials, search
from tests.world import World


def found(question: str, **more) -> list[str]:
    return [each.title.ko for each in search(question, **more)]


@pytest.mark.parametrize(
    "question",
    ["현미경", "현미", "공초점 현", "공초점현미경", "현미껑", "혐미경", "confocal", "CONFO", "confocl", "micrscope",
     "ㅎㅁㄱ", "ㄱㅊㅈ ㅎㅁㄱ"],
)
def test_partial_misspelt_and_initial_consonants_find(world: World, question):
    with world.as_("hana"):
        assert found(question)[0] == "공초점 현미경"


@pytest.mark.parametrize("question", ["", "  ", "%", "_", "\\", "전자레인지", "zzz", "ㅋㅋ"])
def test_what_is_not_there_is_not_found(world: World, question):
    with world.as_("director"):
        assert found(question) == []


def test_beginning_beats_holding_beats_likeness(world: World):
    with world.as_("hana"):
        assert found("유세포분석기")[:2] == ["유세포분석기 1호", "유세포분석기 2호"]
        assert found("김하")[0] == "김하나"
        assert found("하나")[0] == "김하나"


def test_kinds_can_be_chosen(world: World):
    with world.as_("hana"):
        assert {each.kind for each in search("한빛")} == {"organisation"}
        assert search("한빛", kind="equipment") == []


@pytest.mark.parametrize(
    "question",
    ["새봄", "새봄테라퓨틱스", "saebom", "SAEBOM", "세봄", "ㅅㅂ", "이소라", "이소", "sora", "정수진", "ㅇㅅㄹ"],
)
def test_a_rival_is_never_found(world: World, question):
    """The trap: staff find every one of these, a rival none of them."""
    with world.as_("director"):
        seen = {f.title.ko for f in search(question)} & {"새봄테라퓨틱스", "이소라", "정수진"}
        assert seen
    with world.as_("hana"):
        assert not seen & set(found(question))


def test_a_visitor_finds_nothing(world: World):
    from squaremile.kernel.scope import Scope, scope

    with scope(Scope()):
        assert search("현미경") == []


def test_a_colleagues_card_says_what_she_does_here(world: World):
    with world.as_("hana"):
        card = search("박하은", kind="person")[0]
        assert (card.says.ko, card.says.en) == ("한빛바이오 · 연구원", "Hanbit Bio · Scientist")
        assert str(world.people["haeun"]) not in card.url


def test_initials_are_a_pattern_only_of_initials():
    assert initials("ㅎㅁ")
    assert [initials(other) for other in ("ㅎ", "현ㅁ", "a.*", "")] == [""] * 4
