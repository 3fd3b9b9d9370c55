"""Words for months, days of the week, parts of time, in the languages we read (pure)."""

import re

_MONTHS = (
    "january jan januar enero stycznia styczniu styczeń января январе январь январю",
    "february feb februar febrero lutego lutym luty февраля феврале февраль февралю",
    "march mar märz mars marzo marca marcu marzec марта марте март марту",
    "april apr abril kwietnia kwietniu kwiecień апреля апреле апрель апрелю",
    "may mai mayo maja maju maj мая мае май маю",
    "june jun juni junio czerwca czerwcu czerwiec июня июне июнь июню",
    "july jul juli julio lipca lipcu lipiec июля июле июль июлю",
    "august aug agosto sierpnia sierpniu sierpień августа августе август августу",
    "september sep sept septiembre września wrześniu wrzesień сентября сентябре сентябрь сентябрю",
    "october oct oktober octubre października październiku październik октября октябре октябрь",
    "november nov noviembre listopada listopadzie listopad ноября ноябре ноябрь ноябрю",
    "december dec dezember desember diciembre grudnia grudniu grudzień декабря декабре декабрь",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
# English words that are something else in small letters.
ALSO_PLAIN_WORDS = {"may", "march", "mar", "mars", "mai", "maj", "jan", "dec", "nov", "sep", "jun"}

_DAYS = (
    "monday montag mandag lunes poniedziałek понедельник",
    "tuesday dienstag tirsdag martes wtorek вторник",
    "wednesday mittwoch onsdag miércoles środę среду",
    "thursday donnerstag torsdag jueves czwartek четверг",
    "friday freitag fredag viernes piątek пятницу",
    "saturday samstag lørdag sábado sobotę субботу",
    "sunday sonntag søndag domingo niedzielę воскресенье",
)
WEEKDAYS = {word: number for number, words in enumerate(_DAYS) for word in words.split()}

_PARTS = {
    "early": "early, beginning of, start of, anfang, начале, начала, a principios de, principios de"
    ", na początku, początku, begynnelsen av, tidlig i, tidlig",
    "mid": "mid, middle of, mitte, середине, a mediados de, mediados de, w połowie, połowie"
    ", midten av",
    "late": "late, end of, ende, конце, a finales de, finales de, pod koniec, końcu, slutten av"
    ", sent i",
}
PARTS = {word: part for part, words in _PARTS.items() for word in words.split(", ")}
SEASONS = {
    **dict.fromkeys(
        ("spring", "весной", "frühjahr", "frühling", "primavera", "wiosną", "våren"), 21
    ),
    **dict.fromkeys(("summer", "летом", "sommer", "verano", "latem", "sommeren"), 22),
    **dict.fromkeys(("autumn", "fall", "осенью", "herbst", "otoño", "jesienią", "høsten"), 23),
    **dict.fromkeys(("winter", "зимой", "invierno", "zimą", "vinteren"), 24),
}
NUMBERS = {
    word: number
    for number, words in (
        (1, "one a an один одного год einem einen ein einer et en un una jeden rok roku"),
        (2, "two два две двух zwei to dos dwa dwóch dwie"),
        (3, "three три трёх трех drei tre tres trzy trzech"),
        (4, "four четыре четырёх четырех vier fire cuatro cztery czterech"),
        (5, "five пять пяти fünf fem cinco pięć pięciu"),
        (6, "six шесть шести sechs seks seis sześć sześciu"),
        (7, "seven семь семи sieben syv sju siete siedem siedmiu"),
        (8, "eight восемь восьми acht åtte ocho osiem ośmiu"),
        (9, "nine девять девяти neun ni nueve dziewięć dziewięciu"),
        (10, "ten десять десяти zehn ti diez dziesięć dziesięciu"),
        (11, "eleven одиннадцать одиннадцати elf elleve once jedenaście jedenastu"),
        (12, "twelve двенадцать двенадцати zwölf tolv doce dwanaście dwunastu"),
        (13, "thirteen тринадцать тринадцати dreizehn tretten trece trzynaście trzynastu"),
        (14, "fourteen четырнадцать четырнадцати vierzehn fjorten catorce czternaście czternastu"),
        (15, "fifteen пятнадцать пятнадцати fünfzehn femten quince piętnaście piętnastu"),
        (16, "sixteen шестнадцать шестнадцати sechzehn seksten dieciséis szesnaście szesnastu"),
        (17, "seventeen семнадцать семнадцати siebzehn sytten diecisiete siedemnaście siedemnastu"),
        (18, "eighteen восемнадцать восемнадцати achtzehn atten dieciocho osiemnaście osiemnastu"),
        (19, "nineteen девятнадцать девятнадцати neunzehn nitten diecinueve dziewiętnaście"),
        (20, "twenty двадцать двадцати zwanzig tjue veinte dwadzieścia dwudziestu"),
        (25, "twenty-five двадцать_пять fünfundzwanzig tjuefem veinticinco"),
    )
    for word in words.replace("_", " ").split(" ")
}
for _word in ("год", "rok", "roku"):
    NUMBERS.pop(_word, None)


def any_of(words) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
