"""Candidates on a need's page, verdicts, the blind mode, and a text that is no need."""

import pytest

from squaremile.kernel import clock
from tests.network.needs.asking import a_need
from tests.pages.people import browser
from tests.world import MONDAY

SAYS = {"title_en": "Compressive modulus of cartilage", "says_en": "Measure it in a bioreactor."}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_owner_sees_candidates_and_judges_them(library, language):
    code = a_need(library, **SAYS).code
    client = browser(library, "hana", language)
    page = client.get(f"/network/needs/{code}/").content.decode()
    assert "/network/people/PE-001/" in page
    assert "<mark>" in page
    said = {"subject": "person", "subject_code": "PE-001", "verdict": "declined", "position": "1"}
    assert client.post(f"/network/needs/{code}/judge/", said).status_code == 303
    page = client.get(f"/network/needs/{code}/").content.decode()
    assert ("거절" if language == "ko" else "the next best has moved up") in page
    assert client.post(f"/network/needs/{code}/judge/", said | {"verdict": "perhaps"}).status_code == 422
    assert client.post(f"/network/needs/{code}/judge/", said | {"subject_code": "PE-NO"}).status_code == 404


def test_a_rival_sees_a_listed_need_without_candidates(library):
    code = a_need(library, listed=True, **SAYS).code
    client = browser(library, "sora")
    page = client.get(f"/network/needs/{code}/").content.decode()
    assert "/network/people/PE-001/" not in page
    for address in ("blind/", "blind.csv"):
        assert client.get(f"/network/needs/{code}/{address}").status_code == 404
    said = {"subject": "person", "subject_code": "PE-001", "verdict": "fits"}
    assert client.post(f"/network/needs/{code}/judge/", said).status_code == 404


def test_the_blind_page_hides_names_and_counts(library):
    code = a_need(library, **SAYS).code
    client = browser(library, "hana")
    page = client.get(f"/network/needs/{code}/blind/").content.decode()
    assert not any(name in page for name in ("Yeongol Ko", "고연골", "Saebeol", "PE-001", "Ada Baker"))
    token = page.partition('name="candidate" value="')[2].partition('"')[0]
    assert client.post(f"/network/needs/{code}/blind/", {"candidate": token, "verdict": "fits"}).status_code == 303
    assert "You said: Fits" in client.get(f"/network/needs/{code}/blind/").content.decode()
    assert client.post(f"/network/needs/{code}/blind/", {"candidate": "x", "verdict": "fits"}).status_code == 422
    assert client.post(f"/network/needs/{code}/blind/", {"candidate": token, "verdict": "x"}).status_code == 422
    table = client.get(f"/network/needs/{code}/blind.csv").content.decode("utf-8-sig").splitlines()
    assert table[0] == "Judge,k,Fits,Judged,Precision"
    assert table[-1] == "Hana Kim,10,1,1,1.000"
    assert browser(library, "auditor").get(f"/network/needs/{code}/blind/").status_code == 403


def test_a_text_is_matched_and_nothing_is_kept(library):
    client = browser(library, "sora")
    page = client.get("/network/match/?q=compressive+modulus+of+cartilage").content.decode()
    assert "/network/people/PE-001/" in page
    assert client.get("/network/match/").status_code == 200
    assert client.get("/network/match/?q=%3F%21").status_code == 200
