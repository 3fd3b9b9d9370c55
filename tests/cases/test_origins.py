"""Articles of one origin count once: proposed by their words, marked by staff, asked only once."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import DatabaseError, transaction

from cases.models import Case, Independence, Sketch, Snapshot, Source
from cases.origins import elder, mark_independent, mark_same, proposals
from cases.repeating import share, sketch
from config.records.choices import Secrecy
from tests import factories as make
from tests.reading import words

WIRE = " ".join(
    f"Neighbour {number} of the shop told the agency that nobody has seen its owner since the "
    f"officers came on day {number}."
    for number in range(1, 13)
)
OWN = " ".join(
    f"Our correspondent adds thought {number}, which is hers alone." for number in range(9)
)
OTHER = " ".join(
    f"Line {number}: the ministry announced a fair of melons, silk and copper for autumn."
    for number in range(1, 20)
)


# Texts


def test_a_repeated_report_is_told_by_its_runs_of_words():
    assert share(WIRE, f"{OWN} {WIRE.upper()} {OWN}") == 1.0
    assert share(WIRE, OTHER) == 0.0
    many = [f"word{number}" for number in range(200)]
    assert share(" ".join(many[:100]), " ".join(many[40:])) == 0.6


def test_a_few_words_say_too_little():
    assert (
        share("He was taken from his shop in March.", "He was taken from his shop in March.") == 0
    )


def test_what_a_text_is_found_by_is_the_same_whatever_surrounds_it_in_case_and_signs():
    assert sketch(WIRE) == sketch(WIRE.upper().replace(" ", "\n"))
    assert len(sketch(WIRE)) == 64
    assert len(set(sketch(WIRE)) & set(sketch(f"{OWN} {WIRE} {OWN}"))) > 20


# Proposals


def article(text: str, **values) -> Source:
    source = make.source(**values)
    make.snapshot(source, text)
    return source


def proposed(source: Source, user) -> list[tuple]:
    return [(one.source, one.why, one.origin) for one in proposals(source, user)]


@pytest.mark.django_db
def test_an_article_that_repeats_a_report_is_proposed_with_it(contributor):
    wire = article(WIRE, kind="wire")
    paper = article(f"{WIRE} {OWN}", published_written="March 2018", published_basis="stated")
    article(OTHER)

    why = "100% of the words of the shorter text stand in the other, in a row."
    assert proposed(paper, contributor) == [(wire, why, wire)]
    assert proposed(wire, contributor) == [(paper, why, wire)]


@pytest.mark.django_db
def test_of_two_papers_the_one_that_was_published_first_is_the_origin():
    later = make.source(published_written="May 2018", published_basis="stated")
    first = make.source(published_written="March 2018", published_basis="stated")
    undated = make.source()

    assert (elder(later, first), elder(undated, later)) == (first, later)


@pytest.mark.django_db
def test_sources_of_one_informant_are_proposed(contributor, chief):
    informant = make.person(secrecy=Secrecy.SEALED)
    one, other = (make.source(informant=informant) for _ in range(2))

    assert proposed(one, chief) == [(other, "Both were told by the same informant.", one)]
    assert proposed(one, contributor) == []


@pytest.mark.django_db
def test_a_sealed_source_is_proposed_to_chiefs_alone(contributor, chief, researcher):
    paper, sealed = article(WIRE), article(WIRE, secrecy=Secrecy.SEALED)

    found = [[one.source for one in proposals(paper, user)] for user in (contributor, chief)]

    assert found == [[], [sealed]]
    assert proposals(paper, researcher) == []


@pytest.mark.django_db
def test_a_sealed_origin_is_told_to_nobody_else_and_moved_by_nobody_else(contributor, chief):
    sealed = make.source(kind="wire", secrecy=Secrecy.SEALED)
    paper, other = article(WIRE, origin=sealed), article(WIRE)

    with pytest.raises(ValidationError) as refused:
        mark_same(paper, other, by=contributor)

    assert refused.value.messages == ["These two are for a chief to mark."]
    assert (proposed(paper, contributor), proposed(other, contributor)) == ([], [])
    assert [one.origin for one in proposals(other, chief)] == [sealed]
    assert mark_same(paper, other, by=chief) == sealed


@pytest.mark.django_db
def test_nobody_is_asked_twice(contributor):
    paper, one, other = article(WIRE), article(WIRE), article(WIRE)

    mark_independent(one, paper, by=contributor, why="two reporters")
    mark_same(paper, other, by=contributor)

    assert proposed(paper, contributor) == []
    assert [row.source for row in proposals(one, contributor)] == [other]
    kept = Independence.objects.get()
    assert (kept.one, kept.other, kept.why, kept.by) == (paper, one, "two reporters", contributor)


# Marking


@pytest.mark.django_db
def test_sources_of_one_origin_lie_flat(contributor):
    first, second, third, fourth = (make.source() for _ in range(4))
    mark_same(third, fourth, by=contributor)
    mark_same(second, first, by=contributor)

    mark_same(fourth, second, by=contributor)

    assert list(Source.objects.order_by("pk").values_list("origin", flat=True)) == [
        *(None, first.pk, first.pk, first.pk)
    ]
    with pytest.raises(ValidationError, match="of one origin already"):
        mark_same(second, third, by=contributor)


@pytest.mark.django_db
def test_a_case_counts_a_repeated_report_once(contributor):
    case = make.case()
    sources = [make.source() for _ in range(2)]
    for source in sources:
        make.citation(source, case=case)
    before = Case.objects.get().origin_count

    mark_same(*sources, by=contributor)

    after = Case.objects.get()
    assert (before, after.origin_count, after.verification) == (2, 1, "same_origin")


@pytest.mark.django_db
def test_what_readers_see_is_not_changed_behind_their_backs(contributor):
    paper, wire = make.source(published=True), make.source(kind="wire")

    with pytest.raises(ValidationError, match=f"{paper} would rest on {wire}.*reopen it first"):
        mark_same(paper, wire, by=contributor)

    assert not Source.objects.exclude(origin=None).exists()


@pytest.mark.django_db
def test_who_may_not_change_sources_may_not_mark_them(researcher):
    one, other = make.source(), make.source()

    for verb in (mark_same, mark_independent):
        with pytest.raises(PermissionDenied):
            verb(one, other, by=researcher)


@pytest.mark.django_db
def test_the_database_refuses_a_chain_and_a_circle_of_origins():
    first, second, third = (make.source() for _ in range(3))
    Source.objects.filter(pk=second.pk).update(origin=first)

    for source, origin, why in (
        (third, second, "rests on another source itself"),
        (first, third, "Other sources rest on this one"),
        (first, second, "rests on another source itself"),
    ):
        with pytest.raises(DatabaseError, match=why), transaction.atomic():
            Source.objects.filter(pk=source.pk).update(origin=origin)


# The pages of staff


@pytest.mark.django_db
def test_staff_answer_on_a_page_of_the_source(contributor, signed_in):
    browser = signed_in(contributor)
    wire, paper, apart = article(WIRE, kind="wire"), article(f"{WIRE} {OWN}"), article(WIRE)
    page = f"/admin/cases/source/{paper.pk}/origin/"

    asked = words(browser.get(page).content.decode())
    browser.post(page, {"other": wire.public_id, "answer": "same"})
    browser.post(page, {"other": apart.public_id, "answer": "independent", "why": "read both"})
    after = words(browser.get(page).content.decode())

    assert f"Same origin: {wire}" in asked
    assert (f"Same origin: {wire}" in after, f"It rests on {wire}." in after) == (False, True)
    paper.refresh_from_db()
    assert (paper.origin, Independence.objects.get().why) == (wire, "read both")


@pytest.mark.django_db
def test_the_page_of_a_source_asks(contributor, signed_in):
    wire, paper = article(WIRE, kind="wire"), article(f"{WIRE} {OWN}")

    told = words(
        signed_in(contributor).get(f"/admin/cases/source/{paper.pk}/change/").content.decode()
    )

    assert f"{wire}, {wire.title}: 100% of the words of the shorter text stand in the other" in told


@pytest.mark.django_db
def test_a_refusal_is_told_on_the_page(contributor, signed_in):
    wire, paper = article(WIRE, kind="wire"), article(WIRE, published=True)
    page = f"/admin/cases/source/{paper.pk}/origin/"

    told = signed_in(contributor).post(
        page, {"other": wire.public_id, "answer": "same"}, follow=True
    )

    assert "reopen it first" in words(told.content.decode())


@pytest.mark.django_db
def test_a_sealed_source_and_a_missing_one_have_the_same_page(contributor, signed_in):
    browser = signed_in(contributor)
    paper, sealed = article(WIRE), article(WIRE, secrecy=Secrecy.SEALED)

    answers = [
        browser.get(f"/admin/cases/source/{key}/origin/").status_code for key in (sealed.pk, 10**6)
    ]
    answers += [
        browser.post(
            f"/admin/cases/source/{paper.pk}/origin/", {"other": other, "answer": "same"}
        ).status_code
        for other in (sealed.public_id, "S-000000", "\0")
    ]

    assert answers == [404] * 5


@pytest.mark.django_db
def test_copies_loaded_past_the_register_are_caught_up_with(contributor, capsys):
    paper, wire = article(WIRE), article(WIRE)
    Sketch.objects.all().delete()
    assert proposed(paper, contributor) == []

    call_command("compare_copies", verbosity=0)

    assert [one.source for one in proposals(paper, contributor)] == [wire]
    assert Snapshot.objects.filter(sketch=None).count() == 0
    assert capsys.readouterr().out == "Copies remembered: 2. Passages looked for: 0.\n"
