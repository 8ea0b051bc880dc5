"""A passkey from making it to signing in with it, under the site's content security policy."""

import pytest

from tests.world import PASSWORD

pytestmark = pytest.mark.slow


def test_a_passkey_is_made_and_signs_in(enter):
    page = enter("hana", language="en")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }})
    page.goto("/accounts/2fa/webauthn/add/")
    page.fill('input[name="password"]', PASSWORD)
    page.press('input[name="password"]', "Enter")
    page.fill('input[name="name"]', "My laptop")
    page.check('input[name="passwordless"]')
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda address: not address.endswith("/add/"))
    page.goto("/accounts/2fa/webauthn/")
    assert "My laptop" in page.inner_text("main")
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.click("#passkey_login")
    page.wait_for_url("**/")
    page.goto("/me/")
    assert "hana@example.org" in page.inner_text("main")
    assert page.errors == []


def test_a_device_that_knows_no_passkey_is_said_on_the_page(enter):
    page = enter("", language="en")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }})
    page.goto("/accounts/login/")
    page.click("#passkey_login")
    page.wait_for_selector("#passkey_failed:visible")
    assert "was not used" in page.inner_text("#passkey_failed")
