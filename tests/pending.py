"""Changes that wait, made and looked at as on the pages of the admin."""

from cases.models import Case
from config.records.models import PendingChange
from tests import factories
from tests.sheet import sheet_of


def a_published_case() -> Case:
    """A published case with an arrest, somebody involved and a citation."""
    case = factories.case(published=True, title="Taken at night")
    arrest = factories.event(
        "arrest", case=case, published=True, occurred="2018", occurred_basis="stated"
    )
    factories.participation(arrest, factories.person(published=True), "witness", published=True)
    factories.citation(factories.source(published=True), event=arrest, published=True)
    return Case.objects.get(pk=case.pk)


def changed(browser, record, why="A source says so.", **boxes) -> PendingChange:
    answer = sheet_of(browser, record).fill_in(**boxes).send(change_why=why)
    assert answer.status_code == 302, answer.context["errors"]
    return PendingChange.objects.latest("id")


def review(browser, change, **asked):
    return browser.post(f"/admin/changes/{change.pk}/", asked)


def told(browser, change) -> str:
    return " ".join(browser.get(f"/admin/changes/{change.pk}/").content.decode().split())
