"""The Find page: both languages, sentences with marks, facets, and the same cost for few and many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.network.finding.conftest import paper, renew
from tests.pages.people import browser
from tests.world import PEOPLE


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_everyone_finds(library, who, language):
    page = browser(library, who, language).get("/network/?q=compressive+modulus+of+cartilage")
    text = page.content.decode()
    assert page.status_code == 200
    assert "<mark>" in text
    assert "/network/people/PE-001/" in text
    assert "/network/publications/PB-1/" in text
    assert ("어떻게 찾는지" if language == "ko" else "How it is found") in text


def test_visitors_are_led_to_sign_in(world):
    assert browser(world).get("/network/")["location"] == "/accounts/login/?next=/network/"


@pytest.mark.parametrize("query", [
    "", "?q=", "?q=cartilage&kind=person", "?q=cartilage&kind=nonsense&year=abcd", "?q=cartilage&country=US",
    "?q=cartilage&concept=bioreactor", "?q=cartilage&partner=PN-U", "?q=zzzzqqqq", "?q=cartillage", "?q=%00", "?q=" + "x" * 3000,
])  # fmt: skip
def test_whatever_is_typed_is_answered(library, query):
    assert browser(library, "hana").get(f"/network/{query}").status_code == 200


def test_without_an_index_the_page_says_so(world, settings, tmp_path):
    settings.NETWORK_INDEX_ROOT = tmp_path / "none"
    page = browser(world, "hana").get("/network/?q=confocal").content.decode()
    assert "The full-text index is not there yet" in page
    assert "/book/CONFOCAL/" in page


def test_the_page_costs_the_same_for_few_and_many(library):
    costs = []
    for more in range(2):
        for n in range(2 * more):
            with library.as_("programme"):
                paper(f"PB-M{n}", f"More cartilage {n}", "Cartilage in a bioreactor again.", "PE-002", 2020)
        renew()
        client = browser(library, "hana")
        client.get("/network/?q=cartilage+bioreactor")
        with CaptureQueriesContext(connection) as asked:
            client.get("/network/?q=cartilage+bioreactor")
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_a_search_is_saved_and_a_result_kept(library):
    client = browser(library, "hana")
    assert client.post("/network/searches/save/", {"question": "cartilage", "kind": "publication"}).status_code == 303
    made = client.post("/network/lists/new/", {"name": "후보"})
    code = made["location"].rstrip("/").rpartition("/")[2]
    assert "List for" in client.get("/network/?q=cartilage").content.decode()
    put = {"short_list": code, "subject": "person", "subject_code": "PE-001", "next": "/network/?q=cartilage"}
    assert client.post("/network/lists/put/", put)["location"] == "/network/?q=cartilage"
    page = client.get(f"/network/lists/{code}/").content.decode()
    assert "Yeongol Ko" in page
    table = client.get(f"/network/lists/{code}/csv").content.decode("utf-8-sig")
    assert "person,PE-001,고연골,Yeongol Ko,Saebeol University" in table
    kept = client.get("/network/kept/").content.decode()
    assert "cartilage" in kept
    assert client.post(f"/network/lists/{code}/take/", {"subject": "person", "subject_code": "PE-001"}).status_code == 303
    assert client.post(f"/network/lists/{code}/drop/").status_code == 303
    assert browser(library, "sora").get("/network/kept/").content.decode().count("cartilage") == 0


def test_the_glossary_is_kept_by_liaison_staff(world):
    office = browser(world, "programme")
    assert office.post("/network/glossary/new/", {"ko": "압축", "en": "compression"}).status_code == 303
    page = office.get("/network/glossary/?q=압축").content.decode()
    assert "compression" in page
    code = page.partition("/network/glossary/TM-")[2][:9].partition("/")[0]
    assert office.post(f"/network/glossary/TM-{code}/", {"ko": "압축", "en": "squeezing"}).status_code == 303
    assert office.post(f"/network/glossary/TM-{code}/retire/").status_code == 303
    hana = browser(world, "hana")
    assert hana.get("/network/glossary/").status_code == 200
    assert "squeezing" not in hana.get("/network/glossary/").content.decode()
    for address in ("/network/glossary/new/", f"/network/glossary/TM-{code}/"):
        assert hana.get(address).status_code == 403
    assert office.post("/network/glossary/new/", {"ko": "압축", "en": "squeezing"}).status_code == 409
    assert office.post("/network/glossary/new/", {"ko": "", "en": "x"}).status_code == 422
