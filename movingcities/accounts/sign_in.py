"""The form for signing in."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

# Characters: a database gives up on a comparison with a longer text, and hashing one would take its time.
LONGEST = {"login": 254, "password": 4096}


class SignInForm(LoginForm):
    """Names what is asked for above each field, for a placeholder is gone when one begins to type."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name or e-mail address")
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in LONGEST:
                field.validators.append(MaxLengthValidator(LONGEST[name]))
