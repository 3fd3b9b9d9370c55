"""Words that name bodies, things and kinds of place, and are nobody's name (pure).

Kinds of organisation and of place after Wikidata's classes of each (Q43229, Q56061), with the words
that their names are made of, in six languages. Russian, Polish and German words are stems.
"""

from config.records.text import fold


def _folded(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(word).replace(" ", "") for word in words.split()))


# A name that ends with one of these, or opens with one in other languages, is nobody's.
BODIES = frozenset(
    _folded("""
    party committee ministry university college institute foundation organization organisation
    association union council congress parliament assembly senate commission agency bureau office
    department directorate administration authority government court tribunal police army force
    forces service services corps guard company corporation group holding bank fund center centre
    academy school hospital clinic mosque church temple museum library theatre theater hotel
    restaurant market square monument press news agency times post daily gazette tribune herald
    journal magazine radio television tv broadcasting network channel media newspaper weekly watch
    initiative project program programme campaign movement front league society federation
    confederation alliance coalition forum club team database archive archives register registry
    consulate embassy mission secretariat board chamber trust charity institution consortium
    live brigade battalion regiment militia detachment headquarters summit conference convention
    treaty
    act law code constitution award prize medal order plan strategy policy road belt war revolution
    massacre uprising riots incident festival day games olympics cup airport station port bridge
    railway highway dam street avenue boulevard lane prison jail camp camps penitentiary colony
    facility complex factory plant mill mall zone park garden province prefecture county district
    region city town township village municipality oblast raion rayon republic kingdom emirate
    state states federation territory island islands peninsula mountain mountains river lake sea
    ocean gulf bay valley desert basin plateau steppe pass border checkpoint area neighborhood
    neighbourhood hamlet subdistrict banner house palace hall tower building strait
    rapporteurs thought dream studies
    """)
)
# Words within the names of bodies, and other words written with a capital.
PARTS = frozenset(
    _folded("""
    human rights communist democratic republican national international world global european asian
    central autonomous united nations people peoples public security state internal external foreign
    affairs interior justice defense defence education culture health labor labour religious ethnic
    religion islamic muslim christian catholic buddhist orthodox free freedom liberty liberation
    independence justice peace democracy amnesty reporters borders journalists writers lawyers
    scholars women youth students workers teachers children victims prisoners political general
    supreme high higher superior regional district provincial municipal federal local special
    military civil criminal administrative northern southern eastern western north south east west
    northeast northwest southeast southwest upper lower greater new old great royal imperial red
    black white green blue golden yellow associated voice truth standard chronicle observer guardian
    independent economist globe mail diplomat crescent cross star sun moon morning evening sunday
    production construction development strategic studies research science sciences technology
    legal aid relief support defenders defence protection transformation training vocational skills
    reeducation re-education correctional detention internment immigration migration custom customs
    intelligence counterterrorism anti terrorism extremism war cold cultural revolution one two
    three first second third working social economic trade commerce industry finance agriculture
    environment energy oil gas power light silk belt road great wall islam quran koran bible torah
    ramadan eid nowruz nauryz hajj sharia salafi wahhabi sunni shia shiite sufi jihad mandarin
    internet facebook twitter instagram telegram whatsapp wechat weibo youtube tiktok douyin google
    yahoo google apple microsoft huawei hikvision dahua zoom skype linkedin reddit wikipedia
    covid coronavirus article articles section paragraph chapter rule resolution no number nr year
    strike hard family becoming campaign belt sharp eye eyes integrated joint operations platform
    cross turkic east turkestan turkistan turkestani uyghurstan homeland fatherland motherland
    nation genocide holocaust getty images image industrial financial the and of for bitter nobel
    special envoy general deputy chief assistant acting senior
    junior vice staff writer writers editor english russian version kremlin xinhua tass interfax
    reuters bloomberg novosti euronews azattyk azattyq ozodlik azatlyk ozodi vlast fergana cnn
    bbc afp dpa nrk vg tv2 aftenposten dagbladet spiegel zeit welt sueddeutsche süddeutsche
    tagesschau deutsche welle mundo pais país razon razón vanguardia gazeta wyborcza rzeczpospolita
    polskie polska onet kommersant novaya izvestia meduza mediazona memorial ovd info le monde
    figaro times washington post wall wire service services copyright
    reading grand bazaar gate story hizb tahrir jamaat jamaah tablighi falun hamas taliban hezbollah
    qaeda
    all additional blog update breaking live opinion analysis exclusive feature interview profile
    """)
)
# Their stems where words change their ends, or are put together, in languages other than English.
_STEMS = {
    "ru": """
    парти комитет министерств университет институт фонд организаци ассоциаци союз совет конгресс
    парламент сенат комисси агентств бюро департамент управлени администраци правительств суд
    полици арми служб компани корпораци групп банк центр академи школ больниц мечет музе театр
    гостиниц рынок площад газет журнал радио телеканал канал движени фронт лиг обществ федераци
    коалици форум клуб консульств посольств палат прокуратур тюрьм колони лагер изолятор област
    район уезд округ город посёлок поселок сел деревн аул республик королевств провинци
    префектур автономн народн национальн международн верховн областн районн городск
    государственн федеральн региональн независим демократическ коммунистическ мусульманск
    исламск комитет коран ислам рамадан кремл мемориал азаттык интернет правозащитн издани сайт
    проспект улиц мост завод фабрик озер рек гор пустын остров полуостров пустын северн южн
    восточн западн центральн больш генеральн консул спецприемник сизо увд мвд кнб мид фсб снг
    синьцзян телеграм фейсбук конституци кодекс статья конвенци премия институт чрезвычайн
    полномочн европейск азиатск всемирн приз орден
    приз орден войн договор закон премия настоящ врем свобод
    вотч амнисти
    """,
    "pl": """
    partia komitet ministerstw uniwersytet instytut fundacj organizacj stowarzyszeni uni rad
    kongres parlament senat komisj agencj biur urzad departament rzad sad policj armi sluzb
    spolk grup bank centrum akademi szkol szpital meczet muze teatr rynek plac gazet dziennik
    radi telewizj kanal ruch front lig towarzystw federacj koalicj forum klub konsulat ambasad
    izb prokuratur wiezieni kolon oboz areszt obwod rejon powiat okreg miast wies osiedl
    republik krolestw prowincj prefektur autonomiczn ludow narodow miedzynarodow najwyzsz
    panstwow federaln regionaln niezalezn demokratyczn komunistyczn muzulmansk islamsk
    wojewodztw ulic pustyni jezior rzek polnocn poludniow wschodn zachodn centraln koran ramadan
    praw czlowiek swiatow europejsk nagrod medal wojn swiatow konstytucj traktat konwencj ustaw
    kodeks
    nagrod medal wojn konstytucj traktat konwencj ustaw kodeks ksiazk
    wielk jedwabn szlak
    """,
    "es": """
    partido comite ministerio universidad instituto fundacion organizacion asociacion union
    consejo congreso parlamento senado comision agencia oficina departamento administracion
    gobierno corte tribunal policia ejercito servicio compania empresa grupo banco centro
    academia escuela hospital mezquita museo teatro mercado plaza diario periodico revista radio
    television canal movimiento frente liga sociedad federacion coalicion foro consulado
    embajada camara fiscalia prision carcel campo colonia centro provincia prefectura condado
    distrito region ciudad pueblo aldea republica reino autonoma autonomo nacional internacional
    supremo estado estatal federal derechos humanos comunista democratico islamico musulman
    relator naciones unidas exteriores asuntos amnistia observatorio libertad justicia popular
    norte sur oriental occidental central corán ramadán calle avenida desierto lago rio premio
    paz medalla
    guerra mundial segunda primera historia plan año nuevo libro ley codigo paz medalla
    """,
    "de": """
    partei komitee ministerium universitat institut stiftung organisation verein verband union
    rat kongress parlament senat kommission agentur buro amt behorde regierung gericht polizei
    armee dienst unternehmen konzern gruppe bank zentrum akademie schule krankenhaus moschee
    museum theater zeitung zeitschrift radio sender bewegung front liga gesellschaft bundnis
    forum klub konsulat botschaft kammer staatsanwaltschaft gefangnis kolonie lager provinz
    prafektur kreis bezirk region stadt dorf gemeinde republik konigreich gebiet menschenrecht
    autonom national international oberst staatlich volksrepublik kommunistisch demokratisch
    weltkongress bundestag bundesregierung auswartig strasse platz fluss see wuste insel koran
    islam ramadan preis friedenspreis krieg weltkrieg konvention gesetz buch
    preis friedenspreis krieg weltkrieg konvention gesetz
    """,
    "nb": """
    partiet komiteen departement universitet instituttet stiftelse organisasjon forening forbund
    unionen radet kongressen tinget storting kommisjon byra kontor regjering domstol rett politi
    haren tjeneste selskap gruppe senter akademi skole sykehus moske avis bevegelse fronten
    ligaen konsulat ambassad fengsel koloni leir provins prefektur fylke distrikt region by
    landsby kommune republikk kongedomme omrade menneskerettighet autonom nasjonal internasjonal
    hoyesterett tingrett lagmannsrett utenriksdepartement folkerepublikk kommunistparti nord sor
    ost vest prisen pris krig krigen verdenskrig bibliotek bystyre
    prisen pris krig krigen verdenskrig bibliotek bystyre
    """,
}
STEMS = {language: frozenset(_folded(words)) for language, words in _STEMS.items()}
# Lower-case words before a name which tell that it is a body's or a place's, not a person's.
NOT_OF_PEOPLE = frozenset(
    _folded("""
    book film movie novel song play documentary story книга книги книге фильм фильма роман песня
    buch film roman boken filmen libro película novela książka książki książce filmu powieść
    group organization organisation movement party company newspaper agency website portal magazine
    channel ngo village town city county prefecture province district region river lake street
    prison camp university institute school mosque network outlet firm hotel restaurant factory
    foundation project program campaign app platform program operation ship village
    группа группы группе организация организации организацией движение движения движении партия
    партии компания компании газета газеты газете агентство агентства портал портала издание издания
    сайт сайта телеканал телеканала город города городе село села селе деревня деревни деревне
    посёлок поселке посёлке район района районе область области уезд уезда уезде улица улице фонд
    фонда им река озеро
    gruppe organisation bewegung partei firma zeitung stadt dorf kreis provinz region
    gruppen organisasjonen bevegelsen partiet selskapet avisen byen landsbyen fylket provinsen
    grupo organización movimiento partido empresa periódico diario agencia portal ciudad pueblo
    aldea condado prefectura provincia distrito región calle fundación oenegé ong
    grupa grupy organizacja organizacji ruch ruchu partia partii firma firmy gazeta gazety agencja
    agencji portal portalu miasto miasta mieście wieś wsi powiat powiatu powiecie prowincja
    prowincji ulica ulicy rejon rejonie fundacja fundacji imienia
    """)
)
# Lower-case words after a name which tell that it is a place's or a body's.
PLACE_AFTER = frozenset(
    _folded("""
    county prefecture province district region city town township village municipality oblast river
    lake mountains desert valley basin prison camp airport street market neighborhood neighbourhood
    area border university institute newspaper agency group movement party company database
    prefektur fylke provins distrikt fengsel bezirk provinz
    """)
)
