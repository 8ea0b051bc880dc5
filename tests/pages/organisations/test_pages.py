"""Organisation, people and audit pages: every role in both languages, and what rivals get."""

import csv
import io
import re

import pytest

from squaremile.core import operations as core
from squaremile.core import refs
from squaremile.core.models import Invitation, Organisation, Project, RoleGrant, User
from tests.world import PEOPLE, World


def ref(world: World, who: str) -> str:
    return refs.ref("person", world.people[who])


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(enter, world: World, who, language):
    role, company = PEOPLE[who]
    staff, admin = not company, role == "company_admin"
    client = enter(who, language)
    expected = {
        "/organisations/": 200 if staff else 403,
        "/organisations/new/": 200 if role in ("site_director", "lab_operations", "programme") else 403,
        "/organisations/HANBIT/": 200 if staff or company == "HANBIT" else 404,
        "/organisations/HANBIT/edit/": 200 if role in ("site_director", "lab_operations", "programme") else 403,
        "/organisations/HANBIT/invite/": 404 if company == "SAEBOM" else 200 if admin or role in (
            "site_director", "lab_operations") else 403,
        "/organisations/HANBIT/projects/new/": 200 if role in ("site_director", "lab_operations") or (
            admin and company == "HANBIT") else 404 if admin else 403,
        f"/people/{ref(world, 'hana')}/": 200 if staff or company == "HANBIT" else 404,
        "/audit/": 200 if admin or role in ("site_director", "lab_operations", "auditor") else 403,
        "/staff/invite/": 200 if role == "site_director" else 403,
    }
    got = {address: client.get(address).status_code for address in expected}
    assert got == expected


@pytest.mark.parametrize(
    "address", ["/organisations/", "/organisations/HANBIT/", "/audit/", "/audit.csv", "/people/x/"]
)
def test_visitors_are_led_to_sign_in(enter, address):
    assert enter().get(address)["location"] == f"/accounts/login/?next={address}"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_company_sees_its_people_and_no_keys(enter, world: World, language):
    page = enter("hajin", language).get("/organisations/HANBIT/").content.decode()
    assert ("김하나" if language == "ko" else "Hana Kim") in page
    assert "hajin@example.org" in page
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-7", page), "keys are never shown"
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|\son[a-z]+=", page)


def test_a_scientist_sees_no_acts_of_an_admin(enter):
    page = enter("hana").get("/organisations/HANBIT/").content.decode()
    assert "Invite a person" not in page
    assert "/leave/" not in page


def test_a_rivals_page_is_told_like_one_that_does_not_exist(enter):
    client = enter("sujin")
    pages = []
    for code in ("HANBIT", "NOBODY"):
        page = client.get(f"/organisations/{code}/").content.decode().replace(code, "CODE")
        pages.append(re.sub(r'(content|value)="[^"]*"', "", page))
    assert pages[0] == pages[1]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_for_few_and_many(enter, world: World, rows, django_assert_max_num_queries):
    with world.as_("director"):
        for n in range(rows):
            made = core.add_person(email=f"p{n}@example.org", name_ko=f"사람{n}")
            core.grant_role(person=made.id, role="scientist", organisation=world.organisations["HANBIT"])
            core.add_project(organisation=world.organisations["HANBIT"], name_ko=f"과제{n}", name_en="")
            core.invite(email=f"i{n}@example.org", role="scientist", organisation=world.organisations["HANBIT"])
    client = enter("hajin")
    for address in ("/organisations/HANBIT/", "/audit/", f"/people/{ref(world, 'hana')}/"):
        with django_assert_max_num_queries(19):
            client.get(address)


def test_inviting_says_the_same_for_known_and_unknown_addresses(enter, world: World):
    client, said = enter("hajin"), []
    for email in ("sora@example.org", "nobody@example.org"):
        asked = {"email": email, "role": "scientist", "language": "ko"}
        answer = client.post("/organisations/HANBIT/invite/", asked)
        said.append((answer.status_code, answer["location"], client.cookies["messages"].value[:40]))
        client.get("/organisations/HANBIT/")
    assert said[0][:2] == said[1][:2] == (303, "/organisations/HANBIT/")
    page = client.get("/organisations/HANBIT/").content.decode()
    withdraw = re.findall(r'action="(/organisations/HANBIT/invitations/[^"]+)"', page)
    assert len(withdraw) == 2
    assert enter("sujin").post(withdraw[0]).status_code == 404
    assert client.post(withdraw[0]).status_code == 303
    with world.as_("hajin"):
        assert Invitation.objects.filter(withdrawn_at=None).count() == 1


def test_what_is_not_understood_is_said_beside_the_field(enter):
    answer = enter("hajin").post("/organisations/HANBIT/invite/", {"email": "x", "role": "auditor", "language": "ko"})
    assert answer.status_code == 422
    assert answer.content.decode().count("field-error") >= 2


