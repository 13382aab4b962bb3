"""What the drawing tags print."""

import re

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe


def printed(source: str, **values: object) -> str:
    return Template("{% load design %}" + source).render(Context(values))


def flags_in(html: str) -> list[str]:
    return re.findall(r"#([fn]\w)", html)


def test_hoist_flies_the_letters_in_order_and_hides_from_machines() -> None:
    html = printed("{% hoist 'POT' %}")

    assert flags_in(html) == ["fP", "fO", "fT"]
    assert 'aria-hidden="true"' in html


def test_short_name_flies_fewer_flags() -> None:
    assert flags_in(printed("{% hoist 'A' %}")) == ["fA"]


def test_name_without_latin_letters_flies_nothing() -> None:
    assert printed("{% hoist '' %}") == ""


def test_spelled_hoist_names_its_flags_in_english() -> None:
    html = printed("{% hoist 'POT' size='head' spelled=True %}")

    assert re.findall(r"<span>(\w+)</span>", html) == ["Papa", "Oscar", "Tango"]
    assert '<p class="spelling" lang="en"' in html


def test_hoist_of_an_inactive_place_is_a_ghost() -> None:
    assert "hoist-bare" in printed("{% hoist 'BRA' size='head' bare=True %}")
    assert "hoist-bare" not in printed("{% hoist 'BRA' size='head' %}")


def test_unknown_size_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="small, row, medium, large, head, lead"):
        printed("{% hoist 'POT' size='huge' %}")


def test_letters_cannot_break_out_of_the_drawing() -> None:
    assert "<script" not in printed("{% hoist letters %}", letters='"><script>')


def test_pennants_show_the_digits_of_a_number() -> None:
    assert flags_in(printed("{% pennants 13 %}")) == ["n1", "n3"]


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("planned", "Planned"),
        ("active", "Active"),
        ("ended", "Ended"),
        ("reversed", "Reversed"),
        ("unknown", "Present unknown"),
    ],
)
def test_status_is_a_glyph_and_a_word(value: str, word: str) -> None:
    with translation.override("en"):
        html = printed("{% status value %}", value=value)

    assert html == f'<span class="status status-{value}">{word}</span>'


def test_unknown_status_is_refused() -> None:
    with pytest.raises(ValueError, match="planned, active, ended, reversed, unknown"):
        printed("{% status 'lapsed' %}")


def test_open_pennant_narrows_to_the_present() -> None:
    html = printed("{% dated_pennant 0.25 %}")

    assert 'd="M25.00 10L99.5 20V28L25.00 38z"' in html


def test_pennant_with_a_known_end_keeps_its_width_until_then() -> None:
    html = printed("{% dated_pennant 0.25 0.5 %}")

    assert 'd="M25.00 10H50.00V38H25.00z"' in html


def test_sighting_claims_no_duration() -> None:
    html = printed("{% dated_pennant 0.25 None True %}")

    assert 'd="M25.00 17h2v14h-2z"' in html


def test_unknown_day_draws_nothing() -> None:
    assert "<path" not in printed("{% dated_pennant None %}")


def test_vote_is_drawn_in_true_proportion() -> None:
    html = printed("{% vote_bar 55595 51950 %}")

    assert 'width="51.69"' in html


def test_vote_without_votes_does_not_divide() -> None:
    assert 'width="0.00"' in printed("{% vote_bar 0 0 %}")


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("1.991 τόποι σε 39 χώρες", "1.991\u00a0τόποι σε 39\u00a0χώρες"),
        ("50 practices & 1 place", "50\u00a0practices &amp; 1\u00a0place"),
        ("„<b>3 Orte", "„&lt;b&gt;3\u00a0Orte"),
        (
            mark_safe('„<span lang="en">SHARE</span>“ verbindet 5 Orte'),
            '„<span lang="en">SHARE</span>“ verbindet 5\u00a0Orte',
        ),
        ("Decided in 2019", "Decided in 2019"),
        ("", ""),
    ],
)
def test_no_number_of_a_headline_ends_a_line(heading: str, shown: str) -> None:
    assert printed("{{ heading|numbers_kept }}", heading=heading) == shown


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("Potsdam", "name-full"),
        ("Å", "name-full"),
        ("Frankfurt am Main", "name-full"),
        ("Ludwigshafen", "name-middle"),
        ("Comunità Montana Valli Orco e Soana Gran Paradiso", "name-middle"),
        ("Llanfairpwllgwyngyll", "name-small"),
    ],
)
def test_longest_word_decides_the_size_of_a_name(name: str, size: str) -> None:
    assert printed("{{ name|name_size }}", name=name) == size
