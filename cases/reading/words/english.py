"""What English, clean or badly translated, lends to the reading (pure)."""

from cases.reading.article import Role
from cases.reading.lexicon import Lexicon
from cases.reading.words.english_events import TRIGGERS
from people.choices import RelationshipKind, Sex
from people.ties import ENGLISH as TIES

_MORE_KIN = {
    "dad": (RelationshipKind.PARENT, Sex.MALE),
    "mum": (RelationshipKind.PARENT, Sex.FEMALE),
    "mom": (RelationshipKind.PARENT, Sex.FEMALE),
    "attorney": (RelationshipKind.LAWYER, ""),
    "counsel": (RelationshipKind.LAWYER, ""),
    "advocate": (RelationshipKind.LAWYER, ""),
    "acquaintance": (RelationshipKind.FRIEND, ""),
    "classmate": (RelationshipKind.FRIEND, ""),
    "roommate": (RelationshipKind.FRIEND, ""),
    "co-worker": (RelationshipKind.COLLEAGUE, ""),
    "fellow detainee": (RelationshipKind.FELLOW_DETAINEE, ""),
    "stepfather": (RelationshipKind.PARENT, Sex.MALE),
    "stepmother": (RelationshipKind.PARENT, Sex.FEMALE),
    "half-brother": (RelationshipKind.SIBLING, Sex.MALE),
    "half-sister": (RelationshipKind.SIBLING, Sex.FEMALE),
}
# Words that mean somebody's tie only where somebody is named: "teacher", "student" are trades.
_TRADES = {"teacher", "student", "in-law", "married"}

_PEOPLE = (
    r"people|persons?|men|women|residents?|villagers?|farmers?|activists?|detainees?|prisoners?"
    r"|relatives|sons|daughters|brothers|sisters|parents|children|families|family|wives|husbands"
    r"|friends|uncles|aunts|cousins|nephews|nieces|siblings|lawyers|colleagues|neighbou?rs"
    r"|kazakhs|uyghurs|uighurs|uygurs|kyrgyz people|tibetans|muslims|citizens?|students"
    r"|demonstrators|protesters|protestors|picketers|officials|officers|journalists|reporters"
    r"|academics|scholars|experts|critics|imams|inmates|others|everyone|nobody|no one|anyone"
    r"|someone|somebody|dozens|hundreds|thousands|millions|many|several|a (?:man|woman|girl|boy)"
    r"|suspects?|refugees|adults|picketers?|oralmans|compatriots|(?:a|one) (?:tenth|third|half"
    r"|fifth)|asylum[ -]seekers|supporters|teachers|writers|intellectuals|those"
)

