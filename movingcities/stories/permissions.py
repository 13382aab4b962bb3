"""Whose stories are whose: asked at each story, for Wagtail asks at the kind only."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail_localize.models import Translation as Job

from movingcities.accounts import rules
from movingcities.accounts.models import User
from movingcities.translation.permissions import may_translate
from movingcities.translation.queries import jobs_of


def may_write(user: User | AnonymousUser, story: Any) -> bool:
    """Whether somebody may work on a story: an original by its countries, a translation by its language."""
    if not isinstance(user, User) or not user.is_active:
        return False
    if story.is_translation or (story.pk and jobs_of(story).exists()):
        return may_translate(user, story.language)
    return user.is_superuser or user.is_responsible_for(story.country_codes())


def own_stories(user: User, stories: QuerySet[Any]) -> QuerySet[Any]:
    """The stories of a kind that somebody may work on."""
    if user.is_superuser or user.role in rules.EVERYWHERE:
        return stories
    jobs = Job.objects.filter(source__object_id=OuterRef("translation_key"), target_locale=OuterRef("locale"))
    translations = ~Q(origin="original") | Exists(jobs)
    if user.role == rules.TRANSLATOR:
        return stories.filter(translations, locale__language_code__in=user.languages)
    model = stories.model
    in_own_countries = Q(**{f"{model.fact_name}__{model.countries_of_fact}__in": user.countries})
    mine = model._default_manager.filter(in_own_countries).values("pk")
    return stories.filter(pk__in=mine).exclude(translations)
