"""What speaks for a run of words being a person's name, and what against (pure)."""

import re

from cases.reading.naming import given
from cases.reading.naming.bodies import NOT_OF_PEOPLE, PLACE_AFTER
from cases.reading.naming.forms import stem
from cases.reading.naming.kinds import Ground, Kind, is_role
from cases.reading.naming.runs import Run
from cases.reading.naming.titles import ADDRESS, HIGH, KIN, KNOWN, KNOWN_AS, NAMED
from cases.reading.naming.verbs import SAYING

# A run of two words or more is a name from here on; a single word needs more.
ENOUGH, ENOUGH_ALONE, SURELY_NOT = 1.0, 3.0, 4.0
_SPACES = (" ", "\u00a0", ". ")
_AGE = re.compile(
    r"\s?[,(]\s?(?:aged |who is |de |lat |alter )?(?:1[0-9]|[2-9][0-9])(?!\d)"
    r"(?:\s?(?:,|\)|\.|;|years?\b|лет|год|años|lat|Jahre|år|and|who|-year))"
)
_APPOSITION = re.compile(
    r",\s(?:an?|the|who|whose|un|una|que|quien|ein|eine|der|die|en|ei|et|som|który|która|który|"
    r"который|которая|чей)\s"
)
_BORN = re.compile(r"\s?\((?:born|b\.|род|geb|født|nacid|ur)")
_LOCATIVES = frozenset(
    "in at near across towards в во близ около под im nach bei en hacia i ved w koło pod we".split()
)
_ARTICLES = {
    "en": frozenset({"the"}),
    "es": frozenset({"el", "la", "los", "las", "del", "al"}),
}


def for_and_against(run: Run, text: str, ground: Ground) -> tuple[float, float]:
    """What speaks for the run, and what against it, in points."""
    return _for(run, text, ground), _against(run, text, ground)


def _for(run: Run, text: str, ground: Ground) -> float:
    points = 1.0 if run.size > 1 or run.has_initial else 0.0
    points += _of_itself(run, ground) + _of_before(run, ground)
    if _AGE.match(text, run.end) or _BORN.match(text, run.end):
        points += 3
    if _APPOSITION.match(text, run.end):
        points += 1.5
    return points + _of_saying(run)


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
    if before.key in KNOWN_AS and second is not None and second.key in KNOWN:
        return 3.0
    is_office = is_role(before.key, ground.language)
    if _is_beside(run):
        return _of_beside(run, is_office, ground)
    if gap == ", ":
        return 2.0 if before.key in KIN else 1.5 * is_office
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
            points += 1 if opens else 4 if run.after_kind is Kind.BODY else 2
        elif not after.is_capital and after.key in PLACE_AFTER:
            points += 4
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
        return 3.0 if ground.language != "en" and run.before_kind is Kind.BODY else 1.0
    if before.key in ("имени", "imienia"):
        return 0.0 if second is not None and second.key == "по" else 4.0
    if before.key in NOT_OF_PEOPLE:
        return 4.0
    if before.key == "of" and second is not None and second.key in NOT_OF_PEOPLE:
        return 4.0
    if before.key in _ARTICLES.get(ground.language, ()):
        return 3.0
    return 1.5 if before.key in _LOCATIVES else 0.0


def _is_quoted(run: Run, text: str) -> bool:
    """Whether the run is all that stands between two quotation marks."""
    around = text[max(0, run.start - 1) : run.start], text[run.end : run.end + 1]
    return around[0] in tuple("\"“„«'‘") and around[1] in tuple("\"”“»'’")


_LABELS = re.compile(
    r"(?<![\w-])(?:a\.?k\.?a\.?|also known as|better known as|formerly|pinyin|romanized as|transliterated as|"
    r"in chinese|chinese|born|née|nee|он же|она же|также|auch|también|también conocid[oa] como|"
    r"znany też jako|także|også kjent som|eller|alias|псевдоним|пиньинь)[:,]?\s*[\"“«„]?$",
    re.IGNORECASE,
)


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
