"""A case that a paper tells of, and its dossier as it is asked for."""

from cases.models import Case
from tests import factories as make


def a_case() -> Case:
    """Aigul, taken in 2018, as a paper tells of which a copy is kept."""
    who = make.person("Aigul Test", published=True, sex="female")
    made = make.case(who, published=True, title="taken at home")
    arrest = make.event("arrest", published=True, case=made, occurred_written="March 2018")
    paper = make.source(
        "Taken from her home",
        published=True,
        url="https://example.org/1",
        author="Jane Doe",
        publisher=make.organization("The Paper", published=True),
        published_written="27 March 2018",
        published_basis="stated",
    )
    kept = make.snapshot(paper, "Aigul was taken from her home in March.")
    make.citation(
        paper, published=True, event=arrest, snapshot=kept, quote="taken from her home in March"
    )
    Case.objects.settle()
    return Case.objects.get(pk=made.pk)


def at(case: Case, form: str) -> str:
    return f"/cases/{case.public_id}/dossier{form}"


def taken(client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.getvalue()


def case_seen(case: Case) -> Case:
    seen = Case.objects.get(pk=case.pk)
    seen.person.seen_names = list(seen.person.names.visible_to(None))
    return seen
