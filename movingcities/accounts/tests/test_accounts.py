"""Accounts of editors."""

import pytest
from django.contrib.auth import get_user_model

from movingcities.accounts.models import User
from movingcities.accounts.tests.factories import UserFactory


def test_our_own_account_is_the_one_in_use():
    assert get_user_model() is User


@pytest.mark.django_db
def test_a_new_account_may_not_enter_the_editorial_system(client):
    client.force_login(UserFactory())

    response = client.get("/admin/")

    assert response.status_code == 302


@pytest.mark.django_db
def test_the_way_from_ones_account_to_ones_second_factors(client):
    client.force_login(UserFactory(is_superuser=True, role="administrator"))

    page = client.get("/admin/account/").content.decode()

    assert 'href="/en/account/2fa/"' in page
    assert "recovery codes" in page
