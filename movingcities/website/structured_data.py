"""What machines read of a page: schema.org as JSON-LD, built from the same objects as the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings

from movingcities.approaches.models import Approach
from movingcities.decisions.models import Decision
from movingcities.languages.maps import Said
from movingcities.languages.saying import country_name
from movingcities.networks.models import Network
from movingcities.pages.models import ArticlePage, EditorialPage
from movingcities.places.models import Place
from movingcities.stories.models import ApproachStory, DecisionStory, Story
from movingcities.website.addresses import in_language
from movingcities.website.translations import origin_in_words

SCHEMA = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
GEONAMES = "https://www.geonames.org/"

# A county or region is no city; a place nobody has confirmed is only a place.
_PLACE_TYPES = {
    Place.Kind.MUNICIPALITY: "City",
    Place.Kind.COUNTY: "AdministrativeArea",
    Place.Kind.REGION: "AdministrativeArea",
    Place.Kind.METROPOLITAN: "AdministrativeArea",
    Place.Kind.BOROUGH: "AdministrativeArea",
    Place.Kind.POPULATED_PLACE: "Place",
}


def absolute(path: str) -> str:
    """The whole address of a path of this site."""
    return f"{settings.SITE_URL}{path}"


def breadcrumbs(trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """A BreadcrumbList of (label, path) pairs from the home page on."""
    return {
        "@context": SCHEMA,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": label, "item": absolute(path)}
            for position, (label, path) in enumerate(trail, start=1)
        ],
    }


def website(*, name: str, language: str, home_path: str, search_path: str) -> dict[str, Any]:
    """The site with its search."""
    return {
        "@context": SCHEMA,
        "@type": "WebSite",
        "name": name,
        "url": absolute(home_path),
        "inLanguage": language,
        "license": LICENCE,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute(search_path) + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def place(place: Place, *, path: str, language: str, description: str = "") -> dict[str, Any]:
    """A municipality, county, region or borough, or a place nobody has confirmed yet."""
    name = place.name_in(language).text
    names = sorted({place.name, *place.names.values()} - {name})
    entity: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": _PLACE_TYPES[Place.Kind(place.kind)],
        "@id": f"{absolute(path)}#place",
        "name": name,
        "url": absolute(path),
        "containedInPlace": {
            "@type": "Country",
            "name": country_name(place.country_id, language),
            "identifier": place.country_id,
        },
    }
    if names:
        entity["alternateName"] = names
    if description:
        entity["description"] = description
    if place.latitude is not None:
        entity["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    if place.geonames_id:
        entity["sameAs"] = f"{GEONAMES}{place.geonames_id}"
    return entity


def network(
    network: Network, *, path: str, language: str, description: str, sources: Iterable[str]
) -> dict[str, Any]:
    """A network as an organisation, a project as a project; `sources` are web addresses."""
    entity: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": "Project" if network.is_time_limited else "Organization",
        "@id": f"{absolute(path)}#network",
        "name": network.name_in(language).text,
        "url": network.website or absolute(path),
        "mainEntityOfPage": absolute(path),
        "subjectOf": _pages(sources),
    }
    if network.name != entity["name"]:
        entity["alternateName"] = network.name
    if description:
        entity["description"] = description
    if network.founded:
        entity["foundingDate"] = network.founded
    return entity


def approach(
    approach: Approach,
    story: ApproachStory,
    places: Iterable[Place],
    *,
    path: str,
    topics: Sequence[str],
    sources: Iterable[str],
) -> dict[str, Any]:
    """What we write about a local approach, with what it rests on."""
    return {
        "@context": SCHEMA,
        "@type": "Article",
        "headline": story.title[:110],
        "description": _in_words(story.said("summary"), story.language),
        **_written(story, ("title", "summary", "how_it_works", "results", "transferability"), path),
        "url": absolute(path),
        "mainEntityOfPage": absolute(path),
        "license": LICENCE,
        "author": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": settings.SITE_URL},
        "dateModified": approach.changed_at.date().isoformat(),
        "keywords": list(topics),
        "spatialCoverage": [
            {"@type": "Place", "name": where.name_in(story.language).text} for where in places
        ],
        "citation": _pages(sources),
    }


def decision(
    decision: Decision, story: DecisionStory, *, path: str, language: str, sources: Iterable[str]
) -> dict[str, Any]:
    """A decision of a council."""
    entity: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": "Legislation",
        "name": story.title,
        "abstract": _in_words(story.said("what_was_decided"), story.language),
        **_written(story, ("title", "what_was_decided"), path),
        "url": absolute(path),
        "spatialCoverage": {"@type": "Place", "name": decision.place.name_in(language).text},
        "legislationPassedBy": {
            "@type": "GovernmentOrganization",
            "name": decision.place.name_in(language).text,
        },
        "isBasedOn": list(sources),
    }
    if decision.decided:
        entity["legislationDate"] = decision.decided
    return entity


def editorial(page: EditorialPage, *, path: str) -> dict[str, Any]:
    """An editorial page; `path` is its address in its own language."""
    entity: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": "WebPage",
        "name": page.title,
        "description": page.search_description or page.teaser,
        **_page_written(page, path),
        "url": absolute(path),
        "license": LICENCE,
        "publisher": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": settings.SITE_URL},
    }
    if page.last_published_at:
        entity["dateModified"] = page.last_published_at.date().isoformat()
    return entity


def article(page: ArticlePage, *, path: str) -> dict[str, Any]:
    """A piece of news as an article, an event as an event."""
    entity = editorial(page, path=path)
    country = country_name(page.country_id, page.locale.language_code) if page.country_id else ""
    if page.kind == ArticlePage.Kind.EVENT:
        entity |= {"@type": "Event", "startDate": page.day.isoformat(), "mainEntityOfPage": entity["url"]}
        entity["organizer"] = entity.pop("publisher")
        if page.until:
            entity["endDate"] = page.until.isoformat()
        if page.where or country:
            entity["location"] = {"@type": "Place", "name": page.where or country}
            if page.where and country:
                entity["location"]["address"] = country
        for name in ("dateModified", "license"):
            entity.pop(name, None)
        return entity
    entity |= {
        "@type": "NewsArticle",
        "headline": page.title[:110],
        "datePublished": page.day.isoformat(),
        "mainEntityOfPage": entity["url"],
        "author": entity["publisher"],
    }
    if country:
        entity["spatialCoverage"] = {"@type": "Place", "name": country}
    return entity


def dataset(*, name: str, description: str, path: str, language: str, modified: str) -> dict[str, Any]:
    """The data behind the site; `modified` is an ISO day or empty."""
    entity: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": "Dataset",
        "name": name,
        "description": description,
        "url": absolute(path),
        "inLanguage": language,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": settings.SITE_URL},
        "spatialCoverage": {"@type": "Place", "name": "Europe"},
    }
    if modified:
        entity["dateModified"] = modified
    return entity


def _in_words(said: Said, language: str) -> str | dict[str, str]:
    """A text, with its language where that is not the one of the entity."""
    return said.text if said.language == language else {"@language": said.language, "@value": said.text}


def _written(story: Story, fields: Iterable[str], path: str) -> dict[str, Any]:
    """The languages of a text, how its translation came about, and the address of what it translates."""
    languages = list(dict.fromkeys(said.language for name in fields if (said := story.said(name)).text))
    entity: dict[str, Any] = {"inLanguage": languages[0] if len(languages) == 1 else languages}
    if story.is_translation:
        entity["creativeWorkStatus"] = origin_in_words(story)
    if story.is_translation and story.spare is not None:
        original = story.spare.language
        entity["translationOfWork"] = {
            "@type": "CreativeWork",
            "inLanguage": original,
            "url": absolute(in_language(path, original)),
        }
    return entity


def _page_written(page: EditorialPage, path: str) -> dict[str, Any]:
    """The language of a page, how its translation came about, and the address of what it translates."""
    entity: dict[str, Any] = {"inLanguage": page.locale.language_code}
    if page.is_translation:
        entity["creativeWorkStatus"] = origin_in_words(page)
        entity["translationOfWork"] = {
            "@type": "CreativeWork",
            "inLanguage": settings.LANGUAGE_CODE,
            "url": absolute(in_language(path, settings.LANGUAGE_CODE)),
        }
    return entity


def _pages(addresses: Iterable[str]) -> list[dict[str, str]]:
    return [{"@type": "WebPage", "url": address} for address in addresses]
