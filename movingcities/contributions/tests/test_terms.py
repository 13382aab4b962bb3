"""The glossary of the desk as its file says it."""

import pytest

from movingcities.accounts.tests.factories import UserFactory
from movingcities.contributions.starter.problems import DamagedData
from movingcities.translation.models import GlossaryTerm
from movingcities.translation.queries import terms_for
from movingcities.translation.terms import breaches

pytestmark = pytest.mark.django_db
TERMS = """de:
  refugee:
    term: refugee
    say: [Geflüchtet, Flüchtling]
  no-flood:
    never: [Flüchtlingswelle]
    note: People are no flood.
el:
  refugee:
    term: refugee
    say: [πρόσφυγα]
"""


@pytest.fixture(autouse=True)
def _terms(dataset):
    dataset.write("translation_terms.yaml", TERMS)


def test_terms_come_in_for_each_language(load):
    load()

    terms = terms_for("de")
    german = breaches("A wave of refugees", "Geflüchtete kamen als Flüchtlingswelle", terms)

    assert [term.source for term in terms] == ["", "refugee"]
    assert [(each.said, each.note) for each in german] == [("Flüchtlingswelle", "People are no flood.")]
    assert not breaches("A refugee", "Ein geflüchteter Mensch", terms)
    assert GlossaryTerm.objects.count() == 3


def test_loading_twice_changes_nothing_and_an_editors_words_stay(dataset, load):
    load()
    GlossaryTerm.objects.filter(language="el").update(required=["προσφύγων"])
    dataset.replace("translation_terms.yaml", "say: [πρόσφυγα]", "say: [πρόσφυγας]")

    load()

    assert GlossaryTerm.objects.get(language="el").required == ["προσφύγων"]
    assert GlossaryTerm.objects.count() == 3


def test_what_the_dataset_changes_is_changed(dataset, load):
    load()
    dataset.replace("translation_terms.yaml", "say: [πρόσφυγα]", "say: [πρόσφυγα, προσφυγικ]")

    load()

    assert GlossaryTerm.objects.get(language="el").required == ["πρόσφυγα", "προσφυγικ"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("el:\n", "xx:\n", "is no language of the site"),
        ("    never: [Flüchtlingswelle]\n", "", "expected is a term with words to say"),
        ("say: [πρόσφυγα]", "says: [πρόσφυγα]", "is unknown; the fields are"),
        ("say: [πρόσφυγα]", "say: πρόσφυγα", "expected is a list"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(dataset, load, old, new, told):
    dataset.replace("translation_terms.yaml", old, new)

    with pytest.raises(DamagedData, match=told):
        load()


def test_an_editor_writes_one_word_a_line(client):
    client.force_login(UserFactory(is_superuser=True, role="administrator"))
    form = {
        "language": "pl",
        "source": "refugee",
        "required": "uchodźca\n uchodźczyni \n\n",
        "forbidden": "",
        "note": "",
    }

    client.post("/admin/glossary/new/", form)
    term = GlossaryTerm.objects.get()
    page = client.get(f"/admin/glossary/edit/{term.pk}/").content.decode()

    assert term.required == ["uchodźca", "uchodźczyni"]
    assert "uchodźca\nuchodźczyni</textarea>" in page


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"required": ""}, "Write a term and what to say for it"),
        ({"source": ""}, "Write a term and what to say for it"),
        ({"required": "a" * 121}, "too long for a term"),
    ],
)
def test_a_term_that_says_nothing_is_refused_and_stays_in_the_form(client, changed, told):
    client.force_login(UserFactory(is_superuser=True, role="administrator"))
    form = {
        "language": "pl",
        "source": "refugee",
        "required": "uchodźca",
        "forbidden": "",
        "note": "kept",
        **changed,
    }

    page = client.post("/admin/glossary/new/", form).content.decode()

    assert told in page
    assert 'value="kept"' in page
    assert not GlossaryTerm.objects.exists()
