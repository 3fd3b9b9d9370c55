"""Who a text calls a woman and who a man, only to tell whom "he" and "she" mean (pure)."""

import re

from cases.reading.article import Someone
from cases.reading.lexicon import Lexicon
from people.choices import Sex

_FEMALE = re.compile(
    r"(?:qyzy|kyzy|kizi|gizi|ovna|evna|ova|eva|gul|gül|nur|ayim|khanum"
    r"|xan[iı]m|ская|кызы|қызы|ова|ева|гуль|гүл)$",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"(?:uly|uuly|oghli|ovich|evich|ov|ev|ұлы|улы|уулу|ович|евич|ов|ев)$", re.IGNORECASE
)

# Серика Омарова: a woman, or a man in the genitive.
_MAY_BE_GENITIVE = re.compile(r"\w+[ая] \w+(?:ова|ева|ина)|\w+(?:ова|ева) \w+[ая]")


def sexes(text: str, people: tuple[Someone, ...], lexicon: Lexicon) -> dict[int, Sex]:
    """What titles say, and the endings of names where no title says anything."""
    found = {number: _of(text, one, lexicon) for number, one in enumerate(people)}
    return {number: sex for number, sex in found.items() if sex}


def _of(text: str, person: Someone, lexicon: Lexicon) -> Sex | None:
    for mention in person.mentions:
        before = text[max(0, mention.start - 12) : mention.start]
        if re.search(rf"{lexicon.female},? $", before, re.IGNORECASE):
            return Sex.FEMALE
        if re.search(rf"{lexicon.male},? $", before, re.IGNORECASE):
            return Sex.MALE
    words = person.name.split()
    if _MAY_BE_GENITIVE.fullmatch(person.name):
        return None
    if any(_FEMALE.search(word) for word in words):
        return Sex.FEMALE
    return Sex.MALE if any(_MALE.search(word) for word in words) else None
