"""Who may translate into which language."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from movingcities.accounts.models import User


def may_translate(user: AbstractBaseUser | AnonymousUser, language: str) -> bool:
    """Whether a person may translate, check and publish texts in a language."""
    return isinstance(user, User) and user.is_active and user.translates(language)
