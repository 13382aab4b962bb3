"""Accounts in the editorial system."""

import pytest

from movingcities.accounts.models import User
from movingcities.accounts.tests.factories import somebody

pytestmark = pytest.mark.django_db

FORM = {
    "username": "anna",
    "email": "anna@example.org",
    "first_name": "Anna",
    "last_name": "Test",
    "password1": "seven-harbours-and-a-lighthouse",
    "password2": "seven-harbours-and-a-lighthouse",
    "role": "researcher",
    "countries": ["DE", "GR"],
}


@pytest.fixture
def editors(client):
    client.force_login(somebody("administrator"))
    return client


def test_an_account_is_made_with_a_role_for_countries(editors):
    response = editors.post("/admin/users/new/", FORM)

    user = User.objects.get(username="anna")
    assert response.status_code == 302
    assert (user.role, user.countries) == ("researcher", ["DE", "GR"])
    assert [group.name for group in user.groups.all()] == ["role: researcher"]


def test_the_form_asks_for_a_role_and_not_for_groups(editors):
    page = editors.get("/admin/users/new/").content.decode()

    assert 'name="role"' in page
    assert 'name="groups"' not in page
    assert 'name="is_superuser"' not in page
    assert "Greece" in page


def test_a_role_without_countries_is_refused_and_what_was_typed_stays(editors):
    page = editors.post("/admin/users/new/", {**FORM, "countries": []}).content.decode()

    assert "Choose at least one country for this role." in page
    assert "anna@example.org" in page
    assert not User.objects.filter(username="anna").exists()


def test_the_last_administrator_cannot_become_anything_else(editors):
    only = User.objects.get(role="administrator")
    form = {**FORM, "username": only.username, "is_active": "on", "password1": "", "password2": ""}

    page = editors.post(f"/admin/users/edit/{only.pk}/", form).content.decode()

    assert "This is the last administrator" in page
    assert User.objects.get(pk=only.pk).role == "administrator"


def test_deleting_an_account_erases_the_person_and_keeps_the_history(editors):
    user = somebody("researcher")

    editors.post(f"/admin/users/delete/{user.pk}/")

    assert User.objects.get(pk=user.pk).username == f"former-editor-{user.pk}"


@pytest.mark.parametrize("role", ["researcher", "country_editor", "translator", "managing_editor"])
def test_only_administrators_see_accounts(client, role):
    client.force_login(somebody(role))

    assert client.get("/admin/users/").status_code == 302


def test_accounts_are_not_changed_in_bulk(editors):
    user = somebody("researcher")

    response = editors.post(f"/admin/bulk/accounts/user/delete/?id={user.pk}")

    assert response.status_code in (302, 403)
    assert User.objects.get(pk=user.pk).role == "researcher"
