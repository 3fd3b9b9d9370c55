"""Names of countries, regions and towns that articles about the register's people name (pure).

Countries: short names of ISO 3166-1. Xinjiang: names of GB/T 2260 in pinyin, and the Uyghur and
Kazakh names beside them. Kazakhstan and Kyrgyzstan: the regions of ISO 3166-2 and larger towns.
"""

COUNTRIES = """
Afghanistan, Albania, Algeria, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain,
Bangladesh, Belarus, Belgium, Bosnia and Herzegovina, Brazil, Bulgaria, Cambodia, Canada, Chile,
China, Colombia, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark, Egypt, Estonia,
Ethiopia, Finland, France, Georgia, Germany, Ghana, Greece, Great Britain, Hungary, Iceland,
India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Japan, Jordan, Kazakhstan, Kenya, Kosovo,
Kuwait, Kyrgyzstan, Kirghizia, Laos, Latvia, Lebanon, Libya, Lithuania, Luxembourg, Malaysia,
Maldives, Mexico, Moldova, Mongolia, Morocco, Myanmar, Nepal, Netherlands, New Zealand, Nigeria,
North Korea, Norway, Oman, Pakistan, Palestine, Peru, Philippines, Poland, Portugal, Qatar,
Romania, Russia, Saudi Arabia, Serbia, Singapore, Slovakia, Slovenia, South Africa, South Korea,
Spain, Sri Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Thailand, Tunisia,
Turkey, Türkiye, Turkmenistan, Ukraine, United Arab Emirates, UAE, United Kingdom, UK, U.K.,
England, Scotland, United States, U.S., USA, US, United States of America, Uzbekistan, Venezuela,
Vietnam, Yemen, PRC, Soviet Union, USSR
"""

# Xinjiang: the region, its prefectures, its counties and cities.
XINJIANG = """
Xinjiang, Xinjiang Uyghur Autonomous Region, Xinjiang Uygur Autonomous Region, Xinjiang Uighur
Autonomous Region, Xinjiang Province, XUAR, East Turkestan, East Turkistan, Eastern Turkestan,
Xinjiang region, Sinkiang, Altay, Altai, Aksu, Akesu, Aqsu, Artush, Artux, Atush, Atushi,
Bayingolin, Bayingol, Bayinguoleng, Bortala, Börtala, Boertala, Changji, Sanji, Dabancheng, Hami,
Kumul, Qumul, Hotan, Hetian, Khotan, Hoten, Ili, Yili, Ghulja, Gulja, Yining, Kulja, Karamay,
Kelamayi, Qaramay, Kashgar, Kashi, Qeshqer, Kizilsu, Kyzyl-Suu, Kezilesu, Qizilsu, Tacheng,
Tarbagatay, Tarbaghatay, Chuguchak, Qoqek, Turpan, Tulufan, Turfan, Urumqi, Urumchi, Ürümqi,
Wulumuqi, Shihezi, Aral, Alar, Tumshuq, Tumxuk, Tumushuke, Wujiaqu, Tekes, Zhaosu, Monggulkure,
Mongolkure, Nilka, Nilqa, Xinyuan, Kunes, Künes, Künas, Gongliu, Tokkuztara, Toqquztara, Huocheng,
Qorghas, Korgas, Khorgos, Horgos, Huoerguosi, Qapqal, Chabuchaer, Emin, Dörbiljin, Dorbiljin,
Toli, Yumin, Chagantokay, Hoboksar, Usu, Wusu, Shawan, Kuytun, Kuitun, Burqin, Buerjin, Burchin,
Habahe, Kaba, Qinggil, Qinghe, Chingil, Fuyun, Koktokay, Köktoqay, Fuhai, Burultokay, Jeminay,
Jimunai, Qitai, Jimsar, Jimisar, Manas, Mulei, Mori, Fukang, Hutubi, Barkol, Balikun, Barköl,
Yizhou, Yiwu, Araturuk, Toksun, Pichan, Shanshan, Korla, Kuerle, Bugur, Luntai, Lopnur, Yuli,
Charqilik, Ruoqiang, Cherchen, Qiemo, Yanqi, Hejing, Hoxud, Heshuo, Bohu, Kuqa, Kuche, Kuchar,
Shayar, Shaya, Toksu, Xinhe, Bay, Baicheng, Uchturpan, Uqturpan, Wushi, Awat, Awati, Kelpin,
Kalpin, Akto, Aketao, Akqi, Aheqi, Uluqat, Wuqia, Yarkand, Yarkent, Shache, Shufu, Konasheher,
Shule, Yengisheher, Yengisar, Yingjisha, Poskam, Zepu, Kargilik, Karghilik, Yecheng, Makit, Mekit,
Maigaiti, Yopurga, Yuepuhu, Peyzawat, Payzawat, Jiashi, Maralbexi, Maralbeshi, Bachu, Tashkurgan,
Taxkorgan, Karakax, Qaraqash, Moyu, Pishan, Guma, Lop, Luopu, Qira, Cele, Chira, Keriya, Yutian,
Niya, Minfeng, Bole, Jinghe, Wenquan, Arishang, Peyziwat
"""