_OFFICIAL = (
    r"president|leader|vice[- ]president|prime minister|premier|minister|ministry|ombuds\w+"
    r"|heads the (?:ministry|department|government|administration|police|region)|warden|guard"
    r"|(?:county|party|township|district|camp|prison|security) chief|press (?:secretary|service)"
    r"|ambassador|consul(?:[- ]general)?"
    r"|(?:party|general|first|state) secretary|secretary of|chair(?:man"
    r"|woman|person)|governor|mayor|works for the (?:\w+ )?(?:administration"
    r"|government|ministry)"
    r"|akim|deputy(?! (?:\w+ )?(?:director|head|editor))|vice[- ]minister"
    r"|senator|lawmaker|congress(?:man|woman)|mp|member of parliament"
    r"|official|judge|prosecutor|police(?:man| officer| chief)|officer|investigator|general|colonel"
    r"|major|commander|diplomat|spokes(?:man|woman|person)|chief of"
    r"|(?:village|police) (?:chief|head)"
    r"|head of (?:the )?(?:state|government|department|administration|region\w*|village|police)"
    r"|secretary(?:[- ]general)?|leader of (?:china|kazakhstan|russia|the country|the party)"
    r"|(?:chinese|kazakh|russian|kyrgyz|uzbek|turkish|soviet) leader|chancellor|dictator|ruler"
    r"|(?:special|high) representative|representative of the (?:president|government)"
    r"|head of (?:the )?(?:[\w’'-]+ ){0,3}(?:service|security|intelligence|bureau|prison|camp"
    r"|court)"
    r"|(?:security|intelligence) (?:service|agency) (?:head|chief|director)"
    r"|commissioner|king|prince|crown prince|attorney general|cadre|envoy|rapporteur|head of state"
)
_ACTIVIST = (
    r"activists?|campaigner|(?:human |civil |women's )?rights (?:defender"
    r"|advocate|campaigner|worker)"
    r"|protest[eo]r|demonstrators?|picketer|dissident|opposition(?:ist|"
    r" politician| figure| leader)?"
    r"|opponent|leader of (?:the )?(?:movement|group|organi[sz]ation|association|union)"
    r"|(?:co-?)?founder|(?:head|director|chair(?:man|woman)?|president|leader|representative|member"
    r"|spokes(?:man|woman|person)) (?:of|for|at|with) (?:the |a |an )?(?:[\w’'-]+ ){0,4}(?:rights"
    r"|movement|congress|campaign|project|atajurt|atazhurt|group|association|foundation|committee)"
    r"|human rights (?:project|foundation|organi[sz]ation)"
    r"|world uyghur congress|memorial"
    r"|atajurt|atazhurt|helsinki committee|volunteer|petitioner"
    r"|whistle-?blower|blogger|human rights group|defender|lobbyist"
)
_JOURNALIST = (
    r"journalist|reporter|correspondent|editor(?:[- ]in[- ]chief)?|photographer|columnist"
    r"|covers (?:[\w’'-]+ ){1,6}for (?!the (?:organi|group|ngo)|amnesty|human rights)"
    r"|broadcaster|news anchor|cameraman|reporting by|written by|edited by|translated by|story by"
)
_EXPERT = (
    r"professor|scholar|researcher|academic|historian|linguist|anthropologist|analyst|expert"
    r"|economist|political scientist|sociologist|fellow|lecturer|scientist|sinologist|orientalist"
    r"|director of the (?:cent(?:er|re)|institute)|specialist|research(?:er)? (?:fellow|director)"
    r"|director|\w+olog(?:ist|ue)|\w+ographer|psychiatrist|author of (?:a|the) (?:book"
    r"|study|report)|china watcher|covers|studies|has studied|specializes in|think tank"
    r"|(?:of|at|from) (?:the )?(?:[\w’'-]+ ){0,2}(?:university|institute|college)"
)
_OTHER = (
    r"lawyer|attorney|counsel|advocate|interpreter|actor|actress|boxer|sponsor|boss|employer"
    r"|neighbou?r|shopkeeper|coach|philanthropist|celebrity|footballer|legal representative"
    r"|athlete|champion|fighter"
)
_DETAINED = (
    r"detainees?|prisoners?|inmates?|ex-detainee|survivor|jailed|imprisoned|detained|incarcerated"
    r"|in (?:prison|jail|custody|detention)|in an? (?:[\w’'\"“”-]+ ){0,2}camp|behind bars|missing"
    r"|disappeared|interned|convicted|sentenced|victims?|held in|late|deported"
    r"|political prisoner|serving|in (?:re-?education|internment) camps?|arrested"
)

