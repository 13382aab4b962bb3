"""The kinds of texts the desk translates: the apps above enter theirs when they are ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TextKind:
    """A kind of text; `weight` orders the queue where readers have not asked yet, the largest first.

    `related` names the foreign keys that its title is read from.
    """

    model: type[Any]
    weight: int
    related: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the kind is called in addresses."""
        return str(self.model._meta.model_name)

    @property
    def label(self) -> str:
        """What editors call texts of the kind, in their language."""
        return str(self.model._meta.verbose_name_plural)


_kinds: dict[str, TextKind] = {}


def register(model: type[Any], *, weight: int, related: tuple[str, ...] = ()) -> None:
    """Enter a kind of text at the desk."""
    kind = TextKind(model, weight, related)
    _kinds[kind.name] = kind


def kinds() -> tuple[TextKind, ...]:
    """All kinds, the weightiest first."""
    return tuple(sorted(_kinds.values(), key=lambda kind: (-kind.weight, kind.name)))


def kind_named(name: str) -> TextKind | None:
    """The kind of that name, if there is one."""
    return _kinds.get(name)


def kind_of(text: Any) -> TextKind | None:
    """The kind of a text."""
    return _kinds.get(str(text._meta.model_name))
