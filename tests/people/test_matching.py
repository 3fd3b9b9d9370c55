"""Who is found under which spelling, and by whom."""

import itertools

import pytest
from django.db import connection

from config.records.choices import Secrecy, State
from people.choices import NameDisplay
from people.matching import find, likely
from people.models import NameIndex, NameWord, PersonName
from people.names.score import VERY_LIKELY
from tests import factories

pytestmark = pytest.mark.django_db

SPELLINGS = [
    "Akikat Kaliolla",
    "Aqiqat Qaliolla",
    "Қалиолла Ақиқат",
    "Акикат Калиолла",
    "KALIOLLA, Akikat",
    "阿克哈提·哈力尤拉",
    "اقيقات قاليوللا",
    "Akhikat Qalïolla",
]


@pytest.fixture
def akikat():
    for name in ("Almakhan Myrzan", "Baqytkhan Myrzan", "Қалиолла Тұрсын", "Ilham Tohti", "王芳"):
        factories.person(name, published=True)
    return factories.person("Akikat Kaliolla", published=True)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_any_spelling_in_any_script_finds_the_person_first(akikat, spelling):
    found = find(spelling, None)

    assert found[0].person == akikat.pk
    assert found[0].spelling == "Akikat Kaliolla"


def test_the_spelling_that_is_nearest_is_the_one_that_is_told(akikat):
    factories.name(akikat, "Ақиқат Қалиолла", published=True)

    (cyrillic, *_), (latin, *_) = find("Ақиқат Қалиолла", None), find("Akikat Kaliolla", None)

    assert (cyrillic.spelling, latin.spelling) == ("Ақиқат Қалиолла", "Akikat Kaliolla")


@pytest.mark.parametrize(
    "typed",
    ["", "a", "😀", "·", "\0", "x" * 10_000, "word " * 2_000, "٧٧", "a b c d e f g h i j k"],
)
def test_whatever_is_typed_gets_an_answer(akikat, typed):
    assert [match.person for match in find(typed, None) if match.score > 0.9] == []


def test_one_word_finds_who_has_it(akikat):
    assert find("Қалиолла", None)[0].person in {
        akikat.pk,
        PersonName.objects.get(text="Қалиолла Тұрсын").person_id,
    }


@pytest.mark.parametrize("word", ["Omar", "Омар", "Ali", "王", "Гули"])
def test_one_short_word_finds_who_bears_it(word):
    people = [factories.person(f"{name} Test", published=True) for name in ("Omar", "Ali", "Guli")]
    people.append(factories.person("王芳", published=True))

    assert find(word, None)[0].person in {person.pk for person in people}


# Who may find whom

HIDDEN = {Secrecy.STAFF, Secrecy.SEALED}


@pytest.mark.parametrize("shown_as", [NameDisplay.INITIALS, NameDisplay.WITHHELD])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_name_that_is_not_shown_is_found_by_no_reader(akikat, researcher, shown_as, spelling):
    akikat.name_display = shown_as
    akikat.save()

    for reader in (None, researcher):
        assert akikat.pk not in {match.person for match in find(spelling, reader)}
    assert not NameWord.objects.filter(name__person=akikat, audience__lt=2).exists()


def test_staff_find_a_name_that_readers_do_not(akikat, contributor):
    akikat.name_display = NameDisplay.WITHHELD
    akikat.save()

    assert find("Ақиқат Қалиолла", contributor)[0].person == akikat.pk


def test_the_index_knows_for_every_state_and_secrecy_who_sees_the_name(
    researcher, contributor, chief
):
    for states, levels in itertools.product(
        itertools.product(State, repeat=2), itertools.product(Secrecy, repeat=2)
    ):
        pairs = list(zip(states, levels, strict=True))
        if any(state == State.PUBLISHED and level in HIDDEN for state, level in pairs):
            continue  # the database refuses it
        person = factories.person("Nurlan Omar", published=True)
        name = person.names.get()
        for record, (state, level) in zip((person, name), pairs, strict=True):
            type(record).objects.filter(pk=record.pk).update(state=state, secrecy=level)

    readers = {0: None, 1: researcher, 2: contributor, 3: chief}
    for level, reader in readers.items():
        by_rule = set(PersonName.objects.visible_to(reader).values_list("pk", flat=True))
        rows = NameWord.objects.filter(audience__lte=level)
        assert set(rows.values_list("name", flat=True)) == by_rule, reader


def test_who_is_hidden_pushes_nobody_out(akikat):
    before = [(match.person, match.score) for match in find("Akikat Kaliolla", None)]
    for _ in range(30):
        factories.person("Akikat Kaliolla")

    assert [(match.person, match.score) for match in find("Akikat Kaliolla", None)] == before


# The index keeps in step


def test_a_changed_name_is_found_as_it_is_now_and_a_deleted_one_no_longer(akikat):
    name = akikat.names.get()
    name.text = "Nurzat Ermekbai"
    name.save()

    assert find("Нурзат Ермекбай", None)[0].person == akikat.pk
    assert akikat.pk not in {match.person for match in find("Akikat Kaliolla", None)}

    PersonName.objects.filter(pk=name.pk).update(state=State.DRAFT)
    PersonName.objects.get(pk=name.pk).delete()
    assert not NameWord.objects.filter(name=name.pk).exists()


def test_a_name_that_moves_to_somebody_withheld_is_hidden_at_once(akikat):
    hidden = factories.person("Ali Veli", published=True, name_display=NameDisplay.WITHHELD)
    PersonName.objects.filter(person=akikat).update(person=hidden, is_primary=False)

    assert hidden.pk not in {match.person for match in find("Akikat Kaliolla", None)}


# Proposals


def test_a_likely_double_is_proposed_and_a_sister_is_not(akikat, contributor):
    factories.person("Akbope Kaliolla", published=True)

    proposed = likely(["Ақиқат Қалиолла"], contributor)

    assert [match.person for match in proposed] == [akikat.pk]
    assert proposed[0].score >= VERY_LIKELY
    assert likely(["Ақиқат Қалиолла"], contributor, besides=akikat.pk) == []


def test_who_is_asked_about_hides_no_double_of_theirs(contributor):
    one = factories.person("Bakitkan Mirza", published=True)
    other = factories.person("Baqytkhan Myrzan", published=True)

    assert [match.person for match in likely(["Bakitkan Mirza"], contributor, besides=one.pk)] == [
        other.pk
    ]


def test_a_search_reads_the_index_and_never_the_whole_table(akikat):
    """At a size at which the planner has a choice."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO people_nameword (name_id, word_id, audience, others)"
            " SELECT n, 1000 + n % 5000, 0, ARRAY[n] FROM generate_series(100000, 160000) n"
        )
        cursor.execute("ANALYZE people_nameword")
        cursor.execute(
            "EXPLAIN SELECT name_id FROM unnest(%s::int[]) AS near(word)"
            " JOIN people_nameword held ON held.word_id = near.word WHERE held.audience <= 0",
            [list(range(1000, 1300))],
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())

    assert "names_of_word" in plan
    assert "Seq Scan" not in plan


def test_without_a_finished_index_the_unfinished_one_answers(akikat):
    NameIndex.objects.update(finished_at=None)

    assert find("Ақиқат Қалиолла", None)[0].person == akikat.pk
