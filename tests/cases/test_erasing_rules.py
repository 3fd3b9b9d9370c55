"""Who may erase, that it takes two and all of it or nothing, and what is told afterwards."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.utils import InternalError
from django.urls import reverse
from django.utils import timezone

from cases import erasing
from cases.dooming import doomed
from cases.erasing import confirm, drop, finish, propose
from cases.models import Case, Erasure, Event
from cases.redacting import Spellings
from config.records.accounts.sessions import CONFIRMED
from config.records.tombstones import Tombstone
from people.models import Person, PersonName
from tests import factories as make
from tests.conftest import an_account

pytestmark = pytest.mark.django_db

WHY = {"law": "request", "why": "letter of 3 May"}


@pytest.fixture
def second(db):
    return an_account("chief", is_staff=True, name="second")


@pytest.fixture
def who(db):
    return make.person("Gulnar Aset", published=True)


def test_it_takes_two(who, chief, second):
    proposed = propose(who, by=chief, **WHY)

    with pytest.raises(ValidationError) as refused:
        confirm(proposed, by=chief, seen=doomed(who).print())

    assert refused.value.messages == ["You proposed this erasure; somebody else has to confirm it."]
    with pytest.raises(IntegrityError), transaction.atomic():
        Erasure.objects.filter(pk=proposed.pk).update(
            confirmed_by=chief, confirmed_at=timezone.now()
        )
    assert Person.objects.filter(pk=who.pk).exists()


def test_nobody_but_a_chief(who, contributor, reviewer, chief):
    proposed = propose(who, by=chief, **WHY)

    for user in (contributor, reviewer):
        with pytest.raises(PermissionDenied):
            propose(who, by=user, **WHY)
        with pytest.raises(PermissionDenied):
            confirm(proposed, by=user, seen=doomed(who).print())


def test_a_reason_that_names_the_person_is_refused(who, chief):
    with pytest.raises(ValidationError) as refused:
        propose(who, by=chief, law="request", why="Gulnar Aset's letter")

    assert refused.value.message_dict["why"] == [erasing.NAMED]


def test_what_was_added_since_the_list_was_seen_is_shown_first(who, chief, second):
    proposed = propose(who, by=chief, **WHY)
    seen = doomed(who).print()
    make.case(who)

    with pytest.raises(ValidationError) as refused:
        confirm(proposed, by=second, seen=seen)

    assert refused.value.messages == [erasing.CHANGED]


def test_broken_off_in_the_middle_it_leaves_everything(who, chief, second, monkeypatch):
    case = make.case(who, title="taken in May")
    proposed = propose(who, by=chief, **WHY)

    def breaks(words):
        raise RuntimeError("the power went")

    monkeypatch.setattr(erasing, "unused_words", breaks)
    with pytest.raises(RuntimeError), transaction.atomic():
        confirm(proposed, by=second, seen=doomed(who).print())

    assert (Person.objects.get(), Case.objects.get(), PersonName.objects.count()) == (who, case, 1)
    assert who.versions.count() >= 1
    assert (Tombstone.objects.count(), Erasure.objects.get().confirmed_at) == (0, None)


def test_the_locks_are_shut_again_afterwards(who, chief, second):
    other = make.person("Aigul Aset", published=True)
    confirm(propose(who, by=chief, **WHY), by=second, seen=doomed(who).print())

    for rows in (other.versions.all(), Person.objects.filter(pk=other.pk), Erasure.objects.all()):
        with pytest.raises(InternalError), transaction.atomic():
            rows._raw_delete("default")
    with pytest.raises(InternalError), transaction.atomic():
        Erasure.objects.update(why="another")


def test_an_id_is_never_given_out_again(who, chief, second):
    confirm(propose(who, by=chief, **WHY), by=second, seen=doomed(who).print())

    with pytest.raises(IntegrityError), transaction.atomic():
        make.make(Person, described_as="Somebody", public_id=who.public_id)


def test_readers_are_told_that_what_they_knew_is_gone_and_nothing_of_the_rest(
    who, chief, second, client
):
    hidden = make.person("Aigul Aset")
    for one in (who, hidden):
        confirm(propose(one, by=chief, **WHY), by=second, seen=doomed(one).print())

    page, unknown = client.get(f"/people/{who.public_id}/"), client.get("/people/P-ZZZZZZ/")
    rest = client.get(f"/people/{hidden.public_id}/")
    api = client.get(f"/api/v1/people/{who.public_id}/")
    listed = client.get("/data/removed/").content.decode()

    assert (page.status_code, api.status_code) == (410, 410)
    assert (rest.status_code, rest.content) == (404, unknown.content)
    assert client.get(f"/api/v1/people/{hidden.public_id}/").status_code == 404
    assert "Aset" not in page.content.decode()
    assert (who.public_id in listed, hidden.public_id in listed) == (True, False)


def test_a_case_goes_and_its_person_and_what_others_share_stay(who, chief, second):
    case, other = make.case(who, title="first"), make.case(make.person("Aigul Aset"))
    own = make.event("arrest", case=case)
    shared = make.event("trial", case=case)
    make.participation(shared, who, "subject", case=case)
    make.participation(shared, other.person, "subject", case=other)

    confirm(propose(case, by=chief, **WHY), by=second, seen=doomed(case).print())

    assert list(Case.objects.all()) == [other]
    assert not Event.objects.filter(pk=own.pk).exists()
    shared.refresh_from_db()
    assert [part.person for part in shared.participations.all()] == [other.person]
    assert (shared.case, Person.objects.filter(pk=who.pk).exists()) == (None, True)


def test_a_namesake_keeps_the_name(who, chief, second):
    namesake = make.person("Gulnar Aset", biography="Gulnar Aset teaches.")

    confirm(propose(who, by=chief, **WHY), by=second, seen=doomed(who).print())

    namesake.refresh_from_db()
    assert (namesake.name_full, namesake.biography) == ("Gulnar Aset", "Gulnar Aset teaches.")


def test_a_proposal_is_dropped_and_made_again(who, chief, second):
    drop(propose(who, by=chief, **WHY), by=second)

    assert propose(who, by=second, **WHY).public_id == who.public_id


def test_a_file_that_storage_does_not_let_go_of_is_tried_again(chief, monkeypatch):
    done = Erasure.objects.create(
        public_id="P-AAAAAA", **WHY, proposed_by=chief, originals=["ab/abc"]
    )

    def shut(name):
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(erasing.originals, "delete", shut)
        finish(done)
        kept = Erasure.objects.get().originals
    finish(done)

    assert (kept, Erasure.objects.get().originals) == (["ab/abc"], [])


# Pages


def test_an_erasure_takes_password_and_code_anew(who, chief, second, signed_in):
    proposed, browser = propose(who, by=chief, **WHY), signed_in(second)
    one = reverse("admin:erasure", args=[proposed.pk])
    seen = browser.get(one).context["print"]
    session = browser.session
    session[CONFIRMED] = 0
    session.save()

    answer = browser.post(one, {"confirm": "1", "sure": "on", "seen": seen})

    assert answer.url == reverse("confirm", query={"next": one})
    assert Person.objects.filter(pk=who.pk).exists()


def test_two_chiefs_erase_somebody_on_the_pages(who, chief, second, reviewer, signed_in):
    where, first, other = reverse("admin:erasures"), signed_in(chief), signed_in(second)
    change = reverse("admin:people_person_change", args=[who.pk])
    assert f"{where}?id={who.public_id}" in first.get(change).content.decode()

    first.post(where, {"public_id": who.public_id, **WHY})
    one = reverse("admin:erasure", args=[Erasure.objects.get().pk])
    mine, shown = first.get(one).content.decode(), other.get(one)
    unsure = other.post(one, {"confirm": "1", "seen": shown.context["print"]})
    done = other.post(one, {"confirm": "1", "sure": "on", "seen": shown.context["print"]})

    assert ("Erase for good" in mine, "Erase for good" in shown.content.decode()) == (False, True)
    assert ("Gulnar Aset" in shown.content.decode(), unsure.status_code) == (True, 200)
    assert (done.status_code, Person.objects.count()) == (302, 0)
    assert "people: 1" in other.get(one).content.decode()
    assert "Gulnar" not in other.get(one).content.decode()
    assert signed_in(reviewer).get(where).status_code == 403


@pytest.mark.parametrize("said", [{}, {"public_id": "P-ZZZZZZ", **WHY}, {"public_id": "\0", **WHY}])
def test_nonsense_is_told_and_proposes_nothing(said, chief, signed_in):
    answer = signed_in(chief).post(reverse("admin:erasures"), said)

    assert (answer.status_code, Erasure.objects.count()) == (200, 0)


# Names in texts


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Gulnar Aset", "GULNAR  ASET's shop", f"{'█' * 14} shop"),
        ("Gulnar Aset", "gulnar-aset.html", f"{'█' * 11}.html"),
        ("Акикат Калиолла", "дело Акиката Калиоллы", f"дело {'█' * 16}"),
        ("Gulnar Aset", "Gulnara Asetova, Gulnar", "Gulnara Asetova, Gulnar"),
        ("Li", "Li and Lina, alive", "██ and Lina, alive"),
        ("哈力克", "据悉哈力克被捕", "据悉███被捕"),
        ("a.c", "abc a.c", "abc ███"),
    ],
)
def test_a_name_is_blanked_in_any_case_and_ending_and_nothing_else(name, text, left):
    assert Spellings([name]).blank(text) == left
