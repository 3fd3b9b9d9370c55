"""Two people, always: at the same moment, with a role lost in between, and by any door."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from cases.models import Case, Facility
from config.records import actions
from config.records.models import PendingChange
from config.records.pending import accept, propose, steps_to
from config.records.refusals import Refused, refusals_told
from tests import factories
from tests.at_once import at_once
from tests.conftest import an_account
from tests.planted import MODELS, Register

THREADED = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TRIES = 3


def two_reviewers() -> tuple[User, User]:
    second = an_account("reviewer", is_staff=True, name="second")
    return an_account("reviewer", is_staff=True), second


def a_dossier() -> Case:
    case = factories.case()
    arrest = factories.event("arrest", case=case, occurred="2018", occurred_basis="stated")
    factories.citation(factories.source(), event=arrest)
    return Case.objects.get(pk=case.pk)


def a_change(record: Facility, by, name: str) -> PendingChange:
    """What the form would make of a new name."""
    version = record.versions.latest("pgh_id")
    version.name = name
    return propose(record, steps_to([version]), by=by, why="A source says so.")


@THREADED
@pytest.mark.parametrize("attempt", range(TRIES))
def test_of_two_who_publish_at_once_one_does_and_the_other_is_told(attempt):
    contributor, (one, other) = an_account("contributor", is_staff=True), two_reviewers()
    case = a_dossier()
    actions.submit(case, by=contributor)
    publishing = [
        lambda by=by: actions.publish(Case.objects.get(pk=case.pk), by=by) for by in (one, other)
    ]

    answers = at_once(*(refusals_told()(one) for one in publishing))

    done = [answer for answer in answers if isinstance(answer, list)]
    told = [answer for answer in answers if not isinstance(answer, list)]
    case.refresh_from_db()
    assert (len(done), len(told)) == (1, 1)
    assert case.state == "published"
    assert {record.published_by for record in done[0]} == {case.published_by}
    assert isinstance(told[0], ValidationError | Refused)


@THREADED
@pytest.mark.parametrize("attempt", range(TRIES))
def test_of_two_who_accept_a_change_at_once_one_does_and_the_other_is_told(attempt):
    contributor, (one, other) = an_account("contributor", is_staff=True), two_reviewers()
    camp = factories.facility("Camp 1", published=True)
    change = a_change(camp, contributor, "Camp 2")

    accepting = [lambda by=by: accept(change, by=by) for by in (one, other)]

    answers = at_once(*(refusals_told()(verb) for verb in accepting))

    change.refresh_from_db()
    camp.refresh_from_db()
    told = [answer for answer in answers if isinstance(answer, ValidationError)]
    assert (len(told), change.state, camp.name) == (1, "accepted", "Camp 2")
    assert "It is accepted already" in told[0].messages[0]


@pytest.mark.django_db
def test_who_is_no_reviewer_any_more_publishes_and_accepts_nothing(
    contributor, reviewer, signed_in
):
    camp = factories.facility("Camp 1")
    shown = factories.facility("Camp 3", published=True)
    actions.submit(camp, by=contributor)
    change = a_change(shown, contributor, "Camp 4")
    browser = signed_in(reviewer)
    publishing = f"/admin/cases/facility/{camp.pk}/move/publish/"
    assert browser.get(publishing).status_code == 200
    assert "Accept" in browser.get(f"/admin/changes/{change.pk}/").content.decode()

    reviewer.groups.set([Group.objects.get(name="contributor")])
    browser.post(publishing)
    browser.post(f"/admin/changes/{change.pk}/", {"accept": "Accept"})

    states = list(Facility.objects.order_by("pk").values_list("name", "state"))
    change.refresh_from_db()
    assert states == [("Camp 1", "submitted"), ("Camp 3", "published")]
    assert change.state == "waiting"


@pytest.mark.django_db
def test_a_chief_publishes_no_submission_of_her_own_by_any_door(chief, signed_in):
    camp = factories.facility("Camp 1")
    actions.submit(camp, by=chief)
    selected = {"action": "publish_selected", "_selected_action": [camp.pk]}
    doors = [
        lambda: actions.publish(camp, by=chief),
        lambda: actions.publish_all([camp], by=chief),
        lambda: signed_in(chief).post(f"/admin/cases/facility/{camp.pk}/move/publish/"),
        lambda: signed_in(chief).post("/admin/cases/facility/", selected),
        lambda: Facility.objects.filter(pk=camp.pk).update(
            state="published", published_by=chief, published_at=timezone.now()
        ),
    ]
    for door in doors:
        try:
            with transaction.atomic():
                door()
        except (ValidationError, PermissionDenied, DatabaseError):
            pass
        camp.refresh_from_db()
        assert camp.state == "submitted"


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_the_database_refuses_one_person_for_both_on_every_kind(model):
    register = Register()
    register.publish_one_of_each()
    record = register.base[model]

    with pytest.raises(DatabaseError, match="two_people"), transaction.atomic():
        type(record).objects.filter(pk=record.pk).update(submitted_by=record.published_by_id)
