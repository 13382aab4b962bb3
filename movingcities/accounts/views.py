"""Accounts in the editorial system."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.users.views.users import CreateView, DeleteView, EditView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from movingcities.accounts.actions import erase_account
from movingcities.accounts.forms import AccountCreationForm, AccountForm, RoleFields


class _NamesTheEditor:
    def get_form(self, *args: Any, **kwargs: Any) -> RoleFields:
        form: RoleFields = super().get_form(*args, **kwargs)  # type: ignore[misc]
        form.editor = self.request.user  # type: ignore[attr-defined]
        return form


class CreateAccountView(_NamesTheEditor, CreateView):
    """The form of a new account."""


class EditAccountView(_NamesTheEditor, EditView):
    """The form of an account."""


class EraseAccountView(DeleteView):
    """Deleting an account erases the person; the history keeps what was done."""

    def delete_action(self) -> None:
        erase_account(user=self.object, by=self.request.user, at=timezone.now())


class UserViewSet(WagtailUserViewSet):
    """Accounts with a role instead of groups."""

    create_template_name = "accounts/users/create.html"
    edit_template_name = "accounts/users/edit.html"
    add_view_class = CreateAccountView
    edit_view_class = EditAccountView
    delete_view_class = EraseAccountView

    def get_form_class(self, for_update: bool = False) -> Any:
        return AccountForm if for_update else AccountCreationForm
