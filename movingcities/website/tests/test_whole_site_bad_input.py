"""Whatever stands behind the question mark: a page that helps, never an error of the server."""

from functools import cache
from urllib.parse import quote, quote_from_bytes

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from movingcities.website.tests.world import make_world
from scripts.markup import Document, faults

PATHS = (
    "/en/", "/en/places/", "/en/networks/", "/en/approaches/", "/en/decisions/", "/en/countries/",
    "/en/topics/", "/en/sources/", "/en/search/", "/en/places/de/hub/", "/en/countries/de/",
)  # fmt: skip
PARAMETERS = (
    "q", "country", "network", "topic", "kind", "scope", "size", "has", "has_results", "letter", "status",
    "started_after", "started_before", "year", "sort", "page", "go", "active", "utm_source", "", "q[]",
    "page\0",
)  # fmt: skip
NASTY = (
    "", " ", "DE", "de", "QQ", "hub", "κόμβος", "other", "all", "story", "approach", "active", "name", "no",
    "1", "0", "-1", "1000000000", "9" * 400, "1e9", "0x1", "²", "٣", "2018", "0000", "10000", "A", "Ä",
    "x" * 10_000, "a b " * 2_000, "\0", "\x01\x1b[31m", "\u202e", "\ud800", "\ufeff", "\U000e0041",
    "None", "null", "[]", "{}", "%", "_", "*", '"', "'", "' OR 1=1 --", '"hub" NEAR/2 AND (', "{{ 7*7 }}",
    "<script>alert(1)</script>", "%(count)s", "{0}", "../../etc/passwd", "\r\nX-Test: 1", "ﷺ" * 100, "İ",
    "ß", "ς", "a\u0301" * 300,
)  # fmt: skip

values = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=40), st.integers().map(str), st.binary(max_size=20)
)
parameters = st.one_of(st.sampled_from(PARAMETERS), st.text(max_size=8))
queries = st.lists(st.tuples(parameters, values), max_size=8)
junk = st.binary(max_size=60).map(lambda junk: junk.decode("latin-1"))


def written(query):
    """The query string; what is no text, such as lone surrogates and bytes, as the bytes it is made of."""
    return "&".join(
        f"{quote(name, errors='surrogatepass')}="
        + (quote_from_bytes(value) if isinstance(value, bytes) else quote(value, errors="surrogatepass"))
        for name, value in query
    )


@cache
def faults_of(page):
    """What is wrong with a page; words that look like a gap in a translation may be the reader's own."""
    return [fault for fault in faults(Document.parse(page)) if not fault.startswith("left behind")]


@pytest.fixture
def world(db):
    make_world(rows=1)


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(path=st.sampled_from(PATHS), query=st.one_of(queries.map(written), junk))
def test_no_query_string_breaks_a_page(client, world, path, query):
    expect_help(client, path, query)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("&".join(f"country={number}" for number in range(2_000)), id="many values"),
        pytest.param("a=1&" * 10_001, id="many parameters"),
        pytest.param("q=%ff%fe%00%&page=%", id="broken escapes"),
        pytest.param("country=DE&country=QQ&country=MC&page=1000000000", id="unknown value, far page"),
        pytest.param("started_after=2020&started_before=2010&year=-5", id="contradiction"),
        pytest.param(written([(name, "x" * 10_000) for name in PARAMETERS]), id="long texts"),
        pytest.param(written([(name, "\0") for name in PARAMETERS]), id="nulls"),
    ],
)
def test_no_page_is_broken_by_a_query_string_that_was_met_elsewhere(client, world, query):
    for path in PATHS:
        expect_help(client, path, query)


def expect_help(client, path, query):
    """A page of the site's own design, or a refusal in it."""
    response = client.get(path, QUERY_STRING=query, follow=True)

    assert response.status_code == 200 or 400 <= response.status_code < 500, path
    assert b'<header class="masthead' in response.content, path
    assert faults_of(response.content) == [], path


def test_a_long_query_string_does_not_make_a_long_page(client, world):
    short, long = (
        client.get("/en/networks/", {"network": "x" * length, "q": "y" * length}).content
        for length in (1, 10_000)
    )

    assert len(long) < len(short) + 2_000
