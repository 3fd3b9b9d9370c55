"""The words that editors choose about people and places."""

from django.utils.translation import pgettext

from config.records.choices import DefinedChoices


class PlaceLevel(DefinedChoices):
    COUNTRY = "country", "A state.", "country"
    REGION = "region", "First level below a state: province, autonomous region.", "region"
    PREFECTURE = "prefecture", "Second level: prefecture, oblast district.", "prefecture"
    COUNTY = "county", "Third level: county, rayon.", "county"
    CITY = "city", "A city or town of any administrative rank.", "city"
    DISTRICT = "district", "A part of a city.", "district"
    SPOT = "spot", "A point: a building, a square, a street corner.", "spot"


class PersonKind(DefinedChoices):
    INDIVIDUAL = "individual", "One person with a name.", "individual"
    GROUP = "group", "Several people told of together, counted only in words.", "group"
    UNNAMED = "unnamed", "One person, or an unknown number, whose name nobody gives.", "unnamed"


class Sex(DefinedChoices):
    FEMALE = "female", "A source says or shows that she is female.", "female"
    MALE = "male", "A source says or shows that he is male.", "male"
    OTHER = "other", "A source says neither of the two.", "other"


class NameDisplay(DefinedChoices):
    FULL = "full", "The name is shown.", "full name"
    INITIALS = "initials", "Only initials are shown, everywhere.", "initials"
    WITHHELD = "withheld", "No part of the name is shown, anywhere.", "withheld"


class Ethnicity(DefinedChoices):
    """As a source states it; never guessed from a name."""

    UYGHUR = "uyghur", "Uyghur.", "Uyghur"
    KAZAKH = "kazakh", "Kazakh by ethnicity, whatever the citizenship.", "Kazakh"
    KYRGYZ = "kyrgyz", "Kyrgyz by ethnicity, whatever the citizenship.", "Kyrgyz"
    HUI = "hui", "Hui, Dungan.", "Hui"
    HAN = "han", "Han Chinese.", "Han"
    MONGOL = "mongol", "Mongol.", "Mongol"
    TAJIK = "tajik", "Tajik, Pamiri.", "Tajik"
    TATAR = "tatar", "Tatar.", "Tatar"
    UZBEK = "uzbek", "Uzbek.", "Uzbek"
    TIBETAN = "tibetan", "Tibetan.", "Tibetan"
    RUSSIAN = "russian", "Russian.", "Russian"
    MIXED = "mixed", "A source states more than one.", "mixed"
    OTHER = "other", "Another, named in the biography.", "other"


class OccupationGroup(DefinedChoices):
    """Groups after ISCO-08, with those that the register asks about apart."""

    RELIGIOUS = "religious", "Imam, religious scholar or student (ISCO 2636, 3413).", "religious"
    EDUCATION = "education", "Teacher, professor, researcher (ISCO 23, 21).", "education, research"
    CULTURE = "culture", "Writer, artist, musician, publisher (ISCO 264, 265).", "culture"
    MEDIA = "media", "Journalist, blogger (ISCO 2642).", "media"
    LAW = "law", "Lawyer, judge (ISCO 261).", "law"
    HEALTH = "health", "Doctor, nurse (ISCO 22, 32).", "health"
    BUSINESS = "business", "Trader, owner of a business (ISCO 14, 52).", "business"
    GOVERNMENT = "government", "Civil servant, police, politician (ISCO 11, 54).", "government"
    FARMING = "farming", "Farmer, herder (ISCO 6).", "farming, herding"
    WORKER = "worker", "Worker, driver, craft (ISCO 7, 8, 9).", "worker"
    ACTIVISM = "activism", "Campaigning as the main occupation.", "activism"
    STUDENT = "student", "Pupil or student.", "student"
    NONE = "none", "Retired, at home or without work.", "not working"
    OTHER = "other", "Another, told in the occupation's own words.", "other"


class NameKind(DefinedChoices):
    AS_PUBLISHED = "as_published", "As a source prints it.", "as published"
    SELF_PREFERRED = "self_preferred", "As the person writes it.", "self-preferred"
    OFFICIAL = "official_document", "As an identity paper has it.", "official document"
    PINYIN = "pinyin", "Hanyu Pinyin of the Chinese form.", "pinyin"
    PATRONYMIC = "patronymic_form", "A form with the father's name.", "patronymic form"
    PEN_NAME = "pen_name", "A name taken for work or safety.", "pen name"
    SHORT = "short_form", "A part of the name used alone in a text.", "short form"
    MISSPELLING = "misspelling", "Known to be wrong, kept to be found.", "misspelling"
    CANDIDATE = "candidate", "May be this person's; not certain.", "candidate"


class Script(DefinedChoices):
    """Codes of ISO 15924."""

    LATIN = "Latn", "Latin script.", "Latin"
    CYRILLIC = "Cyrl", "Cyrillic script.", "Cyrillic"
    ARABIC = "Arab", "Arabic script, Uyghur and Kazakh included.", "Arabic"
    HAN = "Hani", "Han characters, simplified or traditional.", "Han"


class Verdict(DefinedChoices):
    """What staff decided about two people in the register."""

    SAME = "same", "One person, entered twice.", "the same person"
    DIFFERENT = "different", "Two people.", "different people"
    UNSURE = "unsure", "Looked at, and nobody can tell from what is known.", "not sure"


