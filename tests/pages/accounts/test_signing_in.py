"""Signing in: password, second step, recovery, passkey to the point where the device is asked, and closed doors."""

import json
import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from squaremile.core import mailing
from squaremile.core.models import Mail, User
from squaremile.kernel.scope import scope, system
from tests.world import PASSWORD, World

LOGIN = "/accounts/login/"
HANA = {"login": "hana@example.org", "password": PASSWORD}


def forget_attempts() -> None:
    """Only the sign-in scope reaches the counters."""
    with scope(system("auth")):
        cache.clear()


PERIOD_SECONDS, LONGEST_ANSWER_SECONDS = 30, 10


def totp(secret: str) -> str:
    """The code of now, once it has long enough to live: on a slow machine it could end on its way to the page."""
    left = PERIOD_SECONDS - time.time() % PERIOD_SECONDS
    if left < LONGEST_ANSWER_SECONDS:
        time.sleep(left)
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD_SECONDS))


def signed_in(client: Client) -> bool:
    return client.get("/me/").status_code == 200


def test_the_password_opens_and_her_language_follows(enter, world: World):
    with world.as_("hana"):
        User.objects.filter(id=world.people["hana"]).update(language="en")
    client = enter(language="ko")
    answer = client.post(LOGIN, HANA)
    assert (answer.status_code, answer["location"]) == (302, "/")
    assert answer.cookies["django_language"].value == "en"
    assert signed_in(client)


def test_a_wrong_password_and_an_unknown_address_are_told_alike(enter):
    answers = []
    for asked in (HANA | {"password": "wrong-password-1"}, HANA | {"login": "nobody@example.org"}):
        forget_attempts()
        page = enter().post(LOGIN, asked).content.decode()
        page = page.replace(asked["login"], "ADDRESS")
        answers.append(re.sub(r'value="[^"]{40,}"|content="[^"]{40,}"|nonce="[^"]*"', "", page))
    assert answers[0] == answers[1]
    assert "field-error" in answers[0] or "refusal" in answers[0]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    "address", [LOGIN, "/accounts/password/reset/", "/accounts/password/reset/done/", "/accounts/signup/"]
)
def test_the_pages_wear_the_products_look_and_run_nothing_inline(enter, language, address):
    answer = enter(language=language).get(address)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="bar-mark"' in page
    assert f'lang="{language}"' in page
    inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|\son[a-z]+=", page)
    assert inline == []
    assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_sign_up_is_closed(enter, world: World):
    asked = {"email": "x@example.org", "password1": PASSWORD, "password2": PASSWORD}
    assert "By invitation" in enter().post("/accounts/signup/", asked).content.decode()
    with scope(system("auth")):
        assert not User.objects.filter(email="x@example.org").exists()


@pytest.mark.parametrize("address", ["/accounts/email/", "/accounts/confirm-email/abc/"])
def test_nobody_claims_another_address(enter, world: World, address):
    client = enter("hana")
    assert client.get(address).status_code == 404
    assert client.post(address, {"action_add": "", "email": "sora@example.org"}).status_code == 404


def test_a_new_password_by_mail(enter, world: World):
    client = enter(language="en")
    answer = client.post("/accounts/password/reset/", {"email": "hana@example.org"})
    assert answer["location"] == "/accounts/password/reset/done/"
    with scope(system("worker")):
        mail = Mail.objects.get(to="hana@example.org")
    assert mail.subject == "전북 바이오 클러스터 새 비밀번호", "in the reader's language"
    link = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", mail.body)[1]
    form = client.get(link, follow=True)
    new = "another-long-password"
    client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert enter().post(LOGIN, HANA | {"password": new}).status_code == 302
    assert enter().post(LOGIN, HANA).status_code == 200
    mailing.send()
    with scope(system("worker")):
        assert Mail.objects.get(id=mail.id).body == "", "the link is forgotten once it is sent"


def test_a_reset_for_an_unknown_address_answers_the_same_and_mails_nobody(enter):
    answer = enter().post("/accounts/password/reset/", {"email": "nobody@example.org"})
    assert answer["location"] == "/accounts/password/reset/done/"
    with scope(system("worker")):
        assert Mail.objects.filter(to="nobody@example.org").count() == 0


def trusted(enter) -> Client:
    """Hana has signed in, and just given her password once more."""
    client = enter()
    client.post(LOGIN, HANA)
    assert client.post("/accounts/reauthenticate/", {"password": PASSWORD}).status_code == 302
    return client


@pytest.fixture
def two_steps(enter, world: World):
    """Hana has switched the authenticator app on."""
    client = trusted(enter)
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    assert "data:image/svg+xml" in page
    secret = re.search(r'data-copy-text-value="([A-Z2-7]{16,})"', page)[1]
    assert client.post("/accounts/2fa/totp/activate/", {"code": "000000"}).status_code == 200
    answer = client.post("/accounts/2fa/totp/activate/", {"code": totp(secret)})
    assert answer.status_code == 302
    return client, secret


def test_a_second_step_is_asked_and_opens(two_steps, enter):
    forget_attempts()  # each code opens once: the library remembers used ones there
    client = enter()
    answer = client.post(LOGIN, HANA)
    assert answer["location"].startswith("/accounts/2fa/authenticate/")
    assert not signed_in(client), "the password alone opens nothing"
    page = client.get("/accounts/2fa/authenticate/").content.decode()
    assert "Second step" in page
    assert client.post("/accounts/2fa/authenticate/", {"code": "123456"}).status_code == 200
    assert client.post("/accounts/2fa/authenticate/", {"code": totp(two_steps[1])}).status_code == 302
    assert signed_in(client)


