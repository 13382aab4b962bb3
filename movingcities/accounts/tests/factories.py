"""The smallest account."""

import factory

from movingcities.accounts.models import User


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda number: f"test-editor-{number}")