CHINA = """
Beijing, Peking, Shanghai, Guangzhou, Guangdong, Shenzhen, Chongqing, Tianjin, Wuhan, Hubei,
Hunan, Hebei, Henan, Sichuan, Chengdu, Tibet, Lhasa, Qinghai, Gansu, Lanzhou, Ningxia, Inner
Mongolia, Hong Kong, Macau, Yunnan, Kunming, Zhejiang, Hangzhou, Shandong, Jiangsu, Nanjing,
Fujian, Shaanxi, Xi'an, Xian, Shanxi, Anhui, Jilin, Liaoning, Heilongjiang, Guangxi, Guizhou,
Jiangxi, Hainan
"""

KAZAKHSTAN = """
Almaty, Alma-Ata, Astana, Nur-Sultan, Nursultan, Shymkent, Zharkent, Jarkent, Panfilov, Taraz,
Oskemen, Öskemen, Ust-Kamenogorsk, Semey, Semipalatinsk, Pavlodar, Karaganda, Qaraghandy,
Karagandy, Aktau, Aqtau, Aktobe, Aqtöbe, Atyrau, Oral, Uralsk, Kostanay, Qostanay, Kokshetau,
Petropavl, Petropavlovsk, Kyzylorda, Qyzylorda, Turkistan, Turkestan, Taldykorgan, Taldyqorghan,
Taldikorgan, Ekibastuz, Zhanaozen, Temirtau, Kaskelen, Talgar, Esik, Shelek, Kegen, Zaysan,
Zaisan, Ayagoz, Ushtobe, Usharal, Dostyk, Abai, Zhetysu, Jetisu, Zhambyl, Mangystau, Mangistau,
Akmola, Ulytau, Kapshagai, Qonaev, Konayev, Medeu, Qoyandy, Uzynagash
"""

KYRGYZSTAN_AND_NEIGHBOURS = """
Bishkek, Frunze, Osh, Jalal-Abad, Jalalabad, Naryn, Talas, Batken, Karakol, Issyk-Kul, Ysyk-Köl,
Chuy, Chüy, Tokmok, Torugart, Tashkent, Samarkand, Bukhara, Nukus, Karakalpakstan, Andijan,
Namangan, Fergana, Dushanbe, Khujand, Badakhshan, Gorno-Badakhshan, Ashgabat, Kabul, Islamabad,
Lahore, Karachi, Rawalpindi, Ulaanbaatar, Ulan Bator, Tehran, Evin, Istanbul, Ankara, Izmir,
Kayseri, Riyadh, Jeddah, Mecca, Medina, Dubai, Abu Dhabi, Doha, Cairo, Casablanca, Rabat,
Damascus, Baghdad, Baku, Tbilisi, Yerevan
"""

