"""The words we code in, each with its definition; the codebook is made of them.

After the HURIDOCS micro-thesauri, the forms of the UN working groups on arbitrary detention and
on enforced disappearances, and the Berkeley and Minnesota Protocols.
"""

from config.records.choices import DefinedChoices


class CaseStatus(DefinedChoices):
    """Derived from the events; nobody types it."""

    WHEREABOUTS_UNKNOWN = (
        "whereabouts_unknown",
        "Was held; that holding ended and nobody says where the person is.",
        "whereabouts unknown",
    )
    DISAPPEARED = "disappeared", "Missing since taken or last seen; no fate known.", "disappeared"
    IN_CUSTODY = "in_custody", "Held, as far as the last event tells.", "in custody"
    AWAITING_TRIAL = "awaiting_trial", "Charged or on trial, no sentence known.", "awaiting trial"
    SERVING_SENTENCE = "serving_sentence", "Sentenced, term not over.", "serving a sentence"
    HOUSE_ARREST = "house_arrest", "Confined to a home.", "house arrest"
    RESTRICTED = (
        "restricted",
        "Not held; a suspended sentence, a travel ban or a passport taken.",
        "restricted",
    )
    RELEASED = "released", "Set free, as a reliable source says.", "released"
    RELEASED_REPORTED = (
        "released_reported",
        "Said to be free; the source is unsure or another contradicts it.",
        "reported released, unconfirmed",
    )
    SENTENCE_OVER_NO_NEWS = (
        "sentence_over_no_news",
        "The end of the sentence has passed and nobody has heard.",
        "sentence over, no news",
    )
    DIED_IN_CUSTODY = "died_in_custody", "Died while held.", "died in custody"
    DIED = "died", "Died, not known to have been held at the time.", "died"
    ABROAD = "abroad", "Lives in another country now.", "abroad"
    UNKNOWN = "unknown", "No event tells.", "unknown"


class EventKind(DefinedChoices):
    ARREST = "arrest", "Taken by an authority.", "arrest"
    DETENTION = "detention", "Held, without sentence, in police or pre-trial custody.", "detention"
    INTERNMENT = "internment", "Held in a camp without trial.", "internment"
    TRANSFER = "transfer", "Moved from one place of holding to another.", "transfer"
    INTERROGATION = "interrogation", "Questioned by an authority.", "interrogation"
    SEARCH = "search", "Home, body or device searched.", "search"
    PASSPORT_CONFISCATION = (
        "passport_confiscation",
        "Travel papers taken or kept.",
        "passport confiscation",
    )
    TRAVEL_BAN = "travel_ban", "Forbidden to leave a country or place.", "travel ban"
    HOUSE_ARREST = "house_arrest", "Confined to a home.", "house arrest"
    DISAPPEARANCE = (
        "disappearance",
        "Taken or lost from sight; the authorities do not say where.",
        "disappearance",
    )
    FORCED_LABOUR = "forced_labour", "Made to work.", "forced labour"
    ILL_TREATMENT = "ill_treatment", "Torture or other ill-treatment.", "ill-treatment"
    CHARGE = "charge", "Formally accused.", "charge"
    TRIAL = "trial", "Heard by a court.", "trial"
    SENTENCING = "sentencing", "Sentenced by a court or another body.", "sentencing"
    SENTENCE_CHANGE = "sentence_change", "A term made longer or shorter.", "change of sentence"
    IMPRISONMENT = "imprisonment", "Held to serve a sentence.", "imprisonment"
    HOSPITALISATION = "hospitalisation", "Taken to hospital while held.", "hospitalisation"
    RELEASE = "release", "Set free; how, the release kind says.", "release"
    DEATH_IN_CUSTODY = "death_in_custody", "Died while held.", "death in custody"
    DEATH = "death", "Died, not known to have been held.", "death"
    BURIAL = "burial", "Buried, or the body withheld.", "burial"
    DISCLOSURE = "disclosure", "News of the person reaches family or public.", "disclosure"
    CONTACT = "contact", "Heard or seen: a call, a visit, a letter.", "contact"
    DEMONSTRATION = "demonstration", "People gather in public to demand.", "demonstration"
    PICKET = "picket", "One or few stand with a demand, often repeatedly.", "picket"
    HUNGER_STRIKE = "hunger_strike", "Refuses food as a protest.", "hunger strike"
    PETITION = "petition", "A written demand to an authority.", "petition"
    PRESS_CONFERENCE = "press_conference", "Speaks before journalists.", "press conference"
    FINE = "fine", "Ordered to pay.", "fine"
    ADMINISTRATIVE_ARREST = (
        "administrative_arrest",
        "Held for days under an administrative code.",
        "administrative arrest",
    )
    THREAT = "threat", "Threatened, by whomever.", "threat"
    AUTHORITY_RESPONSE = (
        "authority_response",
        "What an authority answers, or that it does not.",
        "response of the authorities",
    )
    OFFICIAL_MEETING = "official_meeting", "Officials meet.", "official meeting"
    OFFICIAL_VISIT = "official_visit", "Officials travel to a place.", "official visit"
    INTERVENTION = "intervention", "Somebody asks an authority for the person.", "intervention"
    STATEMENT = "statement", "Somebody says something in public about it.", "statement"


