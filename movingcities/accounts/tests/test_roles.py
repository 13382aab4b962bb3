"""What a role lets somebody do, and how somebody gets one."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from movingcities.accounts.actions import LastAdministrator, erase_account, give_role, make_account
from movingcities.accounts.models import Role, User
from movingcities.accounts.tests.factories import UserFactory, somebody

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "own", "others", "nowhere"),
    [
        ("researcher", True, False, False),
        ("country_editor", True, False, False),
        ("translator", False, False, False),
        ("managing_editor", True, True, True),
        ("administrator", True, True, True),
    ],
)
def test_who_writes_about_which_country(role, own, others, nowhere):
    user = somebody(role, countries=["DE"])

    answers = [user.is_responsible_for(codes) for codes in (["DE", "FR"], ["FR"], [])]

    assert answers == [own, others, nowhere]


@pytest.mark.parametrize(
    ("role", "own", "other"),
    [
        ("researcher", False, False),
        ("country_editor", False, False),
        ("translator", True, False),
        ("managing_editor", True, True),
        ("administrator", True, True),
    ],
)
def test_who_translates_into_which_language(role, own, other):
    user = somebody(role, languages=["el"])

    assert [user.translates("el"), user.translates("de")] == [own, other]


def test_everybody_who_can_publish_needs_a_second_factor():
    needing = {role for role in Role.values if somebody(role).needs_second_factor}

    assert needing == set(Role.values) - {"researcher"}


def test_an_account_without_a_role_may_nothing():
    user = UserFactory()

    assert not user.may_publish
    assert not user.is_responsible_for(["DE"])
    assert not user.translates("el")


@pytest.mark.parametrize(
    ("role", "bound", "field"),
    [
        ("researcher", {"countries": []}, "countries"),
        ("country_editor", {"countries": ["XX"]}, "countries"),
        ("translator", {"languages": []}, "languages"),
        ("translator", {"languages": ["tlh"]}, "languages"),
        ("emperor", {}, "role"),
    ],
)
def test_a_role_without_what_it_is_bound_to_is_refused(role, bound, field):
    with pytest.raises(ValidationError) as error:
        give_role(user=UserFactory(), role=role, **bound, by=None, at=timezone.now())

    assert field in error.value.message_dict


def test_the_groups_follow_the_role():
    user = somebody("translator", languages=["el", "de"])
    before = set(user.groups.values_list("name", flat=True))

    give_role(user=user, role="researcher", countries=["DE"], by=None, at=timezone.now())

    assert before == {"role: translator", "role: translator (de)", "role: translator (el)"}
    assert set(user.groups.values_list("name", flat=True)) == {"role: researcher"}
    assert user.languages == []


def test_the_last_administrator_stays_one():
    only = somebody("administrator")

    with pytest.raises(LastAdministrator):
        give_role(user=only, role="researcher", countries=["DE"], by=only, at=timezone.now())
    with pytest.raises(LastAdministrator):
        erase_account(user=only, by=only, at=timezone.now())

    assert User.objects.get(pk=only.pk).is_superuser


def test_the_first_account_of_the_command_line_is_an_administrators():
    assert User.objects.create_superuser("first", password="x").role == Role.ADMINISTRATOR


def test_a_made_account_has_a_password_that_is_not_kept():
    user, password = make_account(
        username="anna", role="researcher", countries=["DE"], by=None, at=timezone.now()
    )

    assert user.check_password(password)
    assert len(password) == 16
    assert password not in str(User.objects.values().get(pk=user.pk))


def test_an_erased_account_leaves_no_person_behind():
    user = somebody("country_editor")
    user.username, user.first_name, user.email = "anna-a", "Anna", "anna@example.org"
    user.save()
    UserProfile.get_for_user(user)
    give_role(user=user, role="researcher", countries=["DE"], by=None, at=timezone.now())

    erase_account(user=user, by=None, at=timezone.now())

    left = str(User.objects.values().get(pk=user.pk))
    assert "Anna" not in left
    assert "anna@" not in left
    assert not User.objects.get(pk=user.pk).is_active
    assert not user.groups.exists()
    assert not ModelLogEntry.objects.filter(label__contains="anna").exists()
    assert not UserProfile.objects.filter(user=user).exists()
