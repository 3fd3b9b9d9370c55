"""Where the facts of 27 March 2023 come from: one report, our synopsis, what the report cites.

The report is cited by title and address only; its text is its author's. Our synopsis rests on it:
the two, and all that the report cites, are of one origin.
"""

from cases.choices import Reliability, SourceKind
from cases.example import synopsis
from cases.example.entries import When, entries
from config.records.choices import Basis

_ONLY_CITED = {"is_seen": False, "cited_by": "S1", "origin": "S1"}
SOURCES = {
    "S1": {
        "kind": SourceKind.NEWS_ARTICLE,
        "title": "Three Kazakh Activists Detained In Almaty After Demonstrating For Release Of "
        "Relatives From Xinjiang",
        "url": "https://www.rferl.org/amp/"
        "kazakh-activists-almaty-detained-xinjiang-protest/32336574.html",
        "publisher": "O1",
        "language": "en",
        "reliability": Reliability.LIKELY_RELIABLE,
        "published": When("on or soon after 27 March", "2023-03-27/2023-03-31", Basis.DERIVED),
        "about": "Report on a demonstration in Almaty and three people taken after it. No author "
        "is stated; AFP contributed to the reporting. It names no year for 27 March.",
    },
    "S0": {
        "kind": SourceKind.NGO_REPORT,
        "title": "Tizim's synopsis of the RFE/RL report on Almaty, 27 March 2023",
        "author": "Tizim",
        "language": "en",
        "reliability": Reliability.LIKELY_RELIABLE,
        "origin": "S1",
        "about": "The facts of the report in our own words. It rests on the report alone and "
        "adds nothing; the passages shown are from here.",
    },
    "S2": {
        "kind": SourceKind.VIDEO,
        "title": "Facebook video published by Akikat Kaliolla",
        "author": "Akikat Kaliolla",
        "reliability": Reliability.UNSURE,
        "about": "Not seen by us. The report that cites it does not vouch for what it shows.",
        **_ONLY_CITED,
    },
    "S3": {
        "kind": SourceKind.TESTIMONY,
        "title": "Almakhan Myrzan to RFE/RL on her brother's death",
        "informant": "P5",
        "informant_connection": "sister",
        "published": When("9 March", "2023-03-09", Basis.PARTLY_STATED),
        "reliability": Reliability.LIKELY_RELIABLE,
        "about": "Known from the report that cites it.",
        **_ONLY_CITED,
    },
    "S4": {
        "kind": SourceKind.TESTIMONY,
        "title": "Baibolat Kunbolatuly to RFE/RL on the three who were taken",
        "informant": "P4",
        "informant_connection": "son of one of the three",
        "informant_knows": "not stated; no source says that he was present",
        "published": When("27 March or later", "2023-03-27/..", Basis.DERIVED),
        "reliability": Reliability.LIKELY_RELIABLE,
        "about": "Known from the report that cites it. A relative's account; whether he was "
        "present is not stated.",
        **_ONLY_CITED,
    },
    "S5": {
        "kind": SourceKind.PRESS_RELEASE,
        "title": "Statement of Kazakhstan's presidency on the meeting with Ma Xingrui",
        "publisher": "O6",
        "reliability": Reliability.LIKELY_RELIABLE,
        "about": "Known from the report that cites it.",
        **_ONLY_CITED,
    },
}
SNAPSHOTS = {"S0-text": {"source": "S0", "text": synopsis.TEXT}}

ENTRIES = [*entries("Source", SOURCES), *entries("Snapshot", SNAPSHOTS)]
