"""What a page with a film needs."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def allow_players(context: dict[str, Any]) -> str:
    """Let the content policy of this answer allow the players of films: of no other answer."""
    request = context.get("request")
    if request is not None:
        request.plays_films = True
    return ""
