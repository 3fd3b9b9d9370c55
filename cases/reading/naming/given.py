"""What a name's letters tell: names with many bearers, endings, Chinese syllables (pure)."""

import re
from functools import lru_cache

from cases.reading.naming.forms import folded, stem
from people.invented import kazakh, kyrgyz, uyghur
from people.names.readings import readings
from people.names.surnames import CHINESE_SYLLABLES

# Given names and family names with many bearers, after the national statistics of first and last
# names of each country, as the press of our languages spells them.
_COMMON = """
Aaron Adam Adrian Agnes Alan Albert Alena Alessandro Alex Alexander Alexandra Alexei Alexey Alice
Alina Amanda Amelia Amy Ana Anastasia Anatoly Andre Andrea Andreas Andrei Andrew Andrey Angela Anita
Anja Ann Anna Anne Annette Anthony Anton Antonio Arne Arthur Artur Aslaug Astrid Barbara Bartosz
Beata Ben Benjamin Bernard Bjørn Bogdan Boris Brian Bruce Carl Carlos Carmen Carol Caroline
Catherine Charles Charlotte Chris Christian Christina Christine Christoph Christopher Clara Claudia
Daniel Daria David Deborah Denis Dennis Diana Dieter Dmitry Dmitri Dominik Donald Dorota Edward
Egor Ekaterina Elena Elise Elizabeth Ellen Emily Emma Eric Erik Eva Evgeny Ewa Fabian Felix Fernando
Filip Florian Francis Francisco Frank Franz Fyodor Gabriel Galina Gennady George Georgy Gerald
Gerhard Gerry Gideon Grace Greg Gregory Grzegorz Gunnar Hanna Hannah Hans Harald Harry Heidi Heinz
Helen Helena Helge Henrik Henry Hermann Hilde Hugo Ian Ida Igor Ilya Ines Inga Ingrid Irene Irina
Ivan Iwona Jack Jacob Jakub James Jan Jane Janusz Jason Javier Jean Jeff Jennifer Jens Jeremy Jerzy
Jessica Jesus Jim Joan Joanna Joe John Jonas Jonathan Jörg José Joseph Josh Juan Julia Julian Julie
Jurgen Jürgen Justyna Karen Kari Karl Karolina Katarzyna Kate Katharina Kathryn Katja Kenneth Kevin
Kim Kirill Kjell Klaus Konstantin Kristin Kristina Krzysztof Lars Laura Lena Leonid Leszek Lev Linda
Lisa Lothar Louis Louise Lucas Lucia Luis Lukas Łukasz Lyudmila Maciej Magdalena Magnus Maja
Małgorzata Manuel Marcin Marco Marek Maria María Marianne Marie Marina Mario Marit Marius Mark
Markus
Marta Martin Martha Mary Mateusz Matt Matthew Matthias Max Maxim Maya Melissa Michael Michał Miguel
Mikhail Mike Monika Nadezhda Nancy Natalia Natalya Natasha Nathan Nicholas Nick Nicolas Nikita
Nikolai Nikolay Nils Nina Norbert Odd Olaf Ola Ole Oleg Olga Oliver Olivia Oscar Otto Pablo Pamela
Patricia Patrick Paul Paula Pavel Paweł Pedro Per Peter Petr Philip Philipp Phil Piotr Pyotr Rachel
Rafael Rafał Raymond Rebecca Renate Ricardo Richard Robert Roberto Roger Roman Ronald Rune Ruslan
Ruth
Ryszard Sabine Samuel Sandra Sara Sarah Scott Sean Sebastian Sergei Sergey Silje Simon Sofia Sofie
Sophie Stanislav Stanisław Stefan Stephan Stephanie Stephen Steven Steve Stig Susan Susanne Svetlana
Sylvia Tanja Tatiana Tatyana Teresa Terje Thomas Thorsten Tim Timothy Timofey Tom Tomasz Tone Tony
Trond Ulrich Ursula Uwe Vadim Valentina Valery Vanessa Vera Veronika Victor Victoria Viktor Vincent
Vitaly Vladimir Vladislav Vyacheslav Walter Werner William Wojciech Wolfgang Yana Yekaterina Yelena
Yevgeny Yulia Yuri Yury Yves Zbigniew Zofia Zoya Adrianna Aleksander Aleksandra Aleksandr Aleksei
Aleksej Andrzej Ilia Ilja Jekaterina Jelena Jewgeni Jewgenij Julija Jurij Ksenia Michail Nikolaj
Oksana Olena Oleksandr Serhii Serhiy Sergej Swetlana Tetiana Volodymyr Wladimir Władimir Wiktor
Wladislaw Aleksiej Aleksiei Siergiej Dmitrij Dmitrij Maksym Jewgienij Irena Mikołaj Michaił Nikołaj
Abbas Abdallah Abdul Abdulaziz Abdulla Abdullah Abdulrahman Abdurrahman Abdurehim Abdurahman Abdou
Abu Adel Adnan Aisha Ahmad Ahmed Ahmet Akbar Akram Ali Alireza Amal Amin Amina Amir Amira Anas Anwar
Arash Arif Asad Asadollah Ashraf Ayman Ayse Ayşe Aziz Aziza Badr Bahar Bahram Bashir Behrouz Bilal
Dalal Darya Dawood Ebrahim Ehsan Elham Emin Esmail Fadel Fahad Faisal Farhad Farid Farida Faride
Farzad Fatemeh Fatima Fatma Firouz Ghulam Golrokh Habib Hadi Hafez Hakan Hakim Hamid Hamza Hana
Haroon Hasan Hassan Hatice Hossein Houshang Husain Hussain Hussein Huseyin Ibrahim Idris Ilham Ilyas
Imad Iman Iqbal Isa Ismail Israfil Jafar Jalal Jamal Jamila Javad Javed Kamal Kamran Karim Kaveh
Kazem Khadija Khalid Khalil Khaled Layla Leila Mahdi Mahmoud Mahmud Mahsa Majid Malik Mansour
Mariam Maryam Marwan Masih Masoud Mehdi Mehmet Mehran Mehrdad Meryem Milad Mina Mohamad Mohamed
Mohammad Mohammed Mohsen Mojtaba Mona Morad Morteza Mostafa Muhammad Muhammet Muhammed Muhtar Murad
Mustafa Nabil Nada Nader Narges Nasrin Nasser Navid Nazanin Niloufar Nour Noor Omar Omid Osman
Othman
Parisa Parvin Peyman Pouya Qasim Raif Rahim Ramazan Rashid Reza Rahile Rahima Roya Ruhollah Rukiye
Saad Sadegh Saeed Said Salah Salim Salman Samar Samira Sami Sattar Sepideh Shahram Shirin Siamak
Soheil Sultan Suleiman Suleyman Syed Taha Tahir Tariq Turki Usman Vahid Waleed Walid Yahya
Yasin Yasser Yousef Yunus Yusuf Zahra Zainab Zaynab Zeinab Zahid Zeynep Zia Ziya Zulfiqar Elif Emine
Recep Kemal Tayyip Omer
Carrie Darren Alfred Megha
Ainsley Bethany Charlie Claire Colin Craig Dan Dana Donna Dylan Ed Eleanor Elaine Elliot Emmanuel
Fiona Gavin Geoffrey Gordon Graham Ivana Jim Jake Jamie Jen Jill Kelly Kyle Lindsay Liz Lucy Luke
Lynn
Margaret Megan Michelle Natalie Neil Nigel Owen Peggy Rob Ruby Russell Sally Sam Shannon Sharon
Sheila
Sonia Stuart Tamara Ted Terry Tina Todd Trevor Wendy Zach Zoe Eirik Håkon Sigrid Tor Tore Øystein
Ingeborg Solveig Knut Jonas Kåre Marte Guri Erna Jens Espen Siv Harald Rolf Olav Tove Turid Gro
Ragnhild
Alfonso Alberto Alejandro Álvaro Ángel Begoña Beatriz Cristina Diego Dolores Enrique Esteban Felipe
Gonzalo Guillermo Ignacio Inés Jaime Joaquín Jorge Julio Lola Marcos Mercedes Pilar Rocío
Rodrigo Rosario Santiago Sergio Silvia Tomás Vicente Xavier García Martínez Fernández González
Rodríguez López Sánchez Pérez Gómez Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker
Hoffmann
Schulz Koch Bauer Smith Jones Williams Johnson Miller Davis Wilson Anderson Taylor Moore Jackson
Thompson White Harris Clark Lewis Robinson Walker Hansen Johansen Olsen Larsen Andersen Pedersen
Nilsen
Kristiansen Jensen Karlsen Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński
Алан Александр Александра Алексей Алена Алёна Алина Анастасия Анатолий Андрей Анна Антон Артем Артём
Борис Вадим Валентина Валерий Василий Вера Вероника Виктор Виктория Виталий Владимир Владислав
Вячеслав Галина Геннадий Георгий Григорий Дарья Денис Дмитрий Евгений Евгения Екатерина Елена
Елизавета Зоя Иван Игорь Илья Инна Ирина Кирилл Константин Ксения Лариса Лев Леонид Любовь Людмила
Максим Мария Марина Марк Михаил Надежда Наталья Наталия Никита Николай Нина Оксана Олег Ольга Павел
Петр Пётр Полина Роман Руслан Светлана Сергей София Станислав Степан Тамара Татьяна Тимур Федор
Фёдор
Юлия Юрий Яна Ярослав Абдулла Абдурахман Адиль Азиз Азамат Айгуль Алихан Али Алия Амир Анвар Асия
Асхат
Ахмед Ахмет Данияр Ербол Ержан Ерлан Ибрагим Ильхам Имран Ислам Исмаил Камиль Касым Махмуд Мехмет
Мухаммад Мухаммед Мухтар Нурлан Омар Омер Осман Рашид Рустам Султан Тахир Фатима Халида Хасан Хусейн
Шавкат Юсуф Ясин Джон Майкл Джеймс Роберт Томас Дэвид Дэниел Адриан Ричард
Уильям Питер Джо Дональд Барак Ангела Мишель Эндрю Джордж Пол Эрик Антониу Наргес Реза Мохаммад
"""
COMMON = frozenset(folded(word) for word in _COMMON.split())

