"""The forms of facts and of sources in the editorial system: every fact says how we know it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from movingcities.accounts import rules
from movingcities.accounts.models import User
from movingcities.evidence.actions import SourceEntry, correct_source, note_sources
from movingcities.evidence.models import Source
from movingcities.evidence.recording import RecordForm, partial_date_help
from movingcities.evidence.sources_field import SourcesField


def may_correct(user: User, countries: Collection[str], *, in_all: bool = False) -> bool:
    """Whether somebody may correct a fact that lies in these countries, in any or only in all of them."""
    if user.is_superuser or user.role in rules.EVERYWHERE:
        return True
    if user.role != rules.COUNTRY_EDITOR or not countries:
        return False
    return set(countries) <= set(user.countries) if in_all else bool(set(countries) & set(user.countries))


class FactForm(RecordForm):
    """What the forms of all facts share; `record` of each calls the verb that writes."""

    sources_by_address = SourcesField(
        help_text=gettext_lazy("The pages where it can be read: one address a line. Without one, no fact."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            addresses = self.instance.sources.order_by("pk").values_list("url", flat=True)
            self.fields["sources_by_address"].initial = list(addresses)

    def countries(self) -> Collection[str]:
        """The ISO codes of the countries the fact lies in, as the form says it."""
        raise NotImplementedError

    def countries_before(self) -> Collection[str]:
        """The same, as it was; what is new lies nowhere yet."""
        return ()

    def record(self, *, existing: Any, sources: Sequence[Source], by: User, at: datetime, why: str) -> Any:
        """Call the verb that adds or corrects."""
        raise NotImplementedError

    def needs_sources(self) -> bool:
        """Whether such a record is no fact without a source."""
        return True

    def clean_sources_by_address(self) -> list[str]:
        addresses: list[str] = self.cleaned_data["sources_by_address"]
        if not addresses and self.needs_sources():
            raise ValidationError(_("Add at least one page where it can be read."))
        return addresses

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        user = self.for_user
        if user is not None and not self.errors:
            asked = [self.countries(), *([self.countries_before()] if self.instance.pk else [])]
            if not all(self.is_allowed(user, countries) for countries in asked):
                self.add_error(None, _("This lies outside your countries: ask the editors of its country."))
        return cleaned

    def is_allowed(self, user: User, countries: Collection[str]) -> bool:
        """Whether somebody may say this of these countries."""
        return may_correct(user, countries)

    def write(self, *, existing: Any, by: User, at: datetime, why: str) -> Any:
        """Note the sources, then record what rests on them."""
        entries = [SourceEntry(url=address) for address in self.cleaned_data["sources_by_address"]]
        return self.record(existing=existing, sources=note_sources(entries=entries), by=by, at=at, why=why)


class SourceForm(RecordForm):
    """What is stated about a page; every fact that cites it says so at once."""

    kind = "source"
    broken_rules: ClassVar[Mapping[str, tuple[str, Any]]] = {
        "source_address_is_a_web_address": (
            "url",
            gettext_lazy("The address of a page begins with https:// or http://."),
        ),
    }

    url = forms.URLField(label=gettext_lazy("Address"), max_length=500, assume_scheme="https")

    class Meta:
        model = Source
        fields: ClassVar[list[str]] = ["url", "title", "publisher", "published", "language", "read_on"]
        help_texts: ClassVar[dict[str, Any]] = {
            "published": partial_date_help(),
            "language": gettext_lazy("The code of the language the page is written in, such as de or el."),
        }

    def write(self, *, existing: Source, by: User, at: datetime, why: str) -> Source:
        """Correct it; sources are added by citing them."""
        entry = SourceEntry(**{name: self.cleaned_data[name] for name in self.Meta.fields})
        return correct_source(source=existing, entry=entry, by=by, at=at, why=why)
