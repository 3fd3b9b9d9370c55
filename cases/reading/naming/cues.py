"""What speaks for a run of words being a person's name, and what against (pure)."""

import re

from cases.reading.naming import given
from cases.reading.naming.bodies import NOT_OF_PEOPLE, PLACE_AFTER
from cases.reading.naming.forms import stem
from cases.reading.naming.kinds import Ground, Kind, is_role
from cases.reading.naming.runs import Run
from cases.reading.naming.titles import ADDRESS, GIVEN, HIGH, KIN, KNOWN, KNOWN_AS, NAMED
from cases.reading.naming.tokens import CAPITALS
from cases.reading.naming.verbs import SAYING

# A run of two words or more is a name from here on; a single word needs more.
ENOUGH, ENOUGH_ALONE = 1.0, 3.0
_SPACES = (" ", "\u00a0", ". ")
_AGE = re.compile(
    r"\s?[,(]\s?(?:aged |who is |de |lat |alter )?(?:1[0-9]|[2-9][0-9])(?!\d)"
    r"(?:\s?(?:,|\)|\.|;|years?\b|лет|год|años|lat|Jahre|år|and|who|-year))"
)
_APPOSITION = re.compile(
    r",\s(?:[A-Z][\w-]+['\u2019]s|an?|the|who|whose|un|una|que|quien|ein|eine|der|die|en|ei|et|som|który|która|który|"
    r"который|которая|чей)\s"
)
_CREDIT = re.compile(
    r"(?:\n\W*(?:by|von|av|por|tekst|text)[:\s]+|\b(?:foto|photo|bild|фото|credit|автор)[:\s]+|[(/]\s?)$",
    re.IGNORECASE,
)
_HOUSES = frozenset("family families clan household brothers sisters".split())
_BORN = re.compile(r"\s?\((?:born|b\.|род|geb|født|nacid|ur)")
_LOCATIVES = {
    "en": frozenset("in at near across towards outside inside".split()),
    "ru": frozenset("в во близ около под из".split()),
    "de": frozenset("in im nach bei nahe aus".split()),
    "es": frozenset("en hacia desde".split()),
    "nb": frozenset("i ved fra".split()),
    "pl": frozenset("w we koło pod".split()),
}
_ARTICLES = {
    "en": frozenset({"the"}),
    "es": frozenset({"el", "la", "los", "las", "del", "al"}),
}


def for_and_against(run: Run, text: str, ground: Ground) -> tuple[float, float]:
    """What speaks for the run, and what against it, in points."""
    return _for(run, text, ground), _against(run, text, ground)


def _for(run: Run, text: str, ground: Ground) -> float:
    # Two German nouns may stand side by side; other languages' words with capitals seldom do.
    plain = 0.5 if ground.language == "de" else 1.0
    points = plain if run.size > 1 or run.has_initial else 0.0
    points += _of_itself(run, ground) + _of_before(run, ground)
    if _AGE.match(text, run.end) or _BORN.match(text, run.end):
        points += 3
    if _CREDIT.search(text[max(0, run.start - 12) : run.start]):
        points += 1.5
    if ground.language == "de" and run.before_kind is Kind.NAME:
        points += 1.0
    if _APPOSITION.match(text, run.end):
        points += 1.5
    return points + _of_saying(run) + _of_owning(run, ground)


def _of_owning(run: Run, ground: Ground) -> float:
    """Kin or an office after the name in the genitive: "Dawut's daughter"."""
    after = run.after
    if after is None or not is_role(after.key, ground.language):
        return 0.0
    if after.gap.strip("\u2019' ") == "s":
        return 1.5
    owns = ground.language in ("de", "nb") and run.tokens[-1].text.endswith("s")
    return 1.5 if owns and after.gap == " " else 0.0


def _of_itself(run: Run, ground: Ground) -> float:
    """What the words themselves tell."""
    language = ground.language
    names = [t.text for t, k in zip(run.tokens, run.kinds, strict=True) if k is Kind.NAME]
    listed = [given.is_common(one, language) or given.is_listed_there(one) for one in names]
    likely = sum(
        known or given.is_of_the_region(one, language)
        for known, one in zip(listed, names, strict=True)
    )
    points = 1.5 * (likely > 0) + 1.0 * (likely > 1) + 1.5 * run.has_initial
    if len(names) == 2 and given.is_chinese_surname(names[0], language):
        points += 1.5 * (1 <= given.syllables(given.bare(names[1], language)) <= 2)
    if len(names) == 1 and listed[0] and language != "de" and not run.tokens[0].opens:
        points += 1.0
    return points


def _of_before(run: Run, ground: Ground) -> float:
    """What the word before tells: a form of address, an office, kin, "named"."""
    before, second, gap = run.before, run.second_before, run.tokens[0].gap
    if before is None:
        return 0.0
    if before.key in KNOWN_AS and second is not None and second.key in KNOWN | GIVEN:
        return 3.0
    is_office = is_role(before.key, ground.language)
    if _is_beside(run):
        return _of_beside(run, is_office, ground)
    if gap == ", ":
        closed = run.after is None or run.after.gap.strip()[:1] in tuple(",.;)–—-:")
        return 2.0 + closed if before.key in KIN else 1.5 * is_office
    is_quoted = gap.strip("\"'“”„«»‘’") == " " and (
        before.key in NAMED or (second is not None and second.key in NAMED)
    )
    return 3.0 if is_quoted else 0.0