class FacilityKind(DefinedChoices):
    POLICE_STATION = "police_station", "Police department or station.", "police station"
    PRETRIAL_DETENTION = "pretrial_detention", "Held before trial.", "pre-trial detention centre"
    PRISON = "prison", "For serving sentences.", "prison"
    INTERNMENT_CAMP = "internment_camp", "Holding without trial, by any name.", "internment camp"
    LABOUR_CAMP = "labour_camp", "Holding with forced work.", "labour camp"
    ADMINISTRATIVE_DETENTION = (
        "administrative_detention",
        "Holding for days by police order.",
        "administrative detention centre",
    )
    HOSPITAL = "hospital", "A hospital where people are held.", "hospital"
    PSYCHIATRIC = "psychiatric", "A psychiatric hospital.", "psychiatric hospital"
    JUVENILE_INSTITUTION = "juvenile_institution", "For minors.", "juvenile institution"
    IMMIGRATION_DETENTION = (
        "immigration_detention",
        "Holding of foreigners.",
        "immigration detention centre",
    )
    RESIDENTIAL_SURVEILLANCE = (
        "residential_surveillance",
        "A designated place outside formal custody.",
        "residential surveillance",
    )
    UNOFFICIAL = "unofficial", "A place nobody owns up to.", "unofficial place"
    UNKNOWN = "unknown", "No source tells.", "unknown"


class EvidenceClass(DefinedChoices):
    """What the knowledge of a facility rests on."""

    DOCUMENT = "document", "An official or court paper names it.", "document"
    IMAGERY_AND_DOCUMENT = (
        "imagery_and_document",
        "A paper names it and imagery shows it.",
        "imagery and document",
    )
    IMAGERY = "imagery_only", "Imagery alone.", "imagery only"
    TESTIMONY = "testimony_only", "What people tell, alone.", "testimony only"


class CoordinatePrecision(DefinedChoices):
    BUILDING = "building", "The building itself.", "building"
    SETTLEMENT = "settlement", "The village, town or district.", "settlement"
    COUNTY = "county", "The county or city.", "county"
    REGION = "region", "No nearer than the region.", "region"


class ReasonGroup(DefinedChoices):
    RELIGIOUS_PRACTICE = "religious_practice", "Prayer, dress, teaching.", "religious practice"
    TRAVEL = "travel_or_contact_abroad", "Travel or ties abroad.", "travel or contact abroad"
    COMMUNICATIONS = "communications", "Messages, apps, devices.", "communications"
    FAMILY = "family_of_detainee", "Being family of somebody held.", "family of a detainee"
    SPEECH = "speech_or_publication", "Words said or printed.", "speech or publication"
    CULTURE = "language_or_culture", "Teaching or keeping a culture.", "language or culture"
    POLITICAL = "political_activity", "Party, movement, campaign.", "political activity"
    PETITIONING = "petitioning", "Complaining to an authority.", "petitioning"
    ASSEMBLY = "peaceful_assembly", "Gathering in public.", "peaceful assembly"
    BIRTH_POLICY = "birth_policy", "Number or time of children.", "birth policy"
    PAST_CONVICTION = "past_conviction", "An earlier sentence.", "past conviction"
    STATE_SECURITY = "state_security", "State security as a charge.", "state security"
    TERRORISM = "terrorism_label", "Called terrorism.", "terrorism label"
    EXTREMISM = "extremism_label", "Called extremism.", "extremism label"
    PUBLIC_ORDER = "public_order", "Called a breach of public order.", "public order"
    NOT_STATED = "not_stated", "The source states no reason.", "not stated"
    OTHER = "other", "Another, told in words.", "other"


