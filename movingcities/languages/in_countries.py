"""Countries inside sentences: “in Germany”, « au Portugal », „w Niemczech”, «στην Ισπανία».

CLDR gives names only in the nominative, and without the article and preposition most languages need.
"""

from __future__ import annotations

from django.utils.translation import override, pgettext, pgettext_lazy

from movingcities.languages.saying import country_name

IN_COUNTRIES = {
    "AD": pgettext_lazy("in a country", "in Andorra"),
    "AL": pgettext_lazy("in a country", "in Albania"),
    "AM": pgettext_lazy("in a country", "in Armenia"),
    "AT": pgettext_lazy("in a country", "in Austria"),
    "AX": pgettext_lazy("in a country", "in Åland"),
    "AZ": pgettext_lazy("in a country", "in Azerbaijan"),
    "BA": pgettext_lazy("in a country", "in Bosnia and Herzegovina"),
    "BE": pgettext_lazy("in a country", "in Belgium"),
    "BG": pgettext_lazy("in a country", "in Bulgaria"),
    "CH": pgettext_lazy("in a country", "in Switzerland"),
    "CY": pgettext_lazy("in a country", "in Cyprus"),
    "CZ": pgettext_lazy("in a country", "in Czechia"),
    "DE": pgettext_lazy("in a country", "in Germany"),
    "DK": pgettext_lazy("in a country", "in Denmark"),
    "EE": pgettext_lazy("in a country", "in Estonia"),
    "ES": pgettext_lazy("in a country", "in Spain"),
    "FI": pgettext_lazy("in a country", "in Finland"),
    "FO": pgettext_lazy("in a country", "in the Faroe Islands"),
    "FR": pgettext_lazy("in a country", "in France"),
    "GB": pgettext_lazy("in a country", "in the United Kingdom"),
    "GE": pgettext_lazy("in a country", "in Georgia"),
    "GF": pgettext_lazy("in a country", "in French Guiana"),
    "GG": pgettext_lazy("in a country", "in Guernsey"),
    "GI": pgettext_lazy("in a country", "in Gibraltar"),
    "GP": pgettext_lazy("in a country", "in Guadeloupe"),
    "GR": pgettext_lazy("in a country", "in Greece"),
    "HR": pgettext_lazy("in a country", "in Croatia"),
    "HU": pgettext_lazy("in a country", "in Hungary"),
    "IE": pgettext_lazy("in a country", "in Ireland"),
    "IM": pgettext_lazy("in a country", "on the Isle of Man"),
    "IS": pgettext_lazy("in a country", "in Iceland"),
    "IT": pgettext_lazy("in a country", "in Italy"),
    "JE": pgettext_lazy("in a country", "in Jersey"),
    "LI": pgettext_lazy("in a country", "in Liechtenstein"),
    "LT": pgettext_lazy("in a country", "in Lithuania"),
    "LU": pgettext_lazy("in a country", "in Luxembourg"),
    "LV": pgettext_lazy("in a country", "in Latvia"),
    "MC": pgettext_lazy("in a country", "in Monaco"),
    "MD": pgettext_lazy("in a country", "in Moldova"),
    "ME": pgettext_lazy("in a country", "in Montenegro"),
    "MK": pgettext_lazy("in a country", "in North Macedonia"),
    "MQ": pgettext_lazy("in a country", "in Martinique"),
    "MT": pgettext_lazy("in a country", "in Malta"),
    "NL": pgettext_lazy("in a country", "in the Netherlands"),
    "NO": pgettext_lazy("in a country", "in Norway"),
    "PL": pgettext_lazy("in a country", "in Poland"),
    "PT": pgettext_lazy("in a country", "in Portugal"),
    "RE": pgettext_lazy("in a country", "on Réunion"),
    "RO": pgettext_lazy("in a country", "in Romania"),
    "RS": pgettext_lazy("in a country", "in Serbia"),
    "SE": pgettext_lazy("in a country", "in Sweden"),
    "SI": pgettext_lazy("in a country", "in Slovenia"),
    "SK": pgettext_lazy("in a country", "in Slovakia"),
    "SM": pgettext_lazy("in a country", "in San Marino"),
    "TR": pgettext_lazy("in a country", "in Türkiye"),
    "UA": pgettext_lazy("in a country", "in Ukraine"),
    "VA": pgettext_lazy("in a country", "in Vatican City"),
    "XK": pgettext_lazy("in a country", "in Kosovo"),
    "YT": pgettext_lazy("in a country", "in Mayotte"),
}


def in_country(code: str, language: str) -> str:
    """Where something is, as the language says it inside a sentence. ISO 3166-1 alpha-2.

    A country added to the scope without a phrase of its own stands in the nominative.
    """
    with override(language):
        phrase = IN_COUNTRIES.get(code)
        if phrase is None:
            return pgettext("in a country", "in %(country)s") % {"country": country_name(code, language)}
        return str(phrase)
