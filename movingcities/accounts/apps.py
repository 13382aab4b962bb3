from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """The people who edit: accounts, groups and, later, verified roles."""

    name = "movingcities.accounts"
    verbose_name = "Accounts"


class EditorsConfig(WagtailUsersAppConfig):
    """Wagtail's pages of accounts, with roles in place of groups."""

    user_viewset = "movingcities.accounts.views.UserViewSet"
