"""What the translations add besides stories: names of networks, labels and synonyms of topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from movingcities.approaches.actions import label_topic
from movingcities.approaches.models import Topic
from movingcities.contributions.starter.bringing_networks import is_same_name
from movingcities.contributions.starter.dataset import TopicWordsRow
from movingcities.contributions.starter.known import Known, pick
from movingcities.contributions.starter.memory import WHY, Kind
from movingcities.networks.actions import name_network
from movingcities.networks.models import Network
from movingcities.stories.models import Story


@dataclass(frozen=True, slots=True)
class NameRow:
    """What a network is called in a language."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class NameState:
    """The same, with the primary key of the network."""

    network_id: int
    name: str


class NetworkNameKind(Kind[NameRow, NameState, Network]):
    """The name of a network in one language, where it is not its own; the key is its slug."""

    label = "names of networks"

    def __init__(self, known: Known, language: str) -> None:
        super().__init__(at=known.at)
        self.known = known
        self.language = language
        self.name = f"network name {language}"

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        named = Network.objects.filter(slug__in=list(keys), names__has_key=self.language)
        return dict(named.values_list("slug", "pk"))

    def objects(self, ids: Iterable[int]) -> Mapping[int, Network]:
        return Network.objects.in_bulk(list(ids))

    def wanted(self, row: NameRow) -> NameState:
        return NameState(pick(self.known.networks, row.slug, "network").pk, row.name)

    def state(self, thing: Network) -> NameState:
        return NameState(thing.pk, thing.names.get(self.language, ""))

    def write(self, state: NameState, existing: Network | None) -> Network:
        network = existing or Network.objects.get(pk=state.network_id)
        return name_network(
            network=network, language=self.language, name=state.name, by=None, at=self.at, why=WHY
        )


def name_rows(names: Mapping[str, str], networks: Mapping[str, str]) -> dict[str, NameRow]:
    """The names that are others than the own names of the networks (`networks`, by slug)."""
    return {
        slug: NameRow(slug, name)
        for slug, name in names.items()
        if slug in networks and not is_same_name(name, networks[slug])
    }


@dataclass(frozen=True, slots=True)
class TopicWordsState:
    """What a topic is called in a language, where that comes from, and its synonyms; with its primary key."""

    topic_id: int
    label: str
    synonyms: tuple[str, ...]
    origin: str = Story.Origin.MACHINE.value


@dataclass(frozen=True, slots=True)
class KeyedTopicWords:
    """A row with its key."""

    slug: str
    words: TopicWordsRow


def topic_words_rows(topics: Mapping[str, TopicWordsRow]) -> dict[str, KeyedTopicWords]:
    """The rows of the section “topics”, each with its key."""
    return {slug: KeyedTopicWords(slug, words) for slug, words in topics.items()}


class TopicWordsKind(Kind[KeyedTopicWords, TopicWordsState, Topic]):
    """Label and synonyms of a topic in one language; the key is its slug."""

    label = "labels of topics"

    def __init__(self, known: Known, language: str) -> None:
        super().__init__(at=known.at)
        self.known = known
        self.language = language
        self.name = f"topic words {language}"

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        labelled = Topic.objects.filter(slug__in=list(keys), labels__has_key=self.language)
        return dict(labelled.values_list("slug", "pk"))

    def objects(self, ids: Iterable[int]) -> Mapping[int, Topic]:
        return Topic.objects.in_bulk(list(ids))

    def wanted(self, row: KeyedTopicWords) -> TopicWordsState:
        topic = pick(self.known.topics, row.slug, "topic")
        return TopicWordsState(topic.pk, row.words.label, row.words.synonyms)

    def state(self, thing: Topic) -> TopicWordsState:
        return TopicWordsState(
            thing.pk,
            thing.labels.get(self.language, ""),
            tuple(thing.synonyms.get(self.language, ())),
            thing.label_origins.get(self.language, ""),
        )

    def write(self, state: TopicWordsState, existing: Topic | None) -> Topic:
        return label_topic(
            topic=existing or Topic.objects.get(pk=state.topic_id),
            language=self.language,
            label=state.label,
            synonyms=state.synonyms,
            origin=state.origin,
            by=None,
            at=self.at,
            why=WHY,
        )
