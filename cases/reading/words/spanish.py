"""What Spanish lends to the reading (pure)."""

from cases.choices import EventKind as E
from cases.reading.article import Role
from cases.reading.lexicon import EITHER, NOUN, Lexicon, Trigger
from cases.reading.words.kin_words import SPANISH as KIN

SPANISH = Lexicon(
    triggers=(
        Trigger(
            E.INTERNMENT,
            EITHER,
            r"internad[oa]s?|(?:enviad[oa]s?|llevad[oa]s?|recluid[oa]s?"
            r"|encerrad[oa]s?|retenid[oa]s?) (?:[\w-]+ ){0,2}(?:en|a) (?:[\w-]+"
            r" ){0,3}campos?\b",
        ),
        Trigger(E.HOUSE_ARREST, EITHER, r"(?:bajo |en )?arresto domiciliario"),
        Trigger(
            E.SENTENCING,
            EITHER,
            r"condenad[oa]s?|condenó|condenaron|sentenciad[oa]s?|sentenció"
            r"|declarad[oa]s? culpables?|cumple (?:una )?(?:condena|pena)",
        ),
        Trigger(E.CHARGE, EITHER, r"acusad[oa]s? formalmente|imputad[oa]s?|procesad[oa]s?"),
        Trigger(E.TRIAL, EITHER, r"juzgad[oa]s?|llevad[oa]s? a juicio|compareció ante"),
        Trigger(E.TRANSFER, EITHER, r"trasladad[oa]s?|trasladaron|extraditad[oa]s?|deportad[oa]s?"),
        Trigger(
            E.ARREST, EITHER, r"arrestad[oa]s?|arrestó|arrestaron|apresad[oa]s?|capturad[oa]s?"
        ),
        Trigger(
            E.DETENTION,
            EITHER,
            r"detenid[oa]s?|detuvo|detuvieron|encarcelad[oa]s?|encarceló"
            r"|encarcelaron|apres[óo]|permanece (?:detenid[oa]|en prisión)",
        ),
        Trigger(E.DETENTION, NOUN, r"detención|encarcelamiento"),
        Trigger(E.ARREST, NOUN, r"arresto"),
        Trigger(
            E.RELEASE,
            EITHER,
            r"liberad[oa]s?|liberó|liberaron|puest[oa]s? en libertad|absuelt[oa]s?"
            r"|excarcelad[oa]s?|quedó libre",
        ),
        Trigger(E.DEATH, EITHER, r"murió|murieron|falleció|fallecieron|ha muerto|había muerto"),
        Trigger(E.DEATH, NOUN, r"muerte"),
        Trigger(E.DISAPPEARANCE, EITHER, r"desapareció|desaparecieron|desaparecid[oa]s?"),
        Trigger(E.DEMONSTRATION, EITHER, r"protestó|protestaron|se manifestó|se manifestaron"),
    ),
    he=r"él",
    she=r"ella",
    they=r"ellos|ellas|ambos|ambas",
    his=r"(?!)",
    her=r"(?!)",
    their=r"(?!)",
    own=r"sus?",
    who=r"quien(?:es)?|cuy[oa]s?",
    whose=r"cuyo|cuya|cuyos|cuyas",
    kin=KIN,
    kin_of=r"(?:de|del)",
    people=r"miles|cientos|decenas|muchos|personas|gente|hombres|mujeres|activistas"
    r"|familiares|parientes|presos|detenidos|hijos|hijas|niños|padres"
    r"|familias|hermanos|kazajos|uigures|kirguises|periodistas|funcionarios"
    r"|agentes|manifestantes|ciudadanos",
    prepositions=r"(?:según|por|con|de|para|contra|sobre|entre|desde|ante|hacia)",
    passive=r"\b(?:fue|fueron|ha sido|han sido|había sido|era|está|están|estaba)\s*$",
    unreal=r"\b(?:tem(?:e|en|or|ía)\w*|exig\w+|pid(?:e|en|ió|ieron)|si|riesgo"
    r"|amenaz\w+|podrían?|sería|reclam\w+|esper\w+|niega\w*|negó)\b",
    unreal_near=r"\b(?:no|nunca|sin|podrían?|puede|pueden|ser|quiere)\b",
    and_=r"(?:y|e|junto con)",
    says=r"\b(?:dijo|dice|dijeron|declaró|afirmó|afirma|explicó|explica|contó"
    r"|cuenta|aseguró|asegura|señaló|añadió|relató|según|confirmó"
    r"|escribió)\b",
    acts=r"\b(?:exig\w+|protest\w+|manifest\w+|lucha\w*|reclama\w*|busca\w*"
    r"|fund\w+|lidera\w*|denunci\w+|pid(?:e|en|ió))\b",
    gatherings=r"\b(?:protest|manifestaci|concentraci)\w*",
    roles={
        Role.DETAINED: r"pres[oa]s?|detenid[oa]s?|encarcelad[oa]s?|condenad[oa]s?"
        r"|prisioner[oa]s?|en prisión|en la cárcel|desaparecid[oa]s?"
        r"|superviviente",
        Role.OFFICIAL: r"president[ea]|primer ministro|ministr[oa]|embajador(?:a)?|cónsul"
        r"|secretari[oa]|gobernador(?:a)?|alcalde|juez(?:a)?|fiscal|portavoz"
        r"|diputad[oa]|senador(?:a)?|general|jefe de|diplomátic[oa]|policía",
        Role.ACTIVIST: r"activista|defensor(?:a)? de (?:los )?derechos|opositor(?:a)?|disidente"
        r"|fundador(?:a)?|(?:líder|director(?:a)?|presidente) (?:del|de la|de)"
        r" (?:[\w-]+ )?(?:movimiento|organización|asociación|congreso|grupo)"
        r"|manifestante",
        Role.JOURNALIST: r"periodista|reporter[oa]|corresponsal|redactor(?:a)?|fotógraf[oa]",
        Role.EXPERT: r"profesor(?:a)?|investigador(?:a)?|expert[oa]|académic[oa]"
        r"|historiador(?:a)?|analista|sinólog[oa]|antropólog[oa]",
        Role.OTHER: r"abogad[oa]|médic[oa]|traductor(?:a)?|intérprete|cantante",
    },
    female=r"\b(?:señora|sra\.?|la activista|la periodista|madre|hija|hermana|esposa)",
    male=r"\b(?:señor|sr\.?|el activista|el periodista|padre|hijo|hermano|esposo)",
)
