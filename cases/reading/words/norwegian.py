"""What Norwegian lends to the reading (pure)."""

from cases.choices import EventKind as E
from cases.reading.article import Role
from cases.reading.lexicon import EITHER, NOUN, Lexicon, Trigger
from cases.reading.words.kin_words import NORWEGIAN as KIN

NORWEGIAN = Lexicon(
    triggers=(
        Trigger(
            E.INTERNMENT,
            EITHER,
            r"internert|(?:sendt|satt|plassert|holdt|tatt) (?:[\w-]+ ){0,2}(?:i|til)"
            r" (?:[\w-]+ ){0,2}\w*leir\w*",
        ),
        Trigger(E.HOUSE_ARREST, EITHER, r"i husarrest|husarrest"),
        Trigger(
            E.SENTENCING, EITHER, r"dømt|dømte|kjent skyldig|fikk (?:[\w-]+ ){1,2}års fengsel|soner"
        ),
        Trigger(E.CHARGE, EITHER, r"siktet|tiltalt"),
        Trigger(E.TRIAL, EITHER, r"stilt for retten|rettssaken mot"),
        Trigger(E.TRANSFER, EITHER, r"overført|utlevert|deportert"),
        Trigger(E.ARREST, EITHER, r"arrestert|pågrepet|pågrep|arresterte|hentet av politiet"),
        Trigger(
            E.DETENTION,
            EITHER,
            r"fengslet|anholdt|varetektsfengslet|holdt i (?:arrest|varetekt|fengsel)"
            r"|sitter (?:i fengsel|fengslet|i varetekt)",
        ),
        Trigger(E.ARREST, NOUN, r"arrestasjonen|pågripelsen"),
        Trigger(E.RELEASE, EITHER, r"løslatt|frigitt|satt fri|sluppet fri|frikjent|slapp ut"),
        Trigger(E.DEATH, EITHER, r"døde|død(?= i (?:fengsel|varetekt|leir))|har dødd|omkom"),
        Trigger(E.DISAPPEARANCE, EITHER, r"forsvant|forsvunnet|savnet"),
        Trigger(E.DEMONSTRATION, EITHER, r"demonstrerte|protesterte|demonstrert|protestert"),
    ),
    he=r"han|ham",
    she=r"hun|henne",
    they=r"dem|begge|(?-i:de)(?= (?:ble|var|er|har|hadde))|(?-i:De)(?= (?:ble|var|er|har|hadde))",
    own=r"sin|sitt|sine",
    his=r"hans",
    her=r"hennes",
    their=r"deres",
    who=r"som|hvis",
    whose=r"hvis",
    kin=KIN,
    kin_of=r"(?:til|av)",
    people=r"tusenvis|hundrevis|mange|mennesker|personer|folk|menn|kvinner"
    r"|aktivister|slektninger|familie(?:n|r)?|fanger|sønner|døtre|barn"
    r"|foreldre|kasakher|uigurer|kirgisere|journalister|demonstranter"
    r"|tjenestemenn",
    prepositions=r"(?:ifølge|av|fra|med|for|til|mot|om|hos|ved|etter)",
    passive=r"\b(?:ble|blir|blitt|var|er|bli)\s*$",
    unreal=r"\b(?:frykte[rt]?|krev\w*|hvis|dersom|risikere\w*|truet?|kan|kunne"
    r"|ville|ber|ba om|håpe\w*|benekte\w*)\b",
    unreal_near=r"\b(?:ikke|aldri|uten|kan|kunne|vil|ville|skulle|å)\b",
    and_=r"(?:og|samt)",
    says=r"\b(?:sier|sa|forteller|fortalte|skriver|skrev|opplyser|opplyste|mener"
    r"|uttaler|uttalte|ifølge|bekrefter|bekreftet)\b",
    acts=r"\b(?:krev\w+|demonstrer\w+|protester\w+|kjemper|leder|grunnla|leter|appellerer)\b",
    gatherings=r"\b(?:protest|demonstr)\w*",
    roles={
        Role.DETAINED: r"fange\w*|fengslede|arresterte|dømte|innsatt\w*|i fengsel|savnede"
        r"|overlevende",
        Role.OFFICIAL: r"president\w*|statsminister\w*|\w*minister\w*|ambassadør\w*|konsul\w*"
        r"|sekretær\w*|guvernør\w*|dommer\w*|aktor\w*|talsmann|talskvinne"
        r"|talsperson|politisjef\w*|general\w*|partisjef\w*|leder for"
        r" (?:kommunistpartiet|landet)",
        Role.ACTIVIST: r"\w*aktivist\w*|menneskerettighetsforkjemper\w*|opposisjon\w*"
        r"|dissident\w*|grunnlegger\w*|leder (?:av|for|i) (?:[\w-]+"
        r" )?(?:organisasjon\w*|bevegelse\w*|komité\w*|kongress\w*)",
        Role.JOURNALIST: r"journalist\w*|reporter\w*|korrespondent\w*|redaktør\w*|fotograf\w*",
        Role.EXPERT: r"professor\w*|forsker\w*|ekspert\w*|historiker\w*|sinolog\w*"
        r"|analytiker\w*|antropolog\w*",
        Role.OTHER: r"advokat\w*|lege\w*|oversetter\w*|forsvarer\w*|tolk\w*",
    },
    female=r"\b(?:fru|moren|søsteren|datteren|kona)",
    male=r"\b(?:herr|faren|broren|sønnen|mannen)",
)