class RelationshipKind(DefinedChoices):
    """Read: the first person is the … of the second."""

    PARENT = "parent", "Mother or father.", "parent"
    CHILD = "child", "Daughter or son.", "child"
    SIBLING = "sibling", "Sister or brother.", "sibling"
    SPOUSE = "spouse", "Wife or husband.", "spouse"
    GRANDPARENT = "grandparent", "Grandmother or grandfather.", "grandparent"
    GRANDCHILD = "grandchild", "Granddaughter or grandson.", "grandchild"
    AUNT_OR_UNCLE = "aunt_or_uncle", "Sister or brother of a parent.", "aunt or uncle"
    NIECE_OR_NEPHEW = "niece_or_nephew", "Child of a sibling.", "niece or nephew"
    COUSIN = "cousin", "Child of an aunt or uncle.", "cousin"
    IN_LAW = "in_law", "Related by marriage.", "in-law"
    RELATIVE = "relative", "Family; how, no source says.", "relative"
    COLLEAGUE = "colleague", "Worked together.", "colleague"
    TEACHER = "teacher", "Taught the second person.", "teacher"
    STUDENT = "student", "Was taught by the second person.", "student"
    LAWYER = "lawyer", "Represents the second person.", "lawyer"
    CLIENT = "client", "Is represented by the second person.", "client"
    FELLOW_DETAINEE = "fellow_detainee", "Held in the same place.", "fellow detainee"
    FRIEND = "friend", "A friend or acquaintance.", "friend"

    @property
    def inverse(self) -> "RelationshipKind":
        """What the second person is to the first."""
        return INVERSES.get(self, self)

    def word(self, sex: str) -> str:
        """The plain word for somebody of this sex: a female sibling is a sister."""
        gendered = GENDERED.get((self, sex))
        return pgettext(type(self).__name__, gendered) if gendered else self.label


_PAIRS = (
    (RelationshipKind.PARENT, RelationshipKind.CHILD),
    (RelationshipKind.GRANDPARENT, RelationshipKind.GRANDCHILD),
    (RelationshipKind.AUNT_OR_UNCLE, RelationshipKind.NIECE_OR_NEPHEW),
    (RelationshipKind.TEACHER, RelationshipKind.STUDENT),
    (RelationshipKind.LAWYER, RelationshipKind.CLIENT),
)
INVERSES = dict(_PAIRS) | {junior: senior for senior, junior in _PAIRS}

_WORDS = {
    RelationshipKind.PARENT: ("mother", "father"),
    RelationshipKind.CHILD: ("daughter", "son"),
    RelationshipKind.SIBLING: ("sister", "brother"),
    RelationshipKind.SPOUSE: ("wife", "husband"),
    RelationshipKind.GRANDPARENT: ("grandmother", "grandfather"),
    RelationshipKind.GRANDCHILD: ("granddaughter", "grandson"),
    RelationshipKind.AUNT_OR_UNCLE: ("aunt", "uncle"),
    RelationshipKind.NIECE_OR_NEPHEW: ("niece", "nephew"),
}
GENDERED = {(kind, Sex.FEMALE): female for kind, (female, male) in _WORDS.items()} | {
    (kind, Sex.MALE): male for kind, (female, male) in _WORDS.items()
}


class ChangeKind(DefinedChoices):
    """What became of an address."""

    MERGED = "merged", "Two entries were one person; the old id answers with the new one.", "merged"
    UNMERGED = "unmerged", "They are two people after all; the old id is its own again.", "unmerged"


class Ground(DefinedChoices):
    """Why we may show somebody; from the most open to the most closed."""

    INTEREST = (
        "interest",
        "A legitimate interest that a chief has weighed and documented.",
        "documented interest",
    )
    PUBLIC_SOURCE = "public_source", "Published sources tell of them already.", "public source"
    CONSENT = "consent", "They, or who speaks for them, agreed to it.", "consent"


class IdentifierKind(DefinedChoices):
    PASSPORT = "passport", "The number of a passport.", "passport"
    NATIONAL_ID = "national_id", "The number of an identity card or of a citizen.", "national id"
    RESIDENCE = "residence", "The number of a residence permit or a registration.", "residence"
    PRISONER = "prisoner", "The number that a place of detention gives.", "prisoner's number"
    OTHER = "other", "Another number that means one person.", "other"


class ContactKind(DefinedChoices):
    TELEPHONE = "telephone", "A telephone number.", "telephone"
    EMAIL = "email", "An address for e-mail.", "e-mail"
    MESSENGER = "messenger", "A name or number in a messenger.", "messenger"
    ADDRESS = "address", "Where somebody lives or gets letters.", "address"
    OTHER = "other", "Another way to reach somebody.", "other"


class SpeaksAs(DefinedChoices):
    """Who gives a consent."""

    SELF = "self", "The person.", "the person"
    RELATIVE = "relative", "A relative who speaks for the person.", "a relative"
    REPRESENTATIVE = (
        "representative",
        "A lawyer, a guardian or somebody else whom the person chose.",
        "a representative",
    )


class ConsentForm(DefinedChoices):
    """How a consent was given."""

    WRITTEN = "written", "Signed on paper or on a form.", "in writing"
    RECORDED = "recorded", "Said, and recorded with their knowledge.", "recorded"
    SPOKEN = "spoken", "Said to one of us, in person or by telephone.", "said"
    MESSAGE = "message", "Sent as a letter or a message.", "in a message"
