"""The front page: the website adds to Wagtail's home page what is known today."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from movingcities.pages.models import HomePage
from movingcities.website.addresses import home_address, list_address
from movingcities.website.body import read_body
from movingcities.website.home_page import read_home_page
from movingcities.website.structured_data import website
from movingcities.website.views.page import PageMeta, head_context


def home_context(request: HttpRequest, page: HomePage) -> dict[str, Any]:
    """What website/home.html prints; registered with pages.frames."""
    language = get_language() or "en"
    home = read_home_page(page, language)
    meta = PageMeta(
        title=" ".join(home.headline),
        description=_(
            "Which municipalities in Europe act, what they do, who stands together, and how we know."
        ),
        structured_data=[
            website(
                name=settings.WAGTAIL_SITE_NAME,
                language=language,
                home_path=home_address(),
                search_path=list_address("search"),
            )
        ],
    )
    highlights = read_body(page.highlights, language, field="highlights", told_by=page)
    return {"home": home, "highlights": highlights, **head_context(request, meta)}
