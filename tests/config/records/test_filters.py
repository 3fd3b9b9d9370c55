"""Filters are strict, know what a partial date leaves open, and say in words what they do."""

import pytest
from django.http import QueryDict

from cases.filters import CaseFilter, EventFilter
from cases.models import Case, Event
from cases.nouns import NOUNS
from config.records.values import LONGEST, Words
from tests import factories

nouns = pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.name)
TIMES = (
    "2018",
    "March 2018",
    "27 March 2018",
    "2018?",
    "about 2018",
    "before March 2018",
    "since 2018",
    "2017/2019",
    "XXXX-03-27",
    "",
)
# They may be any day of 2018.
VAGUE = ("2018", "2018?", "about 2018")


@pytest.fixture(scope="module")
def events(module_db):
    """One event for each way of knowing when."""
    for written in TIMES:
        basis = "stated" if written else ""
        factories.event("arrest", published=True, occurred_written=written, occurred_basis=basis)


def found(question: str) -> list[str]:
    """The words of the dates that a question finds, in the order of TIMES."""
    asked = EventFilter(QueryDict(question), Event.objects.published())
    assert asked.errors == {}
    hits = set(asked.qs.values_list("occurred_written", flat=True))
    return [written for written in TIMES if written in hits]


def cases(question: str) -> CaseFilter:
    return CaseFilter(QueryDict(question), Case.objects.published())


def errors(noun, question: str) -> dict:
    return noun.filterset(QueryDict(question), noun.model.objects.published()).errors


# Time


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("from=2019", ["since 2018", "2017/2019", "XXXX-03-27"]),
        ("from=2019&certainly=true", []),
        ("to=2017", ["before March 2018", "2017/2019", "XXXX-03-27"]),
        ("to=2017&certainly=true", []),
        ("from=2018-03-27&to=2018-03-27", [one for one in TIMES if one and "before" not in one]),
        ("from=2018-03-27&to=2018-03-27&certainly=true", ["27 March 2018"]),
        ("from=2018&to=2018&certainly=true", ["2018", "March 2018", "27 March 2018"]),
        ("from=2017&to=2019&certainly=true", ["2018", "March 2018", "27 March 2018", "2017/2019"]),
        ("from=April 2018&to=June 2018", [*VAGUE, "since 2018", "2017/2019", "XXXX-03-27"]),
        ("from=April 2018&to=June 2018&certainly=true", []),
        ("certainly=true", list(TIMES)),
        ("certainly=false", list(TIMES)),
    ],
)  # fmt: skip
def test_a_span_finds_what_may_lie_in_it_or_certainly_does(events, question, expected):
    assert found(question) == expected


# Strictness


@nouns
@pytest.mark.parametrize("question", ["statuss=released", "q=x&Q=y", "from_=2018", "id=1", "="])
def test_a_misspelt_filter_is_an_error(noun, question):
    name = question.split("&")[-1].split("=")[0]

    wrong = errors(noun, question)

    assert list(wrong) == ([name] if question != "=" else [""])
    assert wrong[name][0].startswith("There is no such filter. Filters: ")


@nouns
@pytest.mark.parametrize("value", ["x" * 10_000, "nul\0byte", "nonsense", "-1", "王" * 10_000])
def test_no_filter_chokes_on_a_bad_value(noun, value, db):
    """A text finds nothing or is refused; anything else is refused."""
    outcomes = {}
    for name in noun.filterset.get_filters():
        asked = QueryDict(mutable=True)
        asked[name] = value
        filterset = noun.filterset(asked, noun.model.objects.published())
        outcomes[name] = list(filterset.errors) or list(filterset.qs)

    too_long = len(value) > LONGEST or "\0" in value
    assert {name: told for name, told in outcomes.items() if told not in ([name], [])} == {}
    assert not too_long or {name for name, told in outcomes.items() if told == []} == set()


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("status=free", "status"),
        ("status=released&status=free", "status"),
        ("from=03/04/2018", "from"),
        ("to=someday", "to"),
        ("certainly=maybe", "certainly"),
        ("updated_since=yesterday", "updated_since"),
        ("order=random", "order"),
        ("has_citation=2", "has_citation"),
    ],
)
def test_a_bad_value_is_an_error_that_names_its_filter(question, name):
    wrong = cases(question).errors

    assert list(wrong) == [name]
    assert wrong[name][0]


@nouns
def test_what_a_list_understands_besides_filters_is_no_error(noun):
    assert errors(noun, "page=2&page_size=10&format=csv") == {}


@pytest.mark.parametrize("word", ["true", "True", "1", "yes", "on", "false", "0", "no"])
def test_yes_and_no_are_understood_as_people_write_them(word):
    assert cases(f"has_citation={word}").errors == {}


@nouns
def test_no_filter_makes_the_database_read_all_rows_before_the_first(noun, db):
    """A DISTINCT over every column would; and none is needed, for no filter doubles a row."""
    asked = QueryDict(mutable=True)
    for name, one in noun.filterset.get_filters().items():
        if isinstance(one, Words):
            asked.setlist(name, [value for value, _ in one.extra["choices"]][:2])
    filterset = noun.filterset(asked, noun.model.objects.published())

    assert filterset.errors == {}
    assert "SELECT DISTINCT" not in str(filterset.qs.query)[:20]


# Told in words


def test_a_filter_in_use_says_what_it_does_and_how_to_drop_it():
    asked = cases("status=released&status=died&sex=female&order=name&page=2")

    told = [(chip.label, chip.value, chip.without) for chip in asked.chips()]

    assert told == [
        ("status", "released", "status=died&sex=female&order=name"),
        ("status", "died", "status=released&sex=female&order=name"),
        ("sex", "female", "status=released&status=died&order=name"),
    ]


@pytest.mark.django_db
def test_a_facet_counts_with_every_other_filter_and_without_its_own(events):
    factories.event("release", published=True, occurred="2018", occurred_basis="stated")
    asked = EventFilter(
        QueryDict("kind=arrest&from=2018&to=2018&certainly=true"), Event.objects.all()
    )

    assert asked.errors == {}
    options = asked.facets()["kind"]
    assert [(one.value, one.count, one.chosen) for one in options] == [
        ("arrest", 3, True),
        ("release", 1, False),
    ]
    assert options[0].query == "from=2018&to=2018&certainly=true"


@nouns
def test_every_filter_and_order_is_told_in_words(noun):
    filters = noun.filterset.get_filters()

    assert [name for name, one in filters.items() if not one.label] == []
    assert [name for name, (label, _) in noun.filterset.ORDERS.items() if not label] == []
    assert [name for name in noun.filterset.FACETS if name not in filters] == []


@nouns
def test_every_order_ends_with_the_key_so_that_pages_never_overlap(noun):
    last = {name: columns[-1].lstrip("-") for name, (_, columns) in noun.filterset.ORDERS.items()}

    assert last == dict.fromkeys(noun.filterset.ORDERS, "id")
