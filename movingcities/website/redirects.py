"""Addresses that have moved: where a slug that nothing has today should lead."""

from __future__ import annotations

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse

from movingcities.approaches.models import Approach
from movingcities.decisions.models import Decision
from movingcities.evidence.models import PreviousSlug
from movingcities.kit.slugs import slug_for
from movingcities.networks.models import Network
from movingcities.places.models import Place


def moved_or_missing(
    *, kind: PreviousSlug.Kind, slug: str, country: str = ""
) -> HttpResponsePermanentRedirect:
    """A permanent redirect to where the slug leads today; raises Http404 when it leads nowhere.

    A former slug, capitals, umlauts and accents are forgiven. `country` (ISO code) is for places only.
    """
    within = country.upper()
    address = _of_former_slug(kind, slug, within) or _of_respelled_slug(kind, slug, within)
    if address is None:
        raise Http404(f"{kind} {within} {slug}")
    return HttpResponsePermanentRedirect(address)


def _of_former_slug(kind: PreviousSlug.Kind, slug: str, within: str) -> str | None:
    former = PreviousSlug.objects.filter(kind=kind, within=within, slug=slug.lower()).first()
    if former is None:
        return None
    if kind == PreviousSlug.Kind.PLACE:
        place = Place.objects.filter(pk=former.object_id).values_list("country_id", "slug").first()
        return reverse("website:place", args=[place[0].lower(), place[1]]) if place else None
    today = _SLUGGED[kind].objects.filter(pk=former.object_id).values_list("slug", flat=True).first()
    return reverse(f"website:{kind}", args=[today]) if today else None


def _of_respelled_slug(kind: PreviousSlug.Kind, slug: str, within: str) -> str | None:
    respelled = slug_for(slug, country=within)
    if not respelled or respelled == slug:
        return None
    if kind == PreviousSlug.Kind.PLACE:
        exists = Place.objects.filter(country_id=within, slug=respelled).exists()
        return reverse("website:place", args=[within.lower(), respelled]) if exists else None
    exists = _SLUGGED[kind].objects.filter(slug=respelled).exists()
    return reverse(f"website:{kind}", args=[respelled]) if exists else None


_SLUGGED: dict[PreviousSlug.Kind, type[Network] | type[Approach] | type[Decision]] = {
    PreviousSlug.Kind.NETWORK: Network,
    PreviousSlug.Kind.APPROACH: Approach,
    PreviousSlug.Kind.DECISION: Decision,
}
