"""`manage.py evaluate_articles` measures in a database of its own; the register is left alone."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from people.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db

TOLD = "Police detained Dana Bulutova, a teacher, in Almaty on 5 May 2021, her lawyer said."
LATER = "Dana Bulutowa was released on 9 May 2021. Lawyer Omar Sari told reporters so."


def span(text: str, words: str) -> dict:
    start = text.index(words)
    return {"surface": words, "start": start, "end": start + len(words)}


def somebody(text: str, key: str, name: str, role: str, *events: dict) -> dict:
    mentions = [span(text, name)]
    told = {"person_id": key, "canonical": name, "role": role, "mentions": mentions}
    return {**told, "events": list(events)}


def event(text: str, kind: str, date: str) -> dict:
    return {"type": kind, "date": date, "passage": {"start": 0, "end": len(text)}}


ARTICLES = [
    {
        "id": "one",
        "text": TOLD,
        "language": "en",
        "date": "2021-05-06",
        "persons": [
            somebody(
                TOLD,
                "dana",
                "Dana Bulutova",
                "detained_relative",
                event(TOLD, "detention", "2021-05-05"),
                event(TOLD, "death", "2021-05-05"),
            )
        ],
    },
    {
        "id": "two",
        "text": LATER,
        "language": "en",
        "date": "2021-05-10",
        "persons": [
            somebody(
                LATER,
                "dana",
                "Dana Bulutowa",
                "detained_relative",
                event(LATER, "release", "2021-05-08"),
            ),
            somebody(LATER, "omar", "Omar Sari", "journalist"),
        ],
    },
]


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("labelled") / "articles.jsonl"
    path.write_text("\n".join(map(json.dumps, ARTICLES)))
    return path


def evaluate(path, *options: str) -> tuple[str, str]:
    said, told = io.StringIO(), io.StringIO()
    call_command(
        "evaluate_articles", str(path), "--background=50", *options, stdout=said, stderr=told
    )
    return said.getvalue(), told.getvalue()


@pytest.fixture(scope="module")
def run(file, module_db):
    make.person("Dana Bulutova", published=True)
    said, told = evaluate(file, "--json")
    return {"said": said, "told": told, "people": Person.objects.count()}


def test_the_register_is_left_alone(run):
    assert run["people"] == 1


def test_one_object_stands_on_standard_output(run):
    report = json.loads(run["said"])

    assert {name: sorted(part) for name, part in report.items() if name != "articles"} == {
        "mentions": ["by_language", "f1", "precision", "recall"],
        "linking": ["precision", "recall"],
        "linking_cross_spelling": ["pairs", "recall"],
        "new_people": ["wrongly_linked"],
        "roles": ["accuracy", "macro_f1"],
        "events": ["date_accuracy", "f1", "precision", "recall"],
    }
    assert report["articles"] == 2


def test_figures_are_those_that_a_hand_works_out(run):
    report = json.loads(run["said"])

    # Three people are named, and found. Dana is held as the other article spells her, Omar as his
    # own does; both are linked, and nobody new is taken for anybody.
    whole = {"precision": 1.0, "recall": 1.0}
    assert report["mentions"] == {**whole, "f1": 1.0, "by_language": {"en": {**whole, "f1": 1.0}}}
    assert report["linking"] == whole
    assert report["linking_cross_spelling"] == {"recall": 1.0, "pairs": 2}
    assert report["new_people"] == {"wrongly_linked": 0.0}
    # Dana is told as detained in both; Omar, labelled a journalist, as somebody else.
    assert report["roles"]["accuracy"] == pytest.approx(2 / 3, abs=1e-4)
    # Of three labelled events the detention and the release are found, the first with its date; of
    # the three told one, that Omar made a statement, is not labelled.
    two_thirds = pytest.approx(2 / 3, abs=1e-4)
    assert report["events"] == {
        "precision": two_thirds,
        "recall": two_thirds,
        "f1": two_thirds,
        "date_accuracy": 0.5,
    }


def test_the_table_tells_what_the_object_holds(file):
    said, _ = evaluate(file)

    assert "mentions" in said
    assert "1.000" in said


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "line 1"),
        (json.dumps({"id": "x", "text": ""}), "“text” should be the text of the article."),
        (
            json.dumps(ARTICLES[0]) + "\n" + json.dumps(ARTICLES[0]),
            "has the article one twice",
        ),
        (
            json.dumps({**ARTICLES[0], "persons": [{**ARTICLES[0]["persons"][0], "role": "x"}]}),
            "“role” should be one of",
        ),
    ],
)
def test_bad_input_is_one_sentence(tmp_path, line, sentence):
    path = tmp_path / "bad.jsonl"
    path.write_text(line)

    with pytest.raises(CommandError, match=sentence) as refused:
        evaluate(path)

    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(CommandError) as refused:
        evaluate(tmp_path / "none.jsonl")

    assert "\n" not in str(refused.value)
