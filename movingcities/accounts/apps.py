from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The people who edit: accounts, groups and, later, verified roles."""

    name = "movingcities.accounts"
    verbose_name = "Accounts"
