"""An account of each role, to try the editorial system on one's own machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from movingcities.accounts.actions import make_account
from movingcities.accounts.models import Role, User

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
PREFIX = "demo-"

_BOUND_TO: Mapping[str, Mapping[str, Sequence[str]]] = {
    Role.RESEARCHER: {"countries": ["DE"]},
    Role.COUNTRY_EDITOR: {"countries": ["DE"]},
    Role.TRANSLATOR: {"languages": ["el"]},
}


class NotLocal(ValueError):
    """Accounts whose passwords stand on a screen do not belong on the open network."""

    def __init__(self) -> None:
        super().__init__(
            f"SITE_URL is {settings.SITE_URL}: demo accounts are made on 127.0.0.1 and localhost only."
        )


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """What is printed once of an account, and kept nowhere."""

    username: str
    password: str
    role: str
    bound_to: str


def _name(role: Role) -> str:
    return PREFIX + role.value.replace("_", "-")


def is_local() -> bool:
    """Whether the site is reached from this machine only."""
    return urlsplit(settings.SITE_URL).hostname in LOCAL_HOSTS


def make_demo_accounts(*, at: datetime) -> list[DemoAccount]:
    """An account of each role with a new random password; those of before are replaced. Raises NotLocal."""
    if not is_local():
        raise NotLocal
    made = []
    with transaction.atomic():
        names = [_name(role) for role in Role]
        User.objects.filter(username__in=names).delete()
        for role in Role:
            bound = _BOUND_TO.get(role, {})
            username = _name(role)
            _user, password = make_account(username=username, role=role, **bound, by=None, at=at)
            codes = ", ".join(code for listed in bound.values() for code in listed)
            made.append(DemoAccount(username, password, str(role.label), codes))
    return made
