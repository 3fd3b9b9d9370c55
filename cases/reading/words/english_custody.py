"""The words by which English tells how somebody is taken, held and let go (pure)."""

from cases.choices import EventKind as E
from cases.reading.lexicon import AFTER, NOUN, OBJECT, PARTICIPLE, SUBJECT, Trigger
from cases.reading.words.english_courts import PRISON, TERM, UP_TO_SIX

_CAMP = (
    r"(?:camps?\b|re-?education (?:camps?|cent(?:er|re)s?|facilit\w+)|vocational \w+ cent(?:er|re)"
    r"|training cent(?:er|re)|internment|indoctrination|transformation cent(?:er|re)|re-?education"
    r"|[\"“]stud(?:y|ies)\b|indoctrination cent(?:er|re)|political (?:training|education|study)\b"
    r"|(?:study|education|training) class(?:es)?)"
)
_PUT = (
    r"(?:sent|taken|put|placed|held|kept|locked(?: up)?|confined|detained|thrown|forced|imprisoned"
    r"|moved|transferred|brought|driven|dragged|herded|committed|swept)"
)
_FOR_LONG = r"(?:for (?:[\w’'-]+ ){1,5}?)?"
# How somebody is taken: by whom, and into what, the sentence tells elsewhere.
_SEIZED = (
    r"(?:led|whisked|marched|hauled|dragged|carted|driven|spirited|bundled|hustled) (?:away|off)"
    r"|(?:bundled|shoved|pushed|forced|dragged|hustled|herded|loaded) (?:[\w’'-]+ ){0,3}?into"
    r" (?:[\w’'-]+ ){0,3}?(?:vans?|cars?|bus(?:es)?|trucks?|minibus(?:es)?|vehicles?|jeeps?)"
    r"|(?:pulled|taken|dragged|hauled|escorted|removed) (?:[\w’'-]+ ){0,2}?(?:off|from) (?:the"
    r" |a |an |his |her |their )?(?:[\w-]+ )?(?:bus|train|plane|flight|taxi|car)"
    r"|stopped at (?:[\w’'-]+ ){0,4}(?:airport|checkpoint|border|station)|intercepted"
    r"|(?:swept|scooped) up|nabbed|seized(?! (?:the|his|her|their|a|an|by|from|\w+ documents)\b)"
    r"|taken into (?:\w+ )?custody"
)


CAMPS = (
    # Camps first: "detained in a camp" is no mere detention.
    Trigger(
        E.INTERNMENT,
        PARTICIPLE,
        rf"{_PUT} (?:up )?{_FOR_LONG}(?:in|into|to|at|inside) {UP_TO_SIX}{_CAMP}",
    ),
    Trigger(E.INTERNMENT, PARTICIPLE, r"interned|re-?educated|(?:taken|sent) (?:away )?to study\b"),
    Trigger(
        E.INTERNMENT,
        SUBJECT,
        rf"(?:(?:spent|spending|survived|spends) {UP_TO_SIX}|(?:was|were|been)"
        rf" (?:\w+ly )?|(?:found|finds) (?:him|her|them)sel(?:f|ves) |ended up |ends up )"
        rf"(?:in|inside) {UP_TO_SIX}{_CAMP}",
    ),
    Trigger(E.INTERNMENT, SUBJECT, rf"(?:{TERM}|an? (?:year|month)) in {UP_TO_SIX}{_CAMP}"),
    Trigger(E.INTERNMENT, NOUN, r"internment"),
    Trigger(
        E.HOUSE_ARREST,
        SUBJECT,
        r"(?:(?:will )?(?:remains?|stays?|stay|is|was|were|are|been|being|placed|put|kept|held)"
        r" (?:\w+ )?)?under house arrest|confined to (?:his|her|their) homes?",
    ),
    Trigger(E.HOUSE_ARREST, NOUN, r"house arrest"),
    Trigger(
        E.DETENTION,
        AFTER,
        r"(?:(?:one|two|three|four|five|six|some|several|\d+) of|among) (?:the|those)"
        r" (?:detained|arrested|imprisoned|jailed|interned|held|detainees|prisoners)",
    ),
    # Sentences, before what is held: "jailed for ten years" is a sentence.
)

