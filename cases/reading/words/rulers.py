"""Who is so well known that articles do not say what they are: rulers and spokesmen (pure)."""

from collections.abc import Iterable

from config.records.text import fold

_NAMES = (
    "Xi Jinping|Li Keqiang|Li Qiang|Wang Yi|Hu Jintao|Chen Quanguo|Ma Xingrui|Shohrat Zakir"
    "|Zhang Chunxian|Erkin Tuniyaz|Zhao Lijian|Hua Chunying|Wang Wenbin|Geng Shuang|Lu Kang"
    "|Mao Ning|Lin Jian|Nursultan Nazarbayev|Kassym-Jomart Tokayev|Qasym-Zhomart Toqaev"
    "|Mukhtar Tileuberdi|Sooronbai Jeenbekov|Sadyr Japarov|Shavkat Mirziyoyev|Emomali Rahmon"
    "|Vladimir Putin|Sergei Lavrov|Dmitry Peskov|Alexander Lukashenko|Recep Tayyip Erdogan"
    "|Donald Trump|Joe Biden|Barack Obama|Mike Pompeo|Antony Blinken|Angela Merkel|Olaf Scholz"
    "|Emmanuel Macron|Justin Trudeau|Boris Johnson|Antonio Guterres|Michelle Bachelet"
    "|Volker Turk|Си Цзиньпин|Владимир Путин|Нурсултан Назарбаев|Касым-Жомарт Токаев"
    "|Сооронбай Жээнбеков|Садыр Жапаров|Реджеп Эрдоган|Чэнь Цюаньго|Ван И"
).split("|")
_FULL = {fold(name): fold(name).split()[0] for name in _NAMES}
# Surnames that are nobody else's in such articles, in the spellings of the press.
_ALONE = frozenset(
    "putin poutine nazarbayev nazarbaev nasarbajew tokayev toqaev tokaev erdogan lukashenko trump"
    " biden obama pompeo merkel bachelet guterres lavrov путин путина назарбаев назарбаева токаев"
    " токаева эрдоган эрдогана".split()
)


def is_ruler(spellings: Iterable[str]) -> bool:
    """Is it somebody whom everybody knows, by the full name or, if that says enough, by a part?"""
    folded = {fold(one) for one in spellings}
    longest = max(folded, key=len, default="")
    words = longest.split()
    return bool(folded & set(_FULL)) or (bool(words) and words[-1] in _ALONE and len(words) < 4)
