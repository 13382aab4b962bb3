"""Interface strings are found in code and templates and brought into the catalogues."""

from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def messages(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(ROOT / "scripts")
    import messages as script

    monkeypatch.setattr(script, "ROOT", tmp_path)
    monkeypatch.setattr(script, "LOCALE", tmp_path / "locale")
    return script


@pytest.fixture
def catalogue(tmp_path):
    path = tmp_path / "locale/de/LC_MESSAGES/django.po"
    path.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n\n'
    path.write_text(header + 'msgid "Place"\nmsgstr "Ort"\n\nmsgid "Gone"\nmsgstr "Weg"\n')
    return path


def test_strings_of_code_and_templates_are_found(messages, tmp_path):
    app = tmp_path / "movingcities/places"
    app.mkdir(parents=True)
    (app / "models.py").write_text('label = _("Place")\nverb = pgettext_lazy("button", "Search")\n')
    (app / "page.html").write_text(
        "<div>\n  {% translate 'Hello' %}\n{% blocktranslate count n=n trimmed %}\n"
        "   {{ n }} place\n {% plural %}\n   {{ n }} places\n{% endblocktranslate %}</div>"
    )

    found = messages.found_messages()

    assert {message.id for message in found if message.id} == {
        "Place",
        "Search",
        "Hello",
        ("%(n)s place", "%(n)s places"),
    }
    assert found.get("Search", "button").locations == [("movingcities/places/models.py", 0)]


def test_update_keeps_translations_and_drops_what_is_gone(messages, catalogue, tmp_path):
    app = tmp_path / "movingcities/places"
    app.mkdir(parents=True)
    (app / "models.py").write_text('labels = _("Place"), _("Network")\n')

    changed = messages.update(catalogue, write=True)

    with catalogue.open("rb") as source:
        updated = read_po(source, locale="de")
    assert changed
    assert {message.id: message.string for message in updated if message.id} == {
        "Place": "Ort",
        "Network": "",
    }
    assert not messages.update(catalogue, write=True)


def test_catalogue_is_compiled_once_for_every_change(messages, catalogue):
    messages.compile_if_changed(catalogue)
    compiled = catalogue.with_suffix(".mo")
    first = compiled.stat().st_mtime_ns

    messages.compile_if_changed(catalogue)

    with compiled.open("rb") as source:
        assert read_mo(source).get("Place").string == "Ort"
    assert compiled.stat().st_mtime_ns == first


def test_what_a_catalogue_leaves_open_is_said(messages, catalogue, capsys):
    complete = messages.report_faults()
    catalogue.write_text(catalogue.read_text() + '\nmsgid "Network"\nmsgstr ""\n')

    left_open = messages.report_faults()

    assert not complete
    assert left_open
    assert "1 × not translated\n    Network" in capsys.readouterr().out


def test_the_check_fails_on_an_incomplete_catalogue(messages, catalogue, monkeypatch):
    monkeypatch.setattr(messages, "update", lambda _path, *, write: False)
    monkeypatch.setattr("sys.argv", ["messages.py", "check"])
    messages.main()
    catalogue.write_text(catalogue.read_text() + '\nmsgid "Network"\nmsgstr ""\n')

    with pytest.raises(SystemExit, match="Correct the translations"):
        messages.main()


def test_a_counted_string_is_found_without_a_number_too(messages, catalogue):
    catalogue.write_text(
        'msgid ""\nmsgstr ""\n"Language: de\\n"\n'
        '\nmsgid "network"\nmsgid_plural "networks"\nmsgstr[0] "Netzwerk"\nmsgstr[1] "Netzwerke"\n'
    )

    messages.compile_if_changed(catalogue)

    # Looked up as Debian's Python 3.11.2 does it: later versions would find the counted one instead.
    with catalogue.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)._catalog
    assert compiled["network"] == "Netzwerk"
    assert compiled["network", 1] == "Netzwerke"
