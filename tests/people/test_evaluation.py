"""The measures of an evaluation, by cases small enough to be computed by hand."""

import json

import pytest

from people.evaluation.answers import Answer, Question, told, worst
from people.evaluation.labelled import Group, Pair, Spelling, Unreadable, read_groups, read_pairs
from people.evaluation.measures import Scored, is_within, percentile, rank

NEVER = float("inf")


def group(*names: str, kind: str = "hr", ethnicity: str = "kazakh") -> Group:
    return Group("one", kind, ethnicity, tuple(Spelling(name, "Latn") for name in names))


def answer(place: float, asked: str = "Asem", held: str = "Әсем", **values) -> Answer:
    scripts = {"Asem": "Latn", "Әсем": "Cyrl", "艾赛木": "Hani"}
    spellings = Spelling(asked, scripts[asked]), Spelling(held, scripts[held])
    whose = group(asked, held, **values.pop("whose", {}))
    return Answer(Question(whose, 1, *spellings), place, "somebody", 0.01, **values)


@pytest.mark.parametrize(
    ("scores", "place"),
    [
        ([(7, 0.9), (1, 0.5), (2, 0.4)], 1),
        ([(1, 0.95), (7, 0.9), (2, 0.4)], 2),
        ([(7, 0.9), (1, 0.9)], 1.5),
        ([(1, 0.9), (7, 0.9), (2, 0.9)], 2),
        ([(1, 1.0), (2, 0.9), (7, 0.9), (3, 0.9), (4, 0.9), (5, 0.1)], 3.5),
        ([(7, 0.3), (1, 0.1 + 0.2)], 1.5),
        ([(1, 0.9)], NEVER),
        ([], NEVER),
    ],
)
def test_a_rank_counts_the_better_and_half_of_the_equal(scores, place):
    assert rank(7, scores) == place


def test_a_tie_of_two_for_the_last_place_that_counts_is_found():
    assert [is_within(place, 1) for place in (1, 1.5, 2, NEVER)] == [True, True, False, False]
    assert [is_within(place, 10) for place in (10, 10.5, 11, NEVER)] == [True, True, False, False]


def test_answers_are_told_overall_by_set_and_by_pair_of_scripts():
    answers = [
        answer(1),
        answer(2, "Әсем", "Asem"),
        answer(NEVER, "艾赛木", "Asem", whose={"ethnicity": "uyghur"}),
        answer(4, whose={"kind": "ep"}),
    ]

    found = told(answers)

    pairs, sets = found.pop("by_script_pair"), found.pop("by_set")
    assert found == {"queries": 4, "recall_at_1": 0.25, "recall_at_10": 0.75, "mrr": 0.4375}
    assert {name: (one["queries"], one["recall_at_1"]) for name, one in sets.items()} == {
        "ep": (1, 0),
        "ep/kazakh": (1, 0),
        "hr": (3, 0.3333),
        "hr/kazakh": (2, 0.5),
        "hr/uyghur": (1, 0),
    }
    assert {name: (one["queries"], one["recall_at_10"]) for name, one in pairs.items()} == {
        "Cyrl>Latn": (1, 1),
        "Hani>Latn": (1, 0),
        "Latn>Cyrl": (2, 1),
    }


def test_what_a_hint_gains_is_told_beside():
    found = told([answer(3, hinted={"with_sex": 1}), answer(2, hinted={"with_sex": 4})])

    assert (found["recall_at_1"], found["with_sex"]["recall_at_1"]) == (0, 0.5)


def test_the_worst_answers_come_first_each_question_once():
    answers = [answer(1), answer(3, "Әсем", "Asem"), answer(NEVER, "艾赛木", "Asem")]

    assert worst(answers * 2, 5) == [answers[2], answers[1]]
    assert worst(answers, 1) == [answers[2]]


def test_precision_is_told_against_all_and_against_either_kind():
    scored = Scored(same=[0.9, 0.8, 0.7], negatives=[0.85, 0.2], others=[0.8, 0.81, 0.1, 0.0])

    assert scored.told(0.8) == {
        "threshold": 0.8,
        "precision": 0.4,
        "recall": 0.6667,
        "precision_against_negatives": 0.6667,
        "precision_against_others": 0.5,
        "false_among_negatives": 1,
        "false_among_others": 2,
    }