class SentenceKind(DefinedChoices):
    PRISON = "prison", "A term in prison.", "prison term"
    LIFE = "life", "Prison for life.", "life"
    DEATH = "death", "Death.", "death"
    DEATH_REPRIEVED = "death_reprieved", "Death with reprieve.", "death with reprieve"
    SUSPENDED = "suspended", "A term not served unless repeated.", "suspended"
    RESTRICTION = "restriction", "Restriction of freedom or probation.", "restriction of freedom"
    CAMP = "camp", "A term of 'study' or 'training' in a camp.", "camp term"
    OTHER = "other", "Another, told in words.", "other"


class ReleaseKind(DefinedChoices):
    WITHOUT_CHARGE = "without_charge", "Let go; no charge.", "without charge"
    CHARGES_DROPPED = "charges_dropped", "Charges taken back.", "charges dropped"
    BAIL = "bail", "On bail or a promise to appear.", "on bail"
    ACQUITTED = "acquitted", "Found not guilty.", "acquitted"
    SENTENCE_SERVED = "sentence_served", "At the end of the term.", "sentence served"
    SENTENCE_REDUCED = "sentence_reduced", "Early, the term cut.", "sentence reduced"
    MEDICAL = "medical", "For health.", "medical"
    TO_HOUSE_ARREST = "to_house_arrest", "Into house arrest.", "to house arrest"
    TO_FORCED_LABOUR = "to_forced_labour", "Into forced labour.", "to forced labour"
    ESCAPED = "escaped", "Got away.", "escaped"
    UNKNOWN = "unknown", "No source tells how.", "unknown"


class ResponseKind(DefinedChoices):
    NO_COMMENT = "no_comment", "Said nothing.", "no comment"
    NO_ANSWER = "no_answer", "Could not be reached.", "no answer"
    DENIED = "denied", "Said it is not so.", "denied"
    ACKNOWLEDGED = "acknowledged", "Said it is so.", "acknowledged"
    ALTERNATIVE = "alternative_explanation", "Gave another account.", "alternative explanation"
    IGNORED = "ignored_request", "Did not act on a request.", "ignored the request"
    DECLINED = "declined_jurisdiction", "Said it is not theirs to decide.", "declined jurisdiction"
    DIPLOMATIC = "diplomatic_channel", "Pointed to diplomacy.", "diplomatic channel"
    PROMISED = "promised_action", "Promised to act.", "promised action"
    REFUSED = "refused_information", "Refused to tell.", "refused information"
    RETALIATION = "retaliation", "Acted against who asked.", "retaliation"
    RELEASED = "released_person", "Let the person go.", "released the person"


class ParticipationRole(DefinedChoices):
    SUBJECT = "subject", "The event happened to this person.", "subject"
    DEMONSTRATOR = "demonstrator", "Took part in a protest.", "demonstrator"
    ORGANIZER = "organizer", "Organized it.", "organizer"
    ADVOCATE = "advocate", "Spoke up for somebody.", "advocate"
    SPOKEN_FOR = "spoken_for", "Others spoke up for this person.", "spoken for"
    WITNESS = "witness", "Saw it.", "witness"
    INFORMANT = "informant", "Told others of it.", "informant"
    OFFICIAL = "official", "Acted in office.", "official"
    RELATIVE = "relative", "Took part as family.", "relative"
    JOURNALIST = "journalist", "Reported it.", "journalist"
    LAWYER = "lawyer", "Acted as counsel.", "lawyer"