def test_a_leaver(enter, world: World):
    client, address = enter("hajin"), f"/organisations/HANBIT/people/{ref(world, 'hana')}/leave/"
    assert "Every role in the company ends" in client.get(address).content.decode()
    assert client.post(address).status_code == 303
    people = client.get("/organisations/HANBIT/").content.decode().partition("<main")[2].partition("Projects")[0]
    assert "Haeun Park" in people
    assert "Hana Kim" not in people
    assert client.post(address).status_code == 404
    own = f"/organisations/HANBIT/people/{ref(world, 'hajin')}/leave/"
    assert client.post(own).status_code == 409


def test_roles_are_given_and_ended_on_pages(enter, world: World):
    client = enter("hajin")
    asked = {"role": "company_admin", "organisation": "HANBIT", "until": "2027-12-31"}
    assert client.post(f"/people/{ref(world, 'hana')}/roles/", asked).status_code == 303
    with world.as_("hajin"):
        grant = RoleGrant.objects.get(user=world.people["hana"], role="company_admin")
        assert grant.valid.end.isoformat() == "2027-12-31T15:00:00+00:00", "the whole day, in the cluster's zone"
    address = f"/people/{ref(world, 'hana')}/roles/{refs.ref('grant', grant.id)}/end/"
    assert enter("sujin").post(address).status_code == 404
    assert client.post(address, {"next": "/organisations/HANBIT/"})["location"] == "/organisations/HANBIT/"
    staff_role = {"role": "auditor", "organisation": "HANBIT"}
    assert client.post(f"/people/{ref(world, 'hana')}/roles/", staff_role).status_code == 422
    assert client.post(f"/people/{ref(world, 'sora')}/roles/", asked).status_code == 404


def test_projects_on_pages(enter, world: World):
    client = enter("hajin")
    assert client.post("/organisations/HANBIT/projects/new/", {"name_ko": "새 과제", "name_en": ""}).status_code == 303
    edit = "/organisations/HANBIT/projects/PJ-HANBIT/"
    assert client.post(edit, {"name_ko": "바꾼 과제", "name_en": "", "reference": "R1"}).status_code == 303
    assert client.post(edit, {"name_ko": "", "name_en": ""}).status_code == 409
    assert client.post(f"{edit}close/").status_code == 303
    assert enter("sujin").post(f"{edit}close/").status_code == 404
    with world.as_("hajin"):
        assert Project.objects.get(code="PJ-HANBIT").active is False
        assert Project.objects.filter(name_ko="새 과제").exists()


def test_staff_enter_and_edit_organisations(enter, world: World):
    client = enter("programme")
    made = client.post("/organisations/new/", {"name_ko": "누리", "name_en": "", "kind": "institute"})
    edit = f"{made['location']}edit/"
    changed = {"name_ko": "누리랩", "name_en": "Nuri", "kind": "company", "active": "on"}
    assert client.post(edit, changed).status_code == 303
    with world.as_("director"):
        found = Organisation.objects.get(name_en="Nuri")
        assert (found.name_ko, found.kind, found.active) == ("누리랩", "company", True)
    assert "누리랩" in enter("finance", "ko").get("/organisations/?q=누리").content.decode()


def test_an_account_is_closed_on_its_page(enter, world: World):
    client, address = enter("director"), f"/people/{ref(world, 'hana')}/deactivate/"
    assert "sign in with this account" in client.get(address).content.decode()
    assert client.post(address).status_code == 303
    with world.as_("director"):
        assert not User.objects.get(id=world.people["hana"]).is_active
    assert enter("hajin").post(address).status_code == 403


def exported(client, query: str = "") -> list[dict[str, str]]:
    text = client.get(f"/audit.csv{query}").content.decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


def test_the_record_is_exported_as_it_is_seen(enter, world: World):
    with world.as_("sujin"):
        core.add_project(organisation=world.organisations["SAEBOM"], name_ko="비밀 과제", name_en="")
    with world.as_("hajin"):
        core.add_project(organisation=world.organisations["HANBIT"], name_ko="우리 과제", name_en="", reference="=1+1")
        core.edit_project(
            project=Project.objects.get(name_ko="우리 과제").code, name_ko="우리 과제", name_en="", reference="=1+1")
    everything = exported(enter("auditor"))
    own = exported(enter("hajin"))
    assert {row["Organisation"] for row in everything} >= {"Hanbit Bio", "Saebom Therapeutics"}
    assert {row["Organisation"] for row in own} <= {"Hanbit Bio", ""}
    assert own[0]["Operation"] == "core.edit_project"
    assert len(exported(enter("hajin"), "?operation=core.add_project")) == 2
    assert not any(cell.startswith(("=", "+", "@")) for row in everything for cell in row.values())


def test_a_filter_that_cannot_be_understood_is_said(enter):
    page = enter("auditor").get("/audit/?since=yesterday&operation=core.act_for")
    assert page.status_code == 200
    assert "left out" in page.content.decode()


def test_a_rivals_organisation_cannot_be_filtered_for(enter):
    theirs, nobodys = (
        enter("hajin").get(f"/audit/?organisation={code}").content.decode() for code in ("SAEBOM", "NOBODY")
    )
    tidy = [
        re.sub(r'(content|value|href)="[^"]*"', "", page).replace(code, "")
        for page, code in ((theirs, "SAEBOM"), (nobodys, "NOBODY"))
    ]
    assert tidy[0] == tidy[1]
