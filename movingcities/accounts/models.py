"""The account of a person who edits; readers have none."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An editor, researcher or administrator; Django's own fields are enough for now."""
