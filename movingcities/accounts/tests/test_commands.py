"""Commands on accounts."""

import re

import pytest
from django.core.management import CommandError, call_command

from movingcities.accounts.models import Role, User
from movingcities.accounts.tests.factories import UserFactory, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def _local(settings):
    settings.SITE_URL = "http://127.0.0.1:8000"


@pytest.mark.usefixtures("_local")
def test_an_account_of_each_role_is_made_and_its_password_printed_once(capsys):
    call_command("make_demo_accounts", "--if-none")
    printed = dict(re.findall(r"^  (demo-[a-z-]+)\s+(\w{16})", capsys.readouterr().out, re.MULTILINE))

    call_command("make_demo_accounts", "--if-none")

    assert set(User.objects.values_list("role", flat=True)) == set(Role.values)
    assert all(User.objects.get(username=name).check_password(password) for name, password in printed.items())
    assert len(set(printed.values())) == len(Role.values)
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("_local")
def test_making_them_again_replaces_the_passwords(capsys):
    call_command("make_demo_accounts")
    before = set(User.objects.values_list("password", flat=True))

    call_command("make_demo_accounts")

    assert not before & set(User.objects.values_list("password", flat=True))


def test_none_is_made_on_the_open_network(settings, capsys):
    settings.SITE_URL = "https://movingcities.example"

    call_command("make_demo_accounts", "--if-none")
    with pytest.raises(CommandError, match="and localhost only"):
        call_command("make_demo_accounts")

    assert not User.objects.exists()
    assert capsys.readouterr().out == ""


def test_a_person_is_erased_by_command():
    somebody("administrator")
    UserFactory(username="anna", first_name="Anna")

    call_command("erase_account", "anna")

    assert not User.objects.filter(username="anna").exists()
    assert User.objects.filter(username__startswith="former-editor").exists()


def test_erasing_nobody_and_the_last_administrator_is_refused():
    only = somebody("administrator")

    with pytest.raises(CommandError, match="There is no account"):
        call_command("erase_account", "nobody")
    with pytest.raises(CommandError, match="last administrator"):
        call_command("erase_account", only.username)
