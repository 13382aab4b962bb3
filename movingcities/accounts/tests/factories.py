"""The smallest account, and one of each role."""

import factory
from django.utils import timezone

from movingcities.accounts.actions import give_role
from movingcities.accounts.models import Role, User


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda number: f"test-editor-{number}")


def somebody(role, *, countries=("DE",), languages=("el",)):
    """An account of a role, with the groups that come with it."""
    return give_role(
        user=UserFactory(),
        role=Role(role),
        countries=countries,
        languages=languages,
        by=None,
        at=timezone.now(),
    )
