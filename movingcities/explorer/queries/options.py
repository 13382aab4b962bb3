"""The options of a filter, each with how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices

from movingcities.approaches.models import Topic
from movingcities.explorer.filters import Filter
from movingcities.kit.folding import fold
from movingcities.languages.maps import Said
from movingcities.languages.saying import country_name
from movingcities.networks.models import Network


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a parameter; `address` is the query string that chooses it, or takes it back."""

    value: str
    label: Said
    count: int
    is_selected: bool
    address: str


def option(view: Filter, parameter: str, value: str, label: Said, count: int) -> Option:
    """The option as it stands in a view."""
    is_selected = value in view.values_of(parameter)
    other = view.without(parameter, value) if is_selected else view.with_value(parameter, value)
    return Option(value, label, count, is_selected, other.query_string())


def choice_options(
    view: Filter, parameter: str, choices: Iterable[TextChoices], counts: Mapping[str, int]
) -> list[Option]:
    """Options of a fixed vocabulary in its own order; those without a record only where chosen."""
    return [
        option(view, parameter, choice.value, Said(str(choice.label), ""), counts.get(choice.value, 0))
        for choice in choices
        if counts.get(choice.value) or choice.value in view.values_of(parameter)
    ]


def country_options(view: Filter, counts: Mapping[str, int], language: str) -> list[Option]:
    """Countries by name; those without a record only where chosen."""
    codes = {code for code, count in counts.items() if count} | set(view.values_of("country"))
    named = sorted((fold(country_name(code, language)), code) for code in codes)
    return [
        option(view, "country", code, Said(country_name(code, language), language), counts.get(code, 0))
        for _, code in named
    ]


def network_options(view: Filter, counted: Sequence[tuple[Network, int]], language: str) -> list[Option]:
    """Networks in the order given."""
    return [
        option(view, "network", network.slug, network.name_in(language), count) for network, count in counted
    ]


def topic_options(view: Filter, counted: Sequence[tuple[Topic, int]], language: str) -> list[Option]:
    """Topics in the order given."""
    return [option(view, "topic", topic.slug, topic.label_in(language), count) for topic, count in counted]
