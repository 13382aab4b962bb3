"""The smallest network and membership, written by their actions."""

import factory

from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.networks.actions import NetworkEntry, record_membership, record_network
from movingcities.networks.models import Membership, Network
from movingcities.places.tests.factories import PlaceFactory


class NetworkFactory(factory.Factory):
    class Meta:
        model = Network

    name = factory.Sequence(lambda number: f"Test network {number}")
    slug = factory.Sequence(lambda number: f"test-network-{number}")
    kind = Network.Kind.NETWORK
    scope = Network.Scope.EUROPEAN
    language = "en"

    @classmethod
    def _create(cls, model_class, *args, **fields):
        sources = fields.pop("sources", None) or [SourceFactory()]
        return record_network(entry=NetworkEntry(**fields), sources=sources, by=None, at=NOW)


class MembershipFactory(factory.Factory):
    class Meta:
        model = Membership

    place = factory.SubFactory(PlaceFactory)
    network = factory.SubFactory(NetworkFactory)

    @classmethod
    def _create(cls, model_class, *args, **fields):
        sources = fields.pop("sources", None) or [SourceFactory()]
        membership = record_membership(sources=sources, by=None, at=NOW, **fields)
        fields["place"].refresh_from_db()
        fields["network"].refresh_from_db()
        return membership
