"""Each type of page once, by the records of the starter dataset that show it best."""

from __future__ import annotations

# {page type: address below the language}; the widest and longest ones are among them on purpose.
PAGE_TYPES = {
    "home": "",
    "places": "places/",
    "places of a country": "places/?country=IT",
    "places of two countries": "places/?country=DE&country=IT",
    "places, filtered": "places/?country=DE&network=eccar",
    "places, all": "places/?scope=all",
    "places, none fits": "places/?country=MC&has=story",
    "place with a story": "places/de/potsdam/",
    "place in many networks": "places/it/palermo/",
    "place in Greece": "places/gr/athina/",
    "place without facts": "places/de/quedlinburg/",
    "networks": "networks/",
    "network": "networks/eccar/",
    "approaches": "approaches/",
    "approach": "approaches/utrecht-bed-bath-bread-guidance/",
    "decisions": "decisions/",
    "decision": "decisions/at-salzburg-2021-12-15/",
    "countries": "countries/",
    "country": "countries/it/",
    "topics": "topics/",
    "topic": "topics/reception-and-housing/",
    "sources": "sources/",
    "about the data": "about-the-data/",
    "accessibility": "accessibility/",
    "section": "about/",
    "long section": "methodology/",
    "guide": "guide-for-municipalities/",
    "list of news, empty": "news/",
    "search": "search/",
    "search, answered": "search/?q=sea+rescue",
    "search, unanswered": "search/?q=qqqqq+xxxxx",
    "nothing there": "nothing/at-this-address/",
}
