"""Counts in components are written as the reader's language writes numbers."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from movingcities.design.components import FlagLetter, Link, NetworkLine, Pages


@pytest.mark.parametrize(
    ("component", "context"),
    [
        ("pages", {"pages": Pages(1, 4177)}),
        ("options", {"options": [Link("Test", "#", count=4177)], "label": "Test"}),
        ("topics", {"topics": [Link("Test", "#", count=4177)]}),
        ("alphabet", {"letters": [FlagLetter("T", 4177, "#")]}),
        ("network_rows", {"networks": [NetworkLine(4177, Link("Test", "#"), "")]}),
    ],
)
@pytest.mark.parametrize(("language", "written"), [("en", "4,177"), ("de", "4.177")])
def test_a_count_is_written_as_in_the_readers_language(component, context, language, written):
    with translation.override(language):
        html = render_to_string(f"design/components/{component}.html", context)

    assert written in html
