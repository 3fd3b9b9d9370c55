"""Back to any moment of the history: a draft at once, what is published through a second person."""

from datetime import timedelta

import pgtrigger
import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.models import Case, Event, Facility
from config.records.history import because, versions
from config.records.models import PendingChange
from config.records.pending import accept
from config.records.restoring import as_it_was, restore
from people.models import Person
from tests import factories

# Each change has to have a moment of its own, and a transaction has one.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def moment(record):
    """When it was last changed."""
    return versions(record).first().pgh_created_at


def renamed(record, name: str):
    type(record).objects.filter(pk=record.pk).update(name=name)
    record.refresh_from_db()
    return moment(record)


def test_a_draft_goes_back_at_once_and_the_history_says_so(contributor):
    camp = factories.facility("Camp 1")
    first = moment(camp)
    renamed(camp, "Camp 2")

    waits = restore(camp, first, by=contributor, why="It was right.")

    camp.refresh_from_db()
    signature = versions(camp).first().pgh_context.metadata
    assert (waits, camp.name) == (False, "Camp 1")
    assert signature == {"by": contributor.pk, "action": "restore", "why": "It was right."}


def test_what_is_published_goes_back_once_somebody_else_accepts_it(contributor, reviewer):
    camp = factories.facility("Camp 1", published=True)
    first = moment(camp)
    renamed(camp, "Camp 2")

    waits = restore(camp, first, by=contributor, why="It was right.")
    camp.refresh_from_db()
    before = camp.name
    accept(PendingChange.objects.get(), by=reviewer)

    camp.refresh_from_db()
    assert (waits, before, camp.name) == (True, "Camp 2", "Camp 1")


def test_rows_come_and_go_with_the_record(contributor, reviewer):
    someone = factories.person("Aqiqat")
    first = moment(someone.names.get())
    someone.names.update(text="Akikat")
    factories.name(someone, "Later")
    second = moment(someone.names.get(text="Later"))
    someone.names.get(text="Akikat").delete()

    restore(Person.objects.get(pk=someone.pk), second, by=contributor, why="why")
    then = sorted(someone.names.values_list("text", flat=True))
    restore(Person.objects.get(pk=someone.pk), first, by=contributor, why="why")

    assert then == ["Akikat", "Later"]
    assert list(someone.names.values_list("text", flat=True)) == ["Aqiqat"]


def test_rows_of_rows_go_back_too(contributor):
    case = factories.case()
    event = factories.event("arrest", case=case)
    cited = factories.citation(factories.source(), event=event, says="10 years")
    first = moment(cited)
    type(cited).objects.filter(pk=cited.pk).update(says="14 years")

    restore(Case.objects.get(pk=case.pk), first, by=contributor, why="why")

    cited.refresh_from_db()
    assert cited.says == "10 years"


def test_what_came_later_is_withdrawn_where_it_is_published(contributor, reviewer):
    case = factories.case(published=True)
    event = factories.event("arrest", case=case, published=True)
    factories.citation(factories.source(published=True), event=event, published=True)
    first = timezone.now()
    later = factories.event("contact", case=case, published=True)

    restore(Case.objects.get(pk=case.pk), first, by=contributor, why="why")
    accept(PendingChange.objects.get(), by=reviewer)

    assert Event.objects.get(pk=later.pk).state == "withdrawn"


def test_who_may_see_it_is_never_undone(contributor):
    camp = factories.facility("Camp 1")
    first = moment(camp)
    until = timezone.now() + timedelta(days=1)
    Facility.objects.filter(pk=camp.pk).update(
        name="Camp 2", secrecy="staff", embargoed_until=until
    )
    camp.refresh_from_db()

    restore(camp, first, by=contributor, why="why")

    camp.refresh_from_db()
    assert (camp.name, camp.secrecy, camp.embargoed_until) == ("Camp 1", "staff", until)


def test_a_row_that_somebody_may_not_see_neither_goes_back_nor_is_told_of(contributor, chief):
    case = factories.case()
    hidden = factories.event("arrest", case=case, title="first", secrecy="sealed")
    first = moment(hidden)
    Event.objects.filter(pk=hidden.pk).update(title="second")
    case = Case.objects.get(pk=case.pk)

    assert as_it_was(case, first, contributor) == []
    assert [step.public_id for step in as_it_was(case, first, chief)] == [hidden.public_id]


def test_what_was_erased_does_not_come_back(contributor):
    """Whoever is erased has no row and no version left."""
    someone = factories.person("Aqiqat")
    gone = factories.name(someone, "Erased")
    first = moment(gone)
    table, key = versions(gone).model, gone.pk
    gone.delete()
    with pgtrigger.ignore():
        table.objects.filter(pgh_obj_id=key).delete()

    with pytest.raises(ValidationError, match="It says that already"):
        restore(Person.objects.get(pk=someone.pk), first, by=contributor, why="why")


def test_it_needs_a_reason_and_a_record_that_is_open(contributor):
    camp = factories.facility("Camp 1")
    first = moment(camp)
    renamed(camp, "Camp 2")
    with pytest.raises(ValidationError, match="Give a reason"):
        restore(camp, first, by=contributor, why=" ")
    Facility.objects.filter(pk=camp.pk).update(state="withdrawn")
    camp.refresh_from_db()

    with pytest.raises(ValidationError, match="Only a draft or a published record"):
        restore(camp, first, by=contributor, why="why")


def test_the_history_tells_of_rows_and_leads_back(contributor, signed_in):
    browser = signed_in(contributor)
    camp = factories.facility("Camp 1")
    case = factories.case()
    with because(by=contributor, action="change", why=""):
        factories.event("arrest", case=case, title="At the station")
    renamed(camp, "Camp 2")

    told = browser.get(f"/admin/cases/case/{case.pk}/history/").content.decode()
    page = browser.get(f"/admin/cases/facility/{camp.pk}/history/").content.decode()
    links = [one.split('"')[0] for one in page.split('href="')[1:] if "restore/?to=" in one]
    back = links[-1].replace("&amp;", "&")
    before = browser.get(back).content.decode()
    answer = browser.post(back, {"why": "It was right."})

    camp.refresh_from_db()
    assert "At the station" in told
    assert "<del>Camp 2</del>" in before
    assert "<ins>Camp 1</ins>" in before
    assert (answer.status_code, camp.name) == (302, "Camp 1")
    assert browser.get(f"/admin/cases/facility/{camp.pk}/restore/?to=x").status_code == 404
