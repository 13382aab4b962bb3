"""Templates stay home and only print (ARCHITECTURE: templates; STYLE: templates)."""

import re

import pytest

from .house import PACKAGE, name_of, templates

# Django looks for the pages of its errors at the top.
ERROR_PAGES = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
PARTS_FOR_ALL = {"design", "map"}
# Templates of a library that an app dresses in our design; they are found by the names the library gave them.
# Pages of the editorial system stand in the frame of Wagtail.
EDITORIAL_FRAMES = {"wagtailadmin", "wagtailusers", "wagtailsnippets"}
DRESSED = {"accounts": {"allauth", "account", "mfa"}, "newsroom": {"wagtailadmin"}}
USES = re.compile(r"""{%-?\s*(?:include|extends)\s+["']([^"']+)["']""")
TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
COMMENTS = re.compile(r"{#.*?#}|{% comment.*?endcomment %}", re.DOTALL)
INLINE = re.compile(r"<[a-z][^>]*\s(style|on[a-z]+)\s*=", re.IGNORECASE)
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/ld\+json)[^>]*>", re.IGNORECASE)
QUERY = re.compile(r"\.(all|objects|filter|exclude|values_list|order_by|select_related)\b|_set\b")


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_template_stays_home(path):
    app, _templates, *inside = path.relative_to(PACKAGE).parts
    allowed = {app, *PARTS_FOR_ALL, *EDITORIAL_FRAMES, *DRESSED.get(app, ())}

    used = USES.findall(path.read_text())

    assert inside[0] in {app, *DRESSED.get(app, ())} or (app == "website" and "/".join(inside) in ERROR_PAGES)
    if app != "website":
        assert {name.split("/")[0] for name in used} <= allowed


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_template_holds_nothing_that_the_content_policy_forbids(path):
    text = TAGS.sub("x", COMMENTS.sub("", path.read_text()))

    assert not INLINE.search(text)
    assert not INLINE_SCRIPT.search(text)


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_template_asks_the_database_for_nothing(path):
    text = COMMENTS.sub("", path.read_text())

    asked = [tag for tag in TAGS.findall(text) if QUERY.search(re.sub(r"""(["']).*?\1""", "", tag))]

    assert not asked


def test_python_writes_no_markup_that_the_content_policy_forbids():
    sources = [path for path in PACKAGE.rglob("*.py") if "tests" not in path.parts]

    inline = [name_of(path) for path in sources if INLINE.search(path.read_text())]

    assert not inline
