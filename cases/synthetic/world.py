"""Where it happens: invented places in real countries, and who holds and publishes there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from random import Random

from cases.choices import (
    CoordinatePrecision,
    EvidenceClass,
    FacilityKind,
    OrganizationKind,
)
from cases.synthetic.book import Book
from cases.synthetic.days import NEVER, told
from cases.synthetic.fates import OPEN, Signing
from cases.synthetic.sheets import NULL, place_key
from people.choices import PlaceLevel
from people.invented.chance import Weighted

# Regions, counties in each, towns in each; and the south-west and north-east corners.
COUNTRIES = {
    "China": (8, 6, 4, (36.0, 76.0), (47.0, 94.0)),
    "Kazakhstan": (6, 5, 3, (43.0, 56.0), (52.0, 82.0)),
    "Kyrgyzstan": (3, 4, 3, (40.0, 70.5), (42.5, 79.0)),
    "Uzbekistan": (2, 4, 3, (38.5, 60.0), (42.5, 71.0)),
    "Russia": (2, 4, 3, (51.0, 46.0), (56.0, 84.0)),
    "Turkey": (1, 3, 2, (37.0, 28.0), (41.0, 43.0)),
}
# Where people live, by ethnicity.
HOMES = {
    "kazakh": Weighted.of({"China": 55, "Kazakhstan": 44, "Turkey": 1}),
    "uyghur": Weighted.of({"China": 88, "Kazakhstan": 7, "Turkey": 5}),
    "kyrgyz": Weighted.of({"China": 35, "Kyrgyzstan": 65}),
    "hui": Weighted.of({"China": 96, "Kazakhstan": 2, "Kyrgyzstan": 2}),
    "han": Weighted.of({"China": 100}),
    "russian": Weighted.of({"Kazakhstan": 45, "Russia": 55}),
    "tatar": Weighted.of({"Kazakhstan": 40, "Russia": 50, "China": 10}),
    "uzbek": Weighted.of({"Uzbekistan": 70, "Kyrgyzstan": 18, "China": 12}),
}
_COLOURS = """
Aq Qara Sary Kök Qyzyl Boz Ala Altyn Jangy Eski Üch Besh Tash Qum Uzun Ters
""".split()
_LANDS = """
bulaq tepe köl arna saz özen döng jaylau qorgan qamysh terek almaly orda say
""".split()
_OUTLETS = """
Courier Messenger Observer Witness Letter Chronicle Record Voice Mirror Bell
""".split()
_UNNAMED = 0.15


@dataclass
class Town:
    """A town or village with its county: what events and homes there refer to, by primary key."""

    key: int
    county: int
    country: int
    name: str
    police: int
    court: int
    facilities: dict[str, list[int]] = field(default_factory=dict)


class World:
    """All places, organizations and facilities, written as they are made."""

    def __init__(self, book: Book, signing: Signing, chance: Random):
        self.book, self.chance = book, chance
        self.signed = signing(OPEN).columns
        self.towns: dict[str, list[Town]] = {}
        self.countries: dict[str, int] = {}
        self.names = self._names()
        for country, plan in COUNTRIES.items():
            self.towns[country] = list(self._country(country, *plan))
        self.outlets = self._outlets()
        self.ministries = [
            self._organization(f"Invented Ministry of {what}", OrganizationKind.MINISTRY, key)
            for what in ("the Interior", "Foreign Affairs")
            for key in self.countries.values()
        ]

    def home(self, ethnicity: str, chance: Random) -> Town:
        towns = self.towns[HOMES[ethnicity].draw(chance)]
        return towns[int(chance.random() ** 1.6 * len(towns))]

    def _names(self) -> Iterator[str]:
        names = [colour + land for colour, land in product(_COLOURS, _LANDS)]
        self.chance.shuffle(names)
        yield from names
        for name, part in product(names, ("Upper", "Lower", "New")):
            yield f"{part} {name}"

    def _country(self, name, regions, counties, towns, south_west, north_east) -> Iterator[Town]:
        country = self._place(name, PlaceLevel.COUNTRY, NULL)
        self.countries[name] = country
        for _ in range(regions):
            region = self._place(next(self.names), PlaceLevel.REGION, country)
            prisons = [self._facility(FacilityKind.PRISON, region, None) for _ in range(2)]
            for _ in range(counties):
                point = self._point(south_west, north_east)
                yield from self._county(country, region, prisons, point, towns)

    def _county(self, country, region, prisons, point, towns) -> Iterator[Town]:
        name = next(self.names)
        county = self._place(name, PlaceLevel.COUNTY, region, point)
        police = self._organization(f"{name} county police", OrganizationKind.POLICE, county)
        court = self._organization(f"{name} county court", OrganizationKind.COURT, county)
        held = {
            kind.value: [self._facility(kind, county, point, name)]
            for kind in (
                FacilityKind.POLICE_STATION,
                FacilityKind.PRETRIAL_DETENTION,
                FacilityKind.INTERNMENT_CAMP,
                FacilityKind.LABOUR_CAMP,
            )
        }
        held[FacilityKind.PRISON.value] = prisons
        for _ in range(towns):
            town = next(self.names)
            key = self._place(town, PlaceLevel.CITY, county, self._near(point))
            yield Town(key, county, country, town, police, court, held)

    def _point(self, south_west, north_east) -> tuple[float, float]:
        return tuple(
            low + self.chance.random() * (high - low)
            for low, high in zip(south_west, north_east, strict=True)
        )

    def _near(self, point) -> tuple[float, float]:
        return tuple(degrees + (self.chance.random() - 0.5) * 0.6 for degrees in point)

    def _place(self, name: str, level: PlaceLevel, parent, point=None) -> int:
        latitude, longitude = (f"{one:.5f}" for one in point) if point else (NULL, NULL)
        sheet = self.book.places
        point = latitude, longitude
        whole = place_key(name)
        return sheet.add(sheet.reserve(), self.signed, name, level.value, parent, *point, whole)

    def _organization(self, name: str, kind: OrganizationKind, place: int | str) -> int:
        sheet = self.book.organizations
        return sheet.add(sheet.reserve(), self.signed, name, kind.value, place)

    def _facility(self, kind: FacilityKind, place: int, point, county: str = "") -> int:
        sheet, chance = self.book.facilities, self.chance
        is_named = bool(county) and chance.random() > _UNNAMED
        name = f"{county} {kind.label}" if is_named else f"a {kind.label}, invented and unnamed"
        latitude, longitude, precision = NULL, NULL, ""
        if point:
            latitude, longitude = (f"{one:.5f}" for one in self._near(point))
            precision = chance.choice(list(CoordinatePrecision)).value
        opened = told(str(2000 + int(chance.random() * 19))) if chance.random() < 0.6 else NEVER
        evidence = chance.choice(list(EvidenceClass)).value
        return sheet.add(
            sheet.reserve(),
            self.signed,
            name,
            "t" if is_named else "f",
            kind.value,
            place,
            latitude,
            longitude,
            precision,
            evidence,
            opened.columns,
        )

    def _outlets(self) -> list[int]:
        countries = list(self.countries.values())
        return [
            self._organization(
                f"{next(self.names)} {name}",
                OrganizationKind.RIGHTS_GROUP if number % 7 == 6 else OrganizationKind.MEDIA,
                countries[number % len(countries)],
            )
            for number, name in enumerate(_OUTLETS * 6)
        ]
