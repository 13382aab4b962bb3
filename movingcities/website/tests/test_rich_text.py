"""Rich text as readers get it: links, marks of footnotes, headings, and nothing that could harm."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from movingcities.evidence.tests.factories import SourceFactory
from movingcities.pages.tests.factories import page as editorial_page
from movingcities.website.body.rich import KEPT, linked_pages, rich
from movingcities.website.tests.texts import block, items, note, page, section

MARKED = '<sup><a id="note-{0}-mark" href="#note-{0}" role="doc-noteref">{0}</a></sup>'
MARKED_AGAIN = '<sup><a href="#note-{0}" role="doc-noteref">{0}</a></sup>'

PIECES = st.sampled_from(
    """\
<p>
</p>
<a href='/x/'>
<a linktype="page" id="1">
</a>
<b>
</b>
[1]
 [2]
words
<h3>
</h3>
<ul>
<li>
<script>
</script>
<style>
<!--
-->
&lt;b&gt;
&
<
<p style='color:red' onclick='x()' data-block-key='k'>
<a href='javascript:x()'>
<img src=x>
""".splitlines()
)


def printed(source, marks=0, level=3):
    return rich(source, "en", {}, level=level, mark=lambda number: number if number <= marks else None)


class _Read(HTMLParser):
    """What a browser makes of it: which elements with which attributes, and whether all are closed."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open, self.ids, self.is_well_formed = [], [], [], True
        self.feed(html)
        self.close()
        self.is_well_formed = self.is_well_formed and not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, sorted(name for name, _value in attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        if tag == "a" and "a" in self.open:
            self.is_well_formed = False
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.is_well_formed = self.is_well_formed and self.open[-1:] == [tag]
        self.open[-1:] = []


def test_links_lead_to_the_readers_language_and_nowhere_unsafe(db):
    text = (
        '<p><a href="/places/?country=DE">all</a> <a href="https://example.org/">out</a>'
        ' <a href="javascript:alert(1)">bad</a> <a href="//evil.example/">worse</a></p>'
    )

    html = page(section(text), language="el")

    assert '<a href="/el/places/?country=DE">' in html
    assert '<a href="https://example.org/">out</a> bad worse' in html


def test_a_link_to_a_page_leads_to_it_while_it_can_be_read(db):
    live, draft = editorial_page(slug="about"), editorial_page(slug="soon", live=False)
    link = '<a linktype="page" id="{}">{}</a>'.format

    html = page(section(f"<p>{link(live.pk, 'about us')}, {link(draft.pk, 'soon')}</p>"), language="el")

    assert '<p><a href="/el/about/">about us</a>, soon</p>' in html


def test_a_mark_in_an_address_is_none():
    source = '<p><a href="https://example.org/?list[1]=2">here</a> [1]</p>'

    html = printed(source, marks=1)

    assert html == f'<p><a href="https://example.org/?list[1]=2">here</a>{MARKED.format(1)}</p>'


def test_the_second_mark_of_a_footnote_has_no_place_of_its_own():
    assert printed("<p>One [1] two [1]</p>", marks=1) == (
        f"<p>One{MARKED.format(1)} two{MARKED_AGAIN.format(1)}</p>"
    )


def test_a_mark_inside_a_link_stands_behind_it():
    html = printed('<p><a href="https://example.org/">the <b>minutes [1]</b></a> say</p>', marks=1)

    assert html == f'<p><a href="https://example.org/">the <b>minutes</b></a>{MARKED.format(1)} say</p>'


def test_a_link_that_holds_a_mark_only_leaves_the_mark():
    assert printed('<p>Said <a href="/x/"><i>[1]</i></a>.</p>', marks=1) == f"<p>Said {MARKED.format(1)}.</p>"


def test_footnotes_are_numbered_through_the_text_and_lead_back(db):
    source = SourceFactory(title="Minutes of the council").pk

    html = page(
        section("<p>One [1] and two [2].</p>", note("A"), note("B")),
        section("<p>Three [1].</p>", {"note": "", "source": source}),
    )

    assert MARKED.format(3) in html
    assert html.count('role="doc-backlink"') == 3
    assert "Minutes of the council" in html


def test_a_footnote_that_nothing_marks_leads_nowhere(db):
    html = page(section("<p>One [2].</p>", note("Read more"), note("Marked")))

    assert "Read more" in html
    assert re.findall(r'href="#(note-\d-mark)"', html) == ["note-2-mark"]


def test_every_address_on_the_page_leads_to_something_there(db):
    html = page(
        section("<p>One [1] and [1], <a href='/x/'>two [2]</a>, [9].</p>", note("A"), note("B"), note("C")),
        section("<p>Four [1].</p>", note("D")),
    )

    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_was_saved_is_printed_well_formed_and_harmless(source):
    html = printed(source, marks=2)

    read = _Read(html)
    assert read.is_well_formed
    assert len(read.ids) == len(set(read.ids))
    assert {tag for tag, _attributes in read.elements} <= {*KEPT, "a", "h3", "sup"}
    assert {name for _tag, names in read.elements for name in names} <= {"href", "id", "role"}
    assert "javascript:" not in html


@given(st.text(max_size=200))
def test_any_text_is_printed_as_words(source):
    assert _Read(printed(source)).is_well_formed
    assert linked_pages([source]) == set()


def test_keys_of_the_editor_stay_with_the_editor(db):
    html = page(section('<p data-block-key="abc12">Words</p>'))

    assert "<p>Words</p>" in html


def levels(html):
    return [int(level) for level in re.findall(r"<h(\d)", html)]


@pytest.mark.parametrize(
    "first",
    [
        section("<h3>Small</h3><p>Words</p>"),
        ("accordion", {"items": items({"heading": "Why?", "text": "<h3>Small</h3><p>So.</p>"})}),
        ("steps", {"steps": items({"heading": "Begin", "text": "<h3>Small</h3><p>Now.</p>"})}),
        ("people", {"heading": "", "people": items({"name": "N", "role": "R", "text": "<h3>Small</h3>"})}),
        (
            "people",
            {"heading": "Team", "people": items({"name": "N", "role": "R", "text": "<h3>Small</h3>"})},
        ),
    ],
    ids=lambda first: first[0],
)
def test_headings_skip_no_level(db, first):
    alone = levels(page(first))
    below = levels(page(section("<p>Words</p>", heading="Heading"), first))

    for found in (alone, below):
        steps = [after - before for before, after in zip([1, *found], found, strict=False)]
        assert max(steps) == 1


@pytest.mark.parametrize("kind", ["approach_card", "network_card", "place_card", "timeline", "downloads"])
def test_a_text_that_begins_with_other_blocks_skips_no_level_either(db, kind):
    assert levels(page(block(kind))) == [2]
    assert levels(page(section("<p>Words</p>", heading="Heading"), block(kind))) == [2, 3]
