"""The account of a person who edits; readers have none."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from movingcities.accounts import rules
from movingcities.languages.saying import country_codes


class Role(models.TextChoices):
    """What somebody does here; what each may do stands in docs/reference/roles.md."""

    RESEARCHER = rules.RESEARCHER, gettext_lazy("researcher")
    COUNTRY_EDITOR = rules.COUNTRY_EDITOR, gettext_lazy("country editor")
    TRANSLATOR = rules.TRANSLATOR, gettext_lazy("translator")
    MANAGING_EDITOR = rules.MANAGING_EDITOR, gettext_lazy("managing editor")
    ADMINISTRATOR = rules.ADMINISTRATOR, gettext_lazy("administrator")


class AccountManager(UserManager["User"]):
    """Accounts; the first one made on a command line is an administrator's."""

    def create_superuser(self, *args: Any, **fields: Any) -> User:
        return super().create_superuser(*args, **{"role": Role.ADMINISTRATOR, **fields})


class User(AbstractUser):
    """Somebody with a role, for countries or languages where the role is bound to some."""

    role = models.CharField(gettext_lazy("role"), max_length=20, choices=Role, blank=True)
    countries = models.JSONField(gettext_lazy("countries"), default=list, blank=True)
    """ISO 3166-1 alpha-2 codes; asked of researchers and country editors."""
    languages = models.JSONField(gettext_lazy("languages"), default=list, blank=True)
    """Codes of languages of the site; asked of translators."""

    objects: ClassVar[AccountManager] = AccountManager()

    def clean(self) -> None:
        """Ask for what the role is bound to, and for nothing that does not exist."""
        super().clean()
        known = {"countries": set(country_codes()), "languages": set(dict(settings.LANGUAGES))}
        for name, codes in known.items():
            unknown = sorted(set(map(str, getattr(self, name))) - codes)
            if unknown:
                message = _("“%(code)s” is not known here.") % {"code": unknown[0]}
                raise ValidationError({name: message})
        if self.role in (Role.RESEARCHER, Role.COUNTRY_EDITOR) and not self.countries:
            raise ValidationError({"countries": _("Choose at least one country for this role.")})
        if self.role == Role.TRANSLATOR and not self.languages:
            raise ValidationError({"languages": _("Choose at least one language for this role.")})

    @property
    def may_publish(self) -> bool:
        """Whether anything this person writes can become public without another."""
        return rules.may_publish(self.role)

    @property
    def needs_second_factor(self) -> bool:
        """Whoever can publish signs in with more than a password."""
        return self.may_publish or self.is_superuser

    def is_responsible_for(self, countries: Collection[str]) -> bool:
        """Whether this person may write on what lies in these countries (ISO codes)."""
        return rules.is_responsible(self.role, self.countries, countries)

    def translates(self, language: str) -> bool:
        """Whether this person may translate into a language, and check translations into it."""
        return rules.may_translate(self.role, self.languages, language)