ENGLISH = Lexicon(
    triggers=TRIGGERS,
    he=r"he|him",
    she=r"she",
    they=r"they|them|all of them|both of them|both|the (?:two|three"
    r"|four|five|six|pair|trio|couple)|all(?= (?:were|was|are|had|have))"
    r"|all (?:two|three|four|five|six)(?: of them)?",
    his=r"his",
    her=r"her",
    her_alone=(
        r"[,.;:!?\"”]|\s+(?:from|to|into|in|away|at|on|and|for|with|out|off|back|home|by|because"
        r"|when|while|as|without|until|after|before|there|again|alone|together|last|this)\b"
    ),
    their=r"their",
    who=r"who|whom|whose",
    whose=r"whose",
    kin={word: tie for word, tie in TIES.items() if word not in _TRADES} | _MORE_KIN,
    kin_of=r"(?:of|to|for)",
    people=_PEOPLE,
    one=(
        r"an? (?:[\w-]+ ){0,2}(?:uyghur|uighur|uygur|kazakh|kyrgyz|tibetan"
        r"|hui)(?!s?['’]) (?!court|city"
        r"|village|government|ministry|family|group|organi|newspaper|law|prison"
        r"|school|camp|language)[\w-]+|"
        r"an? (?:[\w’'-]+ ){0,3}?(?:man|woman|girl|boy|mother|father|activist"
        r"|journalist|reporter|writer"
        r"|poet|lawyer|scholar|expert|imam|professor|academic|businessman"
        r"|businesswoman|trader|farmer"
        r"|dissident|opponent|blogger|student|teacher|singer|historian|publisher"
        r"|doctor|nurse|herder"
        r"|resident|citizen|native|prisoner|detainee|researcher|musician|editor|official|cleric)"
    ),
    the=(
        r"the (?:\d+-year-old |elderly |young |old |retired |former )?(?:man|woman|boy|girl"
        r"|pensioner"
        r"|poet|imam|scholar|blogger|trader|farmer|herder|singer|writer|teacher|student|businessman"
        r"|detainee|prisoner|activist|doctor|professor|journalist|publisher|linguist|musician)"
        r"(?!\w)"
    ),
    acts=(
        r"(?<!\ban )(?<!\bthe )(?<!['’]s )(?<!\bhis )(?<!\bher )\b(?:demand(?:s|ed|ing)?"
        r"|campaign(?:s|ed|ing)?|protest(?:s|ed|ing)?|appeal(?:s|ed|ing)?"
        r"|(?:record|fil[em]|post|launch|sign|issu|writ|sen[dt]|ma[dk]e?)(?:s|e|es|ed|ing)?"
        r" (?:an? |the )?(?:[\w-]+ )?(?:appeal|petition|letter|plea)s?"
        r"|accuses|went public|tell(?:s|ing)? the press|(?:posted|recorded"
        r"|published) (?:\w+ ){0,3}video"
        r"|(?:signed|handed (?:over|in)?) (?:an? |the )?(?:\w+ )?(?:petition|appeal|letter)"
        r"|wr(?:ote|itten|ites) to (?:the )?(?:\w+ )?(?:embassy|president|government|ministr\w+)"
        r"|petition(?:s|ed|ing)?|picket(?:s|ed|ing)?|searching|speaks? (?:out|up|for)|spoke"
        r" (?:out|up|for)|raised awareness|asks? (?:\w+ ){0,3}for help|pleads?|begs?"
        r"|collect(?:s|ed|ing)|document(?:s|ed|ing)|(?:has|have) been"
        r" (?:fighting|looking|searching|trying)|advocat(?:es|ed|ing)|fights?"
        r"|rallied"
        r"|call(?:s|ed|ing) (?:for|on)|urg(?:es|ed|ing)|founded|leads|headed"
        r"|testified|(?:held|holds) (?:up )?"
        r"(?:a |an )?(?:photo|picture|portrait|placard|sign|poster))\b"
    ),
    gatherings=r"\b(?:picket|protest|demonstrat|rall(?:y|ie)|vigil)\w*",
    prepositions=(
        r"(?:according to|by|with|of|for|to|from|about|against|near|like|than|via"
        r"|at|in|on|after|before|under|between|behind|without|over|through|alongside)"
    ),
    passive=(
        r"\b(?:am|is|are|was|were|be|been|being|gets?|got|getting|’s been|'s been|wasn't|weren't)"
        r"(?:,? (?:\w+ly|first|also|then|again|later|soon|once|twice|all|both|both of them|already"
        r"|since|himself|herself|initially|reportedly|said to have been|reported|to be)){0,3}\s*$"
    ),
    unreal=(
        r"\b(?:fear(?:s|ed|ing)? (?:that|for|of|he|she|they|being|be)|risk(?:s|ed|ing)?\b|threat\w*"
        r"|afraid|worr(?:y|ies|ied) (?:that|about)|in case|hop(?:e|es|ed|ing)|demand(?:s|ed|ing)?"
        r"|call(?:s|ed|ing)? (?:for|on|upon)|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)? (?:for|that|to)"
        r"|request(?:s|ed|ing)?|plea(?:s|d|ds|ded|ding)?|appeal(?:s|ed|ing)? for|whether|unless"
        r"|seek(?:s|ing)?|sought|campaign(?:s|ed|ing)? for|den(?:y|ies|ied|ying)"
        r"|rumou?r\w*|if|vow\w*"
        r"|suspect(?:s|ed)? that|suppose[ds]?|warn\w*|petition\w*|would|could|might|refus\w+"
        r"|insist(?:s|ed|ing)? on)\b"
    ),
    unreal_near=(
        r"\b(?:(?-i:may)|might|would|could|should|can|cannot|not|never|n['’]t"
        r"|won['’]t|will|shall|without"
        r"|to|fac(?:e|es|ed|ing)|avoid\w*|danger|want\w*|immediate|nor|neither"
        r"|order(?:s|ed)?|wants?"
        r"|possible|potential|likely|expected|about to|let|those|no|people|anyone|for being)\b"
    ),
    and_=r"(?:and|or|as well as|along with|together with|&)",
    says=(
        r"\b(?:sa(?:id|ys|y)|told|tells|stated|added|adds|recall(?:s|ed)?|recount(?:s|ed)?"
        r"|explain(?:s|ed)?|announce[ds]?|argue[ds]?|insist(?:s|ed)?|testif(?:y"
        r"|ied|ies)|wr(?:ote|ites)"
        r"|confirm(?:s|ed)?|claim(?:s|ed)?|believes?|remember(?:s|ed)?|describe[ds]?|according to"
        r"|condemn(?:s|ed)?|complain(?:s|ed)?|joked|noted|spoke|speaks|asked|asks)\b"
    ),
    roles={
        Role.DETAINED: _DETAINED,
        Role.OFFICIAL: _OFFICIAL,
        Role.ACTIVIST: _ACTIVIST,
        Role.JOURNALIST: _JOURNALIST,
        Role.EXPERT: _EXPERT,
        Role.OTHER: _OTHER,
    },
    female=r"\b(?:ms\.?|mrs\.?|miss|madam|woman|women|girl|mother|wife|daughter"
    r"|sister|actress|widow)",
    male=r"\b(?:mr\.?|sir|man|father|husband|son|brother|imam|policeman|chairman|businessman)",
)