# Ends of names: Turkic, Slavic, Arabic and Persian, Iranian, Caucasian, Scandinavian, German.
_MADE = re.compile(
    r".{2}(?:aly|kali|gali|qali|berdi|geldi|uly|ulı|uulu|kyzy|qyzy|qizi|kizi|gyzy|oghli|oghly|oglu|"
    r"ogli|ogly|zhan|jan|dzhan|gul|gül|guli|bek|beg|bai|bay|baj|khan|qan|chan|mbet|mbetov|ulla|ullah|"
    r"olla|nisa|niyaz|jiang|eddin|iddin|utdin|addin|murat|zhomart|bolat|polat|sultan|tegin|temir|zade|"
    r"zadeh|zada|pour|nejad|akun|akhun|ahun|улы|ұлы|уулу|кызы|қызы|оглы|гызы|жан|джан|гуль|гул|гүл|бек|"
    r"бай|хан|мбет|улла|олла|ниса|нияз|мурат|жомарт|болат|султан|заде|ахун|акун|кан)$"
)
_FAMILY = re.compile(
    r".{3}(?:ov|ova|ev|eva|yev|yeva|iev|ieva|jew|jewa|ow|owa|off|enko|vich|vitch|witsch|wicz|vna|sky|"
    r"skii|skij|skaya|skaja|czyk|shvili|dze|yan|sson|stad|mann|kaya|oğlu|din|дин|ов|ова|ев|ева|ёв|ин|"
    r"ина|енко|вич|вна|ский|ская|швили|дзе|ян)$"
)
# Sounds that spellings do not keep apart. The vowels are three: as in a, in i, in o.
_CLASSES = {}
for _letters, _kind in (
    ("aA", "a"), ("iIY12", "i"), ("oOuUwω5", "o"), ("pπ", "P"), ("bβ", "B"), ("fφ", "F"),
    ("tτ", "T"), ("dδ", "D"), ("kqκ", "K"), ("gGγ", "G"), ("hxXχ", "H"), ("sσ", "S"), ("Sʃξ", "Z"),
    ("zZ", "z"), ("jJθζ", "J"), ("cCψς", "C"), ("rRρ", "R"), ("lLλ", "L"), ("nNν", "N"),
    ("m", "M"), ("v", "V"), ("y4", "y"),
):  # fmt: skip
    _CLASSES |= dict.fromkeys(_letters, _kind)
