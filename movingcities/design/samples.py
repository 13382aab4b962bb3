"""Values for the gallery: real records of the starter dataset, shortened where a list would be long."""

from django.templatetags.static import static

from movingcities.design import components as c
from movingcities.design.hoist import CODE_WORDS

FIRST_YEAR = 2004
YEARS_SHOWN = 23


def position(year: float) -> float:
    """Where a year, with its fraction, stands on the axis."""
    return (year - FIRST_YEAR) / YEARS_SHOWN


FIGURES = (
    c.Figure(4, "networks"),
    c.Figure(1, "council decision"),
    c.Figure(2, "approaches"),
    c.Figure(2007, "in networks since"),
)
CRUMBS = (
    c.Link("Germany", "#"),
    c.Link("Brandenburg"),
    c.Link("Municipality"),
)
TICKS = tuple(c.Tick(position(year), str(year)) for year in range(2004, 2025, 4))
PENNANTS = (
    c.DatedPennant(
        c.Link("European Coalition of Cities against Racism", "#"),
        "Network, European",
        "since 2007",
        position(2007),
        sources=(c.Link("eccar.info", "http://www.eccar.info/en/node/210"),),
    ),
    c.DatedPennant(
        c.Link("Safe Harbours", "#"),
        "Campaign, national",
        "since 5 December 2018",
        position(2018.93),
        own_name=c.Link("Sichere Häfen (Seebrücke)", language="de"),
        sources=(c.Link("potsdam.de", "https://www.potsdam.de/kategorie/sicherer-hafen-potsdam"),),
    ),
    c.DatedPennant(
        c.Link("Bündnis Städte Sicherer Häfen", "#", "de"),
        "Alliance, national",
        "since 14 June 2019",
        position(2019.45),
        sources=(c.Link("staedte-sicherer-haefen.de", "https://staedte-sicherer-haefen.de"),),
    ),
    c.DatedPennant(
        c.Link("International Alliance of Safe Harbours (IASH)", "#"),
        "Alliance, European",
        "since 25 June 2021",
        position(2021.48),
        sources=(c.Link("iash-eu.org", "https://iash-eu.org/who-we-are/"),),
    ),
)
DECISIONS = (
    c.DecisionLine(
        "5 December 2018",
        "2018-12-05",
        c.Link("Potsdam becomes a safe harbour", "#"),
        "POT",
        "Potsdam, Germany",
        "The city council declared the state capital a safe harbour in solidarity with Seebrücke and "
        "civil sea rescue.",
        sources=(c.Link("potsdam.de", "https://www.potsdam.de/kategorie/sicherer-hafen-potsdam"),),
    ),
)
DECISION_ROWS = (
    c.DecisionLine(
        "11 Dec 2024", "2024-12-11", c.Link("No payment card for refugees", "#"), "MUN", "Münster, Germany"
    ),
    c.DecisionLine(
        "20 Sep 2024",
        "2024-09-20",
        c.Link("New grant for SOS Méditerranée after a court ruling", "#"),
        "MAR",
        "Marseille, France",
        vote="adopted in a roll-call vote",
    ),
    c.DecisionLine(
        "Sep 2023",
        "2023-09",
        c.Link("Jena joins the alliance and sponsors a rescue ship", "#"),
        "JEN",
        "Jena, Germany",
        vote="19 yes, 18 no",
    ),
)
VOTE = c.Vote(
    "Popular vote of 15 May 2022",
    55595,
    51950,
    "55,595",
    "51,950",
    "51.7 %",
    "On 3.2 million francs for preparing the card. Source:",
    c.Link("watson, 15 May 2022", "https://www.watson.ch/"),
)
NETWORKS = (
    c.NetworkLine(
        162,
        c.Link("Safe Harbours", "#"),
        "Campaign · since 2018 · 1 country",
        c.Link("Sichere Häfen (Seebrücke)", language="de"),
    ),
    c.NetworkLine(
        98,
        c.Link("SAI - Sistema di Accoglienza e Integrazione", "#", "it"),
        "Network · since 2002 · 1 country",
    ),
    c.NetworkLine(
        78, c.Link("European Coalition of Cities against Racism", "#"), "Network · since 2004 · 14 countries"
    ),
)
MEMBERS = (
    c.MemberGroup(
        c.Link("Italy", "#"),
        tuple(
            c.Member(letters, c.Link(name, "#"))
            for letters, name in (
                ("BER", "Bergamo"),
                ("LAM", "Lampedusa"),
                ("PAL", "Palermo"),
                ("POZ", "Pozzallo"),
                ("REG", "Reggio Calabria"),
            )
        ),
    ),
    c.MemberGroup(
        c.Link("France", "#"),
        (c.Member("MAR", c.Link("Marseille", "#")), c.Member("VIL", c.Link("Villeurbanne", "#"))),
    ),
    c.MemberGroup(
        c.Link("Netherlands", "#"),
        (c.Member("AMS", c.Link("Amsterdam", "#")), c.Member("UTR", c.Link("Utrecht", "#"))),
    ),
    c.MemberGroup(c.Link("Greece", "#"), (c.Member("ATH", c.Link("Αθήνα", "#", "el")),)),
)
NEIGHBOURS = (
    c.Neighbour("BER", c.Link("Berlin-Neukölln", "#"), "26 km", "26 km east, 1 network", "1 network"),
    c.Neighbour("BER", c.Link("Berlin", "#"), "27 km", "27 km north-east, 8 networks", "8 networks"),
    c.Neighbour("MAG", c.Link("Magdeburg", "#"), "102 km", "102 km west, 2 networks", "2 networks"),
    c.Neighbour("HAL", c.Link("Halle (Saale)", "#"), "126 km", "126 km south-west, 2 networks", "2 networks"),
)
APPROACHES = (
    c.ApproachLine(
        c.Link("Potsdam builds a national alliance of municipalities willing to receive", "#"),
        "active",
        "POT",
        "Potsdam, Germany",
        (c.Link("Networking and advocacy", "#"), c.Link("Sea rescue and safe passage", "#")),
        "In June 2019 Potsdam and seven other cities published the Potsdam Declaration, and on 14 June "
        "2019 twelve "
        "municipalities founded the alliance Städte Sicherer Häfen at a congress in Berlin.",
        "Active since 2019",
    ),
    c.ApproachLine(
        c.Link("Guidelines for using discretion in favour of residence", "#"),
        "unknown",
        "POT",
        "Potsdam, Germany",
        (c.Link("Residence and protection", "#"), c.Link("Anti-racism and intercultural inclusion", "#")),
        "The city’s solidarity decision of December 2018 explicitly addressed the local immigration "
        "office: it should "
        "use every legal possibility to create lasting residence prospects.",
        "Present status unknown · began May 2019",
    ),
)
APPROACH_ROWS = (
    c.ApproachLine(
        c.Link("City Card Bern: a digital pass for everyone", "#"), "planned", "BER", "Bern, Switzerland"
    ),
    c.ApproachLine(
        c.Link("Neighbourhood document for residents without papers", "#"),
        "active",
        "BAR",
        "Barcelona, Spain",
    ),
    c.ApproachLine(
        c.Link("A free citizen card for residents of any nationality", "#"), "unknown", "PAR", "Paris, France"
    ),
)
TOPICS = (
    c.Link("Working with civil society", "#", count=50),
    c.Link("Reception and housing", "#", count=46),
    c.Link("Social rights and health", "#", count=38),
    c.Link("Anti-racism and intercultural inclusion", "#", count=29),
)
HITS = (
    c.Hit(
        c.Link("Züri City Card: a city identity card for all residents", "#"),
        "Approach",
        "Zurich is preparing an official city card that confirms identity and residence but not origin or "
        "residence "
        "status. It is meant for every resident, so that holding the card does not reveal that someone "
        "has no papers.",
        "ZUR",
        "Zürich, Switzerland",
        status="planned",
        reason="Found by words and topic",
    ),
    c.Hit(
        c.Link("Planning credit for a City Card", "#"),
        "Decision",
        "The city government granted 120,000 francs to design a digital City Card for all residents "
        "whatever their "
        "status, with a concept due by the end of 2023.",
        "BER",
        "Bern, Switzerland",
        date="20 October 2022",
        reason="Found by topic",
    ),
)
SOURCES = (
    c.SourceLine("Potsdam", "https://moving-cities.eu/potsdam", "Moving Cities", "moving-cities.eu"),
    c.SourceLine(
        "Sicherer Hafen Potsdam",
        "https://www.potsdam.de/kategorie/sicherer-hafen-potsdam",
        "Landeshauptstadt Potsdam",
        "potsdam.de",
        language="de",
    ),
    c.SourceLine(
        "Bündnis Städte Sicherer Häfen wird zwei Jahre alt",
        "https://www.potsdam.de/",
        "Landeshauptstadt Potsdam",
        "potsdam.de",
        "14 June 2021",
        "de",
    ),
)
TAKEAWAYS = (
    "One small coordination office can turn scattered decisions into a network with about 120 members.",
    "Networking works better with a text that others can sign quickly and with state-level contact persons.",
    "Credibility depends on practice at home, which is why the immigration office became part of the agenda.",
)
DOORS = (
    c.Door("You govern a town", "See who your size solved it, and the decision text to start from.", "#"),
    c.Door("You report", "Checkable figures, each with its source and date.", "#"),
    c.Door("You research", "What is in the data, what it leaves out, how to cite it.", "#"),
    c.Door("You live there", "Is your town on the map? Who near you is?", "#"),
)
STEPS = (
    c.Step(
        "Show that it is possible",
        "199 places in Germany are on the map. 52 of them have between 40,000 and 110,000 residents.",
        c.Link("Compare with places your size", "#"),
    ),
    c.Step(
        "Start from a text that passed",
        "35 German council decisions are in the library. Potsdam decided on 5 December 2018.",
        c.Link("Read the decisions", "#"),
    ),
    c.Step("Join others", "29 networks have members in Germany.", c.Link("See the networks", "#")),
)
PARTICULARS = (
    c.Particular("For", "All residents of Zurich, in particular about 10,000 people without papers"),
    c.Particular("Lead", "City of Zurich"),
    c.Particular("With", "Verein Züri City Card", "de"),
    c.Particular(
        "Ground", "Decision of the city parliament of 1 September 2021; popular vote of 15 May 2022"
    ),
)
FIELDS = (
    c.Field("q", "Place or word"),
    c.Field("country", "Country", (c.Choice("", "All 39"), c.Choice("DE", "Germany", True))),
    c.Field(
        "network",
        "Network",
        (c.Choice("", "All"), c.Choice("iash", "International Alliance of Safe Harbours (IASH)")),
    ),
    c.Field("topic", "Topic", (c.Choice("", "All"), c.Choice("housing", "Reception and housing"))),
    c.Field(
        "sort",
        "Order",
        (c.Choice("networks", "Most networks", True), c.Choice("name", "Name")),
        is_further=True,
    ),
)
COLUMNS = (
    c.Column("Networks"),
    c.Column("Decisions"),
    c.Column("Approaches"),
    c.Column("First joined"),
    c.Column("Residents"),
)
ROWS = (
    c.Row("DUS", c.Link("Düsseldorf", "#"), ("10", "0", "0", "2007", "618,685")),
    c.Row("MUN", c.Link("München", "#"), ("9", "0", "1", "2008", "1,505,005")),
    c.Row("FRA", c.Link("Frankfurt am Main", "#"), ("6", "0", "0", "2017", "650,000")),
    c.Row("ROT", c.Link("Rottenburg am Neckar", "#"), ("2", "0", "0", "2019", "42,000")),
)
LETTER_COUNTS = (
    41,
    72,
    72,
    23,
    17,
    26,
    40,
    25,
    9,
    7,
    40,
    73,
    52,
    25,
    22,
    43,
    1,
    33,
    102,
    32,
    7,
    28,
    35,
    0,
    2,
    7,
)
NAMES = (
    "Potsdam",
    "Å",
    "Brandenburg an der Havel",
    "Recklinghausen",
    "Llanfairpwllgwyngyll",
    "Comunità Montana Valli Orco e Soana",
    "Νέα Φιλαδέλφεια-Νέα Χαλκηδόνα",
)


