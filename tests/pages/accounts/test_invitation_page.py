"""The page behind an invitation's link."""

import re

import pytest

from squaremile.core import operations as core
from squaremile.core.models import Mail, RoleGrant
from squaremile.kernel.scope import scope, system
from tests.world import PASSWORD, World

NEW = {"name_ko": "신입", "name_en": "", "language": "ko", "password": PASSWORD}


@pytest.fixture
def link(world: World):
    def made(email: str) -> str:
        with world.as_("hajin"):
            core.invite(email=email, role="company_admin", organisation=world.organisations["HANBIT"])
        with scope(system("worker")):
            body = Mail.objects.latest("id").body
        return re.search(r"/invitation/\S+", body)[0]

    return made


def test_a_new_person_begins_and_is_signed_in(enter, link, world: World):
    client, address = enter(language="en"), link("new@example.org")
    page = client.get(address)
    assert "Hanbit Bio invites you" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    answer = client.post(address, NEW)
    assert (answer.status_code, answer["location"]) == (303, "/")
    assert answer.cookies["django_language"].value == "ko"
    assert client.get("/organisations/HANBIT/").status_code == 200
    assert client.get("/organisations/SAEBOM/").status_code == 404
    assert enter().get(address).status_code == 409


def test_a_weak_password_is_explained_beside_the_field(enter, link):
    answer = enter().post(link("new@example.org"), NEW | {"password": "short"})
    assert answer.status_code == 422
    assert "at least 10 characters" in answer.content.decode()


def test_one_with_an_account_signs_in_and_accepts(enter, link, world: World):
    address = link("sora@example.org")
    page = enter().get(address).content.decode()
    assert f"/accounts/login/?next={address}" in page
    client = enter("sora")
    assert "You are signed in" in client.get(address).content.decode()
    assert client.post(address).status_code == 303
    with world.as_("hajin"):
        assert RoleGrant.objects.filter(user=world.people["sora"], role="company_admin").exists()


def test_another_person_is_refused(enter, link):
    answer = enter("haeun").post(link("new@example.org"), NEW)
    assert answer.status_code == 409
    assert "access.invitation_other_address" in answer.content.decode()


def test_a_made_up_link_says_no_more_than_a_spent_one(enter):
    answer = enter().get("/invitation/made-up/")
    assert answer.status_code == 409
    assert "access.invitation_spent" in answer.content.decode()


def test_a_session_whose_password_changed_accepts_nothing(enter, link, world: World):
    """The session's own proof is asked here too, not only on pages behind sign-in."""
    client, address = enter("sora"), link("sora@example.org")
    with scope(system("auth")):
        from squaremile.core.models import User

        sora = User.objects.get(id=world.people["sora"])
        sora.set_password("changed-elsewhere-1")
        sora.save()
    assert client.post(address).status_code == 302
    with world.as_("hajin"):
        assert not RoleGrant.objects.filter(user=world.people["sora"], role="company_admin").exists()
