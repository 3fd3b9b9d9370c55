"""What the sources say about 27 March 2023; each passage is from our synopsis of the report."""

from cases.example.entries import entries

_BROUGHT = (
    "The three are Nurzat Yermekbay, Zauatkhan Tursyn and Akikat Kaliolla. They were brought to "
    "the department that the police keep in Medeu district."
)
_SENTENCE = "In 2018 a prison term of 14 years had been imposed on him."
# Claim, record, field, what it says, who told it, and the passage of the synopsis.
CLAIMS = [
    ("K1", "E2", "occurred", "27 March", None, "still on 27 March, police in Almaty took three"),
    ("K2", "E2", "count_text", "three", None, "police in Almaty took three of those who had come"),
    ("K3", "E1", "description", "before the three were taken", None,
     "After that, and still on 27 March, police in Almaty took three"),
    ("K4", "E1", "demand", "release of relatives", None,
     "asked that members of their families be let go from Xinjiang"),
    ("K5", "E2-P1", "", "Akikat Kaliolla", "P4", _BROUGHT),
    ("K6", "E2-P2", "", "Nurzat Yermekbay", "P4", _BROUGHT),
    ("K7", "E2-P3", "", "Zauatkhan Tursyn", "P4", _BROUGHT),
    ("K8", "E2", "facility", "Medeu district police department", "P4",
     "brought to the department that the police keep in Medeu district"),
    ("K9", "P4", "occupation", "activist", None, "Baibolat Kunbolatuly, an activist himself"),
    ("K10", "R1", "", "son", None, "He is a son of Zauatkhan Tursyn"),
    ("K11", "E3", "ended", "several hours", "P4", "the three spent several hours there"),
    ("K12", "E4", "release_kind", "without charge", "P4",
     "could then go, with no charge brought"),
    ("K13", "AR1", "response_kind", "no comment", None, "Officials said nothing about it."),
    ("K14", "AR2", "response_kind", "calls not answered", None,
     "RFE/RL telephoned the police department and nobody picked up."),
    ("K15", "P1", "biography", "published a video", None,
     "A video that Akikat Kaliolla put on Facebook"),
    ("K16", "E1", "description", "police followed, as a video is said to show", None,
     "presented as showing the people of the gathering with police walking behind; the report "
     "does not vouch for it"),
    ("K17", "E1-P5", "", "among the demonstrators", None,
     "Almakhan Myrzan was in the gathering too"),
    ("K18", "E1-P5", "role", "with a picture of her brother", None,
     "She carried a picture of her brother Baqytkhan Myrzan"),
    ("K19", "R2", "", "brother", None, "her brother Baqytkhan Myrzan"),
    ("K20", "P6", "occupation", "religious researcher", None,
     "Baqytkhan Myrzan, a religious researcher"),
    ("K21", "E8", "occurred", "March, before the 27th", None, "Earlier in March he had died"),
    ("K22", "E8", "facility", "an unnamed penal institution", None,
     "died as a prisoner, in a penal institution somewhere in Xinjiang that is not named"),
    ("K23", "P5", "biography", "condemned the authorities", None,
     "She blamed the authorities for it in harsh words."),
    ("K24", "E9", "occurred", "9 March", "P5",
     "On 9 March she had told RFE/RL that the news of his death was true."),
    ("K25", "E5", "sentence_months", "14 years", None, _SENTENCE),
    ("K26", "E5", "occurred", "2018", None, _SENTENCE),
    ("K27", "E5", "presumed_reason", "a Muslim rite", None,
     "What he is said to have done is to carry out a Muslim rite at a religious gathering."),
    ("K28", "E7-G3", "", "relatives in China and Kazakhstan", "P5",
     "kin of his on both sides of the border, in China and in Kazakhstan, asked that he be let go"),
    ("K29", "E7", "demand", "his health, not described", "P5",
     "on account of his health, in words that describe no illness"),
    ("K30", "AR3", "response_kind", "ignored", "P5",
     "The authorities of Xinjiang, she said, paid no heed."),
    ("K31", "E10-P5", "", "one of dozens", None, "Almakhan Myrzan is one of dozens of picketers."),
    ("K32", "E10", "occurred", "over two years", None,
     "They had kept it up for over two years by then"),
    ("K33", "E10", "title", "embassy and consulate", None,
     "in front of China's embassy in Astana and its consulate in Almaty"),
    ("K34", "E10", "demand", "freedom for relatives", None,
     "freedom for family members who are kept in correctional institutions in China"),
    ("K35", "E11", "occurred", "27 March", None, "On 27 March he met Ma Xingrui"),
    ("K36", "E11", "description", "while the three were taken in Almaty", None,
     "While this went on in Almaty, Qasym-Zhomart Toqaev, President of Kazakhstan, was receiving "
     "a guest in Astana."),
    ("K37", "E11", "description", '"eternal friendship"', None,
     "According to the president's office Toqaev spoke of \"eternal friendship\" with China."),
    ("K38", "E11-P8", "", '"priority area"', None,
     'Ma called Kazakhstan a "priority area" for working together.'),
    ("K39", "E12", "occurred", "ten days before the visit", None,
     "Ten days before that visit, Kazakhstan's ambassador to China, Shakhrat Nuryshev, had "
     "travelled to Xinjiang and spoken with Ma."),
    ("K40", "AR4", "response_kind", "no camps; against terrorism", None,
     "China's government says that its facilities are no internment camps and that it acts "
     "against terrorism."),
    ("K44", "AR5", "response_kind", "China's own business", None,
     "the authorities of Kazakhstan answer that this is China's own business"),
    ("K45", "AR5", "description", "diplomatic channels", None,
     'Their applications, it is said, go "through diplomatic channels".'),
    ("K48", "P7", "occupation", "President of Kazakhstan", None,
     "Qasym-Zhomart Toqaev, President of Kazakhstan"),
    ("K49", "P8", "occupation", "secretary of the Communist Party in Xinjiang", None,
     "Ma Xingrui, secretary of the Communist Party in Xinjiang"),
    ("K50", "P9", "occupation", "ambassador", None,
     "Kazakhstan's ambassador to China, Shakhrat Nuryshev"),
]  # fmt: skip

