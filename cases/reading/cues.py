"""What speaks for a role: titles, what stands beside a name, what the person does (pure)."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from cases.reading.article import Role, Span
from cases.reading.lexicon import Lexicon

_BEFORE = 90
_EDGE, _LITTLE = 150, 15  # characters
_AGE = r"(?:\s*\([^()]{0,40}\))?(?:,?\s*(?:aged\s*)?\(?\d{1,3}\)?)?"
_APPOSED = re.compile(
    rf"{_AGE},\s+(?!(?:and|or|und|y|e|i|og|oraz|и)\b)(?:who (?:is|was|has"
    rf" been|works as)\s+)?(?P<what>[^,.;:]{{3,90}})"
)
_IS = re.compile(
    rf"{_AGE},?\s+(?:is|was|ist|war|es|fue|er|var|jest|—|–)\s+(?P<what>[^,.;:]{{3,70}})"
)
_BYLINE = re.compile(
    r"(?:^|\n|[.|)]\s)\s*(?:by|von|av|por|przez|авторы?:?|text:?|autora?:?|tekst:?|authors?:?"
    r"|(?:written|reported|translated|edited|compiled|filmed|produced|photographed|researched)"
    r"(?:\s+\w+){0,4}\s+by|with (?:additional )?reporting by|(?:translation|editing|photos?) by"
    r"|(?:übersetzt|aus dem \w+) von)\s+$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:\b(?:photo(?:graph)?s?|portraits?|pictures?|images?|credit|foto|фото|bild"
    r"|bilde|zdjęcie)(?:\s+(?:by|credit|von|av|por))?\s*[:/…]?|©|\()\s*$",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r",?\s+(?:reports?(?: from)?|reported from|reporting from|writes"
    r"|contributed|has the story)\b(?! that)"
    r"|\s+in [A-Z][\w’' -]{1,25}(?:,? and [^.;]{3,80})? contributed\b"
    r"|,?\s+(?-i:HOST|BYLINE)\b|,?\s+wrote (?:in|for) (?:an? |the )?(?:article|[A-Z])"
)
_WRITTEN = re.compile(
    r"\b(?:article|story|report|piece|essay|reportage)s? (?:that |which )?"
    r"(?:(?:was |were )?(?:\w+ )?by )?$"
)
# Who works for those who watch over rights abroad speaks as one who knows.
_WATCHERS = re.compile(
    r"\b(?:Amnesty|Amnistía|Amnestii?|Эмнести"
    r"|Human Rights Watch|HRW|Reporters Without Borders|RSF|Freedom House|ALQST"
    r"|Committee to Protect Journalists|CPJ|International Crisis Group|Chatham House)\b"
)
_OF = re.compile(
    r"\s+(?:of|from|with|at|von|vom|из|del?|av|z)\s+(?:the\s+)?(?P<what>[^,.;:]{3,50})"
)
_MEDIA = re.compile(
    r"(?:,?\s+(?:of|from|for|with|\()|\s*/)\s*(?:[Tt]he\s+)?(?:RFE/RL|RFA|AFP|AP"
    r"|Reuters|BBC|CNN|Guardian|dpa|DW"
    r"|Radio Free|New York Times|Washington Post|Wall Street Journal"
    r"|Associated Press|Globe and Mail"
    r"|Financial Times|Economist|Bloomberg|NPR|Al Jazeera|Eurasianet"
    r"|Diplomat|Times|Post|Azattyq|Азаттык)"
)
_TO_VERB = re.compile(
    r"(?:,\s[^,.;]{3,90},)?[\s,]*(?:(?:has|also|later|then|who|had|hat|har|ha)\s+){0,2}",
    re.IGNORECASE,
)
_TO_SPEAKER = re.compile(r"\s+(?:[\w’'-]+,?\s+){0,5}")
_SAID_TO = {"told", "tells", "asked", "asks"}
_BREAK = re.compile(
    r"[.;:!?,(\"“”]|\b(?:and|to|by|with|that|said|says|told|for|from|und|y"
    r"|og|i|who|whom|as|is|was|when"
    r"|и|что|сказал\w*|заявил\w*|als|dass|que|som|at|że|when|after|before|where)\b",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"(?:\b(?:the|a|an|another|one of|its|their|to|el|la|un|una|der|die|das|ein|eine|en)|['’]s?)"
    r"\s+(?P<what>[^,.;:'’]{3,70}),\s*$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\s+(?:called|named|surnamed|identified as)\s*$", re.IGNORECASE)
# "Officers approached X": what stands before the verb is not what X is.
_DONE = re.compile(
    r"\b(?!(?:jail|imprison|detain|convict|exil|retir|renown|respect|arrest|intern|sentenc"
    r"|disappear|unnam|disgrac)ed\b)\w{2,}ed\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"\b(?P<what>(?:one|another|the other|the first|among them)\b[^,.;:]{2,60})"
    r"\s(?:is|was|are|were)\s*$",
    re.IGNORECASE,
)
_SAYING = re.compile(r"\b(?:reports?|says?|said|writes?|wrote|notes?|told|puts? it)\s*$")
_RUN_BY = re.compile(
    r"\b(?:campaign|group|petition|movement|project|database|organi[sz]ation|union|committee)\b"
    r"[^.;:]{0,40}\b(?:run|led|founded|headed|started|set up|created|organi[sz]ed) by\s+$",
    re.IGNORECASE,
)
_SHORT_TITLE = re.compile(r"\b(?:mr|dr|ms|mrs|prof|fr|hr)\.\s*$", re.IGNORECASE)

WEIGHTS = {
    Role.DETAINED: 4.0,
    Role.OFFICIAL: 4.2,
    Role.ACTIVIST: 3.5,
    Role.JOURNALIST: 4.0,
    Role.EXPERT: 3.4,
    Role.OTHER: 3.6,
}


_WHERE_ONE_WORKS = {Role.ACTIVIST, Role.EXPERT}
_WHERE = re.compile(r"(?:of|at|from)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|by|to|that|when|while|because|after|before)\b")
_STUDIES = re.compile(
    r"\bstudents?\b|\bstud(?:ies|ied|ying) (?:the )?(?:at|in|for|abroad|medicine|law|business"
    r"|engineering|economics|management|nursing|languages?|computer|accounting|finance)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Cue:
    """What speaks for a role, how much, and the sentence that says so."""

    role: Role
    weight: float
    why: str


@dataclass(frozen=True)
class Named:
    """One mention of a person; `first` and `last` are the ends of the list it stands in."""

    span: Span
    first: int
    last: int
    sentence: Span
    paragraph: Span


def worded(named: list[Named], text: str, lexicon: Lexicon) -> Iterator[Cue]:
    """Titles before the name or the list it is in, and what stands beside it."""
    for one in named:
        yield from _credited(one, text, len(named) <= 2)
        before = text[max(one.paragraph.start, one.first - _BEFORE) : one.first]
        yield from _cues(_title(before, _is_said(one, text, lexicon)), lexicon, 1.0)
        if _RUN_BY.search(before):
            yield Cue(Role.ACTIVIST, 3.5, "Named as who leads a group or a campaign.")
        if match := _OF.match(text, one.span.end):
            yield from _cues(match["what"], lexicon, 0.8, _WHERE_ONE_WORKS)
        for pattern in (_APPOSED, _IS):
            if match := pattern.match(text, one.last):
                words = match["what"] if pattern is _APPOSED else _WITH.split(match["what"])[0]
                yield from _cues(words, lexicon, 0.9)


def _credited(one: Named, text: str, is_rare: bool) -> Iterator[Cue]:
    before = text[max(one.paragraph.start, one.span.start - _BEFORE) : one.span.start]
    if _BYLINE.search(before) or (not before.strip() and _REPORTS.match(text, one.span.end)):
        yield Cue(Role.JOURNALIST, 8, "Named as the author of the text.")
    elif (_CREDIT.search(before) and not before.rstrip().endswith("(")) or _in_brackets(one, text):
        yield Cue(Role.JOURNALIST, 8, "Named as the author of a picture.")
    elif is_rare and _stands_alone(one, text):
        yield Cue(Role.JOURNALIST, 5, "Named on a line of its own, as authors are.")
    elif _reports(one, text, before):
        yield Cue(Role.JOURNALIST, 5, "Named as one who reports.")


def _reports(one: Named, text: str, before: str) -> bool:
    after = (pattern.match(text, one.span.end) for pattern in (_REPORTS, _MEDIA))
    return bool(_WRITTEN.search(before)) or any(after)


def _stands_alone(one: Named, text: str) -> bool:
    """A line with little more than the name, near where the text starts or ends."""
    around = one.paragraph.end - one.paragraph.start - (one.span.end - one.span.start)
    is_at_edge = one.paragraph.start < _EDGE or one.paragraph.end > len(text) - _EDGE
    return around <= _LITTLE and is_at_edge and len(text) > 4 * _EDGE


def _in_brackets(one: Named, text: str) -> bool:
    """Alone in brackets at the end of a paragraph, as the authors of pictures are named."""
    is_last = text[one.span.end : one.paragraph.end].strip() in (")", "/Reuters)", "/AFP)", "/AP)")
    return is_last and text[one.span.start - 1 : one.span.start] == "("


def _is_said(one: Named, text: str, lexicon: Lexicon) -> bool:
    """ "They silence a lawyer, X added": what stands before the comma is what X said."""
    return bool(lexicon.compiled["says"].match(text, one.span.end + 1))


def _title(before: str, is_said: bool) -> str:
    """The words right before a name, back to where something else begins."""
    if match := _INVERTED.search(before):
        return match["what"]
    if re.search(r"[,.;:]\s*$", before) and not _SHORT_TITLE.search(before):
        match = None if is_said else _INTRODUCED.search(before)
        return match["what"] if match and not _SAYING.search(match["what"]) else ""
    return _DONE.split(_BREAK.split(_CALLED.sub("", before))[-1])[-1]


def _cues(
    words: str, lexicon: Lexicon, share: float, roles: Container[Role] = frozenset(Role)
) -> Iterator[Cue]:
    found = {role: _first(pattern, words) for role, pattern in lexicon.role_words.items()}
    if watchers := _WATCHERS.search(words):
        found = {Role.EXPERT: watchers}
    if _STUDIES.search(words):
        found[Role.EXPERT] = None
    if found.get(Role.OFFICIAL) and (expert := found.get(Role.EXPERT)) and _WHERE.match(expert[0]):
        found[Role.EXPERT] = None  # "party secretary of the university"
    if found.get(Role.ACTIVIST) or found.get(Role.EXPERT):
        found[Role.OFFICIAL] = None  # "president of the congress" of exiles, "chief researcher"
    if (held := found.get(Role.DETAINED)) and _is_of_another(words[: held.start()], lexicon):
        found[Role.DETAINED] = None
    for role, match in found.items():
        if match and role in roles:
            share = 1.0 if match is watchers else share
            quote = " ".join(words[max(0, match.start() - 20) : match.end() + 20].split())
            yield Cue(role, WEIGHTS[role] * share, f"The text says “{quote}”.")


def _first(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Not "the minister's", which tells what somebody else is."""
    found = pattern.finditer(words)
    return next((one for one in found if _is_own(one, words)), None)


