"""The form of a story: about a fact of one's own countries, never over words somebody else just saved."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from movingcities.evidence.overtaken import UnlessOvertaken
from movingcities.stories.permissions import may_write


class StoryForm(UnlessOvertaken, WagtailAdminModelForm):
    """Every story's form in the editorial system."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        fact = self.cleaned_data.get(self.instance.fact_name)
        if fact is not None and self.for_user is not None:
            candidate = type(self.instance)(
                **{self.instance.fact_name: fact}, locale_id=self.instance.locale_id
            )
            candidate.origin = self.instance.origin
            if not may_write(self.for_user, candidate):
                self.add_error(
                    self.instance.fact_name,
                    ValidationError(_("This lies outside your countries: ask the editors of its country.")),
                )
        return cleaned
