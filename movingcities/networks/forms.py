"""The forms of networks and memberships."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from movingcities.accounts.models import User
from movingcities.evidence.forms import FactForm, may_correct
from movingcities.evidence.models import Source
from movingcities.evidence.recording import partial_date_help
from movingcities.networks.actions import NetworkEntry, record_membership, record_network
from movingcities.networks.choosing import network_chooser
from movingcities.networks.models import Membership, Network
from movingcities.places.choosing import place_chooser


class NetworkForm(FactForm):
    """What joining means, how far it reaches, since when; what it does is in its story."""

    kind = "network"
    broken_rules: ClassVar[Mapping[str, tuple[str, Any]]] = {
        "network_has_a_name_and_a_slug": ("name", _("Give it a name and an address.")),
    }

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
    broken_rules: ClassVar[Mapping[str, tuple[str, Any]]] = {
        "membership_is_unique_per_place_and_network": (
            "network",
            _("This membership is recorded already: correct that record instead."),
        ),
        "membership_ends_after_it_starts": (
            "until",
            _("A membership ends after it starts: compare the two dates."),
        ),
    }

    class Meta:
        model = Membership
        fields = ["place", "network", "since", "until", "role"]
        labels = {"place": _("Place"), "network": _("Network")}
        widgets = {"place": place_chooser().widget_class, "network": network_chooser().widget_class}
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


class RemovalForm(forms.Form):
    """Why a membership was never one; asked of those who may correct it."""

    why = forms.CharField(
        label=_("Why was it recorded wrongly?"),
        max_length=300,
        help_text=_("Kept with your name in the history of the record."),
    )

    def __init__(self, *args: Any, membership: Membership, for_user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.membership = membership
        self.for_user = for_user

    def clean(self) -> dict[str, Any] | None:
        if not may_correct(self.for_user, {self.membership.place.country_id}):
            self.add_error(None, gettext("This lies outside your countries: ask the editors of its country."))
        return super().clean()
