"""The floor plan of residency: staff see who and until when; a company its own, and of the rest only that it is taken."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.spaces import operations as spaces
from tests.pages.people import browser
from tests.parts.residency_licences import DAY, in_force
from tests.world import MONDAY

FLOOR = "/residency/floor/"


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def licence(world):
    """Saebom holds a desk until March 2028; Hanbit is kept a bench from Friday on."""
    with world.as_("programme"):
        for organisation in ("SAEBOM", "HANBIT"):
            residency.open_record(organisation=organisation)
    code = in_force(world, "SAEBOM", "R202-D1", "sujin", permitted_use="배양")
    with world.as_("programme"):
        spaces.hold(place="R201-B1", organisation="HANBIT", start=MONDAY + 4 * DAY, end=MONDAY + 60 * DAY)
    return code


def text(world, who, language, query=""):
    response = browser(world, who, language).get(FLOOR + query)
    assert response.status_code == 200
    return response.content.decode()


def test_staff_see_who_has_it_until_when(world, licence):
    page = text(world, "programme", "ko")
    for said in ("새봄테라퓨틱스", licence, "2028-02-29", "한빛바이오", "입주 예정", "2027-03-05부터", "비어 있음"):
        assert said in page, said
    assert "Saebom Therapeutics" in text(world, "auditor", "en")


def test_a_future_day_shows_what_will_be_free(world, licence):
    page = text(world, "programme", "en", "?on=2027-06-01")
    assert "2 of 3 places free" in page
    assert "Hanbit" not in page
    assert "3 of 3 places free" in text(world, "programme", "en", "?on=2028-06-01")


@pytest.mark.parametrize("who", ["hana", "hajin"])
def test_a_rival_sees_that_it_is_taken_and_no_more(world, licence, who):
    page = text(world, who, "en")
    for hidden in ("Saebom", "새봄", licence, "2028-0", "Notice to leave"):
        assert hidden not in page
    assert page.count("floor-tile taken") == 1
    assert page.count("floor-tile mine") == 1
    assert "1 of 3 places free" in page


def test_notice_to_leave_is_shown_to_staff_and_its_own_people(world, licence):
    with world.as_("programme"):
        company = next(c.code for c in _companies() if c.organisation == "SAEBOM")
        residency.give_notice(company=company, ground="insurance", says_ko="보험이 끝났습니다")
    assert "To be put right by" in text(world, "programme", "en")
    assert "To be put right by" in text(world, "sujin", "en")
    assert "To be put right by" not in text(world, "hajin", "en")


def test_it_asks_as_much_for_three_places_as_for_one(world, licence):
    client = browser(world, "programme", "ko")
    client.get(FLOOR)
    with CaptureQueriesContext(connection) as few:
        client.get(FLOOR)
    with world.as_("programme"):
        spaces.hold(place="R201-B2", organisation="HANBIT", start=MONDAY, end=MONDAY + 60 * DAY)
    with CaptureQueriesContext(connection) as more:
        client.get(FLOOR)
    assert len(few) == len(more)


def _companies():
    from squaremile.residency.reads import companies

    return companies.companies()
