"""What invented cases have in common: places, organizations, places of holding, sources."""

from cases.choices import (
    EvidenceClass,
    FacilityKind,
    OrganizationKind,
    Reliability,
    SourceKind,
)
from cases.example.entries import When
from config.records.choices import Basis
from people.choices import PlaceLevel

MARK = "Invented for the demonstration"

# Towns are real, so that they can be searched for; nothing is said to have happened in them.
PLACES = {
    f"cl-{name}": {
        "name": name,
        "level": PlaceLevel.CITY,
        "parent": parent,
        "other_names": other_names,
    }
    for name, parent, other_names in (
        ("Urumqi", "L5", ["Ürümchi", "ئۈرۈمچى", "乌鲁木齐"]),
        ("Ghulja", "L5", ["Yining", "غۇلجا", "伊宁"]),
        ("Kashgar", "L5", ["Qeshqer", "قەشقەر", "喀什"]),
        ("Hotan", "L5", ["Xoten", "خوتەن", "和田"]),
        ("Altay", "L5", ["Алтай", "阿勒泰"]),
        ("Chochek", "L5", ["Tacheng", "塔城"]),
        ("Shymkent", "L7", ["Шымкент"]),
        ("Oskemen", "L7", ["Өскемен", "Ust-Kamenogorsk"]),
    )
} | {
    "cl-county": {
        "name": "Ninth Canal county (invented)",
        "level": PlaceLevel.COUNTY,
        "parent": "L5",
    },
    "cl-rayon": {"name": "Aqbota rayon (invented)", "level": PlaceLevel.COUNTY, "parent": "L7"},
}
HOMES = (*(key for key in PLACES if PLACES[key]["level"] == PlaceLevel.CITY), "L1", "L4")

ORGANIZATIONS = {
    key: {"name": f"{name} (invented)", "kind": kind}
    for key, name, kind in (
        ("co-herald", "The Steppe Herald", OrganizationKind.MEDIA),
        ("co-radio", "Radio Seven Rivers", OrganizationKind.MEDIA),
        ("co-watch", "Names Without Walls", OrganizationKind.RIGHTS_GROUP),
        ("co-police", "Police of Ninth Canal county", OrganizationKind.POLICE),
        ("co-court", "Court of Ninth Canal county", OrganizationKind.COURT),
        ("co-ministry", "Ministry of Replies", OrganizationKind.MINISTRY),
        ("co-firm", "Reed Lake Textiles", OrganizationKind.COMPANY),
    )
}

FACILITIES = {
    "cf-pretrial-0": {"name": "North Gate holding centre", "kind": FacilityKind.PRETRIAL_DETENTION},
    "cf-pretrial-1": {"name": "Station Road police post", "kind": FacilityKind.POLICE_STATION},
    "cf-prison-0": {
        "name": "Two Poplars prison",
        "kind": FacilityKind.PRISON,
        "opened": When("before 1990"),
    },
    "cf-prison-1": {"name": "Salt Hill prison", "kind": FacilityKind.PRISON},
    "cf-camp-0": {
        "name": "Saltmarsh school",
        "kind": FacilityKind.INTERNMENT_CAMP,
        "opened": When("spring 2017"),
        "closed": When("late 2019"),
    },
    "cf-camp-1": {"name": "Reed Lake centre", "kind": FacilityKind.INTERNMENT_CAMP},
    "cf-labour-0": {"name": "Ninth Canal farm", "kind": FacilityKind.LABOUR_CAMP},
    "cf-labour-1": {
        "name": "Unnamed workshop near a reed lake",
        "kind": FacilityKind.LABOUR_CAMP,
        "is_named": False,
        "operator": "co-firm",
    },
}
_EVIDENCE = tuple(EvidenceClass)
for _number, _facility in enumerate(FACILITIES.values()):
    _facility["name"] += " (invented)"
    _facility["place"] = "cl-county" if _number % 4 != 3 else "cl-rayon"
    _facility["evidence"] = _EVIDENCE[_number % len(_EVIDENCE)]

_R = Reliability
_SOURCES = (
    # key, kind, title, publisher, published, language, reliability, origin
    ("herald-1", SourceKind.NEWS_ARTICLE, "Families count the missing", "co-herald",
     When("14 May 2024"), "en", _R.LIKELY_RELIABLE, None),
    ("herald-2", SourceKind.NEWS_ARTICLE, "Letters that never came", "co-herald",
     When("November 2024"), "kk", _R.LIKELY_RELIABLE, None),
    ("wire", SourceKind.WIRE, "The same count, over the wire", None,
     When("15 May 2024"), "ru", _R.LIKELY_RELIABLE, "cs-herald-1"),
    ("radio", SourceKind.BROADCAST, "An hour with relatives", "co-radio",
     When("winter 2024"), "ug-Arab", _R.UNSURE, None),
    ("report", SourceKind.NGO_REPORT, "Four hundred doors", "co-watch",
     When("2025"), "en", _R.HIGHLY_RELIABLE, None),
    ("register", SourceKind.DATABASE_ENTRY, "Rows of another register", "co-watch",
     When("early 2025"), "zh", _R.NOT_ASSESSED, "cs-report"),
    ("aunt", SourceKind.TESTIMONY, "What an aunt told", None,
     When("summer 2024"), "kk", _R.LIKELY_RELIABLE, None),
    ("letter", SourceKind.LETTER, "A letter, copied by hand", None,
     When("about 2024", basis=Basis.INFERRED), "ug-Arab", _R.UNSURE, None),
    ("post", SourceKind.SOCIAL_POST, "A post that was soon gone", None,
     When("2 March 2024"), "zh", _R.LIKELY_UNRELIABLE, None),
    ("verdict", SourceKind.COURT_DOCUMENT, "Pages of a verdict", None,
     When("2024"), "zh", _R.HIGHLY_RELIABLE, None),
    ("notice", SourceKind.OFFICIAL_NOTICE, "A notice to the family", "co-police",
     When("June 2024"), "zh", _R.LIKELY_RELIABLE, None),
    ("thesis", SourceKind.ACADEMIC, "Absence as data", None,
     When("2025"), "en", _R.LIKELY_RELIABLE, None),
)  # fmt: skip
SOURCES = {
    f"cs-{key}": {
        "kind": kind,
        "title": f"{title} (invented)",
        "url": f"https://example.org/invented/{key}",
        "publisher": publisher,
        "published": published,
        "language": language,
        "reliability": reliability,
        "origin": origin,
        "about": f"{MARK}: no such text exists and nobody in it is real.",
    }
    for key, kind, title, publisher, published, language, reliability, origin in _SOURCES
}
# For each case a first source, and a second that may repeat, confirm or contradict it.
PAIRS = (
    ("cs-herald-1", None),
    ("cs-herald-1", "cs-wire"),
    ("cs-report", "cs-aunt"),
    ("cs-herald-2", "cs-letter"),
    ("cs-report", "cs-register"),
    ("cs-aunt", "cs-thesis"),
    ("cs-herald-2", "cs-verdict"),
    ("cs-report", None),
    ("cs-herald-1", "cs-notice"),
    ("cs-aunt", None),
    ("cs-herald-2", "cs-report"),
)
# For a release of which nobody can be sure.
DOUBTED = ("cs-radio", "cs-post")