_SHORTEST_HEARD = 4


@lru_cache(maxsize=20_000)
def heard(word: str) -> frozenset[str]:
    """The word by its kinds of sound; an e may be heard as a or as i."""
    sounds = next((one.sounds for one in readings(word) if not one.is_chinese), "")
    found = set()
    for vowel in "ai":
        told = "".join(vowel if one in "e3" else _CLASSES.get(one, "") for one in sounds)
        told = re.sub(r"(.)\1+", r"\1", re.sub("y|6|(?<=[ao])i", "", told))
        if len(told) >= _SHORTEST_HEARD:
            found.add(told)
    return frozenset(found)


@lru_cache(maxsize=1)
def _of_the_region() -> frozenset[str]:
    """Given names of Kazakhs, Kyrgyz, Uyghurs and their neighbours, as they are heard."""
    lists = [getattr(one, sex) for one in (kazakh, kyrgyz, uyghur) for sex in ("MEN", "WOMEN")]
    return frozenset(sounds for names in lists for word in names for sounds in heard(word))


@lru_cache(maxsize=20_000)
def is_common(word: str, language: str) -> bool:
    """Whether many people bear this name, in whatever case of the language."""
    key = folded(word)
    if key in COMMON or stem(key, language) in _stems(language):
        return True
    return "-" in word and folded(word.split("-")[0]) in COMMON


