"""A story as its page would show it, before anybody has published it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_previewed: ContextVar[Any] = ContextVar("previewed story", default=None)
_addresses: dict[str, Callable[[Any], str]] = {}


@contextmanager
def previewing(story: Any) -> Iterator[None]:
    """Let every reading of stories inside find this one in place of the published one."""
    token = _previewed.set(story)
    try:
        yield
    finally:
        _previewed.reset(token)


def previewed(model: type[Any]) -> Any:
    """The story of a kind that is being previewed, or None."""
    story = _previewed.get()
    return story if isinstance(story, model) else None


def is_previewed(fact: Any) -> bool:
    """Whether a story about the fact is being previewed: its page then shows one, published or not."""
    story = _previewed.get()
    return story is not None and getattr(story, story.fact_name) == fact


def register_address(fact_name: str, address: Callable[[Any], str]) -> None:
    """Let the website say where the page of a fact is, in the active language."""
    _addresses[fact_name] = address


def address_of(story: Any) -> str:
    """The path of the page a story is shown on."""
    return _addresses[story.fact_name](getattr(story, story.fact_name))
