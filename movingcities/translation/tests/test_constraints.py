"""Promises that the database keeps about the glossary and about what readers ask for."""

import uuid
from datetime import date

import pytest

from movingcities.translation.models import GlossaryTerm, Interest
from tests.constraints import violates

pytestmark = pytest.mark.django_db


def test_glossary_term_is_unique_per_language():
    facts = {"language": "de", "source": "refugee"}
    GlossaryTerm.objects.create(**facts)
    GlossaryTerm.objects.create(**{**facts, "language": "fr"})

    with violates(GlossaryTerm, "glossary_term_is_unique_per_language"):
        GlossaryTerm.objects.create(**facts)


def test_interest_is_one_number_per_text_language_and_month():
    facts = {"translation_key": uuid.uuid4(), "language": "el", "month": date(2026, 11, 1)}
    Interest.objects.create(**facts)
    Interest.objects.create(**{**facts, "language": "de"})

    with violates(Interest, "interest_is_one_number_per_text_language_and_month"):
        Interest.objects.create(**facts)
