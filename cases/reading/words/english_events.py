"""The words by which English tells what happened to somebody (pure)."""

from cases.choices import EventKind as E
from cases.reading.lexicon import AFTER, NOUN, PARTICIPLE, SPEAKER, SUBJECT, Trigger
from cases.reading.words.english_courts import COURTS
from cases.reading.words.english_custody import CAMPS, CUSTODY

TRIGGERS = (
    *CAMPS,
    *COURTS,
    *CUSTODY,
    Trigger(
        E.DEATH,
        SUBJECT,
        r"died|dies|passed away|has been dead|(?:was|were|been) found dead|lost (?:his|her) life"
        r"|succumbed|perished|did not (?:live to|survive)|(?:killed|hanged) (?:him|her)self"
        r"|(?:took|taken) (?:his|her) own life|committed suicide",
    ),
    Trigger(
        E.DEATH,
        PARTICIPLE,
        r"(?:tortured|beaten|starved|worked) to death|executed|put to death"
        r"|killed in (?:custody|prison)",
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
    Trigger(E.PICKET, NOUN, r"picket(?= (?:by|of|took place|was held|outside|near|at)\b)"),
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
        r"stood (?:[\w’'-]+ ){0,8}with (?:a|his|her|their) (?:[\w-]+ )?(?:portrait|photo(?:graph)?"
        r"|picture|placard|sign|poster)s?|protested|demonstrated|rallied|marched"
        r"|gathered (?:outside|near|at|in front of)"
        r"|(?:stood|kept watch|kept vigil) (?:outside|in front of)|went on (?:a )?picket"
        r"|came (?:out )?to (?:the )?(?:building of )?(?:the )?(?:\w+ )?(?:consulate|embassy)"
        r"|joined (?:the|a) (?:protest|picket"
        r"|rally|demonstration)|took part in (?:a |the )?(?:\w+ )?(?:protest"
        r"|rally|demonstration|picket)"
        r"|(?:held|holding|carried|carrying|holds) (?:up )?(?:a |an )?(?:large"
        r" )?(?:photographs?|portraits?|photos?|pictures?|placards?|signs?"
        r"|posters?)"
        r"|(?:staged|stages|staging|held|organi[sz]ed) (?:a |an |another )?(?:[\w-]+ ){0,2}"
        r"(?:protests?|rally|rallies|demonstrations?|vigils?)",
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
        r" )?(?:(?-i:[A-Z])|news|reporters|journalists|a press|an? (?:[\w-]+ )?(?:newspaper"
        r"|broadcaster"
        r"|channel|news agency|news site|website|magazine|conference|rally)))",
    ),
)
