"""The form of a record in the editorial system: asks why it is changed, and replaces nothing unseen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm

from movingcities.accounts.models import User
from movingcities.evidence.models import Change

ABOUT_THE_CHANGE = ("why", "seen")


class RecordForm(WagtailAdminModelForm):
    """What the forms of all records share; `write` of each calls the verb that writes, and logs it."""

    why = forms.CharField(
        label=gettext_lazy("Why do you change this?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Kept with your name in the history of the record."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    instance: Any
    data: Any
    kind = ""
    """What the history calls such a record."""
    broken_rules: ClassVar[Mapping[str, tuple[str, Any]]] = {}
    """{constraint: (field, what to tell there when it is broken)}."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ABOUT_THE_CHANGE:
            self.fields[name] = self.fields.pop(name)

    def write(self, *, existing: Any, by: User, at: datetime, why: str) -> Any:
        """Call the verb that adds or corrects."""
        raise NotImplementedError

    def clean_why(self) -> str:
        why = str(self.cleaned_data["why"]).strip()
        if self.instance.pk and not why:
            raise ValidationError(_("Say in a few words why you change it."))
        return why

    def full_clean(self) -> None:
        """Django’s, with broken constraints told where they can be mended."""
        super().full_clean()
        self._tell_of_rules()

    def save(self, commit: bool = True) -> Any:
        """Write by the verb, unless somebody changed the record meanwhile; `commit` is Django's and meant."""
        with transaction.atomic():
            existing = self._lock() if self.instance.pk else None
            if existing is not None:
                self._refuse_what_was_overtaken(existing)
            self.instance = self.write(
                existing=existing, by=self.for_user, at=timezone.now(), why=self.cleaned_data["why"]
            )
        return self.instance

    def tell(self, error: ValidationError) -> None:
        """What a verb refused, at the fields it is about."""
        for name, told in error.update_error_dict({}).items():
            self.add_error(name if name in self.fields else None, told)
        self._tell_of_rules()

    def tell_of_refusal(self, error: IntegrityError) -> None:
        """What the database refused: a rule that only it could see, or one broken at the same moment."""
        for constraint in self._meta.model._meta.constraints:
            if constraint.name in str(error) or _columns(constraint, self._meta.model) in str(error):
                return self._tell_of_rule(constraint.name)
        return self.add_error(None, _in_plain_words(str(error)))

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        if field_name == "seen" and self.instance.pk:
            return json.dumps({name: _digest(text) for name, text in self._stated().items()})
        return super().get_initial_for_field(field, field_name)

    def _lock(self) -> Any:
        return type(self.instance)._default_manager.select_for_update().get(pk=self.instance.pk)

    def _refuse_what_was_overtaken(self, existing: Any) -> None:
        """Tell what somebody changed since this form was opened; the next save goes through."""
        changes = Change.objects.filter(kind=self.kind, object_id=existing.pk).exclude(verb="added")
        text = self.cleaned_data.get("seen")
        if not text and not changes.exists():
            return
        now = type(self)(instance=existing, for_user=self.for_user)
        seen = _as_seen(text)
        overwritten = [
            name
            for name, stated in now._stated().items()
            if seen.get(name) != _digest(stated) and self._says_otherwise(name, now)
        ]
        if not overwritten:
            return
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = now["seen"].initial
        last = changes.select_related("by").order_by("-at", "-pk").first()
        who = _("Somebody")
        if last is not None and last.by is not None:
            who = last.by.get_full_name() or last.by.get_username()
        message = _(
            "%(who)s changed this record meanwhile, in the fields marked below. "
            "What you typed is kept: compare, then save again to keep yours."
        )
        raise ValidationError(
            {NON_FIELD_ERRORS: message % {"who": who}, **{name: now._said(name) for name in overwritten}}
        )

    def _says_otherwise(self, name: str, now: RecordForm) -> bool:
        """Whether what was typed in a field differs from what the record says now."""
        field = self.fields[name]
        typed = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
        return field.has_changed(now.get_initial_for_field(field, name), typed)

    def _stated(self) -> dict[str, str]:
        """What the record said when the form was made, by field."""
        return {
            name: _as_text(field.prepare_value(self.get_initial_for_field(field, name)))
            for name, field in self.fields.items()
            if name not in ABOUT_THE_CHANGE
        }

    def _said(self, name: str) -> str:
        """What a field of the record says, for somebody who saw something else."""
        field, value = self.fields[name], self.get_initial_for_field(self.fields[name], name)
        if isinstance(field, forms.ModelMultipleChoiceField):
            text = ", ".join(map(str, value or ()))
        elif isinstance(field, forms.ModelChoiceField):
            text = str(field.to_python(value) or "")
        elif isinstance(field, forms.ChoiceField):
            choices: Any = field.choices
            text = str(dict(choices).get(value, value))
        else:
            text = _as_text(field.prepare_value(value))
        if not text:
            return _("It is empty meanwhile.")
        return _("Meanwhile it says: “%(now)s”.") % {"now": Truncator(text).chars(300)}

    def _tell_of_rules(self) -> None:
        found = (self._errors or {}).get(NON_FIELD_ERRORS)
        told = [(error, _broken(error, self._meta.model)) for error in (found.as_data() if found else ())]
        if not any(name for _error, name in told):
            return
        del self._errors[NON_FIELD_ERRORS]
        for error, name in told:
            if name:
                self._tell_of_rule(name)
            else:
                self.add_error(None, error)

    def _tell_of_rule(self, name: str) -> None:
        field, told = self.broken_rules.get(name, ("", _in_plain_words(name)))
        self.add_error(field if field in self.fields else None, told)


def partial_date_help() -> Any:
    """How a day is written in every form of a record."""
    return gettext_lazy("As far as it is known: 2019, 2019-05 or 2019-05-14.")


def _broken(error: ValidationError, model: type[models.Model]) -> str:
    """The name of the constraint a refusal is about; empty if it is about none."""
    together = (error.params or {}).get("unique_check")
    for constraint in model._meta.constraints:
        if together and isinstance(constraint, models.UniqueConstraint):
            if tuple(constraint.fields) == tuple(together):
                return constraint.name
        elif constraint.name in str(error.message):
            return constraint.name
    return ""


def _columns(constraint: models.BaseConstraint, model: type[models.Model]) -> str:
    """How SQLite names a constraint of uniqueness: by its columns."""
    if not isinstance(constraint, models.UniqueConstraint):
        return constraint.name
    columns: list[Any] = [model._meta.get_field(name) for name in constraint.fields]
    return ", ".join(f"{model._meta.db_table}.{each.column}" for each in columns)


def _in_plain_words(rule: str) -> str:
    """What to tell of a broken rule that has no words of its own: constraints are named as sentences."""
    return _("This contradicts a rule of the data: %(rule)s.") % {"rule": rule.replace("_", " ")}


def _as_seen(text: str | None) -> Mapping[str, Any]:
    try:
        seen = json.loads(text or "")
    except ValueError:
        return {}
    return seen if isinstance(seen, dict) else {}


def _as_text(value: Any) -> str:
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "\n".join(sorted(map(str, value)))
    return "" if value is None else str(value)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
