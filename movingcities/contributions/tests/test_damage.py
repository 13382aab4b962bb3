"""A damaged copy is refused with file, line, field and what is expected; nothing of it is loaded."""

import gzip
import io

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from movingcities.contributions.starter.checking import FILES, check_dataset
from movingcities.contributions.starter.dataset import Dataset
from movingcities.contributions.starter.problems import DamagedData, Problems
from movingcities.contributions.tests.tiny_dataset import FILES as TEXTS
from movingcities.evidence.models import Source
from movingcities.places.models import Country, Place

CELLS = [
    (
        "networks.csv",
        1,
        "slug",
        "Test Alliance",
        "networks.csv:2: slug: “Test Alliance” is not an identifier",
    ),
    ("networks.csv", 2, "slug", "test-alliance", "networks.csv:3: slug: “test-alliance” is there twice"),
    ("networks.csv", 1, "name", "", "networks.csv:2: name: is empty"),
    ("networks.csv", 1, "name", "x" * 301, "networks.csv:2: name: has 301 characters; at most 300 fit"),
    ("networks.csv", 1, "name", "a\x00b", "networks.csv:2: name: contains a control character"),
    (
        "networks.csv",
        1,
        "kind",
        "club",
        "networks.csv:2: kind: “club” is unknown; expected is one of alliance",
    ),
    ("networks.csv", 1, "scope", "", "networks.csv:2: scope: is empty"),
    ("networks.csv", 1, "countries", "DE;XX", "networks.csv:2: countries: “XX” is unknown"),
    ("networks.csv", 1, "founded", "spring 2019", "networks.csv:2: founded: “spring 2019” is not a date"),
    ("networks.csv", 1, "founded", "2019-02-30", "networks.csv:2: founded: “2019-02-30” is not a date"),
    ("networks.csv", 1, "website", "www.test", "networks.csv:2: website: “www.test” is not a web address"),
    ("networks.csv", 1, "source_url", "", "networks.csv:2: source_url: is empty: this record has no source"),
    (
        "networks.csv",
        1,
        "source_url",
        "ftp://x.y/z",
        "networks.csv:2: source_url: “ftp://x.y/z” is not a web",
    ),
    ("networks.csv", 1, "source_url", "https://[", "networks.csv:2: source_url: “https://[” is not a web"),
    ("networks.csv", 1, "source_url", "https:// x", "networks.csv:2: source_url: “https:// x” is not a web"),
    (
        "memberships.csv",
        2,
        "place_id",
        "de-nowhere",
        "memberships.csv:3: place_id: “de-nowhere” is not a place",
    ),
    (
        "memberships.csv",
        2,
        "network_slug",
        "no-net",
        "memberships.csv:3: network_slug: “no-net” is not a net",
    ),
    (
        "memberships.csv",
        2,
        "place_name",
        "Proba",
        "memberships.csv:3: place_name: “Proba” is not the name of",
    ),
    ("memberships.csv", 2, "country", "DE", "memberships.csv:3: country: “DE” is not where it-prova lies"),
    ("memberships.csv", 2, "since", "2019-5", "memberships.csv:3: since: “2019-5” is not a date"),
    ("memberships.csv", 2, "source_url", "", "memberships.csv:3: source_url: is empty: this record has no"),
    ("decisions.csv", 1, "kind", "party", "decisions.csv:2: kind: “party” is unknown"),
    (
        "decisions.csv",
        1,
        "network_slug",
        "no-net",
        "decisions.csv:2: network_slug: “no-net” is not a network",
    ),
    ("decisions.csv", 1, "what_was_decided", " ", "decisions.csv:2: what_was_decided: is empty"),
    (
        "decisions.csv",
        1,
        "source_url",
        "",
        "decisions.csv:2: source_url: is empty: this record has no source",
    ),
    (
        "places.csv",
        1,
        "place_id",
        "it-testburg",
        "places.csv:2: place_id: “it-testburg” does not start with de-",
    ),
    (
        "places.csv",
        1,
        "country",
        "US",
        "places.csv:2: country: “US” is unknown; expected is one of 59 values",
    ),
    ("places.csv", 1, "kind", "populated-place", "places.csv:2: kind: “populated-place” is unknown"),
    ("places.csv", 1, "geoname_id", "4711", "places.csv:2: geoname_id: 4711 is not in geography/gazetteer"),
    (
        "places.csv",
        1,
        "geoname_id",
        "5",
        "places.csv:2: geoname_id: 5 lies in GR; expected is a number in DE",
    ),
    ("places.csv", 1, "geoname_id", "one", "places.csv:2: geoname_id: “one” is not a number"),
    ("places.csv", 2, "geoname_id", "8", "places.csv:3: geoname_id: 8 lies in FR"),
    ("places.csv", 3, "seat_geoname_id", "4711", "places.csv:4: seat_geoname_id: 4711 is not in geography"),
    ("places.csv", 1, "latitude", "91", "places.csv:2: latitude: “91” is out of range; expected are degrees"),
    ("places.csv", 1, "latitude", "nan", "places.csv:2: latitude: “nan” is out of range"),
    ("places.csv", 1, "longitude", "", "places.csv:2: longitude: is empty"),
    ("places.csv", 1, "population", "-5", "places.csv:2: population: “-5” is not a number"),
    ("places.csv", 1, "population", "9" * 5000, "is not a number; expected are digits"),
    (
        "geography/gazetteer.csv.gz",
        3,
        "geoname_id",
        "2",
        "gazetteer.csv.gz:4: geoname_id: “2” is there twice",
    ),
    ("geography/gazetteer.csv.gz", 3, "country", "BR", "gazetteer.csv.gz:4: country: “BR” is unknown"),
    ("geography/gazetteer.csv.gz", 3, "longitude", "x", "gazetteer.csv.gz:4: longitude: “x” is out of range"),
    ("geography/gazetteer.csv.gz", 3, "name", "", "gazetteer.csv.gz:4: name: is empty"),
]
TEXT_EDITS = [
    ("topics.yaml", "label: Reception and housing", "label: 2019", "topics.yaml:2: label: is a number"),
    ("topics.yaml", "label: Reception and housing", "label: yes", "topics.yaml:2: label: is yes or no"),
    ("topics.yaml", "label: Reception and housing", "label: [a]", "topics.yaml:2: label: is a list"),
    ("topics.yaml", "label: Reception and housing", "label: {a: b}", "topics.yaml:2: label: is a mapping"),
    (
        "topics.yaml",
        "label: Reception and housing",
        "name: x",
        "topics.yaml:2: name: is unknown; the fields are",
    ),
    ("topics.yaml", "label: Reception and housing", "name: x", "topics.yaml:1: label: is missing"),
    ("topics.yaml", "label: Reception and housing", "slug: x", "topics.yaml:2: slug: is there twice"),
    ("topics.yaml", "  - shelter", "  - [shelter]", "topics.yaml:4: synonyms: holds a list"),
    ("topics.yaml", "  - shelter", "  - 3", "topics.yaml:4: synonyms: holds a number"),
    ("topics.yaml", "label: Reception and housing", "label: [", "is not well-formed YAML"),
    ("topics.yaml", "  label: Reception and housing", "\tlabel: x", "topics.yaml:2: is not well-formed YAML"),
    (
        "topics.yaml",
        "label: Reception and housing",
        "label: a\x01b",
        "topics.yaml:2: holds a forbidden character",
    ),
    ("topics.yaml", "label: Reception and housing", "[a]: b", "topics.yaml:2: has a field without a name"),
    (
        "approaches.yaml",
        "- reception-and-housing",
        "- cooking",
        "approaches.yaml:7: topics: “cooking” is not a topic",
    ),
    ("approaches.yaml", "started: '2016'", "started: 2016", "approaches.yaml:8: started: is a number"),
    ("approaches.yaml", "started: '2016'", "started: 2016-01-01", "approaches.yaml:8: started: is a date"),
    ("approaches.yaml", "started: '2016'", "started: '16'", "approaches.yaml:8: started: “16” is not a date"),
    ("approaches.yaml", "ended: null", "ended: '2020'", "approaches.yaml:9: ended: “2020” does not go with"),
    (
        "approaches.yaml",
        "ended: null\n  status: active",
        "ended: '2015'\n  status: ended",
        "approaches.yaml:9: ended",
    ),
    (
        "approaches.yaml",
        "status: active",
        "status: sleeping",
        "approaches.yaml:10: status: “sleeping” is unknown",
    ),
    (
        "approaches.yaml",
        "place_id: de-testburg",
        "place_id: x-y",
        "approaches.yaml:3: place_id: “x-y” is not a place",
    ),
    (
        "approaches.yaml",
        "summary: Flats instead of halls.",
        "summary:",
        "approaches.yaml:15: summary: is empty",
    ),
    (
        "approaches.yaml",
        "https://test.example/flats",
        "test.example",
        "approaches.yaml:22: url: “test.example” is not",
    ),
    (
        "approaches.yaml",
        "published: '2024-01'",
        "published: '2024-13'",
        "approaches.yaml:25: published: “2024-13”",
    ),
    ("approaches.yaml", "publisher: Testburg", "author: Testburg", "approaches.yaml:28: author: is unknown"),
    (
        "profiles.yaml",
        "  - test-alliance",
        "  - no-net",
        "profiles.yaml:13: networks: “no-net” is not a network",
    ),
    ("profiles.yaml", "    text: With a factory.", "", "profiles.yaml:10: text: is missing"),
    (
        "profiles.yaml",
        "  - title: How it began\n    text: With",
        "  - With",
        "profiles.yaml:10: sections: holds a text",
    ),
    (
        "profiles.yaml",
        "place_name: Testburg",
        "place_name: T",
        "profiles.yaml:2: place_name: “T” is not the name",
    ),
    (
        "countries.yaml",
        "- country: DE",
        "- country: SE",
        "countries.yaml:1: country: “SE” is not a country that",
    ),
    (
        "countries.yaml",
        "context: Towns may decide about tests.",
        "context: ''",
        "countries.yaml:2: context: is empty",
    ),
]


