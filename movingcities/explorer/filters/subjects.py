"""Which of the things an address names exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from movingcities.approaches.models import Topic
from movingcities.networks.models import Network
from movingcities.places.models import Country


def existing_countries(codes: Collection[str]) -> Iterable[str]:
    """Those of the ISO codes that are in the scope."""
    return Country.objects.filter(code__in=codes).values_list("code", flat=True)


def existing_networks(slugs: Collection[str]) -> Iterable[str]:
    """Those of the slugs that a network has."""
    return Network.objects.filter(slug__in=slugs).values_list("slug", flat=True)


def existing_topics(slugs: Collection[str]) -> Iterable[str]:
    """Those of the slugs that a topic has."""
    return Topic.objects.filter(slug__in=slugs).values_list("slug", flat=True)
