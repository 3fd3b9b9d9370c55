"""Who and where, in the events of 27 March 2023: nothing that the report does not state.

Sex is given only where a word of the report shows it. For the three who were taken, "Kazakh" may
mean ethnicity or citizenship, so both stay empty. Nobody's birth is stated.
"""

from decimal import Decimal

from cases.example.entries import entries
from people.choices import (
    NameKind,
    OccupationGroup,
    PersonKind,
    PlaceLevel,
    RelationshipKind,
    Sex,
)

PLACES = {
    "L7": {"name": "Kazakhstan", "level": PlaceLevel.COUNTRY, "other_names": ["Қазақстан"]},
    "L6": {"name": "China", "level": PlaceLevel.COUNTRY, "other_names": ["中国"]},
    "L1": {
        "name": "Almaty",
        "level": PlaceLevel.CITY,
        "parent": "L7",
        "other_names": ["Алматы"],
        "latitude": Decimal("43.24"),
        "longitude": Decimal("76.93"),
    },
    "L2": {"name": "Medeu district", "level": PlaceLevel.DISTRICT, "parent": "L1"},
    "L3": {"name": "near the Chinese consulate", "level": PlaceLevel.SPOT, "parent": "L1"},
    "L4": {
        "name": "Astana",
        "level": PlaceLevel.CITY,
        "parent": "L7",
        "other_names": ["Астана"],
        "latitude": Decimal("51.17"),
        "longitude": Decimal("71.43"),
    },
    "L5": {
        "name": "Xinjiang",
        "level": PlaceLevel.REGION,
        "parent": "L6",
        "other_names": ["Xinjiang Uyghur Autonomous Region", "XUAR", "شىنجاڭ", "新疆"],
        "latitude": Decimal("42"),
        "longitude": Decimal("85"),
    },
}

_UNDISTINGUISHED = (
    "One of three activists taken to a police department in Almaty on 27 March 2023. The source "
    'calls the three "Kazakh" without saying whether that is ethnicity or citizenship, so both '
    "are left empty here; it does not state the person's sex."
)
PEOPLE = {
    "P1": {
        "occupation": "activist",
        "biography": f"{_UNDISTINGUISHED} Published a video on Facebook that is presented as "
        "showing police walking behind the demonstrators; it is not verified.",
    },
    "P2": {"occupation": "activist", "biography": _UNDISTINGUISHED},
    "P3": {"occupation": "activist", "biography": _UNDISTINGUISHED},
    "P4": {
        "sex": Sex.MALE,
        "occupation": "activist",
        "biography": "Told RFE/RL how the three, his parent among them, were taken and let go. "
        "No source says that he demonstrated, was present or was held that day.",
    },
    "P5": {
        "sex": Sex.FEMALE,
        "biography": "Speaks for her brother Baqytkhan Myrzan. She confirmed his death to RFE/RL "
        "on 9 March 2023, condemned the authorities for it, carried his picture in the "
        "demonstration of 27 March, and has long been among the picketers of China's missions. "
        "No source says that she was held.",
    },
    "P6": {
        "sex": Sex.MALE,
        "occupation": "religious researcher",
        "occupation_group": OccupationGroup.RELIGIOUS,
        "biography": "Sentenced to 14 years in 2018; died in custody in March 2023. The source "
        "states neither ethnicity nor birth, and neither prison, court, charge nor cause of death.",
    },
    "P7": {
        "occupation": "President of Kazakhstan",
        "occupation_group": OccupationGroup.GOVERNMENT,
        "biography": "In the register for his office only.",
    },
    "P8": {
        "occupation": "secretary of the Communist Party in Xinjiang",
        "occupation_group": OccupationGroup.GOVERNMENT,
        "biography": "In the register for the office only.",
    },
    "P9": {
        "occupation": "Kazakhstan's ambassador to China",
        "occupation_group": OccupationGroup.GOVERNMENT,
        "biography": "In the register for the office only.",
    },
}

GROUPS = {
    "G1": {
        "kind": PersonKind.GROUP,
        "described_as": "Demonstrators near the Chinese consulate in Almaty on 27 March 2023",
        "biography": "Four are named; how many came is not stated.",
    },
    "G2": {
        "kind": PersonKind.GROUP,
        "described_as": "Picketers of China's embassy in Astana and consulate in Almaty",
        "count_text": "dozens",
    },
    "G3": {
        "kind": PersonKind.GROUP,
        "described_as": "Relatives of Baqytkhan Myrzan in China and Kazakhstan",
        "biography": "Neither their names nor their number are stated.",
    },
} | {
    key: {
        "kind": PersonKind.UNNAMED,
        "described_as": f"Family of {name} in Xinjiang, unnamed",
        "biography": "One person or several: names, number and kinship are not stated.",
    }
    for key, name in (
        ("G4", "Akikat Kaliolla"),
        ("G5", "Nurzat Yermekbay"),
        ("G6", "Zauatkhan Tursyn"),
    )
}

_FULL = {"kind": NameKind.AS_PUBLISHED, "is_primary": True}
_SHORT = {"kind": NameKind.SHORT}
NAMES = {
    "N1": {"person": "P1", "text": "Akikat Kaliolla", **_FULL},
    "N2": {"person": "P2", "text": "Nurzat Yermekbay", **_FULL},
    "N3": {"person": "P3", "text": "Zauatkhan Tursyn", **_FULL},
    # A name and a father's name ("-uly", son of): no family name shared or not shared with P3.
    "N4": {"person": "P4", "text": "Baibolat Kunbolatuly", **_FULL},
    "N5": {"person": "P5", "text": "Almakhan Myrzan", **_FULL},
    "N6": {"person": "P6", "text": "Baqytkhan Myrzan", **_FULL},
    # The report's short form means the sister, as "her brother" beside it shows.
    "N7": {"person": "P5", "text": "Myrzan", **_SHORT},
    "N8": {"person": "P7", "text": "Qasym-Zhomart Toqaev", **_FULL},
    "N9": {"person": "P8", "text": "Ma Xingrui", **_FULL, "kind": NameKind.PINYIN},
    "N10": {"person": "P9", "text": "Shakhrat Nuryshev", **_FULL},
    "N11": {"person": "P1", "text": "Kaliolla", **_SHORT},
    "N12": {"person": "P3", "text": "Tursyn", **_SHORT},
    "N13": {"person": "P4", "text": "Kunbolatuly", **_SHORT},
}

RELATIONSHIPS = {
    key: {"from_person": first, "kind": kind, "to_person": second, "stated_as": stated}
    for key, first, kind, second, stated in (
        ("R1", "P4", RelationshipKind.CHILD, "P3", "a son of"),
        ("R2", "P5", RelationshipKind.SIBLING, "P6", "her brother"),
        ("R3", "G3", RelationshipKind.RELATIVE, "P6", "kin of his"),
        ("R4", "P1", RelationshipKind.RELATIVE, "G4", "members of their families"),
        ("R5", "P2", RelationshipKind.RELATIVE, "G5", "members of their families"),
        ("R6", "P3", RelationshipKind.RELATIVE, "G6", "members of their families"),
    )
}

ENTRIES = [
    *entries("Place", PLACES),
    *entries("Person", PEOPLE | GROUPS),
    *entries("PersonName", NAMES),
    *entries("Relationship", RELATIONSHIPS),
]
