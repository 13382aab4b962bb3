"""Two people in one text: whoever saves later is told first, and loses nothing."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class UnlessOvertaken:
    """A form of a text with revisions: does not save over a revision that its author has not seen.

    The form comes back with what was typed and stands on the newer revision then: saved again, it goes
    through, and what it replaces stays in the history.
    """

    instance: Any
    data: Any

    def clean(self) -> dict[str, Any] | None:
        """Refuse once what would replace words somebody saved meanwhile."""
        cleaned: dict[str, Any] | None = super().clean()  # type: ignore[misc]
        latest = self.instance.pk and self.instance.get_latest_revision()
        if latest and self._is_behind(latest):
            who = (latest.user and latest.user.get_full_name()) or _("Somebody else")
            message = _(
                "%(who)s saved this text while you were writing. Nothing is lost: your words stand in "
                "the form below, the others under “History”. Look at those first; save again to keep yours."
            )
            self.add_error(None, ValidationError(message % {"who": who}))  # type: ignore[attr-defined]
        return cleaned

    def _is_behind(self, latest: Any) -> bool:
        """Whether the form was opened before the latest revision, as far as it says so."""
        own = self.data.get("overwrite_revision_id")
        if own:
            return bool(own != str(latest.pk))
        loaded = self.data.get("loaded_revision_id")
        if not loaded:
            return False
        at = self.data.get("loaded_revision_created_at", "")
        return bool((loaded, at) != (str(latest.pk), latest.created_at.isoformat()))
