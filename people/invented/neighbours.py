"""Russian, Tatar and Uzbek names: given names and what their family names are made of."""

RUSSIAN_MEN = """
Александр Сергей Владимир Андрей Алексей Дмитрий Николай Иван Михаил Юрий Виктор Евгений Олег
Павел Игорь Анатолий Константин Максим Василий Григорий Пётр Роман Денис Вячеслав Геннадий
Валерий Виталий Борис Леонид Антон Артём Кирилл Никита Илья Станислав Владислав Егор Фёдор
Степан Тимофей Аркадий Вадим Руслан Эдуард Семён Яков Захар Матвей Глеб Георгий Ярослав Даниил
Лев Валентин Герман Марк Родион Филипп
""".split()

RUSSIAN_WOMEN = """
Елена Ольга Наталья Татьяна Ирина Светлана Анна Мария Екатерина Людмила Галина Марина Юлия
Валентина Нина Надежда Вера Любовь Лариса Тамара Оксана Анастасия Дарья Ксения Алла Зоя Раиса
Лидия Евгения Александра Виктория Полина Софья Вероника Антонина Жанна Инна Маргарита Клавдия
Зинаида Диана Кристина Алина Яна
""".split()

RUSSIAN_FAMILIES = """
Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков
Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин
Захаров Зайцев Соловьёв Борисов Яковлев Григорьев Романов Воробьёв Сергеев Кузьмин Фролов
Александров Дмитриев Королёв Гусев Киселёв Ильин Максимов Поляков Сорокин Виноградов Ковалёв
Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров Давыдов Беляев Герасимов Богданов
Осипов Сидоров Матвеев Титов Марков Миронов Крылов Куликов Карпов Власов Мельников Денисов
Гаврилов Тихонов Казаков Афанасьев Данилов Савельев Тимофеев Фомин Чернов Абрамов Мартынов
Ефимов Федотов Щербаков Назаров Калинин Исаев Чернышёв Быков Маслов Родионов Коновалов Лазарев
Воронин Климов Филатов Пономарёв Голубев Кудрявцев Прохоров Наумов Потапов Журавлёв Овчинников
Трофимов Леонов Соболев Ермаков Колесников Гончаров Емельянов Никифоров Грачёв Котов Гришин
Ефремов Архипов Громов Кириллов Малышев Панов Моисеев Румянцев Акимов Кондратьев Бирюков
Горбунов Анисимов Ерёмин Тихомиров Галкин Лукин Рябов Суворов Тарков Уваров Хохлов Цветков
Чесноков Шубин Щукин Юдин Яшин Бочаров Дроздов Зимин
""".split()

TATAR_MEN = """
Рамил Илдар Марат Ринат Рустам Равил Фарит Айрат Азат Айдар Альберт Анвар Булат Вахит Гали
Габдулла Дамир Зуфар Зиннур Ильнур Ильшат Ирек Камил Карим Линар Марсель Мансур Наил Нияз
Нурислам Радик Раис Рафаил Рашит Ренат Рифат Салават Тагир Тимер Фаиль Фанис Фидаил Хабир Халил
Шамиль Шакир Эмиль Якуб Юнус Ямал Хасан Хайрулла Насрулла Сафа Файзулла Гайнутдин Сайфутдин
Шарафутдин Низамутдин Ахмат Мухамет Галимзян Минулла Хуснутдин
""".split()

TATAR_WOMEN = """
Гульнара Алсу Айгуль Альбина Венера Гузель Гульшат Диляра Дина Зульфия Ильмира Лейла Лилия
Миляуша Нурия Рамиля Раиля Резеда Рузалия Римма Роза Сания Сафия Танзиля Фания Фарида Флюра
Фирюза Халида Чулпан Эльвира Эльмира Ясмина Зухра Назиля Асия Зайтуна Наиля Гульсина Гульназ
Минзифа Накия Рауза Сазида Файруза
""".split()

UZBEK_MEN = """
Aziz Akmal Alisher Anvar Abdulla Abdurahmon Bahodir Baxtiyor Bobur Botir Davron Dilshod Doniyor
Elyor Erkin Farhod Farrux G'ayrat G'ofur Hamid Hasan Husan Ibrohim Ilhom Islom Jahongir Jamshid
Jasur Karim Komil Lutfulla Mahmud Mansur Mirzo Muhammad Murod Nodir Nuriddin Odil Olim Otabek
Oybek O'tkir Po'lat Qahramon Qobil Qodir Ravshan Rustam Sardor Sherzod Shuhrat Sobir Sulton
Tohir To'lqin Tursun Ulug'bek Umid Usmon Xurshid Yusuf Yo'ldosh Zafar Zokir Ergash Eshmat
Toshmat Hakim Sodiq Rahim Yunus Boymurod Xolmat Mamat Nazar Qurbon
""".split()

UZBEK_WOMEN = """
Aziza Barno Dilbar Dildora Dilfuza Dilnoza Feruza Gavhar Gulbahor Gulchehra Gulnora Gulshan
Hilola Iroda Kamola Lola Madina Malika Manzura Mavluda Muhabbat Mukarram Nafisa Nargiza Nasiba
Nigora Nilufar Nodira Oydin Oysha Ozoda Rano Sabohat Saida Sayyora Sevara Shahnoza Shoira
Surayyo Umida Xurshida Yulduz Zamira Zebo Zilola Zuhra Zulfiya Xadicha Fotima Saodat Muqaddas
Maftuna Mohira Hulkar Robiya Karima Oygul
""".split()

UZBEK_STEMS = """
Nur Abdu Mirzo Sulton Boy Tosh Xol Esh Oq Er Qul Jo'ra To'xta Tursun Hamro Jum'a Rahmon
""".split()
UZBEK_TAILS = (
    "bek jon boy ali murod nazar qul mat xon yor berdi vali olim karim mirzo iddin ulla".split()
)
