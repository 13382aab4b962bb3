"""The forms of accounts: a role and what it is for, instead of groups."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from movingcities.accounts.actions import LastAdministrator, give_role
from movingcities.accounts.models import Role, User
from movingcities.languages.saying import country_codes, country_name

SHOWN = ("username", "email", "first_name", "last_name", "is_active")


class RoleFields(forms.ModelForm):
    """A role with countries or languages; the action that writes them checks that they belong together."""

    role = forms.ChoiceField(label=_("Role"), choices=[("", _("None")), *Role.choices], required=False)
    countries = forms.MultipleChoiceField(
        label=_("Countries"),
        required=False,
        help_text=_("For researchers and country editors: what they write about."),
        widget=forms.SelectMultiple(attrs={"size": 12}),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        choices=settings.LANGUAGES,
        help_text=_("For translators: what they translate into."),
        widget=forms.CheckboxSelectMultiple,
    )

    editor: User | None = None
    """Who fills in the form; the view says so."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("groups", "is_superuser"):
            self.fields.pop(name, None)
        language = get_language() or "en"
        named = [(code, country_name(code, language)) for code in country_codes()]
        self.fields["countries"].choices = sorted(named, key=lambda pair: pair[1])  # type: ignore[attr-defined]
        if self.instance.pk:
            for name in ("role", "countries", "languages"):
                self.fields[name].initial = getattr(self.instance, name)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        candidate = User(**{name: self.cleaned_data.get(name) or [] for name in ("countries", "languages")})
        candidate.role = self.cleaned_data.get("role") or ""
        try:
            candidate.clean()
        except ValidationError as error:
            self.add_error(None, error) if not hasattr(error, "error_dict") else self._add_known(error)
        return cleaned

    def clean_email(self) -> str:
        """Addresses are compared in small letters when somebody signs in."""
        return str(self.cleaned_data["email"]).lower()

    def save(self, commit: bool = True) -> Any:
        user = super().save(commit=commit)
        give_role(
            user=user,
            role=self.cleaned_data["role"],
            countries=self.cleaned_data["countries"],
            languages=self.cleaned_data["languages"],
            by=self.editor,
            at=timezone.now(),
        )
        return user

    def _add_known(self, error: ValidationError) -> None:
        for name, errors in error.error_dict.items():
            if name in self.fields:
                self.add_error(name, errors)


class AccountCreationForm(RoleFields, UserCreationForm):
    """A new account."""

    class Meta(UserCreationForm.Meta):
        fields = set(SHOWN) - {"is_active"}


class AccountForm(RoleFields, UserEditForm):
    """An account that exists; the last administrator cannot be made anything else."""

    class Meta(UserEditForm.Meta):
        fields = set(SHOWN)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        others = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exclude(pk=self.instance.pk)
        stays = self.cleaned_data.get("role") == Role.ADMINISTRATOR and self.cleaned_data.get(
            "is_active", True
        )
        if self.instance.role == Role.ADMINISTRATOR and not stays and not others.exists():
            self.add_error("role", str(LastAdministrator()))
        return cleaned
