"""Blocks that show what the facts say now: cards, live numbers, small maps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from movingcities.approaches.choosing import ApproachChooserBlock
from movingcities.blocks.neutral import NeutralBlock
from movingcities.networks.choosing import NetworkChooserBlock
from movingcities.places.choosing import PlaceChooserBlock

QUERY_HELP = gettext_lazy(
    "Filter the list on the site as you want it and paste its address here; empty: all there are."
)


class Subject(models.TextChoices):
    """What a live number counts: what a list of the site lists."""

    PLACES = "places", gettext_lazy("places")
    NETWORKS = "networks", gettext_lazy("networks")
    APPROACHES = "approaches", gettext_lazy("approaches")
    DECISIONS = "decisions", gettext_lazy("decisions")


QueryReader = Callable[[str, str], str]
"""(subject, address or query as pasted) → the query alone; raises ValidationError that says what is wrong."""

_readers: list[QueryReader] = []


def read_queries_with(reader: QueryReader) -> None:
    """Let the filters, which live above, check what an editor pastes."""
    _readers[:] = [reader]


def read_query(subject: str, pasted: str) -> str:
    """The query of a list as the filters write it; raises ValidationError."""
    for reader in _readers:
        return reader(subject, pasted)
    return pasted


class _Asking(blocks.StructBlock):
    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        try:
            cleaned["query"] = read_query(cleaned.get("subject") or Subject.PLACES.value, cleaned["query"])
        except ValidationError as error:
            raise StructBlockValidationError(block_errors={"query": error}) from error
        return cleaned


class LiveNumberBlock(_Asking):
    """How many there are, computed when the page is asked for by what computes the list it links to."""

    subject = blocks.ChoiceBlock(
        choices=Subject.choices, label=gettext_lazy("What is counted"), default=Subject.PLACES
    )
    query = NeutralBlock(
        label=gettext_lazy("Which of them"), max_length=500, required=False, help_text=QUERY_HELP
    )

    class Meta:
        label = gettext_lazy("Live number")
        icon = "order"


class MiniMapBlock(_Asking):
    """A drawn map of the places a list shows."""

    query = NeutralBlock(
        label=gettext_lazy("Which places"), max_length=500, required=False, help_text=QUERY_HELP
    )
    caption = blocks.CharBlock(label=gettext_lazy("Caption"), max_length=300, required=False)

    class Meta:
        label = gettext_lazy("Small map")
        icon = "site"


class PlaceCardBlock(blocks.StructBlock):
    """A place with its flags and counts."""

    place = PlaceChooserBlock(label=gettext_lazy("Place"))

    class Meta:
        label = gettext_lazy("Card of a place")
        icon = "home"


class ApproachCardBlock(blocks.StructBlock):
    """An approach with its title, places and state."""

    approach = ApproachChooserBlock(label=gettext_lazy("Approach"))

    class Meta:
        label = gettext_lazy("Card of an approach")
        icon = "pick"


class NetworkCardBlock(blocks.StructBlock):
    """A network with its kind and members."""

    network = NetworkChooserBlock(label=gettext_lazy("Network"))

    class Meta:
        label = gettext_lazy("Card of a network")
        icon = "group"
