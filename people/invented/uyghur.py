"""Uyghur given names in Uyghur Latin letters (ULY): whole, and parts of compounds."""

MEN = """
Memet Ehmet Abdulla Tursun Yasin Ablimit Abdurahman Abdukerim Abdureyim Ghulam Ismayil Ilham
Qurban Rozi Tohti Toxti Hesen Hüseyin Ömer Osman Yüsüp Ibrahim Ablet Abliz Ablikim Ablajan
Abduweli Abduqadir Abdusemet Abdurusul Abdugheni Abduxaliq Abdughopur Abdujelil Abdurishit
Abdushükür Abdumijit Abdulhekim Abdulehed Abdulezim Abdullajan Abduraxman Adil Adiljan Ehet
Ekber Ekrem Elijan Eli Elim Emet Emrulla Enwer Erkin Eset Esqer Ezim Ezizjan Eziz Hemit
Hebibulla Helim Haji Hamut Hashim Heyder Hoshur Hüsen Imin Iminjan Imam Imamjan Ipar Islam Ismet
Israpil Izzet Jappar Jelil Jelilhaji Jume Jüme Kamil Kamal Kerim Kerem Köresh Kurban Kadir Qadir
Qasim Qeyser Qeyum Qadirjan Qari Kerimjan Mahmut Mehmut Memtimin Memetjan Memeteli Memetyüsüp
Memetimin Memettursun Memetniyaz Memetabdulla Mamut Metniyaz Mettursun Metqasim Metyasin Metrozi
Metseydi Mijit Mirzat Mirza Muhemmet Muhemmed Muxtar Mutellip Mutellipjan Muhter Musa Mömin
Möminjan Nijat Nejmidin Nijmidin Nizamidin Niyaz Nur Nurmemet Nureli Nurehmet Nureddin Obul
Obulqasim Ömerjan Osmanjan Perhat Pazil Polat Qurbanjan Rahman Rehim Rehmitulla Reshat Reshit
Rishat Rozimemet Rustem Sabir Sadir Sadiq Salih Salam Samet Seley Sattar Sawut Seyit Seypidin
Semet Semi Shakir Shewket Shemshidin Shirzat Shöhret Sidiq Sulayman Sultan Shükür Tahir Tayir
Talip Tash Tashmemet Tewekkül Tiliwaldi Tömür Turap Turdi Turdimemet Turghun Turghunjan
Tursunjan Tursunniyaz Tursuneli Tuniyaz Ubul Uyghur Wahap Wahit Weli Xalis Xalmurat Xelil Xemit
Xoshur Yalqun Yaqup Yasinjan Yarmemet Yusupjan Zakir Zayit Zeynidin Zordun Zulpiqar Zunun Alim
Alimjan Alip Almas Anwar Arkin Arslan Arzu Ataulla Awut Ayup Azat Barat Batur Bekri Bextiyar
Behram Burhan Dawut Dilmurat Dilshat Dolqun Dolet Ekberjan Exmet Exmetjan Gheyret Gheni Ghopur
Ghoja Ghojaexmet Ghalip Ghojabdulla Heytem Himit Hekim Imir Imirhesen Jalaliddin Jür'et Jewlan
Kawul Küresh Matniyaz Mewlan Merdan Memetrishat Muradil Nebi Nesirdin Nurtay Nuri Nöwet Ötkür
Perwiz Pettar Rozaxun Sadirjan Sametjan Saqi Seydulla Semetjan Shahidin Sherip Siyit Tomur
Tursunmemet Tuxti Tohtiniyaz Umer Uchqun Ümit Ümütjan Wari Welijan Xudaberdi Yadikar Yari Yashar
Yehya Yolwas Zahir Zikri Qemberjan Hapiz Hakim Halmurat Eysa Eysajan Emetjan Elyas Ershidin
Enser Dilyar Kamiljan Qahar Qaharjan Qudret Qudretjan Mirehmet Mirkamil Mirsultan Mexsut Mehsut
Misirjan Nasir Nazim
""".split()

