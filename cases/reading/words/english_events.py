"""The words by which English tells what happened to somebody (pure)."""

from cases.choices import EventKind as E
from cases.reading.lexicon import AFTER, NOUN, OBJECT, PARTICIPLE, SPEAKER, SUBJECT, Trigger

_UP_TO_SIX = r"(?:[\w’'\"“”-]+,? ){0,6}?"
_CAMP = (
    r"(?:camps?\b|re-?education (?:camps?|cent(?:er|re)s?|facilit\w+)|vocational \w+ cent(?:er|re)"
    r"|training cent(?:er|re)|internment|indoctrination|transformation cent(?:er|re)|re-?education"
    r"|[\"“]stud(?:y|ies)\b)"
)
_PRISON = r"(?:prison|jail|penal colony|penitentiary|ik-\d+|colony|detention cent(?:er|re))"
_COUNT = (
    r"(?:an? |the |his |her )?(?:more than |over |about |around |nearly |almost |at least |some "
    r"|a total of |another |up to |between \w+ and )?(?:\d+(?:\.5)?|one|two"
    r"|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|life|half)"
)
_TERM = (
    rf"(?:life\b|{_COUNT}(?:[ -]and[ -]a[ -]half)?"
    r"(?:(?:[ -]| of )(?:additional |more |full |calendar )?"
    r"(?:years?|months?|days?|weeks?|sentence|imprisonment|in prison|term)))"
)
_PUT = (
    r"(?:sent|taken|put|placed|held|kept|locked(?: up)?|confined|detained|thrown|forced|imprisoned)"
)

