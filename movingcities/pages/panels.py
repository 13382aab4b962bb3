"""Panels of the editorial system that pages add to Wagtail's."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel


class ToBeFilledInPanel(Panel):
    """What an editor must fill in before a page can be published, as a warning above the form."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one page."""

        template_name = "pages/to_be_filled_in.html"

        def is_shown(self) -> bool:
            """Only where there is something to fill in."""
            return bool(self.instance.adapt)

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "note": self.instance.adapt}
