"""Removes what is known of a person who edited here."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from movingcities.accounts.actions import LastAdministrator, erase_account
from movingcities.accounts.models import User


class Command(BaseCommand):
    """Name, mail, second factors and rights of an account go; what it did stays, without a name."""

    help = "Erase the person behind an account; what was done with it stays in the history, without a name."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is no account “{options['username']}”.")
        try:
            erase_account(user=user, by=None, at=timezone.now())
        except LastAdministrator as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("Erased.")
