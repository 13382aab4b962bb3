"""A dataset of a few records in the shape of the real one; everything in it is made up for tests."""

# ruff: noqa: E501 (a row of a table is one line)

import csv
import gzip
import io
from pathlib import Path

GAZETTEER = """geoname_id,name,country,admin1,latitude,longitude,population,other_names
1,Testburg,DE,11,52.1,13.1,1200,Testbourg|Тест
2,Zwilling,DE,11,52.2,13.2,0,
3,Zwilling,DE,12,53.2,13.3,700,
4,Testsee,DE,11,52.4,13.4,90,
5,Προβατόπολη,GR,01,38.1,23.1,4000,Probatopoli
6,Prova,IT,05,41.1,12.1,500,
7,???,IT,05,41.2,12.2,500,
8,Ville d'Essai,FR,11,48.1,2.1,3000,
"""
PLACES = """place_id,name,country,kind,geoname_id,seat_geoname_id,latitude,longitude,population,name_en,name_de,name_fr,name_es,name_it,name_pl,name_el,note,other_spellings
de-testburg,Testburg,DE,municipality,1,,52.1,13.1,1200,,,Testbourg,,,,,,Test Burg
it-prova,Prova,IT,municipality,6,,41.1,12.1,500,Trial,,,,,,,,
de-testkreis,Testkreis,DE,county,,4,52.4,13.4,,,,,,,,,county around Testsee,
fr-ville-d-essai,Ville d’Essai,FR,municipality,8,,48.1,2.1,3000,,,,,,,,,
"""
NETWORKS = """slug,name,name_en,kind,scope,countries,founded,website,what_it_does,source_url,source_title
test-alliance,Testbündnis,Test alliance,alliance,national,DE,2019,https://alliance.test.example,Unites towns for tests.,https://test.example/alliance,About the alliance
test-project,Test project,Test project,project,european,DE;IT,,,A project for tests.,https://test.example/project,
"""
MEMBERSHIPS = """place_id,network_slug,place_name,country,since,source_url
de-testburg,test-alliance,Testburg,DE,2020-05,https://test.example/members
it-prova,test-project,Prova,IT,,https://test.example/project
de-testkreis,test-alliance,Testkreis,DE,2019-06-01,https://test.example/members
"""
DECISIONS = """slug,place_id,place_name,country,date,kind,title,what_was_decided,vote,network_slug,source_url,source_title
de-testburg-2019,de-testburg,Testburg,DE,2019-11-20,safe-harbour,Testburg becomes a safe harbour,The council declared the town a safe harbour.,"19 yes, 18 no",test-alliance,https://test.example/decision,Council minutes
"""
TOPICS = """- slug: reception-and-housing
  label: Reception and housing
  synonyms:
  - shelter
- slug: sea-rescue-and-safe-passage
  label: Sea rescue and safe passage
  synonyms: []
"""
APPROACHES = """- slug: testburg-flats
  title: Flats for tests
  place_id: de-testburg
  place_name: Testburg
  country: DE
  topics:
  - reception-and-housing
  started: '2016'
  ended: null
  status: active
  lead: Town of Testburg
  partners:
  - Test association
  target_group: Everybody who tests
  summary: Flats instead of halls.
  how_it_works: Keys are handed over.
  results: null
  funding: ''
  legal_basis: null
  transferability: Needs flats.
  sources:
  - url: https://test.example/flats
    title: Flats
    publisher: Test press
    published: '2024-01'
  - url: https://test.example/decision
    title: Minutes of the council of Testburg
    publisher: Testburg
    published: null
"""
PROFILES = """- place_id: de-testburg
  place_name: Testburg
  country: DE
  subtitle: A town made up for tests
  context: Testburg does not exist.
  takeaways:
  - Begin small.
  - Write it down.
  sections:
  - title: How it began
    text: With a factory.
  networks:
  - test-alliance
  sources:
  - url: https://test.example/flats
    title: Flats
    publisher: Test press
"""
COUNTRIES = """- country: DE
  context: Towns may decide about tests.
  sources:
  - url: https://test.example/law
    title: The law
    publisher: Test office
"""
FILES = {
    "geography/gazetteer.csv.gz": GAZETTEER,
    "places.csv": PLACES,
    "topics.yaml": TOPICS,
    "networks.csv": NETWORKS,
    "memberships.csv": MEMBERSHIPS,
    "decisions.csv": DECISIONS,
    "approaches.yaml": APPROACHES,
    "profiles.yaml": PROFILES,
    "countries.yaml": COUNTRIES,
}


class TinyDataset:
    """The files in a folder, to be edited or damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / "geography").mkdir(parents=True)
        for name, text in FILES.items():
            self.write(name, text)

    def read(self, name: str) -> str:
        content = (self.path / name).read_bytes()
        return (gzip.decompress(content) if name.endswith(".gz") else content).decode()

    def write(self, name: str, text: str | bytes) -> None:
        content = text.encode() if isinstance(text, str) else text
        (self.path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)

    def replace(self, name: str, old: str, new: str) -> None:
        """Edit a file; the old text must be there once."""
        text = self.read(name)
        assert text.count(old) == 1, f"“{old}” is {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def set_cell(self, name: str, row: int, column: str, value: str) -> None:
        """Put a value into a cell of a CSV file; rows count from 1, without the header."""
        rows = list(csv.reader(io.StringIO(self.read(name), newline="")))
        rows[row][rows[0].index(column)] = value
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        self.write(name, out.getvalue())
