"""The editorial pages and the menus that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from movingcities.blocks.bodies import PageBodyBlock
from movingcities.contributions.starter.dataset import MenuRow, PageRow, Reference
from movingcities.contributions.starter.known import Known, pick
from movingcities.contributions.starter.memory import WHY, Kind, Unwritable
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.pages.actions import publish_page, set_menu
from movingcities.pages.models import (
    EditorialPage,
    GuidePage,
    HomePage,
    Menu,
    NewsPage,
    SectionPage,
)

MODELS: dict[str, type[EditorialPage]] = {"section": SectionPage, "guide": GuidePage, "news": NewsPage}


@dataclass(frozen=True, slots=True)
class PageState:
    """A page as its latest revision has it; a draft that waits beside a live one is an editor's work."""

    slug: str
    kind: str
    words: Mapping[str, str]
    body: Sequence[Any]
    origin: str
    live: bool
    has_draft: bool = False


@dataclass(frozen=True, slots=True)
class MenuState:
    """A menu; each item is (page, list, address, label), the page by its translation key."""

    where: str
    items: Sequence[Sequence[str]] = field(default_factory=tuple)


def parents_first(rows: Mapping[str, PageRow]) -> dict[str, PageRow]:
    """The rows in an order in which each stands after the page it lies below."""
    ordered: dict[str, PageRow] = {}

    def place(slug: str, below: tuple[str, ...]) -> None:
        row = rows.get(slug)
        if row is None or slug in ordered or slug in below:
            return
        place(row.parent, (*below, slug))
        ordered[slug] = row

    for slug in rows:
        place(slug, ())
    return ordered


class PageKind(Kind[PageRow, PageState, Any]):
    """The pages of one language by their slugs. A translation is not brought in without its original."""

    name, label = "page", "pages"

    def __init__(
        self, known: Known, rows: Mapping[str, PageRow], *, language: str = FALLBACK_LANGUAGE
    ) -> None:
        super().__init__(at=known.at)
        self.known = known
        self.rows = rows
        self.language = language
        self.is_translation = language != FALLBACK_LANGUAGE
        if self.is_translation:
            self.name = f"page {language}"

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        wanted = set(keys)
        pages = _pages_of(self.language).filter(slug__in=wanted)
        kinds = {MODELS[self.rows[key].kind] for key in wanted}
        return {page.slug: page.pk for page in pages if page.specific_class in kinds}

    def objects(self, ids: Iterable[int]) -> Mapping[int, Any]:
        return {page.pk: page for page in Page.objects.filter(pk__in=list(ids)).specific()}

    def wanted(self, row: PageRow) -> PageState:
        if self.is_translation:
            self._original(row)
        names = ("title", "teaser", "adapt", *(("audience",) if row.kind == "guide" else ()))
        return PageState(
            slug=row.slug,
            kind=row.kind,
            words={name: row.words[name] for name in names},
            body=_plain(self._resolved(row.body)),
            origin=self._origin(),
            live=not row.words["adapt"],
        )

    def state(self, thing: Any) -> PageState:
        latest = thing.get_latest_revision_as_object()
        kind = next((kind for kind, model in MODELS.items() if isinstance(thing, model)), "")
        names = ("title", "teaser", "adapt", *(("audience",) if kind == "guide" else ()))
        return PageState(
            slug=latest.slug,
            kind=kind,
            words={name: getattr(latest, name) for name in names},
            body=_plain(latest.body.get_prep_value()),
            origin=thing.origin,
            live=thing.live,
            has_draft=thing.live and thing.has_unpublished_changes,
        )

    def write(self, state: PageState, existing: Any | None) -> Any:
        row = self.rows[state.slug]
        # Wagtail would leave a task for each time a page is saved on its way.
        with disable_reference_index_auto_update():
            page = publish_page(
                model=MODELS[state.kind],
                parent=self._parent(row),
                language=self.language,
                slug=state.slug,
                words={**state.words, "body": list(state.body)},
                original=self._original(row) if self.is_translation else None,
                existing=existing,
                is_draft=not state.live,
                by=None,
                at=self.at,
                why=WHY,
            )
        ReferenceIndex.create_or_update_for_object(page)
        return page

    def _origin(self) -> str:
        origin = EditorialPage.Origin.MACHINE if self.is_translation else EditorialPage.Origin.ORIGINAL
        return str(origin.value)

    def _original(self, row: PageRow) -> EditorialPage:
        found = _pages_of(FALLBACK_LANGUAGE).filter(slug=row.slug).first()
        original = found.specific if found else None
        if not isinstance(original, EditorialPage):
            raise Unwritable("the page it translates is not here any more")
        return original

    def _parent(self, row: PageRow) -> Page:
        if not row.parent:
            return HomePage.objects.get(locale__language_code=self.language)
        parent = _pages_of(self.language).filter(slug=row.parent).first()
        if parent is None:
            raise Unwritable(f"the page “{row.parent}” above it is not here in this language")
        return parent

    def _resolved(self, value: Any) -> Any:
        """Stream data in which each reference is the primary key of what it names."""
        if isinstance(value, Reference):
            things: Mapping[str, Mapping[str, Any]] = {
                "place": self.known.places,
                "approach": self.known.approaches,
                "network": self.known.networks,
                "source": self.known.sources,
            }
            return pick(things[value.kind], value.key, value.kind).pk
        if isinstance(value, Mapping):
            return {name: self._resolved(each) for name, each in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._resolved(each) for each in value]
        return value


class MenuKind(Kind[MenuRow, MenuState, Menu]):
    """A menu; the key is where it stands."""

    name, label = "menu", "menus"

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        return dict(Menu.objects.filter(where__in=list(keys)).values_list("where", "pk"))

    def objects(self, ids: Iterable[int]) -> Mapping[int, Menu]:
        return Menu.objects.prefetch_related("items__page").in_bulk(list(ids))

    def wanted(self, row: MenuRow) -> MenuState:
        return MenuState(row.where, [self._wanted_item(item) for item in row.items])

    def _wanted_item(self, item: Mapping[str, str]) -> list[str]:
        key = ""
        if item["page"]:
            page = _pages_of(FALLBACK_LANGUAGE).filter(slug=item["page"]).first()
            if page is None:
                raise Unwritable(f"the page “{item['page']}” is not here any more")
            key = str(page.translation_key)
        return [key, item["list"], item["address"], item["label"]]

    def state(self, thing: Menu) -> MenuState:
        items = sorted(thing.items.all(), key=lambda item: (item.sort_order or 0, item.pk))
        return MenuState(
            thing.where,
            [
                [str(item.page.translation_key) if item.page else "", item.list, item.address, item.label]
                for item in items
            ],
        )

    def write(self, state: MenuState, existing: Menu | None) -> Menu:
        pages = {
            str(page.translation_key): page
            for page in _pages_of(FALLBACK_LANGUAGE).filter(
                translation_key__in=[item[0] for item in state.items if item[0]]
            )
        }
        return set_menu(
            where=state.where,
            items=[
                {"page": pages.get(key), "list": name, "address": address, "label": label}
                for key, name, address, label in state.items
            ],
            by=None,
            at=self.at,
            why=WHY,
        )


def _pages_of(language: str) -> Any:
    return Page.objects.filter(locale__language_code=language, depth__gt=2)


def _plain(body: Any) -> list[Any]:
    """Stream data as the database keeps it, in which defaults are filled in."""
    block = PageBodyBlock()
    return list(block.get_prep_value(block.to_python(body)))
