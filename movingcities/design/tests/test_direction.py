"""Words of another language say so, and in which direction they run."""

import pytest
from django.template import Context, Template
from django.utils.translation import override


@pytest.mark.parametrize(
    ("page", "words", "attributes"),
    [
        ("en", "de", ' lang="de"'),
        ("en", "", ""),
        ("ar", "en", ' lang="en" dir="ltr"'),
        ("ar", "he", ' lang="he"'),
        ("en", "ar", ' lang="ar" dir="rtl"'),
        ("el", "und", ' lang="und"'),
        ("el", "no such language", ' lang="no such language"'),
        ("el", '"><script>', ' lang="&quot;&gt;&lt;script&gt;"'),
    ],
)
def test_direction_is_said_only_where_it_turns(page, words, attributes):
    with override(page):
        printed = Template("<p{% lang words %}>").render(Context({"words": words}))

    assert printed == f"<p{attributes}>"
