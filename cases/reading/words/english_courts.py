"""The words by which English tells what courts do to somebody (pure)."""

from cases.choices import EventKind as E
from cases.reading.lexicon import NOUN, OBJECT, PARTICIPLE, SUBJECT, Trigger

UP_TO_SIX = r"(?:[\w’'\"“”-]+,? ){0,6}?"
PRISON = r"(?:prison|jail|penal colony|penitentiary|ik-\d+|colony|detention cent(?:er|re))"
COUNT = (
    r"(?:an? |the |his |her )?(?:more than |over |about |around |nearly |almost |at least |some "
    r"|a total of |another |up to |between \w+ and )?(?:\d+(?:\.5)?|one|two"
    r"|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|life|half)"
)
TERM = (
    rf"(?:life\b|{COUNT}(?:[ -]and[ -]a[ -]half)?"
    r"(?:(?:[ -]| of )(?:additional |more |full |calendar )?"
    r"(?:years?|months?|days?|weeks?|sentence|imprisonment|in prison|term)))"
)

COURTS = (
    Trigger(
        E.SENTENCING,
        PARTICIPLE,
        rf"(?:sentenced|condemned|convicted|jailed|imprisoned)(?: {UP_TO_SIX}(?:to|for"
        rf"|on) {TERM})?"
        r"(?<!jailed)(?<!imprisoned)(?<!condemned)",
    ),
    Trigger(
        E.SENTENCING,
        PARTICIPLE,
        rf"(?:jailed|imprisoned) for {COUNT}(?=[,.;]| and | while )|found guilty"
        rf"|sentenced in absentia|ordered to (?:spend|serve)"
        rf"|(?:slapped|hit|punished) with {TERM}|put away for {TERM}",
    ),
    Trigger(
        E.SENTENCING,
        NOUN,
        r"sentence (?=(?:was|had been) (?:handed|passed|pronounced|announced|upheld))"
        r"|(?:verdict|sentence|conviction)(?= against)",
    ),
    # Days behind bars without a trial worth the name, by order of a court.
    Trigger(
        E.SENTENCING,
        PARTICIPLE,
        r"arrested(?= (?:(?:(?-i:[A-Z])[\w’-]+ ){1,3}|him |her |them )?for (?:\d+|[a-z]+teen|ten"
        r"|five|seven)"
        r" days\b)|(?:sent|sends|thrown|put|locked up) (?:in|into|to|behind)"
        r" (?:jail|prison|custody|bars|a cell) for [\w-]+ (?:days|months"
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
        rf"(?:given|handed(?: down)?|slapped with) {TERM}(?! to )|(?:given|handed(?:"
        rf" down)?) an? (?:[\w-]+ ){{0,3}}sentence",
    ),
    Trigger(
        E.SENTENCING,
        SUBJECT,
        rf"(?:got|received|gets|serving|serves?|served) (?:{TERM}|{COUNT}(?=[,.;]| for | and ))"
        r"(?! (?:ago|later|old|before|after))"
        r"|(?:got|received|serving|served|serves) an? (?:[\w-]+ ){0,3}sentence"
        rf"|(?:must|has to|will|is to) go to {PRISON} for {TERM}"
        r"|serving (?:his|her) (?:sentence|term)",
    ),
    Trigger(
        E.SENTENCING,
        OBJECT,
        r"orders?(?:ed)?(?= [^.;]{2,60} to (?:spend|serve) )|sentences"
        r"|jails(?= [^.]{0,60}(?:years?|life))|(?:gave|gives|hands"
        r"|handed)(?= [^.]{0,40}(?:sentence|years?\b|months))|found(?="
        r" [^.;]{2,60} guilty)",
    ),
    Trigger(
        E.CHARGE,
        PARTICIPLE,
        r"charged(?: with)?|indicted|prosecuted|accused of"
        r"(?= (?:[\w’'-]+ ){0,4}(?:separatism|extremism|terror\w*|treason|espionage|spying))",
    ),
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
)
