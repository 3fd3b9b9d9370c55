"""Places and peoples as news names them, in six languages (pure).

Countries, months, days, and the cities of the time zones: Unicode CLDR, by Babel. Regions and
towns:
GB/T 2260 (China) and ISO 3166-2 (Kazakhstan, Kyrgyzstan, Russia), as the press spells them.
"""

import re
from functools import lru_cache

from babel import Locale

from cases.reading.naming.forms import folded, stem

_TOWNS = """
Beijing Peking Pekin Shanghai Guangzhou Shenzhen Tianjin Chongqing Chengdu Wuhan Xian Lanzhou Xining
Yinchuan Hohhot Lhasa Kunming Nanjing Hangzhou Xiamen Fuzhou Harbin Dalian Qingdao Zhengzhou Hainan
Henan Hebei Hubei Hunan Gansu Qinghai Ningxia Shaanxi Shanxi Shandong Sichuan Yunnan Guizhou Guangxi
Guangdong Fujian Jiangsu Jiangxi Zhejiang Anhui Jilin Liaoning Heilongjiang Tibet Taiwan Macau
Linxia
Xinjiang Sinkiang Xinjian Sincan Xinyang Sinjiang Sinciang Sinciango XUAR Sinkiangu Xinjiangu
Sin-ciang Kaszgar Kaszgaria Urumczi Xinjiangs Chotan Aksu Jarkend Karamaj Turfan Kuldża Tarbagataj
Urumqi Urumchi Ürümqi Wulumuqi Ürümchi Kashgar Kashi Qeshqer Kaschgar Kasjgar Hotan Khotan Hetian
Xoten
Yarkand Yarkant Yeken Shache Aksu Akesu Aqsu Turpan Turfan Tulufan Hami Kumul Qumul Ili Yili Ghulja
Gulja Ghuljia Yining Kuldja Korla Kuerle Kucha Kuqa Artush Atush Atushi Artux Kizilsu Karamay
Qaramay Kelamayi Changji Sanji Shihezi Tacheng Chuguchak Tarbaghatay Tarbagatay Altay Altai Aletai
Bortala Bole Bayingolin Bayingol Karakax Qaraqash Moyu Lop Luopu Keriya Yutian Niya Minfeng Guma
Pishan
Chira Qira Poskam Zepu Kargilik Qaghiliq Yecheng Makit Mekit Yopurga Peyzawat Payzawat Jiashi
Maralbeshi
Maralbexi Bachu Yengisar Yengishehir Tashkurgan Taxkorgan Akto Aketao Ulugchat Wuqia Akqi Uchturpan
Wushi
Awat Kalpin Kelpin Toksu Xinhe Shayar Xayar Bay Baicheng Dabancheng Toksun Pichan Shanshan Manas
Wusu
Shawan Emin Dorbiljin Yumin Toli Tuoli Hoboksar Tekes Nilka Nilqi Kunes Künes Xinyuan Tokkuztara
Gongliu Mongolkure Monggulküre Zhaosu Korgas Khorgos Horgos Qapqal Burqin Fuyun Koktokay Fuhai
Habahe
Qinghe Jeminay Jimunai Barkol Mori Qitai Guchung Jimsar Fukang Hutubi Kuytun Kuitun Lukqun Tarim
Dzungaria
Jungar Ruoqiang Charkhlik Cherchen Qiemo Bugur Luntai Lopnur Yuli Hejing Hoxud
Turkestan Turkistan Uyghurstan Türkistan Ostturkestan Øst-Turkestan Wschodniturkiestan Altishahr
Almaty Alma-Ata Astana Nur-Sultan Shymkent Taraz Aktobe Aqtobe Aktau Atyrau Oral Uralsk Kostanay
Pavlodar Karaganda Qaraghandy Karagandy Semey Semipalatinsk Oskemen Zharkent Taldykorgan Kokshetau
Petropavl Kyzylorda Zhanaozen Turkistan Ekibastuz Zaisan Zaysan Uzynagash Talgar Kaskelen Khorgas
Konaev
Zhetysu Akmola Mangystau Mangistau Zhambyl Ulytau Abay Kegen Panfilov Bishkek Osh Jalal-Abad
Jalalabad
Naryn Karakol Talas Batken Tokmok Issyk-Kul Ysyk-Köl Chuy Chui Tashkent Samarkand Bukhara Nukus
Andijan
Fergana Ferghana Namangan Karakalpakstan Dushanbe Khujand Khorog Badakhshan Ashgabat Kabul Islamabad
Lahore Karachi Delhi Kathmandu Bangkok Hanoi Seoul Tokyo Osaka Kyoto Singapore Jakarta Manila
Ulaanbaatar
Ankara Istanbul Izmir Kayseri Zeytinburnu Sefakoy Tehran Qom Mashhad Isfahan Shiraz Tabriz Evin
Rasht
Riyadh Jeddah Mecca Medina Doha Dubai Abu-Dhabi Cairo Alexandria Casablanca Rabat Amman Beirut
Damascus
Baghdad Aleppo Jerusalem Gaza Moscow Petersburg Saint-Petersburg Kazan Ufa Omsk Tomsk Novosibirsk
Yekaterinburg Ekaterinburg Samara Siberia Chechnya Chechenia Dagestan Tatarstan Bashkortostan
Bashkiria
Grozny Magadan Yakutia Yamal Kharp Vladimir-region Crimea Donbas Kyiv Kiev Kharkiv Lviv Odesa Odessa
Minsk Tbilisi Yerevan Baku Nagorno-Karabakh London Paris Berlin Munich München Hamburg Frankfurt
Vienna
Wien Zurich Zürich Geneva Genf Genève Brussels Amsterdam Hague Copenhagen Oslo Bergen Trondheim
Stavanger
Stockholm Helsinki Warsaw Prague Budapest Madrid Barcelona Lisbon Rome Milan Athens Washington
Virginia
California Texas Boston Chicago Houston Philadelphia Maryland Ottawa Toronto Vancouver Montreal
Canberra
Sydney Melbourne Adelaide Auckland Mexico Havana Caracas Bogota Lima Santiago Strasbourg
Mediterranean
Europe Asia Africa America Americas Oceania Eurasia Balkans Caucasus Scandinavia Guantanamo
Tiananmen
Zhongnanhai Pamir Pamirs Himalaya Gobi Taklamakan Taklimakan Tianshan Caspian Kremlin Hormuz
Westminster
Пекин Шанхай Гуанчжоу Синьцзян СУАР Тибет Тайвань Урумчи Кашгар Хотан Яркенд Аксу Турфан Хами Кумул
Или
Кульджа Инин Корла Куча Артуш Кызылсу Карамай Чанцзи Шихэцзы Тачэн Чугучак Тарбагатай Алтай
Боро-Тала
Текес Нилки Кунес Хоргос Чапчал Туркестан Алматы Алма-Ата Астана Нур-Султан Шымкент Тараз Актобе
Актау
Атырау Уральск Костанай Павлодар Караганда Семей Усть-Каменогорск Жаркент Талдыкорган Кокшетау
Петропавловск Кызылорда Жанаозен Экибастуз Зайсан Узынагаш Талгар Каскелен Бишкек Ош Джалал-Абад
Нарын
Каракол Талас Баткен Токмок Иссык-Куль Ташкент Самарканд Бухара Нукус Андижан Фергана Наманган
Каракалпакстан Душанбе Худжанд Хорог Ашхабад Кабул Исламабад Стамбул Анкара Тегеран Мекка Медина
Эр-Рияд Москва Петербург Санкт-Петербург Казань Уфа Омск Томск Новосибирск Екатеринбург Самара
Сибирь
Чечня Дагестан Татарстан Башкортостан Крым Донбасс Киев Минск Лондон Париж Берлин Вена Женева
Брюссель
Вашингтон Европа Азия Африка Америка Евразия Кавказ Памир Кремль Запад Восток Гонконг Макао Ганьсу
Цинхай Нинся Сычуань Юньнань Хэнань Хубэй Хайнань Гуандун Чунцин Тяньцзинь Чэнду Ухань Ланьчжоу
Moskau Moskwa Moskva Moskou Moscú Kreml Peking Schanghai Hongkong Kanton Taschkent Duschanbe
Aschgabat
Bischkek Biszkek Ałmaty Taszkent Astanie Duszanbe Aszchabad Stambuł Estambul Teheran Teherán
Warschau Warszawa Kraków
Londyn Londres Bruksela Bruselas Brüssel Genewa Ginebra Wiedeń Viena Praga Prag Paryż Waszyngton
Kijów
Rom Ateny Mekka La-Meca Riad Rijad Kair Kairo Kasachstan Sibirien Syberia Tschetschenien Krim Krym
Tatarstan Europa Asien Azja Asia Afrika Afryka América Eurasien Kaukasus Kaukaz Zentralasien
Sentral-Asia
Pekín Cantón Sinkiang Tíbet Turquestán Turkiestan Kasjgar Sinkiang Singapur Tajwan
"""
_TWO = """
New York; Los Angeles; San Francisco; Hong Kong; Abu Dhabi; Kuala Lumpur; New Delhi; Saint
Petersburg;
St Petersburg; Tian Shan; Kyzyl Suu; Kizil Su; Ust Kamenogorsk; Nur Sultan; Alma Ata; Jalal Abad;
Issyk Kul; Middle East; Far East; Silk Road; Nur Otan; Ak Orda; Great Britain; Central Asia; Inner
Mongolia; Nueva York; Reino Unido; Estados Unidos; Arabia Saudí; Oriente Medio; Asia Central; Nowy
Jork;
Hongkong; Arabia Saudyjska; Azja Środkowa; Stany Zjednoczone; Wielka Brytania; Azja Centralna; Нью
Йорк;
Усть Каменогорск; Средняя Азия; Центральная Азия; Великая Стена; Тянь Шань; Абу Даби; Куала Лумпур;
Addis
Ababa; Buenos Aires; Sao Paulo; Rio de Janeiro; Mongolkure; Tel Aviv; Sri Lanka; Costa Rica; Puerto
Rico;
Sierra Leone; El Salvador; Burkina Faso; Phnom Penh; Ho Chi Minh City; Guantanamo Bay; Capitol Hill
"""
# Stems; what may follow them is an ending.
_PEOPLES = """
uyghur uighur uygur uigur ujgur wigur уйгур kazakh kazak qazaq kasach kasakh kazach kazaj казах
казак
қазақ kyrgyz kirghiz kirgiz kirgis kirgui kirgus кыргыз киргиз hui dungan dungane дунган хуэй han
ханьц ханьск tatar татар uzbek usbek usbekisk uzbec узбек tajik tadjik tadschik tadżyk tadzyk tayik
таджик turkmen turkmenisk туркмен karakalpak karakałpa каракалпак mongol mongoł монгол tibetan
tibetisch tibetansk tybeta tibetano тибет chin chines chino chinos china chinas chinczy chinsk kines
kinesisk kitajsk китай китайск китаян russian russo russ russisch russisk ruso rusa rosjan rosyj
русск
российск россиян turk turkish turkisch tyrk tyrkisk turec turco turca turk turc турец турк turkic
тюрк
тюркск iranian iranisch iransk irani iran iransk иранск иранц persian persisch persisk perski персид
saudi saudita saudisk saudyj саудовск arab arabisch arabisk arabski араб arabe afghan afgan афган
pakistani
pakistan indian indyj indisch indisk индийск american amerikan amerykan estadounidens американ
british
brit brytyj britan британск english angielsk englisch engelsk ingles английск german deutsch tysk
niemiec
niemc alem немец немц germano french franzos fransk francus frances франц italian italien italiano
spanish
spansk spansk hiszpan espanol испан norwegian norweg norsk norveg норвеж swedish schwed svensk szwed
suec
шведск danish dansk dun dutch holend niederland nederlandsk golland polish poln polsk polac pola
polon
польск polak ukrain ukrainian ukrajin украин belarus bialorus belaruss белорус georgian gruz грузин
armenian ormian armen армян azerbaijani azer азербайджан jewish jud zyd еврей israeli izrael израил
japanese japan japon японск korean korea корейск vietnam vietnamese egyptian egipsk egypt египет
syrian
syr сирий canadian kanad канад australian austral австрал european europe european europaisch
europej
europeisk европейск asian asiat азиат african afrik western sovetsk sowiet sowjet soviet sovjet
совет
muslim moslem muzulman musulman мусульман christian christ chrzesc kristen христиан hindu buddhist
buddyst
islamist islamic islamisk исламск sunni shia kurd kurdisch курд chechen tschetschen czeczen чечен
crimean balkar bashkir baszkir башкир thai taiwanese taiwan laotian malay indonesian uygh
central-asian
swiss schweizer szwajcar швейцар austrian czech tschech czesk чешск hungarian ungar wegier
"""
# What may follow them: the endings of nouns and adjectives of peoples.
_ENDING = re.compile(
    r"(?:s|es|e|n|en|er|ern|em|in|innen|a|as|o|os|i|y|u|ow|om|ami|ach|ie|ia|ego|emu|ej|ish|ese|ic|ian|"
    r"ians|an|ans|stani|stanis|ense|enses|eco|ni|isch\w{0,2}|sch\w{0,2}|isk\w?|sk\w?|ere|erne|ene|ane|"
    r"(?:i|ij|n|en|an|j)?(?:czyk|czyc|czyn|sk|k|cz|nin|anin|c)(?:a|ą|ę|i|iego|iej|im|ie|o|om|ow|owi|"
    r"iem|ami|ach|u|y|ek|ka|ki|kę|ko|ką|kom)?|"
    r"(?:ан|ян|ин|н)?(?:к|ц|ск|ин|ец|ок|ы|ов|е)(?:а|и|е|у|ой|ам|ами|ах|ий|ая|ое|ие|ого|ому|им|их|ими|"
    r"ую|ом|ем|ев|ы|ей|ин)?|[аеиуыоё]|ов|ам|ами|ах|ом|ой|ский|ань|ане|ан)"
)


