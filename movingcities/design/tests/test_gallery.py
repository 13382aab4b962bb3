"""The gallery shows every component, and the base template is sound HTML."""

from pathlib import Path

import html5lib
import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from movingcities.design import samples
from movingcities.design.components import FooterColumn, LanguageLink, Link
from movingcities.design.views import gallery

COMPONENTS = Path(__file__).parent.parent / "templates" / "design" / "components"


def base(**context: object) -> str:
    return render_to_string("design/base.html", context)


def gallery_page(language: str = "en") -> str:
    with translation.override(language):
        return gallery(RequestFactory().get("/design/")).content.decode()


def test_gallery_uses_every_component() -> None:
    source = (COMPONENTS.parent / "gallery.html").read_text(encoding="utf-8")
    inside_others = {"link.html", "field.html"}

    unused = [path.name for path in COMPONENTS.glob("*.html") if f"components/{path.name}" not in source]

    assert set(unused) - inside_others == set()


@pytest.mark.parametrize("language", ["en", "de", "el"])
def test_gallery_is_valid_html(language: str) -> None:
    html5lib.HTMLParser(strict=True).parse(gallery_page(language))


def test_gallery_is_not_for_search_engines() -> None:
    assert '<meta name="robots" content="noindex">' in gallery_page()


def test_no_page_part_needs_inline_styles_or_scripts() -> None:
    html = gallery_page()

    assert "style=" not in html
    assert "<style" not in html
    assert "<script" not in html
    assert " on" + "click" not in html


def test_page_has_one_first_heading_and_a_way_past_the_masthead() -> None:
    html = gallery_page()

    assert html.count("<h1") == 1
    assert 'href="#main"' in html
    assert '<main id="main"' in html


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("el", "ltr"), ("ar", "rtl")])
def test_page_says_its_language_and_direction(language: str, direction: str) -> None:
    with translation.override(language):
        html = base()

    assert f'<html lang="{language}" dir="{direction}">' in html


def test_masthead_marks_where_the_reader_is() -> None:
    html = base(
        navigation=[Link("Places", "/en/places/", is_current=True), Link("Networks", "/en/networks/")]
    )

    assert '<a href="/en/places/" aria-current="page">Places</a>' in html
    assert '<a href="/en/networks/">Networks</a>' in html


def test_languages_are_named_in_themselves() -> None:
    html = base(
        language_links=[LanguageLink("en", "English", "/en/", True), LanguageLink("el", "Ελληνικά", "/el/")]
    )

    assert '<a href="/el/" lang="el" hreflang="el">Ελληνικά</a>' in html


def test_head_tells_search_engines_what_it_was_given() -> None:
    html = base(
        page_title="Potsdam",
        page_description="A state capital",
        canonical_url="https://example.org/en/",
        robots="noindex",
        alternates=[{"code": "de", "url": "https://example.org/de/"}],
    )

    assert "<title>Potsdam · Moving Cities</title>" in html
    assert '<meta name="description" content="A state capital">' in html
    assert '<link rel="canonical" href="https://example.org/en/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="alternate" hreflang="de" href="https://example.org/de/">' in html


def test_footer_names_licence_and_origin_of_the_data() -> None:
    html = base(footer_columns=[FooterColumn("The project", [Link("Sources", "/en/sources/")])])

    assert "CC BY 4.0 · Map: Natural Earth · Places: GeoNames, CC BY 4.0" in html
    assert '<a href="/en/sources/">Sources</a>' in html


def test_register_refuses_a_row_with_too_few_cells() -> None:
    values = samples.gallery() | {"columns": samples.COLUMNS[:-1]}

    with pytest.raises(ValueError, match="zip"):
        render_to_string("design/components/register.html", values)
