"""`just crawl` notices what it is there to notice."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from scripts.markup import Document, faults
from tests.architecture.house import ROOT

SOUND = (
    """<!doctype html><html lang="en"><head><title>Test</title></head><body><h1>Test</h1>{}</body></html>"""
)


def test_a_sound_page_has_no_faults():
    page = SOUND.format(
        '<h2 id="a">A</h2><ul><li><a href="#a">A</a></li></ul><svg role="img" aria-label="B"></svg>'
        '<label>C <input name="c"></label><img src="/d.png" alt="">'
    )

    assert faults(Document.parse(page)) == []


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ("<div><span></div>", "invalid HTML"),
        ("<p><div>A</div></p>", "invalid HTML"),
        ("<span><div>A</div></span>", "<div> inside <span>"),
        ("<ul><div>A</div></ul>", "<div> directly in <ul>"),
        ("<li>A</li>", "<li> outside"),
        ('<b id="a">A</b><b id="a">A</b>', "id “a” 2 times"),
        ('<p aria-labelledby="gone">A</p>', "missing id “gone”"),
        ("<h1>A</h1>", "2 h1"),
        ("<h3>A</h3>", "h3 “A” after h1"),
        ("<h2> </h2>", "empty h2"),
        ('<p lang="">A</p>', "empty lang"),
        ('<img src="/a.png">', "img without alt"),
        ('<svg role="img"></svg>', "role=img without a name"),
        ("<svg></svg>", "neither hidden nor named"),
        ('<a href="/a/"><svg aria-hidden="true"></svg></a>', "<a> without words"),
        ('<input name="a">', "control without a label: a"),
        ("<table><tr><td>A</table>", "table without a caption"),
        ("<table><caption>A</caption><tr><th>B</th></tr></table>", "th without scope"),
        ('<p style="color:red">A</p>', "attribute style"),
        ('<p onclick="a()">A</p>', "attribute onclick"),
        ("<script>a()</script>", "inline script"),
        ("<style>p{}</style>", "inline style sheet"),
        ('<img alt="" src="https://elsewhere.example/a.png">', "loads from elsewhere"),
        ("<p>%(count)s places</p>", "left behind"),
        ("<p>None</p>", "says “None”"),
        ("<blink>A</blink>", "unknown element <blink>"),
        ('<p align="left">A</p>', "unknown attribute align on <p>"),
        ('<p aria-lable="A">A</p>', "unknown attribute aria-lable"),
        ('<p role="headline">A</p>', "unknown role headline"),
        ('<p lang="sr_Latn">A</p>', "lang “sr_Latn” on <p> is no language"),
        ('<p lang="qq">A</p>', "is no language"),
        ('<p dir="left">A</p>', "dir “left”"),
        ('<time datetime="">A</time>', "time that is none"),
        ('<label>A <input type="place"></label>', "input of type place"),
        ('<p tabindex="2">A</p>', "tabindex over 0"),
        ('<a href="/a b/">A</a>', "href with a space"),
        ('<a href="/a/">A <button>B</button></a>', "<button> inside <a>"),
        ('<p aria-hidden="true"><a href="/a/">A</a></p>', "can be reached by keyboard"),
        ("<figure><p>A</p><figcaption>B</figcaption><p>C</p></figure>", "in the middle of a <figure>"),
        ("<details><p>A</p></details>", "without a <summary>"),
        ("<dl><dd>A</dd></dl>", "begins with <dd>"),
        ("<dl><dt>A</dt></dl>", "ends with <dt>"),
        ("<main>A</main><main>B</main>", "2 <main>"),
        ("<table><caption>A</caption><tr><td>B<tr><td>C<td>D</table>", "rows of 1, 2 cells"),
        ('<label for="a">A</label><p id="a">B</p>', "label for <p>"),
    ],
)
def test_every_rule_finds_what_breaks_it(markup, fault):
    found = faults(Document.parse(SOUND.format(markup)))

    assert any(fault in one for one in found), found


PAGES = {
    "/en/": '<a href="/en/one/#gone">A</a><a href="/en/lost/">B</a><a href="/de/">C</a>',
    "/en/one/": '<a href="/en/two/">Two</a><a href="https://test.example/%C3%A4">A</a><p>Test network</p>',
    "/en/two/": '<a href="/en/three/">A</a><a href="/en/two/?a=1">B</a><a href="/en/two/?a=1&amp;b=2">C</a>',
    "/en/two/?a=1": "<p>A</p>",
    "/en/three/": '<a href="/en/four/">A</a>',
    "/en/four/": '<a href="/en/five/">A</a>',
    "/en/five/": "<p>Too far</p>",
}


@pytest.fixture
def site():
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            body = SOUND.format(PAGES.get(self.path, "")).encode()
            self.send_response(200 if self.path in PAGES else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def crawl(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "scripts")
    import crawl

    return crawl


@pytest.fixture
def walk(crawl, site):
    walk = crawl.Walk(site, "/en/")
    walk.go()
    return walk


def test_the_walk_goes_four_clicks_deep_in_one_language_with_one_condition(walk):
    depths = {path: page.depth for path, page in walk.found.items()}

    assert depths == {
        "/en/": 0,
        "/en/lost/": 1,
        "/en/one/": 1,
        "/en/two/": 2,
        "/en/two/?a=1": 3,
        "/en/three/": 3,
        "/en/four/": 4,
    }


def test_what_is_missing_on_the_way_is_noted(walk):
    walk.check_pages()

    assert walk.problems == {"status 404": ["/en/lost/"], "no such fragment: /en/one/#gone": ["/en/"]}


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ({"path": "/en/one/", "words": "Test network", "sources": ["https://test.example/ä"]}, None),
        (
            {"path": "/en/one/", "words": "Test", "sources": ["https://test.example/other"]},
            "without its source",
        ),
        ({"path": "/en/one/", "words": "Other words", "sources": ["https://test.example/ä"]}, "not shown"),
        ({"path": "/en/five/", "words": "Too far", "sources": ["https://test.example/ä"]}, "not shown"),
        ({"path": "/en/one/", "partner": "/en/two/", "sources": ["https://test.example/ä"]}, None),
        ({"path": "/en/one/", "partner": "/en/three/", "sources": ["https://test.example/ä"]}, "not shown"),
    ],
)
def test_a_record_is_shown_with_its_source_or_noted(crawl, walk, record, problem):
    record = crawl.Record(
        **{"kind": "test", "name": "test", **record, "sources": frozenset(record["sources"])}
    )

    walk.check_records([record])

    assert [problem in kind for kind in walk.problems] == ([True] if problem else [])


def test_the_dataset_promises_what_the_issue_counts(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "scripts")
    from collections import Counter

    from expected_records import expected_records

    counted = Counter(record.kind for record in expected_records())

    assert counted == {
        "network": 89,
        "place": 835,
        "membership": 1321,
        "decision": 88,
        "approach": 133,
        "portrait": 30,
        "country": 23,
    }