def _zone_cities(locale: Locale) -> set[str]:
    named = (zone.get("city", "") for zone in locale.time_zones.values())
    return {name for name in named if isinstance(name, str)}


@lru_cache(maxsize=8)
def _known(language: str) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """Stems of places of one word; and places of several, each as its words' stems."""
    locale, english = Locale(language), Locale("en")
    names = set(_TOWNS.split()) | {one.strip() for one in _TWO.replace("\n", " ").split(";")}
    for one in (locale, english):
        names |= set(one.territories.values()) | _zone_cities(one)
    phrases = {tuple(stem(folded(word), language) for word in name.split()) for name in names}
    ones = {one[0] for one in phrases if len(one) == 1 and len(one[0]) > 1}
    ones -= _joined(language) - {
        stem(folded(name), language) for name in names if not {"-", " "} & set(name)
    }
    return frozenset(ones), frozenset(one for one in phrases if 1 < len(one) < 6)


@lru_cache(maxsize=8)
def _joined(language: str) -> frozenset[str]:
    """Stems of places whose name has a hyphen."""
    locale = Locale(language)
    names = {*_TOWNS.split(), *locale.territories.values(), *_zone_cities(locale)}
    return frozenset(stem(folded(name), language) for name in names if "-" in name)


@lru_cache(maxsize=8)
def _calendar(language: str) -> frozenset[str]:
    locale = Locale(language)
    forms = [locale.months, locale.days]
    words = [w for one in forms for use in one.values() for w in use["wide"].values()]
    words += [w for use in locale.months.values() for w in use["abbreviated"].values()]
    return frozenset(folded(word) for word in words)


