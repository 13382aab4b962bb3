"""Reads across stories and their sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from movingcities.evidence.models import Source
from movingcities.stories.story import Story


def sources_of_stories(model: type[Story], stories: Iterable[Any]) -> list[Source]:
    """The sources of several stories of one kind, each once; one query."""
    through: Any = model._meta.get_field("sources").remote_field.through
    links = through.objects.filter(**{f"{model._meta.model_name}__in": [story.pk for story in stories]})
    return list(Source.objects.filter(pk__in=links.values("source_id")).for_listing())
