"""What every story shares: a language, an origin, sources, drafts and reviews."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import resolve
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail_localize.fields import SynchronizedField

from movingcities.blocks.bodies import BodyBlock
from movingcities.evidence.fields import PartialDateField
from movingcities.evidence.models import Source
from movingcities.kit.partial_date import PartialDate, parse_or_none
from movingcities.languages.maps import FALLBACK_LANGUAGE, Said
from movingcities.stories.editing import StoryForm
from movingcities.stories.previewing import address_of, previewed, previewing
from movingcities.translation.models import Translated


class StoryQuerySet(models.QuerySet[Any]):
    """Stories …"""

    def published(self) -> Self:
        """… that readers may see, with their language."""
        return self.filter(live=True).select_related("locale")

    def in_language(self, language: str) -> Self:
        """… published in a language, or in the fallback language where that one is missing."""
        return self.published().filter(locale__language_code__in={language, FALLBACK_LANGUAGE})

    def by_fact(self, fact_ids: Iterable[Any], language: str) -> dict[Any, Any]:
        """{primary key of the fact: its story in the language, else in the fallback language}; one query.

        A story in the language comes with that in the fallback language as its `spare`.
        """
        name = self.model.fact_name
        stories = self.in_language(language).filter(**{f"{name}__in": list(fact_ids)})
        chosen: dict[Any, Any] = {}
        spares: dict[Any, Any] = {}
        unpublished = previewed(self.model)
        for story in [*stories, *([unpublished] if unpublished else [])]:
            if story.language in (language, FALLBACK_LANGUAGE):
                by_language = chosen if story.language == language else spares
                by_language[getattr(story, f"{name}_id")] = story
        for fact_id, story in chosen.items():
            story.spare = spares.get(fact_id)
        return {**spares, **chosen}


class Story(
    Translated,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    ClusterableModel,
):
    """What every story shares; `fact_name` names the field that holds its fact.

    A translation may be half done: what it leaves empty is told by its `spare`.
    """

    fact_name: ClassVar[str]

    base_form_class = StoryForm

    countries_of_fact: ClassVar[str]
    """Where the ISO codes of the countries of its fact are found, from the fact on."""

    needed: ClassVar[tuple[str, ...]] = ()
    """Fields that an original may not leave empty; a translation may, its `spare` tells them."""

    spare: Self | None = None
    """The same story in the fallback language, where `by_fact` read it beside this one."""

    written = PartialDateField(_("written"))
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    sources = ParentalManyToManyField(Source, blank=True, related_name="+", verbose_name=_("sources"))
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )
    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )

    objects = StoryQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        named = getattr(self, "title", "") or getattr(self, self.fact_name)
        return f"{named} ({self.language})"

    def get_full_url(self) -> str | None:
        """Where readers find it; Wagtail asks for this name."""
        with translation.override(self.language):
            return f"{settings.SITE_URL}{address_of(self)}"

    full_url = property(get_full_url)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        """The page of its fact with these words in place, as Wagtail shows it beside the form."""
        with translation.override(self.language), previewing(self):
            path = address_of(self)
            request.path = request.path_info = path
            found = resolve(path)
            response: HttpResponseBase = found.func(request, *found.args, **found.kwargs)
            return response

    def country_codes(self) -> list[str]:
        """The ISO codes of the countries its fact lies in; those decide who may write on it."""
        fact = getattr(self, self.fact_name)
        found = type(fact)._default_manager.filter(pk=fact.pk).values_list(self.countries_of_fact, flat=True)
        return [code for code in found if code]

    def clean(self) -> None:
        """Ask for what an original may not leave empty."""
        super().clean()
        missing = [name for name in self.needed if not self.is_translation and not getattr(self, name)]
        if missing:
            raise ValidationError(dict.fromkeys(missing, _("Only a translation may leave this empty.")))

    @property
    def revisions(self) -> Any:
        """The revisions of this story (Wagtail asks for this name)."""
        return self._revisions

    @property
    def language(self) -> str:
        """The code of the language it is written in; of a new one the fallback’s, until it is saved."""
        return str(self.locale.language_code) if self.locale_id else FALLBACK_LANGUAGE

    @property
    def written_on(self) -> PartialDate | None:
        """When it was written, as far as that is noted."""
        return parse_or_none(self.written)

    def teller(self, name: str) -> Self:
        """The story that tells a field: this one, or its spare where it is not translated here."""
        if self.spare is not None and not self._has_own(name):
            return self.spare
        return self

    def said(self, name: str) -> Said:
        """A text field in the words and the language of the story that tells it."""
        teller = self.teller(name)
        return Said(getattr(teller, name), teller.language)

    def _has_own(self, name: str) -> bool:
        """Whether a field is filled in with more than a copy: wagtail-localize copies what it has not got."""
        return bool(getattr(self, name)) and self.has_translated(name)


def same_in_all_languages(fact: str) -> list[SynchronizedField]:
    """What a translation takes from its original and no translator may change: the fact, day and sources."""
    return [SynchronizedField(name, overridable=False) for name in (fact, "written", "sources")]


def original_has(field: str, *, name: str) -> models.CheckConstraint:
    """A translation may leave the field empty, an original may not."""
    return models.CheckConstraint(
        name=name,
        condition=~Q(origin=Story.Origin.ORIGINAL) | ~Q(**{field: ""}),
        violation_error_message=_("Only a translation may leave a part of the text empty."),
    )


def one_per(fact: str) -> list[models.BaseConstraint]:
    """The constraints of a story table: one story per fact and language."""
    return [
        models.UniqueConstraint(name=f"{fact}_story_is_unique_per_language", fields=[fact, "locale"]),
        models.UniqueConstraint(
            name=f"{fact}_story_translation_is_unique_per_language",
            fields=["translation_key", "locale"],
        ),
    ]