def test_a_recovery_code_opens_once(two_steps, enter):
    first, _ = two_steps
    codes = first.get("/accounts/2fa/recovery-codes/download/").content.decode().split()
    code = next(c for c in codes if re.fullmatch(r"[0-9a-f]{8}", c))
    for status in (302, 200):
        forget_attempts()
        client = enter()
        client.post(LOGIN, HANA)
        assert client.post("/accounts/2fa/authenticate/", {"code": code}).status_code == status


def test_the_second_step_is_managed_on_one_page(two_steps):
    client, _ = two_steps
    for address in ("/accounts/2fa/", "/accounts/2fa/webauthn/", "/accounts/2fa/recovery-codes/",
                    "/accounts/2fa/recovery-codes/generate/", "/accounts/2fa/totp/deactivate/",
                    "/accounts/password/change/", "/accounts/3rdparty/"):
        answer = client.get(address)
        assert (answer.status_code, 'class="bar-mark"' in answer.content.decode()) == (200, True), address


def test_a_passkey_can_be_made_up_to_the_device(enter, world: World):
    client = trusted(enter)
    page = client.get("/accounts/2fa/webauthn/add/").content.decode()
    asked = json.loads(re.search(r'id="js_data" type="application/json">(.*?)</script>', page)[1])
    options = asked["creation_options"]["publicKey"]
    assert options["user"]["name"] == "hana@example.org"
    assert options["challenge"]
    assert str(world.people["hana"]) not in page


def test_signing_in_with_a_passkey_begins_with_a_challenge(enter):
    answer = enter().get("/accounts/2fa/webauthn/login/", headers={"accept": "application/json"})
    assert answer.json()["request_options"]["publicKey"]["challenge"]


def test_changes_of_security_ask_for_the_password_again(enter, world: World):
    """An open session that somebody else sits at cannot take the account over."""
    client = enter("hana")
    for address in ("totp/activate/", "webauthn/add/", "recovery-codes/generate/"):
        answer = client.get(f"/accounts/2fa/{address}")
        assert answer["location"].startswith("/accounts/reauthenticate/")
    assert "Is it you?" in client.get(answer["location"]).content.decode()


def test_signing_out(enter):
    client = enter("hana")
    client.post("/accounts/logout/")
    assert not signed_in(client)


def test_a_closed_account_cannot_sign_in_and_its_session_ends(enter, world: World):
    from squaremile.core import operations as core

    client = enter("hana")
    assert signed_in(client)
    with world.as_("director"):
        core.deactivate_person(person=world.people["hana"])
    assert not signed_in(client)
    answer = enter().post(LOGIN, HANA)
    assert answer.status_code == 200 or answer["location"] == "/accounts/inactive/"


def test_a_provider_is_matched_by_verified_addresses_alone(world: World, rf, settings):
    from allauth.account.models import EmailAddress
    from allauth.socialaccount.models import SocialAccount, SocialLogin
    from django.contrib.auth.models import AnonymousUser

    from squaremile.web.pages.accounts.adapter import SocialAccountAdapter

    app = {"provider_id": "uni", "name": "University", "client_id": "x", "secret": "y",
           "settings": {"server_url": "https://id.example.org"}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}

    def came(email: str, verified: bool) -> SocialLogin:
        request = rf.get("/accounts/oidc/uni/login/callback/")
        request.user, request.session = AnonymousUser(), {}
        login = SocialLogin(
            user=User(), account=SocialAccount(provider="uni", uid=email),
            email_addresses=[EmailAddress(email=email, verified=verified)],
        )
        login._connect_notify = False
        with scope(system("auth")):
            SocialAccountAdapter(request).pre_social_login(request, login)
        return login

    assert came("hana@example.org", verified=True).user.pk == world.people["hana"]
    assert came("sora@example.org", verified=False).account.pk is None
    assert came("nobody@example.org", verified=True).account.pk is None


def wrong(client: Client, **more) -> int:
    return client.post(LOGIN, HANA | {"password": "wrong-password-1"}, **more).status_code


def test_attempts_are_counted_in_the_database_for_all_processes_alike(enter, world: World):
    """Five wrong passwords for one address in five minutes, whichever process hears them."""
    from django.core.cache import caches
    from django.core.cache.backends.db import DatabaseCache

    answers = []
    for _ in range(7):
        # A process that has just started remembers nothing of its own.
        del caches["default"]
        answers.append("Too many" in enter().post(LOGIN, HANA | {"password": "wrong-password-1"}).content.decode())
    assert isinstance(caches["default"], DatabaseCache)
    assert answers == [False] * 5 + [True] * 2
    assert "location" not in enter().post(LOGIN, HANA).headers, "not even with the right one now"


def test_the_counters_are_open_to_the_sign_in_scope_alone(enter, world: World):
    from django.db import connection

    wrong(enter())
    counts = {}
    scopes = {"auth": system("auth"), "worker": system("worker"), "hana": world.person("hana"),
              "director": world.person("director")}
    for name, asking in scopes.items():
        with scope(asking), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) > 0 FROM core_cache")
            counts[name] = cursor.fetchone()[0]
    assert counts == {"auth": True, "worker": False, "hana": False, "director": False}


@pytest.mark.parametrize(
    ("proxies", "sent", "counted"),
    [
        (0, "203.0.113.7", "192.0.2.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "198.51.100.9, 203.0.113.7", "203.0.113.7"),
        (2, "203.0.113.7, 10.0.0.2", "203.0.113.7"),
    ],
)
def test_whose_address_an_attempt_is_counted_under(rf, settings, proxies, sent, counted):
    """What a client writes into the header itself is never believed."""
    from squaremile.web.pages.accounts.adapter import AccountAdapter

    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = rf.post(LOGIN, headers={"x-forwarded-for": sent}, REMOTE_ADDR="192.0.2.1")
    assert AccountAdapter(request).get_client_ip(request) == counted