def problems_of(dataset):
    with pytest.raises(DamagedData) as caught:
        check_dataset(dataset.path)
    return str(caught.value.problems)


def test_the_undamaged_dataset_is_sound(dataset):
    assert len(check_dataset(dataset.path).memberships) == 3


@pytest.mark.parametrize(("name", "row", "column", "value", "expected"), CELLS)
def test_a_wrong_cell_is_named(dataset, name, row, column, value, expected):
    dataset.set_cell(name, row, column, value)

    assert expected in problems_of(dataset)


@pytest.mark.parametrize(("name", "old", "new", "expected"), TEXT_EDITS)
def test_a_wrong_field_of_a_yaml_file_is_named(dataset, name, old, new, expected):
    dataset.replace(name, old, new)

    assert expected in problems_of(dataset)


@pytest.mark.parametrize("name", ["approaches.yaml", "profiles.yaml", "countries.yaml"])
def test_a_record_without_a_source_is_refused(dataset, name):
    text = dataset.read(name)
    dataset.write(name, text[: text.index("  sources:")] + "  sources: []\n")

    line = text[: text.index("  sources:")].count("\n") + 1
    assert f"{name}:{line}: sources: is empty: this record has no source" in problems_of(dataset)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(dataset, name):
    (dataset.path / name).unlink()

    assert f"{name}:1: cannot be read" in problems_of(dataset)


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_is_named(dataset, name):
    dataset.write(name, "")

    assert f"{name}:1: " in problems_of(dataset)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_utf_8_is_named_with_the_line(dataset, name):
    lines = dataset.read(name).encode().split(b"\n")
    lines[1] += b"\xe4"
    dataset.write(name, b"\n".join(lines))

    assert f"{name}:2: is not encoded as UTF-8" in problems_of(dataset)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".yaml")])
