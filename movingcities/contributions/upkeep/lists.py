"""The lists of upkeep: counted for the front page of the editorial system, read one page at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex

from movingcities.accounts import rules
from movingcities.accounts.models import User
from movingcities.approaches.models import Approach
from movingcities.contributions.upkeep.half_lives import read_before
from movingcities.evidence.models import Source
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.media.models import Image, Licence
from movingcities.networks.models import Membership
from movingcities.pages.models import GuidePage, MenuItem, SectionPage
from movingcities.stories.models import STORY_MODELS
from movingcities.stories.permissions import own_stories

# Below the root lie the home pages, below these the pages that only a menu or a text can lead to.
DEPTH_BELOW_HOME = 3

Rows = Callable[[User, date], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class WorkList:
    """What needs a hand: what it is called, why it matters, and what of it is somebody's."""

    name: str
    title: str | Promise
    why: str | Promise
    rows: Rows


def is_everywhere(user: User) -> bool:
    """Whether somebody is responsible for all countries and languages."""
    return user.is_superuser or user.role in rules.EVERYWHERE


def _old_approaches(user: User, today: date) -> QuerySet[Any]:
    approaches = Approach.objects.filter(status__in=[Approach.Status.ACTIVE, Approach.Status.PLANNED])
    if not is_everywhere(user):
        approaches = approaches.filter(places__country__in=user.countries)
    return _read_before(approaches, read_before("approaches", today))


def _old_memberships(user: User, today: date) -> QuerySet[Any]:
    memberships = Membership.objects.filter(until="").select_related("place", "network")
    if not is_everywhere(user):
        memberships = memberships.filter(place__country__in=user.countries)
    return _read_before(memberships, read_before("memberships", today))


def _read_before(facts: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Facts whose sources nobody has read since; what is known to the month counts from its first day."""
    read = facts.annotate(read=Max("sources__read_on"))
    return read.filter(Q(read__lt=day.isoformat()) | Q(read=None)).order_by("read", "pk")


def _dead_sources(user: User, today: date) -> QuerySet[Any]:
    return Source.objects.filter(last_status__gte=400).order_by("-last_checked_at", "pk")


def _outdated(model: type[Any], user: User, today: date) -> QuerySet[Any]:
    return own_stories(user, model._default_manager.exclude(outdated=[])).order_by("pk")


def _unready_pages(user: User, today: date) -> QuerySet[Any]:
    originals = SectionPage.objects.filter(origin=SectionPage.Origin.ORIGINAL)
    pages = originals.exclude(adapt="").order_by("title", "pk")
    return pages if is_everywhere(user) else pages.none()


def _unlinked_pages(user: User, today: date) -> QuerySet[Any]:
    kinds = ContentType.objects.get_for_models(SectionPage, GuidePage).values()
    page_kind = ContentType.objects.get_for_model(Page)
    referred = ReferenceIndex.objects.filter(to_content_type=page_kind).values_list("to_object_id", flat=True)
    led_to = {int(key) for key in referred} | set(MenuItem.objects.values_list("page_id", flat=True)) - {None}
    pages = Page.objects.filter(
        live=True,
        content_type__in=list(kinds),
        locale__language_code=FALLBACK_LANGUAGE,
        depth=DEPTH_BELOW_HOME,
    ).exclude(pk__in=led_to)
    return pages.order_by("title", "pk") if is_everywhere(user) else pages.none()


def _pictures_by_permission(user: User, today: date) -> QuerySet[Any]:
    return Image.objects.filter(licence=Licence.PERMISSION).order_by("-created_at", "pk")


LISTS: tuple[WorkList, ...] = (
    *(
        WorkList(
            f"outdated-{model._meta.model_name}",
            model._meta.verbose_name_plural or "",
            _("Translations whose original has changed since."),
            partial(_outdated, model),
        )
        for model in STORY_MODELS
    ),
    WorkList(
        "approaches",
        _("Approaches to look at again"),
        _("They run or are planned, and nobody has read a source for a year and a half."),
        _old_approaches,
    ),
    WorkList(
        "memberships",
        _("Memberships to look at again"),
        _("They have no end, and nobody has read a source for two years."),
        _old_memberships,
    ),
    WorkList(
        "sources",
        _("Dead sources"),
        _("Their address gave an error when it was last checked: find where the page is now."),
        _dead_sources,
    ),
    WorkList(
        "pictures",
        _("Pictures shown by permission"),
        _("They have no open licence: see whether the permission still holds."),
        _pictures_by_permission,
    ),
    WorkList(
        "unready",
        _("Pages that wait for something"),
        _("A name, an address or a law has to be filled in before they can be published."),
        _unready_pages,
    ),
    WorkList(
        "unlinked",
        _("Pages nobody links to"),
        _("Readers find them in no menu and in no text."),
        _unlinked_pages,
    ),
)


def list_named(name: str) -> WorkList | None:
    """The list of that name, if there is one."""
    return next((each for each in LISTS if each.name == name), None)
