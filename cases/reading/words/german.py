"""What German lends to the reading (pure)."""

from cases.choices import EventKind as E
from cases.reading.article import Role
from cases.reading.lexicon import EITHER, NOUN, Lexicon, Trigger
from cases.reading.words.kin_words import GERMAN as KIN

GERMAN = Lexicon(
    triggers=(
        Trigger(
            E.INTERNMENT,
            EITHER,
            r"interniert|(?:brachte|steckte|sperrte|schickte)n? (?:[\w-]+ ){1,3}in (?:ein"
            r"|das) \w*lager"
            r"|(?:in|im) (?:ein(?:em|e|es)? |einem |das |dem )?(?:[\w-]+"
            r" ){0,2}(?:\w*lager|umerziehungslager|lagern)"
            r" (?:[\w-]+ ){0,3}?(?:gebracht|gesteckt|festgehalten|interniert|gesperrt|verbracht)",
        ),
        Trigger(E.HOUSE_ARREST, EITHER, r"unter hausarrest|hausarrest"),
        Trigger(
            E.SENTENCING,
            EITHER,
            r"verurteil(?:t|te|ten)|schuldig gesprochen|(?:erhielt|bekam) (?:eine"
            r" )?(?:[\w-]+ )?(?:haftstrafe|gefängnisstrafe)",
        ),
        Trigger(E.CHARGE, EITHER, r"angeklagt|anklage erhoben"),
        Trigger(
            E.TRIAL,
            EITHER,
            r"vor gericht (?:gestellt|gebracht)|steht vor gericht|stand vor gericht",
        ),
        Trigger(E.TRANSFER, EITHER, r"verlegt|überstellt|ausgeliefert|abgeschoben"),
        Trigger(
            E.ARREST,
            EITHER,
            r"verhaftet(?:e|en)?|festgenommen|nahm(?:en)?(?= [^.;]{2,60} fest\b)|abgeführt",
        ),
        Trigger(
            E.DETENTION,
            EITHER,
            r"festgehalten|inhaftiert(?:e|en)?|eingesperrt|in (?:gewahrsam"
            r"|untersuchungshaft|haft) (?:genommen|sitzt|sitzen)|sitzt (?:[\w-]+"
            r" ){0,3}in haft|im gefängnis (?:sitzt|sitzen)",
        ),
        Trigger(E.ARREST, NOUN, r"verhaftung|festnahme"),
        Trigger(
            E.RELEASE,
            EITHER,
            r"freigelassen|freigekommen|entlassen|auf freien fuß gesetzt|freigesprochen",
        ),
        Trigger(E.DEATH, EITHER, r"gestorben|starb(?:en)?|verstorben|ums leben gekommen|verstarb"),
        Trigger(E.DEATH, NOUN, r"tod"),
        Trigger(E.DISAPPEARANCE, EITHER, r"verschwunden|verschwand(?:en)?|vermisst"),
        Trigger(E.DEMONSTRATION, EITHER, r"protestiert(?:e|en)?|demonstriert(?:e|en)?"),
        Trigger(
            E.HUNGER_STRIKE,
            EITHER,
            r"in (?:den )?hungerstreik getreten|trat in (?:den )?hungerstreik",
        ),
    ),
    he=r"er|ihn|ihm",
    she=r"(?-i:sie)(?= (?:wurde|war|ist|hat|sei|habe))|(?-i:Sie)(?= (?:wurde|war"
    r"|ist|hat|sei|habe) )",
    they=r"(?-i:sie)(?= (?:wurden|waren|sind|haben|seien))|(?-i:Sie)(?= (?:wurden"
    r"|waren|sind|haben) )|beide|ihnen",
    his=r"seine?[rmns]?",
    her=r"ihre?[rmns]?",
    their=r"deren",
    who=r"dessen|welche[rn]?",
    whose=r"dessen",
    kin=KIN,
    kin_of=r"(?:von|des|der)",
    people=(
        r"tausende|hunderte|dutzende|viele|zahlreiche|menschen|leute|personen"
        r"|männer|frauen|aktivisten|angehörigen?|verwandten?|bewohner"
        r"|gefangenen?|häftlinge?|söhne|töchter|kinder|eltern"
        r"|familien|brüder|schwestern|kasachen|uiguren|kirgisen|journalisten"
        r"|beamten?|polizisten|demonstranten|mitglieder"
    ),
    prepositions=r"(?:laut|nach|von|vom|mit|bei|für|gegen|über|durch|neben|zufolge|an|um|wie)",
    passive=r"\b(?:wurde|wurden|worden|war|waren|ist|sind|wird)\s*$",
    unreal=r"\b(?:fürcht\w+|befürcht\w+|forder\w+|verlang\w+|wenn|falls|droht\w*"
    r"|soll(?:te|ten|en)?|könn(?:te|ten)|würde\w*|bitte\w*|hoff\w+"
    r"|bestreit\w+|leugn\w+)\b",
    unreal_near=r"\b(?:nicht|nie|kein\w*|ohne|könnte|würde|werden soll|kann|will)\b",
    and_=r"(?:und|sowie)",
    says=r"\b(?:sagt\w*|erklärt\w*|berichtet\w*|erzählt\w*|schreibt|schrieb"
    r"|teilte|betont\w*|meint\w*|laut|bestätigt\w*)\b",
    acts=r"\b(?:forder\w+|protestier\w+|demonstrier\w+|kämpf\w+|setzt sich"
    r"|engagier\w+|sucht|gründe\w+|leite\w+|appellier\w+)\b",
    gatherings=r"\b(?:protest|demonstr|kundgebung|mahnwache)\w*",
    roles={
        Role.DETAINED: r"häftling\w*|gefangene\w*|inhaftiert\w*|verhaftet\w*|verurteilt\w*"
        r"|festgenommen\w*|im gefängnis|in haft|vermisst\w*|überlebende\w*",
        Role.OFFICIAL: (
            r"präsident(?:in)?|staatschef|ministerpräsident|(?:\w+)?minister(?:in)?"
            r"|botschafter(?:in)?|konsul|sekretär|parteichef|gouverneur"
            r"|bürgermeister"
            r"|abgeordnete\w*|richter(?:in)?|staatsanwalt|sprecher(?:in)?"
            r"|polizeichef|general|beamter|diplomat|staats- und parteichef"
        ),
        Role.ACTIVIST: r"\w*aktivist(?:in|en)?|menschenrechtler(?:in)?|bürgerrechtler(?:in)?"
        r"|oppositionelle\w*|dissident(?:in)?|gründer(?:in)?|vorsitzende\w*"
        r" (?:des weltkongresses|der organisation|des vereins)"
        r"|menschenrechtsverteidiger(?:in)?",
        Role.JOURNALIST: r"journalist(?:in)?|reporter(?:in)?|korrespondent(?:in)?"
        r"|redakteur(?:in)?|fotograf(?:in)?",
        Role.EXPERT: r"professor(?:in)?|\w+olog(?:e|in)|referent(?:in)?|forscher(?:in)?"
        r"|\w*wissenschaftler(?:in)?|expert(?:e|in)|historiker(?:in)?|analyst(?:in)?",
        Role.OTHER: r"(?:rechts)?anw[aä]lt(?:in)?|arzt|ärztin|übersetzer(?:in)?"
        r"|verteidiger(?:in)?|dolmetscher(?:in)?|sänger(?:in)?",
    },
    female=r"\b(?:frau|aktivistin|journalistin|mutter|tochter|schwester|ehefrau)",
    male=r"\b(?:herr|herrn|aktivist|journalist|vater|sohn|bruder|ehemann)",
)
