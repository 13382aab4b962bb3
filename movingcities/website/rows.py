"""What the components of the design print, made from records, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.design.components import (
    ApproachLine,
    Column,
    DecisionLine,
    Link,
    NetworkLine,
    Row,
    SourceLine,
)
from movingcities.evidence.models import Source
from movingcities.kit.folding import fold
from movingcities.languages.maps import UNKNOWN_LANGUAGE, Said
from movingcities.languages.saying import country_name, say_date, say_number, say_partial_date
from movingcities.languages.templatetags.languages import in_words
from movingcities.networks.models import Network
from movingcities.places.models import Place
from movingcities.stories.models import ApproachStory, DecisionStory
from movingcities.website.addresses import (
    approach_address,
    country_address,
    decision_address,
    network_address,
    place_address,
    topic_address,
)
from movingcities.website.phrases import (
    approach_state,
    marked_place_and_country,
    marked_places,
    network_kind,
    vote_in_words,
    vote_sentence,
)


def said_link(said: Said, url: str, language: str, *, count: int | None = None) -> Link:
    """A link in the words of a Said, with `lang` only where it is not the page's own."""
    return Link(said.text, url, said.language if said.language != language else "", count=count)


def place_link(place: Place, language: str) -> Link:
    """A place by its name for this reader."""
    return said_link(place.name_in(language), place_address(place), language)


def country_link(code: str, language: str) -> Link:
    """A country by its name in the reader's language."""
    return Link(country_name(code, language), country_address(code))


def whole_picture_link(code: str, language: str) -> Link:
    """To the page of a country, from where a part of it is told."""
    words = {"country": country_name(code, language)}
    return Link(_("%(country)s: the whole picture") % words, country_address(code))


def network_link(network: Network, language: str) -> Link:
    """A network by its name for this reader."""
    return said_link(network.name_in(language), network_address(network), language)


def own_name_link(network: Network, language: str) -> Link | None:
    """What a network calls itself, in words only; None where one of both names holds the other."""
    own, shown = fold(network.name), fold(network.name_in(language).text)
    if own in shown or shown in own:
        return None
    return said_link(network.own_name, "", language)


def topic_link(topic: Topic, language: str, *, count: int | None = None) -> Link:
    """A topic by its label."""
    return said_link(topic.label_in(language), topic_address(topic), language, count=count)


def source_link(source: Source) -> Link:
    """A source by its host: beside the fact it shows."""
    return Link(source.host, source.url)


def source_line(source: Source, language: str, *, detail: str = "") -> SourceLine:
    """A source in full: among the others, under “How we know”; `detail` says what rests on it."""
    published = source.published_on
    return SourceLine(
        title=source.title or source.host,
        url=source.url,
        publisher=source.publisher,
        host=source.host if source.title else "",
        date=say_partial_date(published, language) if published else "",
        language=language_of_title(source, language),
        detail=detail,
    )


def language_of_title(source: Source, language: str) -> str:
    """What `lang` must say of a source's title: nothing if it is the page's own, “und” if nobody noted it."""
    if not source.title or source.language == language:
        return ""
    return source.language or UNKNOWN_LANGUAGE


def merged_sources(*groups: Iterable[Source]) -> list[Source]:
    """The sources of several records, each once, in the order in which the page uses them."""
    return list({source.pk: source for group in groups for source in group}.values())


def sources_checked_text(sources: Sequence[Source], language: str) -> str:
    """When the links of a page were last checked, in words; empty (the component says so) if none was."""
    checked = [source.last_checked_at for source in sources if source.last_checked_at]
    if not checked or len(checked) < len(sources):
        return ""
    return _(
        "Every statement here comes from one of these pages. All links were checked on or after %(day)s."
    ) % {"day": say_date(min(checked).date(), language)}


def place_columns() -> tuple[Column, ...]:
    """The columns of a register of places."""
    return (
        Column(_("Networks")),
        Column(_("Decisions")),
        Column(_("Approaches")),
        Column(_("First joined"), is_minor=True),
        Column(_("Residents")),
    )


def place_row(place: Place, language: str, *, names_country: bool = True) -> Row:
    """A place in a register with `place_columns`; residents are GeoNames' undated figure."""
    said = place.name_in(language)
    details: list[str] = []
    if said.text != place.name:
        details.append(in_words(place.local_name))
    if names_country:
        details.append(country_name(place.country_id, language))
    return Row(
        letters=place.hoist,
        name=said_link(said, place_address(place), language),
        detail=format_html_join(" · ", "{}", ((detail,) for detail in details)),
        cells=(
            say_number(place.membership_count, language),
            say_number(place.decision_count, language),
            say_number(place.approach_count, language),
            str(place.first_member_on.year) if place.first_member_on else "",
            say_number(place.population, language) if place.population else "",
        ),
    )


def network_detail(network: Network, language: str) -> str:
    """“Campaign, national · since 2018 · 1 country”."""
    parts = [network_kind(network)]
    founded = network.founded_on
    if founded:
        parts.append(_("since %(year)s") % {"year": founded.year})
    if network.country_count:
        parts.append(
            ngettext("%(count)s country", "%(count)s countries", network.country_count)
            % {"count": say_number(network.country_count, language)}
        )
    return " · ".join(parts)


def network_line(network: Network, language: str) -> NetworkLine:
    """A network in a list: how many places of ours stand in it."""
    return NetworkLine(
        network.member_count,
        network_link(network, language),
        network_detail(network, language),
        own_name_link(network, language),
    )


def decision_line(
    decision: Decision,
    story: DecisionStory | None,
    language: str,
    *,
    is_short: bool = True,
    with_text: bool = False,
    sources: Iterable[Source] = (),
) -> DecisionLine:
    """A decision; short dates and no text in lists, all of it on the page of its place."""
    day = decision.decided_on
    title = Said(story.title, story.language) if story else Said(decision.get_kind_display(), language)
    return DecisionLine(
        date=say_partial_date(day, language, short=is_short) if day else _("undated"),
        iso_date=decision.decided,
        title=said_link(title, decision_address(decision), language),
        letters=decision.place.hoist,
        place=marked_place_and_country(decision.place, language),
        text=in_words(story.said("what_was_decided")) if story and with_text else "",
        vote=vote_sentence(decision.vote, language) if with_text else vote_in_words(decision.vote, language),
        sources=[source_link(source) for source in sources],
    )


def approach_line(
    approach: Approach,
    story: ApproachStory | None,
    language: str,
    *,
    places: Sequence[Place] = (),
    topics: Sequence[Topic] = (),
    with_text: bool = False,
) -> ApproachLine:
    """An approach; with the text it becomes an article, without it a row."""
    title = Said(story.short_title or story.title, story.language) if story else Said(approach.slug, "")
    return ApproachLine(
        title=said_link(title, approach_address(approach), language),
        status=approach.status,
        letters=places[0].hoist if places else "",
        place=marked_places(places, language),
        topics=[topic_link(topic, language) for topic in topics],
        text=in_words(story.said("summary")) if story and with_text else "",
        status_text=approach_state(approach, language),
    )
