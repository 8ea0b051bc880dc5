"""Who may come in, and with what."""

import pytest
from django.test import Client

from squaremile.core.models import User
from squaremile.kernel.scope import Scope, scope
from tests.api.conftest import Caller, give_token

SLOT = {"equipment": "CONFOCAL", "start": "2027-03-01T10:00:00+09:00", "end": "2027-03-01T11:00:00+09:00"}


def test_me(calling):
    assert calling("hana")("GET", "/me").json() == {
        "email": "hana@example.org", "name_ko": "김하나", "name_en": "Hana Kim", "language": "ko",
        "abilities": ["read", "write"], "roles": [{"role": "scientist", "organisation": "HANBIT"}],
    }


def test_staff_have_roles_without_a_company(calling):
    assert calling("operator")("GET", "/me").json()["roles"] == [{"role": "lab_operations", "organisation": None}]


@pytest.mark.parametrize("path", ["/me", "/reservations"])
def test_without_a_token_nobody_enters(calling, path):
    said = calling(None)("GET" if path == "/me" else "POST", path)
    assert said.status_code == 401
    assert said["WWW-Authenticate"] == 'Bearer realm="squaremile"'
    assert said.json()["code"] == "access.token_invalid"


def test_a_wrong_token_is_named_so(world):
    said = Caller("sm_never_given")("GET", "/me")
    assert said.status_code == 401
    assert said["WWW-Authenticate"] == 'Bearer realm="squaremile", error="invalid_token"'


def test_a_feed_token_opens_no_api(world):
    assert Caller(give_token(world, "hana", purpose="feed"))("GET", "/me").status_code == 401


def test_a_reading_token_changes_nothing(calling):
    said = calling("hana", "read")("POST", "/reservations", SLOT)
    assert said.status_code == 403
    assert said.json()["code"] == "access.read_only"


def test_a_writing_token_reads_nothing(calling):
    writer = calling("hana", "write")
    assert writer("GET", "/me").status_code == 403
    assert writer("POST", "/reservations", SLOT).status_code == 201


def test_every_answer_can_be_quoted(calling):
    first, second = calling("hana")("GET", "/me"), calling(None)("GET", "/me")
    assert first["X-Request-Id"].startswith("RQ-")
    assert first["X-Request-Id"] != second["X-Request-Id"]
    assert first["Server-Timing"].startswith("app;dur=")


def test_pages_can_be_quoted_too(world, client):
    said = client.get("/accounts/login/")
    assert said["X-Request-Id"].startswith("RQ-")
    assert "app;dur=" in said["Server-Timing"]


def test_a_signed_in_browser_without_a_token_is_nobody(world):
    """No endpoint can come to depend on a session, so no page of another site can use one (CSRF)."""
    browser = Client()
    with scope(Scope(system="auth")):
        browser.force_login(User.objects.get(pk=world.people["hana"]))
    assert browser.get("/api/v1/me").status_code == 401
    assert browser.post("/api/v1/reservations", SLOT, content_type="application/json").status_code == 401


@pytest.mark.parametrize(("method", "path"), [("GET", "/me"), ("POST", "/reservations"), ("GET", "/nothing")])
def test_answers_are_data_that_runs_nothing_and_leave_no_cookie(calling, method, path):
    said = calling("hana")(method, path)
    assert said["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert said["X-Content-Type-Options"] == "nosniff"
    assert not said.cookies
