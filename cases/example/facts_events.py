"""What happened around 27 March 2023: places of holding, cases, twelve events, the responses.

The report states days and months; the year is that of its publication, so those dates are partly
stated. Only the year of the sentence is stated in full.
"""

from cases.choices import (
    EventKind,
    EvidenceClass,
    FacilityKind,
    OrganizationKind,
    ParticipationRole,
    ReasonGroup,
    ReleaseKind,
    ResponseKind,
    SentenceKind,
)
from cases.example.entries import When, entries
from config.records.choices import Basis

ORGANIZATIONS = {
    "O1": {"name": "RFE/RL", "kind": OrganizationKind.MEDIA},
    "O2": {"name": "AFP", "kind": OrganizationKind.MEDIA},
    "O3": {
        "name": "Police department of the Medeu district",
        "kind": OrganizationKind.POLICE,
        "place": "L2",
    },
    "O4": {
        "name": "Chinese consulate in Almaty",
        "kind": OrganizationKind.DIPLOMATIC,
        "place": "L1",
    },
    "O5": {
        "name": "Chinese Embassy in Astana",
        "kind": OrganizationKind.DIPLOMATIC,
        "place": "L4",
    },
    "O6": {
        "name": "Presidency of Kazakhstan",
        "kind": OrganizationKind.GOVERNMENT,
        "place": "L7",
    },
    "O7": {"name": "Communist Party (Xinjiang)", "kind": OrganizationKind.PARTY, "place": "L5"},
    "O8": {"name": "Government of China", "kind": OrganizationKind.GOVERNMENT, "place": "L6"},
    "O9": {
        "name": "Authorities of Kazakhstan",
        "kind": OrganizationKind.GOVERNMENT,
        "place": "L7",
    },
    "O10": {
        "name": "Authorities in Xinjiang",
        "kind": OrganizationKind.GOVERNMENT,
        "place": "L5",
    },
}

FACILITIES = {
    "F1": {
        "name": "Medeu district police department, Almaty",
        "kind": FacilityKind.POLICE_STATION,
        "place": "L2",
        "operator": "O3",
        "evidence": EvidenceClass.TESTIMONY,
    },
    "F2": {
        "name": "Unnamed penal institution in Xinjiang (Baqytkhan Myrzan)",
        "is_named": False,
        "kind": FacilityKind.PRISON,
        "place": "L5",
        "evidence": EvidenceClass.TESTIMONY,
    },
}

_HELD = "Taken to a police department in Almaty after a demonstration, held for hours, let go"
CASES = {
    "C1": {
        "person": "P6",
        "title": "Sentenced to 14 years, died in custody in Xinjiang",
        "summary": "Sentenced in 2018 over a religious rite, as the source has it. He died in "
        "custody in March 2023; his sister confirmed it on 9 March. Relatives had asked for his "
        "release because of his health.",
    },
} | {
    key: {
        "person": person,
        "title": "Held for hours in Almaty, 27 March 2023",
        "summary": f"{_HELD} without charge. The demonstrators asked for relatives in Xinjiang, "
        "whom no source names or counts.",
    }
    for key, person in (("C2", "P1"), ("C3", "P2"), ("C4", "P3"))
}

