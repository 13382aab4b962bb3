"""Editorial pages."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, Page

from movingcities.pages.frames import context_for
from movingcities.places.models import Place


class HomePage(Page):
    """The front page of one language."""

    headline = models.CharField(
        _("headline"),
        max_length=120,
        blank=True,
        help_text=_("Empty: the site’s own headline."),
    )

    template = "website/home.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types: list[str] = []
    content_panels = [
        *Page.content_panels,
        FieldPanel("headline"),
        InlinePanel("featured_places"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            **context_for(request, self),
        }


class FeaturedPlace(Orderable):
    """A place whose story the home page tells; the first one large."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured_places")
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("place")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(name="featured_place_appears_once_on_a_page", fields=["page", "place"])
        ]
