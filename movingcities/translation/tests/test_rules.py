"""Where passages stand: pure."""

from movingcities.translation import rules

ORIGINAL = {"title": ["Flats"], "body.1.text": ["One.", "Two."]}


def test_a_passage_is_outdated_when_its_original_reads_differently():
    standing = rules.standing_of(
        {"title": ["Wohnungen"], "body.1.text": ["Eins.", "Zwei."]}, ORIGINAL, "human"
    )

    outdated = rules.outdated_paths(standing, {**ORIGINAL, "body.1.text": ["One.", "Two, and three."]})

    assert outdated == ["body.1.text"]


def test_what_the_original_has_dropped_is_not_outdated():
    standing = rules.standing_of({"title": ["Wohnungen"]}, ORIGINAL, "human")

    assert rules.outdated_paths(standing, {}) == []


def test_a_copied_block_is_no_translation_but_a_name_may_be_the_same():
    standing = rules.standing_of({"title": ["Flats"], "body.1.text": ["One.", "Two."]}, ORIGINAL, "human")

    assert list(standing) == ["title"]


def test_a_text_is_called_by_the_weakest_of_its_passages():
    ways = [["human"], ["human", "checked"], ["checked", "machine", "human"]]

    origins = [
        rules.origin_of({str(number): {"of": "", "text": "", "how": how} for number, how in enumerate(each)})
        for each in ways
    ]

    assert origins == ["human", "checked", "machine"]


def test_strings_changed_where_they_stand_are_paired_and_new_ones_are_not():
    assert rules.replaced(["a", "b", "c"], ["a", "B", "c"]) == [(1, 1)]
    assert rules.replaced(["a", "c"], ["a", "b", "c"]) == []
    assert rules.replaced(["a", "b"], ["a"]) == []
