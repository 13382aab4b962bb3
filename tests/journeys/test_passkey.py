"""Signing in with a passkey: added once, then no password is asked for."""

import re

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.journeys.newsroom import PASSWORD

pytestmark = pytest.mark.browser

# A device with a fingerprint reader, whose owner always agrees.
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(browser: Browser, newsroom: str):
    """A visitor on a device that keeps passkeys; browsers give them to this machine by its name only."""
    context = browser.new_context(base_url=newsroom.replace("127.0.0.1", "localhost"))
    page = context.new_page()
    device: CDPSession = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield page
    context.close()


def test_whoever_added_a_passkey_signs_in_without_a_password(page: Page):
    page.goto("/en/account/login/")
    page.get_by_label("User name or e-mail address").fill("researcher")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(re.compile(r"/admin/$"))

    page.goto("/en/account/2fa/webauthn/add/")
    page.get_by_label(re.compile("passwordless", re.I)).check()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page).to_have_url(re.compile(r"/account/2fa/(webauthn|recovery-codes)/"))
    page.context.clear_cookies()

    page.goto("/en/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(re.compile(r"/admin/$"))
