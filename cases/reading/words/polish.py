"""What Polish lends to the reading (pure)."""

from cases.choices import EventKind as E
from cases.reading.article import Role
from cases.reading.lexicon import EITHER, NOUN, Lexicon, Trigger
from cases.reading.words.kin_words import POLISH as KIN

POLISH = Lexicon(
    triggers=(
        Trigger(
            E.INTERNMENT,
            EITHER,
            r"internowan\w+|(?:wysłan\w+|zesłan\w+|trafi[łl]\w*|zabran\w+"
            r"|umieszczon\w+|przetrzymywan\w+|spędzi[łl]\w*) (?:[\w-]+ ){0,3}(?:do"
            r"|w) (?:[\w-]+ ){0,2}obo(?:zu|zie|zach)\b",
        ),
        Trigger(E.HOUSE_ARREST, EITHER, r"w areszcie domowym|areszt\w* domow\w+"),
        Trigger(
            E.SENTENCING,
            EITHER,
            r"skazan\w+|skaza[łl]\w*|uznan\w+ za winn\w+|odsiaduje|dosta[łl]\w* wyrok",
        ),
        Trigger(
            E.CHARGE,
            EITHER,
            r"oskarżon\w+ o|postawiono (?:mu|jej|im) zarzut\w*|usłysza[łl]\w* zarzut\w*",
        ),
        Trigger(E.TRIAL, EITHER, r"stan[ąę][łl]\w* przed sądem|sądzon\w+"),
        Trigger(
            E.TRANSFER,
            EITHER,
            r"przeniesion\w+|przewiezion\w+|wydan\w+ chinom|deportowan\w+|ekstradowan\w+",
        ),
        Trigger(E.ARREST, EITHER, r"aresztowan[yaei]|aresztowano|aresztowa[łl]\w*"),
        Trigger(
            E.DETENTION,
            EITHER,
            r"zatrzyman[yaei]|zatrzymano|zatrzyma[łl]\w*|uwięzion\w+"
            r"|przetrzymywan\w+|przebywa w (?:więzieniu|areszcie)|trafi[łl]\w* do"
            r" (?:więzienia|aresztu)|osadzon\w+",
        ),
        Trigger(E.ARREST, NOUN, r"aresztowaniu|aresztowania|aresztowanie"),
        Trigger(
            E.RELEASE,
            EITHER,
            r"zwolnion\w+|zwolniono|wypuszczon\w+|wypuszczono|uwolnion\w+"
            r"|uniewinnion\w+|wyszed[łl] na wolność|wysz[łl]a na wolność",
        ),
        Trigger(E.DEATH, EITHER, r"zmar[łl](?:a|y|o|i)?|zmarli|zginą[łl]|zginę[łl]a"),
        Trigger(E.DEATH, NOUN, r"śmierć|śmierci"),
        Trigger(
            E.DISAPPEARANCE,
            EITHER,
            r"zaginą[łl]|zaginę[łl][ai]|zaginęli|zniknę[łl]a|zniknął|zaginion\w+",
        ),
        Trigger(
            E.DEMONSTRATION,
            EITHER,
            r"protestowa[łl]\w*|demonstrowa[łl]\w*|protestuj\w+|pikietowa[łl]\w*",
        ),
    ),
    he=r"on|go|jemu|niego|nim",
    she=r"ona|niej|ją",
    they=r"oni|one|nich|obaj|oboje",
    own=r"sw(?:ój|oją|ojego|oim|ojej|oja)",
    his=r"jego",
    her=r"jej",
    their=r"ich",
    who=r"któr(?:y|a|e|zy|ego|ej|ych|ą)",
    whose=r"którego|której|których",
    kin=KIN,
    kin_of="",
    people=r"tysiące|tysięcy|setki|dziesiątki|wielu|osób|osoby|ludzi|ludzie"
    r"|mężczyzn\w*|kobiet\w*|aktywi(?:ści|stów)|krewn\w+|więźni\w+|synów"
    r"|synowie|dzieci|rodzic\w+|rodzin\w*|braci\w*|kazach(?:owie|ów)"
    r"|ujgur(?:zy|ów|om)|kirgiz(?:i|ów)|dziennikarz[ey]|urzędni\w+"
    r"|policjan\w+|demonstran\w+|mieszka[nń]\w+",
    prepositions=r"(?:według|zdaniem|przez|z|ze|od|do|dla|o|u|przeciwko|wobec|za|przed|obok)",
    passive=r"\b(?:został|została|zostali|zostały|był|była|byli|jest|są)\s*$",
    unreal=r"\b(?:obawia\w*|domaga\w*|żąda\w*|jeśli|gdyby|grozi\w*|ryzyk\w+"
    r"|prosi\w*|apel\w+|może|mogą|mógłby|mogłaby|zaprzecza\w*|nadziej\w+)\b",
    unreal_near=r"\b(?:nie|nigdy|bez|może|mogą|by|ma zostać)\b",
    and_=r"(?:i|oraz|a także)",
    says=r"\b(?:powiedzia[łl]\w*|mówi\w*|twierdzi\w*|oświadczy[łl]\w*"
    r"|poinformowa[łl]\w*|opowiada\w*|opowiedzia[łl]\w*|doda[łl]\w*"
    r"|napisa[łl]\w*|podkreśli[łl]\w*|potwierdzi[łl]\w*|według|zdaniem)\b",
    acts=r"\b(?:domaga\w*|protest\w+|demonstr\w+|walczy\w*|szuka\w*|założy[łl]\w*"
    r"|kieruje|apel\w+|żąda\w*)\b",
    gatherings=r"\b(?:protest|demonstracj|pikiet|wiec)\w*",
    roles={
        Role.DETAINED: r"więzie[nń]\w*|więźni\w*|zatrzyman\w+|skazan\w+|aresztowan\w+"
        r"|uwięzion\w+|w więzieniu|w obozie|zaginion\w+|ocala[łl]\w+",
        Role.OFFICIAL: r"prezydent\w*|premier\w*|minister\w*|wiceminister\w*|ambasador\w*"
        r"|konsul\w*|sekretarz\w*|gubernator\w*|burmistrz\w*|sędzi\w*"
        r"|prokurator\w*|rzeczni\w+|pose[łl]|posłanka|senator\w*|genera[łl]\w*"
        r"|przywódc\w+|szef\w*|dyplomat\w*",
        Role.ACTIVIST: r"aktywist\w+|działacz\w*|obroń\w+ praw|opozycjonist\w+|dysydent\w*"
        r"|założyciel\w*|lider\w* (?:ruchu|organizacji)",
        Role.JOURNALIST: r"dziennikar\w+|reporter\w*|korespondent\w*|redaktor\w*|fotograf\w*",
        Role.EXPERT: r"profesor\w*|badacz\w*|naukow\w+|ekspert\w*|history[kc]\w*"
        r"|sinolo[gż]\w*|anality[kc]\w*|antropolo[gż]\w*",
        Role.OTHER: r"adwokat\w*|prawni\w+|lekar\w+|tłumacz\w*|obrońca|piosenkar\w+",
    },
    female=r"\b(?:pani|matka|córka|siostra|żona|aktywistka|dziennikarka)",
    male=r"\b(?:pan|ojciec|syn|brat|mąż|aktywista|dziennikarz)",
)