def _picture() -> c.Picture:
    """The site's own sign: the gallery has no photo to show."""
    return c.Picture(
        sources=(),
        srcset="",
        sizes="",
        url=static("design/touch-icon.png"),
        width=180,
        height=180,
        credit="Moving Cities",
        licence=c.Link("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    )


def gallery() -> dict[str, object]:
    """Context of gallery.html: one entry a component, named as the component names its own."""
    return {
        "figures": FIGURES,
        "crumbs": CRUMBS,
        "ticks": TICKS,
        "pennants": PENNANTS,
        "decisions": DECISIONS,
        "decision_rows": DECISION_ROWS,
        "vote": VOTE,
        "networks": NETWORKS,
        "groups": MEMBERS,
        "neighbours": NEIGHBOURS,
        "approaches": APPROACHES,
        "approach_rows": APPROACH_ROWS,
        "topics": TOPICS,
        "picture": _picture(),
        "hits": HITS,
        "sources": SOURCES,
        "takeaways": TAKEAWAYS,
        "doors": DOORS,
        "steps": STEPS,
        "particulars": PARTICULARS,
        "fields": FIELDS,
        "columns": COLUMNS,
        "rows": ROWS,
        "chips": (c.Chip("Country: Germany", "#"),),
        "options": (
            c.Link("All", "#", is_current=True),
            c.Link("Approaches", "#", count=9),
            c.Link("Decisions", "#", count=2),
        ),
        "pages": c.Pages(2, 9, "#", "#"),
        "citation": (
            "Moving Cities: Potsdam. https://moving-cities.eu/en/places/de/potsdam/ (25 "
            "November 2026). CC BY 4.0."
        ),
        "letters": tuple(
            c.FlagLetter(letter, count, "#" if count else "")
            for letter, count in zip(CODE_WORDS, LETTER_COUNTS, strict=True)
        ),
        "alphabet": tuple(CODE_WORDS.items()),
        "digits": tuple(range(10)),
        "states": ("active", "planned", "ended", "reversed", "unknown"),
        "hoist_names": (("POT", "Potsdam"), ("LOD", "Łódź"), ("GHE", "Gent"), ("ZUR", "Zürich"), ("A", "Å")),
        "names": NAMES,
    }
