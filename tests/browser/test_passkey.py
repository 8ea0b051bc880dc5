"""A passkey from making it to signing in with it, under the site's content security policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visiting import violations
from tests.world import PASSWORD

pytestmark = pytest.mark.slow
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}


@pytest.fixture
def visitor(server: str, browser: Browser) -> Iterator[Page]:
    """A visitor's page with a device that keeps passkeys. They belong to names: localhost, not 127.0.0.1."""
    context = browser.new_context(base_url=server.replace("127.0.0.1", "localhost"), locale="en-GB")
    page = context.new_page()
    page.errors = []  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.errors.append(str(error)))  # type: ignore[attr-defined]
    page.on("console", lambda said: said.type == "error" and page.errors.append(said.text))  # type: ignore[attr-defined]
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.goto("/accounts/login/")
    yield page
    context.close()


def test_a_passkey_is_made_and_signs_in(visitor: Page):
    page = visitor
    page.fill('input[name="login"]', "hana@example.org")
    page.fill('input[name="password"]', PASSWORD)
    page.press('input[name="password"]', "Enter")
    page.wait_for_url(lambda address: not address.endswith("/login/"))
    page.goto("/accounts/2fa/webauthn/add/")
    page.fill('input[name="password"]', PASSWORD)
    page.press('input[name="password"]', "Enter")
    page.fill('input[name="name"]', "My laptop")
    page.check('input[name="passwordless"]')
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda address: not address.endswith("/add/"))
    page.goto("/accounts/2fa/webauthn/")
    assert "My laptop" in page.inner_text("main")
    for name in ("edit", "remove"):
        page.goto("/accounts/2fa/webauthn/")
        page.locator(f'main a[href$="/{name}/"]').click()
        assert violations(page) == []
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.click("#passkey_login")
    page.wait_for_url(lambda address: not address.endswith("/login/"))
    page.goto("/me/")
    assert "hana@example.org" in page.inner_text("main")
    assert page.errors == []  # type: ignore[attr-defined]


def test_a_device_that_knows_no_passkey_is_said_on_the_page(visitor: Page):
    visitor.click("#passkey_login")
    visitor.wait_for_selector("#passkey_failed:visible")
    assert visitor.errors == []  # type: ignore[attr-defined]
