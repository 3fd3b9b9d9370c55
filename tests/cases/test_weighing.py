"""How well a case is supported: verification and counts, from citations alone."""

from datetime import date

from cases.weighing import CitationFact, weigh


def verification(*citations: CitationFact, acknowledged: bool = False) -> str:
    return weigh(citations, {1}, acknowledged).verification


def test_no_citation_is_unverified():
    assert verification() == "unverified"


def test_sources_that_go_back_to_one_count_as_one_origin():
    article, reprint = CitationFact(1, 1), CitationFact(2, 1)

    assert verification(article) == "single_source"
    assert verification(article, reprint) == "same_origin"
    assert weigh([article, reprint], set(), False).origins == 1


def test_two_origins_are_independent():
    assert verification(CitationFact(1, 1), CitationFact(2, 2)) == "independent"


def test_an_official_paper_counts_only_if_we_saw_it():
    seen = CitationFact(1, 1, source_kind="court_document")
    unseen = CitationFact(1, 1, source_kind="court_document", is_seen=False)

    assert (verification(seen), verification(unseen)) == ("documented", "single_source")


def test_an_authority_that_says_so_confirms():
    said = CitationFact(1, 1, publisher_kind="police")

    assert verification(said) == "confirmed_by_authority"
    assert verification(CitationFact(1, 1), acknowledged=True) == "confirmed_by_authority"


def test_a_contradiction_of_the_status_disputes_the_case_and_one_of_a_detail_does_not():
    yes = CitationFact(1, 1)
    of_status = CitationFact(2, 2, stance="contradicts", event=1)
    of_detail = CitationFact(2, 2, stance="contradicts", event=9)

    assert verification(yes, of_status) == "disputed"
    assert verification(yes, of_detail) == "single_source"


def test_the_last_source_is_the_latest_that_supports_the_status():
    old = CitationFact(1, 1, event=1, published=date(2020, 1, 1))
    new = CitationFact(2, 2, event=1, published=date(2021, 1, 1))
    other = CitationFact(3, 3, event=9, published=date(2022, 1, 1))

    assert weigh([old, new, other], {1}, False).last_source == 2
