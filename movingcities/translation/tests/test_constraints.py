"""Promises that the database keeps about the glossary."""

import pytest

from movingcities.translation.models import GlossaryTerm
from tests.constraints import violates

pytestmark = pytest.mark.django_db


def test_glossary_term_is_unique_per_language():
    facts = {"language": "de", "source": "refugee"}
    GlossaryTerm.objects.create(**facts)
    GlossaryTerm.objects.create(**{**facts, "language": "fr"})

    with violates(GlossaryTerm, "glossary_term_is_unique_per_language"):
        GlossaryTerm.objects.create(**facts)
