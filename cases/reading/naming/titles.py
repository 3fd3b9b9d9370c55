"""Words that stand before a person's name: forms of address, offices, trades, kin (pure).

Forms of address and kin after the closed lists of each language; offices and trades after ISCO-08
and the words of news, in six languages. Russian, Polish, German, Norwegian and Spanish words are
stems, so that every case, number and sex of them is known.
"""

from config.records.text import fold


def _folded(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(word).replace(" ", "") for word in words.split()))


# With one of these before it a single word is somebody's name.
ADDRESS = frozenset(
    _folded("""
    herrn mr mrs ms miss mx dr prof sir madam lord lady dame herr frau fru sr sra srta señor señora
    señorita don doña pan pani panu panem pana panią господин господина господину господином госпожа
    госпожи госпоже госпожу г-н г-жа г-на г-же г-жу гн гжа гна гже тов
    sheikh shaykh shaikh ayatollah mullah mulla haji hajji imam ustaz ustad hazrat akhund akhun
    mawlawi maulana rabbi pastor rev bishop patriarch pope king queen prince princess emperor
    шейх имам мулла король принц принцесса аятолла хаджи шейха имама муллы
    scheich imam ajatollah könig prinz jeque ayatolá szejk ajatollah król książę sjeik imam
    konge prins
    president premier chancellor chairman chairwoman minister senator governor secretary mayor judge
    general colonel major captain lieutenant sergeant commander professor doctor ambassador
    """)
)
# With one of these before it a run of words is a person's name, and it is itself no part of it.
ROLES = frozenset(
    _folded("""
    president presidents vice deputy prime minister ministers premier chancellor chairman chairwoman
    chairperson chair chief head leader leaders secretary general senator governor mayor judge
    justice prosecutor attorney advocate lawyer lawyers solicitor barrister ambassador ambassadors
    envoy diplomat consul spokesman spokeswoman spokesperson director manager founder cofounder
    co-founder owner editor reporter reporters journalist journalists correspondent photographer
    columnist blogger author writer poet singer musician artist actor actress filmmaker translator
    linguist anthropologist historian economist sociologist geographer folklorist scholar
    academic academics professor professors lecturer teacher teachers student students researcher
    researchers scientist expert experts analyst doctor physician surgeon nurse activist activists
    campaigner campaigners dissident dissidents defender opponent opposition oppositionist
    demonstrator protester protesters detainee detainees prisoner prisoners inmate survivor
    survivors witness witnesses victim victims refugee refugees asylum seeker businessman
    businesswoman entrepreneur farmer farmers herder shepherd driver trader merchant imam imams
    cleric clerics preacher tycoon billionaire politician lawmaker lawmakers congressman
    congresswoman representative rep sen gov lt col gen maj capt sgt commander colonel captain major
    lieutenant sergeant officer officers detective inspector policeman commissioner rapporteur
    member members official officials cadre colleague colleagues friend friends neighbor neighbour
    relative relatives wife husband mother father sister sisters brother brothers son sons daughter
    daughters uncle aunt nephew niece cousin cousins grandfather grandmother grandson granddaughter
    parents couple widow fiance fiancee brother-in-law sister-in-law mother-in-law father-in-law
    son-in-law daughter-in-law stepson stepfather twins man woman men women girl boy youth teenager
    ex former late then current acting interim outgoing comrade citizen national native resident
    party rights human christian muslim ethnic veteran fellow coauthor co-author dictator ruler
    tsar autocrat publisher bookseller photojournalist cameraman producer presenter host anchor
    """)
)
_STEMS = {
    "ru": """
    президент премьер канцлер министр замминистр председател глав секретар генсек сенатор
    депутат губернатор аким мэр суд прокурор следовател адвокат юрист посол посл консул дипломат
    представител пресс-секретар спикер директор основател руководител лидер редактор журналист
    корреспондент фотограф блогер автор писател поэт певец певиц музыкант артист акт режиссёр
    режиссер переводчик лингвист антрополог историк экономист социолог учён учен профессор
    доцент преподавател учител студент исследовател эксперт аналитик политолог синолог китаист
    востоковед доктор врач активист правозащитни диссидент оппозиционер демонстрант протестующ
    задержанн заключённ заключенн осужденн осуждённ арестованн узник свидетел жертв беженц
    беженк предпринимател бизнесмен фермер чабан пастух водител торгов имам мулл священник
    проповедник политик генерал полковник майор капитан лейтенант сержант офицер командующ
    уполномоченн докладчик член чиновник коллег друг друз подруг сосед родственни жен муж мать
    матер мам отец отц пап сестр брат сын дочь дочер дяд тёт тет племянни двоюродн бабушк дедушк
    внук внучк супруг вдов мужчин женщин парен девушк бывш нынешн покойн уроженец уроженк
    гражданин граждан гражданк жител этническ главн первы верховн народн генеральн владел
    родител свекр свекровь золовк зять невестк тесть потомок правнук
    """,
    "pl": """
    prezydent premier kanclerz minister przewodnicząc szef sekretarz senator poseł posłank
    gubernator burmistrz sędzi prokurator adwokat prawni ambasador konsul dyplomat rzeczni
    dyrektor założyciel lider przywódc redaktor dziennikar korespondent fotograf bloger autor
    pisar poet piosenkar śpiewa muzyk artyst aktor reżyser tłumacz językoznaw lingwist
    antropolog history ekonomist socjolog naukow uczon profesor wykładow nauczyciel student bada
    ekspert analityk doktor lekar aktywist działacz obroń dysyden opozycj demonstra protestując
    zatrzyman więzień więźni skazan aresztowan świad ofiar uchodź przedsiębior biznesm rolni
    pasterz kierow handlar imam mułł duchown polity generał pułkowni major kapitan porucznik
    sierżant oficer dowód członk urzędni koleg koleż przyjaci sąsiad krewn żon mąż męż matk
    ojciec ojc siostr brat syn córk wuj ciotk siostrzeni bratan kuzyn babci dziad wnuk wnucz
    małżon wdow mężczyzn kobiet chłop dziewczyn były była obecn zmarł obywatel mieszkan rodak
    sprawozdawc
    rodzic teść teściow zięć synow szwagi antropoloż biegacz uczest
    """,
    "de": """
    kritiker gegner präsident premier kanzler minister vorsitzend chef sekretär generalsekretär
    senator
    abgeordnet gouverneur bürgermeister richter staatsanwalt anwalt anwält rechtsanwalt
    rechtsanwält botschafter konsul diplomat sprecher direktor gründer leiter anführer führer
    redakteur journalist reporter korrespondent fotograf blogger autor schriftsteller dichter
    sänger musiker künstler schauspieler regisseur übersetzer sprachwissenschaft linguist
    anthropolog ethnolog historiker ökonom wirtschaftswissenschaft soziolog wissenschaft
    forscher professor dozent lehrer student experte expertin experten analyst doktor arzt
    ärztin aktivist menschenrechtler bürgerrechtler dissident opposition demonstrant häftling
    gefangene insass zeuge zeugin opfer überlebend flüchtling unternehmer geschäftsmann
    geschäftsfrau bauer hirte fahrer händler imam geistlich politiker general oberst major
    hauptmann leutnant offizier kommandeur mitglied beamt kolleg freund nachbar verwandt
    angehörig frau ehefrau mann ehemann mutter vater schwester bruder brüder sohn söhne tochter
    töchter onkel tante neffe nichte cousin cousine vetter großvater großmutter enkel witwe
    junge mädchen landsmann ex-präsident staatschef parteichef außenminister
    regierungschef kreml-chef menschenrechtsanwält menschenrechtsanwalt menschenrechtsaktivist
    verleger parteisekretär statthalter machthaber sonderberichterstatter student sinolog
    blogger kulturwissenschaft
    verteidiger eltern stiefvater stiefmutter schwiegersohn schwiegertochter schwager häftling
    aussteiger
    """,
    "nb": """
    presidenten statsminister kansler minister utenriksminister leder partileder partisekretær
    sekretær senator guvernør ordfører dommer aktor advokat forsvarer ambassadør konsul diplomat
    talskvinne talsmann talsperson direktør grunnlegger redaktør journalist korrespondent
    fotograf blogger forfatter dikter poet sanger musiker kunstner skuespiller regissør
    oversetter språkforsker antropolog historiker økonom sosiolog forsker professor lærer
    student ekspert analytiker doktor lege aktivist menneskerettighetsforkjemper dissident
    opposisjons demonstrant fange innsatt vitne offer flyktning forretningsmann bonde gjeter
    sjåfør imam politiker general oberst major kaptein løytnant offiser medlem tjenestemann
    kollega venn nabo slektning kone kona ektemann mann mannen mor moren far faren søster
    søsteren bror broren sønn sønnen datter datteren onkel tante nevø niese fetter kusine
    bestefar bestemor enke kvinne jente gutt borger tidligere lingvist
    foreldre svigerfar svigermor svigersønn svoger statsviter generalsekretær
    """,
    "es": """
    presidente presidenta primer ministro ministra canciller secretario secretaria senador
    diputado gobernador alcalde juez jueza fiscal abogado abogada embajador cónsul diplomático
    portavoz director directora fundador líder dirigente jefe redactor periodista corresponsal
    fotógrafo bloguero autor autora escritor poeta cantante músico artista actor actriz cineasta
    traductor lingüista antropólog historiador economista sociólog académic científic
    investigador profesor maestro estudiante experto experta analista doctor doctora médic
    activista defensor disidente opositor manifestante detenid pres prisioner reclus testigo
    víctima superviviente refugiad empresari agricultor pastor conductor comerciante imán
    clérigo político general coronel mayor capitán teniente oficial comandante miembro
    funcionari colega amig vecin familiar esposa esposo marido mujer madre padre hermana hermano
    hermanas hermanos hijo hija hijos hijas tío tía sobrino sobrina primo prima abuelo abuela
    nieto nieta viuda hombre chica chico ciudadan exministr expresident relator relatora
    padres suegro suegra yerno nuera cuñad pintor pintora bloguer poeta cineast
    """,
}
ROLE_STEMS = {language: frozenset(_folded(words)) for language, words in _STEMS.items()}
# Offices before which a surname stands alone, by stem where words change their ends.
HIGH = frozenset(
    _folded("""
    президент премьер министр генерал посол секретарь prezydent premier minister ministr ambasador
    präsident kanzler botschafter presidente ministro embajador presidenten statsminister
    utenriksminister ambassadør
    """)
)
# Kin words: a single word after one of them is a name.
KIN = frozenset(
    _folded("""
    wife husband mother father sister brother son daughter uncle aunt nephew niece cousin
    grandfather grandmother grandson granddaughter friend colleague neighbor neighbour
    жена жены жене жену женой муж мужа мужу мужем мать матери отец отца отцу сестра сестры сестре
    сестру сестрой брат брата брату братом сын сына сыну сыном дочь дочери дочерью дядя тётя тетя
    племянник племянница супруг супруга супругу
    synek synka córeczka barna children sons daughters brothers sisters дети детей сыновья дочери
    dzieci synowie córki kinder söhne töchter sønnene døtrene sønner døtre hijos hijas hermanos
    hermanas żona żony żonie żonę mąż męża mężem matka matki ojciec ojca siostra siostry
    siostrę siostrze
    brat brata bratu bratem syn syna synowi córka córki córkę córce wujek ciotka kuzyn
    ehefrau frau mann ehemann mutter vater schwester bruder sohn tochter onkel tante neffe nichte
    kone kona ektemann ektemannen mann mannen mor moren far faren søster søsteren bror broren sønn
    sønnen datter datteren onkel tante nevø niese
    esposa esposo marido mujer madre padre hermana hermano hijo hija tío tía sobrino sobrina primo
    prima abuelo abuela
    """)
)
# After these a name follows: "a woman named".
NAMED = frozenset(
    _folded("""
    named called nicknamed aka surnamed
    имени зовут звали зовется назвался прозвищу
    namens genannt heißt hieß
    kalle kaller kalt navn heter het kalt ved-navn
    llamado llamada llamados llamadas llamaba llama nombre apodado
    imieniem imieniu nazwisku zwany zwana
    """)
)
# Two words after which another name of the same person follows: "known as".
KNOWN = frozenset(
    _folded("""
    known bekannt kjent kjend conocido conocida znany znana znanego znanej известный известная
    известного известной
    """)
)
# Two words after which an official tells a name: "gave his surname as", "identified himself as".
GIVEN = frozenset("surname name himself herself".split())
KNOWN_AS = frozenset(_folded("as als som como jako как"))