@pytest.mark.parametrize(
    "text", ["just words", "a: b", "- words", "- - a", "--- a\n--- b", "&a [*a]", "- &a {slug: *a}"]
)
def test_yaml_of_another_shape_is_named(dataset, name, text):
    dataset.write(name, text)

    assert f"{name}:" in problems_of(dataset)


def test_yaml_nested_without_end_is_named(dataset):
    dataset.write("topics.yaml", "[" * 5000)

    assert "topics.yaml:1: " in problems_of(dataset)


@pytest.mark.parametrize("name", [name for name in FILES if ".csv" in name])
def test_unknown_missing_and_repeated_columns_are_named(dataset, name):
    header, _, rest = dataset.read(name).partition("\n")
    first, _, others = header.partition(",")
    second = others.partition(",")[0]
    dataset.write(name, f"colour,{others},{second}\n{rest}")

    problems = problems_of(dataset)

    assert f"{name}:1: colour: is an unknown column" in problems
    assert f"{name}:1: {first}: is missing" in problems
    assert f"{name}:1: {second}: is there twice" in problems


@pytest.mark.parametrize("name", [name for name in FILES if ".csv" in name])
def test_a_row_with_too_few_cells_is_named(dataset, name):
    lines = dataset.read(name).split("\n")
    lines[1] = lines[1].rpartition(",")[0]
    dataset.write(name, "\n".join(lines))

    assert f"{name}:2: has " in problems_of(dataset)


