"""What is written somewhere below reaches the index without anybody thinking of it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.signals import published, unpublished

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.networks.models import Membership, Network
from movingcities.places.models import Country, Place
from movingcities.search import actions
from movingcities.search.models import Kind
from movingcities.stories.models import STORY_MODELS
from movingcities.stories.story import Story

FACTS: dict[type[Model], Kind] = {
    Place: Kind.PLACE,
    Network: Kind.NETWORK,
    Approach: Kind.APPROACH,
    Decision: Kind.DECISION,
    Country: Kind.COUNTRY,
    Topic: Kind.TOPIC,
}


def connect() -> None:
    """Listen to every model whose rows are found."""
    for fact in FACTS:
        post_save.connect(_index_fact, sender=fact, dispatch_uid=f"index_{fact.__name__}")
        post_delete.connect(_forget_fact, sender=fact, dispatch_uid=f"forget_{fact.__name__}")
    for signal in (post_save, post_delete):
        signal.connect(_index_network, sender=Membership, dispatch_uid=f"index_network_{id(signal)}")
    for story in STORY_MODELS:
        published.connect(_index_story, sender=story, dispatch_uid=f"index_{story.__name__}")
        unpublished.connect(_forget_story, sender=story, dispatch_uid=f"withdraw_{story.__name__}")
        post_delete.connect(_forget_story, sender=story, dispatch_uid=f"forget_{story.__name__}")


def _index_fact(sender: type[Model], instance: Model, raw: bool = False, **_: Any) -> None:
    """On commit, because places and topics of an approach are set after it was saved."""
    if not raw and not actions.is_paused():
        transaction.on_commit(lambda: _index_now(sender, instance.pk))


def _index_now(model: type[Model], key: int | str) -> None:
    fact = model._default_manager.filter(pk=key).first()
    if isinstance(fact, Place):
        actions.index_place(place=fact)
    elif isinstance(fact, Network):
        actions.index_network(network=fact)
    elif isinstance(fact, Approach):
        actions.index_approach(approach=fact)
    elif isinstance(fact, Decision):
        actions.index_decision(decision=fact)
    elif isinstance(fact, Country):
        actions.index_country(country=fact)
    elif isinstance(fact, Topic):
        actions.index_topic(topic=fact)


def _forget_fact(sender: type[Model], instance: Any, **_: Any) -> None:
    actions.forget(kind=FACTS[sender], key=instance.pk)


def _index_network(instance: Membership, raw: bool = False, **_: Any) -> None:
    """A network weighs as much as it has members."""
    if not raw and not actions.is_paused():
        network_id = instance.network_id
        transaction.on_commit(lambda: _index_now(Network, network_id))


def _index_story(instance: Story, **_: Any) -> None:
    if not actions.is_paused():
        actions.index_story(story=instance)


def _forget_story(instance: Story, **_: Any) -> None:
    actions.forget_story(story=instance)
