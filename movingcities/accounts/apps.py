from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """The people who edit: accounts, groups and, later, verified roles."""

    name = "movingcities.accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added

        from movingcities.accounts.middleware import note_added_factor

        authenticator_added.connect(note_added_factor, dispatch_uid="note_added_factor")


class EditorsConfig(WagtailUsersAppConfig):
    """Wagtail's pages of accounts, with roles in place of groups."""

    user_viewset = "movingcities.accounts.views.UserViewSet"