CUSTODY = (
    Trigger(
        E.TRANSFER,
        PARTICIPLE,
        r"transferred|extradited|(?:moved|sent|flown|relocated|returned) (?:from"
        rf" {UP_TO_SIX})?to {UP_TO_SIX}{PRISON}"
        rf"|(?:brought|taken|flown) (?:from {UP_TO_SIX})?to(?= (?-i:IK-|[A-Z]))"
        rf"|(?:taken|brought) (?:from {UP_TO_SIX})?to (?:the "
        rf"|a )?(?:[\w-]+ ){{0,2}}(?:penal )?colony"
        rf"|forcibly returned|deported",
    ),
    Trigger(
        E.TRANSFER,
        SUBJECT,
        rf"arrived (?:in|at) {UP_TO_SIX}{PRISON}|ended up in {UP_TO_SIX}{PRISON}"
        rf"|(?:was|were|been|being) moved (?:from {UP_TO_SIX})?to(?= (?-i:[A-Z]))",
    ),
    Trigger(
        E.ARREST,
        PARTICIPLE,
        r"arrested|apprehended|rounded up|taken away(?! (?:his|her|their|the|a)"
        r" )|picked up(?! (?:the|his|her|their|an?|some)\b)|captured|seized by|snatched|abducted"
        r"|kidnapped|(?:led|marched|carted|spirited) away|nabbed",
    ),
    Trigger(E.ARREST, OBJECT, r"took(?= [^.;]{2,50} away)|takes(?= [^.;]{2,50} away)|arrests"),
    Trigger(E.ARREST, NOUN, r"arrest"),
    Trigger(
        E.DETENTION,
        PARTICIPLE,
        rf"detained|{_SEIZED}|remanded|taken in by|deprived of (?:his|her|their) (?:liberty"
        r"|freedom)|imprisoned|jailed|incarcerated|locked up|placed in"
        rf" {UP_TO_SIX}(?:custody|detention|cell)"
        r"|taken (?:in)?to (?:(?:the |a |local )*(?:custody|police|detention"
        rf"|{PRISON}|[\w-]+ police)(?: (?:station|department))?)"
        r"|held(?= (?:at|in|by|for|without|incommunicado|under|since|on|until"
        r"|there))|kept (?:in|at) (?:custody|detention|prison|jail)"
        r"|thrown (?:in|into) (?:prison|jail)|put (?:in|into|behind) (?:prison|jail|bars)"
        r"|(?:taken|hauled|dragged|seized|removed|led|pulled|snatched) from (?:(?:his|her|their"
        r"|the|a) )?(?:own )?(?:homes?|house|street|office|apartment"
        r"|flat|work|village|airport|dormitory|bed|shop|class\w*|school|mosque)"
        r"|taken(?= (?:early |late )?(?:on|in) (?-i:[A-Z][a-z]+\b|\d))"
        r"|not (?:been )?allowed to leave custody",
    ),
    Trigger(
        E.DETENTION,
        OBJECT,
        r"took(?= [^.;]{2,50} (?:into custody|to (?:the|a) (?:\w+ )?police|from (?:the|his|her"
        r"|their|a) (?:home|house|office|flat|apartment|street|work)))|detains|came for"
        r"|jails|holds(?= [^.;]{2,40} in)",
    ),
    Trigger(
        E.DETENTION,
        SUBJECT,
        r"(?:is|are|was|were|been|remains?|stays?|remained) (?:still )?(?:in"
        r" (?:\w+ )?(?:custody|detention|jail)|in (?:a |the )?(?:[\w-]+"
        r" ){0,2}prison|behind bars)"
        r"|(?<=, )(?:still )?in (?:\w+ )?(?:detention|custody|prison|jail)(?= (?:in|since))",
        is_state=True,
    ),
    Trigger(
        E.DETENTION,
        SUBJECT,
        r"spent (?:[\w-]+ ){1,5}in (?:\w+ )?(?:custody|detention|jail|prison)",
    ),
    Trigger(E.DETENTION, NOUN, r"detention|imprisonment|incarceration|the detained"),
    Trigger(
        E.RELEASE,
        PARTICIPLE,
        r"released|freed|set free|let (?:go|out|back)|acquitted|pardoned|allowed (?:home|out)"
        r"|allowed"
        r" to (?:leave|go home|return)|permitted to (?:leave|go home|return)|sent home"
        r"|put on an? (?:bus|train|plane|flight) (?:home|back|to)|granted (?:bail|parole)",
    ),
    Trigger(
        E.RELEASE,
        OBJECT,
        r"let(?= [^.;]{2,40} (?:go|leave|out|return|cross|come home)\b)"
        r"|releases|frees",
    ),
    Trigger(
        E.RELEASE,
        SUBJECT,
        r"walk(?:ed|s) (?:free|out of (?:prison|jail|court|custody))|(?:is|was|are) a free"
        r" (?:person|man|woman)|got out of|came home from|(?:has |had )?left (?:the |a |his "
        r"|her )?(?:[\w-]+ )?(?:prison|jail|camp)\b"
        r"|(?:returned|came back) (?:home )?from (?:the |a |an )?(?:[\w-]+ )?(?:camp|prison|jail"
        r"|internment|custody|detention)"
        r"|(?:completed|finished|served out) (?:his|her|their|an?) (?:[\w-]+ ){0,2}(?:sentence"
        r"|term)",
    ),
    Trigger(E.RELEASE, NOUN, r"release"),
)
