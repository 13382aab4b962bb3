"""Each type of page of the site that `populate` fills, by its address below the language."""

PAGES = (
    "", "places/", "places/?country=IT&has=network", "places/?scope=all", "places/?q=nothing+like+this",
    "places/de/potsdam/", "places/de/quedlinburg/", "networks/", "networks/safe-harbours/", "networks/sails/",
    "approaches/", "approaches/potsdam-welcome/", "decisions/", "decisions/test-decision-0/", "countries/",
    "countries/de/", "countries/it/", "topics/", "topics/test-topic-0/", "sources/", "about-the-data/",
    "accessibility/", "about/", "about/begin/", "news/", "news/?country=DE&kind=event", "news/assembly/",
    "search/", "search/?q=Palermo", "search/?q=nothing+like+this", "design/",
)  # fmt: skip
NOTHING_THERE = "places/de/potsdamm/"
