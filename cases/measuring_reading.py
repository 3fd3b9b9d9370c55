"""Measuring how long an article takes to be read and its people looked up in the register."""

import random
import re
from time import perf_counter

from django.db.models import Max

from cases.linking import link
from cases.reading.article import Article
from cases.reading.read import read
from people.choices import Script
from people.evaluation.measures import percentile
from people.invented import people
from people.models import PersonName

NAMED = 15
KNOWN = 8  # of them, as far as the register holds as many
ROUNDS, WARMING = 20, 2
SEED = 4

# Our own words; nobody in it is real. A number in braces is somebody's full name, one with an s
# the last word of it.
TEXT = """\
Families Wait Outside The Consulate For A Third Week

ALMATY – Rain had fallen since the early morning, yet some forty people came to the gate of the
consulate again on March 14, most of them with a photograph under a sheet of plastic. Nobody came
out to speak to them. A policeman asked for the names of those who stood in front, wrote them on
the back of a form and went to sit in his car across the road.

{0} has come on every one of the past nineteen days. Her brother, {1}, drove a lorry between two
mining towns until he was detained in October 2017 at a checkpoint near the river. "They told my
mother that it was for a week," {0s} said. The family later learned from a cousin that he had been
sentenced to eleven years in prison in 2019. What the charge was, nobody has told them; no paper
ever came.

Beside her stood {2}, a teacher of drawing who lives in a village two hours from the city. His
wife, {3}, went back to her parents' house in June 2018 to sign for a pension and has not been
allowed to leave the county since. {2s} speaks to her once a month, for five minutes, and always in
the presence of somebody whom he does not see. "She tells me what the weather is like," he said.
"I have learned to listen to what the weather means."

The gathering began as the concern of two households. It now has a list, which {4}, a retired
surveyor, keeps in a school exercise book. There are a hundred and twelve names in it, with the
year and the place where each person was last seen. {4s} copies every page twice and leaves the
copies with neighbours, because a first book was taken from him when his home was searched in
January. He was held for ten hours that day and released without charge.

One of the names that he reads aloud each noon is that of {5}, an imam of a small mosque by the
railway, who died in custody in February 2021. His son, {6}, heard of it eight months later from a
man who sold onions at the market. There was no burial that the family could attend. {6s} has since
asked three ministries for a certificate. Two did not answer. The third wrote that the question had
been passed to the proper department, without naming any.

{7}, who heads a group that gives advice to such families without pay, says that the letters are
nearly always alike. "They thank you for your concern and wish you good health," {7s} said in an
office that holds one desk and a great many folders. In five years the group has written more than
six hundred of them. It counts eleven cases in which somebody came home after a letter, and does
not claim that the letter was the cause.

Officials see it otherwise. {8}, a spokesman for the ministry of foreign affairs, told reporters on
Monday that questions about citizens of another state could only be raised through the usual
channels, and that they were being raised. Asked how often, {8s} said that he had no figures with
him. The deputy governor of the region, {9}, who had promised in autumn to receive the families,
was said to be travelling.

Not everybody who came was waiting for a relative. {10}, a lawyer, had been asked to be there in
case of arrests. She defended four of the women last summer, when a court ordered each to pay a
fine for standing in the road. "The road was closed for repairs at the time," {10s} noted. An appeal
was heard in August and dismissed in less than a quarter of an hour. She has kept the ruling, which
has two different dates on its first and its last page.

A historian at the university, {11}, has followed the vigil from its first week and takes notes of
what people say of the time before. Most of the stories begin with a passport, {11s} found: with one
that was handed in at an office and never given back. After that come the visits, the courses in
the evening, a neighbour who is gone, and finally a call from a number that cannot be called back.
The order hardly changes from one county to the next.

Towards noon the news went round that {12}, a shepherd who had himself spent fourteen months in a
camp, had been stopped on his way to the city. He was taken to a police station at the edge of the
district together with his daughter, {13}, and let go in the afternoon, after both had signed that
they would stay at home for ten days. {12s} had meant to speak about the cold in the dormitory, and
about a song that they were made to learn. A neighbour read his page out in his place, stopping
several times to make out the writing.

There is little else to tell of the day. Somebody had brought tea in a can and somebody else a
bench for the older women. Children drew with chalk on the dry stretch of pavement under the wall,
and were told to stop, and went on. At four the gate opened for a car with dark windows. A few of
the photographs were lifted higher for as long as it took to pass, and lowered again when it had
turned the corner.

By evening, when the street lamps were lit, seven people were left. {14}, a photographer who works
for a small paper, asked them to stand a little closer together. Nobody smiled for the picture,
though {0s} wiped the plastic over her brother's face with her sleeve before she held it up. They
would be back in the morning, she said, and the one after that. "We have been told to be patient,"
said {2s}, folding his own sheet of paper into four. "We are very patient. It is the only thing
that we have been taught to do, and by now we do it well."
"""


def readings() -> dict:
    """Articles, each with other names, read and linked as the intake page does it."""
    seconds = []
    for turn in range(-WARMING, ROUNDS):
        article = Article(_text(turn), language="en", published="2023-03-15")
        start = perf_counter()
        link(article, read(article), None)
        seconds += [perf_counter() - start] if turn >= 0 else []
    return {
        "words": len(article.text.split()),
        "p50_s": round(percentile(seconds, 50), 3),
        "p95_s": round(percentile(seconds, 95), 3),
    }


def _text(turn: int) -> str:
    chance = random.Random(f"article {SEED} {turn}")  # noqa: S311  not a secret
    known = _known(chance)
    strangers = [one.spellings[0].text for one in people(4 * NAMED, 1_000 + turn)]
    names = [*known, *filter(_is_latin, strangers)][:NAMED]
    chance.shuffle(names)
    return re.sub(r"\{(\d+)(s?)\}", lambda found: _named(names[int(found[1])], found[2]), TEXT)


def _known(chance: random.Random) -> list[str]:
    """Names that a reader finds in the register, wherever in it they stand."""
    visible = PersonName.objects.visible_to(None)
    last = visible.aggregate(last=Max("pk"))["last"] or 0
    numbers = [chance.randint(1, max(last, 1)) for _ in range(40 * KNOWN)]
    found = visible.filter(pk__in=numbers, script=Script.LATIN, is_primary=True)
    return [name for name in found.values_list("text", flat=True) if _is_latin(name)][:KNOWN]


def _is_latin(name: str) -> bool:
    """Two words or more that an English text could hold."""
    return len(name.split()) > 1 and all(ord(one) < 0x250 for one in name)


def _named(name: str, is_short: str) -> str:
    return name.split()[-1] if is_short else name