@lru_cache(maxsize=50_000)
def is_place(key: str, text: str, language: str) -> bool:
    """Whether a word is a place's name, in whatever case; Nur-Sultan is one, Nursultan is not."""
    names = _joined(language) if "-" in text else _known(language)[0]
    return stem(key, language) in names


@lru_cache(maxsize=8)
def places_of_several(language: str) -> dict[str, frozenset[tuple[str, ...]]]:
    """Names of places of two words and more, as stems, by the first of them."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in _known(language)[1]:
        found.setdefault(phrase[0], set()).add(phrase)
    return {first: frozenset(phrases) for first, phrases in found.items()}


def is_of_the_calendar(key: str, language: str) -> bool:
    """Whether a folded word is a month or a day of the week."""
    return key in _calendar(language)


_PEOPLE_STEMS = frozenset(folded(word) for word in _PEOPLES.split())


_ENGLISH = re.compile(r"s|es|i|is|ic|ish|ese|an|ans|ian|ians|er|ers|stani|stanis|ness")


@lru_cache(maxsize=50_000)
def is_people(key: str, language: str) -> bool:
    """Whether a folded word is a people, one of it, or its adjective."""
    ending = _ENGLISH if language == "en" else _ENDING
    return key in _PEOPLE_STEMS or any(
        key[:size] in _PEOPLE_STEMS and ending.fullmatch(key[size:]) for size in range(3, len(key))
    )


def is_surely_people(key: str) -> bool:
    """Whether a folded word is a people's name as such, without an ending or with a plural's."""
    return key in _PEOPLE_STEMS or key.removesuffix("s") in _PEOPLE_STEMS
