"""What every public page is framed with."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def site_frame(request: HttpRequest) -> dict[str, Any]:
    """Masthead, footer and language links; nothing in the editorial system."""
    return {}
