"""The forms of facts in the editorial system: every one asks how we know, and why something is changed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm

from movingcities.accounts import rules
from movingcities.accounts.models import User
from movingcities.evidence.actions import SourceEntry, note_sources
from movingcities.evidence.models import Change, Source

MOST_SOURCES = 100
_CONSTRAINT = re.compile(r"\b([a-z]+(?:_[a-z]+){2,})\b")


def may_correct(user: User, countries: Collection[str], *, in_all: bool = False) -> bool:
    """Whether somebody may correct a fact that lies in these countries, in any or only in all of them."""
    if user.is_superuser or user.role in rules.EVERYWHERE:
        return True
    if user.role != rules.COUNTRY_EDITOR or not countries:
        return False
    return set(countries) <= set(user.countries) if in_all else bool(set(countries) & set(user.countries))


class FactForm(WagtailAdminModelForm):
    """What the forms of all facts share; `record` of each calls the verb that writes, and logs it."""

    sources_by_address = forms.CharField(
        label=gettext_lazy("Sources"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("The pages where it can be read: one address a line. Without one, no fact."),
        required=False,
    )
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
    needs_sources = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            addresses = self.instance.sources.values_list("url", flat=True)
            self.fields["sources_by_address"].initial = "\n".join(addresses)
            self.fields["seen"].initial = self.instance.changed_at.isoformat()

    def countries(self) -> Collection[str]:
        """The ISO codes of the countries the fact lies in, as the form says it."""
        raise NotImplementedError

    def countries_before(self) -> Collection[str]:
        """The same, as it was; what is new lies nowhere yet."""
        return ()

    def record(self, *, existing: Any, sources: Sequence[Source], by: User, at: datetime, why: str) -> Any:
        """Call the verb that adds or corrects."""
        raise NotImplementedError

    def clean_sources_by_address(self) -> list[str]:
        lines = self.cleaned_data["sources_by_address"].split()
        if len(lines) > MOST_SOURCES:
            raise ValidationError(_("So many sources cannot be checked: name the best ones."))
        for line in lines:
            URLValidator(schemes=["https", "http"], message=_("“%(value)s” is not the address of a page."))(
                line
            )
        if self.needs_sources and not lines:
            raise ValidationError(_("Add at least one page where it can be read."))
        return lines

    def clean_why(self) -> str:
        why = str(self.cleaned_data["why"]).strip()
        if self.instance.pk and not why:
            raise ValidationError(_("Say in a few words why you change it."))
        return why

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        user = self.for_user
        if user is not None and not self.errors:
            asked = [self.countries(), *([self.countries_before()] if self.instance.pk else [])]
            if not all(self.is_allowed(user, countries) for countries in asked):
                self.add_error(None, _("This lies outside your countries: ask the editors of its country."))
        self._look_for_others()
        return cleaned

    def is_allowed(self, user: User, countries: Collection[str]) -> bool:
        """Whether somebody may say this of these countries."""
        return may_correct(user, countries)

    def full_clean(self) -> None:
        """Django’s, with broken constraints told as the sentences they are named by."""
        super().full_clean()
        found = self._errors and self._errors.get(NON_FIELD_ERRORS)
        for error in found.as_data() if found else ():
            for name in _CONSTRAINT.findall(error.message):
                error.message = broken_rule(name)

    def save(self, commit: bool = True) -> Any:
        """Write by the verb; `commit` is Django's and always meant."""
        existing = type(self.instance)._default_manager.get(pk=self.instance.pk) if self.instance.pk else None
        entries = [SourceEntry(url=address) for address in self.cleaned_data["sources_by_address"]]
        self.instance = self.record(
            existing=existing,
            sources=note_sources(entries=entries),
            by=self.for_user,
            at=timezone.now(),
            why=self.cleaned_data["why"],
        )
        return self.instance

    def _look_for_others(self) -> None:
        """Tell of a change that somebody made while this form was open; the next save goes through."""
        if not self.instance.pk:
            return
        now = (
            type(self.instance)._default_manager.values_list("changed_at", flat=True).get(pk=self.instance.pk)
        )
        seen = self.cleaned_data.get("seen")
        if not seen or seen == now.isoformat():
            return
        change = Change.objects.filter(kind=self.kind, object_id=self.instance.pk).order_by("-at").first()
        who = str(change.by) if change and change.by else _("Somebody")
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = now.isoformat()
        self.add_error(
            None,
            _("%(who)s changed this record meanwhile. Look at it first; save again to keep yours.")
            % {"who": who},
        )


def broken_rule(constraint: str) -> str:
    """What to tell of a broken rule of the data: its constraint is named as a sentence."""
    return _("This contradicts a rule of the data: %(rule)s.") % {"rule": constraint.replace("_", " ")}


def partial_date_help() -> Any:
    """How a day is written in every form of a fact."""
    return gettext_lazy("As far as it is known: 2019, 2019-05 or 2019-05-14.")
