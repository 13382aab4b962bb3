"""Editorial pages: the front page, sections, guides, news; and the menus that lead to them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from movingcities.blocks.bodies import HighlightsBlock
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.pages.editorial import EditorialPage
from movingcities.pages.frames import context_for
from movingcities.pages.menus import Menu, MenuItem
from movingcities.pages.panels import ToBeFilledInPanel
from movingcities.places.models import Country, Place
from movingcities.translation.models import Translated

__all__ = [
    "PAGE_MODELS",
    "ArticlePage",
    "EditorialPage",
    "FeaturedPlace",
    "GuidePage",
    "HomePage",
    "Menu",
    "MenuItem",
    "NewsPage",
    "SectionPage",
]


class HomePage(Translated, Page):
    """The front page of one language."""

    headline = models.CharField(
        _("headline"),
        max_length=120,
        blank=True,
        help_text=_("Empty: the site’s own headline."),
    )
    highlights = StreamField(
        HighlightsBlock(),
        verbose_name=_("highlights"),
        blank=True,
        help_text=_("Shown under the portraits, in this order."),
    )

    template = "website/home.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["pages.SectionPage", "pages.GuidePage", "pages.NewsPage"]
    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("title", overridable=False),
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("headline"),
        InlinePanel("featured_places", label=_("portrait")),
        FieldPanel("highlights"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            **context_for(request, self),
        }

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The page at the address, in English where it is not in this language yet."""
        try:
            found: RouteResult = super().route(request, path_components)
        except Http404:
            if self.locale.language_code == FALLBACK_LANGUAGE or not path_components:
                raise
            english = HomePage.objects.filter(
                translation_key=self.translation_key, locale__language_code=FALLBACK_LANGUAGE
            ).first()
            if english is None:
                raise
            found = english.route(request, path_components)
        return found


class FeaturedPlace(Orderable):
    """A place whose story the home page tells; the first one large."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured_places")
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("place")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(name="featured_place_appears_once_on_a_page", fields=["page", "place"])
        ]


class SectionPage(EditorialPage):
    """A page about the project or a matter: about, team, partners, press, imprint, privacy, contact."""

    template = "website/section.html"
    parent_page_types = ["pages.HomePage", "pages.SectionPage"]
    subpage_types = ["pages.SectionPage", "pages.GuidePage"]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class GuidePage(EditorialPage):
    """A way to go, step by step."""

    audience = models.CharField(
        _("for whom"),
        max_length=120,
        blank=True,
        help_text=_("For instance: for residents; for mayors and their staff."),
    )

    template = "website/guide.html"
    parent_page_types = ["pages.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        ToBeFilledInPanel(),
        FieldPanel("title"),
        FieldPanel("audience"),
        FieldPanel("teaser"),
        FieldPanel("body"),
        FieldPanel("adapt"),
    ]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")


class NewsPage(EditorialPage):
    """The list of what is new and of what is to come."""

    template = "website/news.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.ArticlePage"]
    max_count_per_parent = 1  # type: ignore[assignment]

    class Meta:
        verbose_name = _("list of news and events")
        verbose_name_plural = _("lists of news and events")


class ArticlePage(EditorialPage):
    """A piece of news, or an event with its day and place."""

    class Kind(models.TextChoices):
        """What it tells."""

        NEWS = "news", _("news")
        EVENT = "event", _("event")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.NEWS)
    day = models.DateField(_("day"), help_text=_("Of the news, or on which the event begins."))
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("Of an event of several days."))
    where = models.CharField(
        _("where"), max_length=200, blank=True, help_text=_("Of an event: the place, or “online”.")
    )
    country = models.ForeignKey(
        Country,
        verbose_name=_("country it is about"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty: all of Europe."),
    )

    template = "website/article.html"
    parent_page_types = ["pages.NewsPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        ToBeFilledInPanel(),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("day"), FieldPanel("until")]),
        FieldRowPanel([FieldPanel("where"), FieldPanel("country")]),
        FieldPanel("teaser"),
        FieldPanel("body"),
        FieldPanel("adapt"),
    ]

    class Meta:
        verbose_name = _("news or event")
        verbose_name_plural = _("news and events")
        constraints = [
            models.CheckConstraint(
                name="article_ends_after_it_begins",
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("day")),
                violation_error_message=_("An event cannot end before it begins."),
            )
        ]


PAGE_MODELS: tuple[type[Page], ...] = (HomePage, SectionPage, GuidePage, NewsPage, ArticlePage)
