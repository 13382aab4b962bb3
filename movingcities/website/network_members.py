"""The members of a network as a page lists them: by country, each with what its sources say of the time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from movingcities.design.components import Link, Member, MemberGroup
from movingcities.kit.folding import fold
from movingcities.networks.models import Membership, Network
from movingcities.website.addresses import country_address
from movingcities.website.designations import country_label
from movingcities.website.phrases import Dating, listed, membership_dating
from movingcities.website.rows import place_link


def datings_of(memberships: Sequence[Membership], network: Network, language: str) -> dict[int, Dating]:
    """Since when each membership of the network holds, by primary key; sources have to be prefetched."""
    return {each.pk: membership_dating(each, network, each.sources.all(), language) for each in memberships}


def groups_of(
    memberships: Sequence[Membership], datings: Mapping[int, Dating], language: str
) -> list[MemberGroup]:
    """Members by country, the country with most of them first; a note says once what no date means."""
    by_country: dict[str, list[Membership]] = {}
    for membership in sorted(memberships, key=lambda each: fold(each.place.name_in(language).text)):
        by_country.setdefault(membership.place.country_id, []).append(membership)
    codes = sorted(by_country, key=lambda code: (-len(by_country[code]), fold(country_label(code, language))))
    return [
        MemberGroup(
            Link(country_label(code, language), country_address(code)),
            [
                Member(
                    each.place.hoist,
                    place_link(each.place, language),
                    "" if _is_undated(datings[each.pk]) else datings[each.pk].text,
                )
                for each in by_country[code]
            ],
        )
        for code in codes
    ]


def undated_in_words(datings: Mapping[int, Dating], language: str) -> str:
    """What no date under a name means, said once for all of them; empty if all are dated."""
    texts = dict.fromkeys(each.text for each in datings.values() if _is_undated(each))
    return listed(texts, language) if texts else ""


def _is_undated(dating: Dating) -> bool:
    return dating.start is None and dating.end is None
