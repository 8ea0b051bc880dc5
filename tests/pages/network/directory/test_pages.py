"""The directory's pages: every role in both languages, what staff keep, what a person does with her own profile."""

import csv
import io
import re

import pytest

from squaremile.network import operations as network
from squaremile.network.models import Duplicate, Person, Publication, Technology
from tests.network.directory.conftest import directory  # noqa: F401 – the same small directory
from tests.pages.organisations.conftest import enter, monday  # noqa: F401
from tests.world import PEOPLE, World

OPEN = (
    "/network/directory/", "/network/directory/?kind=publications&q=연골&concept=cartilage&sort=-year", "/network/directory/export.csv",
    "/network/people/PE-1/", "/network/organisations/PN-A/", "/network/labs/LB-A/", "/network/publications/PB-2/",
    "/network/technologies/TE-1/", "/network/projects/RP-1/",
)  # fmt: skip
STAFF = ("/network/people/new/", "/network/people/PE-1/edit/", "/network/technologies/TE-1/edit/", "/network/publications/new/")
KINDS = ("people", "organisations", "labs", "technologies", "projects", "publications")


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(enter, directory: World, who, language):  # noqa: F811
    client, role = enter(who, language), PEOPLE[who][0]
    assert {address: client.get(address).status_code for address in OPEN} == dict.fromkeys(OPEN, 200)
    keeps = 200 if role in ("site_director", "programme") else 403
    assert {address: client.get(address).status_code for address in STAFF} == dict.fromkeys(STAFF, keeps)
    desk = 200 if role in ("site_director", "programme", "auditor") else 403
    assert [client.get(f"/network/{page}/").status_code for page in ("claims", "duplicates")] == [desk, desk]
    assert client.get("/network/people/PE-1/claim/").status_code == (403 if role == "auditor" else 200)
    assert client.get("/network/people/PE-99/").status_code == 404


@pytest.mark.parametrize("language", ["ko", "en"])
def test_names_stand_side_by_side_and_no_key_is_shown(enter, directory: World, language):  # noqa: F811
    client = enter("sora", language)
    for address in OPEN:
        page = client.get(address).content.decode()
        assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-7", page), address
    page = client.get("/network/people/PE-1/").content.decode()
    assert "김연골" in page and "Yeongol Kim" in page
    assert "hana@example.org" not in page
    assert ("알려진 분야" if language == "ko" else "Known for") in page


def test_visitors_are_led_to_sign_in(enter, directory: World):  # noqa: F811
    for address in OPEN:
        assert enter().get(address)["location"].startswith("/accounts/login/")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_listed_and_exported(enter, directory: World, kind):  # noqa: F811
    client = enter("hana")
    page = client.get(f"/network/directory/?kind={kind}").content.decode()
    rows = list(csv.reader(io.StringIO(client.get(f"/network/directory/export.csv?kind={kind}").content.decode("utf-8-sig"))))
    assert len(rows) > 1
    assert all(f"/{row[0]}/" in page for row in rows[1:])


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_few_and_many(enter, directory: World, rows, django_assert_max_num_queries):  # noqa: F811
    with directory.as_("programme"):
        for n in range(rows):
            network.add_person(code=f"PX-{n}", kind="researcher", name_ko=f"새{n}", partner="PN-A")
            network.add_publication(title_en=f"Cartilage {n}", authors=[network.Author("x", f"PX-{n}")])
    client = enter("sora")
    for kind in KINDS:
        with django_assert_max_num_queries(14):
            client.get(f"/network/directory/?kind={kind}")


def test_staff_enter_edit_and_hide(enter, directory: World):  # noqa: F811
    client = enter("programme")
    answer = client.post("/network/technologies/new/", {"partner": "PN-A", "name_en": "Gel", "trl": "3", "problem_en": "p"})
    assert (answer.status_code, "Problem, advantage, economics and stage" in answer.content.decode()) == (409, True)
    said = {"partner": "PN-A", "name_en": "Gel", "trl": "3", "problem_en": "p", "advantage_en": "a", "economics_en": "e", "stage_en": "s"}
    to = client.post("/network/technologies/new/", said)["location"]
    assert client.post(f"{to}edit/", {**said, "trl": "5"}).status_code == 303
    assert client.post(f"{to}confirm/").status_code == 303
    for noun, code, data in (
        ("organisations", "PN-B", {"kind": "startup", "name_en": "Beacon", "country": "US"}),
        ("labs", "LB-A", {"partner": "PN-A", "name_ko": "새 연구실"}),
        ("people", "PE-2", {"kind": "founder", "name_ko": "박세포", "rank": "2", "contact_way": "open", "partner": "PN-B"}),
        ("projects", "RP-1", {"partner": "PN-A", "title_ko": "재생", "first_year": "2024", "last_year": "2028"}),
        ("publications", "PB-1", {"kind": "review", "title_en": "Cartilage", "year": "2025"}),
    ):  # fmt: skip
        assert client.post(f"/network/{noun}/{code}/edit/", data).status_code == 303, noun
        assert client.post(f"/network/{noun}/{code}/hide/").status_code == 303
        assert client.get(f"/network/{noun}/{code}/").status_code == 200
        assert enter("hana").get(f"/network/{noun}/{code}/").status_code == 404
        assert client.post(f"/network/{noun}/{code}/show/").status_code == 303
    with directory.as_("programme"):
        assert Technology.objects.get(name_en="Gel").trl == 5
        assert Publication.objects.get(code="PB-1").kind == "review"
        assert Person.objects.get(code="PE-2").partner.code == "PN-B"
    for noun in ("organisations", "labs", "people", "projects", "publications"):
        assert client.post(f"/network/{noun}/new/", {}).status_code == 422
    assert client.post("/network/people/new/", {"kind": "official", "name_ko": "윤공무", "rank": "0", "contact_way": "liaison"}).status_code == 303