def _is_own(found: re.Match[str], words: str) -> bool:
    is_owner = words[found.end() : found.end() + 2] in ("'s", "’s")
    return not is_owner or " of " in found[0]


def _is_of_another(words: str, lexicon: Lexicon) -> bool:
    """Is it not the person who is held, but somebody of theirs: "whose son is in prison"?"""
    around = lexicon.referring.search(words)
    return bool(around and around.lastgroup in ("kin", "people", "who", "his", "her", "their"))


def acting(named: Iterable[Named], text: str, lexicon: Lexicon) -> Iterator[Cue]:
    """What the person says and does."""
    for one in named:
        after = text[one.last : min(one.last + 60, one.sentence.end)]
        if act := lexicon.compiled["acts"].search(after):
            yield Cue(Role.ACTIVIST, 3.0, f"The text says “{act[0]}” of this person.")
        if verb := saying(one, text, lexicon):
            quote = verb.of(text)
            yield Cue(Role.ACTIVIST, 2.0, f"The text says “{quote}” of this person.")


def saying(one: Named, text: str, lexicon: Lexicon) -> Span | None:
    """The verb beside the name that makes the person a speaker."""
    says = lexicon.compiled["says"]
    end = max(one.span.end, min(one.span.end + 110, one.sentence.end))
    verb = says.match(text, _TO_VERB.match(text, one.span.end, end).end(), end)
    if verb:
        return Span(*verb.span())
    start = max(one.sentence.start, one.first - 60)
    found = list(says.finditer(text, start, one.first))
    if not found or found[-1][0].lower() in _SAID_TO:
        return None
    is_near = _TO_SPEAKER.fullmatch(text, found[-1].end(), one.first)
    return Span(*found[-1].span()) if is_near else None