def test_a_quotation_mark_left_open_is_named(dataset):
    dataset.replace("decisions.csv", '18 no"', "18 no")

    assert "decisions.csv:2: is not well-formed CSV" in problems_of(dataset)


def test_a_row_behind_one_of_several_lines_has_its_own_line(dataset):
    dataset.replace("networks.csv", "Unites towns for tests.", '"Unites\ntowns."')
    dataset.replace("networks.csv", "project,european", "projekt,european")

    assert "networks.csv:4: kind: “projekt” is unknown" in problems_of(dataset)


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.95])
def test_a_truncated_gazetteer_is_named(dataset, kept):
    path = dataset.path / "geography/gazetteer.csv.gz"
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])

    assert "is damaged from here on" in problems_of(dataset)


def test_a_gazetteer_that_is_not_compressed_is_named(dataset):
    (dataset.path / "geography/gazetteer.csv.gz").write_text(TEXTS["geography/gazetteer.csv.gz"])

    assert "geography/gazetteer.csv.gz:1: is damaged" in problems_of(dataset)


def test_a_flipped_byte_in_the_gazetteer_is_named(dataset):
    path = dataset.path / "geography/gazetteer.csv.gz"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)

    assert "geography/gazetteer.csv.gz:" in problems_of(dataset)


def test_one_damaged_file_does_not_drown_the_others_in_problems(dataset):
    (dataset.path / "places.csv").unlink()
    dataset.set_cell("networks.csv", 1, "kind", "club")

    problems = problems_of(dataset)

    assert len(problems.splitlines()) == 2, problems


def test_all_problems_are_told_at_once_up_to_fifty():
    problems = Problems()
    for line in range(2, 63):
        problems.note("places.csv", line, "name", "is empty")

    lines = str(problems).splitlines()

    assert len(lines) == 51
    assert lines[-1] == "… and 11 more"


@pytest.mark.django_db
def test_nothing_of_a_damaged_copy_is_loaded_and_the_command_fails(dataset):
    dataset.set_cell("memberships.csv", 3, "since", "soon")
    dataset.replace("countries.yaml", "context: Towns may decide about tests.", "context: []")

    with pytest.raises(CommandError) as caught:
        call_command("load_starter_data", data=dataset.path, stdout=io.StringIO())

    assert caught.value.returncode == 1
    assert "memberships.csv:4: since: “soon” is not a date; expected is 2019, 2019-05" in str(caught.value)
    assert "countries.yaml:2: context: is a list; expected is text" in str(caught.value)
    assert not Place.objects.exists()
    assert not Country.objects.exists()
    assert not Source.objects.exists()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(FILES),
    where=st.integers(min_value=0, max_value=5000),
    length=st.integers(min_value=0, max_value=40),
    inserted=st.binary(max_size=12),
)
def test_any_damage_is_refused_with_a_line_or_makes_no_difference(dataset, name, where, length, inserted):
    """Neither an exception of another kind nor a dataset of unknown shape."""
    path = dataset.path / name
    original = path.read_bytes()
    content = gzip.decompress(original) if name.endswith(".gz") else original
    where %= len(content) + 1
    damaged = content[:where] + inserted + content[where + length :]
    path.write_bytes(gzip.compress(damaged) if name.endswith(".gz") else damaged)

    try:
        result = check_dataset(dataset.path)
    except DamagedData as error:
        result = error.problems
    finally:
        path.write_bytes(original)

    assert isinstance(result, Dataset) or all(problem.line >= 1 for problem in result.found)