class OrganizationKind(DefinedChoices):
    MEDIA = "media", "News outlet or agency.", "media"
    POLICE = "police", "Police or security body.", "police"
    COURT = "court", "Court or tribunal.", "court"
    MINISTRY = "ministry", "Ministry or state agency.", "ministry"
    PARTY = "party", "Political party or its organ.", "party"
    GOVERNMENT = "government", "Government of a state or region.", "government"
    DIPLOMATIC = "diplomatic_mission", "Embassy or consulate.", "diplomatic mission"
    RIGHTS_GROUP = "human_rights_group", "Human-rights group.", "human-rights group"
    COMPANY = "company", "Business.", "company"
    OTHER = "other", "Another.", "other"


class SourceKind(DefinedChoices):
    NEWS_ARTICLE = "news_article", "Article of a news outlet.", "news article"
    WIRE = "wire", "Agency report.", "wire report"
    PRESS_RELEASE = "press_release", "Statement for the press.", "press release"
    NGO_REPORT = "ngo_report", "Report of a non-governmental group.", "NGO report"
    COURT_DOCUMENT = "court_document", "Verdict, indictment, record.", "court document"
    OFFICIAL_NOTICE = "official_notice", "Notice or letter of an authority.", "official notice"
    LEAKED_FILE = "leaked_file", "Internal file made public by others.", "leaked file"
    TESTIMONY = "testimony", "What a person told.", "testimony"
    LETTER = "letter", "Letter.", "letter"
    PHONE_CALL = "phone_call", "Telephone call.", "phone call"
    SOCIAL_POST = "social_post", "Post on a social network.", "social post"
    VIDEO = "video", "Video.", "video"
    PHOTOGRAPH = "photograph", "Photograph.", "photograph"
    SATELLITE_IMAGE = "satellite_image", "Satellite image.", "satellite image"
    DATABASE_ENTRY = "database_entry", "Entry of another register.", "database entry"
    ACADEMIC = "academic", "Scholarly work.", "academic work"
    BROADCAST = "broadcast", "Radio or television.", "broadcast"


class HowKept(DefinedChoices):
    FETCHED = "fetched", "The register asked its address for it.", "fetched"
    SAVED_PAGE = "saved_page", "Staff saved the page and handed it in.", "saved page"
    PDF = "pdf", "Staff handed in a PDF.", "PDF"
    PASTED = "pasted", "Staff pasted the text.", "pasted text"


class Reliability(DefinedChoices):
    HIGHLY_RELIABLE = "highly_reliable", "No doubt of its reliability.", "highly reliable"
    LIKELY_RELIABLE = "likely_reliable", "Minor doubts at most.", "likely reliable"
    UNSURE = "unsure", "Cannot be judged either way.", "unsure"
    LIKELY_UNRELIABLE = "likely_unreliable", "Serious doubts.", "likely unreliable"
    HIGHLY_UNRELIABLE = "highly_unreliable", "Known to be wrong or invented.", "highly unreliable"
    NOT_ASSESSED = "not_assessed", "Nobody has judged it yet.", "not assessed"


class Stance(DefinedChoices):
    SUPPORTS = "supports", "The passage says so.", "supports"
    CONTRADICTS = "contradicts", "The passage says otherwise.", "contradicts"


class Verification(DefinedChoices):
    """Derived from the citations; nobody types it."""

    UNVERIFIED = "unverified", "No source cited.", "unverified"
    SINGLE_SOURCE = "single_source", "One source.", "single source"
    SAME_ORIGIN = "same_origin", "Several sources, one origin.", "several sources, one origin"
    INDEPENDENT = "independent", "Two independent origins or more.", "independent sources"
    DOCUMENTED = "documented", "An official paper was seen by us.", "documented"
    CONFIRMED = (
        "confirmed_by_authority",
        "An authority acknowledges it.",
        "confirmed by an authority",
    )
    DISPUTED = "disputed", "A source contradicts the case or its status.", "disputed"


class ErasureLaw(DefinedChoices):
    """On what legal basis something is erased for good."""

    REQUEST = "request", "The person asks for it.", "the person asks for it"
    FAMILY = "family", "Who speaks for the person asks for it.", "who speaks for them asks for it"
    COURT = "court", "A court or an authority orders it.", "an order"
    CONSENT = "consent", "The consent to keep it was withdrawn.", "consent was withdrawn"
    MISTAKE = "mistake", "It was never lawful to keep it.", "it was never lawful to keep it"