def test_precision_of_no_proposals_is_not_known():
    assert Scored(same=[0.1], negatives=[], others=[]).told(0.8)["precision"] is None


def test_a_percentile_is_a_value_that_was_measured():
    assert percentile([30, 10, 20, 40], 50) == 20
    assert percentile(range(1, 101), 95) == 95
    assert percentile([7], 95) == 7
    assert percentile([], 95) is None


def test_rounds_change_which_spelling_is_held_and_ask_for_each_other_once():
    person = group("Asem A", "Asem B", "Asem A", "Asem C")

    held = [person.held(turn).text for turn in range(5)]
    asked = [[one.text for one in person.asked(turn)] for turn in range(4)]

    assert held == ["Asem A", "Asem B", "Asem A", "Asem C", "Asem A"]
    assert asked == [
        ["Asem B", "Asem C"],
        ["Asem A", "Asem C"],
        ["Asem B", "Asem C"],
        ["Asem A", "Asem B"],
    ]


def test_labelled_files_are_read_as_the_register_would_hold_them(tmp_path):
    groups, pairs = tmp_path / "groups.jsonl", tmp_path / "pairs.jsonl"
    variants = [{"name": "  Asem   A ", "script": "Latn"}, {"name": "Әсем"}]
    person = {"id": "a", "set": "hr", "ethnicity": "kazakh", "variants": variants}
    groups.write_text(json.dumps(person) + "\n\n", encoding="utf-8-sig")
    pairs.write_text(json.dumps({"name_a": "A", "name_b": "B ", "relation": "brothers"}))

    spellings = Spelling("Asem A", "Latn"), Spelling("Әсем", "Cyrl")
    assert read_groups(groups) == [Group("a", "hr", "kazakh", spellings)]
    assert read_pairs(pairs) == [Pair("A", "B", "brothers")]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "groups.jsonl is empty."),
        ("{", "groups.jsonl, line 1: this is not an object in JSON."),
        ("[]", "groups.jsonl, line 1: this is not an object in JSON."),
        ({"variants": 3}, "“variants” should be a list of objects, each with a “name”."),
        ({"variants": ["Asem"]}, "“variants” should be a list of objects, each with a “name”."),
        ({"variants": [{"name": "A"}]}, "a person needs two spellings: one to hold, one to ask"),
        ({"id": 5}, "“id” should be a word."),
        ({"variants": [{"name": "A"}, {"name": " "}]}, "“name” should be a name of 1 to 200"),
        ({"variants": [{"name": "A"}, {"name": "A" * 201}]}, "“name” should be a name of 1 to"),
        ({"variants": [{"name": "A"}, {"name": "A\0"}]}, "“name” should be a name of 1 to"),
        ({"variants": [{"name": "A"}, {"name": None}]}, "“name” should be a name of 1 to"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path, line, sentence):
    person = {"id": "a", "set": "hr", "ethnicity": "x", "variants": [{"name": "A"}, {"name": "B"}]}
    line = line if isinstance(line, str) else json.dumps(person | line)
    (tmp_path / "groups.jsonl").write_text(line)

    with pytest.raises(Unreadable) as refusal:
        read_groups(tmp_path / "groups.jsonl")

    assert sentence in str(refusal.value)
    assert len(str(refusal.value).splitlines()) == 1


def test_a_person_who_is_there_twice_and_a_file_that_is_no_text_are_refused(tmp_path):
    person = {"id": "a", "set": "hr", "ethnicity": "x", "variants": [{"name": "A"}, {"name": "B"}]}
    (tmp_path / "twice.jsonl").write_text(f"{json.dumps(person)}\n{json.dumps(person)}")
    (tmp_path / "picture.jsonl").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(Unreadable, match=r"^twice.jsonl has the person a twice\.$"):
        read_groups(tmp_path / "twice.jsonl")
    with pytest.raises(Unreadable, match=r"^picture.jsonl is not text in UTF-8\.$"):
        read_groups(tmp_path / "picture.jsonl")