def _of_beside(run: Run, is_office: bool, ground: Ground) -> float:
    key, language = run.before.key, ground.language
    if key in ADDRESS or key in KIN or key in NAMED or key in HIGH or stem(key, language) in HIGH:
        return 3.0
    if not is_office:
        return 0.0
    # In Russian and Polish a body in the genitive may follow an office; German nouns all do.
    may_be_body = language in ("ru", "pl", "de") or run.before.is_capital
    surname = given.is_chinese_surname(run.tokens[-1].text, language)
    return 2.0 if may_be_body and not surname else 3.0


def _is_beside(run: Run) -> bool:
    """Whether nothing parts the run from the word before, but for the point of "Mr."."""
    gap = run.tokens[0].gap
    short = run.before.is_capital and len(run.before.text) < 5
    return gap in (" ", "\u00a0") or (short and gap == ". ")


def _of_saying(run: Run) -> float:
    """A verb of saying beside the name."""
    after, before = run.after, run.before
    if after is not None and after.gap == " " and after.key in SAYING:
        return 1.5
    if before is not None and run.tokens[0].gap == " " and before.key in SAYING:
        return 1.0
    return 0.0


def _against(run: Run, text: str, ground: Ground) -> float:
    points = 0.0
    before, after = run.before, run.after
    if after is not None and after.gap in (" ", "\u00a0"):
        if after.is_capital and run.after_kind in (Kind.BODY, Kind.PART):
            # Where a body's name opens with what it is, the word after a name is no part of it.
            opens = ground.language in ("ru", "es", "pl")
            likely = _of_itself(run, ground) > 0
            points += 1 if opens else 4 if run.after_kind is Kind.BODY else 2 - likely
        elif not after.is_capital and after.key in PLACE_AFTER:
            points += 4
        elif after.text == "of":
            points += 1
    if before is not None and _is_beside(run):
        points += _against_before(run, ground)
    if _is_quoted(run, text):
        points += 2
    if run.size > 6:
        points += 3
    return points


def _against_before(run: Run, ground: Ground) -> float:
    before, second = run.before, run.second_before
    if before.is_capital and run.before_kind in (Kind.BODY, Kind.PART):
        if ground.language == "de":
            return 0.0
        if before.case == CAPITALS or ground.language == "en" or run.before_kind is Kind.PART:
            return 0.0 if before.case == CAPITALS else 1.0
        return 1.5 if run.size > 1 and ground.language in ("ru", "pl") else 3.0
    if before.key in ("имени", "imienia"):
        return 0.0 if second is not None and second.key == "по" else 4.0
    if before.key in NOT_OF_PEOPLE:
        return 4.0
    if before.key == "of" and second is not None and second.key in NOT_OF_PEOPLE:
        return 4.0
    if before.key in _ARTICLES.get(ground.language, ()):
        return 3.0
    if before.is_capital and not before.opens and run.before_kind is Kind.OTHER:
        # A title, as of a film: "My Favourite Cake".
        return 2.0
    return 1.5 if before.key in _LOCATIVES[ground.language] else 0.0


def _is_quoted(run: Run, text: str) -> bool:
    """Whether the run is all that stands between two quotation marks."""
    around = text[max(0, run.start - 1) : run.start], text[run.end : run.end + 1]
    return around[0] in tuple("\"“„«'‘") and around[1] in tuple("\"”“»'’")


_LABELS = re.compile(
    r"(?:\b(?:a\.?k\.?a\.?|also known as|better known as|alias|он же|она же|także jako|też jako)"
    r"|\([^()]{0,30}\b(?:formerly|pinyin|romanized as|transliterated as|chinese|born|née|nee|"
    r"geb|geborene|auch|eller|også|también|także|также|пиньинь|псевдоним))[:.,]?\s*[\"“«„]?$",
    re.IGNORECASE,
)


def is_within_other(run: Run, ground: Ground) -> bool:
    """Whether the run only opens the name of a body or a place, or tells of a whole family."""
    after = run.after
    if after is None or after.gap not in (" ", "\u00a0"):
        return False
    if after.key in _HOUSES and run.before is not None and run.before.text.lower() == "the":
        return True
    if after.is_capital:
        return run.after_kind is Kind.BODY and ground.language in ("en", "de", "nb")
    return after.key in PLACE_AFTER


def is_other_name(run: Run, text: str) -> bool:
    """Whether words before say that this is another name of who was named before."""
    if run.before is None:
        return False
    if run.before.key in KNOWN_AS and run.second_before is not None:
        return run.second_before.key in KNOWN
    return bool(_LABELS.search(text[max(0, run.start - 40) : run.start]))


def is_after_kin(run: Run) -> bool:
    """Whether the word before, or the one before that, is a word for kin."""
    near = (run.before, run.second_before)
    return any(token is not None and token.key in KIN for token in near)
