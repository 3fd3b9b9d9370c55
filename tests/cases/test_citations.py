"""Passages belong to a kept copy that holds them; a kept copy never changes."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from cases import anchors
from cases.models import Citation, Snapshot
from tests import factories as make

TEXT = "Police took him.\nThey held “him” for hours, and held him again."


def test_a_passage_is_found_whatever_its_line_breaks_and_quotation_marks():
    found = anchors.find(TEXT, 'took him. They held "him"')

    assert (found.quote, found.start, found.end) == (TEXT[7:32], 7, 32)


def test_a_passage_that_is_not_there_is_not_found():
    assert anchors.find(TEXT, "released him") is None
    assert anchors.find(TEXT, "  ") is None


@pytest.mark.django_db
def test_a_passage_is_placed_in_the_kept_copy():
    source = make.source()
    make.snapshot(source, TEXT)

    citation = make.citation(source, case=make.case(), quote="held him again")

    assert TEXT[citation.start : citation.end] == citation.quote == "held him again"


@pytest.mark.django_db
def test_a_passage_that_the_kept_copy_lacks_is_refused_with_a_sentence():
    source = make.source()
    make.snapshot(source, TEXT)

    with pytest.raises(ValidationError, match="does not hold this passage"):
        make.citation(source, case=make.case(), quote="beat him")


@pytest.mark.django_db
def test_the_database_refuses_words_that_are_not_at_the_place():
    source = make.source()
    make.snapshot(source, TEXT)
    citation = make.citation(source, case=make.case(), quote="held him again")

    with pytest.raises(DatabaseError, match="does not say this"), transaction.atomic():
        Citation.objects.filter(pk=citation.pk).update(start=0)


@pytest.mark.django_db
def test_the_database_refuses_a_copy_of_another_source():
    source, other = make.source(), make.source()
    copy = make.snapshot(other, TEXT)
    citation = make.citation(source, case=make.case())

    with pytest.raises(DatabaseError, match="of another source"), transaction.atomic():
        Citation.objects.filter(pk=citation.pk).update(snapshot=copy)


@pytest.mark.django_db
def test_a_citation_speaks_of_exactly_one_record():
    source, case = make.source(), make.case()

    with pytest.raises(IntegrityError, match="citation_of_one"), transaction.atomic():
        make.citation(source)
    with pytest.raises(IntegrityError, match="citation_of_one"), transaction.atomic():
        make.citation(source, case=case, person=case.person)


@pytest.mark.django_db
def test_a_kept_copy_is_never_changed_or_deleted():
    copy = make.snapshot(make.source(), TEXT)

    with pytest.raises(DatabaseError), transaction.atomic():
        Snapshot.objects.filter(pk=copy.pk).update(text="other")
    with pytest.raises(DatabaseError), transaction.atomic():
        copy.delete()


@pytest.mark.django_db
def test_citations_of_some_kinds_are_those_that_anybody_may_see_of_all_kinds():
    for published in (True, False):
        case = make.case(published=published)
        for target in ({"case": case}, {"event": make.event("arrest", case=case, published=True)}):
            for source in (make.source("Told", published=True), make.source("Hidden")):
                make.citation(source, published=True, **target)
                make.citation(source, **target)
        make.citation(make.source(published=True), published=True, person=case.person)

    seen = Citation.objects.published()

    assert Citation.objects.count() == 18
    assert set(Citation.objects.visible_of(None, "case", "event")) == set(
        seen.filter(person__isnull=True)
    )
    assert list(Citation.objects.visible_of(None, "person")) == list(
        seen.filter(person__isnull=False)
    )
    assert [seen.filter(person__isnull=is_null).count() for is_null in (True, False)] == [2, 1]
