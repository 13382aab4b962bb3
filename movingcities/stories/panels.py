"""What stands beside the form of a story: its fact, its page, the other languages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import FieldPanel, Panel

from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.languages.saying import language_name


def story_panels(*names: str) -> list[Panel]:
    """The form of a story: its fact first, then these fields."""
    return [FactPanel(), *(FieldPanel(name) for name in names)]


class FactPanel(Panel):
    """Leads to the form of the fact with its sources, to the page readers see, to the other languages."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "stories/fact_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            story = self.instance
            finder = AdminURLFinder(self.request.user)
            fact = getattr(story, story.fact_name)
            others = story.get_translations().select_related("locale")
            return {
                **super().get_context_data(parent_context),
                "fact": fact,
                "fact_form": finder.get_edit_url(fact),
                "sources": fact.sources.all() if hasattr(fact, "sources") else (),
                "page": story.full_url if story.live else "",
                "others": [
                    (
                        language_name(other.language, get_language() or FALLBACK_LANGUAGE),
                        finder.get_edit_url(other),
                    )
                    for other in others
                ],
            }
