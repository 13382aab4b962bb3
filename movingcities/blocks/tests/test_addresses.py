"""Where a text may lead."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from movingcities.blocks.addresses import is_address, is_web_address, player_address
from movingcities.blocks.pictures import PartnerBlock, VideoBlock
from movingcities.blocks.text import CallToActionBlock

ANY_ADDRESS = st.text(max_size=60) | st.builds(
    "{}{}".format, st.sampled_from(["/", "https://", "http://", "javascript:", "data:"]), st.text(max_size=60)
)


@pytest.mark.parametrize("address", ["/places/?country=DE", "https://example.org/a b", "https://example.org"])
def test_a_call_may_lead_to_a_path_of_ours_and_to_what_is_fetched_encrypted(address):
    assert is_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "places/",
        "//example.org/",
        "/\\example.org/",
        "/\t/example.org/",
        "http://example.org/",
        "https:///places/",
        "https://[bad",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
    ],
)
def test_a_call_leads_nowhere_else(address):
    assert not is_address(address)


@given(ANY_ADDRESS)
def test_whatever_is_written_is_an_address_or_none(address):
    film = player_address(address)

    assert not film or is_web_address(film, ("https",))
    assert is_web_address(address) in (True, False)
    assert is_address(address) in (True, False)


@pytest.mark.parametrize(
    ("address", "player"),
    [
        (
            "https://www.youtube.com/watch?v=abcdefghijk&t=9",
            "https://www.youtube-nocookie.com/embed/abcdefghijk",
        ),
        ("https://youtu.be/abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk"),
        ("https://m.youtube.com/shorts/abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk"),
        ("https://vimeo.com/123/abc", "https://player.vimeo.com/video/123?dnt=1"),
        ("https://vimeo.com/about", ""),
        ("http://youtu.be/abcdefghijk", ""),
        ("https://youtube.com.example/watch?v=abcdefghijk", ""),
        ("https://[bad", ""),
    ],
)
def test_a_film_is_played_without_cookies_or_not_at_all(address, player):
    assert player_address(address) == player


@pytest.mark.parametrize(
    ("block", "value", "told"),
    [
        (VideoBlock(), {"title": "Film", "address": "https://[bad"}, "YouTube and Vimeo"),
        (VideoBlock(), {"title": "Film", "address": "https://example.org/film"}, "YouTube and Vimeo"),
        (
            CallToActionBlock(),
            {"text": "Look.", "label": "Here", "address": "https://[bad"},
            "Begin the address",
        ),
        (PartnerBlock(), {"name": "Partner", "address": "ftp://example.org/"}, "Begin the address"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused_with_what_to_do(block, value, told):
    with pytest.raises(ValidationError) as error:
        block.clean(block.to_python(value))

    assert told in str(error.value.block_errors["address"])
