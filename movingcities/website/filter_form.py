"""A view of a filter as form, chips and pages: the same for every list of facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from movingcities.design.components import Chip, Choice, Field, Link, Pages
from movingcities.explorer.filters import Filter
from movingcities.explorer.queries.listing import Listing
from movingcities.explorer.queries.options import Option
from movingcities.languages.maps import Said
from movingcities.languages.saying import say_number
from movingcities.website.phrases import foreign

# What parameter and value are called where they stand alone.
Labels = Mapping[tuple[str, str], str | Said]


def text_field(label: str, value: str, placeholder: str = "") -> Field:
    """Where words are typed."""
    return Field("q", label, value=value, placeholder=placeholder)


def select_field(name: str, label: str, options: Sequence[Option], language: str) -> Field:
    """One of the options, each with how many it would leave; of several chosen ones it shows the first."""
    chosen = next((option.value for option in options if option.is_selected), "")
    return Field(
        name,
        label,
        [
            Choice("", _("All"), is_chosen=not chosen),
            *(
                Choice(
                    option.value,
                    _("%(option)s (%(count)s)")
                    % {"option": capfirst(option.label.text), "count": say_number(option.count, language)},
                    is_chosen=option.value == chosen,
                    language=foreign(option.label.language, language),
                )
                for option in options
            ),
        ],
    )


def choice_field(name: str, label: str, choices: type[TextChoices], chosen: str) -> Field:
    """One of a fixed set that always holds, such as the order."""
    return Field(
        name,
        label,
        [Choice(value, capfirst(str(said)), is_chosen=value == chosen) for value, said in choices.choices],
    )


def kept_values(view: Filter, fields: Sequence[Field]) -> list[tuple[str, str]]:
    """What the form cannot show and sends along: parameters without a field, further values of one."""
    shown = {(field.name, _shown_value(field)) for field in fields}
    return [
        (condition.parameter, condition.value)
        for condition in view.active_conditions()
        if (condition.parameter, condition.value) not in shown
    ]


def _shown_value(field: Field) -> str:
    return next((choice.value for choice in field.choices if choice.is_chosen), field.value)


def option_links(options: Iterable[Option], address: str) -> list[Link]:
    """Options as links that choose them, or take them back."""
    language = get_language() or "en"
    return [
        Link(
            str(capfirst(option.label.text)),
            address + option.address,
            is_current=option.is_selected,
            count=option.count,
            language=foreign(option.label.language, language),
        )
        for option in options
    ]


def chips(view: Filter, labels: Labels, address: str) -> list[Chip]:
    """What the list is narrowed by, each with the address without it."""
    language = get_language() or "en"
    named = []
    for condition in view.active_conditions():
        label = labels.get((condition.parameter, condition.value), condition.value)
        said = label if isinstance(label, Said) else Said(label, "")
        named.append(Chip(said.text, address + condition.without, language=foreign(said.language, language)))
    return named


def labels_of(options_by_parameter: Mapping[str, Sequence[Option]]) -> dict[tuple[str, str], str | Said]:
    """What each option is called where it stands alone."""
    return {
        (parameter, option.value): Said(str(capfirst(option.label.text)), option.label.language)
        for parameter, options in options_by_parameter.items()
        for option in options
    }


def pages(view: Filter, listing: Listing[Any], address: str) -> Pages:
    """Where the reader stands in the list."""
    return Pages(
        listing.page,
        listing.page_count,
        address + view.query_string(page=listing.preceding) if listing.preceding else "",
        address + view.query_string(page=listing.following) if listing.following else "",
    )