@lru_cache(maxsize=8)
def _stems(language: str) -> frozenset[str]:
    stems = (stem(key, language) for key in COMMON)
    return frozenset(one for one in stems if len(one) > 3)


@lru_cache(maxsize=20_000)
def is_of_the_region(word: str, language: str) -> bool:
    """Whether the word sounds like a given name of the region, or is made as they are."""
    if is_made_there(word, language):
        return True
    return any(_FAMILY.search(form) for form in _forms(word, language))


@lru_cache(maxsize=20_000)
def is_made_there(word: str, language: str) -> bool:
    """Whether the word is a given name of the region, or is put together as they are."""
    return any(_MADE.search(form) or is_listed_there(form) for form in _forms(word, language))


def _forms(word: str, language: str) -> set[str]:
    key = folded(word)
    return {key, stem(key, language)}


@lru_cache(maxsize=20_000)
def is_listed_there(word: str) -> bool:
    """Whether the word sounds like a given name of the region, however it is spelled."""
    return not _of_the_region().isdisjoint(heard(word.lower()))


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """How many Chinese syllables the word is read as, in pinyin or Palladius; 0 if it is not."""
    return next((len(one.syllables) for one in readings(word) if one.is_chinese), 0)


@lru_cache(maxsize=20_000)
def bare(word: str, language: str) -> str:
    """The word as it is, if it is read by Chinese syllables, else without its ending of case."""
    return word if syllables(word) else stem(folded(word), language)


@lru_cache(maxsize=20_000)
def is_chinese_surname(word: str, language: str) -> bool:
    """Whether the word is a Chinese surname in pinyin or Palladius, in whatever case."""
    for form in (word, stem(folded(word), language)):
        found = next((one.syllables for one in readings(form) if one.is_chinese), ())
        if 1 <= len(found) <= 2 and "".join(found) in CHINESE_SYLLABLES:
            return True
    return False