WOMEN = """
Ayshem Patime Aygül Gülnar Gülnisa Gülbahar Rena Reyhan Tursungül Tursunay Zulpiye Zöhre Zeynep
Zeytunem Amine Aminem Meryem Meryemgül Rizwan Rizwangül Rabiye Raziye Rahile Roshen Roshengül
Rukiye Risalet Ruqiye Sajide Salime Sabire Sahibe Seypire Seliha Senem Senewer Shahide Shemsinur
Shemsiye Subinur Subhi Sümbül Tajinisa Tajigül Tilla Tillaxan Tohtixan Toxtigül Tunsa Turnisa
Tursunnisa Xalide Xanzohre Xeyrinisa Xasiyet Xurshide Xelchem Zahide Zaynur Zemire Zorem Zumret
Zulhayat Zumretgül Zuhre Zibide Zora Adalet Alimegül Almire Anargül Anisgül Arzigül Arzugül
Asiye Asiyem Aynur Aynisa Aytilla Ayim Ayimnisa Ayimgül Aynurgül Ayzohre Aytursun Buhelchem Büwi
Büwihejer Büwimeryem Büwayshem Buzeynep Buzohre Chimen Chimengül Cholpan Dilber Dilnur Dilnaz
Dilraba Dilara Dilbar Dilshat Elfire Enargül Ezize Ezizem Feride Gheyretay Ghunchem Gülazat
Gülayim Gülbaqem Gülchehre Gülchimen Güldane Gülhayat Güljamal Güljennet Gülmire Gülnur Gülperi
Gülqiz Gülsare Gülshen Gülsüm Gülsümxan Gülzar Gülzire Gülzohre Hajire Halide Halime Hanzohre
Hawagül Hejer Hejergül Hepizem Helime Horiye Hörnisa Ibadet Ibadetxan Ilminur Intizar Iparxan
Jemile Jennetgül Kamile Kembernisa Kérime Kerime Lale Letipe Mahire Mahinur Mahigül Mariye
Marhaba Mehbube Mehpiret Mehriban Mehrigül Melike Minewer Mihray Mihrigül Mihriban Muhebbet
Munire Muyesser Muqeddes Mukerrem Muqerrem Müyesser Nadire Nafise Nazaket Nazigül Nesibe Nigare
Nurbiye Nurgül Nuriman Nurnisa Nursiman Nurbuwi Nurimangül Nuriye Oghulxan Oghulnisa Ömür Patem
Patigül Patimexan Pashagül Paxtigül Perhade Peride Perizat Perwin Piruze Pezilet Qelbinur
Qembernisa Qemernisa Qurbangül Qurbannisa Reyhangül Reyimgül Ramile Ranagül Reziye Rozigül
Rozinisa Rushen Sadet Saniyem Saadet Sarigül Selime Selimgül Sofiye Sumayya Sürriye Tuxan
Tuxangül Xatire Xelime Xeyrigül Zulpizar Zaytunem Zeytune Zorigül Zumrat Yultuz
""".split()

STEMS = """
Memet Abdu Tursun Nur Met Ehmet Turghun Alim Adil Ezim Qurban Rozi Tohti Emet Ömer Osman Erkin
Mirza Ablet Imin Eli Turdi Muxtar Kerim Kamil Yasin Yüsüp Qadir Qasim Ghoja Ghulam Xal Tuniyaz
Mir Seyit Shir Dil Obul Sultan Rehim Hesen Ekber Eysa Ömür Xudaber Abdul Jappar Sadiq Sattar
Niyaz Islam Musa Tömür Polat Azat Semet Heyder Hamut Baqi Mutellip Ismayil Zunun Yaqup Mijit
Reshit Eziz Rahman Enwer Ablimit Ilham Salih Sulayman Hekim Izzet Tiliw Barat Jelil Dawut Shaw
Sawut Ibrahim Ehet Sidiq Jume Awut Hoshur Mömin Weli Xelil Wahap
""".split()

MALE_TAILS = """
jan niyaz memet tursun eli haji axun qari mehmet rozi hesen imin yüsüp qadir reyim weli abdulla
tohti barat sultan beg murat xan qurban ehmet eysa kerim rishat sattar yasin musa ömer qasim
seydi ismayil nur turdi shah sidiq tömür emet islam ghopur sabir abla baqi halim salam keldi
sopi xaliq yaqup yar shükür mijit xelpet mollam zat tay ghazi exmet eziz kamil hoshur sadiq
seley zakir elem
""".split()

# What follows Abdu-, as in Abdukerim.
SERVANT_OF = """
kerim reyim rahman weli qadir semet rusul gheni xaliq ghopur jelil rishit shükür mijit wahit
wahap salam hekim hemit helil mömin naser qeyyum sattar bari baqi hadi nebi lla rahim raxman
zahir reshit mutellip ezim elim samet sabir qahar razaq ghappar kérim wasit jappar keyim hapiz
xelil nasir heyit sopur shemsi qeyum
""".split()

FEMALE_STEMS = """
Gül Ay Nur Tursun Patim Mihri Roshen Zumret Ayim Tilla Dil Almas Anar Mahi Peri Qelbi Rozi Xeyri
Zöhre Arzu Büwi Horu Tajin Paxta Yaqut Mehri Nazu Reyhan Rizwan Shemsi Sumbul Toxti Xasi Zeynep
Aman Turghun Subi Mestur Qemer Chimen Güli Altun Asi Hawa Jennet Melik Muqed Gheni Qurban Salam
Heyit Barat Juma Oghul Pasha
""".split()

FEMALE_TAILS = """
gül nisa xan nur ay qiz em buwi hayat jamal bahar zohre sima niyaz naz peri banu bike shen zar
azat ara rena mire shehre ayim nigar roza chehre yar jan hejer meryem zeynep wan adem axan arzu
dane merhaba aysha
""".split()
