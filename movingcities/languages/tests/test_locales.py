"""The languages of the editorial system."""

import pytest
from django.conf import settings
from wagtail.models import Locale

from movingcities.languages.actions import ensure_locales


@pytest.mark.django_db
def test_every_language_has_one_locale_however_often_it_is_ensured():
    ensure_locales()
    ensure_locales()

    assert sorted(Locale.objects.values_list("language_code", flat=True)) == sorted(
        code for code, _name in settings.LANGUAGES
    )
