"""Editorial pages for tests, live and below the home pages of their language."""

from datetime import date
from uuid import uuid4

from wagtail.models import Locale

from movingcities.pages.actions import ensure_home_pages
from movingcities.pages.models import ArticlePage, HomePage, NewsPage, SectionPage
from movingcities.translation.rules import standing_of
from movingcities.translation.segments import texts_of


def home(language="en"):
    """The front page of a language; the first call makes those of all languages."""
    if not HomePage.objects.exists():
        ensure_home_pages(featured=[], hostname="testserver", port=80)
    return HomePage.objects.get(locale__language_code=language)


def body(*sections):
    """Stream data of (heading, rich text) pairs whose ids are their numbers."""
    return [
        {
            "type": "section",
            "id": f"00000000-0000-0000-0000-{number:012}",
            "value": {"heading": heading, "text": text, "footnotes": []},
        }
        for number, (heading, text) in enumerate(sections, start=1)
    ]


def page(model=SectionPage, slug="about", *, parent=None, **fields):
    """A live page in English."""
    title = fields.pop("title", slug.capitalize())
    made = model(
        title=title,
        slug=slug,
        locale=Locale.objects.get(language_code="en"),
        **{"teaser": f"Teaser of {slug}.", **fields},
    )
    (parent or home()).add_child(instance=made)
    return made


def translated(original, language="de", *, parent=None, origin="machine", **fields):
    """The same page in another language, live."""
    above = parent or home(language)
    made = type(original)(
        slug=original.slug,
        locale=above.locale,
        translation_key=original.translation_key,
        origin=origin,
        **{
            "title": f"{original.title} ({language})",
            "teaser": f"{original.teaser} ({language})",
            **({"day": original.day} if isinstance(original, ArticlePage) else {}),
            **fields,
        },
    )
    made.standing = dict(standing_of(texts_of(made), texts_of(original), origin))
    above.add_child(instance=made)
    return made


def news():
    """The English list of news; made once."""
    return NewsPage.objects.filter(locale__language_code="en").first() or page(NewsPage, "news")


def article(slug="", *, day=date(2026, 5, 14), **fields):
    """A live article in English."""
    return page(ArticlePage, slug or f"article-{uuid4().hex[:8]}", parent=news(), day=day, **fields)
