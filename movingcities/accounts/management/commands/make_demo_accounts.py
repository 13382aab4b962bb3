"""Makes an account of each role and prints their passwords, once."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from movingcities.accounts.demo import NotLocal, is_local, make_demo_accounts
from movingcities.accounts.models import User


class Command(BaseCommand):
    """An account of each role, on one's own machine only."""

    help = "Make an account of each role with a random password, printed once; on this machine only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-none", action="store_true", help="do nothing if there is an account, or on the open network"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_none"] and (User.objects.exists() or not is_local()):
            return
        try:
            accounts = make_demo_accounts(at=timezone.now())
        except NotLocal as refusal:
            raise CommandError(str(refusal)) from refusal
        width = max(len(account.username) for account in accounts)
        self.stdout.write("Accounts to try the editorial system with, at /admin/; shown this once:")
        for account in accounts:
            bound = f" ({account.bound_to})" if account.bound_to else ""
            self.stdout.write(f"  {account.username:<{width}}  {account.password}  {account.role}{bound}")
        self.stdout.write(
            "Whoever can publish adds an authenticator app or a passkey at the first sign-in. "
            "Passkeys work at http://localhost, not at http://127.0.0.1."
        )
