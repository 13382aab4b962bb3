"""Which countries belong to which union: pure, no database."""

from __future__ import annotations

# Members since 1 February 2020 (Treaty on European Union, Article 52, as amended by the withdrawal of the
# United Kingdom); https://european-union.europa.eu/principles-countries-history/eu-countries_en
EUROPEAN_UNION = frozenset(
    {
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    }
)

# Members since 16 March 2022 (Resolution CM/Res(2022)2: Russia ceased to be one);
# https://www.coe.int/en/web/portal/members-states. Kosovo (XK) belongs to neither.
COUNCIL_OF_EUROPE = EUROPEAN_UNION | frozenset(
    {
        "AD",
        "AL",
        "AM",
        "AZ",
        "BA",
        "CH",
        "GB",
        "GE",
        "IS",
        "LI",
        "MC",
        "MD",
        "ME",
        "MK",
        "NO",
        "RS",
        "SM",
        "TR",
        "UA",
    }
)
