"""Who may not read a fact reads of it in no change that waits, no history and no way back."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from config.records import actions
from config.records.history import because
from config.records.models import PendingChange
from config.records.pending import accept
from config.records.restoring import as_it_was, restore
from people.models import Person
from tests import factories as make
from tests.pending import changed, told
from tests.sheet import address, sheet_of

pytestmark = pytest.mark.django_db
# Each change has to have a moment of its own, and a transaction has one.
IN_TIME = pytest.mark.django_db(transaction=True, serialized_rollback=True)
OLD, NEW = "zqold", "zqnew"
NAME = "Gülnar Äset"


def somebody(**more) -> Person:
    return make.person(NAME, published=True, religion=OLD, **more)


def saved(person: Person, by, **values) -> None:
    with because(by=by, action="change"):
        Person.objects.filter(pk=person.pk).update(**values)


def words(answer) -> list[str]:
    return [word for word in (OLD, NEW) if word in answer.content.decode()]


def test_a_change_of_a_sealed_fact_is_for_chiefs_alone(chief, reviewer, contributor, signed_in):
    person = somebody(religion_secrecy="sealed")

    change = changed(signed_in(chief), person, religion=NEW)

    page = reverse("admin:change-review", args=[change.pk])
    for user in (reviewer, contributor):
        browser = signed_in(user)
        assert browser.get(page).status_code == 404
        assert words(browser.get(address(Person, "history", person.pk))) == []
        assert words(browser.get(reverse("admin:queue"))) == []
    assert words(signed_in(chief).get(page)) == [OLD, NEW]


def test_a_change_that_waits_is_hidden_once_the_fact_is_sealed(
    contributor, chief, reviewer, signed_in
):
    person = somebody()
    change = changed(signed_in(contributor), person, religion=NEW)
    assert OLD in told(signed_in(reviewer), change)

    saved(person, chief, religion_secrecy="sealed")

    page = reverse("admin:change-review", args=[change.pk])
    assert signed_in(reviewer).get(page).status_code == 404
    assert signed_in(chief).get(page).status_code == 200


def test_an_auditor_sees_no_change_that_waits(contributor, auditor, signed_in):
    person = somebody()
    change = changed(signed_in(contributor), person, biography=NEW)
    browser = signed_in(auditor)
    preview = reverse("admin:preview", args=["people.person", person.pk])

    pages = [reverse("admin:change-review", args=[change.pk]), reverse("admin:queue"), preview]
    pages.append(f"{preview}?change={change.pk}")

    assert {browser.get(page).status_code for page in pages} <= {403, 404}
    assert list(PendingChange.objects.visible_to(auditor)) == []


def test_what_a_fact_said_while_it_was_sealed_stays_untold(contributor, chief, signed_in):
    person = somebody(religion_secrecy="sealed")
    saved(person, chief, religion="", religion_secrecy="staff")
    saved(person, chief, religion=NEW)

    page = address(Person, "history", person.pk)

    assert words(signed_in(contributor).get(page)) == [NEW]
    assert words(signed_in(chief).get(page)) == [OLD, NEW]


def test_what_a_fact_said_before_it_was_sealed_is_told_to_no_more_than_it(
    contributor, chief, signed_in
):
    person = somebody()
    saved(person, chief, religion_secrecy="sealed")

    page = address(Person, "history", person.pk)

    assert words(signed_in(contributor).get(page)) == []
    assert words(signed_in(chief).get(page)) == [OLD]


@IN_TIME
@pytest.mark.parametrize("before", ["staff", "sealed"])
def test_no_way_back_leads_past_a_fact_that_is_or_was_sealed(before, contributor, chief, signed_in):
    person = somebody(religion_secrecy=before, biography="One.")
    moment = timezone.now()
    after = "staff" if before == "sealed" else "sealed"
    saved(person, chief, religion=NEW, religion_secrecy=after, biography="Two.")
    person.refresh_from_db()

    for user in (contributor, chief):
        steps = as_it_was(person, moment, user)
        assert [step.new["biography"] for step in steps] == ["One."]
        assert [word for word in (OLD, NEW) if word in str(steps)] == []
    page = address(Person, "restore", person.pk)
    answer = signed_in(contributor).get(page, {"to": moment.isoformat()})
    assert words(answer) == []


@IN_TIME
def test_a_fact_whose_readers_stayed_the_same_goes_back(contributor, reviewer):
    person = somebody()
    moment = timezone.now()
    saved(person, reviewer, religion=NEW)
    person.refresh_from_db()

    restore(person, moment, by=contributor, why="It was right.")
    accept(PendingChange.objects.get(), by=reviewer)

    person.refresh_from_db()
    assert person.religion == OLD


def test_no_correction_brings_a_withheld_name_into_a_published_text(
    contributor, reviewer, signed_in
):
    make.person(NAME, name_display="withheld", published=True)
    other = make.person("Aigul Nurlan", published=True, biography="A teacher.")
    change = changed(signed_in(contributor), other, biography=f"A friend of {NAME}.")

    with pytest.raises(ValidationError, match="holds a name that is not to be shown"):
        accept(change, by=reviewer)

    other.refresh_from_db()
    assert other.biography == "A teacher."


def test_no_correction_withholds_a_name_that_stands_in_a_published_text(
    contributor, reviewer, signed_in
):
    person = make.person(NAME, published=True)
    told_in = make.event("arrest", description=f"{NAME} was taken.", published=True)
    change = changed(signed_in(contributor), person, name_display="withheld")

    with pytest.raises(ValidationError, match=f"stands in {told_in.public_id}"):
        accept(change, by=reviewer)


def test_a_preview_tells_each_reader_what_the_page_will(contributor, chief, signed_in):
    county = make.place("zqcounty", level="county", published=True)
    village = make.place("zqvillage", level="spot", parent=county, published=True)
    person = make.person(NAME, home=village, birth="17 March 1975", birth_basis="stated")
    preview = reverse("admin:preview", args=["people.person", person.pk])
    browser = signed_in(chief)

    pages = {one: browser.get(preview, {"as": one}).content.decode() for one in _READERS}

    found = {
        one: [word for word in ("zqcounty", "zqvillage", "March") if word in page]
        for one, page in pages.items()
    }
    assert found == {"reader": ["zqcounty"], "researcher": ["zqvillage", "March"]}


_READERS = ("reader", "researcher")


def test_a_contributor_may_propose_to_seal_and_then_sees_no_more(contributor, signed_in):
    person = somebody()

    sheet = sheet_of(signed_in(contributor), person)
    sheet.fill_in(religion_secrecy="sealed").send(change_why="Asked for.")

    assert PendingChange.objects.get().is_sealed is True
    assert list(PendingChange.objects.visible_to(contributor)) == []


def test_who_publishes_a_person_says_nothing_of_sealed_facts(reviewer, signed_in):
    person = make.person(NAME, religion=OLD, religion_secrecy="sealed")
    actions.submit(person, by=make.User.objects.create_superuser("root"))

    for page in ("change", "history"):
        assert words(signed_in(reviewer).get(address(Person, page, person.pk))) == []
    move = reverse("admin:people_person_move", args=[person.pk, "publish"])
    assert words(signed_in(reviewer).get(move)) == []
