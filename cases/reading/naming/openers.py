"""Words that open a sentence, or stand in any, and are nobody's name, by language (pure).

Function words after the closed classes of each language's grammar (articles, pronouns,
prepositions, conjunctions, auxiliaries, numerals), with the adverbs and verbs that open sentences
of news. They also tell which language a text is in.
"""

from config.records.text import fold

_WORDS = {
    "en": """
    a an the this that these those there here it its he she they them his her their our my your we
    you i who whom whose which what when where why how if then than as at by for from in into of off
    on onto out over to under until up upon via with within without about above across after again
    against all almost alone along already also although always am amid among and another any
    anybody anyone anything are around aside away back be because been before began behind being
    below beside besides between beyond both but can cannot could despite did do does doing done
    down during each earlier either else enough especially even eventually ever every everybody
    everyone everything except few fewer finally first following former formerly fortunately four
    five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousand
    thousands million dozens dozen further furthermore get given go had has have having hence
    hereafter him himself hers herself however indeed initially inside instead itself just last late
    later latest least less let like likewise made many may maybe me meanwhile might mine more
    moreover most mostly much must myself near nearly neither never nevertheless next no nobody none
    nonetheless nor not nothing now nowhere often once one only or other others otherwise ought ours
    overall own part per perhaps previously quite rather recently second several shall should since
    so some somebody someone something sometimes somewhere soon still such suddenly take ten third
    though three through throughout thus today together tomorrow tonight too toward towards two
    unfortunately unless unlike unlikely us usually very was well were whatever whenever whereas
    wherever whether while whoever whole will would yes yesterday yet yours according asked added
    speaking born based caption photo picture image file reported reporting said says say told news
    years year month months week weeks day days night morning afternoon evening summer winter spring
    autumn people police officials authorities activists protesters relatives family families
    members sources witnesses residents villagers farmers detainees prisoners critics experts
    scholars researchers diplomats supporters campaigners reporters journalists neighbours neighbors
    children women men girls boys students teachers parents brothers sisters sons daughters friends
    husband wife mother father brother sister son daughter son-in-law lawyer lawyers human rights
    amnesty thank thanks please see read watch listen call yes hello dear why because little long
    half around instead asked born released arrested detained sentenced accused convicted held taken
    jailed imprisoned transferred extradited deported founded written edited translated contributed
    additional publication published updated date source sources copyright among amongst behind
    under credit courtesy archive archives associated press left right top bottom centre center
    above below not-for-profit contacted reached citing quoting noting speaking having following
    growing fearing hoping asking calling fleeing returning arriving leaving nothing everybody
    interview interviewed statement statements letter letters video videos charges charge trial
    verdict appeal court courts judge judges hearing investigators prosecutors according campaign
    campaigns camp camps prison prisons
    """,
    "de": """
    aufgrund anhand infolge angesichts hinsichtlich mithilfe zufolge entsprechend
    der die das den dem des ein eine einen einem einer eines kein keine keinen keiner ich du er sie
    es wir ihr ihm ihn ihnen sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres
    unser unsere mein meine dein deine und oder aber denn sondern doch weil dass daß ob wenn als wie
    wo wer was wann warum wieso welche welcher welches dieser diese dieses diesen diesem jener jene
    jenes jeder jede jedes alle allen aller alles viele vielen mehr mehrere einige einigen manche
    andere anderen anderer beide beiden zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
    zwanzig hundert tausend tausende dutzende erst erste ersten zweite dritte letzte letzten nächste
    in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter
    von vom vor wegen während zu zum zur zwischen laut trotz statt nur noch nicht nie niemand nichts
    schon sehr so auch dann da dort hier heute gestern morgen jetzt nun bald damals später zuvor
    danach dabei damit dafür dagegen daher darauf darum davon dazu deshalb trotzdem jedoch außerdem
    zudem inzwischen mittlerweile schließlich zunächst zuletzt bereits immer wieder oft manchmal
    vielleicht ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte
    konnten muss müssen musste soll sollen sollte will wollen wollte darf dürfen durfte sagt sagte
    sagen erklärte berichtet berichtete berichten teilte schrieb schreibt man sich selbst etwa rund
    ungefähr mehr weniger ja nein nachdem bevor obwohl damit seitdem sobald solange anfang ende
    mitte foto bild quelle archivbild kontakt
    mensch menschen leute personen person jahr jahre jahren jahres tag tage tagen woche wochen monat
    monate monaten stunde stunden uhr zeit leben tod haft urteil strafe strafen vorwurf vorwürfe
    folter gewalt familie familien kind kinder kindern land länder heimat welt ort orte haus weg
    wege ende teil teile zahl zahlen grund gründe fall fälle frage fragen antwort antworten wort
    worte brief briefe buch bücher bericht berichte nachricht nachrichten telefon anruf anrufe geld
    arbeit zwangsarbeit ausland pass reisepass visum flucht asyl grenze druck angst hoffnung hilfe
    recht rechte gesetz gesetze staat staaten regierung macht politik krieg frieden kultur sprache
    religion glaube gebet bart kopftuch schleier volk völker minderheit minderheiten gruppe gruppen
    hunderte hunderttausend hunderttausende zehntausende million millionen milliarden prozent
    drohung drohungen verfolgung unterdrückung überwachung verhör verhöre zelle zellen lager opfer
    beweis beweise dokument dokumente foto fotos bilder video videos stimme stimmen aussage aussagen
    treffen besuch reise gespräch gespräche sitzung sprecherin montags abend morgen nacht nachmittag
    sommer winter frühling herbst ehe hochzeit geburt alter körper kopf hand hände augen
    """,
    "nb": """
    en ei et den det de dem han hun hennes hans henne ham vi oss vår våre dere jeg meg min mitt mine
    du deg din ditt dine sin sitt sine deres og eller men for fordi at om hvis når da som enn hva
    hvem hvor hvorfor hvordan hvilken hvilke denne dette disse alle alt mange flere noen noe ingen
    ingenting annen annet andre begge to tre fire fem seks sju syv åtte ni ti tolv tjue hundre tusen
    første andre tredje siste neste i på av til fra med uten ved over under mellom mot gjennom etter
    før siden hos inn ut opp ned om blant ifølge bare også ikke aldri alltid ofte så her der nå
    i-dag
    går snart senere tidligere fortsatt likevel derfor dermed dessuten imidlertid derimot er var
    blir ble blitt har hadde kan kunne må måtte skal skulle vil ville bør sier sa fortalte forteller
    skriver skrev opplyser mener man seg selv minst rundt omtrent ja nei mens etter-at dersom selv
    foto bilde kilde ingen hver hvert både verken enten
    """,
    "es": """
    el la los las un una unos unas lo al del de a ante bajo con contra desde durante en entre hacia
    hasta para por según sin sobre tras y e o u ni pero sino aunque porque pues que quien quienes
    cual cuales cuyo cuya cuando donde como cómo qué quién cuándo dónde por-qué si no sí ya aún
    todavía también tampoco muy más menos mucho mucha muchos muchas poco poca pocos pocas todo toda
    todos todas otro otra otros otras mismo misma cada algún alguno alguna algunos algunas ningún
    ninguno ninguna nadie nada algo alguien este esta estos estas ese esa esos esas aquel aquella
    esto eso yo tú él ella ello nosotros ellos ellas usted ustedes me te se nos le les mi mis tu tus
    su sus nuestro nuestra es son era eran fue fueron ser está están estaba estaban ha han había
    habían hay puede pueden podía debe deben uno dos tres cuatro cinco seis siete ocho nueve diez
    once doce veinte cien ciento mil miles decenas cientos primero primera segundo segunda tercero
    último última ayer hoy mañana ahora entonces luego después antes siempre nunca aquí allí así
    además sin-embargo mientras tanto finalmente actualmente recientemente anteriormente dijo dice
    afirmó explicó añadió contó señaló declaró informó según foto imagen archivo fuente tras solo
    sólo casi quizá quizás tal tales tan tanto pese junto
    """,
    "pl": """
    a i oraz lub albo czy ale lecz jednak więc zatem bo ponieważ gdyż że żeby aby by jeśli jeżeli
    gdy kiedy gdzie jak jaki jaka jakie który która które którzy których kto co czego komu dlaczego
    skąd ten ta to te ci tego tej temu tym tych tymi tamten tamta on ona ono oni one jego jej ich im
    mu go ją nim nią nimi ja ty my wy mnie mi mną nas nam was wam mój moja moje twój nasz nasza swój
    swoja swoje swoją swojego się siebie sobie w we na z ze do od ode dla przez przy po pod nad
    przed za o u między wśród wobec według mimo bez podczas około poza zgodnie nie tak już jeszcze
    tylko także też również nawet bardzo bardziej najbardziej wiele wielu kilka kilku kilkanaście
    kilkudziesięciu wszyscy wszystkie wszystko każdy każda żaden żadna nikt nic ktoś coś inny inna
    inni inne jeden jedna jedno dwa dwie dwóch dwoje trzy trzech cztery pięć sześć siedem osiem
    dziewięć dziesięć sto tysiące tysięcy pierwszy pierwsza drugi druga trzeci ostatni dziś dzisiaj
    wczoraj jutro teraz wtedy potem później wcześniej niedawno obecnie zawsze nigdy często tu tutaj
    tam jest są był była było byli były będzie będą został została zostali ma mają miał miała mieli
    może mogą mógł musi powiedział powiedziała mówi mówił mówiła twierdzi dodał dodała napisał
    poinformował poinformowała zdjęcie fot źródło ponadto tymczasem natomiast choć chociaż dopiero
    """,
    "ru": """
    и а но да или либо что чтобы как когда где куда откуда если хотя потому поэтому так то тот та те
    того той тех этот эта это эти этого этой этих этом он она оно они его её ее их ему ей им них нем
    ней нём я ты мы вы мне меня мной нас нам вас вам мой моя мои твой наш наша наше наши ваш свой
    своя свои своего своей своих себя себе кто чей чья какой какая какие который которая которые
    которых в во на с со к ко из изо от ото до для у за по под над при про о об обо без перед через
    между среди против после около кроме вместо ради согласно благодаря не ни нет уже ещё еще только
    лишь также тоже даже очень более менее много мало несколько многие некоторые все всё весь вся
    всех всем каждый каждая никто ничто ничего кто-то что-то другой другая другие сам сама сами один
    одна одно одни два две двое три трое четыре пять шесть семь восемь девять десять сто тысячи
    первый первая второй вторая третий последний сегодня вчера завтра сейчас теперь тогда потом
    позже ранее раньше недавно всегда никогда часто здесь тут там есть был была было были будет
    будут может могут мог могла можно надо нужно сказал сказала говорит говорят заявил заявила
    сообщил сообщила рассказал рассказала рассказывает отметил добавил добавила пишет по-словам
    фото источник однако впрочем кстати итак вот именно наконец затем причем причём пока хотя
    накануне помимо спустя
    """,
}
OPENERS = {
    language: frozenset(word for one in words.split() for word in fold(one).split())
    for language, words in _WORDS.items()
}


def language_of(words: list[str], told: str) -> str:
    """The language of a text: what was told, else the one whose small words it holds most of."""
    if told[:2] in OPENERS:
        return told[:2]
    if told[:2] in ("no", "nn"):
        return "nb"
    counts = {one: sum(word in known for word in words) for one, known in OPENERS.items()}
    return max(counts, key=counts.get)
