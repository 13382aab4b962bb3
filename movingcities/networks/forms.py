"""The forms of networks and memberships."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from movingcities.accounts.models import User
from movingcities.evidence.forms import FactForm, may_correct, partial_date_help
from movingcities.evidence.models import Source
from movingcities.networks.actions import NetworkEntry, record_membership, record_network
from movingcities.networks.models import Membership, Network


class NetworkForm(FactForm):
    """What joining means, how far it reaches, since when; what it does is in its story."""

    kind = "network"

    website = forms.URLField(label=_("Website"), max_length=500, required=False, assume_scheme="https")

    class Meta:
        model = Network
        fields = ["slug", "name", "language", "kind", "scope", "countries", "founded", "website"]
        widgets = {"countries": forms.SelectMultiple(attrs={"size": 10})}
        help_texts = {"founded": partial_date_help()}

    def countries(self) -> Collection[str]:
        return {country.pk for country in self.cleaned_data.get("countries", ())}

    def countries_before(self) -> Collection[str]:
        return set(self.instance.countries.values_list("pk", flat=True))

    def is_allowed(self, user: User, countries: Collection[str]) -> bool:
        """A network of several countries is for those who are responsible for all of them."""
        return may_correct(user, countries, in_all=True)

    def record(
        self, *, existing: Network | None, sources: Sequence[Source], by: User, at: datetime, why: str
    ) -> Network:
        said = self.cleaned_data
        names = ("slug", "name", "language", "kind", "scope", "founded", "website")
        return record_network(
            entry=NetworkEntry(
                **{name: said[name] for name in names},
                names=existing.names if existing else {},
                countries=sorted(self.countries()),
            ),
            sources=sources,
            existing=existing,
            by=by,
            at=at,
            why=why,
        )


class MembershipForm(FactForm):
    """A place in a network, since and until when."""

    kind = "membership"

    class Meta:
        model = Membership
        fields = ["place", "network", "since", "until", "role"]
        help_texts = {"since": partial_date_help(), "until": partial_date_help()}

    def countries(self) -> Collection[str]:
        place = self.cleaned_data.get("place")
        return {place.country_id} if place else set()

    def countries_before(self) -> Collection[str]:
        return set(Membership.objects.filter(pk=self.instance.pk).values_list("place__country_id", flat=True))

    def record(
        self, *, existing: Membership | None, sources: Sequence[Source], by: User, at: datetime, why: str
    ) -> Membership:
        said: dict[str, Any] = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return record_membership(**said, sources=sources, existing=existing, by=by, at=at, why=why)
