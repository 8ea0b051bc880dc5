"""The search page and the palette: slips are forgiven, what is not there is said kindly, rivals are not found."""

import re

import pytest

from squaremile.booking import operations as booking
from tests.world import MONDAY, World

pytestmark = pytest.mark.usefixtures("monday")
ADDRESSES = ("/search/", "/search/palette")
LINK = re.compile(r'<a (?:role="option"[^>]*)?\s*href="(/(?:book|space|organisations|people|bookings)[^"]*)"')


def answer(visit, address: str, question: str, who: str = "hana", language: str = "ko") -> str:
    said = visit(who, language).get(address, {"q": question})
    assert said.status_code == 200
    page = said.content.decode()
    return page.partition("<main")[2].partition("</main>")[0] if "<main" in page else page


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("question", ["현미", "공초점 현", "혐미경", "공촛점", "confocl", "ㅎㅁㄱ", "CONFO"])
def test_partial_and_misspelt_words_find_the_instrument(visit, address, question):
    assert "/book/CONFOCAL/" in LINK.findall(answer(visit, address, question))


@pytest.mark.parametrize(("language", "title", "name"), [("ko", "장비", "유세포분석기 1호"), ("en", "Instruments", "Flow cytometer 1")])
def test_answers_stand_under_their_kind_in_ones_language(visit, language, title, name):
    page = answer(visit, "/search/", "유세포", language=language)
    assert page.index(title) < page.index(name)
    assert page.count("/book/CYTO-1/") == 1


@pytest.mark.parametrize(
    ("language", "says"), [("ko", "결과가 없습니다"), ("en", "Nothing is found for")]
)
def test_no_hits_say_what_to_try(visit, language, says):
    page = answer(visit, "/search/", "전자레인지", language=language)
    assert "전자레인지" in page
    assert LINK.findall(page) == []
    assert 'href="/catalogue/"' in page
    assert says in page


@pytest.mark.parametrize("question", ["", "   "])
def test_without_a_question_it_explains_itself(visit, question):
    page = answer(visit, "/search/", question, language="en")
    assert "What are you looking for?" in page
    assert answer(visit, "/search/palette", question).strip() == ""


@pytest.mark.parametrize("question", ["%", "_", "\\", "'; DROP TABLE core_card; --", "<script>alert(1)</script>", "가" * 500])
def test_odd_questions_are_only_words(visit, question):
    page = answer(visit, "/search/", question)
    assert LINK.findall(page) == []
    assert "<script>alert" not in page


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("question", ["새봄", "saebom", "SAEBOM", "이소라", "sora", "ㅇㅅㄹ", "세봄"])
def test_a_rivals_things_are_not_found(visit, address, question):
    """Lab operations find something for each of these; a rival gets the very answer of a word that means nothing."""
    assert LINK.findall(answer(visit, address, question, "operator")) != []
    found = answer(visit, address, question).replace(question, "")
    nothing = answer(visit, address, "zqxv").replace("zqxv", "")
    assert found == nothing


def test_a_rivals_booking_is_not_found_by_its_code(world: World, visit):
    with world.as_("sora"):
        code = booking.reserve(
            equipment="CONFOCAL", start=MONDAY.replace(hour=1), end=MONDAY.replace(hour=2), purpose="비밀"
        ).code
    assert [link for link in LINK.findall(answer(visit, "/search/", code)) if "bookings" in link] == []


def test_the_palettes_script_gets_its_region_alone(visit):
    said = visit("hana").get("/search/?q=현미경", headers={"HX-Request": "true", "HX-Target": "palette-results"})
    page = said.content.decode()
    assert 'role="option"' in page
    assert "<html" not in page


def test_visitors_sign_in_first(visit):
    for address in ADDRESSES:
        assert visit().get(address, {"q": "현미경"}).status_code == 302