def test_a_person_claims_and_cares_for_her_profile(enter, directory: World):  # noqa: F811
    client = enter("hana")
    assert "yours at once" in client.get("/network/people/PE-1/claim/").content.decode()
    assert client.post("/network/people/PE-1/claim/", {}).status_code == 303
    assert client.get("/network/people/PE-1/own/").status_code == 200
    said = {"name_ko": "김연골", "bio_en": "Mine.", "contact_way": "open", "email": "hana@example.org"}
    assert client.post("/network/people/PE-1/own/", said).status_code == 303
    assert "hana@example.org" in enter("sora").get("/network/people/PE-1/").content.decode()
    assert client.post("/network/people/PE-1/consent/").status_code == 303
    assert client.post("/network/people/PE-1/hide/").status_code == 303
    assert enter("sora").get("/network/people/PE-1/").status_code == 404
    assert client.post("/network/people/PE-1/withdraw/").status_code == 303
    for act in ("own", "consent", "withdraw", "hide"):
        assert enter("sora").post(f"/network/people/PE-1/{act}/", said).status_code == 404
        assert enter("sora").post(f"/network/people/PE-2/{act}/", said).status_code == 404


def test_staff_answer_claims(enter, directory: World):  # noqa: F811
    assert enter("sora").post("/network/people/PE-2/claim/", {}).status_code == 422
    assert enter("sora").post("/network/people/PE-2/claim/", {"says": "명함"}).status_code == 303
    assert enter("hajin").post("/network/people/PE-2/claim/", {"says": "저요"}).status_code == 303
    client = enter("programme", "en")
    grants = re.findall(r'action="(/network/claims/[^"]+/(?:grant|decline)/)"', client.get("/network/claims/").content.decode())
    assert len(grants) == 4
    assert client.post(grants[0]).status_code == 303
    assert client.post(grants[3]).status_code == 303
    assert client.post(grants[0]).status_code == 409
    assert "No claim is waiting" in client.get("/network/claims/").content.decode()
    assert enter("hana").post(grants[1]).status_code == 403


def test_staff_merge_and_take_back(enter, directory: World):  # noqa: F811
    with directory.as_("programme"):
        network.add_person(code="PE-1B", kind="researcher", name_ko="김연골", name_en="Y Kim", partner="PN-A")
        network.add_publication(title_en="x", authors=[network.Author("Kim Y", "PE-1B"), network.Author("Park S", "PE-2")])
    client = enter("director", "en")
    assert client.post("/network/duplicates/find/", {"kind": "person"}).status_code == 303
    with directory.as_("director"):
        code = Duplicate.objects.get().code
    page = client.get("/network/duplicates/").content.decode()
    assert "PE-1B" in page and "Korean name +" in page
    assert client.post(f"/network/duplicates/{code}/merge/", {"keep": "PE-1"}).status_code == 303
    assert "merged into" in client.get("/network/people/PE-1B/").content.decode()
    assert code in client.get("/network/duplicates/?state=merged").content.decode()
    assert client.post(f"/network/duplicates/{code}/undo/").status_code == 303
    assert client.post(f"/network/duplicates/{code}/apart/").status_code == 303
    assert client.get("/network/duplicates/?kind=partner&state=different").status_code == 200
    assert enter("auditor").post(f"/network/duplicates/{code}/merge/").status_code == 403


def test_finding_somebody_leads_to_asking_for_her(enter, directory: World):  # noqa: F811
    """A company's people are led to an introduction with the expert filled in; staff, who have no company, are not."""
    link = "/network/relationships/SAEBOM/introduce/?expert=PE-1"
    assert link in enter("sora").get("/network/people/PE-1/").content.decode()
    form = enter("sora").get(link)
    assert form.status_code == 200
    assert 'value="PE-1"' in form.content.decode()
    assert "/introduce/" not in enter("auditor").get("/network/people/PE-1/").content.decode()