TRIGGERS = (
    # Camps first: "detained in a camp" is no mere detention.
    Trigger(
        E.INTERNMENT, PARTICIPLE, rf"{_PUT} (?:up )?(?:in|into|to|at|inside) {_UP_TO_SIX}{_CAMP}"
    ),
    Trigger(E.INTERNMENT, PARTICIPLE, r"interned|re-?educated|(?:taken|sent) (?:away )?to study\b"),
    Trigger(
        E.INTERNMENT,
        SUBJECT,
        rf"(?:(?:spent|spending|survived|spends) {_UP_TO_SIX}|(?:was|were|been)"
        rf" (?:\w+ly )?)(?:in|inside) {_UP_TO_SIX}{_CAMP}",
    ),
    Trigger(E.INTERNMENT, SUBJECT, rf"(?:{_TERM}|an? (?:year|month)) in {_UP_TO_SIX}{_CAMP}"),
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
    Trigger(
        E.SENTENCING,
        PARTICIPLE,
        rf"(?:sentenced|condemned|convicted|jailed|imprisoned)(?: {_UP_TO_SIX}(?:to|for"
        rf"|on) {_TERM})?"
        r"(?<!jailed)(?<!imprisoned)(?<!condemned)",
    ),
    Trigger(E.SENTENCING, PARTICIPLE, r"found guilty"),
    # Days behind bars without a trial worth the name, by order of a court.
    Trigger(
        E.SENTENCING,
        PARTICIPLE,
        r"arrested(?= (?:(?:(?-i:[A-Z])[\w’-]+ ){1,3}|him |her |them )?for (?:\d+|[a-z]+teen|ten"
        r"|five|seven)"
        r" days\b)|(?:sent|sends) to (?:jail|prison|custody|a cell) for [\w-]+ (?:days|months"
        r"|years)",
    ),
    Trigger(
        E.SENTENCING,
        OBJECT,
        r"(?:sent|sends)(?= [^.;]{2,60} to (?:jail|prison) for )"
        r"|ordered(?= [^.;]{2,60} (?:jailed|arrested|held) for )",
    ),
    Trigger(
        E.SENTENCING,
        PARTICIPLE,
        rf"(?:given|handed(?: down)?|slapped with) {_TERM}(?! to )|(?:given|handed(?:"
        rf" down)?) an? (?:[\w-]+ ){{0,3}}sentence",
    ),
    Trigger(
        E.SENTENCING,
        SUBJECT,
        rf"(?:got|received|gets|serving|serves?|served) (?:{_TERM}|{_COUNT}(?=[,.;]| for | and ))"
        r"(?! (?:ago|later|old|before|after))"
        r"|(?:got|received|serving|served|serves) an? (?:[\w-]+ ){0,3}sentence"
        rf"|(?:must|has to|will|is to) go to {_PRISON} for {_TERM}"
        r"|serving (?:his|her) (?:sentence|term)",
    ),
    Trigger(
        E.SENTENCING,
        OBJECT,
        r"sentences|jails(?= [^.]{0,60}(?:years?|life))|(?:gave|gives|hands"
        r"|handed)(?= [^.]{0,40}(?:sentence|years?\b|months))|found(?="
        r" [^.;]{2,60} guilty)",
    ),
    Trigger(E.CHARGE, PARTICIPLE, r"charged(?: with)?|indicted"),
    Trigger(E.CHARGE, SUBJECT, r"(?:faces|is facing|was facing|faced) (?:[\w-]+ )?charges"),
    Trigger(E.CHARGE, NOUN, r"charges(?: (?:brought|filed|laid))?|indictment|criminal case"),
    Trigger(
        E.TRIAL,
        SUBJECT,
        r"(?:stood|stands|went|goes|was put|been put|put|is|was|were|are|been)"
        r" on trial|(?:stood|stands) trial"
        r"|appeared (?:in|before) (?:a |the )?court|tried in (?:a |absentia|secret)",
    ),
    Trigger(E.FINE, PARTICIPLE, r"fined"),
    Trigger(
        E.TRIAL,
        NOUN,
        r"trial(?= (?:began|begins|started|starts|opened|was held|took place|continues|of))",
    ),
    Trigger(
        E.TRANSFER,
        PARTICIPLE,
        r"transferred|extradited|(?:moved|sent|flown|relocated|returned) (?:from"
        rf" {_UP_TO_SIX})?to {_UP_TO_SIX}{_PRISON}"
        rf"|(?:brought|taken|flown) (?:from {_UP_TO_SIX})?to(?= (?-i:IK-|[A-Z]))"
        rf"|(?:taken|brought) (?:from {_UP_TO_SIX})?to (?:the "
        rf"|a )?(?:[\w-]+ ){{0,2}}(?:penal )?colony"
        rf"|forcibly returned|deported",
    ),
    Trigger(
        E.TRANSFER,
        SUBJECT,
        rf"arrived (?:in|at) {_UP_TO_SIX}{_PRISON}|ended up in {_UP_TO_SIX}{_PRISON}"
        rf"|(?:was|were|been|being) moved (?:from {_UP_TO_SIX})?to(?= (?-i:[A-Z]))",
    ),
    Trigger(
        E.ARREST,
        PARTICIPLE,
        r"arrested|apprehended|rounded up|taken away(?! (?:his|her|their|the|a)"
        r" )|picked up by|captured|seized by|snatched|abducted|kidnapped|nabbed",
    ),
    Trigger(E.ARREST, OBJECT, r"took(?= [^.;]{2,50} away)|takes(?= [^.;]{2,50} away)|arrests"),
    Trigger(E.ARREST, NOUN, r"arrest"),
    Trigger(
        E.DETENTION,
        PARTICIPLE,
        r"detained|remanded|taken in by|deprived of (?:his|her|their) (?:liberty"
        r"|freedom)|imprisoned|jailed|incarcerated|locked up|placed in"
        rf" {_UP_TO_SIX}(?:custody|detention|cell)"
        r"|taken (?:in)?to (?:(?:the |a |local )*(?:custody|police|detention"
        rf"|{_PRISON}|[\w-]+ police)(?: (?:station|department))?)"
        r"|held(?= (?:at|in|by|for|without|incommunicado|under|since|on|until"
        r"|there))|kept (?:in|at) (?:custody|detention|prison|jail)"
        r"|thrown (?:in|into) (?:prison|jail)|put (?:in|into|behind) (?:prison|jail|bars)"
        r"|taken from (?:(?:his|her|their|the|a) )?(?:own )?(?:homes?|house|street|office|apartment"
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
        r" to (?:leave|go home|return)",
    ),
    Trigger(E.RELEASE, OBJECT, r"let(?= [^.;]{2,40} (?:go|leave|out|return)\b)|releases|frees"),
    Trigger(
        E.RELEASE,
        SUBJECT,
        r"walked (?:free|out of (?:prison|jail|court|custody))|(?:is|was|are) a free"
        r" (?:person|man|woman)|got out of|came home from|left prison",
    ),
    Trigger(E.RELEASE, NOUN, r"release"),
    Trigger(
        E.DEATH,
        SUBJECT,
        r"died|dies|passed away|has been dead|(?:was|were|been) found dead|lost (?:his|her) life",
    ),
    Trigger(
        E.DEATH,
        PARTICIPLE,
        r"tortured to death|beaten to death|executed|killed in (?:custody|prison)",
    ),
    Trigger(E.DEATH, NOUN, r"death"),
    Trigger(
        E.DISAPPEARANCE,
        SUBJECT,
        r"disappeared|vanished|(?:went|gone|goes|is|are|was|has been|have been"
        r"|been) missing|disappears"
        r"|not been (?:seen|heard from|heard of)",
    ),
    Trigger(
        E.DISAPPEARANCE,
        AFTER,
        r"(?:lost|losing) (?:all )?(?:contact|touch) with|not heard (?:anything )?from",
    ),
    Trigger(E.DISAPPEARANCE, NOUN, r"disappearance"),
    Trigger(
        E.PICKET,
        SUBJECT,
        r"(?:has|have|had) been (?:among [^.]{0,60} )?picketing|picket(?:s|ed"
        r"|ing)|(?:held|holds|staged|stages) (?:a |an |another )?(?:\w+ )?picket",
    ),
    Trigger(E.PICKET, AFTER, r"(?:among|one of) the picketers(?: (?:was|were|is|are))?"),
    Trigger(
        E.DEMONSTRATION,
        AFTER,
        r"(?:among|one of) the (?:protest[eo]rs|demonstrators|participants)(?:"
        r" (?:was|were|is|are))?",
    ),
    Trigger(
        E.DEMONSTRATION,
        SUBJECT,
        r"protested|demonstrated|rallied|marched|gathered (?:outside|near|at|in front of)"
        r"|(?:stood|kept watch|kept vigil) (?:outside|in front of)|went on (?:a )?picket"
        r"|came (?:out )?to (?:the )?(?:building of )?(?:the )?(?:\w+ )?(?:consulate|embassy)"
        r"|joined (?:the|a) (?:protest|picket"
        r"|rally|demonstration)|took part in (?:a |the )?(?:\w+ )?(?:protest"
        r"|rally|demonstration|picket)"
        r"|(?:held|holding|carried|carrying|holds) (?:up )?(?:a |an )?(?:large"
        r" )?(?:photographs?|portraits?|photos?|pictures?|placards?|signs?"
        r"|posters?)"
        r"|(?:staged|held) (?:a |an |another )?(?:[\w-]+ )?(?:protest|rally|demonstration)",
    ),
    Trigger(
        E.HUNGER_STRIKE,
        SUBJECT,
        r"(?:went|is|was|been|are|were|go) on (?:an? )?(?:\w+ )?hunger[- ]strike"
        r"|(?:began|started|declared|launched) an? hunger[- ]strike",
    ),
    Trigger(
        E.STATEMENT,
        SPEAKER,
        r"(?:told|tells|(?:said|says) in an interview with)(?= (?:the"
        r" )?(?:(?-i:[A-Z])|news|reporters|journalists|a press))",
    ),
)
