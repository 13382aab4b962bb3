"""Writes to accounts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.crypto import get_random_string
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from movingcities.accounts.models import Role, User

PASSWORD_LENGTH = 16
ERASED = "former-editor"


class LastAdministrator(ValueError):
    """Nobody could manage accounts any more."""

    def __init__(self) -> None:
        super().__init__("This is the last administrator: make somebody else one first.")


def give_role(
    *,
    user: User,
    role: str,
    countries: Collection[str] = (),
    languages: Collection[str] = (),
    by: User | None,
    at: datetime,
) -> User:
    """Say what somebody does here and for what; the groups that hold permissions follow.

    Raises LastAdministrator, and ValidationError for a role without what it is bound to.
    """
    with transaction.atomic():
        if role != Role.ADMINISTRATOR:
            _keep_an_administrator(user)
        user.role = role
        user.countries = sorted(countries) if role in (Role.RESEARCHER, Role.COUNTRY_EDITOR) else []
        user.languages = sorted(languages) if role == Role.TRANSLATOR else []
        user.is_superuser = role == Role.ADMINISTRATOR
        user.full_clean(validate_unique=False, exclude=["password", "email"])
        user.save()
        user.groups.set(_groups_of(user))
        log(user, "movingcities.give_role", user=by, data={"role": role})
    return user


def make_account(
    *,
    username: str,
    role: str,
    countries: Collection[str] = (),
    languages: Collection[str] = (),
    by: User | None,
    at: datetime,
) -> tuple[User, str]:
    """An account with a password nobody has chosen, which is returned and not kept."""
    password = get_random_string(PASSWORD_LENGTH)
    with transaction.atomic():
        user = User.objects.create_user(username, password=password)
        give_role(user=user, role=role, countries=countries, languages=languages, by=by, at=at)
    return user, password


def erase_account(*, user: User, by: User | None, at: datetime) -> None:
    """Remove what is known of a person; what they did stays, as done by a former editor.

    Raises LastAdministrator.
    """
    with transaction.atomic():
        _keep_an_administrator(user)
        user.username = f"{ERASED}-{user.pk}"
        user.first_name = user.last_name = user.email = ""
        user.role, user.countries, user.languages = "", [], []
        user.is_active = user.is_staff = user.is_superuser = False
        user.last_login = None
        user.set_unusable_password()
        user.save()
        user.groups.clear()
        ModelLogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk)
        ).update(label=user.username)
        for session in Session.objects.all().iterator():
            if session.get_decoded().get(SESSION_KEY) == str(user.pk):
                session.delete()
        log(user, "movingcities.erase_account", user=by)
        for related in ("emailaddress_set", "authenticator_set"):
            if hasattr(user, related):
                getattr(user, related).all().delete()
        for profile in UserProfile.objects.filter(user=user):
            profile.avatar.delete(save=False)
            profile.delete()


def group_name(role: str) -> str:
    """The group whose permissions everybody of a role has."""
    return f"role: {role}"


def translators_group_name(language: str) -> str:
    """The group of those who translate into a language: pages of its tree are theirs."""
    return f"role: {Role.TRANSLATOR} ({language})"


def _groups_of(user: User) -> Sequence[Group]:
    names = [group_name(user.role)] if user.role else []
    names += [translators_group_name(language) for language in user.languages]
    return [Group.objects.get_or_create(name=name)[0] for name in names]


def _keep_an_administrator(user: User) -> None:
    others = User.objects.select_for_update().filter(role=Role.ADMINISTRATOR, is_active=True)
    if user.role == Role.ADMINISTRATOR and user.is_active and not others.exclude(pk=user.pk).exists():
        raise LastAdministrator