# What the claims leave unsaid and the synopsis says as well.
_FAMILIES = "people gathered on 27 March and asked that members of their families be let go"
ALSO = [
    ("E6-held", "E6", "facility", "an unnamed penal institution", None,
     "died as a prisoner, in a penal institution somewhere in Xinjiang that is not named"),
    ("R3-kin", "R3", "", "kin", "P5", "kin of his on both sides of the border"),
    *((f"{tie}-kin", tie, "", "family", None, _FAMILIES) for tie in ("R4", "R5", "R6")),
    ("E10-count", "E10", "count_text", "dozens", None,
     "Almakhan Myrzan is one of dozens of picketers."),
]  # fmt: skip

# Told by the report and by the synopsis, and about no record of ours.
NO_RECORD = {
    "K41": 'people who got out of Xinjiang speak of forced "political indoctrination"',
    "K42": "Uyghurs, Kazakhs, Kyrgyz and others native to the region have been put there.",
    "K43": "About 1.5 million inhabitants of Xinjiang are Kazakhs by ethnicity",
    "K46": "photograph has Ma on the left side and Toqaev on the right",
    "K47": "AFP contributed to it.",
}

# Sources that are cited as a whole: the report for each event, the others for what they told.
WHOLE = {
    "S1": tuple(f"E{number}" for number in range(1, 13)),
    "S2": ("E1",),
    "S3": ("E7", "E8", "E9"),
    "S4": ("E2", "E3", "E4"),
    "S5": ("E11",),
}
TARGETS = {"E": "event", "A": "event", "P": "person", "R": "relationship"}


def _target(key: str) -> dict:
    return {"participation" if "-" in key else TARGETS[key[0]]: key}


_PASSAGES = {
    claim: {
        **_target(about),
        "field": field,
        "says": says,
        "told_by": teller,
        "quote": quote,
        "source": "S0",
        "snapshot": "S0-text",
    }
    for claim, about, field, says, teller, quote in [*CLAIMS, *ALSO]
}
_WHOLES = {
    f"{source}-{event}": {"event": event, "source": source}
    for source, events in WHOLE.items()
    for event in events
}

ENTRIES = entries("Citation", _PASSAGES | _WHOLES)
