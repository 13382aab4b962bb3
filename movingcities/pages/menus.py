"""The menus in the head and the foot of every page: the same in all languages."""

from __future__ import annotations

from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, Page

from movingcities.languages.maps import FALLBACK_LANGUAGE


class Menu(ClusterableModel):
    """A row of links; its items are called as what they lead to is called in the reader's language."""

    class Where(models.TextChoices):
        """Where on a page it stands."""

        HEAD = "head", _("head of every page")
        FOOT_PROJECT = "foot-project", _("foot: the project")
        FOOT_TAKE_PART = "foot-take-part", _("foot: take part")
        FOOT_RIGHTS = "foot-rights", _("foot: facts and rights")

    where = models.CharField(_("where"), max_length=20, choices=Where, unique=True)

    panels = [FieldPanel("where"), InlinePanel("items", label=_("link"))]

    class Meta:
        verbose_name = _("menu")
        verbose_name_plural = _("menus")

    def __str__(self) -> str:
        return str(self.get_where_display())


class MenuItemQuerySet(models.QuerySet["MenuItem"]):
    """Links of menus."""

    def for_readers(self, language: str) -> MenuItemQuerySet:
        """In order, each with its menu and with what its page is called where it is live; one query.

        `own_title` in the language, `spare_title` in English, `live_path` of either; None where it is not.
        """
        own, spare = _live_page(language), _live_page(FALLBACK_LANGUAGE)
        return (
            self.select_related("menu")
            .annotate(
                own_title=Subquery(own.values("title")[:1]),
                spare_title=Subquery(spare.values("title")[:1]),
                live_path=Coalesce(
                    Subquery(own.values("url_path")[:1]), Subquery(spare.values("url_path")[:1])
                ),
            )
            .order_by("sort_order", "pk")
        )


def _live_page(language: str) -> models.QuerySet[Page]:
    pages: models.QuerySet[Page] = Page.objects.filter(
        translation_key=OuterRef("page__translation_key"), locale__language_code=language, live=True
    )
    return pages


class MenuItem(Orderable):
    """One link: to a page, to a list of the site, or to another site."""

    class List(models.TextChoices):
        """Lists and statements that the site computes itself."""

        PLACES = "places", _("Places")
        NETWORKS = "networks", _("Networks")
        APPROACHES = "approaches", _("Approaches")
        DECISIONS = "decisions", _("Decisions")
        COUNTRIES = "countries", _("Countries")
        TOPICS = "topics", _("Topics")
        SOURCES = "sources", _("Sources")
        ABOUT_THE_DATA = "about_the_data", _("About the data")
        ACCESSIBILITY = "accessibility", _("Accessibility statement")

    menu = ParentalKey(Menu, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("In any language: readers get it in theirs."),
    )
    list = models.CharField(_("or a list of the site"), max_length=20, choices=List, blank=True)
    address = models.URLField(_("or an address of another site"), blank=True)
    label = models.CharField(
        _("name of the other site"), max_length=80, blank=True, help_text=_("As it calls itself.")
    )

    objects = MenuItemQuerySet.as_manager()

    panels = [FieldPanel("page"), FieldPanel("list"), FieldPanel("address"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                name="menu_item_leads_to_one_thing",
                condition=(
                    models.Q(page__isnull=False, list="", address="")
                    | (models.Q(page__isnull=True, address="") & ~models.Q(list=""))
                    | (models.Q(page__isnull=True, list="") & ~models.Q(address="") & ~models.Q(label=""))
                ),
                violation_error_message=_(
                    "A link leads to a page, a list, or another site with its name: to one of the three."
                ),
            )
        ]