ELSEWHERE = """
Moscow, St. Petersburg, Saint Petersburg, Omsk, Samara, Siberia, Chelyabinsk, Novosibirsk,
Yekaterinburg, Kazan, Tatarstan, Bashkortostan, Ufa, Krasnoyarsk, Vladimir, Yamal, Crimea,
Sevastopol, Kyiv, Kiev, Minsk, Chechnya, Grozny, Dagestan, London, Washington, Washington, D.C.,
New York, Virginia, California, Los Angeles, Boston, Brussels, Berlin, Munich, Hamburg, Frankfurt,
Vienna, Geneva, Bern, Zurich, Paris, Strasbourg, The Hague, Amsterdam, Oslo, Bergen, Stockholm,
Copenhagen, Helsinki, Warsaw, Krakow, Prague, Budapest, Rome, Milan, Madrid, Barcelona, Lisbon,
Athens, Sofia, Bucharest, Tokyo, Seoul, Bangkok, Kuala Lumpur, Jakarta, New Delhi, Delhi,
Melbourne, Sydney, Canberra, Adelaide, Ottawa, Toronto, Vancouver, Montreal, Mexico City, Central
Asia, Europe, Vilnius, Riga, Tallinn, Guantanamo
"""

RUSSIAN = """
Китай, Казахстан, Кыргызстан, Киргизия, Узбекистан, Таджикистан, Россия, Турция, Монголия,
Синьцзян, Алматы, Алма-Ата, Астана, Нур-Султан, Шымкент, Жаркент, Бишкек, Ош, Ташкент, Москва,
Пекин, Урумчи, Кашгар, Кульджа, Инин, Хотан, Аксу, Алтай, Тарбагатай, Чугучак, Или, Хоргос,
Турфан, Хами, Кызыл-Суу, СУАР, КНР, США, Германия, Норвегия, Польша, Украина, Стамбул, Анкара,
Вашингтон, Лондон, Женева, Тараз, Семей, Павлодар, Караганда, Талдыкорган, Усть-Каменогорск,
Нукус, Каракалпакстан, Омск, Шанхай
"""
OTHER_LANGUAGES = """
Kasachstan, Kasakhstan, Kazajistán, Kazajstán, Kazachstan, Kirgisistan, Kirgisien, Kirgisistan,
Kirguistán, Kirgistan, Kirgizja, Kirgizstan, Usbekistan, Uzbekistán, Chiny, Chin, Chinach, Kina,
Russland, Rusia, Rosja, Rosji, Türkei, Tyrkia, Turquía, Turcja, Turcji, Deutschland, Alemania,
Niemcy, Niemczech, Norge, Norwegen, Noruega, Norwegia, Polen, Polonia, Polska, Polsce, Sinkiang,
Xinjiangu, Sinciang, Sinciangu, Sinciangiem, Kazachstanu, Kazachstanie, Pekin, Pekinie, Pekín,
Moskau, Moskva, Moscú, Moskwa, Moskwie, Taschkent, Bischkek, Estambul, Genf, Ginebra, Genève,
Estados Unidos, EE. UU., USA, Vereinigte Staaten, Großbritannien, Storbritannia, Ałmaty, Astanie,
Mongolei, Mongolia, Ucrania, Ukraina
"""


def _names(*lists: str) -> frozenset[str]:
    words = (" ".join(name.split()) for names in lists for name in names.split(","))
    return frozenset(word for word in words if word)


PLACES = _names(
    COUNTRIES, XINJIANG, CHINA, KAZAKHSTAN, KYRGYZSTAN_AND_NEIGHBOURS, ELSEWHERE, OTHER_LANGUAGES
)
RUSSIAN_PLACES = _names(RUSSIAN)
# Also given names, family names or words: a place only beside "in", "of" or the kind of place.
ALSO_NAMES = frozenset(
    "Medina Sofia Georgia Jordan Vladimir Turkistan Evin Aral Bay Lop Abai"
    " Talas Manas Oral Ili Emin Virginia"
    " Bole Usu Mori Moyu Guma Panfilov Toli Altai Altay Washington Hami"
    " Aksu Chin Or Ош Или Алтай".split()
)
