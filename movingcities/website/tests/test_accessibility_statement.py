"""The accessibility statement says what is known, and who answers for it only if somebody does."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement(client):
    """The words of the statement."""
    return lambda: " ".join(client.get("/en/accessibility/").content.decode().split())


def test_the_statement_has_the_parts_of_the_european_model_in_their_order(statement):
    parts = ("Compliance status", "Content that is not accessible", "How this statement was prepared",
             "Feedback and contact", "Enforcement")  # fmt: skip

    places = [statement().index(f">{part}</h2>") for part in parts]

    assert places == sorted(places)
    assert "prepared on 26 November 2026" in statement()


def test_nobody_is_named_who_was_not_entered(statement):
    page = statement()

    assert "has not entered a name here yet" in page
    assert "no way to report a barrier from this page" in page
    assert "has not named that body here yet" in page
    assert "mailto:" not in page


def test_the_operator_is_named_with_address_and_body(statement, settings):
    settings.OPERATOR = {
        "name": "Test association",
        "mail": "barriers@test.example",
        "enforcement_body": "Test ombudsman",
        "enforcement_url": "https://ombudsman.test.example/",
    }

    page = statement()

    assert "Test association undertakes to make this website accessible." in page
    assert '<a href="mailto:barriers@test.example">' in page
    assert '<a href="https://ombudsman.test.example/">Test ombudsman</a>' in page


@pytest.mark.parametrize("path", ["/en/places/", "/en/accessibility/", "/en/nowhere/"])
def test_the_footer_of_every_page_leads_to_the_statement(client, path):
    footer = client.get(path, follow=True).content.decode().rpartition("<footer")[2]

    assert 'href="/en/accessibility/"' in footer