_DAY = When("27 March", "2023-03-27", Basis.PARTLY_STATED)
_LET_GO = When("after several hours", "2023-03-27/2023-03-28", Basis.DERIVED)
# He died between the first of the month and the day on which his death was confirmed.
_DEATH = {"basis": Basis.DERIVED, "earliest": "2023-03-01", "latest": "2023-03-09"}
_BEFORE_DEATH = {"edtf": "/2023-03", "basis": Basis.DERIVED, "latest": "2023-03-09"}
EVENTS = {
    "E1": {
        "kind": EventKind.DEMONSTRATION,
        "title": "Demonstration near the Chinese consulate in Almaty",
        "occurred": _DAY,
        "place": "L3",
        "demand": "that relatives be let go from Xinjiang",
        "description": "Four demonstrators are named; how many came is not stated. Almakhan "
        "Myrzan held a picture of her brother. A video that Akikat Kaliolla published is "
        "presented as showing police walking behind the demonstrators; it is not verified.",
    },
    "E2": {
        "kind": EventKind.ARREST,
        "title": "Three activists taken to the Medeu district police department",
        "occurred": _DAY,
        "place": "L1",
        "facility": "F1",
        "organization": "O3",
        "count_text": "three",
        "description": "After the demonstration. The sources say only that police took them, and "
        "state neither a reason nor a warrant.",
    },
    "E3": {
        "kind": EventKind.DETENTION,
        "title": "Held for several hours",
        "occurred": _DAY,
        "ended": _LET_GO,
        "facility": "F1",
        "description": "Short-term police custody.",
    },
    "E4": {
        "kind": EventKind.RELEASE,
        "title": "Let go without charge",
        "occurred": _LET_GO,
        "release_kind": ReleaseKind.WITHOUT_CHARGE,
    },
    "E5": {
        "kind": EventKind.SENTENCING,
        "title": "Sentenced to 14 years",
        "case": "C1",
        "occurred": When("2018", "2018"),
        "sentence_kind": SentenceKind.PRISON,
        "sentence_months": 168,
        "presumed_reason": ReasonGroup.RELIGIOUS_PRACTICE,
        "presumed_reason_text": "a Muslim rite carried out at a religious gathering",
        "description": "Court and charge are not stated, and no paper of a court is named.",
    },
    "E6": {
        "kind": EventKind.IMPRISONMENT,
        "title": "Imprisoned in Xinjiang",
        "case": "C1",
        "occurred": When("since when is not stated", **_BEFORE_DEATH),
        "ended": When("until his death, earlier in March", "2023-03", **_DEATH),
        "facility": "F2",
    },
    "E7": {
        "kind": EventKind.INTERVENTION,
        "title": "Relatives ask for his release because of his health",
        "case": "C1",
        "occurred": When("undated, before his death", **_BEFORE_DEATH),
        "demand": "that he be let go on account of his health",
        "description": "Addressed to the authorities in Xinjiang. No illness is described.",
    },
    "E8": {
        "kind": EventKind.DEATH_IN_CUSTODY,
        "title": "Death of Baqytkhan Myrzan",
        "case": "C1",
        "occurred": When("Earlier in March", "2023-03", **_DEATH),
        "facility": "F2",
        "description": "The day and the cause are not stated; the death was confirmed on 9 March.",
    },
    "E9": {
        "kind": EventKind.DISCLOSURE,
        "title": "His sister confirms the death to RFE/RL",
        "case": "C1",
        "occurred": When("9 March", "2023-03-09", Basis.PARTLY_STATED),
    },
    "E10": {
        "kind": EventKind.DEMONSTRATION,
        "title": "Picketing of China's embassy in Astana and consulate in Almaty",
        "occurred": When(
            "over two years by then", "[..2021-03]", Basis.DERIVED, latest="2021-03-27"
        ),
        "demand": "freedom for relatives kept in correctional institutions in China",
        "count_text": "dozens",
        "description": "It still went on in March 2023.",
    },
    "E11": {
        "kind": EventKind.OFFICIAL_MEETING,
        "title": "President Toqaev meets Ma Xingrui in Astana",
        "occurred": _DAY,
        "place": "L4",
        "description": 'On the day of the demonstration. Toqaev spoke of "eternal friendship" '
        'with China, Ma called Kazakhstan a "priority area".',
    },
    "E12": {
        "kind": EventKind.OFFICIAL_VISIT,
        "title": "Ambassador Nuryshev travels to Xinjiang and meets Ma Xingrui",
        "occurred": When("Ten days before that visit", "2023-03-17~", Basis.DERIVED),
        "place": "L5",
    },
}

RESPONSES = {
    "AR1": {
        "title": "No comment on the three who were taken",
        "part_of": "E2",
        "organization": "O9",
        "response_kind": ResponseKind.NO_COMMENT,
    },
    "AR2": {
        "title": "The police department does not pick up",
        "part_of": "E2",
        "organization": "O3",
        "response_kind": ResponseKind.NO_ANSWER,
        "description": "RFE/RL telephoned.",
    },
    "AR3": {
        "title": "The relatives' request is ignored",
        "case": "C1",
        "part_of": "E7",
        "organization": "O10",
        "response_kind": ResponseKind.IGNORED,
    },
    "AR4": {
        "title": "China denies that the facilities are internment camps",
        "organization": "O8",
        "response_kind": ResponseKind.ALTERNATIVE,
        "description": "About the camps in general: its actions, it says, are against terrorism.",
    },
    "AR5": {
        "title": "Kazakhstan calls the matter China's own",
        "organization": "O9",
        "response_kind": ResponseKind.DECLINED,
        "description": "About families' applications in general: these, it says, go "
        '"through diplomatic channels".',
    },
}
for _response in RESPONSES.values():
    _response["kind"] = EventKind.AUTHORITY_RESPONSE

Role = ParticipationRole
_OF_THE_THREE = (("P1", "C2"), ("P2", "C3"), ("P3", "C4"))
# Event, who, role, and for a shared event the person's case.
PARTICIPATIONS = [
    *(("E1", person, Role.DEMONSTRATOR, case) for person, case in _OF_THE_THREE),
    ("E1", "P5", Role.DEMONSTRATOR, None),
    ("E1", "G1", Role.DEMONSTRATOR, None),
    *(("E1", group, Role.SPOKEN_FOR, None) for group in ("G4", "G5", "G6")),
    *(
        (event, person, Role.SUBJECT, case)
        for event in ("E2", "E3", "E4")
        for person, case in _OF_THE_THREE
    ),
    ("E2", "P4", Role.INFORMANT, None),
    ("E7", "G3", Role.ADVOCATE, None),
    ("E9", "P5", Role.INFORMANT, None),
    ("E10", "P5", Role.DEMONSTRATOR, None),
    ("E10", "G2", Role.DEMONSTRATOR, None),
    ("E11", "P7", Role.OFFICIAL, None),
    ("E11", "P8", Role.OFFICIAL, None),
    ("E12", "P9", Role.OFFICIAL, None),
    ("E12", "P8", Role.OFFICIAL, None),
]

ENTRIES = [
    *entries("Organization", ORGANIZATIONS),
    *entries("Facility", FACILITIES),
    *entries("Case", CASES),
    *entries("Event", EVENTS | RESPONSES),
    *entries(
        "Participation",
        {
            f"{event}-{person}": {"event": event, "person": person, "role": role, "case": case}
            for event, person, role, case in PARTICIPATIONS
        },
    ),
]
