"""What each role may do with which kind of thing, as Wagtail has it; whose things, the policies say."""

from __future__ import annotations

from collections.abc import Mapping

from movingcities.accounts import rules

STORIES = ("placestory", "approachstory", "networkstory", "decisionstory", "countrystory")


def _of(app: str, models: tuple[str, ...], *actions: str) -> set[str]:
    return {f"{app}.{action}_{model}" for model in models for action in actions}


_ENTER = {"wagtailadmin.access_admin"}
_DRAFT_STORIES = _of("stories", STORIES, "add", "change")
_PUBLISH_STORIES = _of("stories", STORIES, "publish", "lock", "unlock")
_TRANSLATE = _of("stories", STORIES, "change", "publish") | {"wagtail_localize.submit_translation"}
_CORRECT_FACTS = (
    _of("places", ("place",), "add", "change")
    | _of("networks", ("network", "membership"), "add", "change")
    | _of("approaches", ("approach",), "add", "change")
    | _of("decisions", ("decision",), "add", "change")
)
_GLOSSARY = _of("translation", ("glossaryterm",), "add", "change", "delete")

PERMISSIONS: Mapping[str, frozenset[str]] = {
    rules.RESEARCHER: frozenset(_ENTER | _DRAFT_STORIES),
    rules.COUNTRY_EDITOR: frozenset(_ENTER | _DRAFT_STORIES | _PUBLISH_STORIES | _CORRECT_FACTS),
    rules.TRANSLATOR: frozenset(_ENTER | _TRANSLATE),
    rules.MANAGING_EDITOR: frozenset(
        _ENTER
        | _DRAFT_STORIES
        | _PUBLISH_STORIES
        | _of("stories", STORIES, "delete")
        | _CORRECT_FACTS
        | _of("evidence", ("source",), "change")
        | _TRANSLATE
        | _GLOSSARY
        | _of("pages", ("menu",), "add", "change", "delete")
        | _of("wagtailredirects", ("redirect",), "add", "change", "delete")
    ),
    # Everything, by being a superuser.
    rules.ADMINISTRATOR: frozenset(_ENTER),
}
"""{role: permissions as “app.codename”}."""

PAGES: Mapping[str, frozenset[str]] = {
    rules.MANAGING_EDITOR: frozenset({"add", "change", "publish", "lock", "unlock", "bulk_delete"}),
    # In the language of their group only.
    rules.TRANSLATOR: frozenset({"change", "publish"}),
}
"""{role: what it may do with pages}."""

FILES: Mapping[str, frozenset[str]] = {
    rules.RESEARCHER: frozenset({"add", "choose"}),
    rules.COUNTRY_EDITOR: frozenset({"add", "change", "choose"}),
    rules.TRANSLATOR: frozenset({"choose"}),
    rules.MANAGING_EDITOR: frozenset({"add", "change", "delete", "choose"}),
}
"""{role: what it may do with pictures and documents}."""
