"""Signing in: what it takes, and what keeps others out."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import Permission
from django.contrib.sessions.models import Session
from django.test import Client

from movingcities.accounts.models import Role
from movingcities.accounts.tests.factories import UserFactory, somebody

pytestmark = pytest.mark.django_db

PASSWORD = "seven-harbours-and-a-lighthouse"
LOGIN = "/en/account/login/"


@pytest.fixture
def guarded(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    from django.core.cache import cache

    cache.clear()


def account(role="country_editor", **facts):
    user = somebody(role)
    user.set_password(PASSWORD)
    for name, value in facts.items():
        setattr(user, name, value)
    user.save()
    return user


def sign_in(client, user, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": user.username, "password": password, **more})


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def enrol(user):
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(user, secret)
    return secret


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("role", [role for role in Role.values if role != "researcher"])
def test_nobody_who_can_publish_enters_without_a_second_factor(client, role):
    sign_in(client, account(role))

    response = client.get("/admin/")

    assert response.status_code == 302
    assert response.url == "/en/account/2fa/"


@pytest.mark.usefixtures("guarded")
def test_somebody_enrols_an_app_and_enters(client, monkeypatch):
    # The test's own transaction never ends: what waits for its end is done at once, as in a real request.
    monkeypatch.setattr("django.db.transaction.on_commit", lambda deed: deed())
    sign_in(client, account("administrator"))
    page = client.get("/en/account/2fa/totp/activate/")
    secret = re.search(r'id="authenticator_secret"[^>]*value="(\w+)"', page.content.decode())[1]

    response = client.post("/en/account/2fa/totp/activate/", {"code": code_of(secret)})

    assert "recovery" in response.url
    assert client.get("/admin/").status_code == 200


@pytest.mark.usefixtures("guarded")
def test_whoever_has_a_second_factor_is_asked_for_it_each_time(client):
    user = account("administrator")
    secret = enrol(user)

    first = sign_in(client, user)
    before = client.get("/admin/").status_code
    wrong = client.post("/en/account/2fa/authenticate/", {"code": "000000"})
    client.post("/en/account/2fa/authenticate/", {"code": code_of(secret)})

    assert first.url == "/en/account/2fa/authenticate/"
    assert before == 302
    assert "Incorrect code" in wrong.content.decode()
    assert client.get("/admin/").status_code == 200


@pytest.mark.usefixtures("guarded")
def test_a_recovery_code_works_once(client):
    user = account("administrator")
    enrol(user)
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    (code, *_others) = RecoveryCodes.activate(user).generate_codes()

    def enter():
        own = Client()
        sign_in(own, user)
        own.post("/en/account/2fa/authenticate/", {"code": code})
        return own.get("/admin/").status_code

    assert [enter(), enter()] == [200, 302]


def test_the_page_of_the_editorial_system_for_signing_in_is_closed(client):
    user = account()

    response = client.post("/admin/login/", {"username": user.username, "password": PASSWORD})

    assert response.status_code in (302, 405)
    assert client.get("/admin/").status_code == 302
    assert client.get("/admin/login/").url == LOGIN


def test_nobody_signs_up(client):
    response = client.post(
        "/en/account/signup/",
        {"username": "new", "email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD},
    )

    assert not UserFactory._meta.model.objects.filter(username="new").exists()
    assert response.status_code == 200


@pytest.mark.usefixtures("guarded")
def test_guessing_is_slowed_down(client):
    user = account()

    answers = [sign_in(client, user, "wrong").content.decode() for _attempt in range(8)]
    right = sign_in(client, user)

    assert "Too many failed login attempts. Try again later." in answers[-1]
    assert right.status_code == 200
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    "where", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example/"]
)
def test_signing_in_leads_to_no_other_site(client, where):
    response = sign_in(client, account("researcher"), next=where)

    assert response.url == "/admin/"


@pytest.mark.parametrize("name", ["", "a\x00b", "x" * 100_000, "' or 1=1 --", "<script>alert(1)</script>"])
def test_whatever_is_typed_as_a_name_is_answered_with_the_form(client, name):
    account("researcher")

    response = client.post(LOGIN, {"login": name, "password": PASSWORD})

    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_a_password_of_any_length_is_answered_with_the_form(client):
    user = account("researcher")

    response = client.post(LOGIN, {"login": user.username, "password": "x" * 100_000})

    assert response.status_code == 200


def test_an_idle_session_ends(client, time_machine):
    sign_in(client, account("administrator"))
    assert client.get("/admin/").status_code == 200

    time_machine.move_to(time.time() + 2 * 60 * 60 + 60)

    assert client.get("/admin/").status_code == 302
    assert client.get("/en/account/password/change/").status_code == 302


def test_a_busy_session_ends_too_after_a_working_day(client, time_machine):
    sign_in(client, account("administrator"))
    begun = time.time()

    answers = []
    for hour in range(14):
        time_machine.move_to(begun + hour * 60 * 60)
        answers.append(client.get("/admin/").status_code)

    assert answers[:12] == [200] * 12
    assert answers[13] == 302


@pytest.mark.usefixtures("guarded")
def test_a_session_from_before_the_second_factor_has_to_show_it(client):
    user = account("researcher")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    sign_in(client, user)
    before = client.get("/admin/").status_code

    enrol(user)

    assert before == 200
    assert client.get("/admin/").status_code == 302


def test_an_address_is_known_however_it_is_written(client):
    user = account("researcher", email="anna@example.org")

    response = client.post(LOGIN, {"login": "Anna@Example.org", "password": PASSWORD})

    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_session_does_not_live_longer_than_a_working_day(client):
    sign_in(client, account("researcher"))

    session = Session.objects.get(pk=client.session.session_key)

    assert (session.expire_date.timestamp() - time.time()) <= 12 * 60 * 60
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_signing_in_gives_a_new_session(client):
    client.get(LOGIN)
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key

    sign_in(client, account("researcher"))

    assert client.session.session_key != before


@pytest.mark.parametrize("weak", ["short-one", "administrator", "123456789012345"])
def test_a_weak_password_is_refused(client, weak):
    user = account("researcher")
    sign_in(client, user)

    response = client.post(
        "/en/account/password/change/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
    )

    assert response.status_code == 200
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_readers_get_no_cookie_from_signing_in_being_possible(client):
    response = client.get("/en/places/")

    assert not response.cookies


@pytest.mark.parametrize("language", ["en", "de", "el"])
def test_the_page_for_signing_in_speaks_the_readers_language(client, language):
    page = client.get(f"/{language}/account/login/").content.decode()

    assert f'<html lang="{language}"' in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.django_db
def test_the_form_says_what_it_asks_for_in_the_readers_language(client):
    page = client.get("/de/account/login/").content.decode()

    assert "Benutzername oder E-Mail-Adresse" in page
    assert "placeholder" not in page
