"""What became of a passage in a newer copy: kept, shown to staff, told to readers."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.models import Citation, Snapshot, Source, Trace
from config.records.choices import Secrecy
from tests import factories as make
from tests.reading import words
from tests.sheet import address

pytestmark = pytest.mark.django_db

FIRST = "A paper writes. Kuat was sentenced to 14 years in prison. His sister asks where he is."
MOVED = f"Updated on Friday. {FIRST}"
REWORDED = FIRST.replace("14 years in prison", "12 years in a prison of the county")
LOST = "This page is no longer available."
QUOTE = "Kuat was sentenced to 14 years in prison"


def kept(source: Source, text: str, month: int) -> Snapshot:
    when = timezone.datetime(2024, month, 3, tzinfo=timezone.get_current_timezone())
    copy = Snapshot(source=source, text=text, kept_at=when, kept_by=make.account("enters"))
    copy.save()
    return copy


@pytest.fixture
def cited(db):
    """A published citation of a published article with one kept copy."""
    source = make.source("An article", url="https://example.org/a", published=True)
    kept(source, FIRST, 1)
    case = make.case(summary="Held since March.", published=True)
    return make.citation(source, case=case, quote=QUOTE, published=True)


def outcomes(citation: Citation) -> list[str]:
    return [trace.outcome for trace in citation.traces.order_by("snapshot_id")]


def test_each_newer_copy_is_looked_through_when_it_is_kept(cited):
    for month, text in enumerate((FIRST, MOVED, REWORDED, LOST), 2):
        kept(cited.source, text, month)

    assert outcomes(cited) == ["same", "moved", "reworded", "lost"]
    assert [one.words for one in cited.traces.order_by("snapshot_id")] == [
        *("", ""),
        "Kuat was sentenced to 12 years in a prison",
        "",
    ]


def test_the_citation_stays_bound_to_its_copy(cited):
    before = Citation.objects.values().get()

    kept(cited.source, LOST, 2)

    assert Citation.objects.values().get() == before


def test_a_citation_of_an_older_copy_is_looked_for_at_once(cited):
    newer = kept(cited.source, MOVED, 2)

    late = make.citation(
        cited.source, case=make.case(), quote=QUOTE, snapshot=newer.source.snapshots.last()
    )

    assert outcomes(late) == ["moved"]


def test_a_changed_passage_is_looked_for_anew(cited):
    kept(cited.source, FIRST.replace("His sister", "His mother"), 2)
    assert outcomes(cited) == ["same"]

    cited.quote, cited.start = "His sister asks where he is.", None
    cited.clean()
    cited.save()

    assert outcomes(cited) == ["reworded"]


def test_the_database_refuses_a_lost_passage_with_a_place(cited):
    copy = kept(cited.source, FIRST, 2)

    with pytest.raises(IntegrityError, match="trace_lost_has_no_place"), transaction.atomic():
        Trace.objects.filter(snapshot=copy).update(outcome="lost")


def test_half_an_article_is_no_passage(cited):
    text = "A sentence of many words. " * 100
    kept(cited.source, text, 2)

    with pytest.raises(ValidationError, match="cite sentence by sentence"):
        Citation(source=cited.source, case=cited.case, quote=text).full_clean(["entered_by"])


# Readers


def told(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return words(response.content.decode())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MOVED, "Still in the copy of 3 May 2024."),
        (REWORDED, "In other words in the copy of 3 May 2024."),
        (
            LOST,
            "No longer in the article as of 3 May 2024; it is in the copy of 3 January 2024.",
        ),
    ],
)
def test_readers_are_told_whether_the_article_still_says_so(client, cited, text, said):
    kept(cited.source, text, 5)

    pages = [f"/sources/{cited.source.public_id}/", f"/cases/{cited.case.public_id}/"]

    assert [said in told(client, page) for page in pages] == [True, True]


def test_readers_see_the_passage_and_never_the_new_words(client, cited):
    kept(cited.source, REWORDED, 5)

    page = told(client, f"/sources/{cited.source.public_id}/")

    assert (QUOTE in page, "12 years" in page, "A paper writes" in page) == (True, False, False)


def test_a_long_passage_is_cut_short_on_the_page(client, cited):
    text = "Of this nothing was known before. " * 50
    kept(cited.source, text, 2)
    make.citation(cited.source, case=cited.case, quote=text[:1700].strip(), published=True)

    page = told(client, f"/sources/{cited.source.public_id}/")

    assert page.count("Of this nothing was known before.") == 17


def test_a_fact_leads_to_its_passage_its_source_and_an_archive(client, cited):
    page = client.get(f"/cases/{cited.case.public_id}/").content.decode()
    there = client.get(f"/sources/{cited.source.public_id}/").content.decode()

    assert f'href="/sources/{cited.source.public_id}/#{cited.public_id}"' in page
    assert 'href="https://web.archive.org/web/2*/https://example.org/a"' in page
    assert there.count(f'id="{cited.public_id}"') == 1
    assert 'href="https://web.archive.org/web/2*/https://example.org/a"' in there


def test_an_archive_that_staff_know_stands_before_the_wayback_machine(client, cited):
    Source.objects.update(archive_url="https://archive.example/abc")

    page = client.get(f"/sources/{cited.source.public_id}/").content.decode()

    assert 'href="https://archive.example/abc"' in page
    assert "web.archive.org" not in page


def test_a_trace_is_hidden_with_its_citation(cited, contributor, chief):
    kept(cited.source, LOST, 2)
    hidden = make.citation(
        cited.source,
        case=cited.case,
        quote=QUOTE,
        snapshot=cited.snapshot,
        secrecy=Secrecy.SEALED,
    )

    seen = [list(Trace.objects.visible_to(one)) for one in (None, contributor, chief)]

    assert [len(one) for one in seen] == [1, 1, 2]
    assert {trace.citation for trace in seen[2]} == {cited, hidden}


# Staff


def test_staff_find_the_sources_and_citations_whose_passage_is_lost(cited, contributor, signed_in):
    browser = signed_in(contributor)
    kept(cited.source, LOST, 2)
    other = make.source("Another")

    lists = {
        (model, outcome): browser.get(f"{address(model, 'changelist')}?{name}={outcome}")
        for model, name in ((Source, "passages"), (Citation, "passage"))
        for outcome in ("lost", "reworded")
    }

    found = {one: list(answer.context["cl"].result_list) for one, answer in lists.items()}
    assert other not in found[Source, "lost"]
    assert found == {
        (Source, "lost"): [cited.source],
        (Source, "reworded"): [],
        (Citation, "lost"): [cited],
        (Citation, "reworded"): [],
    }


def test_staff_see_what_the_passage_now_reads(cited, contributor, signed_in):
    browser = signed_in(contributor)
    kept(cited.source, REWORDED, 5)

    pages = [browser.get(address(type(one), "change", one.pk)) for one in (cited, cited.source)]

    assert ["12 years in a prison" in words(page.content.decode()) for page in pages] == [True] * 2


def test_a_contributor_is_not_told_of_a_sealed_citation_through_its_source(
    cited, contributor, chief, signed_in
):
    Citation.objects.filter(pk=cited.pk).update(state="draft", secrecy=Secrecy.SEALED)
    kept(cited.source, LOST, 2)
    question = f"{address(Source, 'changelist')}?passages=lost"
    page = address(Source, "change", cited.source.pk)

    seen = {
        one: (
            list(signed_in(one).get(question).context["cl"].result_list),
            cited.public_id in signed_in(one).get(page).content.decode(),
        )
        for one in (contributor, chief)
    }

    assert seen == {contributor: ([], False), chief: ([cited.source], True)}
