"""The accessibility statement, in the order of the model that EU law gives: (EU) 2018/1523, annex.

What it claims to be tested is tested: tests/journeys, `just quality`, movingcities/design/tests.
"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.languages.saying import say_date
from movingcities.website.addresses import list_address
from movingcities.website.views.page import PageMeta, render_page

# The day somebody last compared the statement with the site; change it with the statement.
PREPARED_ON = date(2026, 11, 26)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What is accessible, what is not, how that was found out, and whom to tell."""
    context = {
        "operator": settings.OPERATOR,
        "prepared_on": say_date(PREPARED_ON, get_language() or "en"),
    }
    meta = PageMeta(
        title=_("Accessibility statement"),
        description=_(
            "How far Moving Cities meets the rules of accessibility, what was tested and what was not, "
            "and whom to tell about a barrier."
        ),
        canonical_path=list_address("accessibility"),
    )
    return render_page(request, "website/accessibility.html", context, meta=meta)
