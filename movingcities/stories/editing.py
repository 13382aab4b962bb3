"""The form of a story: about a fact of one's own countries, never over words somebody else just saved."""

from __future__ import annotations

from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from movingcities.evidence.actions import SourceEntry, note_sources
from movingcities.evidence.models import Source
from movingcities.evidence.overtaken import UnlessOvertaken
from movingcities.evidence.sources_field import SourcesField
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.languages.saying import language_name
from movingcities.stories.permissions import may_write


class StoryForm(UnlessOvertaken, WagtailAdminModelForm):
    """Every story's form in the editorial system.

    `new_sources` says what becomes of addresses that no text has named yet: a preview leaves them out,
    Wagtail's saving while one types waits for the rest of the address, whoever saves has them noted.
    """

    new_sources: Literal["left out", "waited for", "noted"] = "left out"

    sources = SourcesField()

    def clean_sources(self) -> list[Source]:
        """The sources of the addresses."""
        addresses = self.cleaned_data["sources"]
        known = {source.url: source for source in Source.objects.filter(url__in=addresses)}
        if self.new_sources == "waited for" and len(known) < len(addresses):
            raise ValidationError(_("Save the text to have this source noted."))
        if self.new_sources == "noted":
            return note_sources(entries=[SourceEntry(url=address) for address in addresses])
        return [known[address] for address in addresses if address in known]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        fact = self.cleaned_data.get(self.instance.fact_name)
        if fact is None:
            return cleaned
        if self.for_user is not None and not self._may_write_on(fact):
            self._refuse(_("This lies outside your countries: ask the editors of its country."))
        other = self._original_of(fact)
        if other is not None:
            self._refuse(
                _("There is a text about this already, in %(language)s: translate that at the desk.")
                % {"language": language_name(other.language, get_language() or FALLBACK_LANGUAGE)}
            )
        return cleaned

    def _refuse(self, message: str) -> None:
        self.add_error(self.instance.fact_name, ValidationError(message))

    def _may_write_on(self, fact: Any) -> bool:
        candidate = type(self.instance)(**{self.instance.fact_name: fact}, locale_id=self.instance.locale_id)
        candidate.origin = self.instance.origin
        return may_write(self.for_user, candidate)

    def _original_of(self, fact: Any) -> Any:
        """The text of a fact that another would stand beside; a translation stands beside its own."""
        if self.instance.is_translation:
            return None
        others = type(self.instance)._default_manager.filter(**{self.instance.fact_name: fact})
        if self.instance.pk:
            others = others.exclude(translation_key=self.instance.translation_key)
        return others.select_related("locale").first()
